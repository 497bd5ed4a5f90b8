"""agent-tui: listen, apologise, solve, thank, in a terminal, in Arabic and English."""

__version__ = "0.1.0"
