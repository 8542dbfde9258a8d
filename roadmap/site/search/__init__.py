"""The search: what can be found, and an index of it that a reader's browser loads in small parts."""
