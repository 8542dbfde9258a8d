"""The JSON Schemas that a text editor completes and checks content with, one for each kind of file.

They say what a single file must be. What needs more than one file, such as the roles that there are, is left to the
rules: an editor who adds a role in a browser can't run a command.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from roadmap.content.derived_files import Change, change_to
from roadmap.content.files import read_text
from roadmap.content.model.base import GIVEN_FIELDS, ISO_DATE, Content
from roadmap.content.model.kinds import KINDS, Kind, kind_of
from roadmap.content.problems import Problem
from roadmap.content.rules.common import marks
from roadmap.content.source import Tree
from roadmap.content.yaml12 import parse_yaml

FOLDER = "schemas"
_ENDING = ".schema.json"
_SCHEMA_LINE = "# yaml-language-server: $schema="
_COMMAND = "python -m roadmap schemas"
# YAML's language server knows no later one to the full.
_DIALECT = "http://json-schema.org/draft-07/schema#"


class ModelDescription(BaseModel):
    about: str
    fields: dict[str, str]


class Descriptions(BaseModel):
    """``templates/schemas/descriptions.yml``: what editors are told of models and fields, and of lists in content.

    ``common`` has fields that are alike in every model that does not tell of its own.
    """

    lists: dict[str, str]
    common: dict[str, str]
    models: dict[str, ModelDescription]

    def of_model(self, model: type[BaseModel]) -> str | None:
        """What a file or an entry of this kind is, if it is told."""
        own = self.models.get(model.__name__)
        return own.about if own else None

    def of_field(self, model: type[BaseModel], name: str) -> str | None:
        """What a field is for, and where its values are listed; nothing where neither is told."""
        field = model.model_fields[name]
        written = field.alias or name
        told = (self.models[parent.__name__].fields for parent in model.__mro__ if parent.__name__ in self.models)
        purpose = next((fields[written] for fields in told if written in fields), self.common.get(written))
        one_of = marks(model)[name].one_of
        listed = self.lists[one_of.list_name] if one_of else None
        return " ".join(filter(None, [purpose, listed])) or None


def read_descriptions(templates: Path) -> Descriptions:
    """The descriptions in a folder of templates.

    Raises:
        ContentError: if they can't be read.
    """
    file = templates / FOLDER / "descriptions.yml"
    return Descriptions.model_validate(parse_yaml(read_text(file), file).data)


def schema_file(kind: Kind) -> str:
    """The name of the schema of a kind of file."""
    return f"{kind.name}{_ENDING}"


def schemas(descriptions: Descriptions) -> dict[str, JsonSchemaValue]:
    """Every schema, by the name of its file."""
    generator = _generator(descriptions)
    return {schema_file(kind): _schema(kind, generator) for kind in KINDS}


def changes(folder: Path, templates: Path) -> list[Change]:
    """What must change in ``folder`` for it to hold the schemas of the models, and no others."""
    wanted = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas(read_descriptions(templates)).items()
    }
    return [*_missing_or_stale(folder, wanted), *_superfluous(folder, wanted)]


def _missing_or_stale(folder: Path, wanted: Mapping[str, str]) -> Iterator[Change]:
    for name, text in wanted.items():
        if change := change_to(folder / name, text, missing="skjemaet mangler", stale="skjemaet er foreldet"):
            yield change


def _superfluous(folder: Path, wanted: Mapping[str, str]) -> Iterator[Change]:
    for file in sorted(folder.glob(f"*{_ENDING}")):
        if file.name not in wanted:
            yield Change(file, None, "ingen slags fil har dette skjemaet")


def schema_line(path: str, kind: Kind) -> str:
    """The first line of a YAML file at ``path`` under ``content/``, which tells text editors its schema."""
    return f"{_SCHEMA_LINE}{'../' * (path.count('/') + 1)}{FOLDER}/{schema_file(kind)}"


def schema_problems(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Skjemaene er de som modellen gir, og ingen fil viser til skjemaet for et annet slag.

    Et lite innhold uten mappa «schemas» ved siden av seg har ingen.
    """
    folder = tree.directory.parent / FOLDER
    if not folder.is_dir():
        return
    for change in changes(folder, templates):
        yield Problem(change.file, 1, f"{change.reason} – kjør «{_COMMAND}»")
    for file, text in tree.texts.items():
        path = tree.files.names.get(file, "")
        kind, line = kind_of(path), text.partition("\n")[0]
        # The line may be left out: whoever adds a file in a browser has no use for it.
        if kind and line.startswith(_SCHEMA_LINE) and line.rstrip() != (right := schema_line(path, kind)):
            yield Problem(file, 1, f"linja viser ikke til skjemaet for slike filer – skriv «{right}»", "note")


def _generator(descriptions: Descriptions) -> type[GenerateJsonSchema]:
    class Described(GenerateJsonSchema):
        """Schemas in editors' words, without the names and docstrings of the code."""

        schema_dialect = _DIALECT

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

        def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
            return {"type": "string", "pattern": f"^{ISO_DATE}$"}

        def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
            made = super().default_schema(schema)
            return made if made.get("default") else {key: made[key] for key in made if key != "default"}

        def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
            model = schema["cls"]
            made = {key: value for key, value in super().model_schema(schema).items() if key != "title"}
            made["description"] = descriptions.of_model(model) or ""
            for name, field in model.model_fields.items():
                told = descriptions.of_field(model, name)
                if told:
                    made["properties"][field.alias or name] |= {"description": told}
            return made

    return Described


def _schema(kind: Kind, generator: type[GenerateJsonSchema]) -> JsonSchemaValue:
    models = [_of_model(model, generator) for model in kind.models]
    definitions = {name: part for model in models for name, part in model.pop("$defs", {}).items()}
    title = models[0]["description"].rstrip(".")
    if kind.or_else is None:
        del models[0]["description"]
    fields = models[0] if kind.or_else is None else {"anyOf": models}
    made = {"$schema": _DIALECT, "title": title, **fields}
    return made | ({"definitions": definitions} if definitions else {})


def _of_model(model: type[Content], generator: type[GenerateJsonSchema]) -> JsonSchemaValue:
    schema = model.model_json_schema(
        mode="validation", schema_generator=generator, ref_template="#/definitions/{model}"
    )
    for name in GIVEN_FIELDS:
        schema["properties"].pop(name, None)
    schema["required"] = [name for name in schema.get("required", ()) if name not in GIVEN_FIELDS]
    schema.pop("$schema", None)
    return schema
