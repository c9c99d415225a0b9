"""What a dishonest or unlucky site would try, on a real practice day stopped at the right moment."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from app.core.authorization import AuthorizationRejected, ExamAuthorizationAlone, Flaw
from app.core.closing import EndRooms, RoomsNotReady
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.end_phase import ConfirmViolations
from app.core.gate import CheckName
from app.core.operation import Refusal
from app.core.permission import AnotherPersonNeeded, NobodySignedIn
from app.core.records import ReprintReason, ReprintReasonNeeded
from app.core.room_state import Presence
from app.core.site import Source
from app.core.terms import PersonId, RoomId, SessionId
from app.core.timestamp import RecordTimestamp, TimestampsDiffer
from app.exchange import backup, outbox, strict
from app.journal import codec
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import PracticeProvince, Size
from app.service import arrangement, authorization, people, records, rooms, safekeeping, upload
from app.service.clock import BEIJING, DrivenClock
from app.service.keeping import Target
from app.service.sitelock import LockKey
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from reports import fonts, room_record
from tests.journeys.day import means

SIZE = Size("liaoning-2021-senior", 2, 24, 5)
MORNING, ONE, TWO = SessionId("1-1"), RoomId("001"), RoomId("002")
EVE = datetime(2021, 6, 18, 14, tzinfo=BEIJING)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Callable[[datetime], Running]]:
    """The day of a site with two rooms, run up to a moment; `EVE` is before the package."""
    opened: list[Running] = []

    def until(moment: datetime) -> Running:
        clock = DrivenClock(FOUNDED)
        here = Running(Ground.lay(tmp_path, SIZE, means(), clock), SIZE)
        opened.append(here)
        if moment > EVE:
            here.ground.before()
            for when, step in here.steps():
                if when < moment:
                    clock.advance(max(when, clock.moment().at))
                    step()
            clock.advance(max(moment, clock.moment().at))
        return here

    yield until
    for here in opened:
        here.console.store.abandon()


def at(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(2021, 6, 19, hour, minute, tzinfo=BEIJING)


Until = Callable[[datetime], Running]


def code(caught: pytest.ExceptionInfo[Trouble]) -> Code:
    return caught.value.code


def test_a_package_that_breaks_off_leaves_nothing_and_the_whole_one_comes_in_once(
    running: Until, tmp_path: Path
) -> None:
    day = running(EVE)
    console, lock = day.console, people.holder_of_lock(day.console)
    package = day.ground.province.package(tmp_path)
    whole, before = package.read_bytes(), (console.store.journal.n, list(console.store.blobs.digests()))
    for broken in (whole[:-100], whole[: len(whole) // 2], whole[:200] + b"\0" + whole[201:], b""):
        package.write_bytes(broken)
        with pytest.raises(Trouble):
            arrangement.import_package(console, package, fonts.missing, lock)
        assert (console.store.journal.n, list(console.store.blobs.digests())) == before
    package.write_bytes(whole)
    imported = arrangement.import_package(console, package, fonts.missing, lock)
    assert imported.refusal is None
    assert (imported.photos, imported.without_photo, imported.unprintable) == (24, 0, ())
    after = console.store.journal.n
    assert (
        arrangement.import_package(
            console,
            package,
            fonts.missing,
            people.sign_with_pin(console, "A01", "000000"),
            people.sign_with_pin(console, "A02", "000000"),
        ).refusal
        is None
    )
    assert console.store.journal.n == after


def test_a_ministry_of_ones_own_authorizes_nothing(running: Until, tmp_path: Path) -> None:
    day = running(at("7:30"))
    forger = PracticeProvince.make(tmp_path / "forger", SIZE, day.ground.clock)
    forger._request = day.ground.province.request
    with pytest.raises(Trouble) as caught:
        authorization.receive(day.console, [forger.exam_authorization()], *day.office)
    assert code(caught) is Code.SIGNER_UNKNOWN
    with pytest.raises(Trouble) as caught:
        upload.take_receipt(day.console, forger.exam_authorization(), *day.office)
    assert code(caught) is Code.KIND_WRONG


def test_no_start_while_one_of_three_timestamps_is_odd(running: Until) -> None:
    day = running(at("7:40"))
    assert day.console.submit(RecordTimestamp(Source.CALIBRATION, "2021-06-11 16:05:34"), *day.office) is None
    day.ground.clock.advance(at("8:10"))
    day.ground.receive(day.ground.province.start_authorization(MORNING))
    assert authorization.check(day.console, MORNING, *day.office) == TimestampsDiffer(
        (Source.CALIBRATION,), ("2021-06-11 16:05:34",)
    )


def result_of(day: Running, room: RoomId) -> bytes:
    state = day.console.site.sessions[MORNING]
    maker = day.ground.results(Random(1))
    return maker.result(state, state.rooms[room], day.ground.locks[room], day._now)


def test_a_result_that_differs_is_kept_and_only_its_own_room_waits(running: Until) -> None:
    day = running(at("12:01"))
    console, who = day.console, PersonId("A01")
    sealed = {room: result_of(day, room) for room in (ONE, TWO)}
    present = next(
        ticket
        for ticket, sitting in console.site.sessions[MORNING].rooms[ONE].sittings.items()
        if sitting.presence is Presence.PRESENT
    )
    wrong = CorrectAttendance(MORNING, present, False, CorrectionReason.MISHEARD, day._now, who)
    assert console.submit(wrong, *day.office) is None
    for room, file in sealed.items():
        assert rooms.take_result(console, MORNING, room, file, *day.office) is None
    kept = console.site.sessions[MORNING].rooms[ONE].result
    assert kept
    assert kept.differences == (present,)
    assert console.submit(ConfirmViolations(MORNING, (ONE, TWO), day._now, who), *day.office) is None
    assert console.store.blobs.get(kept.digest) == sealed[ONE]

    refusal = console.submit(EndRooms(MORNING, (ONE, TWO), day._now, who), *day.office)
    assert isinstance(refusal, RoomsNotReady)
    assert {one.room: one.blockers for one in refusal.rooms} == {ONE: (CheckName.RESULT_DIFFERS,)}
    assert console.submit(EndRooms(MORNING, (TWO,), day._now, who), *day.office) is None

    right = CorrectAttendance(MORNING, present, True, CorrectionReason.FOUND_IN_ROOM, day._now, who)
    assert console.submit(right, *day.office) is None
    assert rooms.compare_again(console, MORNING, ONE, *day.office) is None
    assert console.submit(EndRooms(MORNING, (ONE,), day._now, who), *day.office) is None


def test_a_result_of_another_room_is_refused(running: Until) -> None:
    day = running(at("12:01"))
    with pytest.raises(Trouble) as caught:
        rooms.take_result(day.console, MORNING, ONE, result_of(day, TWO), *day.office)
    assert code(caught) is Code.SIGNER_UNKNOWN


def test_a_reprint_has_a_number_and_a_reason(running: Until) -> None:
    day = running(at("12:15"))

    def draw(reason: ReprintReason | None) -> Refusal | bytes:
        return records.print_room_record(day.console, MORNING, ONE, room_record.draw, *day.office, reason=reason)

    assert draw(None) == ReprintReasonNeeded(2)
    assert isinstance(draw(ReprintReason.DAMAGED), bytes)
    copies = day.console.site.copies("E01", MORNING, ONE)
    assert [copy.copy for copy in copies] == [1, 2]
    assert copies[0].content == copies[1].content
    assert copies[0].file != copies[1].file


def test_a_backup_on_a_full_medium_does_not_count(running: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    day = running(at("12:13"))
    folder, before = day.ground.out / "backups", day.console.store.journal.n

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(Trouble) as caught:
            safekeeping.back_up(day.console, MORNING, Target(folder), *day.office)
    assert code(caught) is Code.MEDIUM_FULL
    assert (day.console.store.journal.n, list(folder.iterdir())) == (before, [])
    made = safekeeping.back_up(day.console, MORNING, Target(folder), *day.office)
    assert isinstance(made, Path)


def test_a_receipt_speaks_of_one_backup_only(running: Until, tmp_path: Path) -> None:
    day = running(at("12:13"))
    first = safekeeping.back_up(day.console, MORNING, Target(day.ground.out / "backups"), *day.office)
    assert isinstance(first, Path)
    receipt = day.ground.province.receive(first)
    first.write_bytes(first.read_bytes()[:-1])
    with pytest.raises(Trouble) as caught:
        day.ground.province.receive(first)
    assert code(caught) is Code.COPY_DIFFERS
    assert upload.take_receipt(day.console, receipt, *day.office) is None
    again = day.console.store.journal.n
    assert upload.take_receipt(day.console, receipt, *day.office) is None
    assert day.console.store.journal.n == again
    day.ground.clock.advance(day._now + timedelta(minutes=1))


def forged(day: Running, made: Path, out: Path, *, blobs: bool, records: bool) -> Path:
    """The same journal, signed again by the site's own lock, with its answers or its records left out or changed."""
    console = day.console
    manifest = backup.read_sidecar(
        made.with_name(made.name + backup.SIDECAR).read_bytes(), LockKey(console.store.lock).public
    )
    with made.open("rb") as file:
        inside = backup.read(file, [console.store.keys.identity], made.name)
    kept = [(digest, console.store.blobs.get(digest)) for digest in sorted(inside.blobs)] if blobs else []
    names = [name.removeprefix("records/").removesuffix(".pdf") for name in inside.records]
    contents = [console.store.blobs.get(digest) if records else b"%PDF-forged" for digest in inside.records.values()]
    path = out / made.name
    digest, size = outbox.write(
        path,
        lambda file: backup.write(
            file,
            inside.lines,
            kept,
            zip(names, contents, strict=True),
            inside.keys,
            [authorization.province(console).recipient, console.store.keys.identity.to_public()],
        ),
    )
    signed = replace(manifest, digest=digest, size=size, blobs=len(kept), records=len(names))
    outbox.write_bytes(out / (made.name + backup.SIDECAR), backup.write_sidecar(signed, LockKey(console.store.lock)))
    return path


