"""What stands on the record of closed rooms (封闭考场记录): each closing and opening, the seal, who was there."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.site import Site
from app.views.session_times import PlacedRoom, package_of, placed
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class Step(msgspec.Struct, frozen=True):
    """A room was closed or opened: `reported_by` saw it, `by` signed for it, the operator first.

    `intact` is None for a closing; `reason` is "" where an opening needs none.
    """

    room: str
    seal: str
    closed: bool
    intact: bool | None
    reason: str
    at: datetime
    reported_by: str
    by: tuple[Signatory, ...]


class ClosedNow(msgspec.Struct, frozen=True):
    """How a room is now: `seal` is "" where it was never closed. `disturbed`: somebody was at its machines since."""

    place: PlacedRoom
    seal: str
    shut: bool
    disturbed: bool


class RoomClosingSheet(SiteSheet, frozen=True):
    """One exam; steps in order of the journal."""

    exam_id: str
    rooms: tuple[ClosedNow, ...]
    steps: tuple[Step, ...]

    @property
    def last_at(self) -> datetime | None:
        return max((one.at for one in self.steps), default=None)


def room_closing_sheet(site: Site, people: Directory, history: History) -> RoomClosingSheet:
    """Once a package is in force."""
    rooms = []
    for number in sorted(site.plans):
        now = site.closed_rooms.get(number)
        seal, shut, disturbed = (now.seal, now.shut, now.disturbed) if now else ("", False, False)
        rooms.append(ClosedNow(placed(site, number), seal, shut, disturbed))
    return RoomClosingSheet(sheet_head(site), package_of(site).exam.id, tuple(rooms), _steps(people, history))


def _steps(people: Directory, history: History) -> tuple[Step, ...]:
    """An opening bears the seal of the closing before it."""
    seals = dict[str, str]()
    steps = []
    for line in history:
        fact, by = line.fact, signatories(people, line.signers)
        if isinstance(fact, RoomsClosed):
            seen = people.staff_name(fact.reported_by)
            for one in fact.rooms:
                seals[one.room] = one.seal
                steps.append(Step(one.room, one.seal, True, None, "", fact.at, seen, by))
        elif isinstance(fact, RoomsOpened):
            seen = people.staff_name(fact.reported_by)
            steps += [
                Step(room, seals.get(room, ""), False, fact.intact, fact.reason or "", fact.at, seen, by)
                for room in fact.rooms
            ]
    return tuple(steps)
