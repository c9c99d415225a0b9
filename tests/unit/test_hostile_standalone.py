"""What a dishonest site tries with standalone exams and at the end of a session; numbers are those of the review."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as other_than
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.authority import answers
from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.collection import ConfirmCollected
from app.core.damaged_result import NoteDamagedResult
from app.core.day_close import DayClosed, day_debts
from app.core.debts import room_debts
from app.core.end_phase import ConfirmViolations, ViolationsConfirmed
from app.core.end_state import ResultReason
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import TakeBackExtraTime, TakeBackReason
from app.core.gate import CheckName, blocking
from app.core.incident import IncidentOpened, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.operation import Refusal, Refused
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, RecordSigned
from app.core.room_gate import blockers
from app.core.room_report import RoomReported
from app.core.room_result import Outcome, ResultLine, RoomResultKept, TakeRoomResult
from app.core.standalone_course import IssueVoucher, LoginUnnoted, WithdrawStandalone
from app.core.standalone_place import MachineInUse
from app.core.standalone_return import DecideReturn, ReturnDoubtful, TakeStandaloneReturn
from app.core.standalone_state import Custody, Ground, ReturnFlaw, VoidReason
from app.core.terms import Digest, IncidentNo, LockSerial, Role, Ticket
from app.core.time_state import LossCause
from app.exchange import keyfile, outbox
from app.exchange import standalone_return as return_file
from app.exchange.paper import Answer, AnswerSheet
from app.service import media, room_files, standalone, standalone_return
from app.service.session_paper import paper_key, session_paper
from app.trouble import Code, Trouble
from devices.media import SeenMedium
from tests.agencies import agency
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    R1,
    ROOM_LOCK,
    Story,
    at,
    by,
    desk,
    digest,
    present,
)
from tests.stations import Bench
from tests.unit.alone_story import (
    CAUSE,
    COPY,
    FAILED_2,
    LOST,
    after_reset,
    asks,
    came_back,
    comes_back,
    consented,
    goes_out,
    morning,
    now,
    out,
    package_of,
    room,
    went_on,
    went_out,
)
from tests.unit.hostile_site import FIRST, ROOM, Insider
from tests.vectors import alone as vectors
from tests.vectors.keys import PERSONAL_KEY, SHARE, SITE_AGE, STATION, STORE_KEY

DAY = at("9:00").date()


def flaws(told: TakeStandaloneReturn, story: Story, clock: str) -> tuple[ReturnFlaw, ...]:
    """What the desk has against a return that comes at this hour."""
    answer = story.when(told, now(clock)).answer
    if not isinstance(answer, Refused):
        return ()
    assert isinstance(answer.refusal, ReturnDoubtful)
    return answer.refusal.flaws


def handed_in(opened: str, closed: str, *, used: int = 3000, open_for: int | None = None) -> TakeStandaloneReturn:
    """Opened and closed by the station's wall clock; open by its counter as long as that, unless said otherwise."""
    seconds = int((at(closed) - at(opened)).total_seconds()) if open_for is None else open_for
    return replace(comes_back(), opened_at=at(opened), closed_at=at(closed), used_seconds=used, open_seconds=seconds)


def no(story: Story) -> bool:
    return isinstance(story.answer, Refusal | Refused)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Insider]:
    made = Insider(tmp_path_factory.mktemp("insider"))
    yield made
    made.close()


@pytest.fixture
def tickets(site: Insider) -> Iterator[Ticket]:
    """Candidates of whom nothing is known yet but that they are there."""
    here = site.console.site.sessions[FIRST]
    return (one for one in site.tickets if one not in here.standalone)


def refused(site: Insider, name: str, content: bytes) -> Trouble:
    path = site.folder / name
    path.write_bytes(content)
    said = room_files.take_file(site.console, path, site.admin).no
    assert isinstance(said, Trouble)
    return said


# --- more time, a second try, answers of somebody else


