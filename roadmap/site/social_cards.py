"""The pictures that links to the pages are shown with in chats and feeds: what each of them says.

Examples and stories share the picture of their list: there can be thousands of them, and a build would wait for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roadmap import urls
from roadmap.content.model import Measure, ReadyMadeText, Roadmap, Step
from roadmap.site.listings import LATER_KINDS
from roadmap.site.page import WITHDRAWN_KIND, SitePage
from roadmap.templating import environment

_SHARED = {
    "example": urls.EXAMPLE_LIST,
    "story": urls.STORY_LIST,
    WITHDRAWN_KIND: urls.STORY_LIST,
    **{kind: path for path, kind in LATER_KINDS.items()},
}


@dataclass(frozen=True)
class Card:
    """What a picture says, from top to bottom, and in which of the phases' colours; none is that of the text."""

    kicker: str
    title: str
    letter: str
    phase: int | None
    site_name: str
    notice: str

    @property
    def alternative(self) -> str:
        """All of it as text."""
        return ". ".join(part for part in (self.kicker, self.title, self.site_name, self.notice) if part)


def cards(roadmap: Roadmap, pages: Iterable[SitePage], templates: Path) -> dict[str, Card]:
    """What the picture of each page says, by the page's path; for those that share one, see ``shown_with``."""
    template = environment(templates, autoescape=False).get_template("card/card.txt.j2")
    made = {}
    for page in pages:
        if page.meta["kind"] in _SHARED:
            continue
        values = _values(page, roadmap)
        step, phase = values["step"], values["phase"]
        made[page.path] = Card(
            kicker=template.render(values).strip(),
            title=page.title,
            letter=step.letter if step else "",
            phase=phase.colour if phase else None,
            site_name=roadmap.plan.short_title,
            notice=roadmap.plan.proposal.label if _is_proposal(page, values, roadmap) else "",
        )
    return made


def shown_with(page: SitePage) -> str:
    """The path of the page whose picture a page is shown with."""
    return _SHARED.get(page.meta["kind"], page.path)


def colours(templates: Path) -> Mapping[str, str]:
    """The colours of the site by their names in the style sheets, as they are in the light theme."""
    tokens = (templates / "theme/assets/tokens.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", tokens))


def _values(page: SitePage, roadmap: Roadmap) -> dict[str, Any]:
    """What a page is about."""
    meta = page.meta
    measure = roadmap.measure(meta["measure_id"]) if "measure_id" in meta else None
    step = next((step for step in roadmap.plan.steps if step.letter == meta.get("letter")), None)
    texts = (text for text in roadmap.ready_made_texts if urls.text_page(text.slug) == page.path)
    return {
        "kind": meta["kind"],
        "number": meta.get("number", ""),
        "measure": measure,
        "step": step,
        "phase": roadmap.phase_of(step) if step else None,
        "text": next(texts, None),
    }


def _is_proposal(page: SitePage, values: Mapping[str, Any], roadmap: Roadmap) -> bool:
    """Whether the page says of itself that nobody has approved it."""
    shown: list[Measure | ReadyMadeText]
    match page.meta["kind"]:
        case "guide" | "chapter":
            return roadmap.guide_front.status == "utkast"
        case "measure":
            shown = [values["measure"]]
        case "step":
            step: Step = values["step"]
            shown = [*roadmap.step_measures(step)]
        case "home" | "catalogue" | "graph" | "poster" | "role":
            shown = [*roadmap.measures]
        case "text":
            shown = [values["text"]]
        case "texts":
            shown = [*roadmap.ready_made_texts]
        case _:
            return page.path == urls.ROOM_CHECKLIST and roadmap.room_checklist.status == "utkast"
    return roadmap.status(shown) == "utkast"
