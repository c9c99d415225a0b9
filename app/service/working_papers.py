"""Papers of a room besides its record (考场座次表、门贴、机位签、补时登记表): drawn, kept, numbered by copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.core.operation import Refusal, Signer
from app.core.records import (
    DraftOnly,
    KeepRecord,
    NoExtraTimeGiven,
    ReprintReason,
    RoomForm,
    SlipsNotPrepared,
    next_copy,
)
from app.core.start import NobodyArranged
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.service.console import Console
from app.service.portraits import portraits
from app.service.records import digest_of, stamp
from app.views.extra_time_sheet import ExtraTimeLedger, extra_time_ledger
from app.views.papers import Paper, PaperState, state_of
from app.views.stamp import Stamp
from app.views.working_papers import SeatingChart, WorkingPaper, working_paper

RoomPaper = WorkingPaper | ExtraTimeLedger
DrawPaper = Callable[[RoomPaper, Mapping[str, bytes], Stamp], bytes]
"""With photos by ticket, for the chart."""


def print_paper(
    console: Console,
    form: RoomForm,
    session: SessionId,
    room: RoomId,
    draw: DrawPaper,
    operator: Signer,
    *others: Signer,
    reason: ReprintReason | None = None,
) -> Refusal | bytes:
    """A kept copy with the journal's head on it; of a ledger of extra time a draft, not kept, before the room ended."""
    content = _content(console, form, session, room)
    if content is None:
        return _nothing(console, form, session, room)
    digest = digest_of(content)
    copy = next_copy(console.site, form, session, room, digest, reason)
    if isinstance(copy, DraftOnly):
        return draw(content, {}, _draft(console, form, content, operator.id))
    if isinstance(copy, Refusal):
        return copy
    now = console.clock.moment().at
    at = content.ended_at if isinstance(content, ExtraTimeLedger) and content.ended_at else now
    said = stamp(console, form, content, operator.id, event_time=at, copy=copy, reason=reason or "")
    pdf = draw(content, _photos(console, content), said)
    file = console.store.blobs.put(pdf)
    return console.submit(KeepRecord(form, session, room, copy, digest, file, reason), operator, *others) or pdf


def preview_paper(console: Console, form: RoomForm, session: SessionId, room: RoomId, draw: DrawPaper) -> bytes | None:
    """The paper as it would say now, marked as a draft: nothing is kept. None where there is no such paper."""
    content = _content(console, form, session, room)
    if content is None:
        return None
    return draw(content, _photos(console, content), _draft(console, form, content, console.site.desk))


def paper_of(console: Console, form: RoomForm, session: SessionId, room: RoomId) -> Paper | None:
    """How far it is; None where there is no such paper."""
    content = _content(console, form, session, room)
    if content is None:
        return None
    digest, copies = digest_of(content), console.site.copies(form, session, room)
    going_on = isinstance(content, ExtraTimeLedger) and content.ended_at is None
    return Paper(room, PaperState.DRAFT if going_on else state_of(copies, digest), digest, copies)


def _content(console: Console, form: RoomForm, session: SessionId, room: RoomId) -> RoomPaper | None:
    site, people = console.site, console.directory
    if form is not RoomForm.EXTRA_TIME:
        return working_paper(site, people, form, session, room)
    return extra_time_ledger(site, people, session, room) if site.room(session, room) else None


def _nothing(console: Console, form: RoomForm, session: SessionId, room: RoomId) -> Refusal:
    if console.site.room(session, room) is None:
        return NobodyArranged(session, (room,))
    return (NoExtraTimeGiven if form is RoomForm.EXTRA_TIME else SlipsNotPrepared)(session, room)


def _draft(console: Console, form: RoomForm, content: RoomPaper, seen_by: PersonId) -> Stamp:
    return stamp(console, form, content, seen_by, event_time=console.clock.moment().at, draft=True)


def _photos(console: Console, content: RoomPaper) -> Mapping[str, bytes]:
    if not isinstance(content, SeatingChart):
        return {}
    found = portraits(console, (Ticket(line.ticket) for line in content.lines))
    return {str(ticket): jpeg for ticket, jpeg in found.items()}
