"""The day taken up from the mirror: what stands, what is lost by name, and who can no longer go on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.operation import Refusal, Signer
from app.core.permission import AnotherPersonNeeded, SiteLockNeeded
from app.core.resume import DayResumed, ResumeDay
from app.core.terms import Mode, SiteCode
from app.exchange import keyfile, strict
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.journal.store import Journal
from app.service import locks, resume, verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.mirror import Mirroring
from app.service.mirror import place as mirror_place
from app.service.sitelock import SHARE, EpochNote, note_epoch, note_head, noted_epoch, noted_heads
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.media import FolderMedia
from devices.protocols import LockKind
from tests.stores import ADMIN, EVE, MORNING, OFFICER, PIN, SITE, Place, entries
from tests.unit.mirrors import STICK, Mirrored, again, mirrored


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = mirrored(tmp_path_factory.mktemp("whole"))
    made.let_go()
    return made.place


@dataclass
class Both:
    """The first machine, lost or still running, and the folder of the second."""

    first: Mirrored
    second: Path
    opened: list[Console] = field(default_factory=list)

    def taken_up(self, mirror: Path | None = None, to: Path | None = None) -> Console:
        made = self.first.resume(to or self.second, mirror)
        assert isinstance(made, Console), made
        self.opened.append(made)
        return made

    def trouble(self, **how: Path) -> Trouble:
        return trouble(lambda: self.taken_up(**how))


def trouble(step: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        step()
    return caught.value


@pytest.fixture
def both(whole: Place, tmp_path: Path) -> Iterator[Both]:
    """The mirror has everything but two entries, of which the lock remembers one."""
    first = again(whole.copy(tmp_path / "first"))
    first.mirroring.run()
    first.enter()
    first.console.store.mark()
    first.enter()
    first.let_go()
    made = Both(first, tmp_path / "second" / "store")
    made.second.parent.mkdir()
    yield made
    for console in made.opened:
        console.store.abandon()


def mirror_of(console: Console, place: Place) -> Mirrored:
    """The second machine's mirror, on the same stick."""
    console.media = FolderMedia(place.folder / "media")
    made = Mirrored(place, console, Mirroring(console))
    assert made.begin() is None
    made.mirroring.run()
    return made


def test_the_state_up_to_the_last_mirrored_entry_and_what_is_lost_by_name(both: Both) -> None:
    held = both.first.held()
    console = both.taken_up()
    stored = entries(console.store.journal)
    assert stored[:-1] == held
    fact = codec.decode(stored[-1].body)
    assert isinstance(fact, DayResumed)
    assert (fact.machine, fact.medium, fact.entries, fact.lost) == ("B", STICK, len(held), 1)
    assert fact.reached == codec.decode_time(held[-1].stamp)
    assert (console.machine, console.store.key_file.epoch) == ("B", 2)
    assert console.site.safe.mirror is None
    assert verify.store_file(console.store).entries == len(held) + 1
    assert noted_heads(both.first.place.lock()) == (Mark(console.store.journal.n, console.store.journal.head),) * 2
    assert not list(both.second.parent.glob("*.resuming"))


def test_blobs_come_along(both: Both) -> None:
    console = both.taken_up()
    there = Blobs(both.first.place.store / "blobs.db", console.store.keys.store)
    assert set(console.store.blobs.digests()) == set(there.digests())
    there.close()


def test_the_second_machine_goes_on_and_opens_again(both: Both) -> None:
    console = both.taken_up()
    site = Mirrored(both.first.place, console, both.first.mirroring)
    site.enter(2)
    console.store.close()
    again_ = unlock(both.second, both.first.place.lock(), DrivenClock(MORNING))
    both.opened.append(again_)
    assert again_.machine == "B"


def test_the_first_machine_is_no_longer_the_record(both: Both) -> None:
    console = both.taken_up()
    found = trouble(both.first.place.open)
    assert (found.code, found.fatal) == (Code.SUPERSEDED, True)
    assert found.facts == {"since": "08:30", "machine": "B", "entry": console.store.journal.n - 1}
    later = resume.later(both.first.place.store, both.first.place.lock())
    assert [one.n for one in later] == [console.store.journal.n, console.store.journal.n + 1]


def test_numbers_in_its_keys_do_not_help_the_first_machine(both: Both) -> None:
    both.taken_up()
    path = both.first.place.store / keyfile.NAME
    file = keyfile.read(path.read_bytes())
    path.write_bytes(strict.encode(replace(file, epoch=9)))
    assert trouble(both.first.place.open).code is Code.SUPERSEDED


def test_the_lock_put_back_into_the_running_first_machine_stops_it(both: Both) -> None:
    running = again(both.first.place)
    running.mirroring.close()
    both.taken_up()
    remembered = noted_heads(both.first.place.lock())
    assert trouble(lambda: locks.put_back(running.console, both.first.place.lock())).code is Code.SUPERSEDED
    assert trouble(running.console.store.mark).code is Code.SUPERSEDED
    running.console.store.close()
    # Then it left nothing on the lock, and is not taken for closed in order
    assert noted_heads(both.first.place.lock()) == remembered
    assert not (both.first.place.store / "closed").exists()


