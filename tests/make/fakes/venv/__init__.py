"""Stands in for Python's venv: its Python writes down what it is asked to run, and can't install «bad»."""
