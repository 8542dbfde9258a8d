"""Images in the text of a page, given the files to choose between and the room that they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html
from markupsafe import Markup

from roadmap import urls
from roadmap.site.search.documents import IGNORED

# Browsers that know no ``srcset`` get the widest up to this.
_FALLBACK_WIDTH = 960
# What a phone leaves free beside the text, of the window's width; see site.css.
_MARGINS = "2rem"
_MARGINS_IN_PIXELS = 32


@dataclass(frozen=True)
class Picture:
    """An image as it is published: its files by width, the narrowest first, and the size at which it is shown."""

    files: tuple[tuple[int, str], ...]
    width: int
    height: int

    def attributes(self, page_url: str) -> Mapping[str, str]:
        """What an ``img`` on the page with this URL needs, so that nothing moves when the file comes."""
        links = [(width, urls.relative(urls.quoted(path), page_url)) for width, path in self.files]
        fallback = [link for width, link in links if width <= _FALLBACK_WIDTH] or [links[0][1]]
        return {
            "src": fallback[-1],
            "srcset": ", ".join(f"{link} {width}w" for width, link in links),
            "sizes": f"(min-width: {self.width + _MARGINS_IN_PIXELS}px) {self.width}px, calc(100vw - {_MARGINS})",
            "width": str(self.width),
            "height": str(self.height),
            "loading": "lazy",
            "decoding": "async",
        }


def with_pictures(text: Markup, pictures: Mapping[str, Picture], page_url: str) -> Markup:
    """The HTML of a text with the images in ``pictures``, by ``src``, made ready for the page with this URL."""
    if not pictures:
        return text
    root = html.fragment_fromstring(text, create_parent=True)
    for image in root.iter("img"):
        if picture := pictures.get(image.get("src", "")):
            image.attrib.update(picture.attributes(page_url))
            image.getparent().set("class", "text-image")
            for credit in image.xpath("following-sibling::figcaption"):
                credit.set(IGNORED, "")
    inner = html.tostring(root, encoding="unicode")
    return Markup(inner.removeprefix("<div>").removesuffix("</div>"))
