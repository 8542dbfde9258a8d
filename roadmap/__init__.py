"""The domain of the roadmap: what content is, how it is read, checked and rendered. Knows nothing of MkDocs."""
