"""How text gets from its logical order into the cells of a screen."""
