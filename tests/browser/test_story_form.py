"""Writing a story on the site: what the form says, the file that it makes, and that nothing leaves by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pymupdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, expect

from roadmap.__main__ import main
from roadmap.commands import check as command
from roadmap.content.load import load
from roadmap.content.model import Story
from roadmap.content.yaml12 import parse_yaml
from roadmap.editing.names import file_stem
from roadmap.editing.prompts import read_prompts
from roadmap.editing.story import RESERVED, WITHOUT_NAME
from roadmap.site.static_server import served
from roadmap.text.words import plain_words
from tests.conftest import ROOT, build_small, copy_project

pytestmark = [pytest.mark.site, pytest.mark.browser]

FORM = "/suksesshistorier/skriv/"
ADDRESS = "redaksjonen@veikart.example"
# As many words as a story needs, in sentences that are easy to read.
TEXT = "\n\n".join(["Vi prøvde det sammen, og det gikk bra for oss alle."] * 11)
HARD = "Det var vanskelig å finne et rom som var ledig."
HOSTILE = [
    "Vi: «prøvde» \"alt\" # og 'det' gikk: bra",
    "--- # ikke en kommentar: {a: b}, [c] & *d !e |f >g %h @i `j",
    "- 😀 👩‍⚕️ å sa \\n \\ og / ved \\u0041",
    "  nei ",
    "null: ~",
    '&amp; <b> "x" {{ x*x }} {name}',
    "Linje én\tmed tabulator\x0bog\x00styretegn\x7f\u2028\ufeffher",
    "Et tegn \U0001d49c utenfor det vanlige, og \ufffe som ikke er noe",
]


@pytest.fixture(scope="module")
def small_sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Small sites by the settings that an operator gives them."""
    built: dict[str, Path] = {}

    def site(**settings: str) -> Path:
        key = str(settings)
        if key not in built:
            project = copy_project(tmp_path_factory.mktemp("story-form") / "small", ROOT / "tests/tree")
            result = build_small(project, environment=settings)
            assert result.returncode == 0, result.stderr
            built[key] = project / "site"
        return built[key]

    return site


