"""Rules of the pages for the roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.problems import Problem
from roadmap.content.source import Tree


def _one_page_a_role(tree: Tree) -> Iterator[Problem]:
    """Hver rolle har høyst én side, og fila heter det samme som rollen, med a–z."""
    names = {role.id: role.page_name for role in tree.plan.value.roles} if tree.plan else {}
    first: dict[str, Path] = {}
    for entry in tree.role_pages:
        role = entry.value.role
        if role in first:
            yield entry.problem(f"rollen «{role}» har en side i {first[role].name} også – slett den ene", "role")
        elif entry.file.stem != names.get(role, entry.file.stem):
            yield entry.problem(f"siden til rollen «{role}» heter noe annet – gi fila navnet {names[role]}.md", "role")
        first.setdefault(role, entry.file)


RULES = (_one_page_a_role,)
