"""CONTRIBUTING.md, made of the page «Bidra»."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.__main__ import main

PAGE = """---
title: Bidra
summary: Slik foreslår dere en endring.
---
Les [en side](om.md#video), [et tiltak](../measures/a1.md) og <https://example.org>, eller [hopp](#tekst).

<!-- sett inn: adresse -->

Skriv `[tiltak A1](../measures/a1.md)`. Her er [noe
delt](../stories/en-historie.md).

## Tekst

Et [annet sted](https://example.org/a?b=1&c=2) & har «anførselstegn» og <vinkler i tekst.
"""


@pytest.fixture
def page(tree: Path) -> Path:
    """The page «Bidra» of the small tree."""
    file = tree / "pages/bidra.md"
    file.write_text(PAGE.replace("<vinkler", "&lt;vinkler"), encoding="utf-8")
    return file


def notes(tree: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["check", str(tree)]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if "CONTRIBUTING" in line]


def test_links_lead_from_the_root_to_files_and_to_the_site(tree: Path, page: Path) -> None:
    assert main(["contributing", str(tree)]) == 0
    text = (tree.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    comment, rest = text.split("\n", 1)
    assert comment.startswith("<!-- Laget av content/pages/bidra.md med «python -m roadmap contributing»")
    assert rest == (
        "\n# Bidra\n\nSlik foreslår dere en endring.\n\n"
        "Les [en side](content/pages/om.md#video), et tiltak (`/tiltak/a1/` på nettstedet) og <https://example.org>, "
        "eller [hopp](#tekst).\n\n"
        "Skriv `[tiltak A1](../measures/a1.md)`. Her er [noe\ndelt](content/stories/en-historie.md).\n\n"
        "## Tekst\n\n"
        "Et [annet sted](https://example.org/a?b=1&c=2) & har «anførselstegn» og &lt;vinkler i tekst.\n"
    )


def test_a_page_that_was_changed_since_is_noted_and_stops_nobody(
    tree: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who mends the page in a browser can't run the command."""
    assert notes(tree, capsys) == [], "a small tree has no such file beside it"
    main(["contributing", str(tree)])
    capsys.readouterr()
    assert notes(tree, capsys) == []
    page.write_text(page.read_text(encoding="utf-8").replace("har «", "med «"), encoding="utf-8")
    assert notes(tree, capsys) == [
        f"{tree.parent}/CONTRIBUTING.md:1: Merk: fila sier ikke det samme som content/pages/bidra.md – "
        "kjør «python -m roadmap contributing», eller be en utvikler om det"
    ]
    assert main(["contributing", str(tree)]) == 0
    assert capsys.readouterr().out == f"{tree.parent}/CONTRIBUTING.md\n"
    assert notes(tree, capsys) == []
    assert main(["contributing", str(tree)]) == 0
    assert capsys.readouterr().out == "CONTRIBUTING.md er slik den skal være.\n"


def test_content_that_cant_be_read_leaves_the_file_alone(
    tree: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("Ingen faktafelt.\n", encoding="utf-8")
    assert main(["contributing", str(tree)]) == 1
    assert "faktafeltene øverst mangler" in capsys.readouterr().err
    assert not (tree.parent / "CONTRIBUTING.md").exists()
