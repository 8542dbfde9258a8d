"""Rules of a story's life: whose consent it has, when it is read through again, and how it is withdrawn."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from roadmap.content.entry import Entry
from roadmap.content.model import WithdrawnStory
from roadmap.content.model.story import WITHDRAWN, years_after
from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry
from roadmap.content.rules.writing import PROJECT_BEGAN
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location
from roadmap.today import today

MOST_YEARS_TO_REVIEW = 5
CONSENT_FIELDS = {
    "consent_reference": "skriv hvor samtykket er arkivert",
    "consent_date": "skriv dagen da samtykket ble gitt, for eksempel 2026-11-22",
}
# The wording of what the form that writes stories can find too.
MESSAGES = {
    "consent": "«consent» er «innhentet», men «{field}» mangler – {cure}",
    "not_come": "datoen {day} er ikke kommet ennå – skriv dagen da {what}",
    "consent_before": "samtykket er gitt {day}, før {before} – skriv dagen da noen sa ja til historien",
    "event": "det som historien forteller om ({date})",
    "review_before": "«review_by» er før det som historien forteller om ({date}) – skriv en senere dag",
    "review_late": "«review_by» er mer enn {years} år fram i tid – skriv en dag før {latest}",
}
BEFORE_THE_PROJECT = "prosjektet begynte"
DAYS = {"date": "det skjedde", "consent_date": "samtykket ble gitt"}
# What stays in the file of a withdrawn story.
_KEPT: tuple[Location, ...] = (("status",), ("withdrawn",))


def _consent(tree: Tree) -> Iterator[Problem]:
    """Et innhentet samtykke har en henvisning til hvor det er arkivert, og dagen da det ble gitt."""
    for entry in tree.stories:
        is_given = entry.value.consent == "innhentet"
        for field, cure in CONSENT_FIELDS.items():
            is_stated = getattr(entry.value, field) is not None
            if is_given and not is_stated:
                yield entry.problem(MESSAGES["consent"].format(field=field, cure=cure), "consent")
            if is_stated and not is_given:
                yield entry.problem(
                    f"«{field}» hører sammen med «consent: innhentet» – fjern feltet, eller skriv «innhentet»", field
                )


def _days(tree: Tree) -> Iterator[Problem]:
    """Det som har skjedd, har skjedd, og samtykket er gitt etter det som historien forteller om."""
    for entry in tree.stories:
        story = entry.value
        for field, what in DAYS.items():
            yield from _not_come(entry, field, what)
        if story.consent_date and story.consent_date < (story.date or PROJECT_BEGAN):
            before = MESSAGES["event"].format(date=story.date) if story.date else BEFORE_THE_PROJECT
            message = MESSAGES["consent_before"].format(day=story.consent_date, before=before)
            yield entry.problem(message, "consent_date")
    for withdrawn in tree.withdrawn_stories:
        yield from _not_come(withdrawn, "withdrawn", "historien ble trukket")


def _not_come(entry: AnyEntry, field: str, what: str) -> Iterator[Problem]:
    day: datetime.date | None = getattr(entry.value, field)
    # It may be yesterday still where the check runs, and nobody must wait for that to withdraw a story.
    if day and day > today() + datetime.timedelta(days=1):
        yield entry.problem(MESSAGES["not_come"].format(day=day, what=what), field)


def _review(tree: Tree) -> Iterator[Problem]:
    """En historie blir lest gjennom på nytt innen fem år, etter det som den forteller om."""
    latest = years_after(today(), MOST_YEARS_TO_REVIEW)
    for entry in tree.stories:
        story = entry.value
        if story.review_by and story.date and story.review_by < story.date:
            yield entry.problem(MESSAGES["review_before"].format(date=story.date), "review_by")
        elif story.review_by and story.review_by > latest:
            message = MESSAGES["review_late"].format(years=MOST_YEARS_TO_REVIEW, latest=latest)
            yield entry.problem(message, "review_by")
        elif due := story.overdue_on(today()):
            message = (
                f"historien skulle vært lest gjennom på nytt innen {due} – les den, og skriv i «review_by» når den "
                f"skal leses igjen, eller trekk den med «status: {WITHDRAWN}»"
            )
            yield replace(entry.problem(message, "review_by"), severity="note")


def _withdrawal(tree: Tree) -> Iterator[Problem]:
    """Dagen da en historie ble trukket, står bare i en som er det; da er teksten slettet fra fila."""
    for entry in tree.stories:
        if entry.value.withdrawn:
            message = (
                f"«withdrawn» hører sammen med «status: {WITHDRAWN}», men «status» er «{entry.value.status}» – skriv "
                f"«{WITHDRAWN}», eller fjern «withdrawn»"
            )
            yield entry.problem(message, "withdrawn")
    for withdrawn in tree.withdrawn_stories:
        if _still_stands(withdrawn, tree):
            message = (
                "historien er trukket, men står fortsatt i fila – slett alt unntatt «status» og «withdrawn»; README "
                "sier hvordan den blir borte fra historikken også"
            )
            yield replace(withdrawn.problem(message, "status"), severity="note")


def _still_stands(entry: Entry[WithdrawnStory], tree: Tree) -> bool:
    """Whether the file of a withdrawn story says anything more than that it is, in comments or otherwise."""
    needed = {entry.lines[location] for location in _KEPT if location in entry.lines}
    lines = enumerate(tree.texts[entry.file].split("\n"), start=1)
    others = [line for number, line in lines if number not in needed and line.strip() not in ("", "---")]
    return bool(others) or any((name,) not in _KEPT for name in tree.documents[entry.file].data)


RULES = (_consent, _days, _review, _withdrawal)
