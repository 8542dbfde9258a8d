"""What the roadmap asks of somebody in a role: taken from the measures, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from roadmap.content.model import Action, Measure, Question, ReadyMadeText, Roadmap, Role

# As many characters of measures and actions as fit on a sheet with all else that is printed of a role's page; a measure
# has its hours and a line that it may not fill.
_MOST_PRINTED = 5000
_MOST_WITH_A_TEXT = 4200
_MOST_WITH_THE_AGENDA = 1500
_BESIDE_A_TITLE = 50
# As many measures are told in full where there is no room for all.
_TOLD = 5


@dataclass(frozen=True)
class Duty:
    """A measure in which the role does something: what, for how long, and the texts that help."""

    measure: Measure
    actions: list[Action]
    once: float
    monthly: float
    texts: list[ReadyMadeText]

    @property
    def length(self) -> int:
        """How much there is to print of its actions."""
        return sum(len(action.when) + len(action.text) for action in self.actions)


@dataclass(frozen=True)
class Duties:
    """All of it: what the role does, in the order in which it can be begun, and what others do for it.

    ``questions`` are those of the guide that it is asked, the meeting's first.
    """

    role: Role
    own: list[Duty]
    useful: list[Measure]
    questions: list[Question]

    @property
    def once(self) -> float:
        return sum(duty.once for duty in self.own)

    @property
    def monthly(self) -> float:
        return sum(duty.monthly for duty in self.own)

    @property
    def texts(self) -> list[ReadyMadeText]:
        """The texts that the role is the first to use."""
        return [text for duty in self.own for text in duty.texts if text.used_by == self.role.id]

    @property
    def length(self) -> int:
        """How much there is to print of what the role does."""
        return self._titles + sum(duty.length for duty in self.own)

    @property
    def _titles(self) -> int:
        return sum(len(duty.measure.title) + _BESIDE_A_TITLE for duty in self.own)

    @property
    def fits_a_sheet(self) -> bool:
        """Whether every action has room on a sheet of paper."""
        return self.length <= _MOST_PRINTED

    @property
    def leaves_room_for_a_text(self) -> bool:
        """Whether what an editor wrote of the role has room on that sheet too."""
        return self.length <= _MOST_WITH_A_TEXT

    @property
    def leaves_room_for_the_agenda(self) -> bool:
        """Whether the running order of the guide's meeting has room on the sheet."""
        return self.length <= _MOST_WITH_THE_AGENDA

    @property
    def told(self) -> list[Duty]:
        """The measures whose actions are printed: all, or else as many of the first as the sheet has room for."""
        if self.fits_a_sheet:
            return self.own
        lengths = accumulate((duty.length for duty in self.own[:_TOLD]), initial=self._titles)
        count = sum(length <= _MOST_PRINTED for length in lengths) - 1
        return self.own[: max(count, 0)]

    def of_phase(self, number: int, roadmap: Roadmap) -> list[Duty]:
        return [duty for duty in self.own if roadmap.step_of(duty.measure).phase == number]


def duties(role_id: str, roadmap: Roadmap) -> Duties:
    role = next(role for role in roadmap.plan.roles if role.id == role_id)
    own = [_duty(measure, role, roadmap) for measure in in_order(roadmap.measures) if role.id in measure.actors]
    useful = [one for one in roadmap.measures if role.id in one.useful_for and role.id not in one.actors]
    questions = [one for one in roadmap.questions if role.id in one.audience]
    return Duties(role, own, useful, sorted(questions, key=lambda question: not question.starred))


def in_order(measures: Iterable[Measure]) -> list[Measure]:
    """The measures in the roadmap's order, but none before one that it requires."""
    waiting, placed = list(measures), list[Measure]()
    while waiting:
        ready = {measure.id for measure in placed}
        # Without a cycle, which the rules refuse, one of them always waits for nothing.
        following = next(one for one in waiting if ready.issuperset(one.requires))
        waiting.remove(following)
        placed.append(following)
    return placed


def _duty(measure: Measure, role: Role, roadmap: Roadmap) -> Duty:
    work = next(part for part in roadmap.work(measure) if part.role.id == role.id)
    actions = [action for action in measure.actions if action.role == role.id]
    return Duty(measure, actions, work.once, work.monthly, roadmap.measure_texts(measure))
