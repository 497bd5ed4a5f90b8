"""Bringing the database modules in ahead of the first question, so that nobody waits for them."""


def warm_up() -> None:
    """Import what opening a journal needs; from a thread, behind the first paint."""
    import sqlite_utils  # noqa: F401
