"""The sheet with monthly counts: a run chart with its median, and what Anhøj's two rules find in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import accumulate, repeat

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roadmap.workbook.about import unit_line
from roadmap.workbook.book import FONT, Book
from roadmap.workbook.layout import MONTHS, Layout
from roadmap.workbook.lists import fill
from roadmap.workbook.places import Formula, Value, cell, joined, quoted
from roadmap.workbook.results import LEAST_USEFUL

_WIDTHS = (14, 12, 34, 3, 40, 24)
# Beside the table: what people fill in, what is computed, and the chart.
_NAMES, _VALUES = 4, 5
_FIRST_INPUT, _FIRST_RESULT, _CHART = 5, 11, 21
_FIRST_DAY = datetime.date(2000, 1, 1)
_LAST_DAY = datetime.date(2099, 12, 31)
_MOST = 1_000_000


def add_figures_sheet(book: Book, places: Layout) -> None:
    texts, table = book.frame.texts.figures, places.months
    # Table and chart are read together, so they are printed on one page.
    sheet = book.sheet(texts.sheet, _WIDTHS, pages_down=1)
    book.top(sheet, texts.sheet, texts.use)
    unit_line(book, sheet)
    _add_inputs(book, sheet)
    _add_results(book, sheet, places)
    book.heads(sheet, table, texts.columns)
    sheet.freeze_panes(table.head + 1, 0)
    month = _first_month(book)
    months = accumulate(repeat(month, MONTHS), lambda before, _: (before + datetime.timedelta(days=31)).replace(day=1))
    start = _input(book, "start")
    for number, first in enumerate(months):
        if number:
            before = table.cell("month", number - 1).partition("!")[2]
            text = f'IF(ISNUMBER({before}),DATE(YEAR({before}),MONTH({before})+1,1),"")'
        else:
            text = f'IF(ISNUMBER({start}),DATE(YEAR({start}),MONTH({start}),1),"")'
        row = table.row(number)
        book.put(sheet, row, table.position("month"), Formula(text, first), book.given_month())
        book.put(sheet, row, table.position("count"), None, book.input())
        book.put(sheet, row, table.position("note"), None, book.input())
    place = table.position("count")
    counts = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _MOST}
    told = {
        "input_title": texts.columns["count"],
        "input_message": texts.count_hint,
        "error_message": texts.write_count,
    }
    sheet.data_validation(table.row(0), place, table.last_row, place, counts | told)
    _add_chart(book, sheet, places)


def _first_month(book: Book) -> datetime.date:
    """January of the edition's year, until somebody says otherwise."""
    return book.frame.roadmap.plan.edition.date.replace(month=1, day=1)


_INPUTS = ("measure", "target", "start", "from_", "until")


def _input(book: Book, name: str) -> str:
    """The cell of something that people fill in above the table."""
    return cell(book.frame.texts.figures.sheet, _FIRST_INPUT + _INPUTS.index(name), _VALUES)


def _add_inputs(book: Book, sheet: Worksheet) -> None:
    texts = book.frame.texts.figures
    month: dict[str, object] = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    month |= {"error_message": texts.write_date.format(date=_first_month(book).strftime("%d.%m.%Y"))}
    number: dict[str, object] = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _MOST}
    number |= {"input_message": texts.target_hint, "error_message": texts.write_count}
    frozen = month | {"input_message": texts.frozen_hint}
    fields: tuple[tuple[str, Value, Format, dict[str, object]], ...] = (
        (texts.measure, texts.measure_example, book.input(), {"validate": "any"}),
        (texts.target, None, book.input(), number),
        (texts.start, _first_month(book), book.input_month(), month | {"input_message": texts.start_hint}),
        (texts.from_, None, book.input_month(), frozen),
        (texts.until, None, book.input_month(), frozen),
    )
    for row, (name, value, look, rule) in enumerate(fields, start=_FIRST_INPUT):
        book.put(sheet, row, _NAMES, name, book.look(bold=True, valign="vcenter"))
        book.put(sheet, row, _VALUES, value, look)
        sheet.data_validation(row, _VALUES, row, _VALUES, {"input_title": name} | rule)


_RESULTS = ("median", "useful", "longest", "longest_limit", "crossings", "crossings_limit")


def result_cell(book: Book, name: str) -> str:
    """The cell of something that is computed above the table."""
    return cell(book.frame.texts.figures.sheet, _FIRST_RESULT + _RESULTS.index(name), _VALUES)


