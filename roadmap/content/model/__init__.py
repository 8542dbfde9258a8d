"""What content *is*: one declared model for each kind of file under ``content/``.

Lengths, counts and closed values that belong to a single field are declared here; rules that need more than
one file live in ``rules/``. Roles, levels, trusts and fields are closed lists that editors keep in
``content/roadmap.yml``, so they are plain identifiers here.
"""

from roadmap.content.model.approval import Approvable, Lapse
from roadmap.content.model.base import Approval, Choice, Content, MarkdownPage, PageSource, Source
from roadmap.content.model.everything import Roadmap
from roadmap.content.model.example import Example
from roadmap.content.model.experience import Experience
from roadmap.content.model.figures import Figure, Figures
from roadmap.content.model.gains import GainLabels, Gains, Span, Volume
from roadmap.content.model.glossary import Glossary, RefusedWord, Term
from roadmap.content.model.home import Door, Download, Home
from roadmap.content.model.insights import Insight, Insights, Need
from roadmap.content.model.measure import Action, Measure
from roadmap.content.model.overview import Heading, Overview
from roadmap.content.model.page import BackgroundPage
from roadmap.content.model.pathway_guide import Appendix, Chapter, GuideFront, Question, Questions, Scale
from roadmap.content.model.pictures import (
    Challenge,
    Pictures,
    Points,
    Relapse,
    Remedies,
    Remedy,
    ScenarioPictures,
    Statement,
)
from roadmap.content.model.poster import PosterBack, PosterText
from roadmap.content.model.presentation import (
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
from roadmap.content.model.privacy import Privacy
from roadmap.content.model.ready_made_text import ReadyMadeText
from roadmap.content.model.redirects import Redirect, Redirects
from roadmap.content.model.roadmap_file import Edition, Effort, Limits, Phase, Plan, Proposal, Range, Return, Role, Step
from roadmap.content.model.role_page import RolePage
from roadmap.content.model.room_checklist import Criterion, RoomChecklist
from roadmap.content.model.scenarios import Scenario, Scenarios
from roadmap.content.model.search import SearchVocabulary
from roadmap.content.model.story import Story, WithdrawnStory
from roadmap.content.model.worksheets import (
    Checklist,
    ChecklistGroup,
    ChecklistItem,
    Decision,
    SheetRow,
    Worksheet,
    WorksheetColumn,
    WorksheetRow,
    Worksheets,
)

__all__ = [
    "Action",
    "Appendix",
    "Approvable",
    "Approval",
    "BackgroundPage",
    "BeginSlide",
    "Challenge",
    "Chapter",
    "Checklist",
    "ChecklistGroup",
    "ChecklistItem",
    "Choice",
    "Column",
    "Content",
    "Criterion",
    "Decision",
    "Door",
    "Download",
    "Edition",
    "Effort",
    "Example",
    "ExampleSlides",
    "Experience",
    "Figure",
    "Figures",
    "GainLabels",
    "Gains",
    "Glossary",
    "GuideFront",
    "Heading",
    "Home",
    "Insight",
    "Insights",
    "Lapse",
    "Limits",
    "MarkdownPage",
    "Measure",
    "Need",
    "NextStepsSlide",
    "OpeningSlide",
    "Overview",
    "PageSource",
    "Phase",
    "Pictures",
    "Plan",
    "Points",
    "PosterBack",
    "PosterText",
    "Presentation",
    "Privacy",
    "Proposal",
    "Question",
    "Questions",
    "Range",
    "ReadyMadeText",
    "Redirect",
    "Redirects",
    "RefusedWord",
    "Relapse",
    "Remedies",
    "Remedy",
    "Return",
    "Roadmap",
    "Role",
    "RolePage",
    "RoomChecklist",
    "Scale",
    "Scenario",
    "ScenarioPictures",
    "Scenarios",
    "SearchVocabulary",
    "SheetRow",
    "Source",
    "Span",
    "Statement",
    "Step",
    "StepSlides",
    "Story",
    "Term",
    "Volume",
    "WholeSlide",
    "WhySlide",
    "WithdrawnStory",
    "Worksheet",
    "WorksheetColumn",
    "WorksheetRow",
    "Worksheets",
]
