"""What content *is*: one declared model for each kind of file under ``content/``.

Lengths, counts and closed values that belong to a single field are declared here; rules that need more than
one file live in ``rules/``. Roles, levels, efforts, trusts and fields are closed lists that editors keep in
``content/roadmap.yml``, so they are plain identifiers here.
"""

from roadmap.model.background import (
    Criterion,
    Glossary,
    Heading,
    Insight,
    Insights,
    Need,
    Overview,
    Page,
    RefusedWord,
    RoomChecklist,
    Scenario,
    Scenarios,
    Story,
    Term,
)
from roadmap.model.base import Approval, Choice, Content, MarkdownPage, Source
from roadmap.model.front import Door, Download, Home, PosterBack, PosterText
from roadmap.model.guide import Appendix, Chapter, GuideFront, Question, Questions, Scale
from roadmap.model.measures import Action, Measure
from roadmap.model.plan import Edition, Phase, Plan, Return, Role, Step
from roadmap.model.roadmap import Roadmap
from roadmap.model.slides import (
    BeginSlide,
    Column,
    ExampleSlides,
    NextStepsSlide,
    OpeningSlide,
    Presentation,
    StepSlides,
    WholeSlide,
    WhySlide,
)

__all__ = [
    "Action",
    "Appendix",
    "Approval",
    "BeginSlide",
    "Chapter",
    "Choice",
    "Column",
    "Content",
    "Criterion",
    "Door",
    "Download",
    "Edition",
    "ExampleSlides",
    "Glossary",
    "GuideFront",
    "Heading",
    "Home",
    "Insight",
    "Insights",
    "MarkdownPage",
    "Measure",
    "Need",
    "NextStepsSlide",
    "OpeningSlide",
    "Overview",
    "Page",
    "Phase",
    "Plan",
    "PosterBack",
    "PosterText",
    "Presentation",
    "Question",
    "Questions",
    "RefusedWord",
    "Return",
    "Roadmap",
    "Role",
    "RoomChecklist",
    "Scale",
    "Scenario",
    "Scenarios",
    "Source",
    "Step",
    "StepSlides",
    "Story",
    "Term",
    "WholeSlide",
    "WhySlide",
]
