"""Papers of rooms at the desk before the day, the transfer sheet after it, and escort slips in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.records import (
    ReprintReason,
    ReprintReasonNeeded,
    RoomForm,
    SlipsNotPrepared,
)
from app.core.room_state import SettledAs, Transfer
from app.core.sheet_open import TransfersUnsettled
from app.core.site_form import NothingToPrint, SiteForm
from app.core.start import NobodyArranged
from app.core.terms import RoomId, SessionId, Ticket, TransferNo
from app.service import escort, records, site_sheets, working_papers
from app.service.console import Console
from app.service.working_papers import RoomPaper
from app.views.papers import PaperState
from app.views.site_sheet import SiteSheet
from app.views.stamp import Stamp
from app.views.transfer_sheet import EscortSlip, TransferSheet
from tests.stores import ADMIN, EVE, Place, arrange

SESSION, ROOM, OTHER = SessionId("1-1"), RoomId("001"), RoomId("002")
SOMEONE = Ticket("210100001")


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    console = Place(tmp_path).enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def drawn(content: RoomPaper, photos: Mapping[str, bytes], stamp: Stamp) -> bytes:
    kind = type(content).__name__
    return f"{kind} {content.head.room} draft={stamp.draft} copy={stamp.copy} {stamp.reason} {len(photos)}".encode()


def chart(console: Console, reason: ReprintReason | None = None) -> object:
    return working_papers.print_paper(console, RoomForm.CHART, SESSION, ROOM, drawn, ADMIN, reason=reason)


def state(console: Console) -> PaperState:
    found = working_papers.paper_of(console, RoomForm.CHART, SESSION, ROOM)
    assert found is not None
    return found.state


def test_a_chart_is_kept_the_day_before_and_a_reprint_has_its_reason(console: Console, tmp_path: Path) -> None:
    assert state(console) is PaperState.TO_PRINT
    assert chart(console) == b"SeatingChart 001 draft=False copy=1  0"
    assert state(console) is PaperState.SENT
    assert chart(console) == ReprintReasonNeeded(2)
    assert chart(console, ReprintReason.DAMAGED) == b"SeatingChart 001 draft=False copy=2 damaged 0"
    first, last = console.site.copies(RoomForm.CHART, SESSION, ROOM)
    assert console.submit(records.confirmation(last, came_out=True), ADMIN) is None
    assert state(console) is PaperState.PRINTED
    path = records.write_pdf(records.kept_bytes(console, first), tmp_path / "records", first)
    assert path.name == "E04-1-1-001-1.pdf"


def test_a_preview_keeps_nothing(console: Console) -> None:
    entries, blobs = console.store.journal.n, tuple(console.store.blobs.digests())
    seen = working_papers.preview_paper(console, RoomForm.DOOR_LIST, SESSION, ROOM, drawn)
    assert seen == b"DoorList 001 draft=True copy=1  0"
    assert (console.store.journal.n, tuple(console.store.blobs.digests())) == (entries, blobs)


def test_where_there_is_no_such_paper(console: Console) -> None:
    nowhere = RoomId("999")
    assert working_papers.preview_paper(console, RoomForm.SLIPS, SESSION, ROOM, drawn) is None
    assert working_papers.paper_of(console, RoomForm.SLIPS, SESSION, ROOM) is None
    asked = working_papers.print_paper(console, RoomForm.SLIPS, SESSION, ROOM, drawn, ADMIN)
    assert asked == SlipsNotPrepared(SESSION, ROOM)
    asked = working_papers.print_paper(console, RoomForm.CHART, SESSION, nowhere, drawn, ADMIN)
    assert asked == NobodyArranged(SESSION, (nowhere,))


def test_photos_of_the_room_are_on_the_chart_alone(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Ticket] = []

    def found(_: Console, tickets: Iterator[Ticket]) -> dict[Ticket, bytes]:
        asked.extend(tickets)
        return {SOMEONE: b"a face"}

    monkeypatch.setattr(working_papers, "portraits", found)
    assert chart(console) == b"SeatingChart 001 draft=False copy=1  1"
    assert len(asked) == 5
    assert SOMEONE in asked
    working_papers.preview_paper(console, RoomForm.DOOR_LIST, SESSION, ROOM, drawn)
    assert len(asked) == 5


def test_another_photo_changes_what_a_chart_says(console: Console) -> None:
    chart(console)
    people = console.directory.candidates
    people[SOMEONE] = replace(people[SOMEONE], photo=records.digest_of(people[SOMEONE]))
    assert state(console) is PaperState.SUPERSEDED
    assert isinstance(chart(console, ReprintReason.CHANGED), bytes)


# The transfer sheet


def sheet(content: SiteSheet, stamp: Stamp) -> bytes:
    assert isinstance(content, TransferSheet)
    return f"{stamp.form} draft={stamp.draft} out={content.out} at={stamp.event_time:%H:%M}".encode()


def sent_on(console: Console) -> Transfer:
    transfer = Transfer(TransferNo("A-001"), SOMEONE, ROOM, EVE)
    console.site.sessions[SESSION].transfers.append(transfer)
    return transfer


def transfers(console: Console) -> object:
    return site_sheets.print_sheet(console, SiteForm.TRANSFERS, SESSION, sheet, ADMIN)


def test_a_site_that_owes_no_transfer_sheet_has_none(console: Console) -> None:
    assert site_sheets.papers(console, (SiteForm.TRANSFERS,)) == ()
    assert site_sheets.preview_sheet(console, SiteForm.TRANSFERS, SESSION, sheet) is None
    assert transfers(console) == NothingToPrint(SiteForm.TRANSFERS)


def test_a_transfer_sheet_is_a_draft_until_its_session_is_over(console: Console) -> None:
    transfer = sent_on(console)
    assert transfers(console) == TransfersUnsettled(SESSION, 1, 0)
    transfer.settled, transfer.settled_at = SettledAs.STAYED, EVE
    entries = console.store.journal.n
    assert transfers(console) == b"E03 draft=True out=1 at=14:00"
    assert console.store.journal.n == entries
    (paper,) = site_sheets.papers(console, (SiteForm.TRANSFERS,))
    assert (paper.subject, paper.state) == (SESSION, PaperState.DRAFT)
    for room in console.site.sessions[SESSION].rooms.values():
        room.ended_at = EVE
    assert transfers(console) == b"E03 draft=False out=1 at=14:00"
    (paper,) = site_sheets.papers(console, (SiteForm.TRANSFERS,))
    assert paper.state is PaperState.SENT
    transfer.late = True
    (paper,) = site_sheets.papers(console, (SiteForm.TRANSFERS,))
    assert paper.state is PaperState.SUPERSEDED


# Escort slips


def test_an_escort_slip_names_where_to_go_and_is_not_kept(console: Console) -> None:
    said: list[tuple[EscortSlip, Stamp]] = []

    def keep(slips: Sequence[tuple[EscortSlip, Stamp]]) -> bytes:
        said.extend(slips)
        return b"slips"

    transfer = sent_on(console)
    other = console.site.sessions[SESSION].rooms[OTHER]
    other.release = "1-1-S-1"
    other.sittings.clear()
    entries = console.store.journal.n
    assert escort.print_escort_slips(console, SESSION, (transfer.number,), keep, ADMIN) == b"slips"
    ((slip, stamp),) = said
    assert (slip.ticket, slip.room_out, slip.out_at) == (SOMEONE, ROOM, EVE)
    assert [(room.room, room.free) for room in slip.rooms] == [(OTHER, 5)]
    assert (stamp.form, stamp.event_time) == ("R03", EVE)
    assert console.store.journal.n == entries


def test_of_a_transfer_that_is_settled_there_is_no_slip(console: Console) -> None:
    transfer = sent_on(console)
    transfer.settled = SettledAs.CANCELLED
    assert escort.print_escort_slips(console, SESSION, (transfer.number,), lambda _: b"", ADMIN) is None
    assert escort.print_escort_slips(console, SessionId("9-9"), (transfer.number,), lambda _: b"", ADMIN) is None
