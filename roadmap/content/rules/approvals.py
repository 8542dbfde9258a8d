"""What an editor is told of approvals that hold no more, or that name no text that they hold for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.content.assemble import assemble
from roadmap.content.model import Approvable, Approval, Measure, Roadmap
from roadmap.content.model.approval import lapse_of
from roadmap.content.problems import Problem
from roadmap.content.rules.writing import PROJECT_BEGAN, with_approval
from roadmap.content.source import Tree
from roadmap.templating import long_date
from roadmap.today import today


def _approvals(tree: Tree) -> Iterator[Problem]:
    """En godkjenning gjelder teksten som ble lest, og gjelder en viss tid."""
    roadmap = None if tree.problems else assemble(tree)
    if roadmap is None:
        return
    for entry in with_approval(tree):
        approval = entry.value.approval
        # A date that can't be right is a fault of its own.
        if approval and entry.value.status == "godkjent" and PROJECT_BEGAN <= approval.date <= today():
            message = _message(approval, entry.value, roadmap)
            if message:
                yield replace(entry.problem(message, "approval"), severity="note")


def _message(approval: Approval, item: Approvable, roadmap: Roadmap) -> str:
    digest, months = roadmap.digest(item), roadmap.plan.approval_months
    since = f"godkjenningen fra {long_date(approval.date)} gjelder ikke lenger:"
    renewal = _renewal(item)
    match lapse_of(approval, digest, months, today()):
        case "text":
            return f"{since} teksten er endret siden – {renewal}"
        case "age":
            return f"{since} den er eldre enn {months} måneder – {renewal}"
    if approval.text is None:
        cure = f"er teksten den som ble godkjent, så legg til «text: {digest}»"
        return f"«approval» sier ikke hvilken tekst den gjelder – {cure}"
    return ""


def _renewal(item: Approvable) -> str:
    """How to ask for a new approval; the digest comes with that, so that nobody copies it without asking."""
    if isinstance(item, Measure):
        pack = f"python -m roadmap review-pack --step {item.letter}"
        return f"be om en ny: «{pack}» lager Word-fila, og «review-read» fører inn svaret"
    return "be om en ny, og skriv rollen og datoen i den uten «text»"


RULES = (_approvals,)
