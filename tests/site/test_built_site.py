"""The site that `make site` builds, read as files."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import pytest
from babel.dates import format_date
from bs4 import BeautifulSoup
from lxml import etree
from PIL import Image

from roadmap import urls
from roadmap.content.model import Roadmap

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address on the site."""
    found = {
        f"/{file.relative_to(site).as_posix().removesuffix('index.html')}": BeautifulSoup(
            file.read_text(encoding="utf-8"), "html.parser"
        )
        for file in site.rglob("*.html")
    }
    for meaning in (meaning for page in found.values() for meaning in page.select(".term__meaning")):
        meaning.decompose()
    return found


@pytest.fixture(scope="module")
def real(pages: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    """The pages that have something to read: not what answers at wrong and at retired addresses."""
    return {
        address: page
        for address, page in pages.items()
        if address != "/404.html" and not page.select("meta[http-equiv=refresh]")
    }


def test_every_step_and_measure_has_its_page(site: Path, roadmap: Roadmap) -> None:
    measures = {page.parent.name for page in site.glob("tiltak/*/index.html")}
    steps = {page.parent.name for page in site.glob("steg/*/index.html")}
    assert measures == {measure.slug for measure in roadmap.measures}
    assert steps == {step.slug for step in roadmap.plan.steps}


def test_every_internal_link_and_anchor_resolves(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    broken = []
    for address, page in pages.items():
        for element in page.select("[href], [src]"):
            target = urlsplit(urljoin(address, str(element.get("href") or element.get("src"))))
            if target.scheme or address == "/404.html":
                continue
            path = unquote(target.path)
            page_there = pages.get(path)
            anchor_missing = target.fragment and not (page_there and page_there.find(id=unquote(target.fragment)))
            if (page_there is None and not (site / path.lstrip("/")).is_file()) or anchor_missing:
                broken.append(f"{address}: {target.geturl()}")
    assert broken == []


def test_nothing_is_fetched_from_another_host(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    fetched = [
        str(element)
        for page in pages.values()
        for element in page.select("script[src], link[rel~=stylesheet], link[rel~=icon], img, iframe, source, object")
        if re.match(r"(https?:)?//", str(element.get("src") or element.get("href") or ""))
    ]
    styles = [
        match[0]
        for sheet in site.rglob("*.css")
        for match in re.finditer(r"(url\(|@import )['\"]?(https?:)?//[^)]*", sheet.read_text(encoding="utf-8"))
    ]
    assert fetched + styles == []


def test_no_page_runs_an_inline_script(pages: dict[str, BeautifulSoup]) -> None:
    inline = [script for page in pages.values() for script in page.find_all("script") if not script.get("src")]
    handlers = [
        element
        for page in pages.values()
        for element in page.find_all()
        if any(name.startswith("on") for name in element.attrs)
    ]
    assert inline + handlers == []


def test_pages_are_norwegian_with_one_heading_and_a_title(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert page.html is not None and page.html["lang"] == "nb", address
        assert len(page.find_all("h1")) == 1, address
        assert page.title is not None and "Veikart for video" in page.title.get_text(), address


def test_a_measure_shows_everything_that_its_file_says(pages: dict[str, BeautifulSoup], roadmap: Roadmap) -> None:
    for measure in roadmap.measures:
        text = " ".join(pages[f"/tiltak/{measure.slug}/"].get_text().split())
        expected = [
            measure.title,
            measure.summary,
            roadmap.plan.proposal.label,
            roadmap.effort(measure).name,
            *measure.prerequisites,
            *(action.text for action in measure.actions),
            *(action.when for action in measure.actions),
            *measure.started_when,
            *measure.works_when,
            *(roadmap.heading(source.heading) for source in measure.sources),
            *(roadmap.measure(other).title for other in (*measure.requires, *measure.related)),
        ]
        assert [line for line in expected if " ".join(line.split()) not in text] == [], measure.id


def test_relations_show_on_both_pages(pages: dict[str, BeautifulSoup], roadmap: Roadmap) -> None:
    for measure in roadmap.measures:
        for other in (*measure.requires, *measure.related):
            back = pages[f"/tiltak/{other.lower()}/"].select_one(f'article a[href="../{measure.slug}/"]')
            assert back, f"{other} viser ikke til {measure.id}"


def test_edit_opens_the_file_that_a_page_comes_from(pages: dict[str, BeautifulSoup], roadmap: Roadmap) -> None:
    measure, chapter = roadmap.measures[0], roadmap.chapters[0]
    step = roadmap.plan.steps[0]
    for url, file in {
        urls.page_url(urls.measure_page(measure.id)): f"measures/{measure.file}",
        urls.page_url(urls.step_page(step.letter)): "roadmap.yml",
        urls.page_url(f"pathway_guide/{chapter.file}"): f"pathway_guide/{chapter.file}",
    }.items():
        link = pages[f"/{url}"].select_one(".page-actions a")
        assert link and str(link["href"]).endswith(f"/edit/main/content/{file}")


def test_downloads_are_there_with_format_size_and_page_count(
    site: Path, pages: dict[str, BeautifulSoup], roadmap: Roadmap
) -> None:
    stated = {
        str(item.select("a")[0]["href"]).split("/")[-1]: item.select(".download__facts")[0].get_text()
        for address in ("/", "/plakat/", "/veileder/", "/om/rom-sjekkliste/", "/om/om-veikartet/", "/maler/")
        for item in pages[address].select(".downloads li")
    }
    single = {f"{text.slug}.docx" for text in roadmap.ready_made_texts}
    made = {file.name: file for file in (site / "nedlasting").rglob("*") if file.suffix not in (".webp", "")}
    assert stated.keys() == made.keys() - single
    assert single <= made.keys()
    assert stated["veikart-plakat-a1.pdf"].startswith("PDF, A1, 1 side, ")
    assert stated["veikart-utdelingsark.pdf"].startswith("PDF, A4, 2 sider, ")
    assert re.match(r"PDF, A4, \d\d sider, ", stated["veileder.pdf"])
    # Packed when the pages are written, so that they can't say its size.
    assert stated.pop("veikart-uten-nett.zip") == "Zip"
    for name, facts in stated.items():
        kilobytes = round(made[name].stat().st_size / 1000)
        assert re.sub(r"\s", "", facts).endswith(f"{kilobytes}kB"), name


def test_the_poster_page_says_all_that_the_poster_does(pages: dict[str, BeautifulSoup], roadmap: Roadmap) -> None:
    text = " ".join(pages["/plakat/"].get_text().split())
    expected = [line for measure in roadmap.measures for line in (f"{measure.id} {measure.title}", measure.summary)]
    assert [line for line in expected if line not in text] == []
    edition = roadmap.plan.edition
    assert f"Utgave {edition}, {format_date(edition.date, 'd. MMMM y', locale='nb')}" in text


def test_each_ready_made_text_is_on_its_page_and_its_measures(
    pages: dict[str, BeautifulSoup], roadmap: Roadmap
) -> None:
    for text in roadmap.ready_made_texts:
        own, measures = f"/maler/{text.slug}/", f"/tiltak/{text.measure.lower()}/"
        alone = pages[own].select_one(".ready-text__body")
        beside = pages[measures].select_one(f"#tekst-{text.slug} .ready-text__body")
        assert alone and beside, text.slug
        assert alone.get_text() == beside.get_text()
        assert alone.select("mark.blank") or text.made_up, text.slug
        assert pages["/maler/"].select_one(f'a[href="{text.slug}/"]'), text.slug


def test_content_files_are_not_published(site: Path) -> None:
    assert [*site.rglob("*.yml"), *site.rglob("*.j2")] == []


def test_the_search_page_lists_every_other_page_and_file_to_take_away(real: dict[str, BeautifulSoup]) -> None:
    listed = {urljoin("/sok/", str(link["href"])) for link in real["/sok/"].select("[data-search-everything] a")}
    assert real.keys() - listed == {"/sok/"}
    assert {path for path in listed if path.endswith(".pdf")}


def test_every_page_is_described_in_words_of_its_own(real: dict[str, BeautifulSoup]) -> None:
    described: dict[str, list[str]] = {}
    for address, page in real.items():
        [description] = page.select("meta[name=description]")
        described.setdefault(str(description["content"]), []).append(address)
        assert 10 <= len(str(description["content"])) <= 160, address
    assert {text: addresses for text, addresses in described.items() if len(addresses) > 1} == {}


def test_every_page_says_where_it_lives_and_the_sitemap_lists_it_once(
    site: Path, real: dict[str, BeautifulSoup]
) -> None:
    home = "https://veikart.example"
    for address, page in real.items():
        [canonical] = page.select("link[rel=canonical]")
        assert unquote(str(canonical["href"])) == f"{home}{address}"
    listed = [str(location.text) for location in etree.parse(site / "sitemap.xml").iter("{*}loc")]
    assert sorted(map(unquote, listed)) == sorted(f"{home}{address}" for address in real)
    with gzip.open(site / "sitemap.xml.gz") as zipped:
        assert zipped.read() == (site / "sitemap.xml").read_bytes()


def test_every_page_has_a_picture_for_links_to_it(site: Path, real: dict[str, BeautifulSoup]) -> None:
    for address, page in real.items():
        facts = {str(fact["property"]): str(fact["content"]) for fact in page.select("meta[property]")}
        file = site / facts["og:image"].removeprefix("https://veikart.example/")
        with Image.open(file) as picture:
            assert (picture.size, picture.format) == ((1200, 630), "PNG"), address
        assert file.stat().st_size < 30_000, address
        assert facts["og:url"] == f"https://veikart.example{address}"
        assert facts["og:locale"] == "nb_NO"
        assert page.h1 and facts["og:title"].split()[-1] in page.h1.get_text(), address
        assert facts["og:image:alt"], address
    assert "Forslag, ikke godkjent" in str(pages_fact(real["/tiltak/a1/"], "og:image:alt"))


def pages_fact(page: BeautifulSoup, name: str) -> str:
    [fact] = page.select(f'meta[property="{name}"]')
    return str(fact["content"])


def test_the_page_for_a_wrong_address_is_kept_out_of_searches(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["/404.html"]
    assert page.select_one('meta[name=robots][content="noindex"]')
    assert not page.select("link[rel=canonical], meta[property]")


def test_retired_addresses_lead_on(site: Path, pages: dict[str, BeautifulSoup], roadmap: Roadmap) -> None:
    for redirect in roadmap.redirects:
        page = pages[redirect.from_]
        [refresh] = page.select("meta[http-equiv=refresh]")
        target = urljoin(redirect.from_, str(refresh["content"]).removeprefix("0; url="))
        assert target == f"/{urls.page_url(redirect.to)}"
        assert page.a and urljoin(redirect.from_, str(page.a["href"])) == target
        assert page.select_one('meta[name=robots][content="noindex"]')
        assert f"{redirect.from_}</loc>" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_exported_content_is_as_its_schema_says(site: Path, roadmap: Roadmap) -> None:
    exported = json.loads((site / "data/veikart.json").read_text(encoding="utf-8"))
    schema = json.loads((site / "data/veikart.schema.json").read_text(encoding="utf-8"))
    assert exported["$schema"] == schema["$id"] == "https://veikart.example/data/veikart.schema.json"
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    assert list(validator.iter_errors(exported)) == []
    assert [measure["id"] for measure in exported["measures"]] == [measure.id for measure in roadmap.measures]


def test_nothing_is_published_that_no_page_uses(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    used = {"/404.html", "/sitemap.xml", "/sitemap.xml.gz"}
    for url, page in pages.items():
        used.add(f"{url}index.html" if url.endswith("/") else url)
        for element in page.select("[href], [src]"):
            target = urlsplit(urljoin(url, str(element.get("href") or element.get("src"))))
            if not target.scheme:
                used.add(unquote(target.path))
        for image in page.select("[srcset]"):
            used.update(urljoin(url, source.split()[0]) for source in str(image["srcset"]).split(","))
        pictures = page.select('meta[property="og:image"]')
        used.update(unquote(urlsplit(str(picture["content"])).path) for picture in pictures)
        # What a tool fetches when somebody asks for it.
        for script in page.select("script[src*='/tool-']"):
            used.update(urljoin(url, str(value)) for name, value in script.attrs.items() if name.startswith("data-"))
        # The index of a list that is filtered counts the parts that lie beside it.
        for form in page.select("[data-source]"):
            index = urljoin(url, str(form["data-source"]))
            used |= {index, *(urljoin(index, part.name) for part in (site / index[1:]).parent.glob("[0-9]*.js"))}
    for sheet in site.rglob("*.css"):
        folder = f"/{sheet.relative_to(site).as_posix()}"
        for match in re.finditer(
            r"url\(\s*['\"]?([^)'\"]+)|@import\s+['\"]([^'\"]+)", sheet.read_text(encoding="utf-8")
        ):
            used.add(urljoin(folder, match[1] or match[2]))
    files = {f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if file.is_file()}
    # What is fetched when somebody searches has names that a script makes.
    assert {file for file in files - used if not file.startswith("/assets/search")} == set()
