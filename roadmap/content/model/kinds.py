"""Every kind of file under ``content/``: what it is called, where its files lie, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from roadmap.content.model.base import Content
from roadmap.content.model.example import Example
from roadmap.content.model.figures import Figures
from roadmap.content.model.gains import Gains
from roadmap.content.model.glossary import Glossary
from roadmap.content.model.home import Home
from roadmap.content.model.insights import Insights
from roadmap.content.model.measure import Measure
from roadmap.content.model.overview import Overview
from roadmap.content.model.page import BackgroundPage
from roadmap.content.model.pathway_guide import Appendix, Chapter, GuideFront, Questions
from roadmap.content.model.pictures import Pictures
from roadmap.content.model.poster import PosterText
from roadmap.content.model.presentation import Presentation
from roadmap.content.model.privacy import Privacy
from roadmap.content.model.ready_made_text import ReadyMadeText
from roadmap.content.model.redirects import Redirects
from roadmap.content.model.roadmap_file import Plan
from roadmap.content.model.role_page import RolePage
from roadmap.content.model.room_checklist import RoomChecklist
from roadmap.content.model.scenarios import Scenarios
from roadmap.content.model.search import SearchVocabulary
from roadmap.content.model.story import Story, WithdrawnStory
from roadmap.content.model.worksheets import Worksheets


@dataclass(frozen=True)
class Kind:
    """A kind of file. ``places`` are paths under ``content/``, in which a ``*`` does not reach into folders.

    ``or_else`` is what such a file may be instead, with fields of its own.
    """

    name: str
    model: type[Content]
    places: tuple[str, ...]
    or_else: type[Content] | None = None

    @property
    def models(self) -> list[type[Content]]:
        return [self.model] if self.or_else is None else [self.model, self.or_else]

    def holds(self, path: str) -> bool:
        return any(path.count("/") == place.count("/") and fnmatchcase(path, place) for place in self.places)


# A file is of the first kind that holds it.
KINDS = (
    Kind("roadmap", Plan, ("roadmap.yml",)),
    Kind("overview", Overview, ("overview.yml",)),
    Kind("home", Home, ("home.yml",)),
    Kind("insights", Insights, ("insights.yml",)),
    Kind("scenarios", Scenarios, ("scenarios.yml",)),
    Kind("gains", Gains, ("gains.yml",)),
    Kind("pictures", Pictures, ("pictures.yml",)),
    Kind("room_checklist", RoomChecklist, ("room_checklist.yml",)),
    Kind("poster", PosterText, ("poster.yml",)),
    Kind("glossary", Glossary, ("glossary.yml",)),
    Kind("presentation", Presentation, ("presentation.yml",)),
    Kind("search", SearchVocabulary, ("search.yml",)),
    Kind("figures", Figures, ("figures.yml",)),
    Kind("redirects", Redirects, ("redirects.yml",)),
    Kind("privacy", Privacy, ("privacy.yml",)),
    Kind("questions", Questions, ("pathway_guide/questions.yml",)),
    Kind("worksheets", Worksheets, ("pathway_guide/worksheets.yml",)),
    Kind("measure", Measure, ("measures/*.yml",)),
    Kind("guide_front", GuideFront, ("pathway_guide/index.md",)),
    Kind("appendix", Appendix, ("pathway_guide/vedlegg*.md",)),
    Kind("chapter", Chapter, ("pathway_guide/*.md",)),
    Kind("page", BackgroundPage, ("pages/*.md", "tools/*.md", "examples/index.md", "stories/index.md")),
    Kind("role_page", RolePage, ("roles/*.md",)),
    Kind("example", Example, ("examples/*.md",)),
    Kind("story", Story, ("stories/*.md",), or_else=WithdrawnStory),
    Kind("ready_made_text", ReadyMadeText, ("ready_made_texts/*.md",)),
)


def kind_of(path: str) -> Kind | None:
    """What a file is, by its path under ``content/``; nothing for pictures, word lists and what lies elsewhere."""
    return next((kind for kind in KINDS if kind.holds(path)), None)