def test_sal_03_answers_to_go_on_from_leave_a_trace(site: Insider, tickets: Iterator[Ticket]) -> None:
    """1: whoever holds lock and PIN wrote a sheet and exported it as "answers so far", alone; no fact named it."""
    ticket, console = next(tickets), site.console
    site.consented(ticket)
    paper, when = session_paper(console, FIRST), console.clock.moment().at
    written = tuple(Answer(one.id, one.choices[:1], "" if one.choices else "x", when) for one in paper.questions)
    forged = site.folder / "from-the-room.age"
    key = paper_key(console, FIRST).to_public()
    forged.write_bytes(return_file.seal_answers(AnswerSheet(paper.exam, FIRST, ticket, written), [key]))
    station = site.station("M-1")
    assert isinstance(site.exported(ticket, station, so_far=forged), Refusal)
    made = site.export(ticket, station, site.officer, so_far=forged)
    assert site.opened(ticket, station, made).answered == len(paper.questions)
    last = site.alone(ticket).packages[-1]
    assert outbox.digest_of(forged) in [getattr(last, name) for name in last.__slots__]


def test_sal_07_a_machine_that_stood_still_is_seen() -> None:
    """2: a paused machine: by its wall clock two hours, by its counter fifty minutes; handed in long after the end."""
    paused = handed_in("9:03", "11:50", used=3000, open_for=3000)
    assert flaws(paused, out(went_on("9:03")), "12:00") == (ReturnFlaw.CLOCK,)


def test_clk_10_handed_in_while_the_room_was_closed_is_seen() -> None:
    """3: the station's clock was ahead at the first opening, or the room's closure moved since: 9:45 ends it."""
    early = handed_in("9:03", "9:10", used=400)
    assert flaws(early, out(went_on("9:03")), "10:05") == (ReturnFlaw.EARLY,)


def test_sal_04_opened_at_another_time_than_the_room_told_is_seen() -> None:
    """4: told 9:30 at the desk, and by the station 9:03: either 27 minutes are asked for twice, or its clock is set."""
    assert flaws(handed_in("9:03", "9:59"), out(went_on("9:30")), "10:05") == (ReturnFlaw.LOGIN,)


def test_sal_04_a_login_that_nobody_noted_gives_no_minutes_and_is_told_by_the_return() -> None:
    """31: not noting it was the way round 4: more time "lost" in the ledger, and passed on to the station."""
    loss = Loss(LossCause.FAULT, (CAUSE,), at("8:50"), at("9:00"), GUIDE)
    story = out().done(GrantExtraTime(LAW, R1, (A1,), (), 8, loss), now("9:05"))
    story.when(IssueVoucher(LAW, A1), now("9:06")).then(LoginUnnoted(A1, 1))
    assert flaws(handed_in("9:03", "9:59"), story, "10:05") == ()
    story.done(handed_in("9:03", "9:59"), now("10:05"))
    assert package_of(story).packages[0].login_at == at("9:03")


def test_who_hands_in_late_after_the_time_used_no_more_than_allowed(tmp_path: Path) -> None:
    """5: an hour runs out, answers are read-only, the invigilator comes five minutes later: there is no doubt."""
    bench = Bench(tmp_path)
    opened = bench.opened(minutes=60)
    bench.hands.run(minutes=59)
    opened.answer("1", ("A",))
    bench.hands.run(minutes=6)
    assert opened.over
    opened.hand_in()
    said = bench.site.returned(opened.copy_return(bench.stick))
    bench.station.close()
    told = handed_in("9:00", "10:05", used=said.used_seconds, open_for=said.open_seconds)
    assert flaws(told, out(went_on("9:00")), "10:08") == ()


def test_sal_03_nobody_goes_out_whose_login_was_merely_not_noted() -> None:
    """6: present since the start, never noted as logged in, own machine works: a word of the administrator's."""
    assert no(morning().when(asks(Ground.ROOM_DOWN, ticket=A2), now("9:00")))
    told = replace(consented(A2), ground=Ground.ROOM_DOWN)
    assert no(morning(told).when(goes_out(ticket=A2), now("9:02")))


