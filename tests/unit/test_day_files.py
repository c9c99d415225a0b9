"""A day's files from the site's desk to the agency's table: both ends meet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from app.authority import __main__ as program
from app.authority import day_files, keys
from app.authority.keys import Agency
from app.core.closing import RoomsStillOpen
from app.core.day_export import DayExported, DayFile
from app.core.day_figures import Figures
from app.core.free_text import FreeText, TextPart
from app.core.operation import Refusal
from app.core.permission import NotYourRole
from app.core.site_form import SiteForm
from app.core.terms import Digest, ExamId, Role, RoomId, SessionId, SiteCode, Ticket
from app.core.violation import RecordViolation
from app.core.violation_kinds import ViolationKind, ViolationLevel
from app.core.violation_state import Account, Found
from app.exchange import enrolment, outbox
from app.exchange.enrolment import SiteRequest
from app.exchange.violation_list import unsealed
from app.service import day_summary, free_text, logbook, site_sheets, violation_list
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.unlock import unlock
from app.text import text
from app.trouble import Code, Trouble
from app.word_ids import word_id
from reports import site_sheet
from tests.agencies import agency
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, OFFICER, SITE, Place, arrange

Export = Callable[..., Refusal | Path]
SESSION, ROOM = SessionId("1-1"), RoomId("001")
SAID = tuple(text("en").say(word_id(one)) for one in (ViolationKind.OWN_DEVICE, ViolationLevel.SERIOUS))
TICKET, NAME, TYPED = Ticket("210100001"), "C00001", "=A telephone, behind the screen"


@dataclass(frozen=True)
class Ends:
    """The agency, the site's store and the request between them."""

    of: Agency
    place: Place
    request: Path

    @property
    def asked(self) -> SiteRequest:
        return enrolment.read(self.request.read_bytes())


def record(console: Console, kind: ViolationKind) -> None:
    """Found after the exam, as now."""
    starts, now = console.site.sessions[SESSION].plan.starts_at, console.clock.moment().at
    account = Account(kind, starts, Found.INVESTIGATION, now, "", Digest(""))
    said = FreeText(((TextPart.ACT, TYPED), (TextPart.HANDLING, "Looked at on video.")))
    assert free_text.submit(console, RecordViolation(SESSION, ROOM, TICKET, account, said, ADMIN.id), ADMIN) is None


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    """A day that came to its end, with one violation found afterwards."""
    folder = tmp_path_factory.mktemp("ended")
    place, of = Place(folder / "site"), agency(folder / "agency")
    enrolled = enrol(place.store, of.trust, SITE, place.make_lock(), DrivenClock(EVE))
    request = folder / f"{SITE}{enrolment.SUFFIX}"
    request.write_bytes(enrolled.request)
    arrange(enrolled.console)
    enrolled.console.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    state = console.site.sessions[SESSION]
    for step in (day._doors, day._exam, day._end):
        step(state)
    clock.advance(clock.moment().at + timedelta(hours=1))
    record(console, ViolationKind.OWN_DEVICE)
    console.store.close()
    return Ends(of, place, request)


@pytest.fixture
def console(ended: Ends, tmp_path: Path) -> Iterator[Console]:
    console = ended.place.copy(tmp_path / "copy").open()
    assert console.last_entry
    console.clock = DrivenClock(console.last_entry)
    yield console
    console.store.abandon()


DAY = EVE.date() + timedelta(days=1)


def written(done: Refusal | Path) -> Path:
    assert isinstance(done, Path), done
    return done


def entered(console: Console) -> list[DayExported]:
    lines = logbook.lines(console, 1, console.store.journal.n)
    return [line.fact for line in reversed(lines) if isinstance(line.fact, DayExported)]


def run(ends: Ends, monkeypatch: pytest.MonkeyPatch, command: str, *asked: object) -> tuple[int, str]:
    """The agency's command on these files; exit code and what it says."""
    monkeypatch.setattr(keys, "load", lambda folder, passphrase: ends.of)
    told = [command, "--folder", ends.of.folder, "--request", ends.request, *asked]
    result = CliRunner().invoke(
        program.app, [str(one) for one in told], env={"EXAMSITE_PASSPHRASE": "p", "EXAMSITE_LANGUAGE": "en"}
    )
    return result.exit_code, result.output


def test_numbers_go_out_beside_the_sheet_that_says_the_same(console: Console, ended: Ends, tmp_path: Path) -> None:
    # Given the sheet of the day, printed
    pdf = site_sheets.print_sheet(console, SiteForm.DAY_SUMMARY, str(DAY), site_sheet.draw, ADMIN)
    assert isinstance(pdf, bytes)
    # When its file is exported
    path = written(day_summary.export(console, DAY, tmp_path / "stick", ADMIN))
    # Then both lie there, and the agency reads the same numbers
    assert path.name == f"practice-exam-{SITE}-{DAY}.examsite-summary"
    assert (path.parent / f"R11-{DAY}-1.pdf").read_bytes() == pdf
    read = day_files.read_summary(ended.of, [ended.asked], path, ExamId("practice-exam"))
    (copy,) = console.site.sheet_copies(SiteForm.DAY_SUMMARY, str(DAY))
    assert (read.day, read.record) == (DAY, copy.content)
    assert (read.total.arranged, read.total.present, read.total.absent, read.total.collected) == (10, 8, 2, 8)
    assert (read.total.late_refused, read.total.faults, read.total.violations_serious) == (2, 2, 1)
    assert (read.elsewhere, [one.session for one in read.sessions]) == (Figures(), [SESSION])
    assert entered(console) == [DayExported(DAY, DayFile.SUMMARY, outbox.digest_of(path), 1)]


