"""Rules of the work that the measures ask for, and of what may be claimed of it."""

from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import format_decimal

from roadmap.content.model.work import loads, measure_work
from roadmap.content.problems import Problem
from roadmap.content.source import Tree


def _hours(tree: Tree) -> Iterator[Problem]:
    """Hver handling sier hvor mange timer den tar."""
    for entry in tree.measures:
        for index, action in enumerate(entry.value.actions):
            if action.hours is None and action.monthly_hours is None:
                message = "handlingen sier ikke hvor lang tid den tar – legg til «hours», «monthly_hours» eller begge"
                yield entry.problem(message, "actions", index)


def _loads(tree: Tree) -> Iterator[Problem]:
    """Ingen rolle får mer å gjøre enn teksten sier at den har tid til."""
    if tree.plan is None or tree.problems:
        return
    plan = tree.plan.value
    for load in loads((entry.value for entry in tree.measures), plan):
        if load.role.most_hours is not None and load.most > load.role.most_hours:
            most = [
                (part.to_begin, entry.value.id)
                for entry in tree.measures
                for part in measure_work(entry.value, plan)
                if part.role is load.role
            ]
            heaviest = ", ".join(measure_id for _, measure_id in sorted(most, reverse=True)[:3])
            yield tree.plan.problem(
                f"rollen «{load.role.id}» får {_number(load.most)} timer i måneden, men har {load.role.most_hours} – "
                f"ta bort arbeid der det er mest: {heaviest}",
                "roles",
                plan.roles.index(load.role),
            )


def _reasons(tree: Tree) -> Iterator[Problem]:
    """Den som har en grense for hvor mange timer arbeidet tar, har en begrunnelse for den også."""
    if tree.plan is None:
        return
    for index, role in enumerate(tree.plan.value.roles):
        if (role.most_hours is None) != (role.most_hours_reason is None):
            given, missing = ("most_hours_reason", "most_hours")[:: 1 if role.most_hours is None else -1]
            message = f"rollen «{role.id}» har «{given}», men ikke «{missing}» – legg det til, eller slett «{given}»"
            yield tree.plan.problem(message, "roles", index, given)


def _efforts(tree: Tree) -> Iterator[Problem]:
    """Arbeidsmengdene står fra den minste til den største, og bare den siste er uten øvre grense."""
    if tree.plan is None:
        return
    limits = [effort.most_hours for effort in tree.plan.value.efforts]
    finite = [limit for limit in limits if limit is not None]
    for index, limit in enumerate(limits):
        if limit is not None and limit in limits[:index]:
            message = f"to arbeidsmengder har samme «most_hours» ({limit}) – endre den ene, eller slett den"
            yield tree.plan.problem(message, "efforts", index)
    if limits != [*sorted(finite), None]:
        message = "«efforts» skal gå fra minst til størst, bare den siste uten «most_hours» – rett rekkefølgen"
        yield tree.plan.problem(message, "efforts")


def _edition(tree: Tree) -> Iterator[Problem]:
    """Utgave 1.0 og senere er for det som er godkjent."""
    if tree.plan is None or tree.problems:
        return
    drafts = sum(entry.value.status == "utkast" for entry in tree.measures)
    if drafts and not tree.plan.value.edition.version.startswith("0."):
        message = f"utgaven er 1.0 eller høyere, men {drafts} tiltak er ikke godkjent – skriv for eksempel «0.9»"
        yield tree.plan.problem(message, "edition", "version")


def _number(hours: float) -> str:
    return format_decimal(hours, locale="nb")


RULES = (_hours, _loads, _reasons, _efforts, _edition)
