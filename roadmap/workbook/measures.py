"""The sheet with every measure, to look through and filter."""

from __future__ import annotations

from roadmap import urls
from roadmap.workbook.book import Book
from roadmap.workbook.layout import Layout
from roadmap.workbook.places import Value

_WIDTHS = {
    "id": 5.5,
    "title": 26,
    "summary": 34,
    "phase": 17,
    "step": 19,
    "actors": 22,
    "effort": 15.5,
    "hours": 15,
    "requires": 9,
    "status": 13,
    "link": 12,
}


def add_measures_sheet(book: Book, places: Layout) -> None:
    roadmap, texts, table = book.frame.roadmap, book.frame.texts.measures, places.overview
    sheet = book.sheet(texts.sheet, [_WIDTHS[name] for name in table.columns])
    book.top(sheet, texts.sheet, texts.use)
    book.heads(sheet, table, texts.columns)
    sheet.freeze_panes(table.head + 1, 2)
    # The link is of no use on paper.
    sheet.print_area(0, 0, table.last_row, table.position("link") - 1)
    for number, measure in enumerate(roadmap.measures):
        step = roadmap.step_of(measure)
        phase = roadmap.phase_of(step)
        values: dict[str, Value] = {
            "id": measure.id,
            "title": measure.title,
            "summary": measure.summary,
            "phase": f"{phase.number} {phase.title}",
            "step": f"{step.letter} {step.title}",
            "actors": ", ".join(roadmap.role_name(role) for role in measure.actors),
            "effort": roadmap.effort(measure).name,
            "hours": roadmap.hours_to_begin(measure),
            "requires": ", ".join(measure.requires),
            "status": texts.approved if measure.status == "godkjent" else texts.proposal,
        }
        row = table.row(number)
        for name, value in values.items():
            look = {"id": book.of_phase(phase), "hours": book.given(align="left")}
            book.put(sheet, row, table.position(name), value, look.get(name, book.given()))
        address = f"{book.frame.site_url}{urls.page_url(urls.measure_page(measure.id))}"
        sheet.write_url(row, table.position("link"), address, book.link(), texts.link.format(id=measure.id))
