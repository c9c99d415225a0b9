"""The province's desk: codes, roots and their check as they are typed, the ledger, and the ministry's directive."""

from __future__ import annotations

import errno
import getpass
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from msgspec.structs import replace as changed
from typer.testing import CliRunner, Result

from app.authority import asked, codes_given, directives, issue, keys
from app.authority.__main__ import app
from app.authority.code_desk import _moment
from app.authority.directives import Decided
from app.authority.keys import Agency
from app.authority.options import BEIJING
from app.core.code_entry import EnterCode
from app.core.delay import ApplyForDelay
from app.core.fault import FaultKind, ReportFault
from app.core.terms import CauseNo, ExamId, Mode, PersonId, RoomId, SessionId, SiteCode
from app.core.time_state import Outcome
from app.crypto import codes
from app.crypto.codes import Purpose, Subject
from app.exchange import directive, enrolment
from app.service import delays, people
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.agencies import SITE, Ends, agency, both
from tests.stores import EVE
from tests.vectors.keys import SITE_LOCK

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "codes-v1.json").read_text("utf-8"))["vectors"]
MASTER = bytes(32)
PASSPHRASE = "a long enough passphrase"
ROOM = ("--exam", "e-1", "--site", "210101", "--session", "1-1", "--room", "001")
WHOM = Subject(Purpose.DELAY, "e-1", "210101", "1-1", "001")
EXAM, SESSION, ONE = ExamId("economics-2021-senior"), SessionId("1-1"), RoomId("001")


def run(*words: object, language: str = "zh-CN") -> Result:
    environment = {"EXAMSITE_PASSPHRASE": PASSPHRASE, "EXAMSITE_LANGUAGE": language}
    return CliRunner().invoke(app, [str(word) for word in words], env=environment)


def done(*words: object, language: str = "zh-CN") -> str:
    result = run(*words, language=language)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*words: object) -> str:
    """One line in each language and nothing on standard output; the Chinese one."""
    said = []
    for language in ("en", "zh-CN"):
        result = run(*words, language=language)
        assert (result.exit_code, result.stdout) == (1, ""), result.output
        assert len(result.stderr.splitlines()) == 1
        assert not re.search(r"[{}]|Traceback|None", result.stderr)
        said.append(result.stderr)
    assert said[0] != said[1]
    return said[1]


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "master"
    path.write_text(MASTER.hex() + "\n", "ascii")
    return path


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agency:
    """An agency whose passphrase needs no stretching."""
    of = agency(tmp_path / "agency")

    def load(folder: Path, passphrase: str) -> Agency:
        if passphrase != PASSPHRASE:
            raise Trouble(Code.WRONG_PASSPHRASE, file=keys.FILE)
        return replace(of, folder=folder)

    monkeypatch.setattr(keys, "load", load)
    return of


def subject_of(vector: dict[str, Any]) -> tuple[str, ...]:
    names = ("purpose", "exam", "site", "session")
    by = {"extra-time": "--ticket", "delay-site": ""}.get(vector["purpose"], "--room")
    return (*(part for name in names for part in (f"--{name}", vector[name])), *((by, vector["subject"]) if by else ()))


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_the_vectors_as_they_are_typed(vector: dict[str, Any], tmp_path: Path) -> None:
    master, whom = tmp_path / "master", subject_of(vector)
    master.write_text(vector["master"].upper(), "utf-8-sig")
    own = ("--master-file", master, *whom)
    assert done("root", *own) == vector["root"] + "\n"
    stated: dict[str, str] = dict(vector["codes"])
    for minutes in ("1", "60"):
        assert done("code", *own, "--minutes", minutes) == stated[minutes] + "\n"
    assert done("check", "--root", vector["root"], *whom, stated["31"]) == "31\n"


def test_a_code_is_checked_however_it_is_typed(master: Path) -> None:
    root = done("root", "--master-file", master, "--purpose", "delay", *ROOM).strip()
    text = done("code", "--master-file", master, "--purpose", "delay", *ROOM, "--minutes", 31).strip()
    check = ("check", "--root", root, "--purpose")
    assert done(*check, "delay", *ROOM, *text.lower().split("-")) == "31\n"
    wrong = text[:6] + ("2" if text[6] == "1" else "1") + text[7:]
    assert "2" in refused(*check, "delay", *ROOM, wrong)
    assert "19" in refused(*check, "delay", *ROOM, text[:-1])
    assert "001" in refused(*check, "extra-time-room", *ROOM, text)
    refused(*check, "delay", *ROOM[:-1], "002", text)
    for root in ("", "00", "g" * 20, "0" * 21, "00 " * 10):
        assert "20" in refused("check", "--root", root, "--purpose", "delay", *ROOM, text)


