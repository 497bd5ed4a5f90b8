"""What a schema cannot say: whether the names in a file mean something, and whether its sentences can be said."""
