"""The forms on GitHub and GitLab, written from what a story asks for and from the lists that content declares."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from roadmap.content.files import read_text
from roadmap.content.model import Content, Story
from roadmap.content.problems import ContentError, Problem, field_message
from roadmap.content.yaml12 import parse_yaml
from roadmap.editing.fields import Known, choices, is_list, is_markdown, is_required
from roadmap.editing.prompts import Prompt, help_text, read_prompts
from roadmap.editing.yaml_text import yaml_text
from roadmap.templating import environment

Kind = Literal["input", "textarea", "dropdown", "checkboxes"]

_GITHUB = ".github/ISSUE_TEMPLATE"
_GITLAB = ".gitlab/issue_templates"
_MADE = "# Laget av «python -m roadmap forms». Endre templates/new/ i stedet.\n"


class FormField(Content):
    """A field of a form that is no story; ``list`` are the values to choose from."""

    label: str
    kind: Kind
    help: str = ""
    list: Literal["measures"] | None = None
    is_required: bool = False


class Confirmations(Content):
    """What whoever fills in a form must say yes to."""

    label: str
    items: Annotated[list[str], Field(min_length=1)]


class Form(Content):
    """A form; ``prompts`` is the kind of file that its fields are those of, where they are not its own."""

    file: str
    name: str
    about: str
    intro: str
    prompts: Literal["story"] | None = None
    confirmations: Confirmations | None = None
    fields: list[FormField] = []


class Forms(Content):
    forms: Annotated[list[Form], Field(min_length=1)]


@dataclass(frozen=True)
class _Shown:
    """A field as a form shows it."""

    id: str
    label: str
    kind: Kind
    help: str = ""
    options: list[str] = field(default_factory=list)
    is_several: bool = False
    is_required: bool = False


def read_forms(templates: Path) -> list[Form]:
    """The forms that ``new/forms.yml`` among the templates declares.

    Raises:
        ContentError: if the file is missing, or is not as it must be.
    """
    file = templates / "new/forms.yml"
    try:
        return Forms.model_validate(parse_yaml(read_text(file), file).data).forms
    except ValidationError as error:
        raise ContentError(Problem(file, 1, field_message(one, Forms)) for one in error.errors()) from error


def form_files(known: Known, templates: Path) -> dict[str, str]:
    """The text of every form, by its path in the repository."""
    files = {}
    layout = environment(templates, autoescape=False).get_template("new/form.md.j2")
    for form in read_forms(templates):
        shown = _fields(form, known, templates)
        files[f"{_GITHUB}/{form.file}.yml"] = _MADE + yaml_text(_github(form, shown))
        files[f"{_GITLAB}/{form.file.capitalize()}.md"] = layout.render(form=form, fields=shown)
    return files


def update_forms(root: Path, known: Known, templates: Path, *, write: bool) -> list[str]:
    """The forms that are not as they should be; those are written anew when ``write`` says so."""
    stale = []
    for name, text in form_files(known, templates).items():
        file = root / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if write:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
    return stale


def measure_option(measure_id: str, title: str) -> str:
    """A measure as a form lists it."""
    return f"{measure_id} {title}"


def _fields(form: Form, known: Known, templates: Path) -> list[_Shown]:
    measures = [measure_option(measure.id, measure.title) for measure in known.measures]
    if form.prompts is None:
        return [
            _Shown(
                f"felt-{number}", one.label, one.kind, one.help, measures if one.list else [], False, one.is_required
            )
            for number, one in enumerate(form.fields, start=1)
        ]
    *facts, text = [_story_field(prompt, known) for prompt in read_prompts(templates, form.prompts).prompts]
    return [*facts, *_confirmations(form), text]


def _story_field(prompt: Prompt, known: Known) -> _Shown:
    kind: Kind = "input"
    options = [option.name for option in choices(prompt, Story, known)]
    if options:
        kind = "dropdown"
    elif is_markdown(Story, prompt.field):
        kind = "textarea"
    several = is_list(Story, prompt.field)
    if several:
        options = [measure_option(measure.id, measure.title) for measure in known.measures]
    required = is_required(Story, prompt) and not prompt.only_if
    return _Shown(prompt.field, prompt.label, kind, help_text(prompt, Story), options, several, required)


def _confirmations(form: Form) -> list[_Shown]:
    if form.confirmations is None:
        return []
    return [_Shown("personvern", form.confirmations.label, "checkboxes", options=form.confirmations.items)]


def _github(form: Form, fields: list[_Shown]) -> dict[str, Any]:
    """GitHub's own syntax for issue forms."""
    intro = {"type": "markdown", "attributes": {"value": form.intro}}
    return {"name": form.name, "description": form.about, "body": [intro, *map(_github_field, fields)]}


def _github_field(shown: _Shown) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": shown.label}
    if shown.help:
        attributes["description"] = shown.help
    if shown.kind == "checkboxes":
        attributes["options"] = [{"label": option, "required": True} for option in shown.options]
        return {"type": shown.kind, "id": shown.id, "attributes": attributes}
    if shown.options:
        attributes["options"] = shown.options
    if shown.is_several:
        attributes["multiple"] = True
    item: dict[str, Any] = {"type": shown.kind, "id": shown.id, "attributes": attributes}
    return item | ({"validations": {"required": True}} if shown.is_required else {})