SITE_WIDE = ROOM[:6]
TICKET = "210100001"


@pytest.mark.parametrize(
    ("purpose", "changes", "option"),
    [
        (Purpose.DELAY, {}, "--room"),
        (Purpose.EXTRA_TIME_ROOM, {}, "--room"),
        (Purpose.EXTRA_TIME, {}, "--ticket"),
        (Purpose.EXTRA_TIME, {"room": "001", "ticket": TICKET}, "--room"),
        (Purpose.DELAY, {"room": "001", "ticket": TICKET}, "--ticket"),
        (Purpose.DELAY_SITE, {"room": "001"}, "--room"),
        (Purpose.DELAY_SITE, {"ticket": TICKET}, "--ticket"),
        (Purpose.DELAY, {"room": ""}, "--room"),
        (Purpose.DELAY, {"room": "00 1"}, "--room"),
        (Purpose.DELAY, {"room": "００１"}, "--room"),
        (Purpose.DELAY, {"room": "001\x1f"}, "--room"),
        (Purpose.DELAY, {"room": "001\n"}, "--room"),
        (Purpose.EXTRA_TIME, {"ticket": "1234"}, "--ticket"),
        (Purpose.EXTRA_TIME, {"ticket": "*"}, "--ticket"),
        (Purpose.DELAY_SITE, {"session": "11"}, "--session"),
        (Purpose.DELAY_SITE, {"site": "21"}, "--site"),
        (Purpose.DELAY_SITE, {"exam": ""}, "--exam"),
        (Purpose.DELAY_SITE, {"exam": "e 1"}, "--exam"),
        (Purpose.DELAY_SITE, {"exam": "e\u200b1"}, "--exam"),
        (Purpose.DELAY_SITE, {"exam": "e" * 61}, "--exam"),
    ],
)
def test_what_does_not_fit_is_named(purpose: Purpose, changes: dict[str, str], option: str) -> None:
    fields = {"exam": "e-1", "site": "210101", "session": "1-1"} | changes
    with pytest.raises(Trouble) as caught:
        asked.subject(purpose, **fields)
    assert (caught.value.code, caught.value.facts["option"]) == (Code.ASKED_UNFIT, option)


