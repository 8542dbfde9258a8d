"""The build cache gives back what was stored for exactly these inputs, whole, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from roadmap import build_cache
from roadmap.build_cache import BuildCache, key_of

FILES = {"nedlasting/plakat.pdf": b"%PDF", "nedlasting/bilder/plakat.webp": b"RIFF", "tom.txt": b""}
INPUTS = ("content", "mkdocs.yml", "missing.txt")
SETTINGS = {"site_url": "https://veikart.example/"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Something to build of: a folder in a folder, and a file."""
    (tmp_path / "root/content/measures").mkdir(parents=True)
    (tmp_path / "root/content/measures/a1.yml").write_text("title: A", encoding="utf-8")
    (tmp_path / "root/content/home.yml").write_text("title: B", encoding="utf-8")
    (tmp_path / "root/mkdocs.yml").write_text("site_name: C", encoding="utf-8")
    return tmp_path / "root"


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    return BuildCache(tmp_path / "cache", "key")


def move_to_another_folder(root: Path) -> None:
    (root / "content/other").mkdir()
    shutil.move(root / "content/measures/a1.yml", root / "content/other/a1.yml")


def move_text_between_files(root: Path) -> None:
    (root / "content/home.yml").write_text("title: ", encoding="utf-8")
    (root / "content/measures/a1.yml").write_text("Btitle: A", encoding="utf-8")


