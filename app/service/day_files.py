"""A file of an exam day for the province: written, then entered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from app.core.day_export import DayFile, ExportDay
from app.core.operation import Refusal, Signer
from app.core.terms import Digest
from app.exchange import outbox
from app.service.console import Console


def write_and_enter(
    console: Console, path: Path, content: bytes, day: date, what: DayFile, signers: Sequence[Signer]
) -> Refusal | Path:
    """An entry never names a file that was not written; where the entry is refused the file goes.

    Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS. Where a failed entry leaves in doubt whether it stands, the file
    stays.
    """
    outbox.write_bytes(path, content)
    refusal = console.submit(ExportDay(day, what, Digest(hashlib.sha256(content).hexdigest())), *signers)
    if refusal is not None:
        with suppress(OSError):  # a medium that is gone keeps what it has
            path.unlink()
        return refusal
    console.store.mark()
    return path
