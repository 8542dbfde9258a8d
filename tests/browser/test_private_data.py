"""The browser finds what tells who a person is exactly as the check does: the shared cases, and what chance makes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from playwright.sync_api import Browser, BrowserContext, Page

from roadmap.content.load import load
from roadmap.content.model import Privacy
from roadmap.content.rules.privacy import _names
from roadmap.editing.prompts import read_prompts
from roadmap.privacy.findings import Allowed, private_data
from roadmap.site.private_rules import private_rules_script
from roadmap.site.story_form import story_rules
from tests import identity_numbers
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

CASES: dict[str, Any] = yaml.safe_load((ROOT / "tests/private_cases.yml").read_text(encoding="utf-8"))
ALLOWED = Allowed.of(**CASES["allowed"])
LISTS = Privacy(
    email_domains=CASES["allowed"]["domains"],
    phones=CASES["allowed"]["phones"],
    addresses=CASES["allowed"]["addresses"],
    small_places=["Frøya", "Fjord kommune", "Ås"],
    rare_conditions=["ALS", "Huntingtons sykdom", "cystisk fibrose"],
)
# Digits, and what may stand between them, in numbers that turn up often.
PARTS = [
    *("155076", "00333", "15507600333", "1550", "12.05.1985", "912 34 567", "91234567", "22 33 44 55", "4711", "1"),
    *(" ", "  ", ".", "-", "–", "\n", "\n> ", "\xa0", "\u200b", "&nbsp;", "&#49;", "%31", "**", "_", "\\", "](x)"),
    *("fnr", "tlf ", "født ", "f. ", "journalnr ", "pasient ", "lov av ", "kari@gmail.com", "Storgata 12", "å", "ø"),
    *("+47 ", "0047", "kr", " kr", "１", "➀", "❷", "①", "٣", "𝟏", "₃", "²", "½", "😀", "(", ")", "/", "https://a.no/"),
    *("x", "<b>", ",", "9"),
]


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page with the scripts that search, and the lists of the cases."""
    with browser.new_context() as context:
        yield page_with_scripts(context, LISTS)


def page_with_scripts(context: BrowserContext, lists: Privacy) -> Page:
    roadmap = load(ROOT / "tests/tree").model_copy(update={"privacy": lists})
    page = context.new_page()
    page.add_script_tag(content=story_rules(roadmap, read_prompts(ROOT / "templates", "story")).decode())
    page.add_script_tag(content=private_rules_script(lists).decode())
    page.add_script_tag(path=ROOT / "templates/theme/assets/private-data.js")
    return page


def kinds(page: Page, texts: list[str]) -> list[list[str]]:
    found: list[list[str]] = page.evaluate("texts => texts.map(privateData.kinds)", texts)
    return found


def kinds_in_python(texts: list[str]) -> list[list[str]]:
    return [[found.kind for found in private_data(text, ALLOWED)] for text in texts]


def test_every_shared_case_is_found_or_passes_alike(scripts: Page) -> None:
    texts = [case["text"] for case in CASES["found"]] + CASES["innocent"]
    expected = [case["kinds"] for case in CASES["found"]] + [[] for _ in CASES["innocent"]]
    found = dict(zip(texts, kinds(scripts, texts), strict=True))
    assert found == dict(zip(texts, expected, strict=True))


def test_whatever_chance_puts_together_is_judged_alike(scripts: Page) -> None:
    chance = random.Random(11)
    texts = ["".join(chance.choices(PARTS, k=chance.randint(1, 9))) for _ in range(6000)]
    found = kinds(scripts, texts)
    assert [pair for pair in zip(texts, found, kinds_in_python(texts), strict=True) if pair[1] != pair[2]] == []
    assert len({tuple(one) for one in found}) > 20


def test_numbers_alone_are_judged_alike(scripts: Page) -> None:
    chance = random.Random(12)
    alphabet = "0123456789" * 3 + "  .-\n"
    texts = ["".join(chance.choices(alphabet, k=chance.randint(8, 30))) for _ in range(6000)]
    assert kinds(scripts, texts) == kinds_in_python(texts)


@settings(max_examples=300)
@given(text=identity_numbers.spelled())
def test_no_identity_number_gets_through_however_it_is_spelled(scripts: Page, text: str) -> None:
    assert "fødselsnummer" in kinds(scripts, [text])[0]
    assert kinds(scripts, [text]) == kinds_in_python([text])


@pytest.mark.parametrize(
    "text",
    [
        "En på Frøya med ALS.",
        "Frøyas Huntingtons\nsykdom",
        "frøya og ALS",
        "Frøya og als",
        "Frøya og ALSO",
        "Fjord  kommune, Cystisk Fibroses",
        "Åse på Åsen har ALS",
        "Ikke Nordfrøya, men HUNTINGTONS SYKDOM på Frøya",
        "Sør-Frøya: ALS.",
        "ALSø på Frøya",
    ],
)
def test_a_place_and_a_condition_are_seen_together_alike(scripts: Page, text: str) -> None:
    place, condition = _names(LISTS.small_places, 0), _names(LISTS.rare_conditions, re.IGNORECASE)
    assert place
    assert condition
    expected = bool(place.search(text) and condition.search(text))
    assert scripts.evaluate("text => privateData.tellsWhereAndWhat(text)", text) == expected


def test_every_small_place_and_rare_condition_of_the_project_is_known_alike(browser: Browser) -> None:
    lists = Privacy.model_validate(yaml.safe_load((ROOT / "content/privacy.yml").read_text(encoding="utf-8")))
    place, condition = _names(lists.small_places, 0), _names(lists.rare_conditions, re.IGNORECASE)
    assert place
    assert condition
    pairs = [f"En på {where} med {what}." for where in lists.small_places for what in lists.rare_conditions]
    texts = [*pairs, *lists.small_places, *lists.rare_conditions, *(text.lower() for text in pairs[:50])]
    with browser.new_context() as context:
        page = page_with_scripts(context, lists)
        found = page.evaluate("texts => texts.map(privateData.tellsWhereAndWhat)", texts)
    assert found == [bool(place.search(text) and condition.search(text)) for text in texts]
    assert all(found[: len(pairs)])
