"""Records: drawn from the state, kept in the store, numbered by copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from app.core.attendance import RoomNotStarted
from app.core.operation import Refusal, Signer
from app.core.paper_state import RecordCopy, SheetCopy
from app.core.records import ROOM_RECORD, ConfirmPrinted, DraftOnly, KeepRecord, ReprintReason, RoomForm, next_copy
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.start import NobodyArranged
from app.core.terms import Digest, PersonId, RoomId, SessionId
from app.exchange import outbox, strict
from app.service.console import Console
from app.service.folders import made
from app.views.papers import Paper, paper
from app.views.room_record import RoomRecord
from app.views.sheets import room_record
from app.views.stamp import CURRENT_EDITION, Stamp

DrawRecord = Callable[[RoomRecord, Stamp], bytes]
Copy = RecordCopy | SheetCopy


def digest_of(content: msgspec.Struct) -> Digest:
    """What decides whether a signed copy still holds: everything on the sheet but its stamp."""
    return Digest(hashlib.sha256(strict.encode(content)).hexdigest())


def stamp(
    console: Console,
    form: str,
    content: msgspec.Struct,
    printed_by: PersonId,
    *,
    event_time: datetime,
    copy: int = 1,
    reason: str = "",
    draft: bool = False,
) -> Stamp:
    """Ties a sheet to this moment of the journal and to its own content."""
    journal = console.store.journal
    return Stamp(
        form=form,
        edition=CURRENT_EDITION,
        copy=copy,
        reason=reason,
        event_time=event_time,
        printed_at=console.clock.moment().at,
        printed_by=console.directory.staff_name(printed_by),
        entry=journal.n,
        head=journal.head.hex(),
        record=digest_of(content),
        draft=draft,
    )


def print_room_record(
    console: Console,
    session: SessionId,
    room: RoomId,
    draw: DrawRecord,
    operator: Signer,
    *others: Signer,
    reason: ReprintReason | None = None,
) -> Refusal | bytes:
    """A kept copy of a room's record, with the journal's head on it; before the room ended a draft, not kept."""
    state = console.site.room(session, room)
    if state is None:
        return NobodyArranged(session, (room,))
    content = room_record(console.site, console.directory, session, room)
    copy = next_copy(console.site, ROOM_RECORD, session, room, digest_of(content), reason)
    if isinstance(copy, int):
        said = stamp(
            console,
            ROOM_RECORD,
            content,
            operator.id,
            event_time=state.ended_at or console.clock.moment().at,
            copy=copy,
            reason=reason or "",
        )
        pdf = draw(content, said)
        file = console.store.blobs.put(pdf)
        operation = KeepRecord(ROOM_RECORD, session, room, copy, Digest(said.record), file, reason)
        return console.submit(operation, operator, *others) or pdf
    if not isinstance(copy, DraftOnly | RoomNotStarted):
        return copy
    return draw(content, _draft(console, content, operator.id))


def _draft(console: Console, content: RoomRecord, seen_by: PersonId) -> Stamp:
    now = console.clock.moment().at
    return stamp(console, ROOM_RECORD, content, seen_by, event_time=content.ended_at or now, draft=True)


def preview_room_record(console: Console, session: SessionId, room: RoomId, draw: DrawRecord) -> bytes | None:
    """The sheet as it would say now, marked as a draft: nothing is kept and nothing counts as a copy.

    None where nobody is arranged in that room.
    """
    if console.site.room(session, room) is None:
        return None
    content = room_record(console.site, console.directory, session, room)
    return draw(content, _draft(console, content, console.site.desk))


def kept_bytes(console: Console, copy: Copy) -> bytes:
    """The PDF of a copy as it was made; raises BLOB_MISSING or BLOB_DAMAGED."""
    return console.store.blobs.get(copy.file)


def room_paper(console: Console, session: SessionId, room: RoomId) -> Paper:
    """How far the record of a room arranged in this session is."""
    content = room_record(console.site, console.directory, session, room)
    return paper(console.site, session, room, digest_of(content))


def write_pdf(pdf: bytes, folder: Path, copy: Copy) -> Path:
    """A copy as a file; on any thread. Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS."""
    of = copy.subject if isinstance(copy, SheetCopy) else f"{copy.session}-{copy.room}"
    if copy.form != ROOM_RECORD:
        of = f"{copy.form}-{of}"
    path = made(folder) / f"{of}-{copy.copy}.pdf"
    outbox.write_bytes(path, pdf)
    return path


def confirmation(copy: Copy, *, came_out: bool) -> ConfirmPrinted | ConfirmSiteSheet:
    """What is submitted once somebody saw the paper of a copy, or its want."""
    if isinstance(copy, RecordCopy):
        return ConfirmPrinted(RoomForm(copy.form), copy.session, copy.room, copy.copy, came_out)
    return ConfirmSiteSheet(SiteForm(copy.form), copy.subject, copy.copy, came_out)
