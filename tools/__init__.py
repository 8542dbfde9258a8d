"""Programs that build, publish and maintain the project; run from its root with ``python -m tools.<name>``."""
