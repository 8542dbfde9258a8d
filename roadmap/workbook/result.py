"""The sheet with what the self-assessment says: how strong each step is, as a table and as a chart."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roadmap.workbook.about import unit_line
from roadmap.workbook.book import FONT, Book
from roadmap.workbook.layout import Layout
from roadmap.workbook.lists import ANSWER_NAMES, fill
from roadmap.workbook.places import Formula, Value, found, joined, number_of, quoted
from roadmap.workbook.results import NOT_RELEVANT, UNKNOWN

_WIDTHS = {"step": 50, "result": 30, "answered": 16}
# As wide as the table, in pixels.
_CHART_WIDTH = 687


def add_result_sheet(book: Book, places: Layout) -> None:
    """The table of the steps with what came out of the answers, and the same as a chart below."""
    roadmap, texts, table, of = book.frame.roadmap, book.frame.texts.result, places.result, places.steps
    # Table and chart are read together, so they are printed on one page.
    sheet = book.sheet(texts.sheet, [_WIDTHS[name] for name in table.columns], pages_down=1)
    sheet.set_portrait()
    book.top(sheet, texts.sheet, texts.use)
    unit_line(book, sheet)
    book.heads(sheet, table, texts.columns)
    for number, step in enumerate(roadmap.plan.steps):
        asked = len(step.self_assessment)
        answered = {
            "count": f"({of.cell('asked', number)}-{of.cell('missing', number)})",
            "all": of.cell("asked", number),
        }
        none_yet = texts.answered.format(count=0, all=asked)
        cells: dict[str, tuple[Value | Formula, Format]] = {
            "step": (f"{step.letter} {step.title}", book.of_phase(roadmap.phase_of(step))),
            "result": (Formula(_result(book, places, number), texts.unanswered), book.given(bold=True)),
            "answered": (Formula(joined(texts.answered, answered), none_yet), book.given()),
        }
        for name in table.columns:
            book.put(sheet, table.row(number), table.position(name), *cells[name])
    _add_chart(book, sheet, places)


def _result(book: Book, places: Layout, number: int) -> str:
    """What is said of a step, by the kind of its result and the answer that decides."""
    texts, of = book.frame.texts.result, places.steps
    kind, strength = of.cell("kind", number), of.cell("strength", number)

    def answer(wanted: str) -> str:
        return found(quoted(wanted), places.answers.all("id"), places.answers.all("name"))

    decides = f"INDEX({places.answers.all('name')},MAX(1,{strength}))"
    said = {
        "judged": decides,
        "not-relevant": answer(NOT_RELEVANT),
        "open": answer(UNKNOWN),
        "unfinished": quoted(texts.unfinished),
    }
    text = quoted(texts.unanswered)
    for name, formula in said.items():
        text = f"IF({kind}={quoted(name)},{formula},{text})"
    return text


def _add_chart(book: Book, sheet: Worksheet, places: Layout) -> None:
    plan, texts, of = book.frame.roadmap.plan, book.frame.texts.result, places.steps
    phases = [book.frame.roadmap.phase_of(step) for step in plan.steps]
    chart = book.chart("bar")
    chart.add_series(
        {
            "name": texts.chart,
            "categories": f"={of.all('label')}",
            "values": f"={of.all('bar')}",
            "points": [{"fill": {"color": book.colour(f"phase-{phase.colour}")}} for phase in phases],
            "gap": 60,
        }
    )
    levels = ", ".join(
        texts.level.format(number=number, name=level.name)
        for number, level in enumerate(plan.assessment_levels, start=1)
    )
    font = {"name": FONT, "size": 10, "color": book.colour("ink"), "bold": False}
    chart.set_title({"name": texts.chart, "name_font": {**font, "size": 12, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_y_axis(
        {"reverse": True, "crossing": "max", "num_font": font, "line": {"color": book.colour("line-strong")}}
    )
    axis = {"min": 0, "max": len(plan.assessment_levels), "major_unit": 1, "label_position": "low"}
    grid = {"visible": True, "line": {"color": book.colour("line")}}
    chart.set_x_axis(
        axis | {"name": texts.axis.format(levels=levels), "name_font": font, "num_font": font, "major_gridlines": grid}
    )
    chart.set_size({"width": _CHART_WIDTH, "height": 120 + 36 * len(plan.steps)})
    chart.show_hidden_data()
    sheet.insert_chart(places.result.last_row + 2, 0, chart, {"description": texts.chart_description})


def add_steps(book: Book, sheet: Worksheet, places: Layout) -> None:
    """On the hidden sheet: the answers by id, and what they say of each step."""
    plan, table = book.frame.roadmap.plan, places.statements
    numbers, ids = places.answers.all("number"), places.answers.all("id")
    rows: list[Sequence[Value | Formula]] = []
    for step in plan.steps:
        for statement in step.self_assessment:
            number = len(rows)
            own = table.cell("id", number)
            chosen = found(own, places.assessment.all("id"), places.assessment.all("answer"))
            position = number_of(chosen, ANSWER_NAMES, numbers)
            answer = table.cell("answer", number)
            strength = f'IF({answer}="",0,N({found(answer, ids, places.answers.all("strength"))}))'
            rows.append(
                (
                    statement.id,
                    step.letter,
                    Formula(f'IF({position}=0,"",INDEX({ids},MAX(1,{position})))', ""),
                    Formula(strength, 0),
                )
            )
    fill(book, sheet, table, rows)
    fill(book, sheet, places.steps, [_step(book, places, number) for number in range(len(plan.steps))])


def _step(book: Book, places: Layout, number: int) -> Sequence[Value | Formula]:
    """The row of a step: how many statements have which answer, the weakest, and what that makes of it."""
    step, of, texts = book.frame.roadmap.plan.steps[number], places.steps, book.frame.texts.result
    letters, answers, strengths = (places.statements.all(name) for name in ("step", "answer", "strength"))
    own = {name: of.cell(name, number) for name in of.columns}

    def count(test: str) -> str:
        return f"SUMPRODUCT(({letters}={own['id']})*({test}))"

    weakest = "0"
    for strength in range(len(book.frame.roadmap.plan.assessment_levels), 0, -1):
        weakest = f"IF({count(f'{strengths}={strength}')}>0,{strength},{weakest})"
    # What is still to be found out makes a step that is as weak as can be no weaker, and not stronger.
    undecided = f'IF({own["missing"]}>0,"unfinished",IF({own["open"]}>0,"open","judged"))'
    applies = f'IF({own["left_out"]}={own["asked"]},"not-relevant",IF({own["strength"]}=1,"judged",{undecided}))'
    shown = {"step": quoted(f"{step.letter} {step.title}"), "result": places.result.cell("result", number)}
    label = texts.bar.format(step=f"{step.letter} {step.title}", result=texts.unanswered)
    asked = len(step.self_assessment)
    return (
        step.letter,
        asked,
        Formula(count(f"{answers}={quoted(NOT_RELEVANT)}"), 0),
        Formula(count(f'{answers}=""'), asked),
        Formula(count(f"{answers}={quoted(UNKNOWN)}"), 0),
        Formula(weakest, 0),
        Formula(f'IF({own["missing"]}={own["asked"]},"unanswered",{applies})', "unanswered"),
        Formula(f'IF({own["kind"]}="judged",{own["strength"]},0)', 0),
        Formula(joined(texts.bar, shown), label),
    )