def _add_results(book: Book, sheet: Worksheet, places: Layout) -> None:
    texts, of = book.frame.texts.figures, places.points
    useful, longest, crossings = (result_cell(book, name) for name in ("useful", "longest", "crossings"))
    limit, fewest = (result_cell(book, name) for name in ("longest_limit", "crossings_limit"))
    few = joined(texts.too_few, {"count": useful, "least": str(LEAST_USEFUL)})
    shift, seldom = joined(texts.shift, {"longest": longest}), quoted(texts.few_crossings)
    steady = f"IF({crossings}<{fewest},{seldom},{quoted(texts.steady)})"
    formulas = (
        Formula(f'IFERROR(MEDIAN({of.all("of_median")}),"")', ""),
        Formula(f"COUNTIF({of.all('side')},1)+COUNTIF({of.all('side')},-1)", 0),
        Formula(f"MAX({of.all('run')})", 0),
        Formula(f'IF({useful}<{LEAST_USEFUL},"–",ROUND(LOG({useful},2),0)+3)', "–"),
        Formula(f"SUM({of.all('crossing')})", 0),
        Formula(f'IF({useful}<{LEAST_USEFUL},"–",CRITBINOM({useful}-1,0.5,0.05))', "–"),
    )
    for row, (name, formula) in enumerate(zip(_RESULTS, formulas, strict=True), start=_FIRST_RESULT):
        book.put(sheet, row, _NAMES, getattr(texts, name), book.look())
        number_format = "General" if name == "median" else "0"
        book.put(sheet, row, _VALUES, formula, book.given(align="left", num_format=number_format))
    none_yet = texts.too_few.format(count=0, least=LEAST_USEFUL)
    conclusions = (
        Formula(f"IF({useful}<{LEAST_USEFUL},{few},IF({longest}>{limit},{shift},{steady}))", none_yet),
        Formula(f'IF({useful}<{LEAST_USEFUL},"",IF(AND({longest}>{limit},{crossings}<{fewest}),{seldom},""))', ""),
    )
    below = _FIRST_RESULT + len(formulas)
    for row, conclusion in enumerate(conclusions, start=below):
        book.put(sheet, row, _NAMES, conclusion, book.look(bold=True))
    for row, line in enumerate(texts.about_rules, start=below + len(conclusions)):
        book.put(sheet, row, _NAMES, line, book.note())


def _add_chart(book: Book, sheet: Worksheet, places: Layout) -> None:
    texts, table, of = book.frame.texts.figures, places.months, places.points
    months, font = f"={table.all('month')}", {"name": FONT, "size": 10, "color": book.colour("ink"), "bold": False}
    chart = book.chart("line")
    count, median, target = (book.colour(name) for name in ("phase-1", "ink", "phase-3"))
    dot = {"color": count}
    marker = {"type": "circle", "size": 6, "fill": dot, "border": dot}
    series: tuple[tuple[str, str, dict[str, object], dict[str, object]], ...] = (
        (texts.chart_count, table.all("count"), {"color": count, "width": 2.25}, marker),
        (texts.chart_median, of.all("median"), {"color": median, "width": 1.5}, {"type": "none"}),
        (texts.chart_target, of.all("target"), {"color": target, "width": 1.5, "dash_type": "dash"}, {"type": "none"}),
    )
    for name, values, line, points in series:
        chart.add_series({"name": name, "categories": months, "values": f"={values}", "line": line, "marker": points})
    chart.set_title({"name": texts.chart, "name_font": {**font, "size": 12, "bold": True}})
    chart.set_legend({"position": "bottom", "font": font})
    edge = {"line": {"color": book.colour("line-strong")}, "num_font": font}
    chart.set_x_axis(
        {"date_axis": True, "num_format": "[$-414]mmm yy", "major_unit": 3, "major_unit_type": "months", **edge}
    )
    chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": book.colour("line")}}, **edge})
    chart.set_size({"width": 840, "height": 420})
    chart.show_blanks_as("gap")
    chart.show_hidden_data()
    sheet.insert_chart(_CHART, _NAMES, chart, {"description": texts.chart_description})


def add_points(book: Book, sheet: Worksheet, places: Layout) -> None:
    """On the hidden sheet: on which side of the median each month lies, and what runs and crossings that makes."""
    fill(book, sheet, places.points, [_point(book, places, number) for number in range(MONTHS)])


def _point(book: Book, places: Layout, number: int) -> Sequence[Value | Formula]:
    of, table = places.points, places.months
    month, count = table.cell("month", number), table.cell("count", number)
    start, until, target = (_input(book, name) for name in ("from_", "until", "target"))
    median = result_cell(book, "median")
    own = {name: of.cell(name, number) for name in of.columns}
    last, run = (of.cell(name, number - 1) if number else "0" for name in ("last", "run"))
    is_locked = f"AND(ISNUMBER({start}),ISNUMBER({until}))"
    # The month that runs is not over, and is drawn only.
    counts = f"AND(ISNUMBER({count}),ISNUMBER({month}),N({month})<DATE(YEAR(TODAY()),MONTH(TODAY()),1))"
    from_start = f"{month}>=DATE(YEAR({start}),MONTH({start}),1)"
    within = f"IF({is_locked},AND({from_start},{month}<={until}),TRUE)"
    compared = f"IF({is_locked},{from_start},TRUE)"
    is_beside = f"N({own['side']})<>0"
    return (
        Formula(f'IF({counts},IF({within},{count},""),"")', ""),
        Formula(f'IF(AND({counts},ISNUMBER({median})),IF({compared},SIGN({count}-N({median})),""),"")', ""),
        Formula(f"IF({is_beside},{own['side']},{last})", 0),
        Formula(f"IF({is_beside},IF({own['side']}={last},{run}+1,1),{run})", 0),
        Formula(f"IF(AND({is_beside},{last}<>0),IF({own['side']}={last},0,1),0)", 0),
        Formula(f"IF(ISNUMBER({median}),{median},NA())", "#N/A"),
        Formula(f"IF(ISNUMBER({target}),{target},NA())", "#N/A"),
    )
