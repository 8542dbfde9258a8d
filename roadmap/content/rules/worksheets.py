"""Rules of the form that a meeting fills in: worksheets, the checklist and the answers to choose between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmap.content.model import ChecklistGroup, ChecklistItem, Scenario, Worksheet, WorksheetColumn, WorksheetRow
from roadmap.content.model.worksheets import FORM_ID
from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import AnyEntry, texts, unknown
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location
from roadmap.text.markdown import parse

_MENTION = re.compile(r"arbeidsarket\s+«([^»]+)»", re.IGNORECASE)

WithId = Scenario | Worksheet | WorksheetColumn | WorksheetRow | ChecklistGroup | ChecklistItem


def _ids(tree: Tree) -> Iterator[Problem]:
    """Ark, rader, kolonner, grupper og punkter har hver sin id."""
    entry = tree.worksheets
    if entry is None:
        return
    sheets, groups = entry.value.worksheets, entry.value.checklist.groups
    taken = [entry.value.checklist.id]
    yield from _repeated(entry, ("worksheets",), sheets, "arket", taken)
    for index, sheet in enumerate(sheets):
        yield from _repeated(entry, ("worksheets", index, "columns"), sheet.columns, "kolonnen")
        yield from _repeated(entry, ("worksheets", index, "rows"), sheet.rows, "raden")
    yield from _repeated(entry, ("checklist", "groups"), groups, "gruppen")
    for index, group in enumerate(groups):
        yield from _repeated(entry, ("checklist", "groups", index, "checks"), group.checks, "punktet")


def _repeated(
    entry: AnyEntry, location: Location, items: Sequence[WithId], kind: str, taken: Sequence[str] = ()
) -> Iterator[Problem]:
    ids = [*taken, *(item.id for item in items)]
    for index, item in enumerate(items):
        if item.id in ids[: len(taken) + index]:
            yield entry.problem(f"{kind} «{item.id}» står to ganger – gi det ene en annen id", *location, index, "id")


def _chapters(tree: Tree) -> Iterator[Problem]:
    """Hvert ark hører til et kapittel som finnes."""
    entry = tree.worksheets
    if entry is None or any(problem.file.parent.name == "pathway_guide" for problem in tree.problems):
        return
    chapters = [str(chapter.value.chapter) for chapter in tree.chapters]
    for index, sheet in enumerate(entry.value.worksheets):
        location = ("worksheets", index, "chapter")
        yield from unknown(entry, location, str(sheet.chapter), chapters, "kapittel")


def _rows(tree: Tree) -> Iterator[Problem]:
    """Et ark har rader: tomme, eller rad for rad eller fra en annen fil, med eller uten tomme rader til slutt."""
    entry = tree.worksheets
    if entry is None:
        return
    for index, sheet in enumerate(entry.value.worksheets):
        given = [name for name in ("blank_rows", "rows", "rows_from") if getattr(sheet, name)]
        if not given:
            yield entry.problem(
                f"arket «{sheet.id}» har ingen rader å skrive i – legg til «blank_rows», «rows» eller «rows_from»",
                "worksheets",
                index,
            )
        if sheet.rows and sheet.rows_from:
            yield entry.problem(
                f"arket «{sheet.id}» har både «rows» og «rows_from» – behold ett av feltene",
                "worksheets",
                index,
                "rows_from",
            )


def _scenarios(tree: Tree) -> Iterator[Problem]:
    """Scenarier som er rader i et ark, har hver sin id, og den kan stå i navnet på et felt."""
    if tree.worksheets is None or tree.scenarios is None:
        return
    if not any(sheet.rows_from == "scenarios" for sheet in tree.worksheets.value.worksheets):
        return
    scenarios = tree.scenarios.value.scenarios
    yield from _repeated(tree.scenarios, ("scenarios",), scenarios, "scenariet")
    for index, scenario in enumerate(scenarios):
        if not re.fullmatch(FORM_ID, scenario.id):
            yield tree.scenarios.problem(
                f"id-en «{scenario.id}» gir navn til felt i et arbeidsark – "
                "bruk små bokstaver a–z, tall og bindestrek, med en bokstav først",
                "scenarios",
                index,
                "id",
            )


def _decisions(tree: Tree) -> Iterator[Problem]:
    """Det et ark avgjør, leses av en kolonne som møtet skriver i."""
    entry = tree.worksheets
    if entry is None:
        return
    for index, sheet in enumerate(entry.value.worksheets):
        # The first column says what is chosen, so the answer stands in one of the others.
        columns = [column.id for column in sheet.columns[1:]]
        for number, decision in enumerate(sheet.decides):
            location = ("worksheets", index, "decides", number, "column")
            yield from unknown(entry, location, decision.column, columns, "svarkolonnen")


def _options(tree: Tree) -> Iterator[Problem]:
    """Svarene å velge mellom er ulike, og ingen av dem heter «Off», som i en PDF betyr at ingenting er valgt."""
    entry = tree.questions
    if entry is None:
        return
    options = entry.value.yes_no_options
    for index, option in enumerate(options):
        if option in options[:index]:
            yield entry.problem(f"svaret «{option}» står to ganger – fjern det ene", "yes_no_options", index)
        if option == "Off":
            yield entry.problem(
                "«Off» betyr i en PDF at ingenting er valgt – kall svaret noe annet", "yes_no_options", index
            )


def _insertions(tree: Tree) -> Iterator[Problem]:
    """Arkene og sjekklista er satt inn på hver sin plass i et vedlegg."""
    entry = tree.worksheets
    if entry is None or any(problem.file.parent.name == "pathway_guide" for problem in tree.problems):
        return
    inserted = [name for appendix in tree.appendices for name in parse(appendix.value.body).insertions]
    for name, field in (("arbeidsark", "worksheets"), ("sjekkliste", "checklist")):
        if (count := inserted.count(name)) != 1:
            line = f"«<!-- sett inn: {name} -->»"
            yield entry.problem(
                f"linja {line} står {count} ganger i vedleggene – skriv den én gang, der feltene skal stå", field
            )


def _mentions(tree: Tree) -> Iterator[Problem]:
    """Et arbeidsark blir omtalt med den tittelen det har."""
    if tree.worksheets is None:
        return
    titles = [sheet.title for sheet in tree.worksheets.value.worksheets]
    for entry, first_line, text in texts(tree):
        for match in _MENTION.finditer(text):
            title = " ".join(match[1].split())
            if title not in titles:
                line = first_line + text.count("\n", 0, match.start())
                yield Problem(entry.file, line, f"arbeidsarket «{title}» finnes ikke – {suggestion(title, titles)}")


RULES = (_ids, _chapters, _rows, _scenarios, _decisions, _options, _insertions, _mentions)
