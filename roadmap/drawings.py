"""Line drawings of ``templates/pictures/``, put into a page as SVG so that they take its colours."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

_FOLDER = "pictures"


def drawing(templates: Path, name: str, label: str) -> Markup:
    """A drawing for a place where text says the same, so that screen readers pass it by.

    ``label`` is what it shows; in print it is the drawing's alternative text: a tagged PDF can't hide one.
    The frame around it is there for WeasyPrint, which can't lay out a picture in a grid.
    """
    svg = (templates / _FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip()
    start, end = svg.split(">", 1)
    opening = start.replace("<svg ", '<svg aria-hidden="true" ', 1)
    return (
        Markup(f'<div class="drawing">{opening}>') + Markup("<title>{}</title>").format(label) + Markup(f"{end}</div>")
    )
