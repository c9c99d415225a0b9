"""Both ends on one small day: codes from the desk hold at the site, and each disagreement is found in its backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from typer.testing import CliRunner, Result

from app.authority import codes_given, keys, receive, reconcile
from app.authority.__main__ import app
from app.authority.codes_given import Given
from app.authority.findings import Disagreement, Finding
from app.authority.keys import Agency
from app.authority.reconcile import Replay
from app.core.attendance import ConfirmAttendance
from app.core.closing import CheckAnswers, EndRooms
from app.core.code_entry import CodeEntered, CodeForFewer, EnterCode
from app.core.consent import ConsentGiven
from app.core.delay import ApplyForDelay, DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.end_phase import ConfirmViolations
from app.core.extra_time import ExtraTimeGiven, GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ApplyForExtraTime, ExtraTimeAppliedFor, ExtraTimeTakenBack, TakeBackReason
from app.core.fault import CloseFault, FaultKind, FaultReported, ReportFault
from app.core.operation import Fact, Operation, Refusal
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.rulebook import Tier
from app.core.start import RecordStarts, RoomStart, RoomStarted, StartNotCovered
from app.core.terms import (
    ApplicationNo,
    CauseNo,
    ExamId,
    FaultNo,
    GrantNo,
    LockSerial,
    PersonId,
    RoomId,
    SessionId,
    Ticket,
)
from app.core.time_state import LossCause, Means
from app.core.time_state import Outcome as Decided
from app.crypto import codes
from app.crypto.codes import Purpose, Subject
from app.exchange import enrolment, strict
from app.exchange.enrolment import SiteRequest
from app.service import safekeeping
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.keeping import Target
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.agencies import agency, vouch
from tests.builders import A1, A2, B1, D1, GUIDE, LAW, R1, R2, STAGES, TAX, at, exam, plan
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, MORNING, OFFICER, SITE, Place, arrange

SESSION, ONE, TWO = SessionId("1-1"), RoomId("001"), RoomId("002")
EXAM, WHO = ExamId("practice-exam"), PersonId("A01")
NEVER_ASKED = Ticket("210100101")
PASSPHRASE = "a long enough passphrase"
ISSUED = f"{EXAM}-{SITE}-1"
SAID = ("duty officer", "A-001 power", "desk 1")


def subject(purpose: Purpose, whom: str) -> Subject:
    return Subject(purpose, EXAM, SITE, SESSION, whom)


@dataclass(frozen=True)
class Ends:
    """The province with its ledger, and what the site sent."""

    agency: Agency
    token: bytes
    backup: Path

    @property
    def request(self) -> SiteRequest:
        return enrolment.read(self.token)

    def given(self) -> list[Given]:
        return list(codes_given.read(self.agency.folder / codes_given.FILE))

    def found(self, ledger: Path, given: list[Given]) -> tuple[Finding, ...]:
        """The same backup against another ledger."""
        ledger.mkdir()
        for note in self.agency.folder.glob("*.issued"):
            shutil.copy(note, ledger)
        book = ledger / codes_given.FILE
        book.write_bytes(b"".join(strict.encode(one) + b"\n" for one in given))
        return reconcile.reconcile(replace(self.agency, folder=ledger), self.request, self.backup)


class CutDay(PracticeDay):
    """One room starts 35 minutes late, the other stands still for 31; both on codes of the province."""

    def __init__(self, console: Console, clock: DrivenClock, of: Agency) -> None:
        super().__init__(console, clock, lambda *_: None)
        self.of = of

    def give(self, purpose: Purpose, whom: str, minutes: int) -> str:
        return codes_given.give(self.of, subject(purpose, whom), minutes, *SAID, self._clock.moment().at)

    def enter(self, purpose: Purpose, whom: str, minutes: int) -> Refusal | None:
        asked, now = list(self._console.site.applications)[-1], self._clock.moment().at
        typed = self.give(purpose, whom, minutes).lower()
        return self._console.submit(EnterCode(asked, purpose, whom, typed, now, WHO), ADMIN, OFFICER)

    def does(self, operation: Operation, clock: str) -> None:
        self._do(operation, moment(clock))

    def run(self) -> None:
        self._eve()
        state = self._console.site.sessions[SESSION]
        self._doors(state)
        self.does(ReportFault(FaultKind.POWER, SESSION, ONE, (), moment("8:20"), WHO), "8:21")
        self.does(RecordStarts(SESSION, (RoomStart(TWO, MORNING),), WHO), "8:31")
        self.does(ApplyForDelay(SESSION, (ONE,), 40, self.causes), "8:55")
        self.does(CloseFault(FaultNo(self.causes[0]), moment("9:00")), "9:00")
        # Fewer than asked for: the province says so at once, and gives another one.
        assert self.enter(Purpose.DELAY, ONE, 35) == CodeForFewer(35, 40)
        assert self.enter(Purpose.DELAY, ONE, 40) is None
        self.does(RecordStarts(SESSION, (RoomStart(ONE, moment("9:05")),), WHO), "9:06")
        self.does(ReportFault(FaultKind.POWER, SESSION, TWO, (), moment("9:00"), WHO), "9:10")
        self.does(CloseFault(FaultNo(self.causes[-1]), moment("9:31")), "9:31")
        self.does(ApplyForExtraTime(SESSION, TWO, (), 31, self.causes[-1:]), "9:33")
        assert self.enter(Purpose.EXTRA_TIME_ROOM, TWO, 31) is None
        self.give(Purpose.EXTRA_TIME, NEVER_ASKED, 15)
        for room, clock in ((TWO, "9:34"), (ONE, "9:36")):
            self.does(ConfirmAttendance(SESSION, room, (max(state.rooms[room].sittings),), moment(clock), WHO), clock)
        loss = Loss(LossCause.FAULT, self.causes[-1:], moment("9:00"), moment("9:31"), WHO)
        self.does(GrantExtraTime(SESSION, TWO, (), (), 31, loss), "9:40")
        for room in (ONE, TWO):
            lines = tuple(ResultLine(ticket, self._outcome(room, ticket)) for ticket in state.rooms[room].sittings)
            kept = self._blob(f"result {room}", 2_000)
            self.does(TakeRoomResult(SESSION, room, kept, LockSerial("JK"), lines), "10:40")
        self.does(ConfirmViolations(SESSION, (ONE, TWO), moment("10:40"), WHO), "10:40")
        self.does(EndRooms(SESSION, (ONE, TWO), moment("10:40"), WHO), "10:41")
        self.does(CheckAnswers(SESSION), "10:42")

    @property
    def causes(self) -> tuple[CauseNo, ...]:
        return tuple(map(CauseNo, self._console.site.faults))

    def _outcome(self, room: RoomId, ticket: Ticket) -> Outcome:
        absent = max(self._console.site.sessions[SESSION].rooms[room].sittings)
        return Outcome.ABSENT if ticket == absent else Outcome.SUBMITTED


def moment(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return MORNING.replace(hour=hour, minute=minute)


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    home = tmp_path_factory.mktemp("both ends")
    of = agency(home / "agency")
    place, clock = Place(home / "site"), DrivenClock(EVE)
    enrolled = enrol(place.store, of.trust, SITE, place.make_lock(), clock)
    arrange(enrolled.console)
    package = enrolled.console.site.package
    assert package
    vouch(of, package)
    enrolled.console.store.close()
    console = unlock(place.store, place.lock(), clock)

    def root(purpose: str, session: str, whom: str) -> bytes:
        return codes.root(of.master, Subject(Purpose(purpose), EXAM, SITE, session, whom))

    console.directory = replace(console.directory, root=root)
    CutDay(console, clock, of).run()
    (home / "backups").mkdir()
    made = safekeeping.back_up(console, SESSION, Target(home / "backups"), ADMIN, OFFICER)
    assert isinstance(made, Path), made
    console.store.close()
    return Ends(of, enrolled.request, made)


def test_an_honest_site_leaves_only_what_was_never_asked_for(ends: Ends) -> None:
    (found,) = reconcile.reconcile(ends.agency, ends.request, ends.backup)
    assert (found.kind, found.serious) == (Disagreement.NOT_ENTERED, False)
    assert (found.purpose, found.subject, found.given) == (Purpose.EXTRA_TIME, NEVER_ASKED, 15)


def test_several_ledgers_count_together(ends: Ends, tmp_path: Path) -> None:
    own, other = tmp_path / "own", tmp_path / "other.ndjson"
    lines = (ends.agency.folder / codes_given.FILE).read_bytes().splitlines(keepends=True)
    own.mkdir()
    shutil.copy(ends.agency.folder / f"{ISSUED}.issued", own)
    (own / codes_given.FILE).write_bytes(b"".join(lines[:2]))
    other.write_bytes(b"".join(lines[2:]))
    found = reconcile.reconcile(replace(ends.agency, folder=own), ends.request, ends.backup, [other])
    assert [one.kind for one in found] == [Disagreement.NOT_ENTERED]


def test_what_the_province_never_gave_is_found_everywhere_it_was_used(ends: Ends, tmp_path: Path) -> None:
    found = ends.found(tmp_path / "empty", [])
    assert [(one.kind, one.purpose, one.subject, one.minutes, one.given) for one in found] == [
        (Disagreement.NEVER_GIVEN, Purpose.DELAY, ONE, 35, 0),
        (Disagreement.NEVER_GIVEN, Purpose.DELAY, ONE, 40, 0),
        (Disagreement.START_BEYOND, Purpose.DELAY, ONE, 35, 0),
        (Disagreement.NEVER_GIVEN, Purpose.EXTRA_TIME_ROOM, TWO, 31, 0),
        (Disagreement.MINUTES_BEYOND, Purpose.EXTRA_TIME_ROOM, TWO, 31, 0),
    ]
    assert all(one.serious and one.entry for one in found)
    assert found[-1].people == 4


@pytest.mark.parametrize(
    "other",
    [
        lambda one: changed(one, exam=ExamId("another")),
        lambda one: changed(one, site=type(one.site)("2102")),
        lambda one: changed(one, session=SessionId("1-2")),
    ],
    ids=["exam", "site", "session"],
)
def test_codes_given_for_elsewhere_count_for_nothing(
    ends: Ends, tmp_path: Path, other: Callable[[Given], Given]
) -> None:
    found = ends.found(tmp_path / "elsewhere", [other(one) for one in ends.given()])
    assert sum(one.kind is Disagreement.NEVER_GIVEN for one in found) == 3


def test_fewer_minutes_than_were_used(ends: Ends, tmp_path: Path) -> None:
    fewer = [changed(one, minutes=one.minutes - 6) for one in ends.given()]
    found = ends.found(tmp_path / "fewer", fewer)
    serious = [(one.kind, one.minutes, one.given) for one in found if one.serious]
    assert serious == [
        (Disagreement.NEVER_GIVEN, 35, 34),
        (Disagreement.NEVER_GIVEN, 40, 34),
        (Disagreement.START_BEYOND, 35, 34),
        (Disagreement.NEVER_GIVEN, 31, 25),
        (Disagreement.MINUTES_BEYOND, 31, 25),
    ]


def test_a_code_for_more_minutes_carries_those_for_fewer(ends: Ends, tmp_path: Path) -> None:
    most = [changed(one, minutes=60) for one in ends.given()]
    found = ends.found(tmp_path / "most", most)
    assert not any(one.serious for one in found)
    fewer = [(one.minutes, one.given) for one in found if one.kind is Disagreement.FOR_FEWER]
    assert fewer == [(35, 60), (40, 60), (31, 60)]
    assert sum(one.kind is Disagreement.NOT_ENTERED for one in found) == 3


@pytest.mark.parametrize(("late", "early"), [(60, 0), (61, 2)])
def test_a_code_is_not_heard_before_it_is_given(ends: Ends, tmp_path: Path, late: int, early: int) -> None:
    """By a minute two clocks may differ; the start at 9:05 was covered all the same."""
    given = [changed(one, at=one.at + timedelta(seconds=late)) for one in ends.given() if one.minutes != 35]
    found = ends.found(tmp_path / "late", [changed(ends.given()[0], minutes=35), *given])
    assert [one.kind for one in found if one.serious] == [Disagreement.TOO_EARLY] * early


def test_a_code_given_after_the_start_covers_nothing(ends: Ends, tmp_path: Path) -> None:
    hour = [changed(one, at=one.at + timedelta(hours=1)) for one in ends.given()]
    found = ends.found(tmp_path / "hour", hour)
    assert {one.kind for one in found if one.serious} == {
        Disagreement.TOO_EARLY,
        Disagreement.START_BEYOND,
        Disagreement.MINUTES_BEYOND,
    }


def test_what_was_given_after_the_backup_is_not_missed(ends: Ends, tmp_path: Path) -> None:
    later = changed(ends.given()[-1], at=moment("11:00"))
    assert not ends.found(tmp_path / "later", [*ends.given()[:-1], later])


def test_a_backup_of_another_site_or_a_changed_one_is_not_compared(ends: Ends) -> None:
    with pytest.raises(Trouble) as caught:
        reconcile.reconcile(ends.agency, changed(ends.request, site=type(SITE)("2102")), ends.backup)
    assert caught.value.code is Code.SITE_WRONG


def test_a_backup_of_data_that_this_agency_never_issued_is_neither_receipted_nor_compared(
    ends: Ends, tmp_path: Path
) -> None:
    """Its rules and times would be the measure of everything."""
    bare = replace(ends.agency, folder=tmp_path)
    steps: list[Callable[[], object]] = [
        lambda: receive.receive(bare, ends.request, ends.backup, moment("12:00")),
        lambda: reconcile.reconcile(bare, ends.request, ends.backup),
    ]
    for step in steps:
        with pytest.raises(Trouble) as caught:
            step()
        facts = {"package": ISSUED, "entry": 2, "problem": "unknown"}
        assert (caught.value.code, caught.value.facts) == (Code.PACKAGE_NOT_ISSUED, facts)
    assert not list(tmp_path.iterdir())
    (tmp_path / f"{ISSUED}.papers").write_bytes(b"of an agency that kept no more")
    assert receive.open_backup(bare, ends.request, ends.backup).unproved == (ISSUED,)
    assert receive.open_backup(ends.agency, ends.request, ends.backup).unproved == ()


APP = ApplicationNo("AS-001")
FAULT = FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, None, (), at("8:20"), GUIDE)
CAUSES = (CauseNo("AF-001"),)
LOSS = Loss(LossCause.FAULT, CAUSES, at("8:40"), at("9:40"), GUIDE)


def given(purpose: Purpose, whom: str, minutes: int, clock: str, session: SessionId = LAW) -> Given:
    return Given(purpose, exam().id, plan().code, session, whom, minutes, at(clock), *SAID)


def judged(
    *facts: Fact, ledger: tuple[Given, ...] = (), stage: str = "released", entered: str = "12:00"
) -> tuple[Finding, ...]:
    """What a journal says that no console of ours wrote."""
    replay, names = Replay(ledger), list(STAGES)
    before = [fact for name in names[: names.index(stage) + 1] for fact in STAGES[name]]
    for n, fact in enumerate((*before, FAULT, *facts), 1):
        replay.take(n, at("8:41" if n <= len(before) else entered), fact)
    return replay.findings()


def delay(minutes: int, tier: Tier, rooms: tuple[RoomId, ...] = (R1, R2), clock: str = "8:30") -> DelayAppliedFor:
    return DelayAppliedFor(APP, LAW, rooms, minutes, tier, CAUSES, at(clock))


def agreed(given: str, entered: str) -> ConsentGiven:
    return ConsentGiven(APP, Tier.CITY, Means.PHONE, D1, at(given), at(entered), GUIDE)


def started(room: RoomId, clock: str) -> RoomStarted:
    return RoomStarted(LAW, room, at(clock), GUIDE)


def granted(
    minutes: int, *tickets: Ticket, room: RoomId = R1, tool: str = "", number: str = "AB-001", session: SessionId = LAW
) -> ExtraTimeGiven:
    tier = Tier.MINISTRY if tool else Tier.PROVINCE
    return ExtraTimeGiven(GrantNo(number), session, room, None, tickets, minutes, tier, LOSS, at("9:45"), tool=tool)


@pytest.mark.parametrize(("clock", "beyond"), [("8:30:59", False), ("9:00", False), ("9:00:01", True)])
def test_a_late_start_stands_on_the_citys_consent_up_to_its_limit(clock: str, beyond: bool) -> None:
    consent = agreed("8:30:30", "8:30:50")
    found = judged(delay(30, Tier.CITY), consent, started(R1, clock))
    assert [one.kind for one in found if one.serious] == [Disagreement.START_BEYOND] * beyond


def test_a_start_that_nothing_covers_in_the_sites_own_journal() -> None:
    (found,) = judged(started(R1, "8:45"))
    assert (found.kind, found.minutes) == (Disagreement.START_BEYOND, 15)
    assert not judged(started(R1, "8:29"))


@pytest.mark.parametrize(("clock", "beyond"), [("9:15", False), ("9:15:01", True)])
def test_a_site_code_covers_every_room_to_the_second(clock: str, beyond: bool) -> None:
    entered = CodeEntered(APP, Purpose.DELAY_SITE, "*", 60, at("9:00"), at("9:00"), GUIDE, verified=True)
    ledger = (given(Purpose.DELAY_SITE, "*", 45, "9:00"),)
    found = judged(delay(45, Tier.PROVINCE), entered, started(R1, clock), started(R2, "9:10"), ledger=ledger)
    kinds = [one.kind for one in found if one.kind is not Disagreement.NOT_ENTERED]
    assert kinds == [Disagreement.NEVER_GIVEN, *[Disagreement.START_BEYOND] * beyond]


def test_a_start_on_the_ministrys_word_is_for_the_ministry_to_confirm() -> None:
    start = DirectiveTaken(APP, Decided.START, "D-1", D1, (R1,), at("9:35"), at("10:00"), at("9:36"))
    found = judged(delay(70, Tier.MINISTRY), start, started(R1, "9:40"), started(R2, "9:40"))
    assert [(one.kind, one.subject, one.reference) for one in found] == [
        (Disagreement.START_BEYOND, R2, ""),
        (Disagreement.BY_MINISTRY, R1, "D-1"),
    ]


@pytest.mark.parametrize(("asked", "clock", "named"), [("8:31", "8:30:59", True), ("8:31:40", "8:31", False)])
def test_a_start_before_the_site_asked_for_its_delay(asked: str, clock: str, named: bool) -> None:
    """Starts are told by the minute. Another room's application, and one of another session, say nothing of it."""
    asking = delay(30, Tier.CITY, clock=asked)
    found = judged(asking, agreed("8:30:30", "8:30:40"), started(R1, clock))
    serious = [(one.kind, one.subject, one.at, one.given_at) for one in found if one.serious]
    assert serious == [(Disagreement.STARTED_BEFORE_ASKING, R1, at(clock), at(asked))] * named
    elsewhere = changed(asking, rooms=(R2,)), changed(asking, session=TAX)
    assert not [one for other in elsewhere for one in judged(other, started(R1, "8:30"), entered="8:31")]


