"""The page where the guide is filled in on screen writes the minutes that the command writes, and reads the same PDFs.

What ``test_answers.py`` and ``test_minutes.py`` make goes through both too.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, Stream, String

from roadmap.content.model import Decision, Roadmap
from roadmap.guide.answers import MESSAGES, UNKNOWN_EDITION, Answers, FormerAnswer, read
from roadmap.guide.form import FormField, Kind, form_fields
from roadmap.guide.minutes import minutes
from roadmap.text.plain import clean, one_line
from tests.guide.forms import TEMPLATES
from tests.guide.test_minutes import deciding
from tests.guide.twin import Twin, minutes_of_pdf

QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# What people write where a worksheet decides something, and what only looks like it.
DECISIVE = ("ja", "JA.", " Ja! ", "nå", "NÅ", "na\N{COMBINING RING ABOVE}", "V", "v.", "ⓥ", "Ｖ", "ſ", "ß", "F")
PIECES = (
    "*",
    "_",
    "[a](b)",
    "<b>",
    "&amp;",
    "|",
    "1. ",
    "\n",
    "- ",
    "= ",
    "~",
    "`",
    "\\",
    "#",
    "é",
    "😀",
    "\u200b",
    "\x1c",
)


def typed(chance: random.Random) -> str:
    written = "".join(chance.choices(("Vi ", "prøver ", "video ", "٣) ", *PIECES), k=chance.randint(1, 12)))
    return clean(chance.choice((written, *DECISIVE)))


def by_chance(chance: random.Random, roadmap: Roadmap) -> Answers:
    """Answers to some of the fields, as a meeting could leave them."""
    share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    fields = [field for field in form_fields(roadmap) if chance.random() < share]
    texts = {field.name: _answer(chance, field) for field in fields}
    titles = [one_line(typed(chance)) or "x" for _ in range(chance.randint(0, 3))]
    return Answers(
        {name: text for name, text in texts.items() if text},
        [FormerAnswer(title, typed(chance) or "x") for title in titles],
        titles[:2],
        chance.choice(("", UNKNOWN_EDITION, "0.8, 1. mai *2026*")),
    )


def _answer(chance: random.Random, field: FormField) -> str:
    return typed(chance) if field.kind is Kind.TEXT else chance.choice(field.options)


def test_random_answers_give_the_same_minutes(twin: Twin, small: Roadmap, roadmap: Roadmap) -> None:
    chance = random.Random(12)
    for content, rounds in ((small, 150), (deciding(small), 150), (roadmap, 150)):
        for _ in range(rounds):
            answers = by_chance(chance, content)
            assert twin.minutes(answers, content) == minutes(answers, content, TEMPLATES)


def test_every_character_is_read_alike(twin: Twin, small: Roadmap) -> None:
    """Also those that are newer than one of the two programs."""
    codes = [code for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    text = "".join(f"a{chr(code)}b" for code in codes)
    read_there = twin.reading(text, small)
    assert read_there["clean"] == clean(text)
    assert read_there["oneLine"] == one_line(text)


def test_every_character_that_can_decide_something_is_compared_alike(twin: Twin, small: Roadmap) -> None:
    decides = Decision(title="Valgt", column="hvem", answers=["ja", "skål"])
    first, *others = small.worksheets
    content = small.model_copy(update={"worksheets": [first.model_copy(update={"decides": [decides]}), *others]})
    folded = "".join(chr(code) for code in range(sys.maxunicode + 1) if set(chr(code).casefold()) <= set("jaskål"))
    assert len(folded) > 14
    assert twin.reading(folded, content)["folded"] == folded.casefold()
    row = "ark/kontakter/1"
    for word in ("SKÅL", "skÅl!", "\N{LATIN SMALL LETTER LONG S}kål", "ska\N{COMBINING RING ABOVE}l", "ﬅ"):
        answers = Answers({f"{row}/kontakt": "Prøve", f"{row}/hvem": word})
        assert twin.minutes(answers, content) == minutes(answers, content, TEMPLATES)


def made(file: Path, make: Callable[[Pdf], list[Any]], **options: Any) -> Path:
    """A PDF with the fields that ``make`` gives."""
    with Pdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = Dictionary(Fields=Array(make(document)))
        document.save(file, **options)
    return file


def answer(value: Any, name: str = "svar/sporsmal-1", **more: Any) -> Dictionary:
    return Dictionary(T=String(name), V=value, **more)


def inherited(document: Pdf) -> list[Any]:
    """Values and titles that fields have from those above them, and some that they take away again."""
    bare, named = Dictionary(T=String("b")), Dictionary(T=String("c"), TU=String("Egen"))
    own = Dictionary(T=String("d"), V=String("Egen verdi"))
    nothing = Dictionary(T=String("e"), V=None, TU=String(""))
    above = answer(String("Over"), "svar/a", TU=String("Tittel over"))
    above.Kids = Array([document.make_indirect(bare), named, own, nothing, 7, None])
    return [document.make_indirect(above), Dictionary(Kids=Array([answer(String("Uten navn over"))]))]


def repeated(document: Pdf) -> list[Any]:
    """One field that is referred to three times, and equal ones that are not the same."""
    shared = document.make_indirect(answer(String("Delt"), "svar/ukjent"))
    return [shared, shared, answer(String("Lik"), "svar/annet"), answer(String("Lik"), "svar/annet"), shared]


def streams(document: Pdf) -> list[Any]:
    data = "Fra en strøm – «æøå»".encode("utf-16")
    large, broken = Stream(document, b"a" * 150_000), Stream(document, b"ikke pakket", Filter=Name.FlateDecode)
    unknown = Stream(document, b"hei", Filter=Name.JPXDecode)
    names = ("svar/sporsmal-1", "svar/sporsmal-2", "svar/sporsmal-3", "svar/sporsmal-4")
    return [
        answer(value, name) for name, value in zip(names, (Stream(document, data), large, broken, unknown), strict=True)
    ]


CASES = {"inherited": inherited, "repeated": repeated, "streams": streams}
SAVED: dict[str, dict[str, Any]] = {
    "plain": {"compress_streams": False, "object_stream_mode": ObjectStreamMode.disable},
    "packed": {"object_stream_mode": ObjectStreamMode.generate},
    "for the web": {"linearize": True},
    "to be read": {"qdf": True},
    "locked for changes, 40 bits": {"encryption": Encryption(owner="a", user="", R=2, metadata=False, aes=False)},
    "locked for changes, 128 bits": {"encryption": Encryption(owner="a", user="", R=3, metadata=False, aes=False)},
    "locked for changes, AES 128": {"encryption": Encryption(owner="a", user="", R=4)},
    "locked for changes, AES 256": {"encryption": Encryption(owner="a", user="", R=6)},
}


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize("case", CASES)
def test_odd_fields_are_read_alike(case: str, saved: str, twin: Twin, small: Roadmap, tmp_path: Path) -> None:
    file = made(tmp_path / "rar.pdf", CASES[case], **SAVED[saved])
    assert minutes_of_pdf(file, small) not in MESSAGES.values()
    assert twin.of_pdf(file, small) == minutes_of_pdf(file, small)


# Two fields of a PDF as somebody may have written it by hand, and what the second one is to be.
BY_HAND = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 9 0 R null (x) 5 0 R]>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</T(svar/sporsmal-1)/V(Hei)>>endobj
5 0 obj<<@>>endobj
6 0 obj null endobj
trailer<</Root 1 0 R/Size 7>>
startxref
0
%%EOF
"""


