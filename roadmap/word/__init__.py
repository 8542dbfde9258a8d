"""The ready-made texts as Word files, which people can fill in and change."""