CHANGES: list[Callable[[Path], object]] = [
    lambda root: (root / "content/measures/a1.yml").write_text("title: Å", encoding="utf-8"),
    lambda root: (root / "content/new.yml").write_text("", encoding="utf-8"),
    lambda root: (root / "content/home.yml").unlink(),
    lambda root: (root / "content/home.yml").rename(root / "content/house.yml"),
    lambda root: (root / "content/empty").mkdir(),
    lambda root: (root / "mkdocs.yml").write_text("", encoding="utf-8"),
    lambda root: (root / "missing.txt").write_text("", encoding="utf-8"),
    lambda root: (root / "content/link").symlink_to("home.yml"),
    move_to_another_folder,
    move_text_between_files,
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_the_inputs_changes_the_key(root: Path, change: Callable[[Path], object]) -> None:
    cache = BuildCache(root, key_of(root, INPUTS, SETTINGS))
    assert cache.matches(root, INPUTS, SETTINGS)
    change(root)
    assert not cache.matches(root, INPUTS, SETTINGS)


def test_what_is_judged_has_an_entry_of_its_own_beside_that_of_the_same_inputs(root: Path) -> None:
    folder, key = root / "build/cache", key_of(root, INPUTS, SETTINGS)
    BuildCache(folder, key).store({"a": b"fresh"})
    assert BuildCache(folder, key, ["measure A1 age"]).restore() is None
    BuildCache(folder, key, ["measure A1 age"]).store({"a": b"old"})
    assert BuildCache(folder, key).restore() == {"a": b"fresh"}
    assert BuildCache(folder, key, ["measure A1 age"]).restore() == {"a": b"old"}
    assert BuildCache(folder, key, ["measure A2 age"]).restore() is None


def test_settings_and_versions_change_the_key(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(root, INPUTS, SETTINGS)
    assert key_of(root, INPUTS, {"site_url": "https://another.example/"}) != key
    assert key_of(root, INPUTS, {"site_urlhttps": "://veikart.example/"}) != key
    monkeypatch.setattr(build_cache, "_library_version", lambda *_: "9.9")
    assert key_of(root, INPUTS, SETTINGS) != key
    monkeypatch.undo()
    monkeypatch.setattr(build_cache, "distributions", list)
    assert key_of(root, INPUTS, SETTINGS) != key


def test_pango_has_a_version() -> None:
    assert dict(build_cache._versions())["pango"].startswith("1.")


def test_the_key_is_the_same_elsewhere_and_without_what_editors_leave_behind(root: Path, tmp_path: Path) -> None:
    key = key_of(root, INPUTS, SETTINGS)
    copy = Path(shutil.copytree(root, tmp_path / "copy"))
    for name in (".home.yml.swp", "home.yml~", ".DS_Store", "~$home.yml", "Thumbs.db"):
        (copy / "content" / name).write_text("x", encoding="utf-8")
    for name in ("__pycache__", ".git"):
        (copy / "content" / name).mkdir()
        (copy / "content" / name / "x").write_text("x", encoding="utf-8")
    assert key_of(copy, reversed(INPUTS), SETTINGS) == key


def test_a_link_counts_as_a_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("one", encoding="utf-8")
    os.mkfifo(root / "content/pipe")
    (root / "content/folder").symlink_to(outside)
    (root / "content/file").symlink_to(outside / "secret.txt")
    (root / "content/loop").symlink_to(root)
    (root / "content/broken").symlink_to("nowhere")
    key = key_of(root, INPUTS, SETTINGS)
    (outside / "secret.txt").write_text("two", encoding="utf-8")
    assert key_of(root, INPUTS, SETTINGS) == key
    (root / "content/broken").unlink()
    (root / "content/broken").symlink_to("elsewhere")
    assert key_of(root, INPUTS, SETTINGS) != key


def test_files_are_given_back_for_their_key_alone(cache: BuildCache, tmp_path: Path) -> None:
    assert cache.restore() is None
    cache.store(FILES)
    assert cache.restore() == FILES
    assert BuildCache(tmp_path / "cache", "another").restore() is None


def entry_of(folder: Path) -> Path:
    return folder / "cache/key"


def put_a_link(entry: Path) -> None:
    (entry / "files/tom.txt").unlink()
    (entry / "files/tom.txt").symlink_to("/dev/null")


def put_a_file(entry: Path) -> None:
    shutil.rmtree(entry)
    entry.write_bytes(b"")


def put_a_broken_link(entry: Path) -> None:
    shutil.rmtree(entry)
    entry.symlink_to("nowhere")


def put_an_empty_folder(entry: Path) -> None:
    shutil.rmtree(entry)
    entry.mkdir()


DAMAGES: list[Callable[[Path], object]] = [
    lambda entry: (entry / "files/nedlasting/plakat.pdf").unlink(),
    lambda entry: (entry / "files/nedlasting/plakat.pdf").write_bytes(b"%PD"),
    lambda entry: (entry / "files/extra.txt").write_bytes(b""),
    lambda entry: (entry / "extra.txt").write_bytes(b""),
    lambda entry: (entry / "manifest.json").unlink(),
    lambda entry: (entry / "manifest.json").write_text("{", encoding="utf-8"),
    lambda entry: (entry / "manifest.json").write_bytes(b"\xff"),
    lambda entry: (entry / "manifest.json").write_text("[]", encoding="utf-8"),
    lambda entry: (entry / "manifest.json").write_text("{}", encoding="utf-8"),
    lambda entry: shutil.rmtree(entry / "files"),
    put_a_link,
    put_a_file,
    put_a_broken_link,
    put_an_empty_folder,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_entry_that_is_not_whole_is_removed_and_made_anew(
    cache: BuildCache, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    cache.store(FILES)
    damage(entry_of(tmp_path))
    assert cache.restore() is None
    assert list((tmp_path / "cache").iterdir()) == []
    cache.store(FILES)
    assert cache.restore() == FILES


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_broken_entry_is_no_hindrance_for_a_new_one(
    cache: BuildCache, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    cache.store(FILES)
    damage(entry_of(tmp_path))
    cache.store(FILES)
    assert cache.restore() == FILES


def test_a_manifest_can_not_lead_out_of_the_entry(cache: BuildCache, tmp_path: Path) -> None:
    for name in ("../out.txt", "/out.txt", "", "a/../../../out.txt"):
        with pytest.raises(ValueError, match="leads out"):
            cache.store({name: b"x"})
    assert list(tmp_path.rglob("*")) == [tmp_path / "cache"]


def test_an_interrupted_store_leaves_nothing(
    cache: BuildCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        if path.name == "plakat.webp":
            raise OSError(28, "No space left on device")
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space"):
        cache.store(FILES)
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_three_last_used_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for age, key in enumerate(("one", "two", "three")):
        BuildCache(folder, key).store({"key.txt": key.encode()})
        os.utime(folder / key, (age, age))
    killed = folder / ".unfinished-killed"
    killed.mkdir()
    os.utime(killed, (0, 0))
    (folder / ".unfinished-under-way").mkdir()
    assert BuildCache(folder, "one").restore() == {"key.txt": b"one"}
    BuildCache(folder, "four").store({"key.txt": b"four"})
    assert sorted(entry.name for entry in folder.iterdir()) == [".unfinished-under-way", "four", "one", "three"]


def use(folder: Path, number: int) -> bool:
    """Stores and restores, and tells whether what came back was right every time."""
    right = True
    for turn in range(30):
        key = f"key-{(turn + number) % 5}"
        files = {f"{name}.txt": key.encode() * 1000 for name in range(5)}
        BuildCache(folder, key).store(files)
        right = right and BuildCache(folder, key).restore() in (files, None)
    return right


def test_several_processes_can_use_it_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert all(pool.map(use, [tmp_path / "cache"] * 4, range(4)))
    assert len(list((tmp_path / "cache").glob("key-*"))) <= build_cache._KEPT + 1
