"""The sidecar of a backup of either kind."""

from __future__ import annotations

from app.exchange import backup, room_backup
from app.exchange.backup import BackupManifest
from app.exchange.room_backup import RoomBackupManifest
from app.exchange.signed import Kind, PublicKey, peek


def read(token: bytes, lock: PublicKey | None) -> BackupManifest | RoomBackupManifest:
    """Told apart by what it says it is. Without a lock the key it carries serves: compare fingerprints then.

    Raises every fault of signed documents.
    """
    if peek(token).typ == Kind.ROOM_BACKUP:
        return room_backup.read_sidecar(token, lock) if lock else room_backup.read_unknown_sidecar(token)
    return backup.read_sidecar(token, lock) if lock else backup.read_unknown_sidecar(token)
