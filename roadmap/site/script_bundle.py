"""Our ES modules put together as one classic script: a page that is opened as a file may load no modules.

A module begins with its imports, of named things from files, and exports named things that it never assigns anew. Each
becomes a function that is called once, after those that it needs.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from roadmap.errors import OutputError
from roadmap.site.minified import minified

_IMPORT = re.compile(r'import \{([^{}]*)\} from "(\.{1,2}/[^"]+)";\n')
# Comments, and blank lines, may stand between the imports.
_BETWEEN = re.compile(r"(?:\s+|//[^\n]*\n|/\*.*?\*/)*", re.DOTALL)
_DECLARED = re.compile(r"^export ((?:async function|function|class|const)\*? ?([A-Za-z_$][\w$]*))", re.MULTILINE)
_LISTED = re.compile(r"export ?\{([^{}]*)\};?\s*\Z")
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(folder: Path, entry: str, name: str = "") -> bytes:
    """The module ``entry`` (a path in ``folder``) with all that it needs, as a script without comments.

    Where ``name`` is given, what the entry exports is handed over as ``veikart.<name>``.

    Raises:
        OutputError: when a module is not written as described above, is missing, or needs itself.
    """
    modules: dict[str, str] = {}
    _add(folder, entry, modules, ())
    names = {path: f"$module{number}" for number, path in enumerate(modules)}
    body = "".join(_function(path, source, names) for path, source in modules.items())
    handed_over = f"(globalThis.veikart ??= {{}}).{name} = {names[entry]};\n" if name else ""
    return minified(f'(() => {{\n"use strict";\n{body}{handed_over}}})();\n').encode()


def _add(folder: Path, path: str, modules: dict[str, str], needed_by: tuple[str, ...]) -> None:
    """Puts a module into ``modules`` after all that it needs."""
    if path in modules:
        return
    if path in needed_by:
        raise OutputError(f"{folder.name}/{path}: modulene trenger hverandre i ring: {' → '.join((*needed_by, path))}")
    try:
        source = (folder / path).read_text(encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{folder.name}/{path}: modulen finnes ikke – {needed_by[-1:]} trenger den") from error
    for _, target in _imports(source)[0]:
        _add(folder, _resolved(path, target), modules, (*needed_by, path))
    modules[path] = source


def _imports(source: str) -> tuple[list[tuple[str, str]], str]:
    """The names and files that a module imports, and what is left of it."""
    found: list[tuple[str, str]] = []
    kept = ""
    position = 0
    while True:
        between = _BETWEEN.match(source, position)
        kept += between[0] if between else ""
        position = between.end() if between else position
        match = _IMPORT.match(source, position)
        if match is None:
            return found, kept + source[position:]
        found.append((match[1], match[2]))
        position = match.end()


def _function(path: str, source: str, names: dict[str, str]) -> str:
    imports, body = _imports(source)
    taken = "".join(
        f"const {{ {', '.join(_renamed(given))} }} = {names[_resolved(path, target)]};\n" for given, target in imports
    )
    exported = [match[2] for match in _DECLARED.finditer(body)]
    body = _DECLARED.sub(r"\1", body)
    if listed := _LISTED.search(body):
        body = body[: listed.start()]
        exported += [
            f"{outside}: {inside}"
            for inside, outside in (_two_names(one) for one in listed[1].split(",") if one.strip())
        ]
    if left := _LEFT.search(body):
        raise OutputError(f"templates/scripts/{path}: denne linja kan ikke settes sammen med andre: {left[0]}")
    return f"const {names[path]} = (() => {{\n{taken}{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _renamed(names: str) -> list[str]:
    """Names of an import as they are taken out of an object: ``a as b`` becomes ``a: b``."""
    pairs = (_two_names(name) for name in names.split(",") if name.strip())
    return [name if name == own else f"{name}: {own}" for name, own in pairs]


def _two_names(text: str) -> tuple[str, str]:
    """Both names in ``a as b``, or the one there is twice."""
    first, _, second = text.strip().partition(" as ")
    return first, second or first


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
