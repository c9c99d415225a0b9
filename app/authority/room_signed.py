"""What a room's lock signed of its day, held against the locks that this agency issued: no console stands between."""

from __future__ import annotations

from collections.abc import Sequence

from app.authority import issued
from app.authority.keys import Agency
from app.core.plan import RegisteredAs
from app.core.safe_state import RoomSource
from app.exchange import room_day
from app.exchange.room_backup import ListedFile, RoomBackupManifest, Take
from app.exchange.room_day import RoomDayDocument
from app.exchange.signed import LONGEST, Kind, PublicKey, expect, verify
from app.trouble import Code, Trouble


class Token:
    """Keeps the signed document while the files of a backup pass by on their way to `take`."""

    def __init__(self, take: Take | None) -> None:
        self._take = take
        self.content = b""

    def passing(self, listed: ListedFile, piece: bytes) -> None:
        if listed.name.endswith(room_day.SIDECAR) and listed.size <= LONGEST:
            self.content += piece
        if self._take:
            self._take(listed, piece)


def proved(agency: Agency, said: RoomBackupManifest, files: Sequence[ListedFile], token: bytes) -> bool:
    """Whether an issued lock signed this very file; False for a folder, and for a lock that was registered later.

    Raises COPY_DIFFERS, ROOM_WRONG, DAY_WRONG and every fault of signed documents.
    """
    if said.source is RoomSource.FOLDER:
        return False
    lock = next((one for one in issued.locks(agency, said.exam, said.site) if one.serial == said.room_lock), None)
    if lock is None or lock.kind is not RegisteredAs.INVIGILATION:
        return False
    document = verify(token, Kind.ROOM_DAY, RoomDayDocument, PublicKey.read(lock.jwk))
    expect(document, mode=agency.mode, site=said.site, exam=said.exam)
    if (document.room, document.lock) != (said.room, said.room_lock):
        raise Trouble(Code.ROOM_WRONG, expected=said.room, found=document.room)
    if document.day != said.day:
        raise Trouble(Code.DAY_WRONG, expected=str(said.day), found=str(document.day))
    names = {document.name, document.name + room_day.SIDECAR}
    signed = next((one for one in files if one.name == document.name), None)
    told = signed and (signed.digest, signed.size) == (document.digest, document.size)
    if not told or {one.name for one in files} != names:
        raise Trouble(Code.COPY_DIFFERS, file=said.name)
    return True


def could_be(agency: Agency, said: RoomBackupManifest) -> bool:
    """Whether a lock was issued for this very room: an unsigned folder passes by what it would have signed."""
    kind, issued_for = RegisteredAs.INVIGILATION, issued.locks(agency, said.exam, said.site)
    return any((one.kind, one.room) == (kind, said.room) for one in issued_for)
