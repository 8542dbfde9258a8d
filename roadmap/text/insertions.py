"""What a line «<!-- sett inn: navn -->» on a written page can ask for, and the anchors that it brings with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from roadmap import urls
from roadmap.content.model import Chapter, MarkdownPage, Roadmap
from roadmap.content.reader import slug_of
from roadmap.content.source import Tree
from roadmap.text.markdown import parse

QUESTIONS = "spørsmål"
EXAMPLES = "eksempler"
STORIES = "historier"
ADDRESS = "adresse"
ROOM_CHECKLIST = "sjekkliste for rom"
# Before the id of a ready-made text: «mal: beslutning».
TEXT_PREFIX = "mal: "
# Where a tool goes on its page.
TOOL = "verktøy"
# The name that editors write, and the template of that name under ``templates/pages/fragments/``.
INSERTIONS: Mapping[str, str] = {
    QUESTIONS: "questions",
    "møteplan": "agenda",
    "arbeidsark": "worksheets",
    "sjekkliste": "checklist",
    "status": "status",
    "godkjenning": "approval_downloads",
    "nedlastinger": "downloads",
    EXAMPLES: "examples",
    STORIES: "stories",
    # Something only as long as the list beside it is empty.
    "mangler eksempler": "no_examples",
    "mangler historier": "no_stories",
    "fortell en historie": "tell_story",
    ADDRESS: "address",
    "uten konto": "without_account",
    "innsikter": "insights",
    "scenarier": "scenarios",
    "scenarier i bilder": "scenario_pictures",
    "gevinster": "gains",
    "gevinst per konsultasjon": "gain_rates",
    "tilbakefall": "relapse",
    "utfordringen": "challenge",
    ROOM_CHECKLIST: "room_checklist",
    "ordliste": "glossary",
    "kilder": "sources",
    "dekning": "coverage",
    "begynn her": "begin",
    "arbeid": "work",
    "følg endringer": "changes",
    "data": "data",
    TOOL: "tool",
}


def template_of(insertion: str) -> str:
    """The template that makes what a «sett inn» line asks for."""
    return INSERTIONS.get(insertion, "ready_made_text")


def figure_id(insertion: str) -> str:
    """The id of the figure that a «sett inn» line asks for."""
    return f"figur-{insertion}"


def ready_made_text_id(insertion: str) -> str | None:
    """The id of the ready-made text that a line asks for, if it asks for one."""
    return insertion.removeprefix(TEXT_PREFIX) if insertion.startswith(TEXT_PREFIX) else None


def known_names(tree: Tree) -> list[str]:
    """Everything that a line can ask for. A text that can't be read is known by its file: naming it is no mistake."""
    files = tree.files.matching("ready_made_texts/*.md")
    return [*INSERTIONS, *(f"{TEXT_PREFIX}{slug_of(file)}" for file in files)]


def anchors_of(insertions: Iterable[str], page: MarkdownPage, tree: Tree) -> Iterator[str]:
    """The ids that the ``insertions`` of a page give it, as far as the content that they come from can be read."""
    known = known_names(tree)
    for name in insertions:
        if (text_id := ready_made_text_id(name)) and name in known:
            yield text_id
        match INSERTIONS.get(name):
            case "questions" if tree.questions and isinstance(page, Chapter):
                yield from (item.id for item in tree.questions.value.questions if item.chapter == page.chapter)
            case "worksheets" if tree.worksheets:
                yield from (sheet.id for sheet in tree.worksheets.value.worksheets)
            case "checklist" if tree.worksheets:
                yield from (group.id for group in tree.worksheets.value.checklist.groups)
            case "insights" if tree.insights:
                yield from (insight.id for insight in tree.insights.value.insights)
            case "scenarios" if tree.scenarios:
                yield from (scenario.id for scenario in tree.scenarios.value.scenarios)
            case "room_checklist" if tree.room_checklist:
                yield from (criterion.id for criterion in tree.room_checklist.value.criteria)
            case "glossary" if tree.glossary:
                yield from (term.slug for term in tree.glossary.value.terms)
            case "sources" if tree.overview:
                yield from (heading.id for heading in tree.overview.value.headings)
            case "address" | "without_account":
                yield urls.ADDRESS_ANCHOR
            case "gains" | "relapse" | "challenge":
                yield figure_id(name)
            case _:
                pass


def page_with(insertion: str, roadmap: Roadmap) -> str | None:
    """The path of the first page that asks for something: where it is to be read on the site."""
    for page in roadmap.pages:
        if insertion in parse(page.body).insertions:
            return f"pages/{page.file}"
    return None
