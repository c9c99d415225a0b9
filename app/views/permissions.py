"""Who may do what (section G): asked of every operation itself, so that table and console cannot differ."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.directory import Directory
from app.core.operation import Desk, Signer
from app.core.rulebook import Rulebook
from app.core.staffing import StaffMember
from app.core.terms import Role
from app.views.case_names import AT, Area, Case, Party
from app.views.permission_cases import ASKS, NamedCase, cases


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """Any one of `asks` asks; one of each of `seconds` and every one of `parties` signs beside.

    `unsigned`: the console notes it by itself. `site_lock` and `other_lock`: proved at that moment.
    """

    case: Case
    area: Area
    operation: str
    asks: tuple[Role, ...]
    seconds: tuple[tuple[Role, ...], ...]
    parties: tuple[Party, ...]
    site_lock: bool
    other_lock: bool
    unsigned: bool
    while_sealed: bool
    any_time: bool
    after_cleaning: bool
    mirrored: bool


def matrix(rulebook: Rulebook) -> tuple[PermissionRow, ...]:
    """What each case demands under these rules; own rooms, delegation and fitness to serve come on top of it."""
    return tuple(_row(one, rulebook) for one in cases(rulebook))


def _row(one: NamedCase, rulebook: Rulebook) -> PermissionRow:
    people = Directory({}, {ASKS: StaffMember(ASKS, "", Role.SITE_ADMIN)})
    demand = one.operation.demand(one.site, Desk(AT, (Signer(ASKS, Role.SITE_ADMIN, ""),), rulebook, people, ""))
    return PermissionRow(
        one.case,
        one.area,
        type(one.operation).__name__,
        _ordered(demand.roles),
        tuple(map(_ordered, demand.seconds)),
        tuple(Party(person) for person in demand.persons),
        demand.site_lock,
        bool(demand.locks),
        demand.unsigned,
        one.operation.while_sealed,
        one.operation.any_time,
        one.operation.after_cleaning,
        one.operation.mirrored,
    )


def _ordered(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)
