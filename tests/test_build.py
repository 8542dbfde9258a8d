"""Builds that stop, and builds beside the path: what MkDocs makes of a small project."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup

from roadmap.review.blocks import blocks_of
from tests.conftest import build_small

pytestmark = pytest.mark.site


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_bad_content_stops_the_build_before_anything_is_written(small_project: Path) -> None:
    (small_project / "site").mkdir()
    (small_project / "site/index.html").write_text("den gamle", encoding="utf-8")
    change(small_project / "content/measures/a1-begynn.yml", "level: avdeling", "level: etasje")
    change(
        small_project / "content/pages/om.md",
        "En kort tekst.",
        'En [lenke](borte.md "tittel") og [en til][x].\n\n[x]: #borte',
    )
    result = build_small(small_project)
    assert result.returncode == 1
    assert "Innholdet har 3 feil" in result.stderr
    assert "content/measures/a1-begynn.yml:15: nivå «etasje» finnes ikke" in result.stderr
    assert "content/pages/om.md:5: lenken til «borte.md» fører ingen steder" in result.stderr
    assert "content/pages/om.md:7: lenken til «#borte» peker på et sted som ikke er på siden" in result.stderr
    assert "Traceback" not in result.stderr
    assert files_of(small_project / "site") == {"index.html": b"den gamle"}


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SITE_URL", ""), ("SITE_URL", "https://veikart.example/ mappe"), ("REPO_URL", ""), ("CONTACT", "redaksjonen")],
)
def test_a_missing_or_wrong_url_is_named(small_project: Path, variable: str, value: str) -> None:
    result = build_small(small_project, environment={variable: value})
    assert result.returncode == 1
    assert variable in result.stderr
    assert "Traceback" not in result.stderr
    assert not (small_project / "site").exists()


NO_CONTACT = "Ingen adresse for innspill er satt (CONTACT). Nettstedet sier at adressen ikke er bestemt."


def test_where_no_address_is_set_the_build_and_the_site_say_so(small_project: Path) -> None:
    result = build_small(small_project)
    assert (result.returncode, result.stderr.count(NO_CONTACT)) == (0, 1)
    assert result.stderr.count("SITE_URL er ikke satt.") == 1
    site = files_of(small_project / "site")
    assert b"mailto:" not in b"".join(data for name, data in site.items() if name.endswith(".html"))
    assert "Adressen er ikke bestemt ennå." in site["suksesshistorier/index.html"].decode()
    assert ">Foreslå endring</a>" in site["tiltak/a1/index.html"].decode()


def test_the_address_that_is_set_is_on_every_page_with_its_title_as_subject(small_project: Path) -> None:
    title = 'Få 100 % "med" & prøv/øv?'
    change(small_project / "content/measures/a1-begynn.yml", "title: Begynn", f"title: '{title}'")
    result = build_small(
        small_project, environment={"CONTACT": "video@veikart.example", "SITE_URL": "https://intranett.example"}
    )
    assert result.returncode == 0, result.stderr
    assert NO_CONTACT not in result.stderr and "SITE_URL" not in result.stderr
    printed = BeautifulSoup((small_project / "site/tiltak/a1/index.html").read_text("utf-8"), "html.parser")
    assert [one.get_text() for one in printed.select(".printed-head strong")] == ["intranett.example/tiltak/a1"]
    assert "[1] intranett.example/maler/beskjed" in printed.select(".printed-links")[0].get_text()
    for page, subject in (("tiltak/a1", f"A1 {title}"), ("suksesshistorier", "Historier"), ("eksempler", "Eksempler")):
        soup = BeautifulSoup((small_project / "site" / page / "index.html").read_text("utf-8"), "html.parser")
        link = soup.select_one(".page-actions a[href^=mailto]")
        assert link and link.get_text() == "Send et forslag på e-post"
        address, _, query = str(link["href"]).partition("?")
        assert address == "mailto:video@veikart.example"
        assert parse_qs(query, strict_parsing=True) == {"subject": [subject]}


def test_the_footer_calls_the_site_a_proposal_until_everything_is_approved(small_project: Path) -> None:
    content = small_project / "content"

    def footer() -> str:
        result = build_small(small_project)
        assert result.returncode == 0, result.stderr
        soup = BeautifulSoup((small_project / "site/index.html").read_text("utf-8"), "html.parser")
        return " ".join(element.get_text() for element in soup.select(".site-footer p")).split(" Om veikartet")[0]

    assert footer() == "Veikart for video, utgave 0.9 – utkast. Bare et forslag."
    approved = "status: godkjent\napproval: {role: leder, date: 2026-11-22}\n"
    with_approval = (*content.glob("measures/*.yml"), *content.glob("ready_made_texts/*.md"))
    for file in (*with_approval, content / "pathway_guide/index.md"):
        change(file, "status: utkast\n", approved)
    change(content / "examples/et-eksempel.md", "status: utkast", "status: godkjent")
    assert footer() == "Veikart for video, utgave 0.9 – utkast. Bare et forslag."
    change(content / "stories/en-historie.md", "status: utkast", "status: godkjent")
    assert footer() == "Veikart for video, utgave 0.9 – utkast. Bare et forslag."
    change(content / "room_checklist.yml", "status: utkast\n", approved)
    assert footer() == "Veikart for video, utgave 0.9 – utkast."


def test_the_project_can_be_built_from_another_folder(small_project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "et annet sted"
    elsewhere.mkdir()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(small_project / "mkdocs.small.yml")]
    result = subprocess.run(
        [*command, "-d", str(tmp_path / "ut")], cwd=elsewhere, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "ut/nedlasting/veileder.pdf").is_file()
    assert list(elsewhere.iterdir()) == []


def test_the_same_content_gives_the_same_bytes_from_the_cache_and_without_it(
    small_project: Path, tmp_path: Path
) -> None:
    made = []
    for cache in ("empty", "full", "empty again"):
        if cache == "empty again":
            shutil.rmtree(small_project / "build")
        assert build_small(small_project, with_pdf=True).returncode == 0
        made.append(files_of(small_project / "site"))
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if not made[0][name] == made[1][name] == made[2][name]] == []


def test_a_changed_text_reaches_the_guide_and_the_poster(small_project: Path) -> None:
    assert build_small(small_project, with_pdf=True).returncode == 0
    before = files_of(small_project / "site/nedlasting")
    change(small_project / "content/pathway_guide/index.md", "Et verktøy for ett møte", "Et verktøy for to møter")
    change(small_project / "content/measures/a1-begynn.yml", "title: Begynn", "title: Begynn nå")
    assert build_small(small_project, with_pdf=True).returncode == 0
    after = files_of(small_project / "site/nedlasting")
    assert before["veileder.pdf"] != after["veileder.pdf"]
    assert before["veikart-plakat-a1.pdf"] != after["veikart-plakat-a1.pdf"]


def test_what_lapses_with_time_reaches_files_that_were_kept_and_nothing_else_is_made_anew(small_project: Path) -> None:
    """An approval grows old without anything being changed, and most days none does."""
    measure = small_project / "content/measures/a1-begynn.yml"
    change(measure, "status: utkast\n", "status: godkjent\napproval: {role: leder, date: 2026-11-22}\n")
    kept, files = [], []
    for day in ("2026-11-27", "2026-11-28", "2028-11-23"):
        moment = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
        result = build_small(small_project, environment={"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))})
        assert result.returncode == 0, result.stderr
        kept.append(len(list((small_project / "build/cache").glob("*/manifest.json"))))
        files.append((small_project / "site/nedlasting/godkjenning.docx").read_bytes())
    assert kept == [1, 1, 2]
    assert files[0] == files[1] != files[2]
    lapsed = "Godkjenningen fra 22. november 2026 gjelder ikke lenger: den er eldre enn to år."
    assert lapsed in "\n".join(block.text for block in blocks_of(files[2]))
    assert lapsed in (small_project / "site/tiltak/a1/index.html").read_text(encoding="utf-8")


def test_an_edit_during_the_build_stops_it(small_project: Path) -> None:
    """What was made of two states of the content is neither published nor kept."""
    hooks = small_project / "mkdocs_adapter/build.py"
    change(
        hooks,
        "    if not cache.matches(",
        '    (root / "content/pages/om.md").open("a").write("\\nMer.\\n")\n    if not cache.matches(',
    )
    result = build_small(small_project)
    assert result.returncode == 1
    assert "Noe ble endret mens nettstedet ble bygd – bygg på nytt." in result.stderr
    assert not (small_project / "site").exists()
    assert not list((small_project / "build").rglob("manifest.json"))


def test_without_pango_the_pages_are_built_without_pdfs_and_without_dead_links(
    small_project: Path, tmp_path: Path
) -> None:
    (tmp_path / "without/weasyprint").mkdir(parents=True)
    stub = "raise OSError('cannot load library pango')\n"
    (tmp_path / "without/weasyprint/__init__.py").write_text(stub, encoding="utf-8")
    result = build_small(small_project, environment={"PYTHONPATH": str(tmp_path / "without")})
    assert result.returncode == 0, result.stderr
    site = small_project / "site"
    made = {
        "veikart.pptx",
        "veikart.xlsx",
        "veikart-uten-nett.zip",
        "maler/beskjed.docx",
        "maler/alle-tekstene.docx",
        "godkjenning.docx",
    }
    assert files_of(site / "nedlasting").keys() == made
    assert not [page for page in site.rglob("*.html") if ".pdf" in page.read_text(encoding="utf-8")]
    assert "Ikke laget her." in (site / "plakat/index.html").read_text(encoding="utf-8")


def test_a_download_that_is_not_made_stops_the_build(small_project: Path) -> None:
    change(small_project / "content/home.yml", "nedlasting/veileder.pdf", "nedlasting/noe-annet.pdf")
    result = build_small(small_project, with_pdf=True)
    assert result.returncode == 1
    assert "content/home.yml: disse filene blir ikke laget: nedlasting/noe-annet.pdf" in result.stderr
    assert "Traceback" not in result.stderr


def test_hidden_and_leftover_files_are_neither_errors_nor_published(small_project: Path) -> None:
    for name in (".DS_Store", ".om.md.swp", "pages/om.md~", "pages/#om.md#", "stories/Thumbs.db", ".git/config"):
        file = small_project / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"\0hemmelig")
    result = build_small(small_project)
    assert result.returncode == 0, result.stderr
    assert not [name for name, data in files_of(small_project / "site").items() if b"hemmelig" in data]


@pytest.mark.parametrize("target", ["{outside}/secret.txt", "../../secret.txt", "{outside}"])
def test_nothing_outside_the_content_is_published(small_project: Path, target: str) -> None:
    outside = small_project.parent
    (outside / "secret.txt").write_text("hemmelig", encoding="utf-8")
    link = small_project / "content/pages/bilde.png"
    link.symlink_to(target.format(outside=outside))
    result = build_small(small_project)
    assert result.returncode == 1
    assert "content/pages/bilde.png" in result.stderr
    assert not (small_project / "site").exists()


@pytest.mark.parametrize("manifest", ["[" * 200_000, "", "{}", "\0"])
def test_a_broken_cache_is_made_anew(small_project: Path, manifest: str) -> None:
    assert build_small(small_project).returncode == 0
    [entry] = (small_project / "build/cache").iterdir()
    (entry / "manifest.json").write_text(manifest, encoding="utf-8")
    result = build_small(small_project)
    assert result.returncode == 0, result.stderr
    assert (small_project / "site/nedlasting/veikart.pptx").stat().st_size > 10_000


def test_a_cache_that_can_not_be_written_is_named(small_project: Path) -> None:
    (small_project / "build").mkdir()
    (small_project / "build/cache").write_text("i veien", encoding="utf-8")
    result = build_small(small_project)
    assert result.returncode == 1
    assert "kan ikke lagres i build/cache" in result.stderr
    assert "Traceback" not in result.stderr
