"""Violations (违纪记录): what was done, and what was done about it; facts only (VIO-01, VIO-11)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import ClassVar

from msgspec.structs import replace

from app.core.conduct_state import Account, Correction, Found, Violation
from app.core.free_text import FreeText, TextPart, unfit
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
    personal,
)
from app.core.violation_kinds import CATEGORIES, ViolationKind

_SHEET = re.compile(r"[0-9A-Za-z-]{1,24}")
_NEEDED = (TextPart.ACT, TextPart.HANDLING)
SKILL = "skill"
"""The level of an exam under the rules for skill levels."""
AT_WORK = ROOM | {Role.ROVING, Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE}


def next_violation(site: Site, desk: Desk) -> ViolationNo:
    """Numbers carry the machine's name, as those of incidents do."""
    own = sum(number.startswith(f"{desk.machine}V-") for number in site.violations)
    return ViolationNo(f"{desk.machine}V-{own + 1:03d}")


def unfit_account(
    site: Site, room: RoomSession, account: Account, desk: Desk, number: ViolationNo | None = None
) -> Refusal | None:
    """Why this version cannot stand; `number` is its record's own, None for a new one."""
    if no := _untimely(site, room, account, desk):
        return no
    category = CATEGORIES[account.kind]
    if category.skill_only and site.package and site.package.exam.level != SKILL:
        return KindOfAnotherRulebook(account.kind)
    if not account.sheet:
        return None
    if not _SHEET.fullmatch(account.sheet) or personal(account.sheet):
        return SheetNumberUnfit(account.sheet)
    if account.sheet in site.voided_sheets:
        return SheetVoid(account.sheet)
    other = next((one.number for one in site.violations.values() if one.now.sheet == account.sheet), None)
    return SheetUsed(account.sheet, other) if other not in (None, number) else None


def _untimely(site: Site, room: RoomSession, account: Account, desk: Desk) -> Refusal | None:
    """The act lies in the exam; found is it there and then, or later (VIO-08)."""
    for at in (account.found_at, account.reminded_at):
        if at and (no := untold(at, desk.operator.id, desk)):
            return no
    plan = site.sessions[room.session].plan
    opens = plan.starts_at - timedelta(minutes=desk.rulebook.site_machine_before.value)
    ends = room.ended_at or desk.now
    if not opens <= account.happened_at <= ends:
        return NotInTheExam(room.session, room.room, opens, ends)
    if account.reminded_at and account.reminded_at > account.happened_at:
        return RemindedAfterwards(account.reminded_at)
    there_and_then = account.found is Found.IN_EXAM
    if account.found_at < account.happened_at or (there_and_then and account.found_at > ends):
        return FoundOutside(account.found_at, there_and_then)
    return None


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
        if self.ticket and not _sits(site, self.session, self.room, self.ticket):
            return NotOfThatRoom(self.ticket, self.room)
        needed = _NEEDED if self.ticket else (*_NEEDED, TextPart.PERSON)
        if no := untold(self.account.found_at, self.reported_by, desk) or unfit(self.text, needed, (TextPart.PLACE,)):
            return no
        account = replace(self.account, text=self.text.kept)
        if no := unfit_account(site, room, account, desk):
            return no
        number, where = next_violation(site, desk), (self.session, self.room, self.ticket)
        known = _suspected(site, self.session, self.ticket) if account.kind is ViolationKind.IMPERSONATION else None
        opened = () if known else _incident(site, desk, room, account, self.reported_by)
        incident = opened[0].number if opened else known
        return (*opened, ViolationRecorded(number, *where, account, incident, self.reported_by))


def _sits(site: Site, session: SessionId, room: RoomId, ticket: Ticket) -> bool:
    """Whether somebody sits there, or sat there before a transfer."""
    sitting = site.sitting(session, ticket)
    return sitting is not None and room in (sitting.room, sitting.origin)


def _suspected(site: Site, session: SessionId, ticket: Ticket | None) -> IncidentNo | None:
    """The incident that was opened when this candidate was suspected of sitting for another."""
    sitting = site.sitting(session, ticket) if ticket else None
    return sitting.suspicion.incident if sitting and sitting.suspicion else None


def _incident(
    site: Site, desk: Desk, room: RoomSession, account: Account, reported_by: PersonId
) -> tuple[IncidentOpened, ...]:
    """What such a violation is besides (VIO-06)."""
    kind = CATEGORIES[account.kind].opens
    if kind is None:
        return ()
    at = account.found_at
    return (IncidentOpened(next_incident(site, desk), kind, room.session, room.room, at, reported_by),)


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
        site.texts.add(self.account.text)
        room = site.sessions[self.session].rooms[self.room]
        if not room.ended_at:
            room.violations_confirmed_at = None
        site.outdate(self.session, self.room)


class CorrectViolation(Operation, frozen=True):
    """Put a record right; what it said before is kept, and it is told and signed anew (VIO-17)."""

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
        violation = site.violations.get(self.number)
        if violation is None:
            return NoSuchViolation(self.number)
        room = site.sessions[violation.session].rooms[violation.room]
        needed = _NEEDED if violation.ticket else (*_NEEDED, TextPart.PERSON)
        if no := unfit(self.text, needed, (TextPart.PLACE,)) or unfit(self.why, (TextPart.REASON, TextPart.BASIS)):
            return no
        account = replace(self.account, text=self.text.kept)
        if no := unfit_account(site, room, account, desk, self.number):
            return no
        opened = () if violation.incident else _incident(site, desk, room, account, desk.operator.id)
        incident = opened[0].number if opened else violation.incident
        return (*opened, ViolationCorrected(self.number, account, self.why.kept, incident, desk.now))


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
        site.texts |= {self.account.text, self.why}
        if replace(before, sheet="") != replace(self.account, sheet=""):
            violation.told_at = violation.signed_at = violation.refused = None
        site.outdate(violation.session, violation.room)


def room_of(site: Site, number: ViolationNo) -> RoomId | None:
    violation = site.violations.get(number)
    return violation.room if violation else None


class NoSuchViolation(Refusal, frozen=True):
    """Nothing of this number is recorded."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    number: ViolationNo


class NotOfThatRoom(Refusal, frozen=True):
    """This candidate sits elsewhere; somebody from outside is described."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    ticket: Ticket
    room: RoomId


class NotInTheExam(Refusal, frozen=True):
    """The act lies before or after this session of the room."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    session: SessionId
    room: RoomId
    opens: datetime
    ends: datetime


class FoundOutside(Refusal, frozen=True):
    """Found before it was done, or after the exam though it is said to be found there and then."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-08")
    found_at: datetime
    in_exam: bool


class RemindedAfterwards(Refusal, frozen=True):
    """A reminder comes before the act that goes on in spite of it."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    reminded_at: datetime


class KindOfAnotherRulebook(Refusal, frozen=True):
    """Only the rules for skill levels know this kind."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-15")
    kind: ViolationKind


class SheetNumberUnfit(Refusal, frozen=True):
    """Digits, letters and hyphens; no number of a person."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str


class SheetUsed(Refusal, frozen=True):
    """This sheet tells of another violation."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
    by: ViolationNo | None


class SheetVoid(Refusal, frozen=True):
    """This sheet was spoiled or lost."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
