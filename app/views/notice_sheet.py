"""考点告示: what hangs on the wall of the site on one day (RDY-12), before anyone draws it.

Anybody may read it: no name, no ticket, no seat, and nothing of what is for internal use (SEC-07).
"""

from __future__ import annotations

from datetime import date

import msgspec

from app.core.site import Site
from app.views.session_times import SessionTimes, arranged_rooms, package_of, session_times, sessions_on
from app.views.site_sheet import SiteSheet, sheet_head

NATIONAL = "000"
"""The document of the national rules, under which violations are determined by the ministry's order."""


class NoticeRoom(msgspec.Struct, frozen=True):
    """One room; `sessions` is empty where it is used in all of the day's."""

    room: str
    name: str
    building: str
    floor: int
    sessions: tuple[str, ...]


class NoticeSheet(SiteSheet, frozen=True):
    """Site sign, timetable, where the rooms are, and what candidates must know. `rooms` by building, floor, number.

    `national`: violations are determined by the ministry's order, on which the national rules stand.
    """

    day: date
    address: str
    sessions: tuple[SessionTimes, ...]
    rooms: tuple[NoticeRoom, ...]
    overbooked: bool
    id_types: tuple[str, ...]
    scratch_paper: bool
    national: bool


def notice_sheet(site: Site, day: date) -> NoticeSheet:
    """Of a day with sessions, once a package is in force."""
    package = package_of(site)
    rules, held = package.rulebook, sessions_on(site, day)
    used = {session: {one.room for one in arranged_rooms(site, session)} for session in held}
    rooms = []
    for one in arranged_rooms(site, *held):
        there = tuple(session for session in held if one.room in used[session])
        rooms.append(NoticeRoom(one.room, one.name, one.building, one.floor, () if there == held else there))
    return NoticeSheet(
        head=sheet_head(site),
        day=day,
        address=package.plan.address,
        sessions=tuple(session_times(site.sessions[session].plan, rules) for session in held),
        rooms=tuple(sorted(rooms, key=lambda one: (one.building, one.floor, one.room))),
        overbooked=package.plan.overbooked,
        id_types=rules.id_types.value,
        scratch_paper=rules.scratch_paper.value,
        national=NATIONAL in rules.documents,
    )
