"""The answering station: who it is, which packages it takes and which it opens."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from msgspec.structs import replace

from app.core.terms import Mode
from app.crypto import codes
from app.crypto.codes import Mistyped
from app.exchange import standalone, station_request, strict
from app.exchange.paper import AnswerSheet
from app.exchange.signed import PublicKey
from app.journal.store import Journal
from app.machine_clock import this_machine
from app.station import host
from app.station.answering import Answering
from app.station.host import Host, this_host
from app.station.machine import State, Station
from app.station.packages import file_of
from app.station.station_file import NAME, StationFile, bound_to
from app.station.two_folders import Place
from app.trouble import Code, Trouble
from tests import papers
from tests.papers import CODE, EXAM, ID_NUMBER, OTHER, SECOND_SESSION, SESSION, TICKET
from tests.stations import HOST, Bench, no
from tests.vectors.keys import SITE_LOCK

WRONG_CODE = codes.text(bytes(10))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.station.close()


def test_it_says_who_it_is(bench: Bench) -> None:
    request = station_request.read(bench.station.request(), Mode.PRACTICE)
    assert (request.machine, request.issued_at) == ("PC-07", bench.hands.at)
    assert PublicKey.read(request.key).thumbprint == bench.station.fingerprint
    path = bench.station.write_request(bench.stick)
    assert path.name == "PC-07.examsite-station"
    assert station_request.read(path.read_bytes(), Mode.PRACTICE).key == request.key


def test_it_is_the_same_when_it_comes_back(bench: Bench) -> None:
    before = bench.station.fingerprint, station_request.read(bench.station.request(), Mode.PRACTICE).recipient
    again = bench.again()
    assert (again.fingerprint, station_request.read(again.request(), Mode.PRACTICE).recipient) == before
    assert (again.machine, again.mode, again.folder, again.second) == (
        "PC-07", Mode.PRACTICE, bench.roots[Place.FIRST], bench.roots[Place.SECOND]
    )  # fmt: skip
    assert again.same_device
    assert again.failing is None


def test_a_request_is_written_over_its_own_and_beside_anothers(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "twin").mkdir()
    twin = Bench(tmp_path / "twin")
    first, second = bench.station.write_request(bench.stick), twin.station.write_request(bench.stick)
    assert (first.name, second.name) == ("PC-07.examsite-station", "PC-07-2.examsite-station")
    assert bench.station.write_request(bench.stick) == first
    assert twin.station.write_request(bench.stick) == second
    first.write_bytes(b"no request")
    assert bench.station.write_request(bench.stick).name == "PC-07-3.examsite-station"
    twin.station.close()


def test_the_second_place_is_beside_the_first_unless_named(bench: Bench, tmp_path: Path) -> None:
    station = Station.take_up(tmp_path / "deep" / "here", None, Mode.PRACTICE, bench.hands.clock(), HOST)
    assert station.second == tmp_path / "deep" / "here-second"
    assert (station.second / NAME).exists()
    station.close()


def test_only_one_program_at_a_time(bench: Bench, tmp_path: Path) -> None:
    assert no(bench.take_up).code is Code.STORE_IN_USE
    elsewhere = (tmp_path / "elsewhere", bench.roots[Place.SECOND], Mode.PRACTICE, bench.hands.clock(), HOST)
    assert no(Station.take_up, *elsewhere).code is Code.STORE_IN_USE


def test_a_copied_station_opens_on_no_other_machine(bench: Bench) -> None:
    bench.station.close()
    refused = no(bench.take_up, Host("PC-08", "another id"))
    assert (refused.code, refused.facts) == (Code.MACHINE_WRONG, {"expected": "PC-07", "found": "PC-08"})
    assert bench.take_up(Host("PC-07-renamed", HOST.id)).machine == "PC-07"


def test_its_keys_are_sealed_to_the_machine_whatever_the_file_says_of_itself(bench: Bench) -> None:
    bench.station.close()
    other = Host("PC-08", "another id")
    for root in bench.roots.values():
        file = strict.decode((root / NAME).read_bytes(), StationFile, NAME)
        (root / NAME).write_bytes(strict.encode(replace(file, bound=bound_to(other))))
    assert no(bench.take_up, other).code is Code.FILE_NOT_FOR_US


def test_practice_and_real_are_two_stations(bench: Bench) -> None:
    bench.station.close()
    bench.mode = Mode.REAL
    assert no(bench.take_up).code is Code.MODE_WRONG
    bench.mode = Mode.PRACTICE
    bench.take_up()


def test_a_package_is_shown_as_what_it_is(bench: Bench) -> None:
    package = bench.taken()
    assert (package.name, package.session, package.ticket, package.number) == (f"{TICKET}-1-1-1", SESSION, TICKET, 1)
    assert (package.subject, package.room, package.seat, package.machine) == ("会计实务", "001", "007", "PC-07")
    assert (package.issued_at, package.remaining_seconds) == (bench.hands.at, 3600)
    assert package.may_hand_in_at == bench.hands.at + timedelta(minutes=30)
    assert package.lock == SITE_LOCK.public.thumbprint
    assert (package.state, package.returned) == (State.TAKEN, None)
    assert bench.station.held == (package,)
    assert bench.again().held == (package,)


def test_taking_the_same_file_twice_is_no_error(bench: Bench) -> None:
    path = bench.file()
    assert bench.station.take(path) == bench.station.take(path)
    assert len(bench.station.held) == 1


def test_a_package_of_a_second_machine_is_refused(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Bench(tmp_path / "other")
    path = other.file()
    assert no(bench.station.take, path).code is Code.FILE_NOT_FOR_US
    other.station.close()


def test_a_package_altered_cut_short_or_of_another_mode_is_refused(bench: Bench) -> None:
    path = bench.file()
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    assert no(bench.station.take, path).code is Code.FILE_DAMAGED
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert no(bench.station.take, path).code is Code.FILE_DAMAGED
    path.unlink()
    assert no(bench.station.take, path).code is Code.FILE_MISSING
    assert bench.station.held == ()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"mode": Mode.REAL}, Code.MODE_WRONG),
        ({"machine": "PC-08"}, Code.MACHINE_WRONG),
        ({"station": SITE_LOCK.public.thumbprint}, Code.MACHINE_WRONG),
        ({"content": "0" * 64}, Code.MEMBER_DIFFERS),
    ],
)
def test_a_package_that_says_another_thing_is_refused(bench: Bench, wrong: dict[str, str], code: Code) -> None:
    assert no(lambda: bench.taken(**wrong)).code is code
    assert bench.again().held == ()


def test_a_newer_package_takes_the_place_of_one_never_opened(bench: Bench) -> None:
    first_file = bench.file("1.examsite-alone")
    first = bench.station.take(first_file)
    second = bench.taken(name="2.examsite-alone", number=2)
    assert bench.station.held == (second,)
    told = {"held": 2, "found": 1}
    for refused in (no(bench.station.take, first_file), no(bench.station.unlock, first, TICKET, CODE, ID_NUMBER)):
        assert (refused.code, refused.facts) == (Code.PACKAGE_OLDER, told)
    assert no(bench.taken).facts == told
    assert no(lambda: bench.taken(number=2)).facts == {"held": 2, "found": 2}


def test_an_open_package_keeps_its_place_until_it_is_handed_in(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    refused = no(lambda: bench.taken(number=2))
    assert (refused.code, refused.facts) == (Code.PACKAGE_OPEN, {"package": f"{TICKET}-1-1-1"})
    answering.hand_in()
    assert [one.state for one in (bench.taken(number=2), *bench.station.held)] == [
        State.TAKEN, State.HANDED_IN, State.TAKEN
    ]  # fmt: skip


def test_sessions_and_candidates_come_one_after_the_other(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    later = bench.taken(name="later", session=SECOND_SESSION, closure=0)
    other = bench.taken(name="other", ticket=OTHER)
    refused = no(bench.unlock, later)
    assert (refused.code, refused.facts) == (Code.PACKAGE_OPEN, {"package": f"{TICKET}-1-1-1"})
    answering.hand_in()
    no(bench.unlock, other)
    bench.unlock(later).hand_in()
    assert bench.unlock(other, OTHER).ticket == OTHER
    assert [one.state for one in bench.station.held] == [State.HANDED_IN, State.HANDED_IN, State.OPEN]


def test_what_nobody_handed_in_blocks_the_machine_no_longer_than_its_time(bench: Bench) -> None:
    left_behind = bench.taken(minutes=60)
    bench.unlock(left_behind)
    bench.hands.run(minutes=70)
    bench.site.issued_at = bench.hands.at
    later = bench.taken(session=SECOND_SESSION)
    assert bench.unlock(later).answered == 0
    bench.hands.run(minutes=60)
    assert bench.unlock(left_behind).hand_in().questions == 5


def test_answers_of_another_session_inside_open_nothing_and_count_as_no_try(bench: Bench) -> None:
    package = bench.taken(so_far=AnswerSheet(EXAM, SECOND_SESSION, TICKET, ()))
    for _ in range(6):
        assert no(bench.unlock, package).code is Code.SESSION_WRONG


def test_where_nothing_can_be_noted_nothing_is_opened(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    package = bench.taken()

    def full(journal: Journal, *_: object) -> None:
        journal.abandon()
        raise Trouble(Code.DISK_FULL, file="answers.db")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", full)
        assert no(bench.unlock, package).code is Code.SAVE_FAILED
    assert bench.station.held[0].state is State.TAKEN
    bench.hands.run(minutes=1)
    assert bench.unlock(package).opened_at == bench.hands.at


def test_it_opens_with_code_ticket_and_id_number_together(bench: Bench) -> None:
    package = bench.taken()
    assert no(bench.station.unlock, package, OTHER, CODE, ID_NUMBER).code is Code.TICKET_WRONG
    assert no(bench.station.unlock, package, TICKET, WRONG_CODE, ID_NUMBER).code is Code.UNLOCK_WRONG
    assert no(bench.station.unlock, package, TICKET, CODE, "110105194912310011").code is Code.UNLOCK_WRONG
    assert bench.station.unlock(package, TICKET, CODE[:-1] + "0", ID_NUMBER) == Mistyped((4,))
    answering = bench.unlock(package)
    assert (answering.name, answering.package) == (papers.NAME, package.name)
    assert bench.station.held[0].state is State.OPEN
    assert isinstance(bench.station.unlock(package.digest, f" {TICKET} ", CODE.lower(), ID_NUMBER.lower()), Answering)


def test_five_wrong_ones_make_one_wait(bench: Bench) -> None:
    package = bench.taken()
    for _ in range(5):
        assert bench.station.unlock_waits == 0
        assert no(bench.station.unlock, package, TICKET, WRONG_CODE, ID_NUMBER).code is Code.UNLOCK_WRONG
        bench.hands.run(seconds=1)
    refused = no(bench.station.unlock, package, TICKET, CODE, ID_NUMBER)
    assert (refused.code, refused.facts) == (Code.CODE_WAITS, {"seconds": 59})
    # Neither the program nor the machine starts anew to shorten it.
    assert bench.again().unlock_waits == 59
    bench.station.close()
    bench.hands.restart()
    assert bench.take_up().unlock_waits == 60
    bench.hands.run(seconds=60)
    assert bench.station.unlock_waits == 0
    bench.unlock()


def test_wrong_ones_long_ago_do_not_count(bench: Bench) -> None:
    package = bench.taken()
    for _ in range(5):
        no(bench.station.unlock, package, TICKET, WRONG_CODE, ID_NUMBER)
        bench.hands.run(minutes=3)
    assert bench.station.unlock_waits == 0
    bench.unlock(package)


def test_a_clock_that_cannot_be_right_opens_nothing(bench: Bench) -> None:
    package = bench.taken()
    bench.hands.at -= timedelta(minutes=1)
    refused = no(bench.unlock, package)
    told = {"machine_time": "2026-06-19 08:59:00", "issued_at": "2026-06-19 09:00:00"}
    assert (refused.code, refused.facts) == (Code.CLOCK_BEHIND, told)
    bench.hands.at += timedelta(hours=8)
    refused = no(bench.unlock, package)
    told = {"machine_time": "2026-06-19 16:59:00", "issued_at": "2026-06-19 09:00:00"}
    assert (refused.code, refused.facts) == (Code.CLOCK_AHEAD, {**told, "minutes": 60})
    assert bench.station.held[0].state is State.TAKEN
    bench.hands.at -= timedelta(hours=7, minutes=49)
    assert bench.unlock(package).remaining() == 50 * 60


def test_a_damaged_package_is_read_from_the_other_place(bench: Bench) -> None:
    package = bench.taken()
    damaged = bench.roots[Place.FIRST] / file_of(package.digest)
    whole = damaged.read_bytes()
    damaged.write_bytes(b"?")
    bench.unlock(package)
    assert damaged.read_bytes() == whole
    for root in bench.roots.values():
        (root / file_of(package.digest)).write_bytes(b"?")
    assert no(bench.unlock, package).code is Code.FILE_DAMAGED
    for root in bench.roots.values():
        (root / file_of(package.digest)).unlink()
    assert no(bench.unlock, package).code is Code.FILE_MISSING


def test_one_lost_place_is_made_anew_from_the_other(bench: Bench) -> None:
    package, fingerprint = bench.taken(), bench.station.fingerprint
    bench.station.close()
    for root in bench.roots.values():
        rmtree(root)
        station = bench.take_up()
        assert (station.fingerprint, station.held[0].digest) == (fingerprint, package.digest)
        bench.unlock(package)
        bench.station.close()
        assert (root / file_of(package.digest)).exists()


def test_a_station_file_that_cannot_be_read_is_set_aside(bench: Bench) -> None:
    package = bench.taken()
    bench.station.close()
    (bench.roots[Place.FIRST] / NAME).write_bytes(b"{")
    assert bench.take_up().held == (package,)
    assert (bench.roots[Place.FIRST] / f"{NAME}.unreadable").read_bytes() == b"{"
    bench.station.close()
    for root in bench.roots.values():
        (root / NAME).write_bytes(b"{")
    refused = no(bench.take_up)
    assert (refused.code, refused.facts) == (Code.STATION_DAMAGED, {"file": NAME})
    assert (bench.roots[Place.FIRST] / NAME).read_bytes() == b"{"


def test_the_newer_of_two_station_files_counts_and_forgets_nothing(bench: Bench, tmp_path: Path) -> None:
    bench.station.close()
    copytree(bench.roots[Place.FIRST], tmp_path / "older")
    bench.take_up()
    older = bench.taken(ticket=OTHER)
    bench.station.close()
    copytree(bench.roots[Place.FIRST], tmp_path / "with one")
    # Each place goes on alone: one takes two packages, the other one.
    rmtree(bench.roots[Place.FIRST])
    copytree(tmp_path / "older", bench.roots[Place.FIRST])
    rmtree(bench.roots[Place.SECOND])
    bench.roots[Place.SECOND] = tmp_path / "not there"
    bench.take_up()
    newer = bench.taken(name="1"), bench.taken(name="2", session=SECOND_SESSION)
    bench.station.close()
    bench.roots[Place.SECOND] = tmp_path / "with one"
    assert bench.take_up().held == (older, *newer)


def test_two_stations_side_by_side_are_refused_unless_one_never_served(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Bench(tmp_path / "other")
    package, fingerprint = bench.taken(), bench.station.fingerprint
    bench.station.close()
    other.station.close()
    bench.roots[Place.SECOND] = other.roots[Place.SECOND]
    assert bench.take_up().fingerprint == fingerprint
    bench.station.close()
    other.roots[Place.SECOND] = tmp_path / "none"
    other.take_up()
    other.taken()
    other.station.close()
    bench.roots[Place.SECOND] = other.roots[Place.FIRST]
    refused = no(bench.take_up)
    assert (refused.code, refused.facts) == (Code.PLACES_APART, {"file": NAME})
    bench.roots[Place.SECOND] = tmp_path / "second"
    assert bench.take_up().held == (package,)


def test_a_second_place_that_is_not_there_is_said_and_stops_nothing(bench: Bench) -> None:
    bench.station.close()
    rmtree(bench.roots[Place.SECOND])
    bench.roots[Place.SECOND].write_bytes(b"in the way")
    station = bench.take_up()
    assert station.failing
    assert (station.failing.place, station.failing.folder) == (Place.SECOND, bench.roots[Place.SECOND])
    package = bench.taken()
    assert station.held == (package,)
    bench.roots[Place.SECOND] = bench.folder / "no" / "such" / "mount"
    assert not bench.again().same_device


def test_where_neither_place_can_be_written_there_is_no_station(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_bytes(b"")
    nowhere = (tmp_path / "blocked" / "a", tmp_path / "blocked" / "b", Mode.PRACTICE, bench.hands.clock(), HOST)
    assert no(Station.take_up, *nowhere).code is Code.FILE_MISSING


def test_a_return_is_copied_without_its_code(bench: Bench) -> None:
    package = bench.taken(closure=0)
    with pytest.raises(ValueError, match="not handed in"):
        bench.station.copy_return(package, bench.stick)
    handed = bench.unlock(package).hand_in()
    path = bench.again().copy_return(package, bench.stick)
    assert path.name == handed.name
    assert bench.site.returned(path).final
    assert bench.station.held[0].returned == handed.digest


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("PC-07", "PC-07"),
        ("kaochang_3.local", "kaochang-3-local"),
        ("考试机07", "07"),
        ("x" * 40, "x" * 32),
        ("考试机", "station-de650d"),
    ],
)
def test_a_machine_has_a_name_for_files(name: str, shown: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "machine-id").write_text("4711\n", encoding="ascii")
    monkeypatch.setattr(host, "_ID_FILE", tmp_path / "machine-id")
    monkeypatch.setattr(socket, "gethostname", lambda: name)
    assert this_host() == Host(shown, "4711")


def test_a_machine_without_an_id_goes_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "PC-09")
    for content in (None, "\n"):
        if content:
            (tmp_path / "machine-id").write_text(content, encoding="ascii")
        monkeypatch.setattr(host, "_ID_FILE", tmp_path / "machine-id")
        assert this_host() == Host("PC-09", "PC-09")


def test_a_station_goes_by_this_machine_unless_told(tmp_path: Path) -> None:
    station = Station.take_up(tmp_path / "here", None, Mode.PRACTICE, this_machine())
    assert station.machine == this_host().name
    assert standalone.SUFFIX not in {path.suffix for path in station.folder.iterdir()}
    station.close()
