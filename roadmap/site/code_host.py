"""The pages of the code host where somebody proposes a file or a change, and what their addresses fill in.

GitHub takes the name and the text of a new file from its address. GitLab takes the name alone: its editor ignores
``content`` (https://gitlab.com/gitlab-org/gitlab/-/work_items/594214), and ``file`` is gone from it
(https://gitlab.com/gitlab-org/gitlab/-/issues/532221).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlsplit

from roadmap.errors import OutputError

NAMES = ("github", "gitlab")
# «edit/main/content/», with «-/» before it at GitLab: the branch, and the folder of the content.
_EDIT_URI = re.compile(r"/?(?P<dash>-/)?(?:edit|blob|tree|raw)/(?P<branch>[^/?#]+)/(?P<folder>[^?#]*[^/?#])/?")


@dataclass(frozen=True)
class CodeHost:
    """Where a repository lies. ``content`` is the folder in it that its pages are edited in."""

    # GitHub answers 414 from 8,192 characters on. Whoever has to log in first is sent on by an address that holds this
    # one with each per cent sign written as three characters, and gets there from this many.
    LONGEST_ADDRESS: ClassVar[int] = 6000

    name: str
    repository: str
    branch: str
    content: str

    @property
    def is_gitlab(self) -> bool:
        return self.name == "gitlab"

    @property
    def new_file_page(self) -> str:
        """Where a new file is written."""
        return f"{self.repository}/{'-/' if self.is_gitlab else ''}new/{self.branch}"

    @property
    def name_parameter(self) -> str:
        """What the address of that page calls the file's path in the repository."""
        return "file_name" if self.is_gitlab else "filename"

    @property
    def text_parameter(self) -> str:
        """What it calls the file's text; nothing where the page takes none."""
        return "" if self.is_gitlab else "value"

    def new_issue(self, form: str) -> str:
        """Where somebody who may not change files fills in one of the repository's forms, by the name of its file."""
        if self.is_gitlab:
            return f"{self.repository}/-/issues/new?issuable_template={form.capitalize()}"
        return f"{self.repository}/issues/new?template={form}.yml"

    def takes(self, path: str, text: str) -> bool:
        """Whether the address of ``new_file`` can hold the text too."""
        return bool(self.text_parameter) and len(self._filled_in(path, text)) <= self.LONGEST_ADDRESS

    def new_file(self, path: str, text: str = "") -> str:
        """The page for a new file at ``path`` under ``content/``, with its text as far as the address can hold it."""
        return self._filled_in(path, text if text and self.takes(path, text) else "")

    def _filled_in(self, path: str, text: str) -> str:
        address = f"{self.new_file_page}?{self.name_parameter}={quote(f'{self.content}/{path}')}"
        return f"{address}&{self.text_parameter}={quote(text, safe='')}" if text else address


def code_host(repo_url: str, edit_uri: str, setting: str = "") -> CodeHost | None:
    """The host that the settings of a site tell of, if it is one whose pages are known.

    Args:
        repo_url: the address of the repository, without a slash at its end.
        edit_uri: where its pages are edited, as MkDocs takes it: ``edit/main/content/``.
        setting: ``github`` or ``gitlab``; without it, the name of the host tells.

    Raises:
        OutputError: when the setting is anything else; the message names CODE_HOST.
    """
    if setting and setting not in NAMES:
        shown = f"er «{setting}»" if setting.isprintable() else "har tegn som ikke kan vises"
        raise OutputError(f"CODE_HOST {shown} – skriv «github» eller «gitlab», eller la den stå tom")
    edited = _EDIT_URI.fullmatch(edit_uri.removeprefix(f"{repo_url}/"))
    if edited is None:
        return None
    labels = (urlsplit(repo_url).hostname or "").split(".")
    # GitLab alone has the dash in its addresses.
    name = setting or next((name for name in NAMES if name in labels), "gitlab" if edited["dash"] else "")
    return CodeHost(name, repo_url, edited["branch"], edited["folder"]) if name else None
