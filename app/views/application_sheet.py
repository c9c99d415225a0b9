"""What stands on an application (延时开考授权申请、补时授权申请), and on the record of what was allowed on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from app.core.cause import cause_of
from app.core.code_entry import OPAQUE
from app.core.directory import Directory
from app.core.incident_state import Fault
from app.core.loss import room_at
from app.core.places import spans
from app.core.room_state import Presence, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, Digest, PersonId, RoomId, Ticket
from app.core.time_state import Application, Consent, Measure
from app.views.site_sheet import SiteSheet, sheet_head

_MINUTE = timedelta(minutes=1)


class CauseLine(msgspec.Struct, frozen=True):
    """What happened. `room` is "" for the whole site, `seats` for a whole room, `closed_at` None while open."""

    number: str
    kind: str
    room: str
    seats: str
    happened_at: datetime
    closed_at: datetime | None


class AskedRoom(msgspec.Struct, frozen=True):
    """A room that is applied for."""

    room: str
    name: str
    building: str
    floor: int


class AskedLine(msgspec.Struct, frozen=True):
    """A candidate who is to have `minutes` in all: `used` before the application, `name` None after erasure."""

    seat: str
    ticket: str
    name: str | None
    used: int


class ConsentLine(msgspec.Struct, frozen=True):
    """Who outside agreed, and whom they told; `name` is None after erasure, `office` and `phone` "" with it."""

    authority: str
    means: str
    name: str | None
    office: str
    phone: str
    given_at: datetime
    entered_at: datetime
    told_to: str


class CodeLine(msgspec.Struct, frozen=True):
    """A code that was entered for a room, a ticket, or "*" for all rooms of the application."""

    purpose: str
    subject: str
    minutes: int
    given_at: datetime
    entered_at: datetime
    verified: bool
    text: str = ""


class DirectiveLine(msgspec.Struct, frozen=True):
    """What the ministry decided for these rooms; `until` is None without an end."""

    outcome: str
    serial: str
    rooms: tuple[str, ...]
    issued_at: datetime
    until: datetime | None
    entered_at: datetime


class Asked(msgspec.Struct, frozen=True):
    """What was asked of whom. `minutes`: the longest delay, or the sum of each candidate.

    `whole`: everyone of the room. `causes` as they stood at `asked_at`: what is mended later changes no application.
    """

    number: str
    measure: str
    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime
    rooms: tuple[AskedRoom, ...]
    whole: bool
    minutes: int
    tier: str
    causes: tuple[CauseLine, ...]
    asked_at: datetime

    @property
    def latest(self) -> datetime:
        """The last second at which a delayed start would be within what is asked for."""
        return self.planned_start + self.minutes * _MINUTE


class Answers(msgspec.Struct, frozen=True):
    """What came, in the order in which it was entered."""

    consents: tuple[ConsentLine, ...]
    codes: tuple[CodeLine, ...]
    directives: tuple[DirectiveLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When the newest was entered."""
        every: tuple[ConsentLine | CodeLine | DirectiveLine, ...] = (*self.consents, *self.codes, *self.directives)
        return max((one.entered_at for one in every), default=None)


class ApplicationSheet(SiteSheet, frozen=True):
    """Printed before the answer comes, to be read out and filled in; printed anew it shows what came (TIM-05)."""

    phones: tuple[str, ...]
    opaque: bool
    """Nobody here can check the codes of this exam (J-04)."""
    asked: Asked
    people: tuple[AskedLine, ...]
    """() for a delay."""
    answers: Answers

    @property
    def last_at(self) -> datetime | None:
        """When it was asked, or the newest answer was entered."""
        return self.answers.last_at or self.asked.asked_at


class AuthoritySheet(SiteSheet, frozen=True):
    """What was allowed on one application, by whom and by what means, and who was told (TIM-02)."""

    asked: Asked
    answers: Answers

    @property
    def last_at(self) -> datetime | None:
        """When the newest answer was entered."""
        return self.answers.last_at


def application_sheet(site: Site, people: Directory, one: Application) -> ApplicationSheet:
    """Of an application of either kind."""
    if site.package is None:
        raise LookupError("no package in force")
    named = _people(site, people, one) if one.measure is Measure.EXTRA_TIME else ()
    phones, opaque = site.package.plan.phones, site.package.exam.codes == OPAQUE
    return ApplicationSheet(sheet_head(site), phones, opaque, _asked(site, one), tuple(named), answers(people, one))


