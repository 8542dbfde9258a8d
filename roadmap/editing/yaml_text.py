"""Plain data as YAML that our reader reads back to the same data, whatever its texts say."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

import yaml

_NAME = re.compile(r"[\wæøåÆØÅ-]+")


class _Dumper(yaml.SafeDumper):
    """PyYAML's emitter, which puts in quotation marks what YAML 1.1 or 1.2 takes for anything but text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True


# YAML 1.2 takes more for numbers than PyYAML's own 1.1 does.
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    list("-+0123456789."),
)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and text.strip() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(dumper: _Dumper, items: list[Any]) -> yaml.SequenceNode:
    in_line = all(isinstance(item, str) and _NAME.fullmatch(item) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=in_line)


def _number(dumper: _Dumper, number: float) -> yaml.ScalarNode:
    tag = "int" if number.is_integer() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", f"{number:g}")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(float, _number)


def yaml_text(data: Mapping[str, Any] | list[Any]) -> str:
    """A mapping or a list, in the order that it has, ended by a line break."""
    return str(
        yaml.dump(
            dict(data) if isinstance(data, Mapping) else data,
            Dumper=_Dumper,
            allow_unicode=True,
            default_flow_style=False,
            sort_keys=False,
            width=sys.maxsize,
        )
    )


def scalar_text(text: str) -> str:
    """A text of one line as it stands after ``field: ``."""
    return yaml_text({"": text}).partition(": ")[2].rstrip("\n")