def test_a_start_before_any_of_several_applications() -> None:
    later = changed(delay(30, Tier.CITY, clock="8:50"), number=ApplicationNo("AS-002"))
    found = judged(delay(30, Tier.CITY, clock="8:32"), later, agreed("8:33", "8:33"), started(R1, "8:40"))
    assert [(one.kind, one.given_at) for one in found] == [(Disagreement.STARTED_BEFORE_ASKING, at("8:50"))]


@pytest.mark.parametrize(("entered", "named"), [("8:40", False), ("8:40:01", True)])
def test_what_allowed_a_start_was_entered_only_after_it(entered: str, named: bool) -> None:
    """Whatever the fact of the late start says of it, or leaves out."""
    found = judged(delay(30, Tier.CITY), agreed("8:35", entered), started(R1, "8:40"))
    assert [(one.kind, one.minutes, one.reference) for one in found] == [(Disagreement.ENTERED_LATE, 10, APP)] * named
    assert not any(one.serious for one in found)


def test_one_of_two_consents_was_entered_in_time() -> None:
    assert not judged(delay(30, Tier.CITY), agreed("8:35", "9:10"), agreed("8:36", "8:37"), started(R1, "8:40"))


@pytest.mark.parametrize(("entered", "minutes"), [("8:45", []), ("8:45:01", [15]), ("9:20", [50])])
def test_a_start_in_time_that_was_entered_much_later(entered: str, minutes: list[int]) -> None:
    found = judged(started(R1, "8:30"), entered=entered)
    assert [one.minutes for one in found] == minutes
    assert {(one.kind, one.serious) for one in found} <= {(Disagreement.TOLD_LATE, False)}


