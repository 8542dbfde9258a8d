"""What a proposal does to the site, told of two small sites and of a repository with a builder that is a fake."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from PIL import Image, ImageStat

from roadmap import urls
from tests.conftest import ROOT, build_small, copy_project
from tests.pipelines.sites import build_page, picture_of, site
from tests.programs import program
from tools.what_changes.__main__ import main

HOSTILE = "<b>&\"'</b> [x](y) | `z`"


def report(tmp_path: Path, *options: str) -> tuple[html.HtmlElement, str]:
    """The report on the sites «old» and «new», as a page and as a summary."""
    folders = [str(tmp_path / name) for name in ("old", "new")]
    # In a process of its own: the browser of other tests is open in this one.
    command = [sys.executable, "-m", "tools.what_changes", *folders, "--output", str(tmp_path / "report"), *options]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    page = html.document_fromstring((tmp_path / "report/index.html").read_text(encoding="utf-8"))
    return page, (tmp_path / "report/summary.md").read_text(encoding="utf-8")


def under(page: html.HtmlElement, anchor: str) -> str:
    """The text from a heading to the next one of its kind."""
    heading = page.get_element_by_id(anchor)
    texts = []
    for element in heading.itersiblings():
        if element.tag == "h2":
            break
        texts.append(" ".join(element.text_content().split()))
    return "\n".join(texts)


def test_pages_that_are_new_changed_or_gone_are_named(tmp_path: Path) -> None:
    site(tmp_path / "old", {"a/index.html": build_page("A", "<p>Én</p>"), "b/index.html": build_page("B", "")})
    site(tmp_path / "new", {"a/index.html": build_page("A", "<p>To</p>"), "c/index.html": build_page("C", "")})
    page, summary = report(tmp_path, "--most-pictures", "0")
    assert under(page, "nye").startswith("C /c/")
    assert under(page, "endret").startswith("A /a/")
    assert under(page, "borte") == "B – /b/"
    for line in ("- **C** `/c/`", "- **A** `/a/`", "- **B** `/b/`"):
        assert line in summary.splitlines()
    assert "Hjem" not in summary


def test_what_differs_in_a_line_is_marked_before_and_after(tmp_path: Path) -> None:
    for name, day in (("old", "mandag"), ("new", "fredag")):
        text = f"<p>Vi møtes hver {day} klokka ti.</p><ul><li>Likt</li></ul>"
        site(tmp_path / name, {"a/index.html": build_page("A", text)})
    page, _ = report(tmp_path, "--most-pictures", "0")
    assert [element.text_content() for element in page.xpath("//del | //ins")] == ["mandag", "fredag"]
    assert "Likt" not in under(page, "endret")


def test_the_same_site_built_again_has_no_changes(tmp_path: Path) -> None:
    """Digests in names, how heavy a download is and what nobody reads are no changes."""
    for name, asset, size in (("old", "0123456789", "98"), ("new", "abcdef0123", "1 002")):
        text = f"<p>PDF, {size} kB</p><p><img src='../assets/b.{asset}.png' alt=''></p>"
        files = {"a/index.html": build_page("A", text, asset), f"assets/b.{asset}.png": "bilde"}
        files |= {f"assets/style.{asset}.css": "p {}", "endringer.xml": asset, "assets/search/core.js": asset}
        site(tmp_path / name, files | {"nedlasting/veikart-uten-nett.zip.txt": "likt"})
    page, summary = report(tmp_path)
    assert "Ingenting endrer seg for leserne" in page.text_content()
    assert "Ingenting endrer seg for leserne" in summary


def test_another_picture_is_a_change_of_its_page(tmp_path: Path) -> None:
    for name in ("old", "new"):
        text = "<p><img src='../assets/b.png' alt=''></p>"
        site(tmp_path / name, {"a/index.html": build_page("A", text), "assets/b.png": name})
    page, _ = report(tmp_path, "--most-pictures", "0")
    assert "Teksten er den samme." in under(page, "endret")


def test_what_the_form_knows_of_the_content_is_no_look(tmp_path: Path) -> None:
    for name, asset in (("old", "0123456789"), ("new", "abcdef0123")):
        site(tmp_path / name, {f"assets/story-rules.{asset}.js": name})
    page, _ = report(tmp_path, "--most-pictures", "0")
    assert "Utseendet er endret" not in page.text_content()


def test_a_new_story_is_shown_with_its_text_and_what_it_says_of_consent(tmp_path: Path) -> None:
    facts = {"slug": "ny", "consent": "innhentet", "review_by": "2028-11-27", "status": "utkast"}
    export = json.dumps({"content": {"stories": [facts]}})
    site(tmp_path / "old", {})
    new = {urls.EXPORT: export, "suksesshistorier/ny/index.html": build_page("Ny", "<p>Vi fikk det til.</p>")}
    site(tmp_path / "new", new)
    page, _ = report(tmp_path, "--most-pictures", "0")
    told = under(page, "nye")
    assert "Vi fikk det til." in told
    for fact in ("Samtykke: innhentet", "Leses på nytt innen: 2028-11-27", "Status: utkast"):
        assert fact in told


def test_files_to_take_away_looks_and_menu_are_told_of(tmp_path: Path) -> None:
    gone, added, changed = (f"{urls.DOWNLOADS}/{name}.pdf" for name in ("gammel", "ny", "begge"))
    site(tmp_path / "old", {gone: "x", changed: "1", "assets/style.0123456789.css": "p {}"})
    menu = build_page("Hjem", "<p>Velkommen</p>").replace("Meny", "Ny meny")
    new = {added: "x", changed: "2", "assets/style.abcdef0123.css": "a {}", "index.html": menu}
    site(tmp_path / "new", new)
    page, summary = report(tmp_path, "--most-pictures", "0")
    assert under(page, "filer") == f"Ny: {added}Endret: {changed}Borte: {gone}"
    assert "Menyen eller bunnen er endret" in page.text_content()
    assert "assets/style.css" in page.text_content()
    assert under(page, "endret") == "Ingen."
    assert f"- Endret: `{changed}`" in summary


def test_editors_text_stays_text(tmp_path: Path) -> None:
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    site(tmp_path / "old", {})
    site(tmp_path / "new", {"a/index.html": build_page(escaped, f"<p>{escaped}</p>")})
    page, summary = report(tmp_path, "--most-pictures", "0")
    assert HOSTILE in page.text_content()
    assert page.xpath("//b | //script") == []
    assert r"**\<b\>\&" in summary
    assert "[x](y)" not in summary


def test_whoever_gives_no_site_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site(tmp_path / "old", {})
    assert main([str(tmp_path / "old"), str(tmp_path / "nothing"), "--output", str(tmp_path / "report")]) == 1
    assert "er ikke et bygd nettsted – bygg det først: make site" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "old"), "--output", str(tmp_path / "report")])
    assert stopped.value.code == 2


@pytest.mark.browser
def test_pictures_show_the_place_that_differs(tmp_path: Path) -> None:
    program("chromium", "chromium-browser")
    high = "<p><img src='../assets/white.webp' width=10 height=4000 alt=''></p>"
    for name, colour in (("old", "red"), ("new", "blue")):
        text = f"{high}<p><img src='../assets/bar.webp' width=1100 height=90 alt=''></p>{high}"
        files: dict[str, str | bytes] = {"a/index.html": build_page("A", text), "assets/bar.webp": picture_of(colour)}
        files |= {"assets/white.webp": picture_of("white")}
        site(tmp_path / name, files | {"b/index.html": build_page("Lik", f"<p title='{name}'>Samme</p>")})
    page, summary = report(tmp_path)
    pictures = sorted(file.name for file in (tmp_path / "report/bilder").iterdir())
    assert pictures == ["a-gammel.webp", "a-ny.webp"]
    assert "bilder/" not in summary, "no path there opens anything"
    for name, channel in (("gammel", 0), ("ny", 2)):
        picture = Image.open(tmp_path / f"report/bilder/a-{name}.webp").convert("RGB")
        assert picture.size == (1200, 1500)
        # The bar's own channel is the one that is light.
        bar = picture.crop((100, 190, 900, 210))
        lightness = [ImageStat.Stat(bar).mean[number] for number in (0, 2)]
        assert max(lightness) > 200
        assert lightness.index(max(lightness)) == channel // 2
    assert [image.get("src")[:23] for image in page.xpath("//img")] == ["data:image/webp;base64,"] * 2
    assert all(image.get("alt") for image in page.xpath("//img"))


@pytest.mark.browser
def test_no_more_pictures_than_there_is_room_for(tmp_path: Path) -> None:
    program("chromium", "chromium-browser")
    site(tmp_path / "old", {})
    site(tmp_path / "new", {f"{name}/index.html": build_page(name, "") for name in "abc"})
    page, _ = report(tmp_path, "--most-pictures", "2")
    assert len(page.xpath("//img")) == 2
    assert "1 er uten bilde" in page.text_content()


def test_the_poster_is_shown_before_and_after(tmp_path: Path) -> None:
    for name, colour in (("old", "red"), ("new", "blue")):
        site(tmp_path / name, {urls.POSTER_PREVIEW: picture_of(colour)})
    page, summary = report(tmp_path)
    assert [figure.text_content().strip() for figure in page.xpath("//h2[@id='plakat']/following::figure")] == [
        "Før",
        "Nå",
    ]
    assert "Plakaten er endret" in summary


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose branch «forslag» changes a text, with the site of it built."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "Makefile").write_text("site:\n\tmkdir -p site && cp page.html site/index.html\n", encoding="utf-8")
    (folder / "requirements.lock").touch()
    (folder / ".gitignore").write_text("build/\n/site\n", encoding="utf-8")
    write(folder, "Én")
    git("init", "--quiet", "--initial-branch=main")
    commit("First")
    git("switch", "--quiet", "--create", "forslag")
    write(folder, "To")
    commit("Change")
    # What happens on main meanwhile, is no part of the proposal.
    git("switch", "--quiet", "main")
    write(folder, "Tre")
    commit("Meanwhile")
    git("switch", "--quiet", "forslag")
    subprocess.run(["make", "--silent", "site"], check=True)
    return folder


def write(folder: Path, text: str) -> None:
    (folder / "page.html").write_text(build_page("Hjem", f"<p>{text}</p>"), encoding="utf-8")


def commit(subject: str) -> None:
    git("add", "--all")
    git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", subject)


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


BASE = ["--base", "main", "--output", "build/changes", "--most-pictures", "0"]


def test_the_site_without_the_changes_is_built_of_the_commit_they_began_from(repository: Path) -> None:
    # What a run leaves that was killed.
    (repository / "build/before").mkdir(parents=True)
    (repository / "build/before/page.html").touch()
    assert main(BASE) == 0
    page = html.document_fromstring((repository / "build/changes/index.html").read_text(encoding="utf-8"))
    assert [element.text_content() for element in page.xpath("//del | //ins")] == ["Én", "To"]
    assert not (repository / "build/before").exists()
    assert len(git("worktree", "list").splitlines()) == 1


def test_a_site_that_could_not_be_built_before_stops_no_report(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("switch", "--quiet", "main")
    (repository / "Makefile").write_text("site:\n\techo Noe er galt; exit 7\n", encoding="utf-8")
    commit("Break")
    git("switch", "--quiet", "--create", "rettelse")
    assert main(BASE) == 0
    page = (repository / "build/changes/index.html").read_text(encoding="utf-8")
    assert "lot seg ikke bygge slik det er uten endringene" in page
    assert "Noe er galt" in page
    assert "lot seg ikke bygge" in (repository / "build/changes/summary.md").read_text(encoding="utf-8")
    assert len(git("worktree", "list").splitlines()) == 1


def test_a_reference_without_a_common_history_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for reference in ("finnes-ikke", "-x"):
        assert main([f"--base={reference}", "--output", "build/changes"]) == 1
        assert f"«{reference}»" in capsys.readouterr().err


@pytest.mark.site
def test_a_real_site_built_twice_has_no_changes_and_a_title_is_one(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ROOT / "tests/tree")
    for name in ("old", "new"):
        assert build_small(project).returncode == 0
        shutil.move(project / "site", tmp_path / name)
    page, _ = report(tmp_path)
    assert "Ingenting endrer seg for leserne" in page.text_content()

    measure = next((project / "content/measures").glob("a1*.yml"))
    text = measure.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    measure.write_text(text.replace(title, "title: Prøv noe nytt"), encoding="utf-8")
    assert build_small(project).returncode == 0
    shutil.rmtree(tmp_path / "new")
    shutil.move(project / "site", tmp_path / "new")
    page, summary = report(tmp_path, "--most-pictures", "0")
    assert f"Prøv noe nytt** `/{urls.page_url(urls.measure_page('A1'))}`" in summary
    assert "Nye sider: 0" in page.text_content()
    link = page.xpath("//h3[contains(., 'Prøv noe nytt')]/following::a/@href")[0]
    assert (tmp_path / "report" / link).is_file()
