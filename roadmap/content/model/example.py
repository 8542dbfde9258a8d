"""``content/examples/*.md``: what the project overview documents that somebody did."""

from __future__ import annotations

from roadmap.content.model.experience import Experience


class Example(Experience):
    """An example from the project, in the editors' words: nobody tells it."""
