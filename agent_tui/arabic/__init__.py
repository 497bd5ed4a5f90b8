"""Arabic in a terminal: logical text in, rows of cells out; and the plain facts of the language around it.

Every module is imported by its own name, so that a caller pays for what it uses and no more.
"""
