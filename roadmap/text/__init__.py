"""Editors' Markdown rendered once, as safe HTML, for every output."""
