"""Between console and room: releases go out as file and print, results come in and are always kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from app.core.damaged_result import NoteDamagedResult
from app.core.end_state import ResultReason
from app.core.locks import lock_of_room, unfit
from app.core.operation import Refusal, Signer
from app.core.plan import RegisteredAs
from app.core.room_result import ResultLine, TakeRoomResult
from app.core.start import ReleaseRooms
from app.core.terms import Digest, LockSerial, RoomId, SessionId, Ticket
from app.exchange import outbox, room_release, room_result
from app.exchange.room_result import Expected, RoomResultDocument
from app.exchange.signed import Kind, PublicKey
from app.service.authorization import package_in_force
from app.service.console import Console
from app.service.records import stamp
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble
from app.views.room_release import ReleaseSheet
from app.views.sheets import release_sheet
from app.views.stamp import Stamp

DrawRelease = Callable[[ReleaseSheet, Stamp], bytes]
DAMAGED = frozenset({Code.FILE_DAMAGED, Code.MEMBER_DIFFERS, Code.MEMBER_MISSING, Code.SIGNATURE_BAD})
"""What makes a file of answers one that is collected anew."""
FORM = "R01"
"""The release sheet; ours, not in the list of the documents."""


def release(
    console: Console, session: SessionId, rooms: Sequence[RoomId], out: Path, draw: DrawRelease, *signers: Signer
) -> Refusal | None:
    """Release rooms, then write for each the file for its stick and the sheet on paper into `out`."""
    refusal = console.submit(ReleaseRooms(session, tuple(rooms), session), *signers)
    if refusal is None:
        for room in rooms:
            _hand_out(console, session, room, out, draw, signers)
        console.store.mark()
    return refusal


def _hand_out(
    console: Console, session: SessionId, room: RoomId, out: Path, draw: DrawRelease, signers: Sequence[Signer]
) -> None:
    site, package = console.site, package_in_force(console)
    state, plan = site.sessions[session].rooms[room], site.sessions[session].plan
    lock = lock_of_room(console.site, room)
    document = room_release.RoomRelease(
        mode=site.mode,
        exam=package.exam.id,
        site=site.code,
        issued_at=console.clock.moment().at,
        serial=state.release,
        session=session,
        room=room,
        subject=plan.subject,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        timestamp=package.plan.timestamp,
        edition=package.edition,
        start_authorization=site.sessions[session].start_authorization,
        lock=lock.serial if lock else LockSerial(""),
        candidates=tuple(
            room_release.ReleasedCandidate(sitting.ticket, console.directory.name(sitting.ticket) or "", sitting.seat)
            for sitting in state.sittings.values()
        ),
    )
    name = f"{session}-{room}"
    outbox.write_bytes(out / (name + room_release.SUFFIX), room_release.write(document, LockKey(console.store.lock)))
    sheet = release_sheet(site, console.directory, session, room)
    printed = draw(sheet, stamp(console, FORM, sheet, signers[0].id, event_time=console.clock.moment().at))
    outbox.write_bytes(out / f"{name}-release.pdf", printed)


def take_result(
    console: Console,
    session: SessionId,
    room: RoomId,
    sealed: bytes,
    *signers: Signer,
    reason: ResultReason | None = None,
) -> Refusal | None:
    """Keep a room's result and hold it against the desk; a second one says its `reason`.

    Raises where it is damaged, which is entered with its incident first (DAT-02), or of another room.
    """
    try:
        result = _read(console, session, room, sealed)
    except Trouble as trouble:
        if trouble.code in DAMAGED:
            whose = Ticket(str(trouble.facts.get("member", ""))) if trouble.code is Code.MEMBER_DIFFERS else Ticket("")
            file = Digest(hashlib.sha256(sealed).hexdigest())
            console.submit(NoteDamagedResult(session, room, file, whose), *signers)
        raise
    digest = console.store.blobs.put(sealed)
    return _submit(console, result, digest, signers, reason)


def compare_again(console: Console, session: SessionId, room: RoomId, *signers: Signer) -> Refusal | None:
    """Hold the kept result against the desk once more, after an entry was corrected; raises BLOB_MISSING."""
    state = console.site.room(session, room)
    if state is None or state.result is None or state.result.by_hand:
        raise Trouble(Code.BLOB_MISSING, digest="")
    result = _read(console, session, room, console.store.blobs.get(state.result.digest))
    return _submit(console, result, state.result.digest, signers)


def _read(console: Console, session: SessionId, room: RoomId, sealed: bytes) -> RoomResultDocument:
    expected, lock = registered(console, session, room, Kind.RESULT)
    return room_result.read(sealed, [console.store.keys.identity], expected, lock)


def registered(console: Console, session: SessionId, room: RoomId, kind: Kind) -> tuple[Expected, PublicKey]:
    """What a document of this room must say and who must have signed it; raises SIGNER_UNKNOWN without a lock."""
    site, package = console.site, package_in_force(console)
    lock = lock_of_room(console.site, room)
    if lock is None:
        raise Trouble(Code.SIGNER_UNKNOWN, document=kind, signer=room)
    return Expected(site.mode, package.exam.id, site.code, session, room, lock.serial), PublicKey.read(lock.jwk)


def distrusted(console: Console, room: RoomId) -> Refusal | None:
    """Why what this room's lock signs is not entered as the room's word: lost, revoked, or out of its time by now."""
    lock = lock_of_room(console.site, room)
    return unfit(console.site, lock.serial, RegisteredAs.INVIGILATION, console.clock.moment().at) if lock else None


def _submit(
    console: Console,
    result: RoomResultDocument,
    digest: Digest,
    signers: Sequence[Signer],
    reason: ResultReason | None = None,
) -> Refusal | None:
    lines = tuple(ResultLine(line.ticket, line.outcome) for line in result.lines)
    refusal = console.submit(TakeRoomResult(result.session, result.room, digest, result.lock, lines, reason), *signers)
    if refusal is None:
        console.store.mark()
    return refusal
