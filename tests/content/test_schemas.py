"""The JSON Schemas for text editors: what they take and refuse, what they say, and that the models made them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmap.__main__ import main
from roadmap.content import schemas as made
from roadmap.content.model import Content, Figure, Glossary, Question, Redirect, Story
from roadmap.content.model.kinds import KINDS, Kind, kind_of
from roadmap.content.rules.common import entries
from roadmap.content.source import read_tree
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
DESCRIPTIONS = made.read_descriptions(TEMPLATES)
SCHEMAS = made.schemas(DESCRIPTIONS)
# Of what editors seldom touch only the file is described.
DESCRIBED_AS_A_WHOLE = {"Gains", "Pictures", "PosterText", "Presentation"}


def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(SCHEMAS[f"{name}.schema.json"])


def properties(name: str) -> dict[str, Any]:
    schema = SCHEMAS[f"{name}.schema.json"]
    found = schema.get("anyOf", [schema])[0]["properties"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("directory", [ROOT / "content", ROOT / "tests/tree"], ids=["content", "tree"])
def test_every_file_is_of_the_kind_that_it_is_read_as_and_as_its_schema_says(directory: Path) -> None:
    tree = read_tree(directory)
    for entry in entries(tree):
        path = entry.file.relative_to(directory).as_posix()
        kind = kind_of(path)
        assert kind is not None, path
        assert type(entry.value) in kind.models, path
        faults = validator(kind.name).iter_errors(tree.documents[entry.file].data)
        assert [fault.message for fault in faults] == [], path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_schema_is_one_and_speaks_norwegian(kind: Kind) -> None:
    schema = SCHEMAS[made.schema_file(kind)]
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["title"], "says what kind of file it is"
    for fields in schema.get("anyOf", [schema]):
        assert fields["additionalProperties"] is False
        assert not {"file", "slug", "body"} & {*fields["properties"], *fields["required"]}
    text = json.dumps(schema, ensure_ascii=False)
    for model in {parent for own in kind.models for parent in own.__mro__}:
        assert not model.__doc__ or model.__doc__.splitlines()[0] not in text


def measure() -> dict[str, Any]:
    tree = read_tree(ROOT / "tests/tree")
    return dict(tree.documents[tree.measures[0].file].data)


SPOILED: dict[str, Callable[[dict[str, Any]], object]] = {
    "a field that is unknown": lambda data: data.update(farge="rød"),
    "a field that is missing": lambda data: data.pop("summary"),
    "a text that is too long": lambda data: data.update(title="x" * 61),
    "an id of the wrong form": lambda data: data.update(id="a1"),
    "a value outside a closed list": lambda data: data.update(status="ferdig"),
    "a text where a list belongs": lambda data: data.update(useful_for="leder"),
    "too few actions": lambda data: data.update(actions=data["actions"][:2]),
    "hours by the minute": lambda data: data.update(actions=[action | {"hours": 0.1} for action in data["actions"]]),
    "a date in Norwegian": lambda data: data.update(reviewed="22.11.2026"),
    "what no file says of itself": lambda data: data.update(file="a1.yml"),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_schema_refuses(fault: str) -> None:
    data = measure()
    assert validator("measure").is_valid(data)
    SPOILED[fault](data)
    assert not validator("measure").is_valid(data)


def test_a_story_may_be_withdrawn_and_is_then_nothing_else() -> None:
    story = dict(read_tree(ROOT / "tests/tree").documents[ROOT / "tests/tree/stories/en-historie.md"].data)
    assert validator("story").is_valid(story)
    assert validator("story").is_valid({"status": "trukket", "withdrawn": "2026-11-22"})
    assert not validator("story").is_valid({"status": "utkast"})
    assert not validator("story").is_valid(story | {"status": "borte"})


def test_words_may_have_norwegian_letters_wherever_the_pattern_is_read() -> None:
    for name in ("glossary", "search"):
        assert r"\w" not in json.dumps(SCHEMAS[f"{name}.schema.json"])
    term = {"term": "øving", "meaning": "Det å trene på noe.", "forms": ["øvingen", "ønske å"]}
    assert validator("glossary").is_valid({"terms": [term]})
    assert not validator("glossary").is_valid({"terms": [term | {"forms": ["<b>"]}]})


def test_what_content_lists_is_described_and_no_closed_list() -> None:
    """Who adds a role in a browser can't write the schemas anew."""
    role, trust = properties("story")["role"], properties("story")["trust"]
    assert "enum" not in json.dumps([role, trust])
    assert "«roles» i content/roadmap.yml" in role["description"]
    assert "«trusts» i content/roadmap.yml" in trust["description"]
    assert properties("story")["status"]["enum"] == ["utkast", "godkjent"]