@pytest.mark.parametrize(("clock", "named"), [("8:40", False), ("8:35", True)])
def test_a_start_that_was_told_with_two_times(clock: str, named: bool) -> None:
    first = StartNotCovered(LAW, R1, at("8:40"), Tier.CITY, GUIDE)
    found = judged(delay(30, Tier.CITY), first, agreed("8:32", "8:33"), started(R1, clock), started(R2, "8:36"))
    assert [(one.kind, one.serious, one.subject, one.given_at) for one in found] == [
        (Disagreement.TOLD_OTHERWISE, False, R1, at("8:40"))
    ] * named


def test_a_time_that_no_clock_shows_is_none_there_either() -> None:
    far = changed(delay(30, Tier.CITY), at=datetime.max.replace(microsecond=0, tzinfo=UTC))
    with pytest.raises(OverflowError):
        judged(far, started(R1, "8:30"))


def test_an_opaque_code_that_nobody_gave_does_not_speak_of_the_master() -> None:
    entered = CodeEntered(APP, Purpose.DELAY, R1, 45, at("9:00"), at("9:00"), GUIDE, verified=False)
    (found,) = judged(delay(45, Tier.PROVINCE), entered)
    assert (found.kind, found.serious) == (Disagreement.UNPROVED, True)


def test_minutes_are_added_up_before_they_are_compared() -> None:
    ledger = (given(Purpose.EXTRA_TIME, A1, 12, "9:30"),)
    pieces = (granted(6, A1, A2), granted(6, A1, A2, number="AB-002"))
    found = [one for one in judged(*pieces, ledger=ledger, stage="confirmed") if one.serious]
    assert [(one.subject, one.minutes, one.given, one.people) for one in found] == [(R1, 12, 0, 1)]
    back = ExtraTimeTakenBack(LAW, GrantNo("AB-001"), TakeBackReason.MISTYPED, at("9:50"))
    assert not [one for one in judged(pieces[0], back, pieces[1], stage="confirmed") if one.serious]


