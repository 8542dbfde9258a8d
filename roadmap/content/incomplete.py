"""Content of which some fields are wrong, so that everything that is wrong with the others can be said at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import create_model

from roadmap.content.model.base import Content


def with_these_fields(model: type[Content], data: Mapping[str, Any]) -> Content:
    """Content that has these fields, which are right, and lacks the others."""
    fields = {name: field for name, field in model.model_fields.items() if (field.alias or name) in data}
    given = {field.alias or name: data[field.alias or name] for name, field in fields.items()}
    valid = _partial_model(model, tuple(fields)).model_validate(given)
    values: dict[str, Any] = {name: getattr(valid, name) for name in fields}
    return model.model_construct(set(fields), **values)


@cache
def _partial_model(model: type[Content], names: tuple[str, ...]) -> type[Content]:
    fields: dict[str, Any] = {name: (model.model_fields[name].annotation, model.model_fields[name]) for name in names}
    return create_model(model.__name__, __base__=Content, **fields)
