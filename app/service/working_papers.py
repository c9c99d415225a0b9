"""Papers that a room works with (考场座次表、门贴、机位签): drawn from the arrangement, kept, numbered by copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.core.operation import Refusal, Signer
from app.core.records import KeepRecord, ReprintReason, RoomForm, SlipsNotPrepared, next_copy
from app.core.start import NobodyArranged
from app.core.terms import RoomId, SessionId, Ticket
from app.service.console import Console
from app.service.portraits import portraits
from app.service.records import digest_of, stamp
from app.views.papers import Paper, state_of
from app.views.stamp import Stamp
from app.views.working_papers import SeatingChart, WorkingPaper, working_paper

DrawPaper = Callable[[WorkingPaper, Mapping[str, bytes], Stamp], bytes]
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
    """A kept copy with the journal's head on it, before the day as well as on it."""
    content = working_paper(console.site, console.directory, form, session, room)
    if content is None:
        there = console.site.room(session, room) is not None
        return SlipsNotPrepared(session, room) if there else NobodyArranged(session, (room,))
    digest = digest_of(content)
    copy = next_copy(console.site, form, session, room, digest, reason)
    if isinstance(copy, Refusal):
        return copy
    now = console.clock.moment().at
    said = stamp(console, form, content, operator.id, event_time=now, copy=copy, reason=reason or "")
    pdf = draw(content, _photos(console, content), said)
    file = console.store.blobs.put(pdf)
    return console.submit(KeepRecord(form, session, room, copy, digest, file, reason), operator, *others) or pdf


def preview_paper(console: Console, form: RoomForm, session: SessionId, room: RoomId, draw: DrawPaper) -> bytes | None:
    """The paper as it would say now, marked as a draft: nothing is kept. None where there is no such paper."""
    content = working_paper(console.site, console.directory, form, session, room)
    if content is None:
        return None
    now = console.clock.moment().at
    said = stamp(console, form, content, console.site.desk, event_time=now, draft=True)
    return draw(content, _photos(console, content), said)


def paper_of(console: Console, form: RoomForm, session: SessionId, room: RoomId) -> Paper | None:
    """How far it is; None where there is no such paper."""
    content = working_paper(console.site, console.directory, form, session, room)
    if content is None:
        return None
    digest, copies = digest_of(content), console.site.copies(form, session, room)
    return Paper(room, state_of(copies, digest), digest, copies)


def _photos(console: Console, content: WorkingPaper) -> Mapping[str, bytes]:
    if not isinstance(content, SeatingChart):
        return {}
    found = portraits(console, (Ticket(line.ticket) for line in content.lines))
    return {str(ticket): jpeg for ticket, jpeg in found.items()}