@pytest.mark.parametrize(
    ("blobs", "records", "said"), [(False, True, Code.BLOB_MISSING), (True, False, Code.BLOB_MISSING)]
)
def test_a_backup_without_its_answers_or_with_other_records_gets_no_receipt(
    running: Until, tmp_path: Path, blobs: bool, records: bool, said: Code
) -> None:
    day = running(at("12:19"))
    made = safekeeping.back_up(day.console, MORNING, Target(day.ground.out / "backups"), *day.office)
    assert isinstance(made, Path)
    (tmp_path / "forged").mkdir()
    with pytest.raises(Trouble) as caught:
        day.ground.province.receive(forged(day, made, tmp_path / "forged", blobs=blobs, records=records))
    assert code(caught) is said
    assert day.ground.province.receive(forged(day, made, tmp_path / "forged", blobs=True, records=True))


def test_a_backup_that_cannot_be_read_back_leaves_no_file(running: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    day = running(at("12:13"))
    folder = day.ground.out / "backups"

    def differs(*_: object, **__: object) -> None:
        raise Trouble(Code.COPY_DIFFERS, file="b")

    monkeypatch.setattr(backup, "compare", differs)
    with pytest.raises(Trouble, match="copy-differs"):
        safekeeping.back_up(day.console, MORNING, Target(folder), *day.office)
    assert not list(folder.iterdir())


def test_nobody_alone_leaves_a_signed_backup_behind(running: Until) -> None:
    day = running(at("12:13"))
    folder = day.ground.out / "backups"
    assert isinstance(safekeeping.back_up(day.console, MORNING, Target(folder), day.office[0]), AnotherPersonNeeded)
    assert isinstance(safekeeping.back_up(day.console, MORNING, Target(folder)), NobodySignedIn)
    assert not list(folder.iterdir())


def test_what_was_receipted_is_not_rewritten_unseen(running: Until) -> None:
    day = running(at("12:13"))
    made = safekeeping.back_up(day.console, MORNING, Target(day.ground.out / "backups"), *day.office)
    assert isinstance(made, Path)
    day.ground.province.receive(made)
    (heads,) = day.ground.province._agency.folder.glob("*.heads")
    known = strict.decode(heads.read_bytes(), tuple[str, ...], heads.name)
    later = "11" * 32  # an entry more than this journal has: received before, and longer
    for entry in (1, len(known)):
        heads.write_bytes(strict.encode((*known[: entry - 1], "00" * 32, *known[entry:], later)))
        with pytest.raises(Trouble) as caught:
            day.ground.province.receive(made)
        assert (code(caught), caught.value.facts) == (Code.REWRITTEN, {"entry": entry})
    heads.write_bytes(strict.encode((*known, later)))
    assert day.ground.province.receive(made), "an older backup that fits comes late"


def test_a_lock_whose_notes_were_taken_off_does_not_open_the_store(running: Until) -> None:
    day = running(at("7:30"))
    day.console.store.close()
    for note in (day.ground.out / "locks/site").glob("head-*.object"):
        note.unlink()
    with pytest.raises(Trouble) as caught:
        unlock(day.ground.out / "store", day.console.store.lock, day.ground.clock)
    assert code(caught) is Code.MARK_MISSING


def test_the_two_kinds_of_authorization_are_never_one_receipt(running: Until) -> None:
    day = running(at("8:00"))
    province = day.ground.province
    tokens = [province.exam_authorization(), province.start_authorization(MORNING)]
    assert authorization.receive(day.console, tokens, *day.office) == ExamAuthorizationAlone()
    assert not day.console.site.sessions[MORNING].received


def test_an_altered_authorization_is_refused_and_leaves_an_incident(running: Until) -> None:
    day = running(at("8:00"))
    token = day.ground.province.start_authorization(MORNING)
    before = len(day.console.site.incidents)
    with pytest.raises(Trouble) as caught:
        authorization.bring(day.console, token[:-3] + b"AAA", day.office[0])
    assert code(caught) is Code.SIGNATURE_BAD
    assert len(day.console.site.incidents) == before + 1
    facts = [codec.decode(entry.body) for entry in day.console.store.journal.read()]
    (rejected,) = (fact for fact in facts if isinstance(fact, AuthorizationRejected))
    assert rejected.flaw is Flaw.SIGNATURE
