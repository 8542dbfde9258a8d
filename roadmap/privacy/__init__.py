"""What tells who a person is: found in any text, however it is written. Knows nothing of content or files."""
