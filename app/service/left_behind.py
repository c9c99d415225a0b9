"""What stays readable once the personal key is gone: who may still sign here, and the pictures of signed forms."""

from __future__ import annotations

import msgspec

from app.core.terms import Digest
from app.exchange import strict
from app.exchange.exam_package import StaffEntry
from app.journal.blobs import Blobs


class LeftBehind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kept under the store's key alone. `scans`: under which digest each picture lies from now on."""

    staff: tuple[StaffEntry, ...]
    scans: dict[Digest, Digest]


def read(blobs: Blobs, kept: Digest) -> LeftBehind:
    """Raises BLOB_MISSING, BLOB_DAMAGED, and CONTENT_UNFIT for what is none."""
    return strict.decode(blobs.get(kept), LeftBehind, "left-behind")
