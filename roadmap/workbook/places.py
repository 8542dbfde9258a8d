"""Where things stand in the workbook, and the parts that formulas are put together of.

Functions have their English names, as the file format demands; an office suite shows them in its own language.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

# What a cell can hold. Dates are numbers to an office suite, counted from this day.
Value = str | int | float | datetime.date | None
_DAY_ZERO = datetime.date(1899, 12, 30)


@dataclass(frozen=True)
class Formula:
    """A formula, without «=», and what it gives in the workbook as it is."""

    text: str
    value: Value


@dataclass(frozen=True)
class Table:
    """A table on a sheet: its columns by name, from ``left``, and ``rows`` rows below its head in ``head``."""

    sheet: str
    head: int
    left: int
    rows: int
    columns: tuple[str, ...]

    def position(self, column: str) -> int:
        return self.left + self.columns.index(column)

    def row(self, number: int) -> int:
        """The row of the sheet that an entry stands in, counted from 0 as everything here."""
        return self.head + 1 + number

    def cell(self, column: str, number: int) -> str:
        """The cell of an entry, as other sheets write it."""
        return cell(self.sheet, self.row(number), self.position(column))

    def all(self, column: str) -> str:
        """The cells of a column, as other sheets write them."""
        place = self.position(column)
        return f"{quote_sheetname(self.sheet)}!{xl_range_abs(self.row(0), place, self.row(self.rows - 1), place)}"

    @property
    def last_row(self) -> int:
        return self.row(self.rows - 1)

    @property
    def right(self) -> int:
        return self.left + len(self.columns) - 1


def cell(sheet: str, row: int, column: int) -> str:
    """A cell, as other sheets write it."""
    return f"{quote_sheetname(sheet)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def serial(day: datetime.date) -> int:
    """A day as office suites count it."""
    return (day - _DAY_ZERO).days


def quoted(text: str) -> str:
    """A text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def joined(text: str, parts: Mapping[str, str]) -> str:
    """A text within a formula, with each ``{name}`` replaced by what another formula gives."""
    pieces = re.split(r"\{(\w+)\}", text)
    said = [parts[piece] if place % 2 else quoted(piece) for place, piece in enumerate(pieces) if piece]
    return "&".join(said)


def number_of(choice: str, names: str, numbers: str) -> str:
    """The number of what somebody chose among ``names``, 0 where it is none of them.

    MATCH would take «*» for any of them. Blanks around it come with what is pasted.
    """
    return f"IFERROR(SUMPRODUCT(({names}=TRIM({choice}))*{numbers}),0)"


def found(wanted: str, among: str, gives: str) -> str:
    """What stands in ``gives`` where ``wanted``, which is an id, stands ``among`` others."""
    return f"INDEX({gives},MATCH({wanted},{among},0))"
