"""Where the code host takes a new file, and what its address fills in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.errors import OutputError
from roadmap.site.code_host import CodeHost, code_host
from tests.conftest import ROOT

GITHUB = CodeHost("github", "https://github.com/hmn/veikart", "main", "content")
GITLAB = CodeHost("gitlab", "https://gitlab.com/hmn/video/veikart", "main", "content")


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "setting", "expected"),
    [
        ("https://github.com/hmn/veikart", "edit/main/content/", "", "github"),
        ("https://github.sykehus.example/hmn/veikart", "edit/main/content/", "", "github"),
        ("https://gitlab.com/hmn/video/veikart", "-/edit/main/content/", "", "gitlab"),
        ("https://gitlab.sykehus.example/veikart", "edit/main/content", "", "gitlab"),
        ("https://kode.sykehus.example/hmn/veikart", "-/edit/main/content/", "", "gitlab"),
        ("https://kode.sykehus.example/hmn/veikart", "edit/main/content/", "github", "github"),
        ("https://kode.sykehus.example/hmn/veikart", "edit/main/content/", "gitlab", "gitlab"),
        ("https://github.com/hmn/veikart", "edit/main/content/", "gitlab", "gitlab"),
        ("https://kode.sykehus.example/veikart", "edit/main/content/", "", None),
        ("https://mygithub.example/veikart", "edit/main/content/", "", None),
        ("https://github.com/hmn/veikart", "", "", None),
        ("https://github.com/hmn/veikart", "?query=root/", "github", None),
        ("https://github.com/hmn/veikart", "edit/main/", "github", None),
        ("https://github.com/hmn/veikart", "https://annet.example/edit/main/content/", "", None),
    ],
)
def test_the_setting_decides_and_else_the_address(
    repo_url: str, edit_uri: str, setting: str, expected: str | None
) -> None:
    host = code_host(repo_url, edit_uri, setting)
    assert (host.name if host else None) == expected


def test_branch_and_folder_are_those_that_files_are_edited_in() -> None:
    host = code_host("https://github.com/hmn/alt", "/edit/dev%2Fny/veikart/content/", "")
    assert host == CodeHost("github", "https://github.com/hmn/alt", "dev%2Fny", "veikart/content")
    whole = code_host("https://github.com/hmn/alt", "https://github.com/hmn/alt/edit/main/content/", "")
    assert whole == CodeHost("github", "https://github.com/hmn/alt", "main", "content")


@pytest.mark.parametrize("setting", ["bitbucket", "GitHub", " github", "gitlab\n", "git\x1b[31m"])
def test_a_host_that_is_not_known_is_refused_by_the_variables_name(setting: str) -> None:
    with pytest.raises(OutputError, match=r"^CODE_HOST .+ – skriv «github» eller «gitlab», eller la den stå tom$"):
        code_host("https://github.com/hmn/veikart", "edit/main/content/", setting)


def test_github_takes_name_and_text() -> None:
    address = GITHUB.new_file("stories/en-historie.md", "---\ntitle: A & B\n---\n100 % #1 «å» 😀")
    assert address.startswith("https://github.com/hmn/veikart/new/main?filename=content/stories/en-historie.md&value=")
    assert query(address)["value"] == ["---\ntitle: A & B\n---\n100 % #1 «å» 😀"]


def test_gitlab_takes_the_name_alone() -> None:
    assert GITLAB.new_file("stories/en-historie.md", "tekst") == (
        "https://gitlab.com/hmn/video/veikart/-/new/main?file_name=content/stories/en-historie.md"
    )


def test_an_address_is_never_longer_than_the_host_answers() -> None:
    room = CodeHost.LONGEST_ADDRESS - len(GITHUB.new_file("stories/a.md", "x")) + 1
    assert len(GITHUB.new_file("stories/a.md", "x" * room)) == CodeHost.LONGEST_ADDRESS
    assert "value" not in query(GITHUB.new_file("stories/a.md", "x" * (room + 1)))
    assert query(GITHUB.new_file("stories/a.md", "å" * 2000)) == {"filename": ["content/stories/a.md"]}


def test_whoever_may_not_write_files_can_tell_of_them() -> None:
    assert GITHUB.new_issue("historie") == "https://github.com/hmn/veikart/issues/new?template=historie.yml"
    assert (ROOT / ".github/ISSUE_TEMPLATE/historie.yml").is_file()
    address = "https://gitlab.com/hmn/video/veikart/-/issues/new?issuable_template=Historie"
    assert GITLAB.new_issue("historie") == address
    assert (ROOT / ".gitlab/issue_templates/Historie.md").is_file()


@given(st.text(max_size=300), st.sampled_from([GITHUB, GITLAB]))
def test_any_text_is_one_parameter_or_none(text: str, host: CodeHost) -> None:
    text = text.encode("utf-8", "ignore").decode()
    address = host.new_file("stories/å.md", text)
    assert address.isascii()
    assert address.isprintable()
    assert len(address) <= CodeHost.LONGEST_ADDRESS
    found = query(address)
    assert found.pop(host.name_parameter) == ["content/stories/å.md"]
    assert found in ({}, {host.text_parameter: [text]})
