"""What editors write under ``content/``: read into a model, and judged before anything is built from it."""
