"""The record of a standalone exam at the desk is kept once the answers are back; the slip of a package never is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.records import ReprintReason, ReprintReasonNeeded
from app.core.room_state import Presence
from app.core.sheet_open import standalone_subject
from app.core.site_form import NothingToPrint, SiteForm
from app.core.terms import RoomId, SessionId, Ticket
from app.service import site_sheets, standalone_slip
from app.service.console import Console
from app.views.papers import PaperState
from app.views.site_sheet import SiteSheet
from app.views.stamp import Stamp
from tests.stores import ADMIN, Place, arrange
from tests.unit.standalone_story import CONSENT, FIRST, RETURNED

SESSION, ROOM = SessionId("1-1"), RoomId("001")


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    console = Place(tmp_path).enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def drawn(content: SiteSheet, stamp: Stamp) -> bytes:
    return f"{type(content).__name__} {stamp.form} draft={stamp.draft} copy={stamp.copy} {stamp.reason}".encode()


def test_from_consent_to_the_signed_sheet(console: Console, tmp_path: Path) -> None:
    ticket = next(iter(console.site.sessions[SESSION].rooms[ROOM].sittings))
    subject, entries = standalone_subject(SESSION, ticket), console.store.journal.n

    def sheet(reason: ReprintReason | None = None) -> object:
        return site_sheets.print_sheet(console, SiteForm.STANDALONE, subject, drawn, ADMIN, reason=reason)

    def slip(of: Ticket = ticket) -> bytes | None:
        return standalone_slip.print_slip(console, SESSION, of, drawn, ADMIN)

    assert sheet() == NothingToPrint(SiteForm.STANDALONE)
    assert (site_sheets.papers(console, (SiteForm.STANDALONE,)), slip()) == ((), None)
    console.site.sessions[SESSION].rooms[ROOM].sittings[ticket].presence = Presence.PRESENT
    replace(CONSENT, session=SESSION, room=ROOM, ticket=ticket).apply(console.site)
    replace(FIRST, session=SESSION, room=ROOM, ticket=ticket).apply(console.site)
    assert sheet() == b"StandaloneSheet E11 draft=True copy=1 "
    assert slip() == b"StandaloneSlip R07 draft=False copy=0 "
    assert console.store.journal.n == entries
    replace(RETURNED, session=SESSION, room=ROOM, ticket=ticket, number=1).apply(console.site)
    assert slip() is None
    assert sheet() == b"StandaloneSheet E11 draft=False copy=1 "
    (paper,) = site_sheets.papers(console, (SiteForm.STANDALONE,))
    assert (paper.subject, paper.state, len(paper.copies)) == (subject, PaperState.SENT, 1)
    assert sheet() == ReprintReasonNeeded(2)
    assert sheet(ReprintReason.LOST) == b"StandaloneSheet E11 draft=False copy=2 lost"
    assert standalone_slip.write_slip(b"pdf", tmp_path / "out", SESSION, ticket, 1).read_bytes() == b"pdf"
