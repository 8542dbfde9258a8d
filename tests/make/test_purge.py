"""After something was withdrawn: nothing in the project's folder holds what the live site no longer says."""

from __future__ import annotations

from pathlib import Path

from tests.make.conftest import live_generation, publish_command, run


def make(project: Path, target: str) -> tuple[int, str, str]:
    result = run(project, "make", "--no-print-directory", target)
    return result.returncode, result.stdout, result.stderr


def publish(project: Path, generation: str) -> None:
    assert run(project, *publish_command(generation)).returncode == 0


def holding(project: Path, words: bytes) -> list[str]:
    folders = (project / "build", project / "site")
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return [file.relative_to(project).as_posix() for file in files if words in file.read_bytes()]


def test_only_the_live_site_is_left(project: Path) -> None:
    for generation in ("Kvitrebekk", "Kvitrebekk", "uten"):
        publish(project, generation)
    build = project / "build"
    for name in (
        "cache/abc/files/en.txt",
        "pictures/abc/files/640x480.webp",
        "site/index.html",
        "releases/4.part/index.html",
        "releases/0.old/index.html",
    ):
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        (build / name).write_text("Kvitrebekk", encoding="utf-8")
    (build / "plakat.pdf").write_text("Kvitrebekk", encoding="utf-8")
    assert len(holding(project, b"Kvitrebekk")) > 10
    code, said, wrong = make(project, "purge")
    assert (code, wrong) == (0, "")
    assert "site/ viser bygg 3, laget 20" in said
    assert holding(project, b"Kvitrebekk") == []
    assert live_generation(project) == "uten"
    assert sorted(path.name for path in build.iterdir()) == ["releases", "site.lock"]
    assert make(project, "rollback")[0] != 0
    publish(project, "neste")
    assert live_generation(project) == "neste"
    assert run(project, "make", "rollback").returncode == 0
    assert live_generation(project) == "uten"


def test_what_was_rolled_back_from_goes_too(project: Path) -> None:
    for generation in ("uten", "Kvitrebekk"):
        publish(project, generation)
    assert make(project, "rollback")[0] == 0
    assert make(project, "purge")[0] == 0
    assert holding(project, b"Kvitrebekk") == []
    assert live_generation(project) == "uten"


def test_without_a_site_nothing_is_removed(project: Path) -> None:
    (project / "build/releases/1").mkdir(parents=True)
    (project / "build/cache").mkdir()
    for site in ("no link", "a link to nothing"):
        if site == "a link to nothing":
            (project / "site").symlink_to("build/releases/2")
        code, said, wrong = make(project, "purge")
        assert code != 0 and said == ""
        assert "site viser ikke noe bygg herfra – kjør make site først. Ingenting er slettet." in wrong
        assert (project / "build/cache").is_dir() and (project / "build/releases/1").is_dir()
