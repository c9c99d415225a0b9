"""Two places on disk: one fails, comes back, is lost or damaged; what was called saved stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, move, rmtree

import pytest

from app.journal.chain import Mark
from app.journal.store import Journal
from app.station.answering import Answering
from app.station.machine import State
from app.station.packages import file_of
from app.station.station_file import NAME
from app.station.two_folders import Failing, Place, TwoFolders
from app.trouble import Code, Trouble
from tests.papers import voucher_for
from tests.stations import Bench, failing, no

FIRST, SECOND = Place.FIRST, Place.SECOND


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.station.close()


def trouble(answering: Answering) -> Code | None:
    return answering.trouble.code if answering.trouble else None


def pull(bench: Bench, place: Place) -> Path:
    """The stick is out, and nothing can be made in its stead; where it went."""
    away = bench.folder / f"{place} is out"
    bench.roots[place].rename(away)
    bench.roots[place].write_bytes(b"")
    return away


def plug(bench: Bench, place: Place, away: Path) -> None:
    bench.roots[place].unlink()
    away.rename(bench.roots[place])


def expect_level(bench: Bench, entries: int) -> None:
    bench.station.close()
    first, second = bench.heads()
    assert first == second
    assert first[0] == entries


def test_each_place_holds_every_answer_before_it_is_called_saved(bench: Bench) -> None:
    answering = bench.opened()
    for n, key in enumerate("ABCD", start=2):
        answering.answer("1", (key,))
        for place in Place:
            assert bench.journal(place).n == n


@pytest.mark.parametrize("place", Place)
def test_a_place_that_fails_is_named_and_brought_up_when_it_is_back(bench: Bench, place: Place) -> None:
    answering = bench.opened()
    answering.answer("1", ("A",))
    assert failing(answering) is None
    away = pull(bench, place)
    answering.answer("1", ("B",))
    assert failing(answering) is place
    assert answering.failing == Failing(place, bench.roots[place], answering._journals.failing[place])
    assert trouble(answering) is None
    answering.answer("2", ("C",))
    plug(bench, place, away)
    answering.answer("3", ("T",))
    assert failing(answering) is None
    expect_level(bench, 5)


def test_what_failed_is_tried_again_as_time_goes_by(bench: Bench) -> None:
    answering = bench.opened()
    away = pull(bench, SECOND)
    answering.answer("1", ("B",))
    plug(bench, SECOND, away)
    bench.hands.run(seconds=15)
    answering.tick()
    assert failing(answering) is None
    expect_level(bench, 3)


@pytest.mark.parametrize("place", Place)
def test_a_place_that_was_emptied_meanwhile_is_filled_again(bench: Bench, place: Place) -> None:
    package = bench.taken()
    answering = bench.unlock(package)
    answering.answer("1", ("A",))
    rmtree(bench.roots[place])
    answering.answer("2", ("A",))
    assert failing(answering) is None
    for name in (NAME, file_of(package.digest)):
        assert (bench.roots[place] / name).exists(), name
    expect_level(bench, 3)


def test_where_neither_takes_it_nothing_is_called_saved(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    answering.answer("1", ("A",))
    away = {place: pull(bench, place) for place in Place}
    for call in (
        lambda: answering.answer("1", ("B",)),
        lambda: answering.mark("1", True),
        lambda: answering.voucher(voucher_for(5)),
        answering.hand_in,
    ):
        assert no(call).code is Code.SAVE_FAILED
    bench.hands.run(seconds=20)
    answering.tick()
    assert trouble(answering) is Code.SAVE_FAILED
    assert failing(answering) is FIRST
    assert (answering.given("1").chosen, answering.granted, answering.handed) == (("A",), 0, None)
    for place in Place:
        plug(bench, place, away[place])
    answering.tick()
    assert (trouble(answering), failing(answering)) == (None, None)
    answering.answer("1", ("B",))
    assert bench.resumed().given("1").chosen == ("B",)


class Doubtful:
    """A disk that writes, and says that it did not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.whole, self.times = Journal.append, 0
        monkeypatch.setattr(Journal, "append", lambda *given: self.append(*given))  # noqa: PLW0108 - a bound method takes no self

    def append(self, journal: Journal, stamp: bytes, bodies: tuple[bytes, ...]) -> Mark:
        mark = self.whole(journal, stamp, bodies)
        if not self.times:
            return mark
        self.times -= 1
        journal.abandon()
        raise Trouble(Code.WRITE_DOUBTFUL, file="answers.db", entry=mark.n - 1)