@pytest.fixture
def github(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    yield from opened(site, browser)


@pytest.fixture
def gitlab(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    site = small_sites(REPO_URL="https://kode.example/hmn/veikart", CODE_HOST="gitlab")
    yield from opened(site, browser)


@pytest.fixture
def unknown(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    yield from opened(small_sites(), browser)


def opened(site: Path, browser: Browser) -> Iterator[Page]:
    """The form; its page fails the test on any error, and on any request that leaves the host."""
    faults: list[str] = []
    with served(site) as address, browser.new_context(base_url=address, accept_downloads=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        # What a link to the code host opens.
        context.route(re.compile(r"^https://"), lambda route: route.fulfill(body="kodevert"))
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(address) else None)
        page.goto(FORM)
        yield page
    assert [fault for fault in faults if not fault.startswith(("blob:", "mailto:"))] == []


def fill(page: Page, **values: str) -> None:
    """Fills in a story without faults, less what ``values`` say otherwise."""
    given = {"title": "Vi fikk det til", "summary": "Vi prøvde video, og fortsatte.", "body": TEXT, "hard": HARD}
    fill_in(page, given | values)
    page.get_by_label("Helseforetak").select_option("hmr")
    page.get_by_label("Fagområde").select_option("somatikk")
    page.get_by_label("Rolle").select_option("behandler")
    page.get_by_role("checkbox", name="A1").check()
    page.get_by_role("radio", name="Ingen kan kjennes igjen").check()


def fill_in(page: Page, values: dict[str, str]) -> None:
    """Writes what no keyboard may have the characters for."""
    for name, value in values.items():
        page.evaluate(
            """([name, value]) => {
                const control = document.querySelector(`[name=${name}]`);
                control.value = value;
                control.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [name, value],
        )


def check(page: Page) -> list[str]:
    """What the form says when it is asked."""
    page.get_by_role("button", name="Kontroller").click()
    return [item.text_content() or "" for item in page.locator("[data-summary] li").all()]


def problems(found: list[str]) -> list[str]:
    """What is wrong by the form's messages, without where it is and how it is mended."""
    return sorted(re.sub("^[^«:]+: ", "", message).split(" – ")[0] for message in found)


def in_the_form(checked: list[str]) -> list[str]:
    """What is wrong by the check's messages, in the words of the form."""
    prompts = read_prompts(ROOT / "templates", "story").prompts
    names = {prompt.field: prompt.label for prompt in prompts} | {"review_by": "Når noen skal lese historien på nytt"}
    names |= {option.value: option.name for prompt in prompts for option in prompt.options}
    told = [line.split(" – ")[0] for line in checked]
    told = [re.sub("«([a-z_]+)»", lambda name: f"«{names[name[1]]}»", line) for line in told]
    told = [re.sub(r"(\d{4})-0?(\d+)-0?(\d+)", r"\3.\2.\1", line) for line in told]
    return sorted(told)


def download(page: Page, folder: Path) -> Path:
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Last ned fila").click()
    file = folder / downloaded.value.suggested_filename
    downloaded.value.save_as(file)
    return file


@pytest.fixture
def story_tree(tree: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small tree to put the file in: with the heading that stories rest on, and no dictionary."""
    with (tree / "overview.yml").open("a", encoding="utf-8") as overview:
        overview.write("  - {id: dele-erfaringer, heading: Dele erfaringer, unused: Bare for nye historier.}\n")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(command, "OVERVIEW", tmp_path / "no-overview.txt")
    return tree


def said_by_the_check(tree: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says of the file, without where; the story uses the heading."""
    overview = tree / "overview.yml"
    text = overview.read_text(encoding="utf-8")
    overview.write_text(text.replace(", unused: Bare for nye historier.", ""), encoding="utf-8")
    capsys.readouterr()
    main(["check", str(tree)])
    found = [line for line in capsys.readouterr().err.splitlines() if "/stories/" in line]
    return [re.sub("^(?:Advarsel|Merk): ", "", line.split(": ", 1)[1]) for line in found]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_the_file_passes_the_check_and_reads_back(
    github: Page, story_tree: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    body = f"{TEXT}\n\n--- og: «{text.replace('<', '').replace('&', 'og')}»"
    fill(github, title=f"{text} fikk vi til", summary=f"Sammendrag {text}", body=body, hard="")
    title = github.evaluate("text => storyFile.line(text)", f"{text} fikk vi til")
    assert check(github) == []
    expect(github.locator("[data-done]")).to_be_focused()
    file = download(github, story_tree / "stories")
    assert said_by_the_check(story_tree, file, capsys) == []
    story = read(story_tree, file)
    assert story.title == title
    assert story.summary == github.evaluate("text => storyFile.line(text)", f"Sammendrag {text}")
    assert story.body.strip() == github.evaluate("text => storyFile.lines(text)", body)
    assert (story.trust, story.field, story.role) == ("hmr", "somatikk", "behandler")
    assert (story.measures, story.consent, story.status) == (["A1"], "ikke_relevant", "utkast")


def read(tree: Path, file: Path) -> Story:
    return next(story for story in load(tree).stories if story.file == file.name)


def test_any_text_reads_back(github: Page) -> None:
    seen = random.Random(11)
    alphabet = "aåÆ09 :#-\"'\\{}[]&*!|>%@`~,?😀\xa0\u00ad\u200b"
    alphabet += "\n\r\t\x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\ud800\udc00"
    texts = ["".join(seen.choices(alphabet, k=seen.randint(1, 30))) for _ in range(1500)]
    made = github.evaluate(
        """texts => texts.map(storyFile.line).map(line => [line, storyFile.text({
            title: line, summary: line, trust: line, field: "", role: "", measures: [line], date: "", consent: "",
            consent_reference: line, consent_date: line, body: "", acceptedKinds: [], review_by: "",
        })])""",
        texts,
    )
    for line, text in made:
        _, front, _ = re.split(r"(?m)^---\n", text, maxsplit=2)
        data = parse_yaml(front, Path("a.md")).data
        assert [data.get(name, "") for name in ("title", "trust", "consent_date")] == [line] * 3
        assert data["measures"] == [line]


@pytest.mark.parametrize(
    "values",
    [
        {"title": "å" * 81, "summary": "😀" * 141},
        {"title": "Vi", "summary": "For kort"},
        {"title": "", "summary": " ", "body": "Bare noen få ord.", "hard": ""},
        {"body": f"{TEXT}\n\n{TEXT}\n\n{TEXT}"},
        {"body": TEXT.replace("alle", "all-e [lenke](../measures/a1.md)"), "hard": ""},
    ],
)
def test_the_form_says_what_the_check_says(
    github: Page, story_tree: Path, values: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, **values)
    said = check(github)
    file = download(github, story_tree / "stories")
    assert problems(said) == in_the_form(said_by_the_check(story_tree, file, capsys))


def test_everything_is_asked_for_at_once_and_what_is_wrong_can_be_walked_to(github: Page) -> None:
    found = check(github)
    assert found == [
        "«Tittel» mangler – fyll ut feltet",
        "«Sammendrag» mangler – fyll ut feltet",
        "Hva dere gjorde, og hva som ble annerledes: historien er på 0 ord – skriv 120–250",
        "«Helseforetak» mangler – velg det som gjelder",
        "«Fagområde» mangler – velg det som gjelder",
        "«Tiltak» mangler – velg det som gjelder",
        "«Samtykke» mangler – velg det som gjelder",
    ]
    expect(github.locator("[data-summary]")).to_be_focused()
    expect(github.get_by_role("heading", name="7 ting må rettes")).to_be_visible()
    github.keyboard.press("Tab")
    github.keyboard.press("Enter")
    title = github.get_by_label("Tittel")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(re.compile("i én setning.* «Tittel» mangler – fyll ut feltet$"))
    title.fill("Vi fikk det til")
    title.press("Tab")
    expect(title).not_to_have_attribute("aria-invalid", re.compile(""))
    expect(github.locator("#title-feil")).to_be_empty()


def test_the_reference_is_asked_for_where_somebody_can_be_recognised(github: Page) -> None:
    fill(github)
    reference = github.get_by_label("Hvor samtykket er arkivert")
    expect(reference).to_be_hidden()
    github.get_by_role("radio", name="Noen kan kjennes igjen").check()
    expect(reference).to_be_visible()
    assert any(message.startswith("Hvor samtykket er arkivert: ") for message in check(github))
    reference.fill("Arkivet, sak 2026/12")
    github.get_by_label("Når samtykket ble gitt").fill("1.2.2026")
    expect(github.locator("[data-file]")).to_contain_text('consent_reference: "Arkivet, sak 2026/12"')
    github.get_by_role("radio", name="Ingen kan kjennes igjen").check()
    expect(github.locator("[data-file]")).not_to_contain_text("Arkivet")
    assert check(github) == []


def test_github_gets_the_whole_file_in_the_address(github: Page, tmp_path: Path) -> None:
    fill(github, title="Å prøve & feile: 100 % #1")
    text = download(github, tmp_path).read_text(encoding="utf-8")
    with github.expect_popup() as popup:
        github.get_by_role("link", name="Foreslå den på GitHub").click()
    address = urlsplit(popup.value.url)
    assert (address.netloc, address.path) == ("github.com", "/hmn/veikart/new/main")
    assert parse_qs(address.query) == {"filename": ["content/stories/a-prove-feile-100-1.md"], "value": [text]}
    assert github.context.pages[0].url.endswith(FORM)


def test_what_is_too_long_for_an_address_is_copied_to_be_pasted(github: Page) -> None:
    fill(github, body="\n\n".join(["å" * 500] * 10 + ["ord " * 115]))
    with github.expect_popup() as popup:
        github.get_by_role("link", name="Foreslå den på GitHub").click()
    assert parse_qs(urlsplit(popup.value.url).query) == {"filename": ["content/stories/vi-fikk-det-til.md"]}
    expect(github.locator("[data-status]")).to_contain_text("Lim inn")
    popup.value.close()
    assert clipboard(github) == github.locator("[data-file]").text_content()


def clipboard(page: Page) -> str:
    page.bring_to_front()
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")


def test_gitlab_gets_the_name_and_the_text_is_copied(gitlab: Page) -> None:
    fill(gitlab)
    with gitlab.expect_popup() as popup:
        gitlab.get_by_role("link", name="Foreslå den på GitLab").click()
    assert popup.value.url == "https://kode.example/hmn/veikart/-/new/main?file_name=content/stories/vi-fikk-det-til.md"
    popup.value.close()
    assert clipboard(gitlab) == gitlab.locator("[data-file]").text_content()
    expect(gitlab.get_by_role("link", name="Send den på e-post")).to_have_count(0)


def test_that_the_text_must_be_pasted_on_gitlab_is_said_before_the_click(gitlab: Page) -> None:
    way = gitlab.get_by_role("listitem").filter(has=gitlab.get_by_role("link", name="Foreslå den på GitLab"))
    expect(way).to_contain_text("Teksten blir kopiert. Lim den inn der.")


def test_with_something_wrong_nothing_is_proposed_and_a_draft_can_still_be_kept(github: Page, tmp_path: Path) -> None:
    fill(github, title="")
    github.get_by_role("link", name="Foreslå den på GitHub").click()
    expect(github.locator("[data-summary]")).to_be_focused()
    github.get_by_role("link", name="Send den på e-post").click()
    assert len(github.context.pages) == 1
    assert download(github, tmp_path).name == "historie.md"


def test_where_the_host_is_not_known_it_can_be_copied_and_downloaded(unknown: Page) -> None:
    fill(unknown)
    expect(unknown.locator("[data-way]")).to_have_text(["Last ned fila", "Kopier teksten"])
    unknown.get_by_role("button", name="Kopier teksten").click()
    expect(unknown.locator("[data-status]")).to_have_text("Teksten er kopiert.")
    assert clipboard(unknown) == unknown.locator("[data-file]").text_content()


def test_an_email_is_begun_and_the_text_is_copied(github: Page) -> None:
    fill(github, title="Bra & billig?")
    link = github.get_by_role("link", name="Send den på e-post")
    link.click()
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", ADDRESS)
    assert parse_qs(address.query)["subject"] == ["Suksesshistorie: Bra & billig?"]
    assert unquote(address.query).count("body=Lim inn historien her.") == 1
    assert clipboard(github) == github.locator("[data-file]").text_content()


def test_a_browser_that_does_not_copy_shows_the_text(github: Page) -> None:
    fill(github)
    github.evaluate("document.execCommand = () => false")
    github.get_by_role("button", name="Kopier teksten").click()
    expect(github.locator("[data-status]")).to_contain_text("kopier den selv")
    expect(github.locator("[data-file]")).to_be_visible()


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"title": "Ring 912 34 567"}, "Tittel", "her står noe som ser ut som et telefonnummer"),
        ({"summary": "Skriv til kari.nordmann@gmail.com"}, "Sammendrag", "her står en e-postadresse utenfor"),
        ({"body": f"{TEXT}\n\nHun er 155076 00333."}, "Hva dere gjorde", "her står noe som ser ut som et fødselsn"),
        ({"hard": f"{HARD} Hun er 15507600333."}, "Hva som var vanskelig", "her står noe som ser ut som et fødselsn"),
        ({"body": f"{TEXT} 155076", "hard": f"00333 {HARD}"}, "", ""),
    ],
)
def test_what_tells_who_somebody_is_is_said_where_it_stands(
    github: Page, story_tree: Path, values: dict[str, str], field: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, **values)
    found = check(github)
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    others = ("figures.yml", "hardt mellomrom", "filnavnet")
    own = [line for line in checked if not any(other in line for other in others)]
    assert problems(found) == in_the_form(own)
    assert [message for message in found if said and not message.startswith(field)] == []
    assert bool(found) == bool(said)
    assert "155076" not in "".join(found)


def test_what_a_person_may_let_stand_is_let_stand_with_a_reason(
    github: Page, story_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, body=f"{TEXT}\n\nAvdelingen åpnet 1. mai 1985.")
    reason = github.get_by_label("Hvorfor ingen kan kjennes igjen")
    assert check(github) == [
        "Hva dere gjorde, og hva som ble annerledes: her står en dato så langt tilbake at den kan være noens "
        "fødselsdato – ta den bort, eller skriv begrunnelsen i feltet «Hvorfor ingen kan kjennes igjen»"
    ]
    reason.fill("Kort")
    assert [message.split(": ")[1] for message in check(github)] == [
        "begrunnelsen er for kort – skriv hvorfor ingen kan kjennes igjen"
    ]
    reason.fill("Datoen er dagen da avdelingen åpnet")
    assert check(github) == []
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    assert [line for line in checked if "figures.yml" not in line] == []
    fill(github)
    expect(reason).to_be_hidden()
    expect(github.locator("[data-file]")).not_to_contain_text("godtatt")


def test_nothing_is_kept_and_whoever_leaves_is_warned(github: Page, tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    github.on("dialog", answer)
    github.reload()
    assert asked == []
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    assert github.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    github.reload()
    assert asked == ["beforeunload"]
    expect(github.get_by_label("Tittel")).to_have_value("")
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    download(github, tmp_path)
    github.reload()
    assert asked == ["beforeunload"]
    promise = "Ingenting blir lagret eller sendt. Lukker dere siden, er teksten borte."
    expect(github.get_by_text(promise)).to_be_visible()


def test_a_check_that_fails_is_told_and_nothing_that_proposes_opens(github: Page, tmp_path: Path) -> None:
    fill(github)
    failed = github.get_by_text("Skjemaet kunne ikke kontrollere teksten.")
    expect(failed).to_be_hidden()
    github.evaluate("() => { privateData.kinds = () => { throw new Error('på ville veier'); }; }")
    github.get_by_label("Tittel").press_sequentially("!")
    expect(failed).to_be_visible()
    github.get_by_role("button", name="Kontroller").click()
    expect(failed).to_be_focused()
    expect(github.locator("[data-done]")).to_be_hidden()
    for name in ("Foreslå den på GitHub", "Send den på e-post"):
        github.get_by_role("link", name=name).click()
        expect(failed).to_be_focused()
    assert len(github.context.pages) == 1
    assert TEXT in download(github, tmp_path).read_text(encoding="utf-8")


def test_a_form_that_can_not_begin_says_so_and_sends_nothing(
    small_sites: Callable[..., Path], browser: Browser
) -> None:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    with served(site) as address, browser.new_context(base_url=address) as context:
        context.route(re.compile("story-rules"), lambda route: route.abort())
        page = context.new_page()
        page.goto(FORM)
        expect(page.get_by_text("Skjemaet kunne ikke kontrollere teksten.")).to_be_visible()
        page.get_by_label("Tittel").fill("Vi fikk det til")
        page.get_by_label("Tittel").press("Enter")
        page.get_by_role("button", name="Kontroller").click()
        assert page.url == f"{address}{FORM}"
        expect(page.get_by_label("Tittel")).to_have_value("Vi fikk det til")


def test_enter_in_a_line_checks_nothing(github: Page) -> None:
    for label in ("Tittel", "Dato", "Finn tiltak"):
        github.get_by_label(label).press("Enter")
    github.get_by_role("radio", name="Ingen kan kjennes igjen").press("Enter")
    expect(github.locator("[data-summary]")).to_be_hidden()
    assert github.url.endswith(FORM)


def content_of(page: Page) -> str:
    return page.locator("[data-file]").text_content() or ""


@pytest.mark.parametrize("text", HOSTILE)
def test_a_draft_is_opened_as_it_was_written(github: Page, tmp_path: Path, text: str) -> None:
    body = f"{TEXT}\n\n---\n\n{text}\n\nAvdelingen åpnet 1. mai 1985."
    fill(github, title=f"{text} fikk vi til", summary=text, body=body, hard=f"{HARD}\n\n{text}")
    github.get_by_role("radio", name="Noen kan kjennes igjen").check()
    fill_in(github, {"consent_reference": text, "consent_date": "1.2.2026", "date": "i fjor"})
    fill_in(github, {"accepted": "Datoen er dagen da avdelingen åpnet"})
    written = content_of(github)
    file = download(github, tmp_path)
    github.reload()
    assert content_of(github) != written
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_text("Kladden er åpnet.")).to_be_visible()
    assert content_of(github) == written
    expect(github.get_by_label("Hva som var vanskelig")).to_have_value(re.compile("^Det var vanskelig"))
    expect(github.get_by_label("Når samtykket ble gitt")).to_have_value("1.2.2026")


@pytest.mark.parametrize(
    "content",
    ["", "Bare tekst", "---\ntitle: Vi\n---\nTekst\n", '---\ntitle: "\n---\n', "---\nmeasures: 7\n---\n", "\x00\xff"],
)
def test_what_is_no_draft_is_told_and_nothing_is_lost(github: Page, tmp_path: Path, content: str) -> None:
    fill(github)
    written = content_of(github)
    file = tmp_path / "noe.md"
    file.write_text(content, encoding="utf-8")
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_text("Dette er ikke en kladd fra skjemaet")).to_be_visible()
    assert content_of(github) == written


@pytest.mark.parametrize("answer", ["accept", "dismiss"])
def test_a_draft_takes_the_place_of_what_is_written_only_when_that_is_wanted(
    github: Page, tmp_path: Path, answer: str
) -> None:
    fill(github)
    file = download(github, tmp_path)
    github.get_by_label("Tittel").fill("Noe annet")
    github.once("dialog", lambda dialog: getattr(dialog, answer)())
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_label("Tittel")).to_have_value("Vi fikk det til" if answer == "accept" else "Noe annet")


