"""Workbooks put together part by part, as no program would make them, and what the tools' script makes of a file."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import Any

from playwright.sync_api import Page

from roadmap.site.script_bundle import bundle
from tests.conftest import ROOT
from tests.formats.node import result

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_READ = """(data) => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  try {
    return globalThis.veikart.office.readWorkbook(bytes);
  } catch (error) {
    if (error.name !== "ImportError") throw error;
    return error.key;
  }
}"""


PLAN: dict[str, Any] = {
    "title": "Plan",
    "sheets": [
        {
            "name": "Plan",
            "above": ["Vår plan"],
            "columns": [
                {"header": "Id", "hidden": True},
                {"header": "Tiltak"},
                {"header": "Rolle", "choices": ["Leder, avdeling", "Behandler"]},
                {"header": "Frist", "kind": "date"},
                {"header": "Timer", "kind": "number"},
            ],
            "rows": [
                ["a1", '=1+1 <b>&" 👩\u200d⚕️ _x0041_', "Behandler", {"date": "2026-12-10"}, 2.5],
                ["__proto__", "To\nlinjer", None, {"date": "1987-03-01"}, None],
                ["a3", " \t ", "x", None, -1],
            ],
        }
    ],
}
PLAN_ROWS = [
    [None, "Vår plan"],
    [],
    ["Id", "Tiltak", "Rolle", "Frist", "Timer"],
    PLAN["sheets"][0]["rows"][0],
    ["__proto__", "To\nlinjer", None, {"date": "1987-03-01"}],
    ["a3", " \t ", "x", None, -1],
]
# A row of most kinds of cells, and the texts that it refers to.
SHEET = (
    '<row><c t="s"><v>0</v></c><c><v>2</v></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>uttale</t></rPh></is></c>'
    '<c t="d"><v>2026-12-10T00:00:00</v></c><c r="E3" s="2"><v>46366</v></c><c r="F3" s="3"><v>0.25</v></c>'
    '<c r="G3" t="e"><v>#REF!</v></c><c r="H3" t="b"><v>0</v></c><c r="I3" t="str"><f>x</f><v>a_x000A_b</v></c>'
    '<c r="J3"><f>1</f></c><c r="K3" s="1"/></row>'
)
STRINGS = "<si><t>æ_x000A_</t></si>"


class Reader:
    """The tools' own script in a page of its own."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_script_tag(content=bundle(ROOT / "templates/scripts", "lazy/office.js", "office").decode())

    def __call__(self, data: bytes) -> Any:
        """What the file holds; the key of the text that says why, where it can't be read."""
        return self._page.evaluate(_READ, base64.b64encode(data).decode())

    def rows(self, data: bytes) -> Any:
        """The rows of the first sheet."""
        made = self(data)
        return made["sheets"][0]["rows"] if isinstance(made, dict) else made


def package(
    sheet: str | bytes = "", strings: str = "", namespace: str = MAIN, **more: str | bytes
) -> dict[str, str | bytes]:
    """The parts of a workbook by name, each of which a test may replace."""
    relations = [("officeDocument", "xl/workbook.xml")]
    own = [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    return {
        "_rels/.rels": relationships(relations),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(own),
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"><numFmts><numFmt numFmtId="170" formatCode="d/ mmm yy"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>'
        "</styleSheet>",
        "xl/worksheets/sheet1.xml": sheet
        if isinstance(sheet, bytes)
        else f'<worksheet xmlns="{namespace}"><sheetData>{sheet}</sheetData></worksheet>',
    } | more


def relationships(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def our_plan() -> bytes:
    made = result("formats/xlsx-writer.js", "writeWorkbook", PLAN)
    assert isinstance(made, bytes)
    return made