def test_a_rooms_code_is_for_who_sat_there_and_for_a_room_that_asked() -> None:
    ledger = (given(Purpose.EXTRA_TIME_ROOM, R1, 30, "9:30"),)
    asked = ExtraTimeAppliedFor(APP, LAW, R1, (), 30, Tier.PROVINCE, CAUSES, at("9:20"))
    pieces = (granted(20, A1, A2), granted(10, A1, room=R2, number="AB-002"), granted(20, B1, number="AB-003"))
    found = [one for one in judged(asked, *pieces, ledger=ledger, stage="confirmed") if one.serious]
    assert [(one.purpose, one.subject, one.minutes) for one in found] == [(Purpose.EXTRA_TIME, B1, 20)]
    unasked = [one for one in judged(*pieces, ledger=ledger, stage="confirmed") if one.serious]
    assert [(one.subject, one.people) for one in unasked] == [(R1, 2), (A1, 1), (B1, 1)]


@pytest.mark.parametrize(
    ("minutes", "tool", "kinds"),
    [
        (10, "", []),
        (11, "", [Disagreement.MINUTES_BEYOND]),
        (61, "", [Disagreement.MINUTES_BEYOND]),
        (61, "T-7", [Disagreement.BY_MINISTRY]),
    ],
)
def test_beyond_an_hour_only_the_ministrys_tool(minutes: int, tool: str, kinds: list[Disagreement]) -> None:
    found = judged(granted(minutes, A1, tool=tool), stage="confirmed")
    assert [one.kind for one in found] == kinds
    assert [one.reference for one in found] == [tool] * len(kinds)


