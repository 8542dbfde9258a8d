"""Tables that are wider than the window."""

from __future__ import annotations

import re

from markupsafe import Markup

# The frame of a table that a fragment brought ends like this.
_UNFRAMED_TABLE = re.compile(r'(?<! tabindex="0">)<table>.*?</table>', re.DOTALL)
_HEADING_ID = re.compile(r'<h[1-6][^>]* id="([^"]*)"')


def with_scrollable_tables(html: Markup) -> Markup:
    """Lets a table that is wider than the window be scrolled sideways, with the keyboard too."""
    # As plain text: put together as Markup, the parts would be escaped.
    text = str(html)

    def framed(table: re.Match[str]) -> str:
        headings = _HEADING_ID.findall(text, 0, table.start())
        name = f'aria-labelledby="{headings[-1]}"' if headings else 'aria-label="Tabell"'
        return f'<div class="table" role="group" {name} tabindex="0">{table[0]}</div>'

    return Markup(_UNFRAMED_TABLE.sub(framed, text))