def test_what_stands_though_its_writing_was_in_doubt_counts(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Doubtful(monkeypatch)
    answering = bench.opened(closure=0)
    disk.times = 1
    answering.answer("1", ("A",))
    assert failing(answering)
    answering.mark("1", True)
    assert failing(answering) is None
    disk.times = 2
    assert no(answering.answer, "1", ("B",)).code is Code.SAVE_FAILED
    assert answering.given("1").chosen == ("A",)
    answering.answer("2", ("B",))
    assert answering.given("1").chosen == ("B",)
    disk.times = 2
    assert no(answering.hand_in).code is Code.SAVE_FAILED
    # The end that was doubted stands: nothing comes after it.
    bench.hands.run(seconds=15)
    answering.tick()
    assert no(answering.answer, "1", ("C",)).code is Code.HANDED_IN
    assert answering.hand_in() == answering.handed
    expect_level(bench, 6)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("loss", ["file", "folder", "cut", "torn", "foreign"])
def test_one_lost_or_damaged_journal_is_made_anew_from_the_other(bench: Bench, place: Place, loss: str) -> None:
    answering = bench.opened()
    answering.answer("4", text="理由" * 3000)
    bench.station.close()
    database = bench.database(place)
    match loss:
        case "file":
            database.unlink()
        case "folder":
            rmtree(database.parent)
        case "cut":
            database.write_bytes(database.read_bytes()[:5000])
        case "torn":
            whole = bytearray(database.read_bytes())
            whole[-6000:-5900] = bytes(100)
            database.write_bytes(whole)
        case _:
            database.write_bytes(b"another file " * 1000)
    bench.take_up()
    answering = bench.unlock()
    assert answering.given("4").text == "理由" * 3000
    assert failing(answering) is None
    aside = database.with_name("answers.db.damaged-1")
    assert aside.exists() is (loss not in {"file", "folder"})
    expect_level(bench, 3)


def test_what_is_set_aside_is_never_written_over(bench: Bench) -> None:
    bench.opened()
    for n in (1, 2):
        bench.station.close()
        bench.database(SECOND).write_bytes(b"?" * 9000)
        bench.take_up()
        bench.unlock()
        assert bench.database(SECOND).with_name(f"answers.db.damaged-{n}").exists()


def test_where_both_are_lost_it_does_not_begin_anew(bench: Bench) -> None:
    package = bench.taken()
    bench.unlock(package).answer("1", ("A",))
    bench.station.close()
    for place in Place:
        bench.database(place, package).unlink()
    bench.take_up()
    refused = no(bench.unlock, package)
    assert (refused.code, refused.facts) == (Code.ANSWERS_LOST, {"package": package.name})
    assert refused.fatal
    # A newer package may come instead; the other way would be to find one of the two again.
    assert bench.taken(number=2).state is State.TAKEN
    assert bench.unlock().answered == 0


def test_a_journal_found_again_goes_on(bench: Bench) -> None:
    package = bench.taken()
    bench.unlock(package).answer("1", ("A",))
    bench.station.close()
    kept = bench.database(SECOND, package).read_bytes()
    for place in Place:
        bench.database(place, package).unlink()
    bench.take_up()
    no(bench.unlock, package)
    bench.station.close()
    for end in ("", "-wal", "-shm"):
        bench.database(SECOND, package).with_name(f"answers.db{end}").unlink(missing_ok=True)
    bench.database(SECOND, package).write_bytes(kept)
    bench.take_up()
    assert bench.unlock(package).given("1").chosen == ("A",)
    assert no(lambda: bench.taken(number=2)).code is Code.PACKAGE_OPEN


def test_both_damaged_are_left_as_they_are(bench: Bench) -> None:
    package = bench.taken()
    bench.unlock(package)
    bench.station.close()
    for place in Place:
        bench.database(place, package).write_bytes(b"?" * 9000)
    bench.take_up()
    assert no(bench.unlock, package).code is Code.ANSWERS_LOST
    assert bench.database(FIRST, package).read_bytes() == b"?" * 9000


def test_an_older_state_of_both_is_not_gone_on_with(bench: Bench) -> None:
    package = bench.taken()
    bench.unlock(package).answer("1", ("A",))
    bench.station.close()
    older = {place: bench.database(place, package).read_bytes() for place in Place}
    bench.take_up()
    bench.unlock(package)
    bench.station.close()
    for place in Place:
        bench.database(place, package).write_bytes(older[place])
    bench.take_up()
    assert no(bench.unlock, package).code is Code.ANSWERS_LOST


def test_the_place_that_was_alone_is_waited_for(bench: Bench) -> None:
    """The other one lags behind: to go on from there would lose answers in silence."""
    package = bench.taken()
    answering = bench.unlock(package)
    away = pull(bench, SECOND)
    answering.answer("1", ("A",))
    bench.station.close()
    plug(bench, SECOND, away)
    bench.database(FIRST, package).rename(bench.folder / "kept")
    bench.database(FIRST, package).write_bytes(b"?" * 9000)
    bench.take_up()
    assert no(bench.unlock, package).code is Code.ANSWERS_LOST
    bench.station.close()
    move(bench.folder / "kept", bench.database(FIRST, package))
    bench.take_up()
    assert bench.unlock(package).given("1").chosen == ("A",)
    expect_level(bench, 3)


def test_two_that_contradict_each_other_are_left_alone(bench: Bench) -> None:
    package = bench.taken()
    bench.unlock(package)
    bench.station.close()
    copytree(bench.roots[SECOND], bench.folder / "before")
    contents = {}
    for place, other in ((FIRST, SECOND), (SECOND, FIRST)):
        rmtree(bench.roots[other])
        bench.roots[other].write_bytes(b"")
        bench.take_up()
        bench.unlock(package).answer("1", ("A" if place is FIRST else "B",))
        bench.station.close()
        contents[place] = bench.database(place, package).read_bytes()
        bench.roots[other].unlink()
        copytree(bench.folder / "before", bench.roots[other])
    rmtree(bench.roots[FIRST])
    copytree(bench.folder / "before", bench.roots[FIRST])
    bench.database(FIRST, package).write_bytes(contents[FIRST])
    bench.take_up()
    refused = no(bench.unlock, package)
    assert (refused.code, refused.facts) == (Code.PLACES_APART, {"file": package.name})
    assert {place: bench.database(place, package).read_bytes() for place in Place} == contents


def test_a_stick_that_tells_another_story_is_not_followed(bench: Bench) -> None:
    package = bench.taken()
    answering = bench.unlock(package)
    away = pull(bench, SECOND)
    copytree(away, bench.folder / "other story")
    answering.answer("1", ("A",))
    bench.station.close()
    # Elsewhere the copy is gone on with, and comes back as the stick.
    first, second = bench.roots[FIRST], bench.roots[SECOND]
    bench.roots = {FIRST: bench.folder / "other story", SECOND: bench.folder / "elsewhere"}
    bench.take_up()
    bench.unlock(package).answer("1", ("D",))
    bench.station.close()
    bench.roots = {FIRST: first, SECOND: second}
    bench.take_up()
    answering = bench.unlock(package)
    second.unlink()
    copytree(bench.folder / "other story", second)
    answering.answer("2", ("B",))
    assert failing(answering) is SECOND
    assert answering._journals.failing[SECOND].code is Code.PLACES_APART
    assert answering.given("1").chosen == ("A",)


def test_a_place_that_cannot_be_made_anew_stays_failing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.opened().answer("1", ("A",))
    bench.station.close()
    bench.database(SECOND).write_bytes(b"?" * 9000)

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        bench.take_up()
        answering = bench.unlock()
    assert failing(answering) is SECOND
    assert answering.given("1").chosen == ("A",)
    answering.answer("1", ("B",))
    assert failing(answering) is None


def test_a_full_second_place_does_not_stop_the_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    answering = bench.opened()
    away = pull(bench, SECOND)
    answering.answer("1", ("A",))
    plug(bench, SECOND, away)

    def full(journal: Journal, entries: object) -> Mark:
        journal.abandon()
        raise Trouble(Code.DISK_FULL, file="answers.db")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "follow", full)
        answering.answer("1", ("B",))
        assert failing(answering) is SECOND
        assert answering._journals.failing[SECOND].code is Code.DISK_FULL
    answering.answer("1", ("C",))
    assert failing(answering) is None
    expect_level(bench, 4)


