"""Violations (违纪记录): what was done, and what was done about it; facts only (VIO-01, VIO-11)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace

from app.core.free_text import FreeText, TextPart, unfit
from app.core.gate import CheckName
from app.core.incident import IncidentOpened, next_incident
from app.core.operation import CHIEF, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import (
    ClauseId,
    Digest,
    IncidentNo,
    PersonId,
    Role,
    RoomId,
    SessionId,
    Ticket,
    ViolationNo,
)
from app.core.violation_account import ActAfterwards, unfit_account
from app.core.violation_kinds import CATEGORIES
from app.core.violation_state import Account, Correction, Violation

_NEEDED = (TextPart.ACT, TextPart.HANDLING)
AT_WORK = ROOM | {Role.ROVING, Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE}


def next_violation(site: Site, desk: Desk) -> ViolationNo:
    """Numbers carry the machine's name, as those of incidents do."""
    own = sum(number.startswith(f"{desk.machine}V-") for number in site.violations)
    return ViolationNo(f"{desk.machine}V-{own + 1:03d}")


class RecordViolation(Operation, frozen=True):
    """Enter what somebody did. `ticket` is None for somebody who is no candidate of this room, described in the text.

    `account.text` is not looked at: it comes from `text`.
    """

    session: SessionId
    room: RoomId
    ticket: Ticket | None
    account: Account
    text: FreeText
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if self.ticket and not sat_in(site, self.session, self.room, self.ticket):
            return NotOfThatRoom(self.ticket, self.room)
        needed = _NEEDED if self.ticket else (*_NEEDED, TextPart.PERSON)
        if no := untold(self.account.found_at, self.reported_by, desk) or unfit(self.text, needed, (TextPart.PLACE,)):
            return no
        account = replace(self.account, text=self.text.kept)
        if no := unfit_account(site, room, account, desk):
            return no
        number, where = next_violation(site, desk), (self.session, self.room, self.ticket)
        known = _suspected(site, self.session, self.ticket)
        opened, incident = _besides(site, desk, room, account, self.reported_by, (known,))
        return (*opened, ViolationRecorded(number, *where, account, incident, self.reported_by))


def sat_in(site: Site, session: SessionId, room: RoomId, ticket: Ticket) -> bool:
    """Whether somebody sits there, or sat there before a transfer."""
    sitting, state = site.sitting(session, ticket), site.sessions[session]
    came_by = {one.out_of for one in state.transfers if one.ticket == ticket}
    return sitting is not None and room in {sitting.room, sitting.origin, *came_by}


def _suspected(site: Site, session: SessionId, ticket: Ticket | None) -> IncidentNo | None:
    """The incident that was opened when this candidate was suspected of sitting for another."""
    sitting = site.sitting(session, ticket) if ticket else None
    return sitting.suspicion.incident if sitting and sitting.suspicion else None


def _besides(
    site: Site,
    desk: Desk,
    room: RoomSession,
    account: Account,
    reported_by: PersonId,
    known: tuple[IncidentNo | None, ...],
) -> tuple[tuple[IncidentOpened, ...], IncidentNo | None]:
    """The incident that it is besides (VIO-06): one of those known, where it is of that kind, or a new one."""
    kind = CATEGORIES[account.kind].opens
    if kind is None:
        return (), None
    if same := next((one for one in known if one and site.incidents[one].kind == kind), None):
        return (), same
    number = next_incident(site, desk)
    return (IncidentOpened(number, kind, room.session, room.room, account.found_at, reported_by),), number


class ViolationRecorded(Fact, frozen=True):
    """A violation has a number; the room's list of them is to be confirmed anew."""

    number: ViolationNo
    session: SessionId
    room: RoomId
    ticket: Ticket | None
    account: Account
    incident: IncidentNo | None
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.violations[self.number] = Violation(
            self.number, self.session, self.room, self.ticket, [self.account], incident=self.incident
        )
        site.keep_texts(self.account.text)
        room = _goes_on(site, site.violations[self.number])
        if room:
            room.violations_confirmed_at = None
            room.overridden.pop(CheckName.VIOLATIONS_SIGNED, None)
        site.outdate_by(site.violations[self.number])
        site.reopen(self.session)


