"""How much work the measures are, and whose: summed from the hours of their actions, one person in each role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.content.model.measure import Action, Measure
from roadmap.content.model.roadmap_file import Effort, Plan, Role


@dataclass(frozen=True)
class RoleWork:
    """One person's hours in a role: once, and every month from then on."""

    role: Role
    once: float
    monthly: float

    @property
    def to_begin(self) -> float:
        """All that is done once, and a month of what is done every month."""
        return self.once + self.monthly


def measure_work(measure: Measure, plan: Plan) -> list[RoleWork]:
    """The work of a measure by role, in the order in which the roles come in."""
    roles = {role.id: role for role in plan.roles}
    return [_sum(roles[name], measure.actions) for name in measure.actors if name in roles]


def hours_to_begin(measure: Measure, plan: Plan) -> float:
    """The hours that the unit's own people take to begin with a measure, one person in each role."""
    return sum(part.to_begin for part in measure_work(measure, plan) if not part.role.outside)


def effort(measure: Measure, plan: Plan) -> Effort:
    """How much work it is for the unit to begin with a measure: the least effort that it fits in."""
    hours = hours_to_begin(measure, plan)
    return next((item for item in plan.efforts if item.most_hours and hours <= item.most_hours), plan.efforts[-1])


@dataclass(frozen=True)
class Load:
    """What all measures together ask of one person in a role.

    ``monthly`` is what all of them ask every month, ``heaviest`` the most that a single one asks once, and ``begun``
    how many of the ``measures`` ask something once.
    """

    role: Role
    monthly: float
    heaviest: float
    measures: int
    begun: int

    @property
    def most(self) -> float:
        """The hours of the busiest month when one measure is begun at a time."""
        return self.monthly + self.heaviest


def loads(measures: Iterable[Measure], plan: Plan) -> list[Load]:
    """The load on every role that does something, in the plan's order."""
    works = [part for measure in measures for part in measure_work(measure, plan)]
    found = []
    for role in plan.roles:
        parts = [part for part in works if part.role is role]
        if parts:
            monthly, heaviest = sum(part.monthly for part in parts), max(part.once for part in parts)
            begun = sum(part.once > 0 for part in parts)
            found.append(Load(role, monthly, heaviest, len(parts), begun))
    return found


def _sum(role: Role, actions: Iterable[Action]) -> RoleWork:
    own = [action for action in actions if action.role == role.id]
    once, monthly = (sum(getattr(action, field) or 0 for action in own) for field in ("hours", "monthly_hours"))
    return RoleWork(role, once, monthly)
