"""How the theme's files reach the site: in one sheet, under names that change with what is in them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import build_small


def test_a_changed_style_gets_another_name_and_everything_else_keeps_its_own(small_project: Path) -> None:
    assert build_small(small_project).returncode == 0
    before = _names(small_project)
    with (small_project / "templates/theme/assets/road.css").open("a", encoding="utf-8") as sheet:
        sheet.write(".changed { color: red; }\n")
    assert build_small(small_project).returncode == 0
    after = _names(small_project)
    (old,), (new,) = before - after, after - before
    page = (small_project / "site/index.html").read_text(encoding="utf-8")
    assert old.startswith("style.")
    assert f"assets/{new}" in page
    assert old not in page
    rules = (small_project / "site/assets" / new).read_text(encoding="utf-8")
    assert ".changed" in rules
    assert rules.index(":root") < rules.index(".site-header") < rules.index(".changed")


def test_a_style_sheet_that_is_not_there_stops_the_build(small_project: Path) -> None:
    configuration = small_project / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("assets/road.css", "assets/rood.css"), encoding="utf-8")
    result = build_small(small_project)
    assert result.returncode != 0
    assert "«assets/rood.css» under «extra_css» finnes ikke" in result.stderr


def test_nothing_of_materials_own_looks_or_scripts_is_on_the_site(small_project: Path) -> None:
    assert build_small(small_project).returncode == 0
    assert not (small_project / "site/assets/stylesheets").exists()
    assert not (small_project / "site/assets/javascripts").exists()
    for sheet in (small_project / "site/assets").glob("*.css"):
        assert "--md-" not in sheet.read_text(encoding="utf-8")


def _names(project: Path) -> set[str]:
    return {file.name for file in (project / "site/assets").rglob("*") if file.is_file()}
