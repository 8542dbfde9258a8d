"""The hooks that mkdocs.yml names; everything about MkDocs is in ``mkdocs_adapter``."""

import sys
from pathlib import Path

# MkDocs can be run from any folder, and the project is not installed.
sys.path.insert(0, str(Path(__file__).parent))

from mkdocs_adapter.hooks import (
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_markdown,
    on_page_read_source,
    on_post_build,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_markdown",
    "on_page_read_source",
    "on_post_build",
]