def test_sal_03_a_machine_s_name_is_no_free_text() -> None:
    """8: the page takes what is typed for another system's machine, and it comes into journal and sheets."""
    named = goes_out(custody=Custody.REGISTERED, machine="王丽 21010119900101123x <b>\u202e")
    assert no(after_reset(consented()).when(named, now("9:02")))


def test_sal_02_a_consent_is_used_up_once_they_went_back_to_the_room() -> None:
    """18: withdrawn at 9:05; at 9:30 the consent to what failed at 8:55 sends out another package."""
    story = out().done(WithdrawStandalone(LAW, A1, at("9:05"), GUIDE), now("9:06"))
    assert no(story.when(goes_out(2, issued_at=at("9:30")), now("9:31")))


def test_sal_02_nobody_consents_to_a_failed_reset_before_it_failed() -> None:
    """19: reset at 8:52, failed at 8:55, consent told as given at 8:51."""
    assert no(after_reset().when(asks(given_at=at("8:51")), now("9:00")))


def test_sal_07_minutes_that_a_voucher_passed_on_are_not_taken_back_unseen() -> None:
    """15: eight minutes given, passed on and struck out: the station has them, the ledger does not."""
    loss = Loss(LossCause.FAULT, (CAUSE,), at("8:50"), at("9:00"), GUIDE)
    story = out(went_on("9:03")).done(GrantExtraTime(LAW, R1, (A1,), (), 8, loss), now("9:05"))
    story.done(IssueVoucher(LAW, A1), now("9:06"))
    number = story.site.sessions[LAW].extra_time[-1].number
    taken_back = story.when(TakeBackExtraTime(LAW, number, TakeBackReason.NOT_GIVEN), now("9:10")).answer
    if isinstance(taken_back, tuple):
        story.given(*taken_back)
        back = replace(handed_in("9:03", "10:07"), granted_minutes=8)
        assert ReturnFlaw.TOO_LONG in flaws(back, story, "10:12")


def test_sal_07_a_voucher_that_cannot_be_written_is_not_issued() -> None:
    """21: a sum beyond ten hours is journaled, and then there is no text for it: an error, at every look."""
    story = out(went_on("9:03"))
    story.site.sessions[LAW].rooms[R1].sittings[A1].extra_minutes = 601
    assert no(story.when(IssueVoucher(LAW, A1), now("9:10")))


def test_sal_04_one_station_does_not_serve_two_under_two_names() -> None:
    """28: a request says its machine's name itself; the key is the same."""
    story = out(*FAILED_2, consented(A2))
    other = goes_out(ticket=A2, place="021", machine="J-21")
    story.when(replace(other, key=goes_out().key), now("9:02")).then(MachineInUse("J-21", A1))
    assert not no(story.when(other, now("9:02")))


# --- what comes back


def test_sal_05_another_system_s_package_is_not_its_own_return(site: Insider, tickets: Iterator[Ticket]) -> None:
    """7: the unopened package, or an empty file, counts as the answers by one administrator's word."""
    for ticket, content in zip(tickets, (None, b""), strict=False):
        site.consented(ticket)
        path = site.folder / f"{ticket}.dat"
        path.write_bytes(b"a package")
        made = standalone.register(site.console, FIRST, ticket, "PC-9" + ticket[-1], site.where, path, site.admin)
        assert isinstance(made, Path)
        if content is not None:
            path.write_bytes(content)
        try:
            taken = standalone_return.take_registered(site.console, FIRST, ticket, path, site.admin)
        except Trouble:
            continue
        assert isinstance(taken, Refusal), taken


def test_sal_05_two_people_say_that_another_system_s_answers_are_back() -> None:
    """7: as with a result that is typed in (DAT-03): nothing in the file can be checked here."""
    story = after_reset(consented(), went_out(custody=Custody.REGISTERED))
    told = replace(comes_back(), used_seconds=0, questions=0, answered=0)
    assert no(story.when(told, present(at("10:05"), by(ADMIN, Role.SITE_ADMIN))))