def test_where_nothing_was_taken_up_nothing_came_later(both: Both) -> None:
    assert resume.later(both.first.place.store, both.first.place.lock()) == ()
    both.taken_up()
    both.opened.pop().store.close()
    assert resume.later(both.second, both.first.place.lock()) == ()


def test_a_mirror_older_than_the_last_resumption_serves_no_more(both: Both) -> None:
    old = both.second.parent / "old"
    shutil.copytree(both.first.mirror, old)
    both.taken_up().store.close()
    again_ = both.trouble(mirror=old, to=both.second.parent / "third")
    assert (again_.code, again_.facts["machine"]) == (Code.SUPERSEDED, "B")
    # Nor with another number in its keys
    file = keyfile.read((old / keyfile.NAME).read_bytes())
    (old / keyfile.NAME).write_bytes(strict.encode(replace(file, epoch=7)))
    assert both.trouble(mirror=old, to=both.second.parent / "third").code is Code.SUPERSEDED
    assert not list(both.second.parent.glob("third*"))


def test_the_second_machine_can_be_lost_too(both: Both) -> None:
    second = mirror_of(both.taken_up(), both.first.place)
    second.enter()
    second.mirroring.run()
    second.let_go()
    both.opened.clear()
    third = both.taken_up(to=both.second.parent / "third")
    assert third.machine == "C"
    assert [one.machine for one in third.site.safe.resumed] == ["B", "C"]
    assert third.store.key_file.epoch == 3
    assert trouble(lambda: unlock(both.second, both.first.place.lock(), DrivenClock(MORNING))).code is Code.SUPERSEDED


def test_what_vanishes_with_an_old_mirror_is_told_by_the_lock(whole: Place, tmp_path: Path) -> None:
    first = again(whole.copy(tmp_path / "first"))
    first.mirroring.run()
    first.mirroring.close()
    shutil.copytree(first.mirror, tmp_path / "old")
    first.enter(5)
    first.mirroring.run()
    first.console.store.mark()
    n = first.n
    first.let_go()
    console = first.resume(tmp_path / "second", tmp_path / "old")
    assert isinstance(console, Console)
    assert console.site.safe.resumed[-1].lost == n - console.site.safe.resumed[-1].entries == 5
    console.store.abandon()


def test_a_lock_whose_notes_were_taken_off_lets_nothing_vanish_with_an_old_mirror(both: Both) -> None:
    lock = both.first.place.lock()
    for label in ("head-a", "head-b"):
        assert lock.destroy(label) is None
    assert both.trouble().code is Code.MARK_MISSING
    assert list(both.second.parent.iterdir()) == []


def test_a_rewritten_mirror_is_not_what_the_lock_remembers(both: Both, whole: Place, tmp_path: Path) -> None:
    # Given another course of the same store, as long as what the lock remembers
    fork = again(whole.copy(tmp_path / "fork"))
    assert fork.begin() is None
    fork.mirroring.run()
    fork.console.store.blobs.put(b"other")
    fork.enter()
    fork.enter(3)
    fork.mirroring.run()
    fork.let_go()
    note_head(both.first.place.lock(), Mode.PRACTICE, SITE, Mark(len(both.first.held()), b"\1" * 32))
    assert both.trouble(mirror=fork.mirror).code is Code.REWRITTEN
    assert not both.second.exists()


@pytest.mark.parametrize("damage", ["site.db", "blobs.db"])
def test_a_damaged_mirror_says_so_and_leaves_nothing(both: Both, damage: str) -> None:
    for file in both.first.mirror.glob(f"{damage}*"):
        file.unlink()
    (both.first.mirror / damage).write_bytes(b"\x5a" * 8192)
    assert both.trouble().code is Code.STORE_DAMAGED
    assert list(both.second.parent.iterdir()) == []


def test_an_empty_mirror_is_none(both: Both) -> None:
    for file in both.first.mirror.glob("*.db*"):
        file.unlink()
    assert both.trouble().code is Code.MIRROR_MISSING
    (both.first.mirror / keyfile.NAME).unlink()
    assert both.trouble().code is Code.MIRROR_MISSING


def test_keys_of_another_store_open_no_mirror(both: Both, tmp_path: Path) -> None:
    strange = mirrored(tmp_path / "strange")
    strange.let_go()
    shutil.copy(strange.mirror / keyfile.NAME, both.first.mirror / keyfile.NAME)
    assert both.trouble().code is Code.WRONG_KEY


def test_the_wrong_lock_takes_nothing_up(both: Both, tmp_path: Path) -> None:
    lock = SoftwareLock.create(tmp_path / "other", "KW-000009", LockKind.SITE, PIN, memory_kib=8)
    found = trouble(
        lambda: resume.resume(both.first.mirror, both.second, lock, STICK, DrivenClock(EVE), lambda _: (ADMIN, OFFICER))
    )
    assert found.code is Code.STORE_OTHER_LOCK


