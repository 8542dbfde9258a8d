"""What the answers ask for, measure by measure, and which of it can be done without a person deciding more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from roadmap.content.model import Approval, Measure, Roadmap
from roadmap.content.model.approval import lapse_of
from roadmap.content.rules.writing import PROJECT_BEGAN
from roadmap.review.answers import Answer
from roadmap.templating import long_date
from roadmap.today import today

Outcome = Literal[
    "approve", "held_back", "change", "strike", "disagreement", "known", "unclear", "unanswered", "unknown"
]


@dataclass(frozen=True)
class Change:
    """What is to become of a measure: its ``outcome``, the ``reasons`` for that, and the answers that say something.

    ``approval`` is what can be written, where the outcome is to approve.
    """

    measure: str
    title: str
    outcome: Outcome
    answers: list[Answer]
    reasons: list[str]
    approval: Approval | None = None


def changes_of(answers: Iterable[Answer], roadmap: Roadmap) -> list[Change]:
    """What the answers of all files ask for, by measure; last come those that can't be placed."""
    placed: dict[str, list[Answer]] = {}
    for answer in answers:
        placed.setdefault(answer.identity.measure if answer.identity else "", []).append(answer)
    measures = {measure.id: measure for measure in roadmap.measures}
    return [
        _change(name, placed[name], measures.get(name), roadmap) for name in sorted(placed, key=lambda id: id or "~")
    ]


def _change(name: str, answers: list[Answer], measure: Measure | None, roadmap: Roadmap) -> Change:
    said = [answer for answer in answers if answer.says_something]
    if measure is None:
        reason = "tiltaket finnes ikke lenger" if name else "koden i skjemaet mangler, eller hører ikke til skjemaet"
        return Change(name, "", "unknown", said, [reason])
    outcome, reasons, approval = _judged(said, measure, roadmap)
    if others := _other_texts(said, roadmap.digest(measure)):
        outcome, approval = ("held_back" if outcome == "approve" else outcome), None
    return Change(name, measure.title, outcome, said, [*others, *reasons], approval)


def _other_texts(said: list[Answer], digest: str) -> list[str]:
    """Why what was read may not be what the site says."""
    reasons = []
    if any(answer.identity and answer.identity.digest != digest for answer in said):
        reasons.append("teksten er endret siden fila ble laget")
    if any(answer.is_text_changed for answer in said):
        reasons.append("teksten i Word-fila er en annen enn den som ble sendt ut")
    return reasons


def _judged(said: list[Answer], measure: Measure, roadmap: Roadmap) -> tuple[Outcome, list[str], Approval | None]:
    decided = [answer for answer in said if answer.decision]
    if any(answer.unclear for answer in said):
        return "unclear", [], None
    if not decided:
        return "unanswered", [], None
    if len({(answer.decision, answer.role, answer.date) for answer in decided}) > 1:
        return "disagreement", [], None
    if decided[0].decision != "godkjent":
        reasons = ["tiltaket er godkjent i dag"] if measure.status == "godkjent" else []
        return ("change" if decided[0].decision == "endres" else "strike"), reasons, None
    if any(not answer.decision and (answer.comment or answer.remarks) for answer in said):
        return "held_back", ["noen har en merknad, men ingen avgjørelse – les den, og spør"], None
    return _approved(decided, measure, roadmap)


def _approved(decided: list[Answer], measure: Measure, roadmap: Roadmap) -> tuple[Outcome, list[str], Approval | None]:
    """Whether an approval can be written, and why not."""
    role, date, digest = decided[0].role, decided[0].date, roadmap.digest(measure)
    reasons = []
    if role is None:
        reasons.append("rollen mangler")
    if date is None:
        reasons.append("datoen mangler")
    elif date > today():
        reasons.append(f"datoen {long_date(date)} er ikke kommet ennå")
    elif date < PROJECT_BEGAN:
        reasons.append(f"datoen {long_date(date)} er før prosjektet begynte")
    if reasons or role is None or date is None:
        return "held_back", reasons, None
    approval = Approval.model_construct(role=role, date=date, text=digest)
    if lapse_of(approval, digest, roadmap.plan.approval_months, today()):
        return "held_back", [f"godkjenningen fra {long_date(date)} er allerede for gammel"], None
    owner = measure.owner
    owned = [f"faglig eier er {roadmap.role_in_text(owner)}"] if owner and owner != role else []
    outcome, reasons, given = _beside(measure.approval, approval, roadmap)
    return outcome, [*owned, *reasons], given


def _beside(known: Approval | None, given: Approval, roadmap: Roadmap) -> tuple[Outcome, list[str], Approval | None]:
    """Whether an approval can take the place of the one that there is."""
    if known is None:
        return "approve", [], given
    who = f"{roadmap.role_in_text(known.role)} {long_date(known.date)}"
    if (known.role, known.date, known.text) == (given.role, given.date, given.text):
        return "known", [f"godkjenningen av {who} er ført inn fra før"], None
    if known.date > given.date:
        return "known", [f"en nyere godkjenning, av {who}, står i fila og blir ikke skrevet over"], None
    if known.date == given.date and known.role != given.role:
        return "known", [f"det er godkjent av {who} fra før"], None
    return "approve", [f"erstatter godkjenningen av {who}"], given
