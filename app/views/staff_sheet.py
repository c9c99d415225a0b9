"""工作人员名册 and 回避申报表: who works here, what they passed and what they declared, before anyone draws it."""

from __future__ import annotations

from datetime import date

import msgspec

from app.core.directory import Directory
from app.core.site import Site
from app.core.staffing import StaffMember
from app.core.terms import Role
from app.core.training import StaffTrained
from app.views.session_times import package_of
from app.views.site_sheet import History, SiteSheet, sheet_head

_ORDER = tuple(Role)


class StaffLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person; `room` is "" for who serves the whole site. Test and drill are the days on which they were passed."""

    code: str
    name: str
    role: str
    room: str
    skill: bool
    test_on: date | None
    drill_on: date | None
    agreement_on: date | None
    trained_on: date | None = None


class TrainingLine(msgspec.Struct, frozen=True):
    """A day of training; `late`: after the last day for it, by the chief's exception (STF-08)."""

    on: date
    topics: tuple[str, ...]
    people: int
    late: bool


class StaffSheet(SiteSheet, frozen=True, omit_defaults=True):
    """Everybody on the staff list. `admins_qualified`: administrators serve only after test and drill (STF-09)."""

    lines: tuple[StaffLine, ...]
    admins_qualified: bool
    trainings: tuple[TrainingLine, ...] = ()


class AvoidanceLine(msgspec.Struct, frozen=True):
    """One declaration. `sits`: the person's own ticket in this exam, "" for none; `relations`: those of relatives."""

    code: str
    name: str
    role: str
    room: str
    declared: bool
    sits: str
    relations: tuple[str, ...]


class AvoidanceSheet(SiteSheet, frozen=True):
    """What everybody declared. `whole_exam`: a relative bars from the whole exam, otherwise from the room."""

    lines: tuple[AvoidanceLine, ...]
    whole_exam: bool


def staff_sheet(site: Site, people: Directory, history: History) -> StaffSheet | None:
    """None where there is no staff list, or none any more."""
    lines = []
    for one in _members(people):
        entered = site.person(one.code)
        test, drill = entered.test_on or one.test_on, entered.drill_on or one.drill_on
        room, dates = one.room or "", (test, drill, entered.agreement_on, entered.trained_on)
        lines.append(StaffLine(one.code, one.name, one.role, room, one.skill, *dates))
    demanded = package_of(site).rulebook.admins_qualified.value
    return StaffSheet(sheet_head(site), tuple(lines), demanded, _trainings(history)) if lines else None


def _trainings(history: History) -> tuple[TrainingLine, ...]:
    facts = (line.fact for line in history)
    lines = (
        TrainingLine(one.on, tuple(one.topics), len(one.people), one.late)
        for one in facts
        if isinstance(one, StaffTrained)
    )
    return tuple(sorted(lines, key=lambda line: line.on))


def avoidance_sheet(site: Site, people: Directory) -> AvoidanceSheet | None:
    """None where there is no staff list, or none any more."""
    lines = []
    for one in _members(people):
        entered, sits = site.person(one.code), people.sits.get(one.code, "")
        relations = tuple(map(str, entered.relations))
        lines.append(AvoidanceLine(one.code, one.name, one.role, one.room or "", entered.declared, sits, relations))
    whole = package_of(site).rulebook.avoidance_whole_exam.value
    return AvoidanceSheet(sheet_head(site), tuple(lines), whole) if lines else None


def _members(people: Directory) -> list[StaffMember]:
    return sorted(people.staff.values(), key=lambda one: (_ORDER.index(one.role), one.room or "", one.code))