def test_a_lock_of_that_name_without_the_share_takes_nothing_up(both: Both, tmp_path: Path) -> None:
    serial = both.first.place.lock().serial
    lock = SoftwareLock.create(tmp_path / "other", serial, LockKind.SITE, PIN, memory_kib=8)
    found = trouble(
        lambda: resume.resume(both.first.mirror, both.second, lock, STICK, DrivenClock(EVE), lambda _: (ADMIN, OFFICER))
    )
    assert found.code is Code.WRONG_KEY


def test_a_folder_in_use_is_left_alone(both: Both) -> None:
    both.taken_up().store.close()
    assert both.trouble().code is Code.STORE_EXISTS


def test_one_person_alone_takes_nothing_up(both: Both) -> None:
    lock = both.first.place.lock()
    made = resume.resume(both.first.mirror, both.second, lock, STICK, DrivenClock(MORNING), lambda _: (ADMIN,))
    assert isinstance(made, AnotherPersonNeeded)
    assert noted_epoch(lock, Mode.PRACTICE, SITE) is None
    assert list(both.second.parent.iterdir()) == []
    # Then two persons do
    both.taken_up()


def test_the_lock_pulled_meanwhile_takes_nothing_up(both: Both) -> None:
    folder, away = both.first.place.lock_folder, both.first.place.folder / "away"

    def pulled(_: Console) -> tuple[Signer, ...]:
        folder.rename(away)
        return (ADMIN, OFFICER)

    made = resume.resume(
        both.first.mirror,
        both.second,
        both.first.place.lock(),
        STICK,
        DrivenClock(MORNING),
        pulled,
    )
    away.rename(folder)
    assert isinstance(made, Refusal)
    assert isinstance(made, SiteLockNeeded)
    both.taken_up()


class Killed(BaseException):
    """The machine went off right here."""


@pytest.mark.parametrize(
    ("before", "done"),
    [(step, done) for step in ("_made", "note_epoch", "_settled", "note_head_alone") for done in (False, True)]
    + [("unlock", False)],
)
def test_broken_off_at_any_step_the_same_call_goes_on(
    both: Both, monkeypatch: pytest.MonkeyPatch, before: str, done: bool
) -> None:
    real = getattr(resume, before)
    left = both.second.with_name("store.resuming")

    def killed(*asked: object) -> object:
        if done:
            real(*asked)
        # What tidies up after an error does not run when a machine goes off.
        monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
        raise Killed

    monkeypatch.setattr(resume, before, killed)
    with pytest.raises(Killed):
        both.first.resume(both.second)
    monkeypatch.undo()
    if before == "unlock":
        # The store is whole and stands: it is opened.
        assert both.trouble().code is Code.STORE_EXISTS
        console = unlock(both.second, both.first.place.lock(), DrivenClock(MORNING))
        both.opened.append(console)
    else:
        console = both.taken_up()
    assert console.machine == "B"
    assert len(console.site.safe.resumed) == 1
    assert not left.exists()
    assert trouble(both.first.place.open).code is Code.SUPERSEDED


def test_a_resumption_that_another_machine_overtook_is_not_brought_to_its_end(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two spare machines from one mirror: the one that went off before the lock knew of it is none."""

    def killed(*_: object) -> None:
        raise Killed

    third = both.second.parent / "third"
    with monkeypatch.context() as patched:
        patched.setattr(resume, "note_epoch", killed)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(Killed):
            both.first.resume(third, at=MORNING - timedelta(minutes=1))
    assert (third.parent / "third.resuming" / keyfile.NAME).exists()
    console = both.taken_up()
    assert both.trouble(to=third).code is Code.SUPERSEDED
    assert not third.exists()
    # Renamed by hand it is no store of record either
    assert noted_epoch(both.first.place.lock(), Mode.PRACTICE, SITE) is not None
    assert console.machine == "B"


def test_a_note_of_another_site_on_the_lock_says_nothing_of_this_one(both: Both) -> None:
    lock = both.first.place.lock()
    note_epoch(lock, EpochNote(Mode.PRACTICE, SiteCode("9999"), 7, "H", MORNING, 3, "00" * 32))
    assert noted_epoch(lock, Mode.PRACTICE, SITE) is None
    both.taken_up()


def test_before_anything_was_taken_in_the_holder_of_the_lock_signs(tmp_path: Path) -> None:
    operation = ResumeDay(STICK, 1, EVE, 1)
    console = Place(tmp_path).enrol().console
    demand = operation.demand(console.site, console._desk(operation, (), console.clock.moment()))
    assert (demand.seconds, demand.site_lock) == ((), True)
    console.store.abandon()


def test_a_mirror_alone_opens_with_the_lock_alone(both: Both) -> None:
    lock = both.first.place.lock()
    share = lock.read(SHARE)
    assert isinstance(share, bytes)
    keys = keyfile.open_with(share, keyfile.read((both.first.mirror / keyfile.NAME).read_bytes()))
    with pytest.raises(Trouble):
        Journal(both.first.mirror / "site.db", keys.store)
    assert mirror_place(both.first.media / STICK, SITE) == both.first.mirror