@pytest.mark.parametrize(
    "title",
    [
        *("Ærlig talt: Øving på Å!", "10 råd", "«?»", "Skriv", "En historie", "CAFÉ – naïve 😀 straße", "ord " * 19),
        *("x" * 80, "Con", "7", "A\u030a se", "İstanbul", "1-2-3"),
    ],
)
def test_the_files_name_is_the_one_that_a_new_story_gets(github: Page, title: str) -> None:
    fill(github, title=title)
    name = file_stem(title, {"en-historie", *RESERVED}, WITHOUT_NAME)
    expect(github.locator("[data-file-name]")).to_have_text(f"{name}.md")


@pytest.mark.parametrize(
    ("consent", "values", "fields"),
    [
        ("Noen kan", {"consent_reference": "Arkivet", "consent_date": "1.2.2026", "date": "1.2.2026"}, []),
        ("Noen kan", {}, ["Hvor samtykket er arkivert", "Når samtykket ble gitt"]),
        (
            "Noen kan",
            {"consent_reference": "Arkivet", "consent_date": "01.02.2026", "date": "2026-02-02"},
            ["Når samt"],
        ),
        ("Noen kan", {"consent_reference": "Arkivet", "consent_date": "2019-12-31"}, ["Når samtykket"]),
        ("Ingen kan", {"date": "1. 1. 2099"}, ["Dato", "Når noen skal lese"]),
        ("Ingen kan", {"date": "31.02.2026"}, ["Dato"]),
        ("Ingen kan", {"date": "i fjor"}, ["Dato"]),
        ("Ingen kan", {"review_by": "2099-01-01"}, ["Når noen skal lese"]),
        ("Ingen kan", {"review_by": "1.1.2026", "date": "2.1.2026"}, ["Når noen skal lese"]),
        ("Ingen kan", {"review_by": ""}, []),
    ],
)
def test_of_consent_and_days_the_form_says_what_the_check_says(
    github: Page,
    story_tree: Path,
    consent: str,
    values: dict[str, str],
    fields: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    fill(github)
    github.get_by_role("radio", name=consent).check()
    fill_in(github, values)
    found = check(github)
    assert len(found) == len(fields)
    assert all(message.lstrip("«").startswith(field) for message, field in zip(found, fields, strict=True)), found
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    assert problems(found) == in_the_form(checked)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "Ring 912 34 567"}, "eller si fra til redaksjonen om det er et sentralbord"),
        ({"title": "Skriv til kari@gmail.com"}, "eller si fra til redaksjonen om den hører til et helseforetak"),
        ({"date": "31.11.2026"}, "«Dato» er en dag som ikke finnes – se over datoen"),
        ({"date": "i fjor"}, "«Dato» er ikke en dato – skriv dagen slik: 22.11.2026"),
        ({"date": "1.1.2020", "review_by": "1.2.2099"}, "«Når noen skal lese historien på nytt» er mer enn 5 år"),
    ],
)
def test_a_message_speaks_of_the_form_and_not_of_the_file(github: Page, values: dict[str, str], said: str) -> None:
    fill(github, **values)
    found = check(github)
    assert any(said in message for message in found), found
    for of_the_file in ("privacy.yml", "godtatt", "legg til", "review_by", "2026-", "2099-"):
        assert of_the_file not in "".join(found)


