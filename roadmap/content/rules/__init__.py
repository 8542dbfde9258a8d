"""Rules that need more than one file, or the words of a text. Each rule's docstring says it to the editor."""
