"""What stands on the delay record of a session (延时开考记录): rooms that started late, and rooms called off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.room_state import CalledOff
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.time_state import Application, LateStart, Outcome
from app.crypto.codes import Purpose
from app.views.application_sheet import Answers, CauseLine, answers, cause_lines
from app.views.delays import moments_from
from app.views.site_sheet import SiteSheet, sheet_head


class LateLine(msgspec.Struct, frozen=True):
    """A room that started late, by so many seconds: what that asked for, who allowed it, and when they did.

    `verified`: False where it was a code that nobody here could check. `entered_late`: the desk noted it only after the
    start. The moments are those that follow from the start alone; extra time has its own ledger.
    """

    room: str
    started_at: datetime
    seconds: int
    tier: str
    by: str
    application: str
    given_at: datetime | None
    verified: bool
    entered_late: bool
    entry: datetime
    closure: datetime
    reminder: datetime
    end: datetime


class OffLine(msgspec.Struct, frozen=True):
    """A room in which the session was postponed or cancelled, by a directive of this number."""

    room: str
    called_off: str
    application: str
    serial: str
    issued_at: datetime | None


class AskedFor(msgspec.Struct, frozen=True):
    """One application behind it: asked of whom, for which rooms, on what causes, and what came."""

    number: str
    rooms: tuple[str, ...]
    minutes: int
    tier: str
    causes: tuple[str, ...]
    asked_at: datetime
    answers: Answers


class DelaySheet(SiteSheet, frozen=True):
    """One session in which a room started late or was called off (TIM-05)."""

    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime
    ended_at: datetime | None
    rooms: int
    late: tuple[LateLine, ...]
    off: tuple[OffLine, ...]
    causes: tuple[CauseLine, ...]
    applications: tuple[AskedFor, ...]

    @property
    def last_at(self) -> datetime | None:
        """When the last room ended; None before."""
        return self.ended_at


def delay_sheet(site: Site, people: Directory, session: SessionId) -> DelaySheet:
    """Of a session that is arranged."""
    state = site.sessions[session]
    late = tuple(_late(site, state, one) for _, one in sorted(state.late_starts.items()))
    off = tuple(_off(site, session, room, how) for room, how in _called_off(state))
    cited = {*(line.application for line in late), *(line.application for line in off)}
    behind = [one for one in site.applications.values() if one.number in cited]
    causes = dict.fromkeys(number for one in behind for number in one.causes)
    used = [room for room in state.rooms.values() if room.in_use]
    ends = [room.ended_at for room in used if room.ended_at]
    return DelaySheet(
        head=sheet_head(site),
        session=session,
        subject=state.plan.subject,
        planned_start=state.plan.starts_at,
        planned_end=state.plan.ends_at,
        ended_at=max(ends) if used and len(ends) == len(used) else None,
        rooms=len(used) + len(off),
        late=late,
        off=off,
        causes=cause_lines(site, causes),
        applications=tuple(
            AskedFor(one.number, one.rooms, one.minutes, one.tier, one.causes, one.asked_at, answers(people, one))
            for one in behind
        ),
    )


def _late(site: Site, state: SessionState, one: LateStart) -> LateLine:
    if site.package is None:
        raise LookupError("no package in force")
    room, asked = state.rooms[one.room], site.applications[one.application]
    started = room.started_at or state.plan.starts_at
    given_at, verified = _authority(asked, one, started)
    moments = moments_from(started, state.plan, site.package.rulebook)
    return LateLine(
        one.room,
        started,
        one.seconds,
        one.tier,
        one.by,
        one.application,
        given_at,
        verified,
        one.entered_late,
        moments.entry,
        moments.closure,
        moments.reminder,
        moments.end,
    )


def _authority(asked: Application, one: LateStart, started: datetime) -> tuple[datetime | None, bool]:
    """When the word was given on which the room started, and whether it was checked here: what was entered first."""
    given = [found for found in _words(asked, one) if found[1] <= started]
    _, given_at, verified = min(given, key=lambda found: found[0], default=(None, None, True))
    return given_at, verified


def _words(asked: Application, one: LateStart) -> Iterable[tuple[datetime, datetime, bool]]:
    """Whatever allows such a start: when it was entered, when it was given, and whether it was checked here."""
    if one.by is Tier.PROVINCE:
        own = {(Purpose.DELAY, str(one.room)), (Purpose.DELAY_SITE, "*")}
        for code in asked.codes:
            if (code.purpose, code.subject) in own and one.seconds <= 60 * code.minutes:
                yield code.entered_at, code.given_at, code.verified
    elif one.by is Tier.MINISTRY:
        for directive in asked.directives:
            if directive.outcome is Outcome.START and one.room in directive.rooms:
                yield directive.entered_at, directive.issued_at, True
    else:
        for consent in asked.consents:
            if consent.authority is one.by:
                yield consent.entered_at, consent.given_at, True


def _called_off(state: SessionState) -> Iterable[tuple[RoomId, CalledOff]]:
    return ((number, room.called_off) for number, room in sorted(state.rooms.items()) if room.called_off)


def _off(site: Site, session: SessionId, room: RoomId, off: CalledOff) -> OffLine:
    """By the newest directive that names it."""
    found = OffLine(room, off, "", "", None)
    for one in site.applications.values():
        for directive in one.directives:
            newer = found.issued_at is None or directive.issued_at >= found.issued_at
            if one.session == session and room in directive.rooms and directive.outcome is not Outcome.START and newer:
                found = OffLine(room, off, one.number, directive.serial, directive.issued_at)
    return found
