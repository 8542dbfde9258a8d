"""The Word file of a small tree, filled in as people and programs do it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from roadmap.__main__ import main
from roadmap.content.load import load
from roadmap.review.pack import review_pack
from tests.conftest import ROOT

SITE_URL = "https://veikart.example/"
APPROVED = {"Avgjørelse": "godkjent", "Rolle": "Fagansvarlig", "Dato": "25. november 2026"}

Answers = Mapping[str, Mapping[str, str]]


def pack(tree: Path, contact: str = "", owner: str | None = None) -> bytes:
    return review_pack(load(tree), ROOT / "templates", SITE_URL, contact, owner)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def saved(document: Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def forms(document: Document) -> dict[str, Any]:
    """The form of each measure, a table, by the measure's id."""
    found = {}
    for table in document.tables:
        code = "".join(text.text or "" for text in table._tbl.iter(qn("w:t"))).partition("Kode")[2]
        if code:
            found[code.split()[0]] = table
    return found


def row(table: Any, name: str) -> Any:
    """The second cell of a row of a form, as XML."""
    return next(cells[1] for line in table.rows if (cells := line._tr.tc_lst)[0].p_lst[0].text == name)


def fill(data: bytes, answers: Answers, *, flatten: bool = False) -> bytes:
    """The file with these answers in its controls, or, flattened, in place of them."""
    document = opened(data)
    tables = forms(document)
    for measure, values in answers.items():
        for name, value in values.items():
            _write(row(tables[measure], name), value)
    if flatten:
        for control in list(document.element.body.iter(qn("w:sdt"))):
            for run in list(control.find(qn("w:sdtContent"))):
                control.addprevious(run)
            control.getparent().remove(control)
    return saved(document)


def _write(cell: Any, value: str) -> None:
    control = next(cell.iter(qn("w:sdt")))
    showing = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if showing is not None:
        showing.getparent().remove(showing)
    content = control.find(qn("w:sdtContent"))
    run = content[0]
    for old in content[1:]:
        content.remove(old)
    first, *more = value.split("\n")
    next(run.iter(qn("w:t"))).text = first
    for line in more:
        run.append(run.makeelement(qn("w:br"), {}))
        run.append(run.makeelement(qn("w:t"), {}))
        run[-1].text = line


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The file with its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, change(name, source.read(name)))
    return target.getvalue()


class Reading:
    """What the command says of files, and its exit code."""

    def __init__(self, tree: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._tree, self._folder, self._capsys = tree, folder, capsys
        self.code = 0
        self.errors = ""

    def of(self, *files: bytes, write: bool = False) -> str:
        """What is printed when these files are read."""
        paths = []
        for number, data in enumerate(files, start=1):
            path = self._folder / f"svar-{number}.docx"
            path.write_bytes(data)
            paths.append(str(path))
        options = ["--write"] if write else []
        self.code = main(["review-read", *paths, "--content", str(self._tree), *options])
        printed = self._capsys.readouterr()
        self.errors = printed.err
        return printed.out.replace(f"{self._tree}/", "").replace(f"{self._folder}/", "")
