"""Scripts without comments and blanks that nobody needs.

rjsmin takes the first backtick in a template literal for its end, and so takes away blanks in a literal within it.
Literals that have others within them are put aside meanwhile.
"""

from __future__ import annotations

import re

import rjsmin

# What a backtick, or a brace, may stand in without meaning anything: comments, strings, regular expressions.
_OTHER = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    r"|(?:(?<=[(,=:\[!&|?{};\n])|(?<==>)|(?<=return))\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/",
    re.DOTALL,
)
_PLACEHOLDER = '"\x00template {}\x00"'


def minified(script: str) -> str:
    """The script, doing what it did."""
    kept: list[str] = []
    parts: list[str] = []
    position = 0
    while position < len(script):
        if script[position] == "`":
            end, is_nested = _template_end(script, position)
            if is_nested:
                parts.append(_PLACEHOLDER.format(len(kept)))
                kept.append(script[position:end])
            else:
                parts.append(script[position:end])
        else:
            end = _next(script, position)
            parts.append(script[position:end])
        position = end
    small = str(rjsmin.jsmin("".join(parts)))
    for number, template in enumerate(kept):
        small = small.replace(_PLACEHOLDER.format(number), template)
    return small


def _next(script: str, position: int) -> int:
    """The end of what begins here: a comment, a string, a regular expression, or a single character."""
    match = _OTHER.match(script, position)
    return match.end() if match else position + 1


def _template_end(script: str, start: int) -> tuple[int, bool]:
    """Where the template literal ends that begins at ``start``, and whether another one is within it."""
    position = start + 1
    is_nested = False
    while script[position] != "`":
        if script[position] == "\\":
            position += 2
        elif script.startswith("${", position):
            position, has_template = _substitution_end(script, position + 2)
            is_nested |= has_template
        else:
            position += 1
    return position + 1, is_nested


def _substitution_end(script: str, start: int) -> tuple[int, bool]:
    """Where the code in a template literal ends, and whether a template literal is in it."""
    position = start
    depth = 1
    has_template = False
    while depth:
        if script[position] == "`":
            position, _ = _template_end(script, position)
            has_template = True
        else:
            depth += {"{": 1, "}": -1}.get(script[position], 0)
            position = _next(script, position)
    return position, has_template