@dataclass(frozen=True)
class Telling:
    """Every folder lies on a medium that tells this serial."""

    serial: str

    def seen(self) -> tuple[SeenMedium, ...]:
        return ()

    def at(self, folder: Path) -> SeenMedium:
        return SeenMedium(folder, self.serial, "", 0, 0)


def test_dat_11_a_medium_known_by_its_label_is_no_key_for_every_stick(
    site: Insider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """9: whoever tells a serial is another one than the medium that told none."""
    monkeypatch.setattr(site.console, "media", Telling("1234-ABCD"))
    with pytest.raises(Trouble) as caught:
        media.on_medium(site.console, site.stick, site.medium)
    assert caught.value.code is Code.MEDIUM_UNREGISTERED
    monkeypatch.setattr(site.console, "media", Telling(""))
    if not site.console.site.safe.media[site.medium].read:
        media.on_medium(site.console, site.stick, site.medium)


def test_two_packages_with_one_name_both_lie_on_the_medium(site: Insider, tickets: Iterator[Ticket]) -> None:
    """10: the second one was written over the first."""
    written = []
    for n, ticket in enumerate(islice(tickets, 2)):
        site.consented(ticket)
        folder = site.folder / f"from-{ticket}"
        folder.mkdir()
        (folder / "package.dat").write_bytes(ticket.encode())
        path = folder / "package.dat"
        made = standalone.register(site.console, FIRST, ticket, f"PC-3{n}", site.where, path, site.admin)
        assert isinstance(made, Path)
        written.append((made, ticket.encode()))
    assert all(path.read_bytes() == content for path, content in written)
    assert all(path.name == "package.dat" for path, _ in written)


def test_another_system_s_package_is_not_written_again_as_one_of_ours(site: Insider, tickets: Iterator[Ticket]) -> None:
    """10: it was written once more as one of ours."""
    ticket = next(tickets)
    site.consented(ticket)
    path = site.folder / "their.pkg"
    path.write_bytes(b"theirs")
    standalone.register(site.console, FIRST, ticket, "PC-40", site.where, path, site.admin)
    again = standalone.write_again(site.console, FIRST, ticket, site.stick)
    assert isinstance(again, Refusal) or again.suffix != ".examsite-alone"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"exam": "2026-XX"}, Code.EXAM_WRONG),
        ({"session": "9-9"}, Code.SESSION_WRONG),
        ({"ticket": "210105001099"}, Code.TICKET_WRONG),
    ],
)
def test_the_province_sees_that_a_return_holds_the_answers_of_another(
    tmp_path: Path, other: dict[str, str], code: Code
) -> None:
    """23: a site with a station of its own puts the sealed answers of one into the return of another."""
    of = agency(tmp_path)
    to = of.identity.to_public()
    site = keyfile.create(
        SHARE, STORE_KEY, PERSONAL_KEY, mode=of.mode, site=vectors.RETURN.site, lock=LockSerial("KW-1"), province=to
    )
    sealed = return_file.seal_answers(replace(vectors.SHEET, **other), [to])
    said = replace(vectors.RETURN, answers=Digest(hashlib.sha256(sealed).hexdigest()))
    file = return_file.write(said, sealed, STATION, SITE_AGE.to_public())
    with pytest.raises(Trouble) as caught:
        answers.of_return(of, site, file, "a.examsite-return")
    assert caught.value.code is code


def test_sal_06_an_interim_copy_counts_on_lost_answers_only() -> None:
    """17: an open incident of any kind was enough, while the candidate still answers."""
    strange = IncidentOpened(LOST, IncidentKind.EXAM_ORDER, LAW, R1, at("9:10"), GUIDE)
    story = out(strange, came_back(final=False, file=COPY))
    assert no(story.when(DecideReturn(LAW, A1, COPY, LOST), now("9:40")))