def test_what_the_form_can_not_know_it_says(github: Page) -> None:
    fill(github)
    check(github)
    expect(github.locator("[data-done]")).to_have_text(
        "Skjemaet finner ingen feil. Det kjenner ikke igjen navn, initialer, alder eller yrke, så les historien en "
        "gang til."
    )


@pytest.mark.parametrize(
    "day",
    [
        *("22.11.2026", "22.11.26", "22. 11. 2026", "22. november 2026", "22 nov. 26", "22/11-2026", "22/11/2026"),
        *("2026-11-22", "22.november 2026", "22-11-2026"),
    ],
)
def test_a_day_is_understood_as_norwegians_write_it(github: Page, day: str) -> None:
    github.get_by_label("Dato").fill(day)
    expect(github.locator("[data-file]")).to_contain_text("date: 2026-11-22\n")


def test_the_month_is_enough_and_days_are_shown_as_norwegians_write_them(github: Page) -> None:
    github.get_by_label("Dato").fill("November 2026")
    expect(github.locator("[data-file]")).to_contain_text("date: 2026-11-01\n")
    expect(github.get_by_label("Når noen skal lese")).to_have_value(re.compile(r"^\d{1,2}\.\d{1,2}\.\d{4}$"))


@pytest.mark.parametrize(
    "text",
    [
        "Å øve – på «e-helse» – er bra, d'accord?",
        "1 350 av 1 700, 10.12.2020 og 300 000–700 000 kr",
        "Se [tiltak A1](../measures/a1.md) <!-- ikke\nmed --> og ![bilde](a-b.png)",
        "**Fet** _kursiv_ `kode` ordd\u00adeling 😀 漢字 naïve",
    ],
)
def test_words_are_counted_as_the_check_counts_them(github: Page, text: str) -> None:
    assert github.evaluate("text => storyChecks.words(text)", text) == len(plain_words(text))


