"""The Word file that those who own measures professionally fill in: every measure as it reads today, and a form."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from roadmap import urls
from roadmap.content.model import Measure, ReadyMadeText, Roadmap
from roadmap.content.model.approval import spelled
from roadmap.content.model.base import DIGEST_LENGTH
from roadmap.errors import OutputError
from roadmap.review import form
from roadmap.review.blocks import blocks_of
from roadmap.review.form import Identity
from roadmap.review.forms import forms_of
from roadmap.templating import environment
from roadmap.text import links
from roadmap.text.markdown import parse
from roadmap.word.document import word_file

_NOTHING_SHOWN = spelled("0" * DIGEST_LENGTH)


def review_pack(
    roadmap: Roadmap,
    templates: Path,
    site_url: str,
    contact: str = "",
    owner: str | None = None,
    letter: str | None = None,
) -> bytes:
    """The file for all measures, or for those that a role owns, or of one step, or both.

    ``contact`` is the address to send it back to.

    Raises:
        OutputError: when there is no such role or step, or no measure for both, or a text has characters that no Word
            file can hold.
    """
    measures = _measures(roadmap, owner, letter)
    identities = {measure.id: Identity(measure.id, roadmap.digest(measure)) for measure in measures}
    made = environment(templates)
    made.globals.update(roadmap=roadmap, site_url=site_url, contact=contact, form=form)
    template = made.get_template("review/pack.html.j2")

    def written(shown: dict[str, str]) -> bytes:
        page = template.make_module(
            {
                "measures": measures,
                "owner": owner,
                "chosen_step": next((step for step in roadmap.plan.steps if step.letter == letter), None),
                "identities": identities,
                "codes": {
                    name: form.code(identity, shown.get(name, _NOTHING_SHOWN)) for name, identity in identities.items()
                },
                "markdown": lambda measure: _rendered(measure, site_url),
                "ready_made_text": lambda text: _rendered_text(text, site_url),
            }
        )
        title = str(page.title)  # type: ignore[attr-defined]
        return word_file(str(page), templates / "word/styles.xml", title, roadmap.plan.edition.date)

    # What the file shows is known when there is one; the codes stand outside of it.
    shown = {one.identity.measure: one.shown for one in forms_of(blocks_of(written({}))) if one.identity}
    if missing := identities.keys() - shown.keys():
        raise OutputError(f"Word-fila til godkjenning: skjemaet mangler for {', '.join(sorted(missing))}")
    return written(shown)


def _measures(roadmap: Roadmap, owner: str | None, letter: str | None) -> list[Measure]:
    roles = [role.id for role in roadmap.plan.roles]
    if owner not in (None, *roles):
        raise OutputError(f"rollen «{owner}» finnes ikke – bruk en av disse: {', '.join(roles)}")
    letters = [step.letter for step in roadmap.plan.steps]
    if letter not in (None, *letters):
        raise OutputError(f"steget «{letter}» finnes ikke – bruk ett av disse: {', '.join(letters)}")
    measures = [measure for measure in roadmap.measures if letter in (None, measure.letter)]
    owned = [measure for measure in measures if owner in (None, measure.owner)]
    where = f" i steg {letter}" if letter else ""
    if not measures:
        raise OutputError(f"det er ingen tiltak{where} – velg et annet steg")
    if not owned:
        raise OutputError(
            f"ingen tiltak{where} har «{owner}» som faglig eier – "
            f"skriv «owner: {owner}» i tiltakene, eller ta bort --owner"
        )
    return owned


def _rendered(measure: Measure, site_url: str) -> Markup:
    return parse(measure.description).render(links.on_paper(urls.measure_page(measure.id), site_url))


def _rendered_text(text: ReadyMadeText, site_url: str) -> Markup:
    """A text to read: its blanks are no places to fill in here."""
    return parse(text.body).render(links.on_paper(urls.text_page(text.slug), site_url))
