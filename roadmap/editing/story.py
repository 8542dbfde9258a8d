"""A success story as a file: its fields between two lines of three hyphens, then its text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from roadmap import urls
from roadmap.content.model.story import years_after
from roadmap.editing.changes import Change
from roadmap.editing.names import file_stem
from roadmap.editing.prompts import Prompts
from roadmap.editing.yaml_text import yaml_text

# What the file of a story is called whose title has no letter.
WITHOUT_NAME = "historie"
# What the site has of its own at the addresses of stories.
RESERVED = frozenset({"index", urls.page_slug(urls.STORY_FORM)})
# How long it takes until somebody must look at a story again.
YEARS_TO_REVIEW = 2


def story_file(fields: Mapping[str, Any], body: str) -> str:
    """The text of a story's file, which reads back to exactly these fields and this body."""
    return f"---\n{yaml_text(fields)}---\n{body}"


def without_asking(prompts: Prompts, today: datetime.date) -> dict[str, Any]:
    """What a new story has that nobody is asked for."""
    return {
        "sources": [source.model_dump() for source in prompts.sources],
        "review_by": years_after(today, YEARS_TO_REVIEW),
        "status": "utkast",
    }


def new_story(answers: Mapping[str, Any], prompts: Prompts, directory: Path, today: datetime.date) -> Change:
    """A story's file, under a name that no other file has; blanks stand in it where there is no text."""
    taken = {file.stem.casefold() for file in (directory / "stories").glob("*")} | RESERVED
    file = directory / "stories" / f"{file_stem(str(answers['title']), taken, WITHOUT_NAME)}.md"
    fields = {field: answer for field, answer in answers.items() if field != "body" and answer is not None}
    return Change(file, story_file(fields | without_asking(prompts, today), answers.get("body") or blank_body(prompts)))


def blank_body(prompts: Prompts) -> str:
    """What the empty file has in place of the story."""
    return "\n\n".join(map(blank, prompts.blank_body)) + "\n"


def blank(what: str) -> str:
    """What stands where somebody is to write."""
    return f"[Skriv {what}]"