def test_files_go_to_both_or_to_the_one_that_takes_them(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"in the way")
    folders = TwoFolders(tmp_path / "a", tmp_path / "b")
    folders.write("in/file", b"1")
    assert set(folders.failing) == {SECOND}
    assert not folders.same_device or (tmp_path / "b").is_file()
    (tmp_path / "b").unlink()
    assert folders.read("in/file", 10, lambda content: content == b"1") == b"1"
    assert (folders.failing, (tmp_path / "b/in/file").read_bytes()) == ({}, b"1")
    assert no(folders.read, "in/file", 10, lambda _: False).code is Code.FILE_DAMAGED
    assert no(folders.read, "in/other", 10, lambda _: True).code is Code.FILE_MISSING


def test_the_memory_of_the_return_outlives_a_full_disk(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    answering = bench.opened(closure=0)

    def full(*_: object) -> None:
        raise Trouble(Code.MEDIUM_FULL, file="x")

    with monkeypatch.context() as patched:
        patched.setattr(TwoFolders, "write", full)
        handed = answering.hand_in()
    assert bench.station.held[0].state is State.OPEN
    again = bench.resumed()
    assert again.handed == handed
    assert bench.station.held[0].returned == handed.digest


def test_an_entry_that_nobody_can_read_is_broken_trust(bench: Bench) -> None:
    bench.opened()
    bench.station.close()
    for place in Place:
        journal = bench.journal(place)
        journal.append(b"{}", [b"{}"])
        journal.close()
    bench.take_up()
    refused = no(bench.unlock)
    assert (refused.code, refused.facts, refused.fatal) == (Code.ENTRY_UNREADABLE, {"entry": 2}, True)
    assert bench.taken(number=2).state is State.TAKEN


def test_a_station_file_that_did_not_get_through_is_tried_again(bench: Bench) -> None:
    answering = bench.opened()
    bench.station._folders.failing[SECOND] = Trouble(Code.MEDIUM_FULL, file=NAME)
    assert failing(answering) is SECOND
    assert failing(bench.station) is SECOND
    bench.hands.run(seconds=15)
    answering.tick()
    assert (failing(answering), failing(bench.station)) == (None, None)
