"""The slip that goes with a standalone package (单机考试同意单): drawn when the package is out, and not kept."""

from __future__ import annotations

from pathlib import Path

from app.core.operation import Signer
from app.core.sheet_open import standalone_subject
from app.core.terms import SessionId, Ticket
from app.exchange import outbox
from app.service.console import Console
from app.service.folders import made
from app.service.records import stamp
from app.service.site_sheets import DrawSheet
from app.views.standalone_sheet import standalone_slip

FORM = "R07"
"""Ours, not in the list of the documents."""


def print_slip(console: Console, session: SessionId, ticket: Ticket, draw: DrawSheet, operator: Signer) -> bytes | None:
    """Of the package that is out; None without one.

    Nothing is journaled: the package is, and a slip that is lost is made again.
    """
    slip = standalone_slip(console.site, console.directory, standalone_subject(session, ticket))
    if slip is None:
        return None
    return draw(slip, stamp(console, FORM, slip, operator.id, event_time=slip.last_at, copy=0))


def write_slip(pdf: bytes, folder: Path, session: SessionId, ticket: Ticket, number: int) -> Path:
    """A slip as a file; on any thread. Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS."""
    path = made(folder) / f"{ticket}-{session}-{number}.pdf"
    outbox.write_bytes(path, pdf)
    return path