def test_dat_02_a_damaged_file_is_noted_whoever_brings_it(site: Insider, tickets: Iterator[Ticket]) -> None:
    """22: taking it in was allowed, noting that it is damaged was not, and nobody heard of it."""
    ticket = next(tickets)
    site.consented(ticket)
    site.export(ticket, site.station("M-8"))
    before = site.console.site.sessions[FIRST].rooms[ROOM].damaged
    staff = site.console.directory.staff.values()
    guide = next(one for one in staff if one.role is Role.ROOM_ADMIN and one.room in (ROOM, None))
    signer = other_than(site.admin, id=guide.code, role=Role.ROOM_ADMIN)
    path = site.folder / f"{ticket}-{FIRST}-1.examsite-return"
    path.write_bytes(b"torn")
    assert room_files.take_file(site.console, path, signer).no
    assert site.console.site.sessions[FIRST].rooms[ROOM].damaged != before


def test_dat_02_only_what_went_out_comes_back_damaged(site: Insider) -> None:
    """22: any file with a ticket in its name opened an incident on which answers of that room can be written off."""
    before = len(site.console.site.incidents)
    damaged = site.console.site.sessions[FIRST].rooms[ROOM].damaged
    refused(site, f"{site.tickets[0]}-{FIRST}-77.examsite-return", b"junk of somebody's own making")
    after = site.console.site.sessions[FIRST].rooms[ROOM].damaged
    assert (len(site.console.site.incidents), after) == (before, damaged)


def test_sal_05_one_damaged_file_writes_off_its_own_candidate_only() -> None:
    """22: the incident of the first one's file serves for the second one's answers."""
    story = out().done(NoteDamagedResult(LAW, R1, digest("junk"), A1), present(at("9:30"), by(ADMIN, Role.SITE_ADMIN)))
    incident = IncidentNo(list(story.site.incidents)[-1])
    assert no(story.when(WriteOff(LAW, A2, incident), desk(Role.CHIEF, Role.SITE_ADMIN, now=at("9:31"))))


def test_sal_05_a_return_of_no_package_of_this_site_is_refused(site: Insider) -> None:
    """Number, candidate and session are those of a package that went out, or nothing is taken."""
    ticket, console = site.tickets[0], site.console
    for asked in (replace(vectors.RETURN, ticket=ticket, number=9), vectors.RETURN):
        to = console.store.keys.identity.to_public()
        file = return_file.write(replace(asked, session=FIRST), vectors.SEALED_ANSWERS, STATION, to)
        assert refused(site, "a.examsite-return", file).code is Code.PACKAGE_WRONG


def test_sal_03_nobody_goes_on_from_the_answers_of_another(site: Insider, tickets: Iterator[Ticket]) -> None:
    """The interim copy of one is no beginning for the other; nothing goes out."""
    one, other = islice(tickets, 2)
    station = site.station("M-11")
    site.consented(one)
    opened = site.opened(one, station, site.export(one, station))
    opened.answer(opened.questions[0].id, opened.questions[0].choices[:1])
    copy = opened.interim(site.stick)
    site.consented(other)
    with pytest.raises(Trouble) as caught:
        site.export(other, site.station("M-12"), site.officer, so_far=copy)
    assert caught.value.code is Code.TICKET_WRONG
    assert site.alone(other).live is None
    made = site.export(one, site.station("M-13"), site.officer, voids=VoidReason.STATION_FAILED, so_far=copy)
    assert made.number == 2


def test_sec_01_no_name_number_or_code_is_in_journal_or_file_names(site: Insider, tickets: Iterator[Ticket]) -> None:
    """Of those who go on alone, too: facts name tickets, files are named after them."""
    ticket, console = next(tickets), site.console
    site.consented(ticket)
    made = site.export(ticket, site.station("M-14"))
    person = console.directory.candidates[ticket]
    told = b"".join(entry.body for entry in console.store.journal.read())
    names = "".join(str(path) for path in site.folder.rglob("*"))
    for secret in (person.name, person.id_number, made.code, made.code.replace("-", "")):
        assert secret.encode() not in told
        assert secret not in names
    assert ticket.encode() in told


