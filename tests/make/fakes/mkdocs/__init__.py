"""Stands in for MkDocs: builds a site whose files hold the name of the configuration."""