@pytest.mark.parametrize(
    "field",
    [
        b"/T(svar/sporsmal-2)/V 8 0 R",
        b"/T(svar/sporsmal-2)/V 6 0 R/TU 6 0 R",
        b"/T(svar/sporsmal-2)/V null",
        b"/T 6 0 R/V(x)",
        b"/T 8 0 R/V(x)",
        b"/T(svar/sporsmal-2)/V/Bl#e5b#c3#a6r",
        b"/T(svar/sporsmal-2)/V/",
        b"/T(svar/sporsmal-2)/V/#4ff#66",
        b"/T(svar/sporsmal-2)/V(a\\(b\\) (c) \\053\\53x\\n\\t\\\\\\q)",
        b"/T(svar/sporsmal-2)/V(a\nb\\\nc)",
        b"/T(svar/sporsmal-2)/V(a\r\nb\rc\\\r\nd)",
        b"/T(svar/sporsmal-2)/V<48 65 6A 2>",
        b"/T(svar/sporsmal-2)/V<FEFF 00480065 D83D>",
        b"/T(svar/sporsmal-2)/V<FEFF D83D DE00 DE00 0041 00>",
        b"/T(svar/sporsmal-2)/V<FFFE 3DD8 00DE 00DE 4100 3D>",
        b"/T(svar/sporsmal-2)/V<EFBBBF F09F9880 F09F 41 C3 EDA080>",
        b"/T(svar/sporsmal-2)/V<00 7F 80 9F A0 AD FF>",
        b"/#54(svar/sporsmal-2)/V(x)",
        b"/T(svar/sporsmal-2)/V(x)/V(y)",
        b"/T(svar/sporsmal-2)/V(x)/Kids[5 0 R]",
        b"/T(svar/sporsmal-2)/V(x)/Kids 6 0 R",
        b"/T(svar/sporsmal-2)/V(x)/Kids[<</T 6 0 R/V(y)>>]",
        b"/T(svar)/V(x)/Kids[<</T(a)>>3 0 R<</V(y)>>]",
        b"/T(svar/sporsmal-2)/V 1.5",
        b"/T(valg/sporsmal-5)/V/Off",
        b"/T(valg/sporsmal-5)/V(Off)",
        b"/T(svar/sporsmal-2)/V(Off)/TU(a\\012b)",
    ],
)
def test_a_file_written_by_hand_is_read_alike(field: bytes, twin: Twin, small: Roadmap, tmp_path: Path) -> None:
    file = tmp_path / "for-hand.pdf"
    file.write_bytes(BY_HAND.replace(b"@", field))
    assert "\n\nHei\n" in minutes_of_pdf(file, small)
    assert twin.of_pdf(file, small) == minutes_of_pdf(file, small)


def test_a_form_filled_in_by_another_program_is_read_alike(
    blank_form: Path, twin: Twin, small: Roadmap, tmp_path: Path
) -> None:
    file = tmp_path / "utfylt.pdf"
    file.write_bytes(blank_form.read_bytes())
    with pymupdf.open(file) as document:
        for page in document:
            for widget in page.widgets():
                if widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                    widget.field_value = f"Møtet – «{widget.field_name}»\nog mer 😀"
                    widget.update()
        document.saveIncr()
    assert read(file, small).texts["svar/sporsmal-1"].startswith("Møtet – «svar/sporsmal-1»")
    assert twin.of_pdf(file, small) == minutes_of_pdf(file, small)


@QUIET
@given(data=st.binary(max_size=40), mark=st.sampled_from([b"", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_alike(data: bytes, mark: bytes, twin: Twin, small: Roadmap, tmp_path: Path) -> None:
    texts = [answer(String(mark + data), TU=String(mark + data)), answer(String(mark + data), "svar/ukjent")]
    file = made(tmp_path / "bytes.pdf", lambda document: texts)
    assert twin.of_pdf(file, small) == minutes_of_pdf(file, small)