def test_a_sheet_that_says_something_else_does_not_go_along(console: Console, tmp_path: Path) -> None:
    site_sheets.print_sheet(console, SiteForm.DAY_SUMMARY, str(DAY), site_sheet.draw, ADMIN)
    record(console, ViolationKind.MARKS)
    written(day_summary.export(console, DAY, tmp_path, ADMIN))
    assert not list(tmp_path.glob("*.pdf"))


def test_violations_go_to_the_province_alone(console: Console, ended: Ends, tmp_path: Path) -> None:
    path = written(violation_list.export(console, DAY, tmp_path, ADMIN))
    assert path.name == f"practice-exam-{SITE}-{DAY}.examsite-violations"
    assert not any(said.encode() in path.read_bytes() for said in (NAME, TICKET, TYPED))
    read = day_files.read_violations(ended.of, [ended.asked], path)
    (one,) = read.violations
    assert (one.ticket, one.name, one.versions[0].act, one.complete) == (TICKET, NAME, TYPED, False)
    assert entered(console) == [DayExported(DAY, DayFile.VIOLATIONS, outbox.digest_of(path), 1)]
    with pytest.raises(Trouble) as caught:
        unsealed(path.read_bytes(), console.store.keys.identity, path.name)
    assert caught.value.code is Code.FILE_NOT_FOR_US


@pytest.mark.parametrize("export", [day_summary.export, violation_list.export])
def test_who_may_not_leaves_nothing_behind(console: Console, tmp_path: Path, export: Export) -> None:
    refusal = export(console, DAY, tmp_path / "stick", OFFICER)
    assert refusal == NotYourRole(Role.EXAM_OFFICE, (Role.SITE_ADMIN,))
    assert not list((tmp_path / "stick").glob("*"))
    state = console.site.sessions[SESSION]
    state.rooms[ROOM].ended_at = None
    assert export(console, DAY, tmp_path / "stick", ADMIN) == RoomsStillOpen(SESSION, (ROOM,))
    assert not list((tmp_path / "stick").glob("*"))


@pytest.mark.parametrize("export", [day_summary.export, violation_list.export])
def test_what_is_not_entered_does_not_stay(
    console: Console, tmp_path: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the lock is pulled between the file and its entry."""
    no = RoomsStillOpen(SESSION, (ROOM,))
    monkeypatch.setattr(console, "submit", lambda *_: no)
    assert export(console, DAY, tmp_path / "stick", ADMIN) == no
    assert not list((tmp_path / "stick").glob("*"))
    assert not entered(console)


def test_a_medium_that_takes_nothing_is_not_entered(console: Console, tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        violation_list.export(console, DAY, tmp_path / "stick", ADMIN)
    assert caught.value.code is Code.FILE_MISSING
    assert not entered(console)


def test_the_commands_make_one_table(
    console: Console, ended: Ends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = written(day_summary.export(console, DAY, tmp_path, ADMIN))
    acts = written(violation_list.export(console, DAY, tmp_path, ADMIN))
    code, said = run(ended, monkeypatch, "summary", numbers, "--out", tmp_path / "n.csv")
    assert (code, "wrote 3 lines" in said) == (0, True), said
    rows = list(csv.DictReader(io.StringIO((tmp_path / "n.csv").read_text("utf-8-sig"))))
    assert [(row["session"], row["present"]) for row in rows] == [(f"'{SESSION}", "8"), ("-", "0"), ("*", "8")]
    code, said = run(ended, monkeypatch, "violations", acts, "--out", tmp_path / "v.csv", "--exam", "practice-exam")
    assert (code, "wrote 1 line:" in said) == (0, True), said
    (row,) = csv.DictReader(io.StringIO((tmp_path / "v.csv").read_text("utf-8-sig")))
    assert (row["name"], row["act"], row["kind"]) == (NAME, f"'{TYPED}", "V-201")
    assert (row["kind_said"], row["level"]) == SAID
    code, said = run(ended, monkeypatch, "violations", acts, "--out", tmp_path / "v.ndjson")
    (line,) = (tmp_path / "v.ndjson").read_bytes().splitlines()
    assert json.loads(line)["violations"][0]["versions"][0]["act"] == TYPED


@pytest.mark.parametrize(
    ("command", "asked", "expected"),
    [
        ("summary", ("--exam", "another"), "exam"),
        ("violations", ("--exam", "another"), "exam"),
        ("violations", (), ""),
    ],
)
def test_what_does_not_fit_writes_no_table(
    console: Console,
    ended: Ends,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    asked: tuple[str, ...],
    expected: str,
) -> None:
    path = written((day_summary if command == "summary" else violation_list).export(console, DAY, tmp_path, ADMIN))
    if not expected:
        path.write_bytes(path.read_bytes()[:-1])
    code, said = run(ended, monkeypatch, command, path, "--out", tmp_path / "x.csv", *asked)
    assert (code, expected in said, (tmp_path / "x.csv").exists()) == (1, True, False)


def test_a_site_that_nobody_asked_for_is_unknown(console: Console, ended: Ends, tmp_path: Path) -> None:
    path = written(day_summary.export(console, DAY, tmp_path, ADMIN))
    with pytest.raises(Trouble) as caught:
        day_files.read_summary(ended.of, [replace(ended.asked, site=SiteCode("999999"))], path)
    assert caught.value.code is Code.SIGNER_UNKNOWN