# --- the end


def test_dat_01_no_end_command_before_what_it_waits_for() -> None:
    """11: answers back at 10:01, violations confirmed at 10:00, "ended" told as 9:46: an end without the gate."""
    rest = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A2, A3), (), ())
    story = out(came_back(), rest, ViolationsConfirmed(LAW, R1, at("10:00"), GUIDE))
    assert blockers(story.site, room(story)) == ()
    assert no(story.when(EndRooms(LAW, (R1,), at("9:46"), GUIDE), now("12:00")))


def test_dat_01_violations_are_confirmed_at_the_end() -> None:
    """12: a minute after the start there is nothing to confirm."""
    early = present(at("8:31"), by(ADMIN, Role.SITE_ADMIN))
    assert no(Story("started").when(ConfirmViolations(LAW, (R1,), at("8:31"), GUIDE), early))


def test_rec_01_a_record_signed_before_a_change_is_not_the_record() -> None:
    """13: printed and signed; then another result makes of "collected" "never logged in", and the day is closed."""
    content, file = digest("content"), digest("file")
    story = Story("checked").given(
        RecordKept(ROOM_RECORD, LAW, R1, 1, content, file, None),
        RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True),
        RecordSigned(ROOM_RECORD, LAW, R1, 1, at("10:30")),
    )
    lines = ((A1, Outcome.NEVER_LOGGED_IN), (A2, Outcome.SUBMITTED), (A3, Outcome.ABSENT))
    again = tuple(ResultLine(*line) for line in lines)
    story.done(TakeRoomResult(LAW, R1, D2, ROOM_LOCK, again, ResultReason.WRONG_FILE), now("11:00"))
    story.done(CheckAnswers(LAW), now("11:05"))
    assert CheckName.RECORD_SIGNED in blocking(room_debts(story.site, room(story), LIAONING))


def test_rec_01_an_incident_entered_after_the_signatures_is_not_on_the_record() -> None:
    """32: the record lists what happened in the room; told later, it is on no paper that anybody signed."""
    story = Story("checked").given(
        RecordKept(ROOM_RECORD, LAW, R1, 1, digest("content"), digest("file"), None),
        RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True),
        RecordSigned(ROOM_RECORD, LAW, R1, 1, at("10:30")),
    )
    assert CheckName.RECORD_SIGNED not in blocking(room_debts(story.site, room(story), LIAONING))
    story.done(OpenIncident(IncidentKind.EXAM_ORDER, LAW, R1, at("9:00"), GUIDE), now("11:00"))
    assert CheckName.RECORD_SIGNED in blocking(room_debts(story.site, room(story), LIAONING))


def test_dat_07_a_day_is_not_closed_with_something_open() -> None:
    """14: closed; then a result comes that differs: the day goes on being called closed."""
    story = Story("checked").given(DayClosed(DAY, at("11:30")))
    lines = tuple(ResultLine(*line) for line in ((A2, Outcome.SUBMITTED), (A3, Outcome.ABSENT)))
    asked = TakeRoomResult(LAW, R1, D2, ROOM_LOCK, lines, ResultReason.WRONG_FILE)
    answer = story.when(asked, now("11:40")).answer
    story.given(*(answer if isinstance(answer, tuple) else ()))
    debts = {one.room: one.checks for one in day_debts(story.site, DAY, LIAONING) if one.session == LAW}
    assert not (DAY in story.site.closed_days and CheckName.RESULT in debts.get(R1, ()))


def test_clk_13_a_later_count_of_the_room_is_heard() -> None:
    """16: "all handed in" at 9:46 by voice; at 9:55 the room's signed report counts nobody."""
    story = Story("confirmed").done(ConfirmCollected(LAW, R1, 2, (), (), at("9:46"), GUIDE), now("9:50"))
    story.given(RoomReported(LAW, R1, 5, 2, 1, 2, 0, at("9:55"), GUIDE, digest("report")))
    assert CheckName.SUBMITTED in blockers(story.site, room(story))
