"""One version of a violation's record: when it can have happened, and on which paper sheet it stands (VIO-01..03)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import ClassVar

from app.core.operation import Desk, Refusal, untold
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId, ViolationNo, personal
from app.core.violation_blank import blank_of
from app.core.violation_kinds import CATEGORIES, ViolationKind
from app.core.violation_state import Account, Found

_SHEET = re.compile(r"[0-9A-Za-z-]{1,24}")
SKILL = "skill"
"""The level of an exam under the rules for skill levels."""


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
    if not _SHEET.fullmatch(account.sheet) or personal(re.sub(r"[^0-9Xx]", "", account.sheet)):
        return SheetNumberUnfit(account.sheet)
    blank = blank_of(site, account.sheet)
    if blank and (blank.session != room.session or blank.room not in (room.room, room.moved_from, room.moved_to)):
        return SheetOfAnotherRoom(account.sheet, blank.session, blank.room)
    if account.sheet in site.voided_sheets:
        return SheetVoid(account.sheet)
    other = next((one.number for one in site.violations.values() if one.on_sheet(account.sheet)), None)
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
    fits = account.found_at <= ends if there_and_then else room.ended_at and account.found_at >= ends
    if account.found_at < account.happened_at or not fits:
        return FoundOutside(account.found_at, there_and_then)
    return None


class NotInTheExam(Refusal, frozen=True):
    """The act lies before or after this session of the room."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    session: SessionId
    room: RoomId
    opens: datetime
    ends: datetime


class FoundOutside(Refusal, frozen=True):
    """Found before it was done; after the exam though said to be found there and then; or in it though said not to."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-08")
    found_at: datetime
    in_exam: bool


class ActAfterwards(Refusal, frozen=True):
    """What was done about an act stays, so the act stays before it."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-17")
    number: ViolationNo
    done_at: datetime


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


class SheetOfAnotherRoom(Refusal, frozen=True):
    """This blank was numbered for another room, or for another session."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
    session: SessionId
    room: RoomId


class SheetUsed(Refusal, frozen=True):
    """This sheet tells of another violation."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
    by: ViolationNo | None


class SheetVoid(Refusal, frozen=True):
    """This sheet was spoiled or lost."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
