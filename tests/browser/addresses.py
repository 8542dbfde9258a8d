"""Where the pages of the content are on a served site, so that tests can ask for them by what they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmap import urls
from roadmap.content.model import Roadmap


def address_of(path: str) -> str:
    """The address of the page at a path of ``content/``."""
    return f"/{urls.page_url(path)}"


def measure_page(measure_id: str) -> str:
    return address_of(urls.measure_page(measure_id))


def step_page(letter: str) -> str:
    return address_of(urls.step_page(letter))


def chapter_pages(roadmap: Roadmap) -> list[str]:
    return [_in_the_guide(chapter.file) for chapter in roadmap.chapters]


def one_of_each(roadmap: Roadmap, site: Path) -> dict[str, str]:
    """The fullest page of each kind of which the content has several; the front of the guide or the list, if none."""
    kinds = {
        "a step": [step_page(step.letter) for step in roadmap.plan.steps],
        "a measure": [measure_page(measure.id) for measure in roadmap.measures],
        "a chapter": chapter_pages(roadmap) or [address_of(urls.GUIDE_FRONT)],
        "an appendix": [_in_the_guide(one.file) for one in roadmap.appendices] or [address_of(urls.GUIDE_FRONT)],
        "a text": [address_of(urls.text_page(text.slug)) for text in roadmap.ready_made_texts]
        or [address_of(urls.TEXT_LIST)],
        "an example": [address_of(urls.example_page(example.file)) for example in roadmap.examples]
        or [address_of(urls.EXAMPLE_LIST)],
    }
    return {kind: _fullest(addresses, site) for kind, addresses in kinds.items()}


def _in_the_guide(file: str) -> str:
    return address_of(urls.beside(urls.GUIDE_FRONT, file))


def _fullest(addresses: Iterable[str], site: Path) -> str:
    return max(addresses, key=lambda address: (site / address.strip("/") / urls.INDEX).stat().st_size)
