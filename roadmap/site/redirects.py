"""What answers at an address that is retired: a page that sends visitors on, since the site is files alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.site.page import SitePage
from roadmap.templating import environment


def redirect_pages(roadmap: Roadmap, pages: Iterable[SitePage], templates: Path, site_url: str) -> dict[str, bytes]:
    """A page for each retired address, by its path on the site."""
    template = environment(templates).get_template("redirect/redirect.html.j2")
    titles = {page.path: page.title for page in pages}
    return {
        urls.redirect_file(redirect.from_): template.render(
            roadmap=roadmap,
            title=titles[redirect.to],
            way=urls.relative(urls.page_url(redirect.to), redirect.from_.strip("/")),
            icon=urls.relative(urls.ICON, redirect.from_.strip("/")),
            canonical=site_url + urls.page_url(redirect.to),
        ).encode()
        for redirect in roadmap.redirects
    }