def models_in(model: type[Content]) -> set[type[Content]]:
    """A model, and those that its fields hold."""
    found: set[type[Content]] = set()

    def within(annotation: object) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Content) and annotation not in found:
            found.add(annotation)
            for field in annotation.model_fields.values():
                within(field.annotation)
        for part in getattr(annotation, "__args__", ()):
            within(part)

    within(model)
    return found


def test_every_field_that_editors_write_is_described() -> None:
    for kind in KINDS:
        if kind.model.__name__ in DESCRIBED_AS_A_WHOLE:
            continue
        for model in (model for one in kind.models for model in models_in(one)):
            assert DESCRIPTIONS.of_model(model), f"templates/schemas/descriptions.yml: {model.__name__}"
            for name in model.model_fields.keys() - {"file", "slug", "body"}:
                assert DESCRIPTIONS.of_field(model, name), (
                    f"templates/schemas/descriptions.yml: {model.__name__}.{name}"
                )
    assert {Story, Question, Figure, Redirect, Glossary} <= {
        model for kind in KINDS for one in kind.models for model in models_in(one)
    }


def test_nothing_is_described_that_is_not_there() -> None:
    held = [model for kind in KINDS for one in kind.models for model in models_in(one)]
    models = {parent.__name__: parent for model in held for parent in model.__mro__}
    for name, told in DESCRIPTIONS.models.items():
        fields = getattr(models[name], "model_fields", {})
        written = {field.alias or own for own, field in fields.items()}
        assert told.fields.keys() <= written, name


def test_text_editors_are_told_where_the_schemas_are() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f"./schemas/{made.schema_file(kind)}": f"content/{kind.places[0]}"
        for kind in KINDS
        if kind.places[0].endswith(".yml")
    }
    assert settings["yaml.yamlVersion"] == "1.2"


@pytest.fixture
def with_schemas(tree: Path) -> Path:
    """A folder of schemas beside the small tree."""
    return Path(shutil.copytree(ROOT / "schemas", tree.parent / "schemas"))


def check(tree: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["check", str(tree)])
    printed = capsys.readouterr()
    lines = (printed.err + printed.out).splitlines()
    return [line.removeprefix(f"{tree.parent}/") for line in lines if "skjema" in line]


def test_the_check_names_each_schema_that_is_not_the_models(
    tree: Path, with_schemas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tree, capsys) == []
    (with_schemas / "story.schema.json").unlink()
    (with_schemas / "old.schema.json").write_text("{}", encoding="utf-8")
    (with_schemas / "measure.schema.json").write_bytes(b"\xff")
    cure = "kjør «python -m roadmap schemas»"
    assert check(tree, capsys) == [
        f"schemas/measure.schema.json:1: skjemaet er foreldet – {cure}",
        f"schemas/old.schema.json:1: ingen slags fil har dette skjemaet – {cure}",
        f"schemas/story.schema.json:1: skjemaet mangler – {cure}",
    ]


def test_the_command_makes_good_what_the_check_names(
    tree: Path, with_schemas: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.commands.schemas.ROOT", tree.parent)
    for file in with_schemas.iterdir():
        file.write_text("{}", encoding="utf-8")
    (with_schemas / "old.schema.json").write_text("{}", encoding="utf-8")
    assert main(["schemas"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(KINDS) + 1
    assert check(tree, capsys) == []
    assert main(["schemas"]) == 0
    assert capsys.readouterr().out == "Skjemaene er slik de skal være.\n"


def test_windows_line_ends_make_no_schema_stale(
    tree: Path, with_schemas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = with_schemas / "story.schema.json"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert check(tree, capsys) == []


def test_a_tree_without_schemas_needs_none(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tree, capsys) == []


def test_a_line_that_leads_to_another_schema_is_only_noted(
    tree: Path, with_schemas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tree / "measures/a1-begynn.yml"
    right = "# yaml-language-server: $schema=../../schemas/measure.schema.json"
    text = file.read_text(encoding="utf-8").removeprefix(f"{right}\n")
    file.write_text(f"{right}\n{text}", encoding="utf-8")
    assert check(tree, capsys) == []
    file.write_text(f"{right.replace('measure', 'story')}\n{text}", encoding="utf-8")
    assert check(tree, capsys) == [
        f"content/measures/a1-begynn.yml:1: Merk: linja viser ikke til skjemaet for slike filer – skriv «{right}»"
    ]
    assert main(["check", str(tree)]) == 0


def test_the_lines_of_our_own_files_lead_to_their_schemas() -> None:
    tree = read_tree(ROOT / "content")
    for file, text in tree.texts.items():
        first = text.partition("\n")[0]
        kind = kind_of(tree.files.names[file])
        if kind and first.startswith("# yaml-language-server"):
            assert first == made.schema_line(tree.files.names[file], kind)
            assert (file.parent / first.partition("$schema=")[2]).is_file()