def test_a_measures_page_leads_here_with_the_measure_chosen(github: Page) -> None:
    github.goto("/tiltak/a1/")
    github.get_by_role("link", name="Fortell en suksesshistorie").click()
    expect(github.get_by_role("checkbox", checked=True)).to_have_accessible_name(re.compile("^A1 "))


def test_measures_are_found_by_their_words_and_what_is_chosen_stays(github: Page) -> None:
    github.get_by_role("checkbox", name="A1").check()
    find = github.get_by_label("Finn tiltak")
    find.press_sequentially("b1")
    expect(github.get_by_role("checkbox", name="B1")).to_be_visible()
    expect(github.get_by_role("checkbox", name="A1")).to_be_visible()
    expect(github.get_by_role("checkbox", name="A2")).to_be_hidden()
    expect(github.locator("[data-found]")).to_contain_text("2 av")
    find.press("Enter")
    expect(github.locator("[data-summary]")).to_be_hidden()


def test_measures_are_found_by_what_their_summaries_say(github: Page) -> None:
    find = github.get_by_label("Finn tiltak")
    find.fill("hva tiltaket går ut på")
    expect(github.get_by_role("checkbox", name="A1")).to_be_visible()
    find.fill("hva tiltaket ikke går ut på")
    expect(github.get_by_role("checkbox", name="A1")).to_be_hidden()


