"""What is made of unchanged files is not made again."""

from __future__ import annotations

from pathlib import Path

from roadmap.build_cache import Kept


def kept(folder: Path, settings: str = "") -> Kept:
    return Kept(folder / "store", [folder / "inputs", folder / "single.txt"], settings)


def test_files_are_given_back_until_an_input_changes(tmp_path: Path) -> None:
    (tmp_path / "inputs/deep").mkdir(parents=True)
    (tmp_path / "inputs/deep/a.txt").write_text("a", encoding="utf-8")
    made = tmp_path / "made.pdf"
    made.write_bytes(b"made")
    assert not kept(tmp_path).exists
    kept(tmp_path).keep([made])
    assert kept(tmp_path).exists
    kept(tmp_path).restore(tmp_path / "site")
    assert (tmp_path / "site/made.pdf").read_bytes() == b"made"
    assert not kept(tmp_path, settings="https://another.example/").exists
    (tmp_path / "inputs/deep/a.txt").write_text("b", encoding="utf-8")
    assert not kept(tmp_path).exists
    (tmp_path / "inputs/deep/a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "single.txt").write_text("new", encoding="utf-8")
    assert not kept(tmp_path).exists


def test_what_was_made_of_older_inputs_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    made = tmp_path / "made.pdf"
    made.write_bytes(b"made")
    for text in ("one", "two"):
        (tmp_path / "single.txt").write_text(text, encoding="utf-8")
        kept(tmp_path).keep([made])
    assert len(list((tmp_path / "store").iterdir())) == 1
