"""What Word files need and python-docx has no public way to do; each function says what it assumes.

Everything that touches python-docx's private parts, or the XML below its objects, is here.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from roadmap import office_files

LANGUAGE = "nb-NO"
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = 4
_BULLETS, _NUMBERS = 1, 2
# A numbering of bullets is shared by all lists; each list of numbers gets one of its own, to begin at its own number.
BULLETS = 1


def set_looks(document: Document, styles: Path) -> None:
    """Replaces what python-docx's own template brings: its styles, lists, settings and traces of where it is from."""
    part = document.part
    _replace(part.part_related_by(RT.STYLES), styles.read_bytes())
    _replace(part.part_related_by(RT.NUMBERING), _numbering().encode())
    _replace(part.part_related_by(RT.SETTINGS), _settings().encode())
    package = part.package
    for owner, kinds in (
        (part, ("customXml", "stylesWithEffects", "webSettings", "fontTable")),
        (package, ("metadata/thumbnail",)),
    ):
        relations: Any = owner.rels
        for identifier in [key for key, relation in relations.items() if relation.reltype.endswith(kinds)]:
            del relations[identifier]
    for relation in package.rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            application = office_files.EXTENDED_PROPERTIES.format(application="Microsoft Office Word")
            _replace(relation.target_part, application.encode())


def _replace(part: Part, content: bytes) -> None:
    if isinstance(part, XmlPart):
        part._element = parse_xml(content)
    else:
        part._blob = content


def _numbering() -> str:
    marks = {"bullet": ["•", "–"] * (_LEVELS // 2), "decimal": [f"%{level + 1}." for level in range(_LEVELS)]}
    made = []
    for identifier, kind in ((_BULLETS, "bullet"), (_NUMBERS, "decimal")):
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{marks[kind][level]}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent(level)}" w:hanging="380"/></w:pPr></w:lvl>'
            for level in range(_LEVELS)
        )
        multi = '<w:multiLevelType w:val="hybridMultilevel"/>'
        made.append(f'<w:abstractNum w:abstractNumId="{identifier}">{multi}{levels}</w:abstractNum>')
    bullets = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{_BULLETS}"/></w:num>'
    return f"<w:numbering {_NAMESPACE}>{''.join(made)}{bullets}</w:numbering>"


def indent(level: int) -> int:
    """How far the text of a list is indented, in twentieths of a point; levels are counted from 0."""
    return 380 * (level + 1)


def _settings() -> str:
    return (
        f'<w:settings {_NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def new_numbers(document: Document, start: int, level: int) -> int:
    """A numbering for one more list, which begins at ``start``; gives its id."""
    root = document.part.numbering_part.element
    identifier = max(int(number.get(qn("w:numId"))) for number in root.findall(qn("w:num"))) + 1
    root.append(
        parse_xml(
            f'<w:num {_NAMESPACE} w:numId="{identifier}"><w:abstractNumId w:val="{_NUMBERS}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
    )
    return int(identifier)


def number(paragraph: Paragraph, numbering: int, level: int) -> None:
    """Makes a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, _LEVELS - 1)
    properties.get_or_add_numId().val = numbering


def add_link(paragraph: Paragraph, run: Run, target: str) -> None:
    """Makes a run, the last of its paragraph, a link to a URL, or with «#name» to a bookmark of the document."""
    link = new_element("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), target[1:])
    else:
        link.set(qn("r:id"), paragraph.part.relate_to(target, RT.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    link.append(run._r)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Puts a bookmark around what a paragraph holds."""
    start = new_element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    properties = paragraph._p.pPr
    if properties is None:
        paragraph._p.insert(0, start)
    else:
        properties.addnext(start)
    add_element(paragraph._p, "w:bookmarkEnd", {"w:id": str(number)})


def add_page_number(paragraph: Paragraph) -> None:
    field = add_element(paragraph._p, "w:fldSimple", {"w:instr": "PAGE"})
    field.append(paragraph.add_run("1")._r)


def make_contents(paragraphs: list[Paragraph], levels: str) -> None:
    """Makes a field of paragraphs that list the headings of some levels, so that Word can bring them up to date."""
    begin, instruction, between, end = (new_element("w:r") for _ in range(4))
    for run, kind in ((begin, "begin"), (between, "separate"), (end, "end")):
        add_element(run, "w:fldChar", {"w:fldCharType": kind})
    text = add_element(instruction, "w:instrText", {"xml:space": "preserve"})
    text.text = rf' TOC \o "{levels}" \n \h '
    for run in (between, instruction, begin):
        paragraphs[0]._p.get_or_add_pPr().addnext(run)
    paragraphs[-1]._p.append(end)


def mark_header_row(table: Table) -> None:
    """Says that the first row heads the columns: it is read with them, and stands again on the next page."""
    row: Any = table.rows[0]._tr
    add_element(row.get_or_add_trPr(), "w:tblHeader")
    _keep_rows_whole(table)
    _set_look(table, "0020", first_row="1", first_column="0")


def set_widths(table: Table, widths: Sequence[Length]) -> None:
    """Gives the columns of a table their widths."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def make_form(table: Table) -> None:
    """Says that the first column heads the rows, and keeps the table on one page."""
    _set_look(table, "0080", first_row="0", first_column="1")
    _keep_rows_whole(table)
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _keep_rows_whole(table: Table) -> None:
    for row in table.rows:
        properties: Any = row._tr.get_or_add_trPr()
        properties.insert(0, new_element("w:cantSplit"))


def _set_look(table: Table, value: str, *, first_row: str, first_column: str) -> None:
    properties: Any = table._tbl.tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    named = {"w:firstRow": first_row, "w:firstColumn": first_column, "w:noVBand": "1"}
    add_element(properties, "w:tblLook", {"w:val": value, **named})


def file_of(document: Document) -> bytes:
    """The file's bytes: the same document gives the same bytes."""
    data = io.BytesIO()
    document.save(data)
    return office_files.repacked(data.getvalue())


def new_element(tag: str, attributes: Mapping[str, str] | None = None) -> Any:
    """An element of Word's XML, ``w:tag``."""
    made: Any = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    return made


def add_element(parent: Any, tag: str, attributes: Mapping[str, str] | None = None) -> Any:
    """The same, as the last of those in ``parent``."""
    made = new_element(tag, attributes)
    parent.append(made)
    return made