def test_a_code_of_one_session_is_none_of_the_next() -> None:
    ledger = (given(Purpose.EXTRA_TIME, A1, 30, "9:30", TAX),)
    found = judged(granted(30, A1), ledger=ledger, stage="confirmed")
    assert [one.kind for one in found if one.serious] == [Disagreement.MINUTES_BEYOND]
    (kept,) = judged(ExtraTimeAppliedFor(APP, LAW, R1, (A1,), 30, Tier.PROVINCE, CAUSES, at("9:20")), ledger=ledger)
    assert kept.kind is Disagreement.NOT_ENTERED


def test_a_fact_that_no_console_writes_ends_the_comparison(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start without its zone can be replayed, but not held against the plan."""
    opened = receive.open_backup(ends.agency, ends.request, ends.backup)
    place, line = next((n, one) for n, one in enumerate(opened.inside.lines) if '"room_started/1"' in one.body)
    naive = changed(line, body=line.body.replace("+08:00", ""))
    lines = (*opened.inside.lines[:place], naive, *opened.inside.lines[place + 1 :])
    forged = replace(opened, inside=replace(opened.inside, lines=lines))
    monkeypatch.setattr(reconcile, "open_backup", lambda *_: forged)
    with pytest.raises(Trouble) as caught:
        reconcile.reconcile(ends.agency, ends.request, ends.backup)
    assert (caught.value.code, caught.value.facts) == (Code.ENTRY_UNREADABLE, {"entry": line.n})


@pytest.mark.parametrize(("language", "serious"), [("zh-CN", "问题"), ("en", "Serious")])
def test_the_command_prints_every_finding_and_ends_with_1_on_a_serious_one(
    ends: Ends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, serious: str
) -> None:
    monkeypatch.setattr(keys, "load", lambda folder, _: replace(ends.agency, folder=folder))
    environment = {"EXAMSITE_PASSPHRASE": PASSPHRASE, "EXAMSITE_LANGUAGE": language}
    request = tmp_path / "site.examsite-request"
    request.write_bytes(ends.token)
    copy = tmp_path / "agency"
    shutil.copytree(ends.agency.folder, copy)
    words = ["reconcile", "--folder", str(copy), "--request", str(request), str(ends.backup)]

    def run() -> Result:
        return CliRunner().invoke(app, words, env=environment)

    result = run()
    assert (result.exit_code, result.stdout.count(NEVER_ASKED), serious in result.stdout) == (0, 1, False)
    book = copy / codes_given.FILE
    kept = book.read_bytes().splitlines(keepends=True)
    book.write_bytes(b"".join(kept[:-1]))
    assert run().exit_code == 0
    book.write_bytes(b"")
    result = run()
    assert (result.exit_code, result.stdout.count(serious)) == (1, 5)
    assert len(result.stderr.splitlines()) == 2
    assert "Traceback" not in result.output
    (copy / f"{ISSUED}.papers").write_bytes(b"")
    for command, told in (("receive", ["--receipts", str(tmp_path)]), ("reconcile", [])):
        for known in (True, False):
            shutil.copy(ends.agency.folder / f"{ISSUED}.issued", copy)
            if not known:
                (copy / f"{ISSUED}.issued").unlink()
            result = CliRunner().invoke(app, [command, *words[1:-1], *told, words[-1]], env=environment)
            assert (ISSUED in result.stdout + result.stderr, "Traceback" in result.output) == (not known, False)
    assert list(tmp_path.glob("*.examsite-receipt"))
