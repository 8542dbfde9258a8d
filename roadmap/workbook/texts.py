"""What the workbook says besides the roadmap itself, ``templates/workbook/texts.yml``."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from roadmap.content.files import read_text
from roadmap.content.yaml12 import parse_yaml


class _Texts(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SheetTexts(_Texts):
    """A sheet: its name, what it is used for, and the titles of its table's columns by what they hold."""

    sheet: str
    use: str
    columns: dict[str, str]


class AboutTexts(_Texts):
    sheet: str
    what: str
    lead: str
    edition: str
    edition_of: str
    unit: str
    date: str
    unit_hint: str
    date_hint: str
    sheets: str
    uses: str
    good_to_know: str
    notes: list[str]
    site: str


class MeasureTexts(SheetTexts):
    approved: str
    proposal: str
    link: str


class PlanTexts(SheetTexts):
    can_start: str
    waits: str
    begun: str
    progress: str
    progress_of_phase: str
    status_hint: str
    role_hint: str
    date_hint: str
    choose: str
    write_date: str


class AssessmentTexts(SheetTexts):
    answer_hint: str
    choose: str
    meanings: str


class ResultTexts(SheetTexts):
    unanswered: str
    unfinished: str
    bar: str
    answered: str
    chart: str
    axis: str
    level: str
    chart_description: str


class FigureTexts(SheetTexts):
    measure: str
    measure_example: str
    target: str
    start: str
    from_: str
    until: str
    start_hint: str
    frozen_hint: str
    target_hint: str
    write_date: str
    count_hint: str
    write_count: str
    median: str
    useful: str
    longest: str
    longest_limit: str
    crossings: str
    crossings_limit: str
    too_few: str
    shift: str
    few_crossings: str
    steady: str
    about_rules: list[str]
    chart: str
    chart_count: str
    chart_median: str
    chart_target: str
    chart_description: str


class Texts(_Texts):
    """All of it, sheet by sheet; what stands in braces is filled in."""

    title: str
    lists: str
    list_columns: dict[str, str]
    footer: str
    about: AboutTexts
    measures: MeasureTexts
    plan: PlanTexts
    assessment: AssessmentTexts
    result: ResultTexts
    figures: FigureTexts

    @property
    def filled_in(self) -> tuple[SheetTexts, ...]:
        """The sheets with tables, in the workbook's order."""
        return self.measures, self.plan, self.assessment, self.result, self.figures


def read_texts(templates: Path) -> Texts:
    """The texts in a folder of templates."""
    file = templates / "workbook/texts.yml"
    return Texts.model_validate(parse_yaml(read_text(file), file).data)
