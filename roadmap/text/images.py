"""Images in editors' Markdown: each alone in a paragraph becomes a figure, whose caption is the image's title.

The title says who made it: ``![Alternativ tekst](bilde.jpg "Foto: …")``.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from roadmap.text.stand_ins import decoded

CREDITS = ("Foto:", "Illustrasjon:", "Tegning:")


@dataclass(frozen=True)
class TextImage:
    """An image as it was written, entities decoded; ``is_alone`` in its paragraph is what a figure must be."""

    target: str
    alternative: str
    credit: str
    is_alone: bool


def make_figures(root: ElementTree.Element) -> list[TextImage]:
    """Makes figures of the images in a tree that can be, and tells of all of them."""
    images: list[TextImage] = []
    for parent in list(root.iter()):
        for image in parent.findall("img"):
            is_alone = _is_alone(image, parent)
            images.append(
                TextImage(
                    decoded(image.get("src", "")),
                    decoded(image.get("alt", "")),
                    decoded(image.get("title", "")),
                    is_alone,
                )
            )
            if is_alone:
                _make_figure(image, parent)
    return images


def _is_alone(image: ElementTree.Element, parent: ElementTree.Element) -> bool:
    return parent.tag == "p" and len(parent) == 1 and not f"{parent.text or ''}{image.tail or ''}".strip()


def _make_figure(image: ElementTree.Element, paragraph: ElementTree.Element) -> None:
    paragraph.tag = "figure"
    paragraph.text = image.tail = None
    credit = image.get("title", "")
    image.attrib = {name: value for name, value in image.attrib.items() if name in ("src", "alt")}
    if credit:
        ElementTree.SubElement(paragraph, "figcaption").text = credit
