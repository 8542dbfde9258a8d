"""Which tables the workbook has, and where each of them stands: formulas of one sheet ask for cells of another."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.content.model import Roadmap
from roadmap.workbook.places import Table
from roadmap.workbook.texts import Texts

# Three years.
MONTHS = 36
# Below the heading, what the sheet is for, the unit and an empty line.
_HEAD = 4


@dataclass(frozen=True)
class Layout:
    """The tables that people see (``overview`` to ``months``), and those on the hidden sheet."""

    overview: Table
    plan: Table
    assessment: Table
    result: Table
    months: Table
    statuses: Table
    answers: Table
    roles: Table
    measures: Table
    statements: Table
    steps: Table
    points: Table
    most_required: int

    @property
    def required(self) -> list[str]:
        """The columns with what a measure requires; beside each is one with what of it is lacking."""
        return [f"requires_{number}" for number in range(1, self.most_required + 1)]

    @property
    def lacking(self) -> list[str]:
        return [f"lacks_{number}" for number in range(1, self.most_required + 1)]


def layout(roadmap: Roadmap, texts: Texts) -> Layout:
    plan, measures = roadmap.plan, len(roadmap.measures)
    statements = sum(len(step.self_assessment) for step in plan.steps)
    answers = len(plan.assessment_levels) + len(plan.assessment_others)
    most_required = max(1, *(len(measure.requires) for measure in roadmap.measures))
    requires = tuple(f"{name}_{number}" for name in ("requires", "lacks") for number in range(1, most_required + 1))
    left = 0

    def hidden(rows: int, *columns: str) -> Table:
        nonlocal left
        made = Table(texts.lists, 1, left, rows, columns)
        left += len(columns) + 1
        return made

    return Layout(
        Table(texts.measures.sheet, _HEAD - 1, 0, measures, tuple(texts.measures.columns)),
        Table(texts.plan.sheet, _HEAD, 0, measures, tuple(texts.plan.columns)),
        Table(texts.assessment.sheet, _HEAD, 0, statements, tuple(texts.assessment.columns)),
        Table(texts.result.sheet, _HEAD, 0, len(plan.steps), tuple(texts.result.columns)),
        Table(texts.figures.sheet, _HEAD, 0, MONTHS, tuple(texts.figures.columns)),
        hidden(len(plan.progress_levels), "id", "name", "number"),
        hidden(answers, "id", "name", "number", "strength"),
        hidden(len(plan.roles), "id", "name"),
        hidden(measures, "id", "phase", *requires, "status", "waits"),
        hidden(statements, "id", "step", "answer", "strength"),
        hidden(len(plan.steps), "id", "asked", "left_out", "missing", "open", "strength", "kind", "bar", "label"),
        hidden(MONTHS, "of_median", "side", "last", "run", "crossing", "median", "target"),
        most_required,
    )