def test_what_does_not_fit_is_one_sentence(master: Path) -> None:
    own = ("--master-file", master)
    assert "--room" in refused("code", *own, "--purpose", "delay", *SITE_WIDE, "--minutes", 20)
    assert "--room" in refused("root", *own, "--purpose", "delay-site", *ROOM)
    words = ("--purpose", "delay", *ROOM[:-1], "0\x1b[7m1")
    said = refused("check", "--root", "0" * 20, *words, "N4GG7-T4Z6F-7G0QN-S3JDN")
    assert "--room" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("purpose", "minutes", "next_step"),
    [
        ("extra-time-room", 61, "专用工具"),
        ("delay", 61, "处理意见"),
        ("delay", 0, "1 至 60"),
        ("delay", -5, "1 至 60"),
    ],
)
def test_minutes_outside_an_hour(purpose: str, minutes: int, next_step: str, master: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    words = ("code", "--master-file", master, "--purpose", purpose, *ROOM, "--minutes", minutes)
    assert next_step in refused(*words)
    assert next_step in refused(*words, "--ledger", book, "--to", "Li", "--why", "AS-001")
    assert not book.exists()


@pytest.mark.parametrize("text", [b"", b"00" * 31, b"00" * 33, b"zz" * 32, b"\xff" * 64, bytes(32), b"00 " * 32])
def test_a_master_file_that_is_none(text: bytes, tmp_path: Path) -> None:
    path = tmp_path / "master"
    path.write_bytes(text)
    words = ("code", "--purpose", "delay", *ROOM, "--minutes", 20, "--master-file")
    said = refused(*words, path)
    assert "32" in said
    assert not text.strip() or text[:8].decode("latin-1") not in said
    assert "nowhere" in refused(*words, tmp_path / "nowhere")


def test_one_master_and_no_more(master: Path, tmp_path: Path) -> None:
    words = ("root", "--purpose", "delay", *ROOM)
    assert "--master-file" in refused(*words)
    assert "--master-file" in refused(*words, "--master-file", master, "--folder", tmp_path)


def test_the_agencys_own_master_enters_what_it_gives(opened: Agency) -> None:
    of = opened
    words = ("code", "--folder", of.folder, "--purpose", "delay", *ROOM, "--minutes", 20)
    assert done(*words, "--to", "Li, office", "--why", "AS-001") == codes.code(of.master, WHOM, 20) + "\n"
    (line,) = codes_given.read(of.folder / codes_given.FILE)
    assert (line.whom, line.minutes, line.to, line.why) == (WHOM, 20, "Li, office", "AS-001")
    assert line.by == getpass.getuser()
    assert abs(datetime.now(BEIJING) - line.at) < timedelta(minutes=1)
    book = (of.folder / codes_given.FILE).read_text("utf-8")
    assert of.master.hex() not in book
    assert codes.code(of.master, WHOM, 20) not in book


def test_the_passphrase_is_asked_for_where_nobody_gave_it(opened: Agency) -> None:
    words = ["root", "--folder", str(opened.folder), "--purpose", "delay", *ROOM]
    right = CliRunner().invoke(app, words, input=f"{PASSPHRASE}\n")
    assert codes.root(opened.master, WHOM).hex() in right.stdout
    wrong = CliRunner().invoke(app, words, input="another\n")
    assert wrong.exit_code == 1
    assert PASSPHRASE not in right.output


def test_nothing_is_entered_without_to_whom_and_why(master: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    words = ("code", "--master-file", master, "--purpose", "delay", *ROOM, "--minutes", 20)
    assert "--why" in refused(*words, "--ledger", book, "--to", "Li")
    assert "--to" in refused(*words, "--ledger", book, "--why", "AS-001")
    assert "--to" in refused(*words, "--ledger", book, "--why", "AS-001", "--to", "  ")
    assert "--to" in refused(*words, "--ledger", book, "--why", "AS-001", "--to", "L\x07i")
    assert "--why" in refused(*words, "--ledger", book, "--why", "x" * 121, "--to", "Li")
    assert "--ledger" in refused(*words, "--to", "Li", "--why", "AS-001")
    assert not book.exists()


def test_an_account_without_a_name_is_asked_for(master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    words = ("code", "--master-file", master, "--purpose", "delay", *ROOM, "--minutes", 20)
    told = ("--ledger", tmp_path / "book", "--to", "Li", "--why", "AS-001")
    assert "--by" in refused(*words, *told)
    done(*words, *told, "--by", "Wang")
    assert codes_given.read(tmp_path / "book")[0].by == "Wang"


def test_a_second_code_says_what_was_given_before(master: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    words = ("code", "--master-file", master, "--purpose", "delay", "--ledger", book, "--by", "Wang")
    first = run(*words, *ROOM, "--minutes", 20, "--to", "李四", "--why", "AS-001 停电")
    other = run(*words, *ROOM[:-1], "002", "--minutes", 30, "--to", "李四", "--why", "AS-002")
    again = run(*words, *ROOM, "--minutes", 45, "--to", "赵六", "--why", "AS-001")
    assert [one.exit_code for one in (first, other, again)] == [0, 0, 0]
    assert (first.stderr, other.stderr) == ("", "")
    assert all(part in again.stderr for part in ("20", "李四", "AS-001 停电"))
    assert again.stdout == codes.code(MASTER, WHOM, 45) + "\n"
    assert [one.minutes for one in codes_given.read(book)] == [20, 30, 45]


def test_the_ledger_as_a_table(master: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    assert len(done("ledger", "--ledger", book).splitlines()) == 1
    words = ("code", "--master-file", master, "--ledger", book, "--by", "王五", "--to", "李四", "--why", "AS-001 停电")
    done(*words, "--purpose", "delay", *ROOM, "--minutes", 20)
    done(*words, "--purpose", "delay-site", *SITE_WIDE, "--session", "1-2", "--minutes", 9)
    done(*words, "--purpose", "extra-time", *SITE_WIDE, "--site", "2102", "--ticket", "210100001", "--minutes", 15)
    for language in ("zh-CN", "en"):
        rows = done("ledger", "--ledger", book, language=language).splitlines()
        assert len(rows) == 4
        assert all(sum(part in row for part in ("李四", "AS-001 停电", "王五")) == 3 for row in rows[1:])
    assert len(done("ledger", "--ledger", book, "--site", "210101").splitlines()) == 3
    assert "210100001" in done("ledger", "--folder", tmp_path, "--ledger", book, "--site", "2102", "--session", "1-1")
    assert len(done("ledger", "--ledger", book, "--session", "9-9").splitlines()) == 1
    assert "--folder" in refused("ledger")


LINE = {
    "purpose": "delay",
    "exam": "e-1",
    "site": "210101",
    "session": "1-1",
    "subject": "001",
    "minutes": 20,
    "at": "2021-10-30T09:00:00+08:00",
    "to": "李四",
    "why": "AS-001",
    "by": "Wang",
}


def line(**changes: object) -> bytes:
    return json.dumps(LINE | changes, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize(
    "bad",
    [
        line()[:-1],
        line()[:-20],
        b"\n",
        b"\xef\xbb\xbf" + line(),
        line().decode().encode("gbk"),
        line().replace(b'"minutes"', b'"minutes": 60, "minutes"'),
        line(code="N4GG7"),
        line(minutes=0),
        line(minutes=61),
        line(minutes="20"),
        line(at="2021-10-30T09:00:00"),
        line(purpose="other"),
        line(subject="*"),
        line(subject=""),
        line(purpose="delay-site"),
        line(purpose="extra-time", subject="12"),
        line(site=""),
        line(to=" "),
        line(why="a\x00b"),
        line(by="x" * 121),
    ],
)
def test_a_ledger_that_cannot_be_read_takes_nothing_more(bad: bytes, master: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.write_bytes(line() + bad)
    with pytest.raises(Trouble) as caught:
        codes_given.read(book)
    assert (caught.value.code, caught.value.facts) == (Code.LEDGER_DAMAGED, {"file": "book", "line": 2})
    told = ("--ledger", book, "--to", "Li", "--why", "AS-001")
    assert "2" in refused("code", "--master-file", master, "--purpose", "delay", *ROOM, "--minutes", 20, *told)
    assert book.read_bytes() == line() + bad


@drawn(st.binary(max_size=200))
def test_no_bytes_crash_the_reading(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    book = tmp_path_factory.mktemp("noise") / "book"
    book.write_bytes(noise)
    if not noise:
        assert codes_given.read(book) == ()
        return
    with pytest.raises(Trouble) as caught:
        codes_given.read(book)
    assert caught.value.code is Code.LEDGER_DAMAGED


def _fails(number: int) -> Callable[[int], None]:
    def fsync(_: int) -> None:
        raise OSError(number, "no")

    return fsync


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, Code.MEDIUM_FULL), (errno.EIO, Code.FILE_MISSING)])
def test_a_line_that_is_not_kept_gives_no_code(
    number: int, code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = agency(tmp_path)
    codes_given.give(of, WHOM, 20, "Li", "AS-001", "Wang", EVE)
    before = (tmp_path / codes_given.FILE).read_bytes()
    monkeypatch.setattr(os, "fsync", _fails(number))
    with pytest.raises(Trouble) as caught:
        codes_given.give(of, WHOM, 30, "Li", "AS-001", "Wang", EVE)
    assert caught.value.code is code
    assert (tmp_path / codes_given.FILE).read_bytes() == before
    with pytest.raises(Trouble):
        codes_given.give(agency(tmp_path / "other"), WHOM, 30, "Li", "AS-001", "Wang", EVE)


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    return Ends.make(tmp_path_factory.mktemp("ends"), package=True)


@pytest.fixture
def console(ends: Ends, tmp_path: Path) -> Iterator[Console]:
    place = ends.place.copy(tmp_path / "site")
    console = unlock(place.store, place.lock(), DrivenClock(EVE))
    yield console
    console.store.abandon()


def applied(console: Console, minutes: int) -> None:
    """Power is gone in the room, and nobody has started."""
    now = console.clock.moment().at
    for step in (
        ReportFault(FaultKind.POWER, SESSION, ONE, (), now - timedelta(minutes=40), PersonId("A01")),
        ApplyForDelay(SESSION, (ONE,), minutes, (CauseNo("AF-001"),)),
    ):
        assert console.submit(step, *both(console)) is None


def test_a_code_from_the_desk_holds_at_the_site(console: Console, master: Path) -> None:
    applied(console, 45)
    (number,) = console.site.applications
    whom = ("--exam", EXAM, "--site", SITE, "--session", SESSION, "--purpose")
    for purpose, option in ((Purpose.DELAY, ("--room", ONE)), (Purpose.DELAY_SITE, ())):
        own = ("--master-file", master, *whom, purpose, *option)
        subject, text = option[1] if option else "*", done("code", *own, "--minutes", 45).strip()
        root = console.roots(purpose, SESSION, subject)
        assert root
        assert done("root", *own).strip() == root.hex()
        assert done("check", "--root", root.hex(), *whom, purpose, *option, text).strip() == "45"
        now = console.clock.moment().at
        typed = EnterCode(number, purpose, subject, text, now, PersonId("A01"))
        assert console.submit(typed, *both(console)) is None
    assert [one.minutes for one in console.site.applications[number].codes] == [45, 45]


def test_a_directive_from_the_desk_is_taken_at_the_site(ends: Ends, console: Console) -> None:
    applied(console, 70)
    (number,) = console.site.applications
    until = EVE + timedelta(minutes=50)
    start = Decided(EXAM, SESSION, (ONE, ONE), Outcome.START, until)
    document, token = directives.direct(ends.agency, ends.request, start, EVE)
    signers = (both(console)[0], people.sign_with_pin(console, "C01", issue.PRACTICE_PIN))
    assert delays.take_directive(console, number, token, *signers) is None
    (taken,) = console.site.applications[number].directives
    assert (taken.serial, taken.rooms, taken.outcome, taken.until) == (document.serial, (ONE,), Outcome.START, until)
    again, _ = directives.direct(ends.agency, ends.request, start, EVE)
    assert again.serial != document.serial
    with pytest.raises(Trouble) as caught:
        directives.direct(ends.agency, changed(ends.request, mode=Mode.REAL), start, EVE)
    assert caught.value.code is Code.MODE_WRONG


@pytest.mark.parametrize(
    ("rooms", "outcome", "until", "names"),
    [
        ((), Outcome.START, None, "--room"),
        (("001", "0 1"), Outcome.START, None, "--room"),
        (("001",), Outcome.POSTPONE, timedelta(hours=1), "--until"),
        (("001",), Outcome.CANCEL, timedelta(hours=1), "--until"),
        (("001",), Outcome.START, timedelta(0), "--until"),
    ],
)
def test_a_directive_that_no_room_could_follow(
    ends: Ends, rooms: tuple[str, ...], outcome: Outcome, until: timedelta | None, names: str
) -> None:
    decided = Decided(EXAM, SESSION, tuple(map(RoomId, rooms)), outcome, EVE + until if until is not None else None)
    with pytest.raises(Trouble) as caught:
        directives.direct(ends.agency, ends.request, decided, EVE)
    assert (caught.value.code, caught.value.facts["option"]) == (Code.ASKED_UNFIT, names)


def test_the_directive_as_it_is_typed(opened: Agency, ends: Ends, tmp_path: Path) -> None:
    request, ministry = tmp_path / f"{SITE}{enrolment.SUFFIX}", opened.ministry.public
    request.write_bytes(enrolment.write(changed(ends.request, lock=SITE_LOCK.public.jwk), SITE_LOCK))
    words = ("directive", "--folder", opened.folder, "--exam", EXAM, "--request", request, "--session", SESSION)
    rooms = ("--room", "001", "--room", "002", "--outcome")
    path = tmp_path / f"one{directive.SUFFIX}"
    said = done(*words, *rooms, "start", "--until", "2121-10-30T10:40:00", "--out", tmp_path / "one")
    assert str(path) in said
    read = directive.read(path.read_bytes(), ministry, Mode.PRACTICE, SITE, EXAM)
    assert (read.rooms, read.serial) == (("001", "002"), f"{EXAM}-{SITE}-D1")
    assert read.until == datetime(2121, 10, 30, 10, 40, tzinfo=BEIJING)
    done(*words, *rooms, "cancel", "--out", path)
    read = directive.read(path.read_bytes(), ministry, Mode.PRACTICE, SITE, EXAM)
    assert (read.outcome, read.until, read.serial) == (Outcome.CANCEL, None, f"{EXAM}-{SITE}-D2")
    for until in ("soon", "25:00:00", "10:40:00.5"):
        assert "--until" in refused(*words, *rooms, "start", "--until", until, "--out", path)
    assert "2021-10-30" in refused(*words, *rooms, "start", "--until", "2021-10-30T10:40:00", "--out", path)


def test_a_time_of_today_is_beijings() -> None:
    assert _moment("23:59:59", EVE) == EVE.replace(hour=23, minute=59, second=59)
    assert _moment("10:40", EVE) == EVE.replace(hour=10, minute=40)


def test_what_is_kept_reads_as_what_was_asked() -> None:
    for purpose, whom in ((Purpose.DELAY, "001"), (Purpose.DELAY_SITE, "*"), (Purpose.EXTRA_TIME, "210100001")):
        assert asked.again(purpose, "e-1", SiteCode("210101"), "1-1", whom).subject == whom
