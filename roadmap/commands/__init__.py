"""What can be done from a terminal: one module a command, each with ``add_to`` for its words and what it runs."""