def test_writing_is_not_talked_over(github: Page) -> None:
    github.evaluate(
        """() => {
            window.said = [];
            for (const region of document.querySelectorAll("form [role=status], form [aria-live], form [role=alert]"))
                new MutationObserver(() => said.push(region.textContent))
                    .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    github.get_by_label("Hva dere gjorde").press_sequentially("Vi prøvde.")
    expect(github.locator("[data-words]")).to_contain_text("2 av 120–250 ord")
    assert github.evaluate("said") == []


def test_the_keyboard_alone_writes_and_checks(github: Page) -> None:
    github.get_by_label("Tittel").focus()
    keyboard = github.keyboard
    for text in ("Vi fikk det til", "Vi prøvde video, og fortsatte.", TEXT.replace("\n\n", " "), HARD):
        keyboard.insert_text(text)
        keyboard.press("Tab")
    for key in ("ArrowDown", "Tab", "ArrowDown", "Tab", "ArrowDown", "Tab"):
        keyboard.press(key)
    expect(github.get_by_label("Dato")).to_be_focused()
    github.get_by_role("checkbox", name="A1").focus()
    keyboard.press("Space")
    github.get_by_role("radio", name="Ingen kan kjennes igjen").focus()
    keyboard.press("Space")
    keyboard.press("Tab")
    expect(github.get_by_label("Når noen skal lese")).to_be_focused()
    keyboard.press("Tab")
    expect(github.get_by_role("button", name="Kontroller")).to_be_focused()
    keyboard.press("Enter")
    expect(github.locator("[data-done]")).to_be_focused()


def test_without_scripts_it_says_what_to_do_instead(small_sites: Callable[..., Path], browser: Browser) -> None:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    with served(site) as address, browser.new_context(java_script_enabled=False, base_url=address) as context:
        page = context.new_page()
        page.goto(FORM)
        expect(page.get_by_text("Skjemaet virker bare der nettleseren kan kjøre skript.")).to_be_visible()
        expect(page.locator("form[data-story-form]")).to_be_hidden()
        links = [link.get_attribute("href") for link in page.locator("article a").all()]
        assert f"mailto:{ADDRESS}" in links
        assert "https://github.com/hmn/veikart/issues/new?template=historie.yml" in links


def test_on_paper_it_is_a_form_to_fill_in_by_hand(github: Page, tmp_path: Path) -> None:
    file = tmp_path / "ark.pdf"
    github.pdf(path=file)
    with pymupdf.open(file) as sheets:
        text = "\n".join(sheet.get_text() for sheet in sheets)
        assert len(sheets) == 2
    for label in ("Tittel", "Hva som var vanskelig", "Hvor samtykket er arkivert", "Fyll ut arket"):
        assert label in text
    for only_on_screen in ("Kontroller", "Last ned fila", "Finn tiltak", "Lukker dere siden"):
        assert only_on_screen not in text


def test_on_paper_what_is_written_is_a_story_to_read(github: Page, tmp_path: Path) -> None:
    fill(github, title="Vi fikk <b>det</b> & til")
    github.get_by_label("Dato").fill("november 2026")
    file = tmp_path / "historie.pdf"
    github.pdf(path=file)
    with pymupdf.open(file) as sheets:
        text = " ".join(" ".join(sheet.get_text() for sheet in sheets).split())
        assert len(sheets) == 1
    told = ("Vi fikk <b>det</b> & til", "Vi prøvde video, og fortsatte.", "Det som var vanskelig", HARD, "1.11.2026")
    for written in (*told, "A1 Begynn", "Ingen kan kjennes igjen", "Somatikk"):
        assert written in text
    for of_the_form in ("Fyll ut arket", "Skriv en historie", "Kontroller", "kan stå tom", "B1", "Skriv ut"):
        assert of_the_form not in text


def test_the_story_is_shown_as_it_is_read(github: Page) -> None:
    fill(github)
    reading = github.get_by_role("region", name="Historien slik den leses")
    expect(reading).to_be_hidden()
    github.get_by_role("button", name="Vis historien slik den leses").click()
    expect(reading).to_be_focused()
    expect(reading.get_by_role("heading")).to_have_text(["Vi fikk det til", "Det som var vanskelig"])
    expect(reading).to_contain_text("Helse Møre og Romsdal")
    expect(reading.get_by_text("Dato", exact=True)).to_be_hidden()
    github.get_by_label("Tittel").fill("Noe annet")
    expect(reading.get_by_role("heading").first).to_have_text("Noe annet")


@pytest.mark.parametrize("state", ["empty", "filled", "wrong", "read"])
def test_axe_finds_nothing_and_nothing_is_cut(github: Page, state: str) -> None:
    github.emulate_media(reduced_motion="reduce")
    if state == "filled":
        fill(github)
        check(github)
    if state == "read":
        fill(github)
        github.get_by_role("button", name="Vis historien slik den leses").click()
    if state == "wrong":
        github.get_by_role("radio", name="Noen kan kjennes igjen").check()
        check(github)
    github.locator("form summary").click()
    for width, theme in product((320, 1280), ("light", "dark")):
        github.set_viewport_size({"width": width, "height": 900})
        github.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        results = Axe().run(github, options={"resultTypes": ["violations"], "preload": False})
        assert results.violations_count == 0, results.generate_report()
        assert github.evaluate("document.documentElement.scrollWidth") <= width


def test_no_other_page_carries_the_form(small_sites: Callable[..., Path]) -> None:
    site = small_sites()
    carrying = [file for file in site.rglob("*.html") if "assets/story-" in file.read_text(encoding="utf-8")]
    assert carrying == [site / "suksesshistorier/skriv/index.html"]
