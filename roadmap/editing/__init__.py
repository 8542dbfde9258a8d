"""New content: what editors answer, at a terminal or in a form, becomes a file that the check takes."""
