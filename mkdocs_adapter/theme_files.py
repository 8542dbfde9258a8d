"""Material's files: its style sheet laid under ours, and nothing that no page uses.

Material 9 has one ``assets/stylesheets/main.<digest>.css``; its scripts are not run, and its other sheets not linked.
"""

from __future__ import annotations

from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

_MAIN = "assets/stylesheets/main.*.css"
_UNUSED = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/*")


def layered_style(files: Files, config: MkDocsConfig) -> File:
    """A style sheet that puts Material's rules in a cascade layer, so that any of ours wins."""
    sheets = [file for file in files if _is_main(file)]
    if len(sheets) != 1:
        raise PluginError(f"Material har {len(sheets)} stilark som heter «{_MAIN}», ikke ett.")
    rules = f'@import url("{sheets[0].dest_uri.removeprefix("assets/")}") layer(material);'
    return File.generated(config, "assets/material.css", content=rules)


def remove_unused(files: Files) -> None:
    """Leaves out what Material brings for features that the site does without."""
    for file in list(files):
        if not _is_main(file) and any(fnmatch(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)


def _is_main(file: File) -> bool:
    return fnmatch(file.src_uri, _MAIN) and not file.src_uri.endswith(".map")
