"""Approvals written into the files: no more than must change, never twice, and not at all where the check fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.content.load import check, load
from roadmap.errors import OutputError
from roadmap.review import edits
from tests.review.files import APPROVED, Reading, fill, pack
from tests.test_mistakes import spoil

FILE = "measures/a1-begynn.yml"


def digest(tree: Path) -> str:
    roadmap = load(tree)
    return roadmap.digest(roadmap.measure("A1"))


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_an_approval_is_written_and_the_content_is_still_in_order(tree: Path, reading: Reading) -> None:
    before = {file: file.read_bytes() for file in tree.rglob("*") if file.is_file()}
    said = reading.of(fill(pack(tree), {"A1": APPROVED}), write=True)
    assert (reading.code, said.endswith("Ført inn: A1.\n")) == (0, True)
    changed = [file for file, data in before.items() if file.read_bytes() != data]
    assert changed == [tree / FILE]
    removed, added = lines_changed(before[tree / FILE].decode(), (tree / FILE).read_text("utf-8"))
    approval = f"approval: {{role: fagansvarlig, date: 2026-11-25, text: {digest(tree)}}}\n"
    assert (removed, added) == (["status: utkast\n"], ["status: godkjent\n", approval])
    assert load(tree).measure("A1").status == "godkjent"
    assert not [problem for problem in check(tree).problems if problem.rule == "godkjenning"]


LAYOUTS = {
    "a comment": ("status: utkast", "status: utkast  # venter på faget", "status: godkjent  # venter på faget"),
    "quotation marks": ("status: utkast", 'status:   "utkast"', "status:   godkjent"),
    "an empty approval": ("status: utkast", "approval:\nstatus: utkast", "status: godkjent"),
    "no approval": ("status: utkast", "status: utkast\napproval: ~ # ingen ennå", "status: godkjent"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comments_and_layout_stay(layout: str, newline: str, tree: Path, reading: Reading) -> None:
    find, put, expected = LAYOUTS[layout]
    spoil(tree, FILE, find, put)
    text = "\ufeff# Øverst\n" + (tree / FILE).read_text("utf-8")
    (tree / FILE).write_bytes(text.replace("\n", newline).encode())
    reading.of(fill(pack(tree), {"A1": APPROVED}), write=True)
    assert reading.code == 0, reading.errors
    after = (tree / FILE).read_bytes().decode()
    assert f"{newline}{expected}{newline}" in after
    assert after.startswith(f"\ufeff# Øverst{newline}")
    assert after.count(newline) == after.count("\n") == text.count("\n") + ("approval" not in put)
    removed, _ = lines_changed(text.replace("\n", newline), after)
    assert len(removed) == 1 + ("approval" in put)
    assert ("# ingen ennå" in after) == ("# ingen ennå" in put)
    assert load(tree).measure("A1").status == "godkjent"


def test_a_file_without_an_end_of_its_last_line_and_one_in_braces_are_edited_too(tree: Path, reading: Reading) -> None:
    text = (tree / FILE).read_text("utf-8").replace("status: utkast\n", "")
    (tree / FILE).write_text(f"{text}status: utkast", encoding="utf-8")
    reading.of(fill(pack(tree), {"A1": APPROVED}), write=True)
    assert (tree / FILE).read_text("utf-8").startswith(f"{text}status: godkjent\napproval: {{role: fagansvarlig")
    braces = tree / "measures/a2-si-fra.yml"
    import json

    from roadmap.content.yaml12 import parse_yaml

    data = parse_yaml(braces.read_text("utf-8"), braces).data
    braces.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    reading.of(fill(pack(tree), {"A2": APPROVED}), write=True)
    assert reading.code == 0, reading.errors
    assert '"status": godkjent, approval: {role: fagansvarlig' in braces.read_text("utf-8")
    assert load(tree).measure("A2").status == "godkjent"


EXISTING = {
    "in braces": "approval: {role: leder, date: 2026-11-22}  # muntlig",
    "in braces on two lines": "approval: {role: leder,\n  date: 2026-11-22}",
    "on lines of its own": "approval:\n  role: leder  # muntlig\n  date: 2026-11-22  # i møtet",
    "with another text": "approval: {role: leder, date: 2026-11-22, text: bcdfghjklm}",
}


@pytest.mark.parametrize("layout", EXISTING)
def test_an_older_approval_gives_way_and_is_named(layout: str, tree: Path, reading: Reading) -> None:
    spoil(tree, FILE, "status: utkast", f"status: godkjent\n{EXISTING[layout]}")
    filled = fill(pack(tree), {"A1": APPROVED})
    assert "Merk: erstatter godkjenningen av leder 22. november 2026" in reading.of(filled, write=True)
    assert reading.code == 0, reading.errors
    after = (tree / FILE).read_text("utf-8")
    given = load(tree).measure("A1").approval
    assert given and (given.role, str(given.date), given.text) == ("fagansvarlig", "2026-11-25", digest(tree))
    assert all(comment in after for comment in ("# muntlig", "# i møtet") if comment in EXISTING[layout])


def test_a_file_approves_once(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"A1": APPROVED})
    reading.of(filled, write=True)
    once = (tree / FILE).read_bytes()
    said = reading.of(filled, write=True)
    assert "Merk: godkjenningen av fagansvarlig 25. november 2026 er ført inn fra før" in said
    assert said.endswith("Det er ingen godkjenninger å føre inn.\n")
    assert (tree / FILE).read_bytes() == once
    spoil(tree, FILE, "hours: 1", "hours: 1.25")
    assert "Merk: teksten er endret siden fila ble laget" in reading.of(filled, write=True)
    assert load(tree).measure("A1").status == "utkast"


@pytest.mark.parametrize(
    ("existing", "reason"),
    [
        ("{role: leder, date: 2026-11-26}", "en nyere godkjenning, av leder 26. november 2026, står i fila"),
        ("{role: leder, date: 2026-11-25}", "det er godkjent av leder 25. november 2026 fra før"),
    ],
)
def test_an_approval_that_is_not_older_is_never_written_over(
    existing: str, reason: str, tree: Path, reading: Reading
) -> None:
    spoil(tree, FILE, "status: utkast", f"status: godkjent\napproval: {existing}")
    before = (tree / FILE).read_bytes()
    assert f"Merk: {reason}" in reading.of(fill(pack(tree), {"A1": APPROVED}), write=True)
    assert (tree / FILE).read_bytes() == before


def test_an_approval_that_names_no_text_gets_it_from_the_same_answer(tree: Path, reading: Reading) -> None:
    spoil(tree, FILE, "status: utkast", "status: godkjent\napproval: {role: fagansvarlig, date: 2026-11-25}")
    reading.of(fill(pack(tree), {"A1": APPROVED}), write=True)
    assert f"2026-11-25, text: {digest(tree)}}}" in (tree / FILE).read_text("utf-8")


def test_where_the_check_would_fail_nothing_is_changed(tree: Path, reading: Reading) -> None:
    spoil(tree, "roadmap.yml", "lead: To steg", "lead: Tre steg, 15 tiltak og to steg")
    before = {file: file.read_bytes() for file in tree.rglob("*") if file.is_file()}
    reading.of(fill(pack(tree), {"A1": APPROVED, "B1": APPROVED}), write=True)
    assert reading.code == 1
    assert reading.errors.startswith("Ingenting er ført inn, for kontrollen finner noe:\n")
    assert "roadmap.yml:2: teksten sier «15 tiltak», men det er 3 – rett tallet" in reading.errors
    assert {file: file.read_bytes() for file in tree.rglob("*") if file.is_file()} == before


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(tree: Path) -> None:
    file = tree / FILE
    edit = edits.Edit(file, "noe annet", "noe nytt")
    before = file.read_bytes()
    with pytest.raises(OutputError, match="fila ble endret i mellomtiden"):
        edits.write([edit], lambda: None)
    assert file.read_bytes() == before
