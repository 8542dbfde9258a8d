"""What the files of Word, PowerPoint and Excel have in common: packages of XML in a ZIP archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

# What a file tells of the program that made it: nothing that python-docx and python-pptx have left behind.
EXTENDED_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>{application}</Application></Properties>"
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def forbidden_characters(text: str) -> list[str]:
    """The characters that no XML file can hold, control characters mostly."""
    return _FORBIDDEN.findall(text)


def repacked(package: bytes, changed: Callable[[str, bytes], bytes] = lambda name, part: part) -> bytes:
    """The package in a fixed order and without the time of writing: the same content gives the same bytes.

    ``changed`` gives each part, by its name, as it is to be.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = changed(name, source.read(name))
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()
