"""The URLs that an operator sets."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.errors import OutputError
from roadmap.site_url import checked_repo_url, checked_site_url


@pytest.mark.parametrize(
    ("value", "checked"),
    [
        ("https://veikart.example", "https://veikart.example/"),
        ("https://veikart.example/", "https://veikart.example/"),
        ("http://localhost:8000/veikart", "http://localhost:8000/veikart/"),
        ("https://veikart.example//", "https://veikart.example/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://Veikart.example/", "https://Veikart.example/"),
    ],
)
def test_the_site_gets_a_slash_at_its_end(value: str, checked: str) -> None:
    assert checked_site_url(value) == checked


def test_the_repository_gets_none() -> None:
    assert checked_repo_url("https://kode.example/veikart/") == "https://kode.example/veikart"


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", " ", "veikart.example", "//veikart.example/", "/veikart/", "ftp://veikart.example/"),
        *("https://", "https:///sti", "https://a b/", "https://veikart.example/\n", "javascript:alert(1)"),
        *("https://veikart.example:port/", "https://veikart.example:99999/", "https://[::1/", "http:/veikart.example"),
        *("https://veikart.example/?a=1", "https://veikart.example/#a", 'https://veikart.example/"><script>'),
        *("https://navn:passord@veikart.example/", "https://veikart.example/\x1b[31m", "https://:80/"),
    ],
)
def test_what_is_no_whole_url_is_refused_by_the_variables_name(value: str | None) -> None:
    with pytest.raises(
        OutputError, match=r"^SITE_URL .+ – skriv hele adressen, for eksempel https://veikart.example/$"
    ):
        checked_site_url(value)
    with pytest.raises(OutputError, match=r"^REPO_URL .+ – skriv hele adressen, for eksempel https://kode.example/"):
        checked_repo_url(value)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(OutputError) as refused:
        checked_site_url("https://navn:hemmelig@veikart.example/")
    assert "hemmelig" not in str(refused.value)


@given(st.one_of(st.text(), st.text().map("https://{}".format), st.from_regex(r"https?://[a-z.:@/?#\[\]0-9-]*")))
def test_any_text_is_a_url_that_pages_can_be_joined_to_or_an_error_in_one_line(value: str) -> None:
    try:
        url = checked_site_url(value)
    except OutputError as error:
        assert str(error).isprintable()
        return
    assert checked_site_url(url) == url
    assert urlsplit(url).hostname
    assert urljoin(url, "tiltak/a1/") == f"{url}tiltak/a1/"
    assert not set(url) & set("\"'<> ")