def authority_sheet(site: Site, people: Directory, one: Application) -> AuthoritySheet:
    """Of an application on which something came."""
    return AuthoritySheet(sheet_head(site), _asked(site, one), answers(people, one))


def answers(people: Directory, one: Application) -> Answers:
    """Everything that came on an application."""
    return Answers(
        tuple(_consent(people, given) for given in one.consents),
        tuple(
            CodeLine(code.purpose, code.subject, code.minutes, code.given_at, code.entered_at, code.verified, code.text)
            for code in one.codes
        ),
        tuple(
            DirectiveLine(given.outcome, given.serial, given.rooms, given.issued_at, given.until, given.entered_at)
            for given in one.directives
        ),
    )


def cause_lines(site: Site, numbers: Iterable[CauseNo], until: datetime | None = None) -> tuple[CauseLine, ...]:
    """In this order. `until`: what was over later is still open."""
    lines = []
    for number in numbers:
        if cause := cause_of(site, number):
            seats = spans(cause.seats) if isinstance(cause, Fault) else ""
            over = cause.closed_at if cause.closed_at and (until is None or cause.closed_at <= until) else None
            lines.append(CauseLine(cause.number, cause.kind, cause.room or "", seats, cause.happened_at, over))
    return tuple(lines)


def _asked(site: Site, one: Application) -> Asked:
    plan = site.sessions[one.session].plan
    return Asked(
        number=one.number,
        measure=one.measure,
        session=one.session,
        subject=plan.subject,
        planned_start=plan.starts_at,
        planned_end=plan.ends_at,
        rooms=tuple(_room(site, room) for room in one.rooms),
        whole=one.measure is Measure.EXTRA_TIME and not one.tickets,
        minutes=one.minutes,
        tier=one.tier,
        causes=cause_lines(site, one.causes, one.asked_at),
        asked_at=one.asked_at,
    )


def _room(site: Site, room: RoomId) -> AskedRoom:
    plan = site.plans[room]
    return AskedRoom(room, plan.name, plan.building, plan.floor)


def _consent(people: Directory, one: Consent) -> ConsentLine:
    name, office, phone = _speaker(people, one.said_by)
    told = people.staff_name(PersonId(one.told_to))
    return ConsentLine(one.authority, one.means, name, office, phone, one.given_at, one.entered_at, told)


def _speaker(people: Directory, said_by: Digest) -> tuple[str | None, str, str]:
    speaker = people.said_by.get(said_by)
    return (speaker.name, speaker.office, speaker.phone) if speaker else (None, "", "")


def _people(site: Site, people: Directory, one: Application) -> Iterable[AskedLine]:
    """Whom the sum is for, with what each had when it was asked; of a whole room whoever was at it then."""
    state = site.sessions[one.session]
    moved = {way.ticket for way in state.transfers}
    lines = []
    for here in state.rooms.values():
        for ticket, sitting in here.sittings.items():
            room = room_at(state, sitting, one.asked_at) if ticket in moved else sitting.origin
            if ticket in one.tickets if one.tickets else room in one.rooms and _there(sitting, one):
                used = used_by(state, ticket, one.asked_at)
                lines.append(AskedLine(_seat(sitting, one), ticket, people.name(ticket), used))
    return sorted(lines, key=lambda line: (line.seat or "999", line.ticket))


def _there(sitting: Sitting, one: Application) -> bool:
    """Whether somebody of the room was at it when it was asked, as far as it was ever entered."""
    gone = sitting.left_at or sitting.gave_up_at
    return sitting.presence is not Presence.ABSENT and (gone is None or gone > one.asked_at)


def _seat(sitting: Sitting, one: Application) -> str:
    """The seat at that time: a later reset changes no application. "" for who sits in another room since."""
    if sitting.room not in one.rooms:
        return ""
    reset = sitting.reset
    return reset.seat_from if reset and reset.at > one.asked_at else sitting.sits_at or sitting.seat or ""


def used_by(state: SessionState, ticket: Ticket, at: datetime) -> int:
    """The sum of what somebody had been given by then, less what had been taken back by then."""
    return sum(
        one.minutes
        for one in state.extra_time
        if ticket in one.tickets and one.at <= at and (one.taken_back_at is None or one.taken_back_at > at)
    )
