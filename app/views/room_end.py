"""What the room record says of its end: standalone exams, checks that the chief let stand, scratch paper."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from app.core.directory import Directory
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.standalone_state import Standalone
from app.views.room_record import CheckLine, ScratchLine, StandaloneLine


class EndItem(StrEnum):
    """Besides the names of checks."""

    ENDED_UNCHECKED = "ended_unchecked"
    DAMAGED = "damaged"


def standalone_lines(site: Site, people: Directory, room: RoomSession) -> tuple[StandaloneLine, ...]:
    """Of everyone who belongs to this room, by ticket."""
    known = site.sessions[room.session].standalone
    return tuple(
        _standalone(people, known[ticket], sitting.written_off_on)
        for ticket, sitting in sorted(room.sittings.items())
        if ticket in known
    )


def _standalone(people: Directory, alone: Standalone, incident: str) -> StandaloneLine:
    consent = alone.consents[-1]
    # The one that counts, whichever it is, rather than the newest.
    counted = next((one for one in alone.returns if one.file == alone.counted), None)
    newest = alone.packages[-1] if alone.packages else None
    package = alone.package(counted.number) if counted else newest
    return StandaloneLine(
        ticket=alone.ticket,
        name=people.name(alone.ticket),
        ground=consent.ground,
        consented_by=people.staff_name(consent.by),
        given_at=consent.given_at,
        waits=alone.waiting is not None,
        packages=len(alone.packages),
        machine=package.machine if package else "",
        host=package.host if package else "",
        place=package.place if package else "",
        login_at=package.login_at if package else None,
        ended=(package.ended or "") if package else "",
        ended_at=counted.at if counted else None,
        incident=incident,
    )


def check_lines(room: RoomSession) -> tuple[CheckLine, ...]:
    return tuple(_checks(room))


def _checks(room: RoomSession) -> Iterator[CheckLine]:
    if room.end_reported_at:
        yield CheckLine(EndItem.ENDED_UNCHECKED, "", 0, room.end_reported_at)
    if room.damaged:
        yield CheckLine(EndItem.DAMAGED, "", len(room.damaged), None)
    for name, one in sorted(room.overridden.items()):
        yield CheckLine(name, one.reason, 0, one.at)


def scratch_line(room: RoomSession) -> ScratchLine | None:
    one = room.scratch
    return ScratchLine(one.handed_out, one.returned, one.note or "") if one else None
