"""What the places to answer in the guide are called, in its PDFs and on screen alike.

============================  ===========================================================
``svar/<question>``           what a meeting wrote under a question
``valg/<question>``           the answer that it chose, or the point on the scale
``ark/<sheet>/<row>/<column>``  a cell of a worksheet
``krav/<group>/<check>``      a checkbox of the checklist
``mangler/<group>``           what a group of the checklist lacks
============================  ===========================================================

Names are made of ids, never of positions, so an answer stays with its question when content is moved around.
A name is split at slashes, which no id has; not at full stops, which make a hierarchy of fields in PDF.
"""

from __future__ import annotations

from roadmap.errors import OutputError

# The value of a checkbox that is ticked.
CHECKED = "Ja"


def field_name(kind: str, *ids: str) -> str:
    """The name of a field of the form. The ids are those of the model.

    Raises:
        OutputError: when an id has a character that separates the parts of a name.
    """
    if wrong := [identifier for identifier in ids if not identifier or set(identifier) & set("/.")]:
        raise OutputError(
            f"veilederen: «{wrong[0]}» kan ikke være id for et felt – bruk verken skråstrek eller punktum"
        )
    return "/".join((kind, *ids))
