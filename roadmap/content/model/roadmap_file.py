"""The roadmap's frame, ``content/roadmap.yml``: phases, steps and the closed lists."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, Choice, Content, IsoDate, Letter, Line, MeasureReference, Pattern, Title

# As many as ``--phase-N`` in the templates' tokens.css; further phases begin again at the first.
PHASE_COLOURS = 3


class Role(Choice):
    """Somebody who does something.

    ``target_group`` marks those that a measure can be useful for, ``outside`` those who don't work in the unit.
    ``can_approve`` is false of those who don't answer for a text professionally.
    ``most_hours`` is what the measures together may ask of one person in a month, ``most_hours_reason`` why.
    """

    target_group: bool = False
    outside: bool = False
    can_approve: bool = True
    most_hours: Annotated[int, Field(ge=1, le=160)] | None = None
    most_hours_reason: Line | None = None

    @property
    def mark(self) -> str:
        """The name of the file with the mark of a target group, in ``templates/theme/assets/marks/``."""
        return f"{self.page_name}.svg"

    @property
    def page_name(self) -> str:
        """The id in a–z: the name of the file with the page of a role, and so a part of its URL."""
        return self.id.translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})


class Phase(Content):
    number: Annotated[int, Field(ge=1, le=9)]
    title: Title
    question: Line

    @property
    def colour(self) -> int:
        """The number of the phase's colour, for the class ``phase-N``."""
        return (self.number - 1) % PHASE_COLOURS + 1


StatementId = Annotated[str, Pattern("[a-z][a-z0-9-]{2,59}", "bruk 3–60 små bokstaver a–z, tall og bindestrek")]


class AssessmentStatement(Content):
    """Something that people say is true of them, or not; what they answered is kept by ``id``, also a former one.

    ``measures`` are those of its step that help where it is not true.
    """

    id: StatementId
    text: Line
    measures: Annotated[list[MeasureReference], Field(min_length=1)]
    former_ids: list[StatementId] = []


class AssessmentAnswer(Choice):
    """An answer to a statement, and what it means."""

    meaning: Line


class Step(Content):
    letter: Letter
    title: Title
    phase: int
    question: Line
    why: Annotated[str, Field(min_length=40, max_length=420), PLAIN]
    done_when: Annotated[list[Line], Field(min_length=2, max_length=3)]
    self_assessment: Annotated[list[AssessmentStatement], Field(min_length=2, max_length=3)]

    @property
    def slug(self) -> str:
        return self.letter.lower()


class Return(Content):
    """A dashed branch of the road: where experience sends a department back to an earlier step."""

    from_: Annotated[Letter, Field(alias="from")]
    to: Letter
    reason: Line


class Effort(Choice):
    """How much work it is to begin with a measure: at most ``most_hours``, or more than all others."""

    most_hours: Annotated[int, Field(ge=1, le=400)] | None = None


class Edition(Content):
    """A version, and what kind of edition it is («utkast til høring») where it is not the final one."""

    version: Annotated[
        str,
        Pattern(r"(?:0|[1-9][0-9]*)\.[0-9]+", "skriv utgaven som «1.0» eller «0.9», i anførselstegn"),
    ]
    kind: Annotated[str, Field(min_length=3, max_length=40), PLAIN] | None = None
    date: IsoDate

    def __str__(self) -> str:
        return f"{self.version} – {self.kind}" if self.kind else self.version


class Proposal(Content):
    """What readers are told, in the open, of a text that nobody has approved: a label, and the whole of it by kind.

    ``originals`` asks those who have the project's own texts to send them.
    """

    label: Annotated[str, Field(min_length=3, max_length=40), PLAIN]
    measures: Line
    step: Line
    measure: Line
    guide: Line
    text: Line
    example: Line
    story: Line
    originals: Line


class Range(Content):
    """How many of something there may be."""

    least: Annotated[int, Field(ge=0)]
    most: Annotated[int, Field(ge=1)]

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most

    def __str__(self) -> str:
        return f"{self.least}–{self.most}"


class Limits(Content):
    """How much the guide may be, so that a meeting can bear it."""

    questions: Range
    guide_pages: Range
    meeting_pages: Range


class BeginStep(Content):
    """A line of the rule for where to begin, and where it leads: to a measure, or to the page with all statements."""

    text: Line
    measure: MeasureReference | None = None
    statements: bool = False


class Plan(Content):
    """``content/roadmap.yml``: the roadmap's frame and its closed lists.

    ``approval_months`` is how long an approval holds. ``assessment_levels`` are the answers to statements, the weakest
    first, and ``assessment_others`` those that tell nothing of how far somebody has come.
    """

    title: Title
    short_title: Annotated[str, Field(min_length=3, max_length=40), PLAIN]
    lead: Line
    edition: Edition
    proposal: Proposal
    begin: Annotated[list[BeginStep], Field(min_length=2, max_length=5)]
    measure_count: Annotated[int, Field(ge=1)]
    approval_months: Annotated[int, Field(ge=1, le=120)] = 24
    limits: Limits
    phases: Annotated[list[Phase], Field(min_length=1)]
    returns: list[Return] = []
    steps: Annotated[list[Step], Field(min_length=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    levels: Annotated[list[Choice], Field(min_length=1)]
    efforts: Annotated[list[Effort], Field(min_length=1)]
    trusts: Annotated[list[Choice], Field(min_length=1)]
    fields: Annotated[list[Choice], Field(min_length=1)]
    assessment_levels: Annotated[list[AssessmentAnswer], Field(min_length=2)]
    assessment_others: list[AssessmentAnswer] = []
    progress_levels: Annotated[list[Choice], Field(min_length=2)]

    @property
    def approvers(self) -> list[Role]:
        """The roles that can approve a text."""
        return [role for role in self.roles if role.can_approve]
