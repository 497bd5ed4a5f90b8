"""Approving: the file's lock, what waits for approval, and what changed in it, word by word."""
