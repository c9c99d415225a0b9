"""What stands on the extra-time ledger of a room (补时登记表): every grant, and the sum of each candidate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.extra_time_ceiling import covered
from app.core.loss import room_at
from app.core.records import ledger_lines
from app.core.room_state import Presence
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.time_state import Application, EnteredCode, ExtraTime, Measure
from app.core.timekeeping import ends
from app.crypto.codes import Purpose
from app.views.application_sheet import CauseLine, cause_lines
from app.views.working_papers import RoomHead, room_head


class GrantLine(msgspec.Struct, frozen=True):
    """One line of the ledger. `whole`: everyone of the room `lost_in`, `people` of them, less the tickets in `without`.

    `total` is the sum that most have after it; who has another one says so in their own line. `codes`: applications
    whose code or decision allowed it; `verified` False where one of them could not be checked here.
    """

    number: str
    lost_in: str
    whole: bool
    people: int
    tickets: tuple[str, ...]
    without: tuple[str, ...]
    minutes: int
    total: int
    cause: str
    causes: tuple[str, ...]
    lost_from: datetime
    lost_until: datetime
    tier: str
    codes: tuple[str, ...]
    verified: bool
    tool: str
    at: datetime
    told_by: str
    taken_back_at: datetime | None
    taken_back_for: str


class Share(msgspec.Struct, frozen=True):
    """What one grant gave somebody, and the sum after it."""

    number: str
    minutes: int
    total: int


class PersonLine(msgspec.Struct, frozen=True):
    """A candidate of the ledger; `seat` is "" for who sits in another room now. Without shares: left out of a grant."""

    seat: str
    ticket: str
    name: str | None
    shares: tuple[Share, ...]
    total: int


class ExtraTimeLedger(msgspec.Struct, frozen=True):
    """One room in one session; `minutes` moved its end to `ends_at`."""

    head: RoomHead
    started_at: datetime | None
    ended_at: datetime | None
    minutes: int
    ends_at: datetime | None
    grants: tuple[GrantLine, ...]
    people: tuple[PersonLine, ...]
    causes: tuple[CauseLine, ...]
    signers: tuple[str, ...]


def extra_time_ledger(site: Site, people: Directory, session: SessionId, room: RoomId) -> ExtraTimeLedger | None:
    """None where no line concerns the room."""
    state, package = site.sessions[session], site.package
    lines = ledger_lines(state, room)
    if package is None or not lines:
        return None
    here = state.rooms[room]
    grants = tuple(_grant(site, people, state, one) for one in lines)
    causes = dict.fromkeys(number for one in lines for number in one.causes)
    return ExtraTimeLedger(
        head=room_head(site, session, room),
        started_at=here.started_at,
        ended_at=here.ended_at,
        minutes=here.extra_minutes,
        ends_at=ends(here.runs_from, state.plan) if here.runs_from else None,
        grants=grants,
        people=tuple(_people(people, state, room, lines, grants)),
        causes=cause_lines(site, causes),
        signers=package.rulebook.record_signers.value,
    )


def _grant(site: Site, people: Directory, state: SessionState, one: ExtraTime) -> GrantLine:
    sums = Counter(_total(state, ticket, one) for ticket in one.tickets)
    allowing = tuple(behind(site, state, one))
    return GrantLine(
        number=one.number,
        lost_in=one.room,
        whole=one.moved is not None,
        people=len(one.tickets),
        tickets=() if one.moved else one.tickets,
        without=tuple(_without(state, one)) if one.moved else (),
        minutes=one.minutes,
        total=sums.most_common(1)[0][0],
        cause=one.cause,
        causes=one.causes,
        lost_from=one.lost_from,
        lost_until=one.lost_until,
        tier=one.tier,
        codes=tuple(asked.number for asked, _ in allowing),
        verified=all(checked for _, checked in allowing),
        tool=one.tool,
        at=one.at,
        told_by=people.staff_name(one.reported_by),
        taken_back_at=one.taken_back_at,
        taken_back_for=one.taken_back_for,
    )


def _total(state: SessionState, ticket: str, line: ExtraTime) -> int:
    """Somebody's sum after this line, as it stood then."""
    upto = state.extra_time[: state.extra_time.index(line) + 1]
    standing = (one for one in upto if one.taken_back_at is None or one is line or one.taken_back_at > line.at)
    return sum(one.minutes for one in standing if ticket in one.tickets)


def _without(state: SessionState, line: ExtraTime) -> Iterable[Ticket]:
    """Who belonged to the room when time was lost, was not absent, and got nothing of it."""
    sittings = (one for room in state.rooms.values() for one in room.sittings.values())
    there = (one for one in sittings if one.presence is not Presence.ABSENT and one.ticket not in line.tickets)
    return sorted(one.ticket for one in there if room_at(state, one, line.lost_from) == line.room)


def behind(site: Site, state: SessionState, line: ExtraTime) -> Iterable[tuple[Application, bool]]:
    """On which applications it was allowed, and whether what came on them was checked here."""
    sittings = (
        room.sittings[ticket] for ticket in line.tickets for room in state.rooms.values() if ticket in room.sittings
    )
    needed = [(one, _total(state, one.ticket, line)) for one in sittings]
    for asked in site.applications.values():
        if asked.measure is Measure.EXTRA_TIME and asked.session == state.plan.id:
            mine = [(one.ticket, total) for one, total in needed if covered(site, state, one, asked)]
            if line.tier is Tier.PROVINCE:
                if codes := [one for one in asked.codes if one.entered_at <= line.at and _enough(one, mine)]:
                    yield asked, all(one.verified for one in codes)
            elif line.tier in (Tier.RESPONSIBLE, Tier.HEAD):
                who = (line.tier, Tier.HEAD)
                said = any(one.entered_at <= line.at and one.authority in who for one in asked.consents)
                if said and any(total <= asked.minutes for _, total in mine):
                    yield asked, True


def _enough(code: EnteredCode, people: Iterable[tuple[Ticket, int]]) -> bool:
    """Whether it allows the sum of one of those whom its application is for."""
    room = code.purpose is Purpose.EXTRA_TIME_ROOM
    return any(total <= code.minutes and (room or code.subject == ticket) for ticket, total in people)


def _people(
    people: Directory, state: SessionState, room: RoomId, lines: Iterable[ExtraTime], grants: Iterable[GrantLine]
) -> Iterable[PersonLine]:
    """Everyone of these lines, and who was left out of one that was for the whole room, by seat."""
    shares: dict[Ticket, list[Share]] = {}
    for one in lines:
        for ticket in one.tickets:
            mine = shares.setdefault(ticket, [])
            if not one.taken_back_at:
                mine.append(Share(one.number, one.minutes, _total(state, ticket, one)))
    for grant in grants:
        for left_out in grant.without:
            shares.setdefault(Ticket(left_out), [])
    here = state.rooms[room].sittings
    found = []
    for ticket, mine in shares.items():
        sitting = here.get(ticket)
        seat = (sitting.sits_at or sitting.seat or "") if sitting else ""
        found.append(PersonLine(seat, ticket, people.name(ticket), tuple(mine), sum(one.minutes for one in mine)))
    return sorted(found, key=lambda line: (line.seat or "999", line.ticket))
