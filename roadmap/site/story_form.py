"""What the page that writes a story knows of the rules, so that the browser says what the check would.

The wording, the limits and the patterns are the check's own; ``story-checks.js`` fills them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from babel.dates import get_month_names

from roadmap.content.files import INVISIBLE
from roadmap.content.model import Roadmap, Story
from roadmap.content.problems import FIELD_MESSAGES, field_name
from roadmap.content.rules import stories
from roadmap.content.rules.writing import LENGTH_MESSAGE, PROJECT_BEGAN, STORY_NAME, STORY_WORDS, bounds_of
from roadmap.editing.names import DEVICES, LONGEST_STEM
from roadmap.editing.prompts import Prompts
from roadmap.editing.story import RESERVED, WITHOUT_NAME, YEARS_TO_REVIEW
from roadmap.site.data_scripts import data_script
from roadmap.text.words import UNSEEN, WORD

# The fields of a story that somebody fills in, in the order of the file.
FIELDS = (
    *("title", "summary", "trust", "field", "role", "measures", "date"),
    *("consent", "consent_reference", "consent_date", "review_by"),
)
_MESSAGES = ("missing", "string_too_long", "string_too_short", "iso_date", "no_such_day")


@dataclass(frozen=True)
class Limits:
    """What a field can hold: ``least`` and ``most`` characters, where there is a limit."""

    name: str
    is_required: bool
    least: int | None
    most: int | None


def story_limits() -> dict[str, Limits]:
    """The limits of each field that is filled in, as the model has them."""
    schema = Story.model_json_schema()
    return {
        field: _limits(field, schema["properties"][field], field in schema["required"])
        for field in FIELDS
        if field in schema["properties"]
    }


def _limits(field: str, schema: dict[str, Any], is_required: bool) -> Limits:
    # What may be missing is a text or nothing.
    text = next((one for one in schema.get("anyOf", ()) if one.get("type") == "string"), schema)
    return Limits(field_name((field,)), is_required, text.get("minLength"), text.get("maxLength"))


def story_rules(roadmap: Roadmap, prompts: Prompts) -> bytes:
    """The rules, and what a story has without anybody being asked, as a script that hands them to the page."""
    rules = {
        "messages": {name: FIELD_MESSAGES[name] for name in _MESSAGES},
        "story": {
            "messages": stories.MESSAGES,
            "consent": stories.CONSENT_FIELDS,
            "days": stories.DAYS,
            "began": PROJECT_BEGAN.isoformat(),
            "beforeTheProject": stories.BEFORE_THE_PROJECT,
            "years": stories.MOST_YEARS_TO_REVIEW,
            "yearsToReview": YEARS_TO_REVIEW,
        },
        "length": {"message": LENGTH_MESSAGE, "name": STORY_NAME, "bounds": bounds_of(STORY_WORDS)},
        "words": [STORY_WORDS.start, STORY_WORDS.stop - 1],
        "fields": {name: vars(limits) for name, limits in story_limits().items()},
        "months": list(get_month_names("wide", locale="nb").values()),
        "word": WORD,
        "unseen": UNSEEN,
        "invisible": INVISIBLE.pattern,
        "taken": sorted({*(story.slug for story in roadmap.stories), *RESERVED, *DEVICES}),
        "withoutName": WITHOUT_NAME,
        "longestStem": LONGEST_STEM,
        "sources": [source.model_dump() for source in prompts.sources],
    }
    return data_script("storyRules = ", rules)
