"""The theme's files as the site serves them: ours alone, one style sheet, and names that change with the content.

Of Material itself, only what MkDocs looks for in a theme is used; its style sheets, scripts and pictures are left out.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from fnmatch import fnmatch

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

# Where the style sheets lie, and the one that is made of those in mkdocs.yml.
_FOLDER = "assets"
_STYLE = f"{_FOLDER}/style.css"
_UNUSED = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/*")
_IN_STYLES = re.compile(r'(?<=url\(")[^"]+(?="\))')


def publish(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Puts the theme's files in order, and gives the paths that were renamed with their new ones.

    A browser can keep a file with a digest in its name for good, and never has a page with another edition's styles.
    """
    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)
    _bundle(files, config)
    renamed = {}
    for file in _matching(files, "assets/fonts/*.woff2", f"{_FOLDER}/*.js"):
        renamed[file.src_uri] = file.dest_uri = _with_digest(file.src_uri, file.content_bytes)
    for file in _matching(files, f"{_FOLDER}/*.css"):
        content = _IN_STYLES.sub(lambda match: _renamed(match[0], renamed), file.content_string)
        files.remove(file)
        file = File.generated(config, file.src_uri, content=content)
        renamed[file.src_uri] = file.dest_uri = _with_digest(file.src_uri, file.content_bytes)
        files.append(file)
    return renamed


def name_anew(env: Environment, renamed: Mapping[str, str]) -> None:
    """Makes the ``url`` filter of templates lead to the new names."""
    url = env.filters["url"]

    @pass_context
    def current_url(context: Context, path: str) -> str:
        return str(url(context, renamed.get(path, path)))

    env.filters["url"] = current_url


def _bundle(files: Files, config: MkDocsConfig) -> None:
    """One sheet of all that mkdocs.yml lists, in its order: a browser waits for one answer before it paints."""
    sheets = []
    for path in map(str, config.extra_css):
        sheet = files.get_file_from_path(path)
        # Addresses in a sheet are relative to its folder, and the bundle lies in this one.
        if sheet is None or posixpath.dirname(path) != _FOLDER:
            raise PluginError(f"mkdocs.yml: «{path}» under «extra_css» finnes ikke i templates/theme/{_FOLDER}/")
        sheets.append(sheet.content_string)
        files.remove(sheet)
    files.append(File.generated(config, _STYLE, content="\n".join(sheets)))
    config.extra_css = [_STYLE]


def _matching(files: Files, *patterns: str) -> list[File]:
    """The files that fit a pattern in the folder that it names: those below it are fetched by names of their own."""
    return [
        file
        for file in files
        for pattern in patterns
        if fnmatch(file.src_uri, pattern) and posixpath.dirname(file.src_uri) == posixpath.dirname(pattern)
    ]


def _with_digest(path: str, content: bytes) -> str:
    name, ending = posixpath.splitext(path)
    return f"{name}.{hashlib.sha256(content).hexdigest()[:10]}{ending}"


def _renamed(reference: str, renamed: Mapping[str, str]) -> str:
    path = posixpath.join(_FOLDER, reference)
    return posixpath.relpath(renamed.get(path, path), _FOLDER)
