"""What sheets are made from, kept beside the state: as much as the whole journal tells them, and read once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.clock import NoteClockMoved, SystemClockMoved
from app.core.entry import CheckedIn
from app.core.fault import FaultKind, FaultReported, ReportFault
from app.core.operation import Fact
from app.core.site_form import FROM_JOURNAL
from app.core.terms import PersonId
from app.core.upload import UploadConfirmed
from app.journal.chain import Entry
from app.journal.store import Journal
from app.service import logbook
from app.service.clock import DrivenClock
from app.service.console import Console
from app.views.chronicle import on_sheets
from app.views.exceptions import Gathering, bears, exam_days, exceptions
from app.views.site_papers import sheet_content, subjects
from tests.builders import at
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange
from tests.unit.exception_story import EXCEPTIONAL, PLAIN, line, made

TOLD_LATE = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    """A morning, told partly late, in a store that was opened again after it was arranged."""
    arranged = place.enrol().console
    arrange(arranged)
    arranged.store.close()
    console = place.open()
    clock = console.clock = DrivenClock(EVE)
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    state = next(iter(console.site.sessions.values()))
    for step in (day._doors, day._exam, day._end):
        step(state)
    clock.advance(clock.moment().at + timedelta(hours=1))
    for told in (TOLD_LATE, NoteClockMoved(90)):
        assert console.submit(told, ADMIN, OFFICER) is None
    yield console
    console.store.abandon()


def test_every_sheet_says_what_the_whole_journal_says(console: Console) -> None:
    whole = logbook.lines(console, 1, console.store.journal.n)[::-1]
    told, site, people = tuple(logbook.told(console)), console.site, console.directory
    assert 0 < len(told) < len(whole)
    listed = subjects(site, people, sorted(FROM_JOURNAL), whole)
    assert subjects(site, people, sorted(FROM_JOURNAL), told) == listed
    assert {form for form, _ in listed} >= {"R12"}
    for form, subject in listed:
        assert sheet_content(site, people, form, subject, told) == sheet_content(site, people, form, subject, whole)
    found = [exceptions(site, told, day) for day in exam_days(site)]
    assert found == [exceptions(site, whole, day) for day in exam_days(site)]
    assert {FaultReported, SystemClockMoved} <= {type(one.fact) for day in found for kind in day for one in kind.lines}


def test_only_what_came_since_is_read(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(logbook.told(console))
    read: list[tuple[int, int]] = []
    part = Journal.part

    def noted(journal: Journal, first: int, last: int) -> tuple[Entry, ...]:
        read.append((first, last))
        return part(journal, first, last)

    monkeypatch.setattr(Journal, "part", noted)
    n = console.store.journal.n
    assert console.submit(NoteClockMoved(60), ADMIN) is None
    assert len(logbook.told(console)) == before + 1
    assert read == [(n + 1, n + 1)]


def test_an_opening_reads_it_with_all_the_rest(place: Place, console: Console) -> None:
    told = list(logbook.told(console))
    console.store.close()
    again = place.open()
    assert again.chronicle.n == again.store.journal.n
    assert again.chronicle.lines == told
    again.store.abandon()


def test_what_is_left_out_changes_no_exception() -> None:
    """Given every kind of entry, at once and an hour later; then whatever bears nothing is kept by no gathering."""
    for fact in (*(fact for _, fact in EXCEPTIONAL), *PLAIN, made(CheckedIn), made(FaultReported)):
        for made_at in (told_at(fact), told_at(fact) + timedelta(hours=1)):
            gathering = Gathering()
            gathering.take([line(1, fact, made_at)])
            kept = bool(gathering._found or gathering._typed_later or gathering._gates)
            assert kept is bears(fact, made_at), (fact, made_at)


def told_at(fact: Fact) -> datetime:
    moment = getattr(fact, "happened_at", None) or getattr(fact, "at", None)
    return moment if isinstance(moment, datetime) else at("9:00")


def test_sheets_take_what_is_no_exception_too() -> None:
    assert on_sheets(made(UploadConfirmed), at("9:00"))
    assert not bears(made(UploadConfirmed), at("9:00"))
    assert not on_sheets(made(CheckedIn, at=at("9:00")), at("9:00"))
