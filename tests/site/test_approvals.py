"""What readers are told of approvals: on the page of what was approved, on «Om», and in the export."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from bs4 import BeautifulSoup

from roadmap import urls
from roadmap.content.load import load
from roadmap.site.export import export
from roadmap.site.pages import Site
from roadmap.word.ready_made_texts import word_files
from tests.conftest import ROOT
from tests.content.test_approvals import CHECKLIST, GUIDE, MEASURE, TEXT, approve
from tests.test_mistakes import spoil
from tests.word.documents import text_of

TEMPLATES = ROOT / "templates"
SITE = "https://intranett.example/"
LAPSED = "Godkjenningen fra 22. november 2026 gjelder ikke lenger: "
CHANGED = f"{LAPSED}teksten er endret siden."
OLD = f"{LAPSED}den er eldre enn to år."


@pytest.fixture(autouse=True)
def a_day_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795780800")  # 2026-11-27


def pages(tree: Path) -> dict[str, BeautifulSoup]:
    site = Site(load(tree), TEMPLATES, {})
    return {page.path: BeautifulSoup(page.html, "html.parser") for page in site.pages()}


def said(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def lapse_everything(tree: Path) -> None:
    for file in (MEASURE, TEXT, GUIDE, CHECKLIST):
        approve(tree, file)
    spoil(tree, MEASURE, "hours: 1", "hours: 1.25")
    spoil(tree, TEXT, "begynner [enhet]", "begynner hele [enhet]")
    spoil(tree, GUIDE, "avtal hvem", "avtal med en gang hvem")
    spoil(tree, CHECKLIST, "Døren er lukket.", "Døren er låst.")


def test_a_page_whose_approval_has_lapsed_is_a_proposal_and_says_why(tree: Path) -> None:
    lapse_everything(tree)
    made = pages(tree)
    for path in (
        "measures/a1.md",
        urls.text_page("beskjed"),
        urls.GUIDE_FRONT,
        "pathway_guide/01-start.md",
        "pages/om.md",
    ):
        (notice,) = made[path].select("aside.proposal")
        assert said(notice).startswith("Bare et forslag.") and said(notice).endswith(CHANGED), path
        assert not made[path].select(".approved")
    assert made["measures/index.md"].select("aside.proposal")
    assert not made["measures/a2.md"].select(".lapsed")


def test_an_approval_that_is_old_says_how_long_one_holds(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(tree, MEASURE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795780800 + 3 * 366 * 86400))
    assert said(pages(tree)["measures/a1.md"].select_one(".lapsed")) == OLD
    spoil(tree, "roadmap.yml", "measure_count: 3", "measure_count: 3\napproval_months: 18")
    assert said(pages(tree)["measures/a1.md"].select_one(".lapsed")).endswith("den er eldre enn 18 måneder.")


def test_the_word_file_of_a_text_says_it_too(tree: Path) -> None:
    lapse_everything(tree)
    files = word_files(load(tree), TEMPLATES, SITE)
    assert CHANGED in text_of(docx.Document(io.BytesIO(files[urls.text_docx("beskjed")])))


def status(tree: Path) -> tuple[list[str], list[list[str]]]:
    """What is said of approvals, and the rows of their table."""
    page = pages(tree)["pages/om.md"]
    first = page.select_one("p.status")
    lines = [said(first), *(said(one) for one in page.select("p.status + p") if "gjelder ikke" in said(one))]
    rows = page.select("[aria-label=Godkjenninger] tbody tr")
    return lines, [[said(cell) for cell in row.select("td")] for row in rows]


def test_om_counts_what_is_approved_by_whom_and_when(tree: Path) -> None:
    assert status(tree) == (
        [
            "0 av 3 tiltak er godkjent. Ingen av dem er gått gjennom av en faglig eier. Veilederen er også et forslag. "
            "Av tekstene dere kan bruke, er 0 av 1 godkjent."
        ],
        [],
    )
    approve(tree, MEASURE)
    approve(tree, TEXT, "2026-11-24")
    for name in ("a2-si-fra", "b1-fortsett"):
        approved = "status: godkjent\napproval: {role: fagansvarlig, date: 2026-11-22}"
        spoil(tree, f"measures/{name}.yml", "status: utkast", approved)
    spoil(tree, "measures/b1-fortsett.yml", "2026-11-22}", "2026-11-22, text: bcdfghjklm}")
    assert status(tree) == (
        [
            "2 av 3 tiltak er godkjent. Resten er forslag. Veilederen er også et forslag. "
            "Av tekstene dere kan bruke, er 1 av 1 godkjent.",
            "Én godkjenning gjelder ikke lenger, fordi teksten er endret siden.",
        ],
        [
            ["Beskjed til kolleger", "Leder", "24. november 2026", "Ja"],
            ["A2", "Fagansvarlig", "22. november 2026", "Ja"],
            ["A1", "Leder", "22. november 2026", "Ja"],
            ["B1", "Fagansvarlig", "22. november 2026", "Nei, teksten er endret siden"],
        ],
    )


def test_om_says_why_approvals_hold_no_more(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(tree, MEASURE)
    approve(tree, TEXT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795780800 + 3 * 366 * 86400))
    lines, _ = status(tree)
    assert lines[0].startswith("0 av 3 tiltak er godkjent. Alle er forslag.")
    assert lines[1] == "2 godkjenninger gjelder ikke lenger, fordi de er eldre enn to år."
    spoil(tree, MEASURE, "hours: 1", "hours: 1.25")
    lines, _ = status(tree)
    assert lines[1].endswith("lenger: 1 fordi teksten er endret siden, og 1 fordi den er eldre enn to år.")


def test_the_export_tells_the_same(tree: Path) -> None:
    approve(tree, TEXT)
    lapsing = "status: godkjent\napproval: {role: leder, date: 2026-11-22, text: bcdfghjklm}"
    spoil(tree, MEASURE, "status: utkast", lapsing)
    roadmap = load(tree)
    data = json.loads(export(roadmap, Site(roadmap, TEMPLATES, {}).pages(), SITE)[urls.EXPORT])
    facts = {(one["kind"], one["id"]): one for one in data["approvals"]}
    assert facts["measure", "A1"] == {
        "kind": "measure",
        "id": "A1",
        "url": f"{SITE}tiltak/a1/",
        "digest": roadmap.digest(roadmap.measure("A1")),
        "approved": False,
        "role": "leder",
        "date": "2026-11-22",
        "lapsed": "text",
    }
    assert facts["text", "beskjed"]["approved"] and facts["text", "beskjed"]["lapsed"] is None
    assert not facts["guide", "veileder"]["approved"] and facts["guide", "veileder"]["role"] is None
    assert [measure["status"] for measure in data["content"]["measures"]] == ["utkast"] * 3
    assert data["content"]["measures"][0]["approval"]["date"] == "2026-11-22"
