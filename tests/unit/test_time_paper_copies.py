"""Applications, what was allowed, delay records and ledgers of extra time at the desk: kept, and printed anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.delay import ApplyForDelay
from app.core.directory import Speaker
from app.core.fault import FaultKind, ReportFault
from app.core.records import NoExtraTimeGiven, ReprintReason, ReprintReasonNeeded, RoomForm
from app.core.rulebook import Tier
from app.core.site_form import TIME_FORMS, NothingToPrint, SiteForm
from app.core.start import NobodyArranged
from app.core.terms import ApplicationNo, CauseNo, GrantNo, RoomId, SessionId
from app.core.time_state import ExtraTime, LateStart, LossCause, Means
from app.service import delays, records, site_sheets, working_papers
from app.service.console import Console
from app.service.working_papers import RoomPaper
from app.views.papers import PaperState
from app.views.site_sheet import SiteSheet
from app.views.stamp import Stamp
from tests.stores import ADMIN, EVE, Place, arrange

SESSION, ROOM, OTHER, NOWHERE = SessionId("1-1"), RoomId("001"), RoomId("002"), RoomId("999")
E09 = SiteForm.DELAY_APPLICATION


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    console = Place(tmp_path).enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def drawn(content: SiteSheet, stamp: Stamp) -> bytes:
    return f"{type(content).__name__} {stamp.form} draft={stamp.draft} copy={stamp.copy} {stamp.reason}".encode()


def drawn_of_room(content: RoomPaper, photos: Mapping[str, bytes], stamp: Stamp) -> bytes:
    at = f"{stamp.event_time:%H:%M}"
    return f"{type(content).__name__} {content.head.room} draft={stamp.draft} {at} {len(photos)}".encode()


def applied(console: Console) -> ApplicationNo:
    now = console.clock.moment().at
    assert console.submit(ReportFault(FaultKind.POWER, SESSION, None, (), now, ADMIN.id), ADMIN) is None
    cause = CauseNo(next(iter(console.site.faults)))
    assert console.submit(ApplyForDelay(SESSION, (ROOM,), 30, (cause,)), ADMIN) is None
    return next(iter(console.site.applications))


def sheet(console: Console, form: SiteForm, subject: str, reason: ReprintReason | None = None) -> object:
    return site_sheets.print_sheet(console, form, subject, drawn, ADMIN, reason=reason)


def states(console: Console) -> list[tuple[str, PaperState]]:
    return [(one.form, one.state) for one in site_sheets.papers(console, TIME_FORMS)]


def test_an_application_is_kept_at_once_and_printed_anew_with_its_answer(console: Console, tmp_path: Path) -> None:
    number = applied(console)
    assert sheet(console, E09, number) == b"ApplicationSheet E09 draft=False copy=1 "
    assert sheet(console, SiteForm.AUTHORITIES, number) == NothingToPrint(SiteForm.AUTHORITIES)
    assert states(console) == [("E09", PaperState.SENT)]
    now, who = console.clock.moment().at, Speaker("𠮷田", "director", "024-1")
    assert delays.consent(console, number, Tier.CITY, Means.PHONE, who, now, ADMIN.id, ADMIN) is None
    assert states(console) == [("E09", PaperState.SUPERSEDED), ("R04", PaperState.TO_PRINT)]
    assert sheet(console, E09, number) == ReprintReasonNeeded(2)
    assert sheet(console, E09, number, ReprintReason.CHANGED) == b"ApplicationSheet E09 draft=False copy=2 changed"
    assert sheet(console, SiteForm.AUTHORITIES, number) == b"AuthoritySheet R04 draft=False copy=1 "
    last = console.site.sheet_copies(E09, number)[-1]
    assert records.write_pdf(b"pdf", tmp_path / "out", last).name == f"E09-{number}-2.pdf"


def test_a_preview_of_an_application_keeps_nothing(console: Console) -> None:
    number = applied(console)
    entries = console.store.journal.n
    seen = site_sheets.preview_sheet(console, E09, number, drawn)
    assert seen == b"ApplicationSheet E09 draft=True copy=1 "
    assert site_sheets.preview_sheet(console, SiteForm.EXTRA_TIME_APPLICATION, number, drawn) is None
    assert console.store.journal.n == entries


def test_a_delay_record_is_a_draft_until_the_session_is_over(console: Console) -> None:
    number = applied(console)
    state = console.site.sessions[SESSION]
    assert sheet(console, SiteForm.DELAYS, SESSION) == NothingToPrint(SiteForm.DELAYS)
    state.late_starts[ROOM] = LateStart(ROOM, 600, Tier.CITY, Tier.CITY, number, entered_late=False)
    state.rooms[ROOM].started_at = state.plan.starts_at + timedelta(minutes=10)
    assert sheet(console, SiteForm.DELAYS, SESSION) == b"DelaySheet R05 draft=True copy=1 "
    assert states(console)[-1] == ("R05", PaperState.DRAFT)
    for room in state.rooms.values():
        room.ended_at = EVE
    assert sheet(console, SiteForm.DELAYS, SESSION) == b"DelaySheet R05 draft=False copy=1 "


def test_a_ledger_is_a_draft_until_its_room_ended(console: Console) -> None:
    room, state = console.site.sessions[SESSION].rooms[ROOM], console.site.sessions[SESSION]
    form = RoomForm.EXTRA_TIME

    def made(of: RoomId = ROOM) -> object:
        return working_papers.print_paper(console, form, SESSION, of, drawn_of_room, ADMIN)

    assert working_papers.paper_of(console, form, SESSION, NOWHERE) is None
    assert (made(), made(NOWHERE)) == (NoExtraTimeGiven(SESSION, ROOM), NobodyArranged(SESSION, (NOWHERE,)))
    ticket = next(iter(room.sittings))
    state.extra_time.append(
        ExtraTime(
            GrantNo("B-1"), ROOM, None, (ticket,), 5, Tier.ON_THE_SPOT, LossCause.STAFF, (), EVE, EVE, EVE, ADMIN.id
        )
    )
    room.started_at = EVE
    assert made() == b"ExtraTimeLedger 001 draft=True 14:00 0"
    paper = working_papers.paper_of(console, form, SESSION, ROOM)
    assert paper
    assert (paper.state, paper.copies) == (PaperState.DRAFT, ())
    room.ended_at = EVE + timedelta(hours=2)
    assert made() == b"ExtraTimeLedger 001 draft=False 16:00 0"
    paper = working_papers.paper_of(console, form, SESSION, ROOM)
    assert paper
    assert paper.state is PaperState.SENT
    seen = working_papers.preview_paper(console, form, SESSION, ROOM, drawn_of_room)
    assert seen == b"ExtraTimeLedger 001 draft=True 14:00 0"
