"""What holds for every field of every content file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from roadmap.content import model
from roadmap.content.model.base import Content, Pattern, Prose
from roadmap.content.problems import field_message

MODELS = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and issubclass(value, Content) and value is not model.Roadmap
]
# What the reader of files fills in.
FROM_THE_FILE = {"file", "slug"}


def annotated_types(annotation: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every type in an annotation, with its metadata."""
    parts = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        yield annotation.__origin__, annotation.__metadata__
        parts = get_args(annotation.__origin__)
    elif annotation is str:
        yield str, ()
    for part in parts:
        yield from annotated_types(part)


@pytest.mark.parametrize("content", MODELS, ids=lambda content: content.__name__)
def test_every_text_is_held_to_a_pattern_or_shown_as_text(content: type[BaseModel]) -> None:
    for name, field in content.model_fields.items():
        found = list(annotated_types(field.annotation))
        loose = [
            metadata
            for kind, metadata in found
            if kind is str and not any(isinstance(mark, Pattern | Prose) for mark in (*metadata, *field.metadata))
        ]
        assert name in FROM_THE_FILE or loose == [], f"{content.__name__}.{name}"


def test_an_error_that_has_no_wording_of_its_own_still_names_the_field_and_a_cure() -> None:
    error: ErrorDetails = {"type": "of_a_later_pydantic", "loc": ("edition", "date"), "msg": "no", "input": 3}
    assert field_message(error, model.Plan) == (
        "«date» i «edition» har en verdi som ikke kan brukes – sammenlign med en annen fil av samme slag"
    )


@pytest.mark.parametrize("name", ["a", "på-tvers", "1", "a" * 60])
def test_an_identifier_is_of_small_letters_digits_and_hyphens(name: str) -> None:
    assert model.Choice(id=name, name="Navn").id == name


@pytest.mark.parametrize("name", ["", "A", "to ord", "-a", "a_b", 'x" y="z', "<b>", "a/b", "..", "a" * 61, "a\n", "é"])
def test_no_other_identifier_is_taken(name: str) -> None:
    with pytest.raises(ValidationError, match="bruk små bokstaver"):
        model.Choice(id=name, name="Navn")
