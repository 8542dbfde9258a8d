"""Which of the pictures under ``content/`` anybody gets to see."""

from __future__ import annotations

from roadmap import urls
from roadmap.content.model import MarkdownPage, Roadmap
from roadmap.text.links import target_path
from roadmap.text.markdown import parse


def pictures_on(page: str, text: str) -> set[str]:
    """The paths of the pictures that the ``text`` of a page shows."""
    return {target_path(link.target, page)[0] for link in parse(text).links if link.is_image}


def shown_pictures(roadmap: Roadmap) -> frozenset[str]:
    """The paths of the pictures that some page of the site shows. No other is anybody's business."""
    pages: list[tuple[str, MarkdownPage]] = [
        (urls.EXAMPLE_LIST, roadmap.example_list),
        (urls.STORY_LIST, roadmap.story_list),
        *((urls.example_page(example.file), example) for example in roadmap.examples),
        *((urls.story_page(story.file), story) for story in roadmap.stories),
        *((f"pages/{page.file}", page) for page in roadmap.pages),
    ]
    return frozenset(picture for path, page in pages for picture in pictures_on(path, page.body))
