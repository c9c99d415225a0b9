"""Papers of a room (记录与打印): every copy is numbered, and a reprint has its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.attendance import RoomNotStarted
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.paper_state import RecordCopy, SheetCopy
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, Digest, RoomId, SessionId
from app.core.time_state import ExtraTime


class RoomForm(StrEnum):
    """By their number in the list of forms (section E); slips and ledger of extra time are ours and not in it."""

    RECORD = "E01"
    CHART = "E04"
    DOOR_LIST = "E05"
    SLIPS = "R02"
    EXTRA_TIME = "R06"


ROOM_RECORD = RoomForm.RECORD
WORKING_PAPERS = (RoomForm.CHART, RoomForm.DOOR_LIST, RoomForm.SLIPS)
"""Used in the room before and while people sit there: kept from the arrangement on, and never a draft."""


class ReprintReason(StrEnum):
    """Why one more copy is made."""

    LOST = "lost"
    DAMAGED = "damaged"
    MISPRINTED = "misprinted"
    CHANGED = "changed"


class KeepRecord(Operation, frozen=True):
    """Keep one finished copy: `content` is the digest of what it says, `file` the digest of the PDF."""

    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
    content: Digest
    file: Digest
    reason: ReprintReason | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        number = next_copy(site, self.form, self.session, self.room, self.content, self.reason)
        if isinstance(number, Refusal):
            return number
        if self.copy != number:
            return CopyNumberTaken(self.copy, number)
        return (RecordKept(self.form, self.session, self.room, number, self.content, self.file, self.reason),)


def next_copy(
    site: Site, form: RoomForm, session: SessionId, room: RoomId, content: Digest, reason: ReprintReason | None
) -> int | Refusal:
    """The number of the copy to be made now, or why none is; asked before anything is drawn."""
    if no := _not_yet(site, form, session, room):
        return no
    return numbered(site.copies(form, session, room), content, reason)


def _not_yet(site: Site, form: RoomForm, session: SessionId, room: RoomId) -> Refusal | None:
    state = site.room(session, room)
    if form in WORKING_PAPERS:
        if state is None:
            return NobodyArranged(session, (room,))
        return SlipsNotPrepared(session, room) if form is RoomForm.SLIPS and not state.slips else None
    if state is None or state.started_at is None:
        return RoomNotStarted(session, room)
    if form is RoomForm.EXTRA_TIME and not ledger_lines(site.sessions[session], room):
        return NoExtraTimeGiven(session, room)
    return None if state.ended_at else DraftOnly(session, room)


def ledger_lines(state: SessionState, room: RoomId) -> tuple[ExtraTime, ...]:
    """Lines of extra time that concern a room: lost there, moved its end, or given to somebody who sits there now."""
    here = set(state.rooms[room].sittings)
    return tuple(one for one in state.extra_time if room in (one.room, one.moved) or here.intersection(one.tickets))


def numbered(copies: Sequence[RecordCopy | SheetCopy], content: Digest, reason: ReprintReason | None) -> int | Refusal:
    """The number that follows these copies; from the second on a reason that fits what the sheet says now."""
    number = len(copies) + 1
    if not copies:
        return number
    if reason is None:
        return ReprintReasonNeeded(number)
    changed = copies[-1].content != content
    return (
        number
        if changed == (reason is ReprintReason.CHANGED)
        else ReprintReasonWrong(number, "yes" if changed else "no")
    )


class RecordKept(Fact, frozen=True):
    """A copy of a record exists."""

    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
    content: Digest
    file: Digest
    reason: ReprintReason | None

    def apply(self, site: Site) -> None:
        site.blobs.add(self.file)
        site.records.append(RecordCopy(self.form, self.session, self.room, self.copy, self.content, self.file))


class ConfirmPrinted(Operation, frozen=True):
    """Say whether a copy that was sent to the printer came out whole; a jam may be found later."""

    after_cleaning: ClassVar[bool] = True
    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
    came_out: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        copies = site.copies(self.form, self.session, self.room)
        kept = next((copy for copy in copies if copy.copy == self.copy), None)
        if kept is None:
            return NoSuchCopy(self.form, self.session, self.room, self.copy)
        if kept.came_out is self.came_out:
            return ()
        return (RecordCameOut(self.form, self.session, self.room, self.copy, self.came_out),)


class RecordCameOut(Fact, frozen=True):
    """Somebody saw the paper of a copy: whole, or not."""

    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
    came_out: bool

    def apply(self, site: Site) -> None:
        site.put_paper(self.form, f"{self.session}-{self.room}", self.copy, came_out=self.came_out)


class RecordSigned(Fact, frozen=True):
    """A copy bears all its signatures; as it was entered while nobody was named (see signing.PaperSigned)."""

    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
    at: datetime

    def apply(self, site: Site) -> None:
        site.put_paper(self.form, f"{self.session}-{self.room}", self.copy, signed_at=self.at)


class DraftOnly(Refusal, frozen=True):
    """Before the end command the sheet is a draft and is not kept."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    session: SessionId
    room: RoomId


class SlipsNotPrepared(Refusal, frozen=True):
    """There are no slips to print before their order was drawn."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    session: SessionId
    room: RoomId


class NoExtraTimeGiven(Refusal, frozen=True):
    """Nobody of this room was given minutes, so there is no ledger of them."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-15")
    session: SessionId
    room: RoomId


class CopyNumberTaken(Refusal, frozen=True):
    """Copies are numbered one by one."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    copy: int
    next_copy: int


class ReprintReasonNeeded(Refusal, frozen=True):
    """From the second copy on, why?"""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    copy: int


class ReprintReasonWrong(Refusal, frozen=True):
    """Whether the content changed since the last copy is the console's to say."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    copy: int
    changed: str


class NoSuchCopy(Refusal, frozen=True):
    """No copy of this number is kept."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    form: RoomForm
    session: SessionId
    room: RoomId
    copy: int
