"""The Word files: each ready-made text in one of its own, and all of them in one more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from roadmap import urls
from roadmap.content.model import ReadyMadeText, Roadmap
from roadmap.templating import environment
from roadmap.text import links, ready_made
from roadmap.word.document import word_file


def word_files(roadmap: Roadmap, templates: Path, site_url: str) -> dict[str, bytes]:
    """Every Word file by its path on the site; none where there are no texts.

    Raises:
        OutputError: when a text has characters that no Word file can hold.
    """
    if not roadmap.ready_made_texts:
        return {}
    made = environment(templates)
    made.globals.update(roadmap=roadmap, site_url=site_url, rendered=_rendered(site_url))
    date = roadmap.plan.edition.date
    styles = templates / "word/styles.xml"
    single, together = (made.get_template(f"word/{name}.html.j2") for name in ("text", "all"))
    files = {
        urls.text_docx(text.slug): word_file(single.render(text=text), styles, text.title, date)
        for text in roadmap.ready_made_texts
    }
    steps = [step for step in roadmap.plan.steps if roadmap.step_texts(step)]
    page = together.make_module({"steps": steps})
    return files | {urls.ALL_TEXTS: word_file(str(page), styles, str(page.title), date)}  # type: ignore[attr-defined]


def _rendered(site_url: str) -> Callable[[ReadyMadeText, str, int], Markup]:
    """What gives a template the body of a text, or the notes to it, with links that lead to the site."""

    def rendered(text: ReadyMadeText, markdown: str, heading_level: int) -> Markup:
        return ready_made.rendered(markdown, links.on_paper(urls.text_page(text.slug), site_url), heading_level)

    return rendered
