"""Approval by those who own the content professionally: a Word file to fill in, and what comes back in it."""
