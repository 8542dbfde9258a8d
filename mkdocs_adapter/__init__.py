"""Everything that speaks MkDocs, Material or mkdocs-with-pdf. The core hands it finished HTML and files."""