class CorrectViolation(Operation, frozen=True):
    """Put a record right; what it said before is kept, and it is told and signed anew (VIO-17).

    `text`: NO_TEXT where the words stay; then adding the number of its sheet voids no signature.
    """

    number: ViolationNo
    account: Account
    text: FreeText
    why: FreeText
    """REASON, and BASIS: the new evidence."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK, (CHIEF,))

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.number)

    def decide(self, site: Site, desk: Desk) -> Decision:
        violation = standing(site, self.number)
        if isinstance(violation, Refusal):
            return violation
        room = site.sessions[violation.session].rooms[violation.room]
        needed = _NEEDED if violation.ticket else (*_NEEDED, TextPart.PERSON)
        if no := unfit(self.why, (TextPart.REASON, TextPart.BASIS)):
            return no
        if self.text.parts and (no := unfit(self.text, needed, (TextPart.PLACE,))):
            return no
        account = replace(self.account, text=self.text.kept if self.text.parts else violation.now.text)
        if no := unfit_account(site, room, account, desk, self.number):
            return no
        if no := _after_all(violation, account):
            return no
        known = (violation.incident, _suspected(site, violation.session, violation.ticket))
        opened, incident = _besides(site, desk, room, account, desk.operator.id, known)
        incident = incident or violation.incident
        return (*opened, ViolationCorrected(self.number, account, self.why.kept, incident, desk.now))


def _after_all(violation: Violation, account: Account) -> Refusal | None:
    """Why the act cannot be put that late: somebody was led out for it before, or evidence or police came."""
    first = min((one.at for one in (violation.removed, violation.police, *violation.evidence) if one), default=None)
    return ActAfterwards(violation.number, first) if first and first < account.happened_at else None


class ViolationCorrected(Fact, frozen=True):
    """A record says something else from now on."""

    number: ViolationNo
    account: Account
    why: Digest
    incident: IncidentNo | None
    at: datetime

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        before, violation.incident = violation.now, self.incident
        violation.versions.append(self.account)
        violation.corrections.append(Correction(self.at, self.why))
        site.keep_texts(self.account.text, self.why)
        # What was signed is that very sheet: only its number may come later.
        if before.sheet or replace(before, sheet=self.account.sheet) != self.account:
            if before.sheet and (violation.told_at or violation.refused or violation.removed):
                violation.spent.append(before.sheet)
            violation.told_at = violation.signed_at = violation.refused = None
            if room := _goes_on(site, violation):
                room.overridden.pop(CheckName.VIOLATIONS_SIGNED, None)
        site.outdate_by(violation)
        site.reopen(violation.session)


def _goes_on(site: Site, violation: Violation) -> RoomSession | None:
    """Where its signing is asked for at the end; None once that room has ended."""
    rooms = site.sessions[violation.session].rooms
    room = rooms[rooms[violation.room].moved_to or violation.room]
    return None if room.ended_at else room


def room_of(site: Site, number: ViolationNo) -> RoomId | None:
    violation = site.violations.get(number)
    return violation.room if violation else None


def standing(site: Site, number: ViolationNo) -> Violation | Refusal:
    """The record of this number, while it counts."""
    violation = site.violations.get(number)
    if violation is None:
        return NoSuchViolation(number)
    return WithdrawnAlready(number, violation.withdrawn.at) if violation.withdrawn else violation


class NoSuchViolation(Refusal, frozen=True):
    """Nothing of this number is recorded."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    number: ViolationNo


class NotOfThatRoom(Refusal, frozen=True):
    """This candidate sits elsewhere; somebody from outside is described."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    ticket: Ticket
    room: RoomId


class WithdrawnAlready(Refusal, frozen=True):
    """It counts no more."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-17")
    number: ViolationNo
    at: datetime
