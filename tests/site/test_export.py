"""The content as a file for other systems, held to its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmap.content.load import load
from roadmap.site.export import export
from roadmap.site.pages import Site
from tests.conftest import ROOT
from tests.test_mistakes import spoil

TEMPLATES = ROOT / "templates"
SITE = "https://intranett.example/veikart/"


def exported(tree: Path) -> tuple[Any, Any]:
    """The content and its schema, as a reader of the files has them."""
    roadmap = load(tree, TEMPLATES)
    data, schema = export(roadmap, Site(roadmap, TEMPLATES, {}).pages(), SITE).values()
    return json.loads(data), json.loads(schema)


def test_the_content_is_as_its_schema_says(tree: Path) -> None:
    data, schema = exported(tree)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)


SPOILT: dict[str, Callable[[Any], object]] = {
    "a measure without its actions": lambda data: data["content"]["measures"][0].pop("actions"),
    "a measure without a field that may be empty": lambda data: data["content"]["measures"][0].pop("owner"),
    "a field that nobody declared": lambda data: data["content"].update(noe="annet"),
    "an address left out": lambda data: data["measures"][0].pop("url"),
    "a wrong kind of value": lambda data: data["measures"][0].update(hours_to_begin="mange"),
    "another version of the format": lambda data: data.update(format="2.0"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_schema_refuses(fault: str, tree: Path) -> None:
    data, schema = exported(tree)
    SPOILT[fault](data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_what_readers_see_besides_is_told(tree: Path) -> None:
    data, _ = exported(tree)
    first, second, third = data["measures"]
    assert (first["id"], first["url"], first["step"]) == ("A1", f"{SITE}tiltak/a1/", "A")
    assert (first["effort"], first["hours_to_begin"]) == ("liten", 1.75)
    assert first["hours"][2] == {"role": "fagansvarlig", "once": 0.0, "monthly": 0.25}
    assert "B1" in first["related"] and "A1" in third["related"]
    assert first["stories"] == ["en-historie"]
    assert second["opens"] == [measure["id"] for measure in data["measures"] if "A2" in measure["requires"]]
    assert data["steps"][1] == {"letter": "B", "url": f"{SITE}steg/b/", "measures": ["B1"]}
    pages = {page["url"]: page for page in data["pages"]}
    assert pages[f"{SITE}om/om/"]["slug"] == data["content"]["pages"][0]["slug"]


def test_texts_that_are_markdown_are_marked_as_that(tree: Path) -> None:
    _, schema = exported(tree)
    measure = schema["$defs"]["Measure"]["properties"]
    assert measure["description"]["contentMediaType"] == "text/markdown"
    assert "contentMediaType" not in measure["summary"]


def test_where_files_and_consents_are_kept_is_told_to_nobody(tree: Path) -> None:
    consent = "consent: innhentet\nconsent_reference: Arkivet på rommet bak\nconsent_date: 2021-02-03"
    spoil(tree, "stories/en-historie.md", "consent: ikke_relevant", consent)
    data, schema = exported(tree)
    text = json.dumps([data, schema], ensure_ascii=False)
    assert data["content"]["stories"][0]["consent"] == "innhentet"
    for private in ("Arkivet", "2021-02-03", "consent_reference", "consent_date", "withdrawn"):
        assert private not in text
    assert "a1-begynn.yml" not in text and "en-historie.md" not in text.replace("](../stories/en-historie.md", "")
