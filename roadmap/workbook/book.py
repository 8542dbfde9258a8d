"""The workbook while it is made: the file, the looks of its cells, and what all its sheets have alike."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roadmap import office_files
from roadmap.content.model import Phase, Roadmap
from roadmap.errors import OutputError
from roadmap.site.social_cards import colours
from roadmap.workbook.places import Formula, Table, Value, serial
from roadmap.workbook.texts import Texts

# Office's own, which hospitals' machines have.
FONT = "Arial"
_FONT_SIZE = 10
_DATE = "dd.mm.yyyy"
# Norwegian whatever the language of the office suite is.
_MONTH = "[$-414]mmm yyyy"
_LANGUAGE = "nb-NO"
_PAPER_A4 = 9
# How many characters a line has for each of the column's width, how many the blank before it takes, in points how high
# it is, and what is left around it.
_CHARACTERS = 1.12
_INDENT = 1.5
_LINE_HEIGHT = 12.75
_PADDING = 4
_END_OF_PROPERTIES = b"</cp:coreProperties>"


@dataclass(frozen=True)
class Frame:
    """What every sheet says of the edition, and where the site is."""

    roadmap: Roadmap
    texts: Texts
    site_url: str


class Book:
    """A workbook of sheets that are laid out alike."""

    def __init__(self, frame: Frame, templates: Path) -> None:
        self.frame = frame
        self._file = io.BytesIO()
        # Columns are as wide as this font's digits make them, on machines without Office's own, too.
        standard = {"font_name": FONT, "font_size": _FONT_SIZE}
        self._workbook = xlsxwriter.Workbook(self._file, {"in_memory": True, "default_format_properties": standard})
        self._colours = colours(templates)
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._widths: dict[str, tuple[float, ...]] = {}
        self._lines: dict[tuple[Worksheet, int], int] = {}
        plan = frame.roadmap.plan
        self.title = frame.texts.title.format(title=plan.short_title)
        created = datetime.datetime.combine(plan.edition.date, datetime.time())
        self._workbook.set_properties({"title": self.title, "created": created, "author": "", "comments": ""})
        self._workbook.set_size(24000, 14000)

    def colour(self, name: str) -> str:
        return self._colours[name]

    def look(self, **properties: Any) -> Format:
        """A format; the same properties give the same one."""
        base = {
            "font_name": FONT,
            "font_size": _FONT_SIZE,
            "font_color": self.colour("ink"),
            "valign": "top",
            **properties,
        }
        key = tuple(sorted(base.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(base)
        return self._formats[key]

    def given(self, **properties: Any) -> Format:
        """A cell of what the roadmap says, or a formula gives."""
        edge = {"bg_color": self.colour("ground"), "bottom": 1, "bottom_color": self.colour("line")}
        return self.look(**{"text_wrap": True, "align": "left", "indent": 1} | edge | properties)

    def input(self, **properties: Any) -> Format:
        """A cell that people fill in."""
        edge = {"border": 1, "border_color": self.colour("line-strong"), "bg_color": self.colour("paper")}
        return self.look(**{"text_wrap": True, "align": "left", "indent": 1} | edge | properties)

    def input_date(self) -> Format:
        return self.input(num_format=_DATE)

    def given_month(self) -> Format:
        return self.given(num_format=_MONTH, align="left")

    def input_month(self) -> Format:
        return self.input(num_format=_MONTH)

    def of_phase(self, phase: Phase) -> Format:
        """A cell in the colours of a phase."""
        name = f"phase-{phase.colour}"
        return self.given(bg_color=self.colour(f"{name}-ground"), font_color=self.colour(name), bold=True)

    def head(self) -> Format:
        colours = {"font_color": self.colour("paper"), "bg_color": self.colour("ink")}
        return self.look(bold=True, text_wrap=True, align="left", indent=1, valign="vcenter", **colours)

    def link(self) -> Format:
        return self.look(font_color=self.colour("link"), underline=1, text_wrap=True)

    def note(self) -> Format:
        return self.look(font_color=self.colour("ink-soft"))

    def sheet(self, name: str, widths: Iterable[float], *, pages_down: int = 0) -> Worksheet:
        """A new sheet, printed lying on A4, one page across, and as many down as it takes where none are said."""
        made: Worksheet = self._workbook.add_worksheet(name)
        self._widths[name] = tuple(widths)
        for column, width in enumerate(self._widths[name]):
            made.set_column(column, column, width, self.look())
        made.hide_gridlines(2)
        made.set_landscape()
        made.set_paper(_PAPER_A4)
        made.fit_to_pages(1, pages_down)
        made.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        plan = self.frame.roadmap.plan
        footer = self.frame.texts.footer.format(title=plan.short_title, edition=plan.edition)
        if self.frame.roadmap.has_drafts():
            footer += f". {plan.proposal.label}."
        made.set_footer(f"&L&9{footer.replace('&', '&&')}&R&9&A &P / &N", {"scale_with_doc": False})
        return made

    def top(self, sheet: Worksheet, title: str, lead: str) -> None:
        """The first two rows of a sheet: what it is called, and what it is for."""
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, title, self.look(bold=True, font_size=16, valign="vcenter"))
        sheet.write_string(1, 0, lead, self.note())

    def put(self, sheet: Worksheet, row: int, column: int, value: Value | Formula, look: Format) -> None:
        """Writes a cell; a text is never taken for a formula, whatever it begins with.

        Raises:
            OutputError: when a text has characters that no file can hold.
        """
        match value:
            case None | "":
                sheet.write_blank(row, column, None, look)
            case str():
                for character in office_files.forbidden_characters(value):
                    code = f"U+{ord(character):04X}"
                    raise OutputError(f"Regnearket: tegnet {code} kan ikke stå i en Excel-fil – fjern det")
                sheet.write_string(row, column, value, look)
                if look.text_wrap:
                    width = self._widths[sheet.name][column] - _INDENT * look.indent
                    lines = len(wrap(value, round(width * _CHARACTERS)))
                    self._lines[sheet, row] = max(lines, self._lines.get((sheet, row), 1))
            case datetime.date():
                sheet.write_number(row, column, serial(value), look)
            case int() | float():
                sheet.write_number(row, column, value, look)
            case Formula(text, given):
                cached = serial(given) if isinstance(given, datetime.date) else given
                sheet.write_formula(row, column, f"={text}", look, "" if cached is None else cached)

    def heads(self, sheet: Worksheet, table: Table, titles: Mapping[str, str]) -> None:
        """The head of a table, which stays in sight and stands on each printed page, with a filter in each column."""
        columns = [{"header": titles[name]} for name in table.columns]
        sheet.add_table(table.head, table.left, table.last_row, table.right, {"columns": columns, "style": None})
        for name in table.columns:
            self.put(sheet, table.head, table.position(name), titles[name], self.head())
        sheet.repeat_rows(table.head)

    def name(self, name: str, cells: str) -> None:
        """Gives cells a name, by which formulas and lists know them."""
        self._workbook.define_name(name, f"={cells}")

    def chart(self, kind: str, subtype: str | None = None) -> Any:
        options = {"type": kind} | ({"subtype": subtype} if subtype else {})
        return self._workbook.add_chart(options)

    def file(self) -> bytes:
        """The file's bytes: the same workbook gives the same bytes."""
        for (sheet, row), lines in self._lines.items():
            sheet.set_row(row, _LINE_HEIGHT * lines + _PADDING)
        self._workbook.close()
        return office_files.repacked(self._file.getvalue(), _finished)


def _finished(name: str, part: bytes) -> bytes:
    """What XlsxWriter has no way to say: the language, and rows that grow when people write more in them."""
    if name == "docProps/core.xml":
        language = f"<dc:language>{_LANGUAGE}</dc:language>".encode()
        return part.replace(_END_OF_PROPERTIES, language + _END_OF_PROPERTIES)
    if name.startswith("xl/worksheets/sheet"):
        return part.replace(b' customHeight="1"', b"")
    return part
