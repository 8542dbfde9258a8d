"""An empty story, with what to write where; the check refuses it until somebody has written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from roadmap.content.model import Roadmap, Story
from roadmap.editing.fields import choices, is_date, is_list
from roadmap.editing.prompts import Option, Prompt, help_text, read_prompts
from roadmap.editing.story import blank, blank_body, without_asking
from roadmap.editing.yaml_text import scalar_text, yaml_text
from roadmap.templating import environment


@dataclass(frozen=True)
class _Line:
    """A field of the empty file. ``blank`` is quoted where it stands on the field's own line."""

    prompt: Prompt
    help: str
    choices: list[Option]
    blank: str
    is_list: bool
    is_unlikely: bool
    in_line: bool


def story_template(roadmap: Roadmap, templates: Path, today: datetime.date) -> str:
    """The text of an empty story file; every «[Skriv …]» in it is a problem to the check until it is written over.

    Raises:
        ContentError: if what is asked of a story, ``new/story.yml`` among the templates, can't be read.
    """
    prompts = read_prompts(templates, "story")
    asked = [prompt for prompt in prompts.prompts if prompt.field != "body"]
    return (
        environment(templates, autoescape=False)
        .get_template("new/story.md.j2")
        .render(
            lines=[_line(prompt, roadmap) for prompt in asked],
            fixed=yaml_text(without_asking(prompts, today)),
            body=blank_body(prompts),
        )
    )


def _line(prompt: Prompt, roadmap: Roadmap) -> _Line:
    found = [] if is_list(Story, prompt.field) else choices(prompt, Story, roadmap)
    in_line = bool(found) or is_list(Story, prompt.field) or is_date(Story, prompt.field)
    unlikely = bool(prompt.only_if)
    text = blank(prompt.blank)
    return _Line(
        prompt,
        help_text(prompt, Story),
        found,
        scalar_text(text) if in_line or unlikely else text,
        is_list(Story, prompt.field),
        unlikely,
        in_line,
    )
