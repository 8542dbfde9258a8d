"""Words as the search compares them: all forms of a word, however it is typed, are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.text.search_words import Splitter, fold, stem, stems, words

FORMS = [
    "superbruker superbrukeren superbrukere superbrukerne superbrukernes superbrukarar superbrukarane",
    "leder lederen ledere lederne lederens",
    "møte møter møtet møtene møta møtenes",
    "pasient pasienten pasienter pasientene pasientar pasientane",
    "opplæring opplæringen opplæringa opplæringene",
    "trygg trygge trygt tryggere tryggest trygghet tryggheten",
    "rom rommet rommene",
    "mål målet måla målene",
    "avdeling avdelinger avdelingen avdelingar",
]


@pytest.mark.parametrize("forms", FORMS)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("maaltall", "måltall"), ("maltall", "måltall"), ("opplaering", "opplæring"), ("moete", "møte"), ("mote", "møte")],
)
def test_letters_that_a_keyboard_lacks_are_no_hindrance(typed: str, meant: str) -> None:
    assert stems(typed) == stems(meant)


def test_a_word_with_hyphens_is_its_parts_and_itself() -> None:
    assert list(words("E-post om EQS-tekst")) == ["e", "post", "epost", "om", "eqs", "tekst", "eqstekst"]


def test_compounds_are_taken_apart_into_known_words() -> None:
    splitter = Splitter([stem(fold(word)) for word in ("video", "opplæring", "gruppe", "pasient", "plan")], ["rom"])
    assert splitter.parts("videorom") == ["video", "rom"]
    assert splitter.parts(fold("opplæringsplanene")) == [stem(fold("opplæring")), "plan"]
    assert splitter.parts("videopasientgruppen") == ["video", stem("pasient"), stem("gruppe")]
    assert splitter.parts("video") == []
    assert splitter.parts("ukjentrom") == []


@given(st.text())
def test_any_text_becomes_small_letters_and_digits_and_folding_again_changes_nothing(text: str) -> None:
    for word in words(text):
        assert word.isascii() and word.isalnum() and word == word.lower()
        assert list(words(word))[-1:] in ([word], [fold(word)])
        assert stem(word)
