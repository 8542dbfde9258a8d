"""Links from the guide to the rest of the site, which must survive mkdocs-with-pdf on their way into the PDF."""

from __future__ import annotations

import re
from urllib.parse import urljoin

FOLDER = "veileder/"


def mark_outward_links(html: str, url: str, site_url: str) -> str:
    """Gives links from the guide to the rest of the site their full address.

    mkdocs-with-pdf makes every relative link an anchor within the PDF, and stops a strict build when the anchor
    is not there. The relative address is kept, for ``restore_outward_links``.
    """
    if not url.startswith(FOLDER):
        return html

    def outward(match: re.Match[str]) -> str:
        target = urljoin(url, match[2])
        if re.match(r"[a-z]+:|#", match[2]) or target.startswith(FOLDER):
            return match[0]
        return f'{match[1]}href="{site_url}{target}" data-site-href="{match[2]}"'

    return re.sub(r'(<a\b[^>]*?\s)href="([^"]*)"', outward, html)


def restore_outward_links(html: str) -> str:
    return re.sub(r'href="[^"]*" data-site-href="([^"]*)"', r'href="\1"', html)
