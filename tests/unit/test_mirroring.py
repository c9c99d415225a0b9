"""The mirror at work: every entry and blob on a stick, and what a stick may do to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.media import RegisterMedium, ReportMediumLost
from app.core.mirror import GoOnWithoutMirror, MirrorBack, MirrorOut, NoteMirrorOut
from app.core.safe_state import MirrorReason, WaiverReason
from app.core.terms import PersonId
from app.exchange import keyfile, strict
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.store import Journal
from app.service import mirror
from app.service.mirror import PAUSE, Follower, Mirroring
from app.trouble import Code, Trouble
from tests.stores import ADMIN, OFFICER, Place, entries
from tests.unit.mirrors import OTHER, STICK, Mirrored, again, begun, mirrored


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = mirrored(tmp_path_factory.mktemp("whole"))
    made.let_go()
    return made.place


@pytest.fixture
def site(whole: Place, tmp_path: Path) -> Iterator[Mirrored]:
    """On the eve, with everything on the mirror."""
    made = again(whole.copy(tmp_path / "site"))
    made.mirroring.run()
    yield made
    made.let_go()


def failed(site: Mirrored) -> MirrorReason:
    """A round that fails for the mirror's own reason."""
    follower = site.mirroring.due()
    assert follower is not None
    with pytest.raises(Trouble) as caught:
        follower.round()
    assert caught.value.code is Code.MIRROR_FAILED
    site.mirroring.failed(follower, caught.value)
    return MirrorReason(str(caught.value.facts["reason"]))


def rested(site: Mirrored) -> None:
    """The pause after a failure is over."""
    site.mirroring._rest_until = 0.0


def anew(site: Mirrored) -> None:
    """The follower opens the stick again, as after a start."""
    site.mirroring.close()


def last(site: Mirrored) -> object:
    return codec.decode(entries(site.console.store.journal)[-1].body)


def test_every_entry_is_on_the_stick_byte_for_byte(site: Mirrored) -> None:
    assert site.mirroring.behind == 0
    site.enter(3)
    assert site.mirroring.behind == 3
    assert site.console.behind() == 3
    site.mirroring.run()
    assert site.mirroring.behind == 0
    assert site.mirroring.due() is None
    anew(site)
    assert site.held() == entries(site.console.store.journal)


def test_blobs_are_there_before_the_entries_that_came_after_them(
    site: Mirrored, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    kept = [site.console.store.blobs.put(bytes([n]) * 100) for n in range(5)]
    monkeypatch.setattr(mirror, "BLOBS", 2)
    site.enter()
    follower = site.mirroring.due()
    assert follower is not None
    site.mirroring.done(follower, follower.round(lambda done, _: told.append(done)))
    assert told == sorted(told)
    assert len(told) == 3
    anew(site)
    there = Blobs(site.mirror / "blobs.db", site.console.store.keys.mirror)
    assert {digest for digest, _ in there.digests()} == {digest for digest, _ in site.console.store.blobs.digests()}
    assert [there.get(digest) for digest in kept] == [bytes([n]) * 100 for n in range(5)]
    there.close()


def test_nothing_on_the_stick_reads_without_the_lock(site: Mirrored) -> None:
    site.console.store.blobs.put(b"a name in the clear" * 9)
    site.enter()
    site.mirroring.run()
    anew(site)
    for file in site.mirror.iterdir():
        content = file.read_bytes()
        assert b"a name in the clear" not in content
        assert b"desk_taken" not in content
    with pytest.raises(Trouble):
        Journal(site.mirror / "site.db", site.console.store.keys.store)


def test_it_goes_on_where_it_was_after_a_restart(site: Mirrored) -> None:
    site.enter(2)
    site.let_go()
    site.console, site.mirroring = (made := again(site.place)).console, made.mirroring
    assert site.mirroring.behind == site.n
    follower = site.mirroring.due()
    assert follower is not None
    before = follower.going
    assert follower.round() == site.n
    assert (before, follower.going) == (False, True)
    site.mirroring.done(follower, site.n)
    assert site.mirroring.behind == 0


def test_without_a_mirror_nothing_is_due_or_behind(tmp_path: Path) -> None:
    console = Place(tmp_path).enrol().console
    mirroring = Mirroring(console)
    assert mirroring.due() is None
    assert (mirroring.behind, console.behind()) == (0, 0)
    mirroring.finish()
    console.store.abandon()


def test_a_stick_that_is_out_is_noted_once_and_found_again(site: Mirrored) -> None:
    shutil.move(site.media / STICK, site.place.folder / "pocket")
    anew(site)
    assert failed(site) is MirrorReason.MEDIUM_GONE
    assert site.mirroring.due() is None
    rested(site)
    assert failed(site) is MirrorReason.MEDIUM_GONE
    # What it had, it still has
    assert site.mirroring.behind == 1
    told = [codec.decode(entry.body) for entry in entries(site.console.store.journal)]
    out = [one for one in told if isinstance(one, MirrorOut)]
    assert [one.reason for one in out] == [MirrorReason.MEDIUM_GONE]
    shutil.move(site.place.folder / "pocket", site.media / STICK)
    rested(site)
    site.mirroring.run()
    assert isinstance(last(site), MirrorBack)
    assert site.mirroring.behind == 0
    assert site.console.site.safe.mirror is not None
    assert site.console.site.safe.mirror.out is None


def test_a_stick_reported_lost_is_followed_no_more_though_it_is_in(site: Mirrored) -> None:
    console, held = site.console, site.n
    under_way = site.mirroring.due() or site.mirroring.follower
    assert console.submit(ReportMediumLost(STICK, console.clock.moment().at, ADMIN.id), ADMIN) is None
    assert under_way
    site.mirroring.done(under_way, held)
    site.enter()
    site.mirroring.run()
    assert (site.mirroring.held, site.mirroring.behind, site.mirroring.follower) == (held, 2, None)
    assert console.site.safe.mirror is not None
    assert console.site.safe.mirror.out is MirrorReason.MEDIUM_GONE
    assert console.submit(RegisterMedium(STICK, "L-0", PersonId("A01"), read=True), ADMIN) is None
    site.mirroring.run()
    assert isinstance(last(site), MirrorBack)
    assert site.mirroring.behind == 0


def test_the_pause_after_a_failure_is_kept(site: Mirrored) -> None:
    now = [100.0]
    site.mirroring._clock = lambda: now[0]
    shutil.rmtree(site.media / STICK)
    anew(site)
    assert failed(site) is MirrorReason.MEDIUM_GONE
    now[0] += PAUSE - 1
    assert site.mirroring.due() is None
    now[0] += 1
    assert site.mirroring.due() is not None


def test_at_the_desk_itself_a_failure_is_noted_too(site: Mirrored) -> None:
    shutil.rmtree(site.media / STICK)
    anew(site)
    site.mirroring.run()
    assert isinstance(last(site), MirrorOut)
    site.mirroring.finish()


def test_pulled_while_it_writes_is_gone_and_not_damaged(site: Mirrored, monkeypatch: pytest.MonkeyPatch) -> None:
    site.enter()

    def pulled(*_: object) -> None:
        shutil.move(site.media / STICK, site.place.folder / "pocket")
        raise Trouble(Code.WRITE_DOUBTFUL, file="site.db", entry=1)

    monkeypatch.setattr(Journal, "follow", pulled)
    assert failed(site) is MirrorReason.MEDIUM_GONE


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (Trouble(Code.DISK_FULL, file="site.db"), MirrorReason.MEDIUM_FULL),
        (Trouble(Code.WRITE_DOUBTFUL, file="site.db", entry=1), MirrorReason.WRITE_FAILED),
        (OSError(5, "I/O"), MirrorReason.WRITE_FAILED),
    ],
)
def test_what_the_stick_says_has_a_reason(
    site: Mirrored, monkeypatch: pytest.MonkeyPatch, cause: Exception, reason: MirrorReason
) -> None:
    site.enter()

    def fails(*_: object) -> None:
        raise cause

    monkeypatch.setattr(Journal, "follow", fails)
    assert failed(site) is reason
    # The desk itself goes on
    site.enter()


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
def test_a_damaged_file_on_the_stick_stops_the_mirror_alone(site: Mirrored, name: str) -> None:
    anew(site)
    for file in site.mirror.glob(f"{name}*"):
        file.unlink()
    (site.mirror / name).write_bytes(b"\x5a" * 8192)
    assert failed(site) is MirrorReason.WRITE_FAILED
    site.enter()


def test_the_mirror_of_another_store_is_left_as_it_is(site: Mirrored, tmp_path: Path) -> None:
    anew(site)
    strange = mirrored(tmp_path / "strange")
    strange.let_go()
    shutil.rmtree(site.mirror)
    shutil.copytree(strange.mirror, site.mirror)
    before = {file.name: file.read_bytes() for file in site.mirror.iterdir()}
    assert failed(site) is MirrorReason.OTHER_MEDIUM
    assert {file.name: file.read_bytes() for file in site.mirror.iterdir()} == before


def test_keys_of_another_store_beside_our_mirror_are_no_key(site: Mirrored, tmp_path: Path) -> None:
    anew(site)
    strange = mirrored(tmp_path / "strange")
    strange.let_go()
    shutil.copy(strange.mirror / keyfile.NAME, site.mirror / keyfile.NAME)
    assert failed(site) is MirrorReason.OTHER_MEDIUM


def test_the_mirror_of_a_later_machine_is_left_as_it_is(site: Mirrored) -> None:
    anew(site)
    later = replace(site.console.store.key_file, epoch=site.console.store.key_file.epoch + 1)
    (site.mirror / keyfile.NAME).write_bytes(strict.encode(later))
    assert failed(site) is MirrorReason.NOT_FOLLOWED


def test_the_mirror_of_an_earlier_epoch_gets_the_keys_of_now(site: Mirrored) -> None:
    anew(site)
    file = site.console.store.key_file
    (site.mirror / keyfile.NAME).write_bytes(strict.encode(replace(file, epoch=file.epoch - 1)))
    site.mirroring.run()
    assert keyfile.read((site.mirror / keyfile.NAME).read_bytes()) == file


def test_a_mirror_that_is_ahead_says_that_the_store_was_put_back(site: Mirrored, tmp_path: Path) -> None:
    site.let_go()
    old = site.place.copy(tmp_path / "old")
    site.console, site.mirroring = (made := again(site.place)).console, made.mirroring
    site.enter(4)
    site.mirroring.run()
    n = site.n
    site.let_go()
    # Given the old store with the old lock, so that no mark speaks, and the stick of now
    shutil.rmtree(old.folder / "media")
    shutil.copytree(site.media, old.folder / "media")
    made = again(old)
    follower = made.mirroring.due()
    assert follower is not None
    with pytest.raises(Trouble) as caught:
        follower.round()
    assert (caught.value.code, caught.value.facts["marked"], caught.value.fatal) == (Code.CUT_SHORT, n, True)
    with pytest.raises(Trouble) as told:
        made.mirroring.failed(follower, caught.value)
    assert told.value is caught.value
    made.let_go()
    site.console, site.mirroring = (again_ := again(site.place)).console, again_.mirroring


def test_another_course_on_the_stick_is_not_followed(site: Mirrored, tmp_path: Path) -> None:
    site.let_go()
    fork = again(site.place.copy(tmp_path / "fork"))
    fork.enter()
    fork.console.store.blobs.put(b"of the fork")
    fork.mirroring.run()
    fork.let_go()
    shutil.rmtree(site.mirror)
    shutil.copytree(fork.mirror, site.mirror)
    made = again(site.place)
    made.console.submit(GoOnWithoutMirror(WaiverReason.TIME_PRESSES), ADMIN, OFFICER)
    made.enter(3)
    assert failed(made) is MirrorReason.NOT_FOLLOWED
    made.let_go()
    site.console, site.mirroring = (last_ := again(site.place)).console, last_.mirroring


def test_a_changed_medium_takes_everything_anew(site: Mirrored) -> None:
    site.enter()
    assert site.begin(OTHER) is None
    assert site.mirroring.due() is not None
    site.mirroring.run()
    assert site.mirroring.behind == 0
    assert (mirror.place(site.media / OTHER, site.console.store.key_file.site) / "site.db").exists()


def test_what_an_old_follower_still_brings_counts_no_more(site: Mirrored) -> None:
    site.enter()
    old = site.mirroring.due()
    assert old is not None
    held = old.round()
    assert site.begin(OTHER) is None
    new = site.mirroring.due()
    assert new is not None
    assert new is not old
    site.mirroring.done(old, held)
    assert site.mirroring.held == 0
    site.mirroring.failed(old, Trouble(Code.MIRROR_FAILED, reason="medium_gone"))
    assert site.console.site.safe.mirror is not None
    assert site.console.site.safe.mirror.out is None


def test_a_stopped_console_mirrors_nothing_and_goes_on_after_it_reopened(site: Mirrored) -> None:
    site.enter()
    site.console.halt()
    assert site.mirroring.due() is None
    site.console.reopen()
    site.mirroring.run()
    assert site.mirroring.behind == 0


def test_a_round_that_fails_while_the_console_is_stopped_notes_nothing(site: Mirrored) -> None:
    site.enter()
    follower = site.mirroring.due()
    assert follower is not None
    n = site.n
    site.console.halt()
    site.mirroring.failed(follower, Trouble(Code.MIRROR_FAILED, reason="medium_full"))
    assert site.n == n


def test_the_last_round_is_made_where_the_mirror_follows(site: Mirrored) -> None:
    site.enter(2)
    n = site.n
    site.mirroring.finish()
    assert len(site.held()) == n
    site.enter()
    # A first copy is not begun on the way out
    assert site.mirroring.due() is not None
    site.mirroring.finish()
    assert len(site.held()) == n


def test_a_round_stopped_by_hand_is_taken_up_again(tmp_path: Path) -> None:
    place = Place(tmp_path)
    site = begun(place, place.enrol().console)

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    follower = site.mirroring.due()
    assert follower is not None
    with pytest.raises(KeyboardInterrupt):
        follower.round(stop)
    assert not follower.going
    site.mirroring.close()
    site.mirroring.run()
    assert site.mirroring.behind == 0
    site.let_go()


def test_a_waived_mirror_that_caught_up_holds_gates_again(site: Mirrored) -> None:
    site.enter()
    assert site.console.submit(NoteMirrorOut(MirrorReason.WRITE_FAILED)) is None
    assert site.console.submit(GoOnWithoutMirror(WaiverReason.MEDIUM_FAULTY), ADMIN, OFFICER) is None
    site.mirroring.run()
    assert site.console.site.safe.mirror is not None
    assert site.console.site.safe.mirror.waived is None


def test_nothing_of_the_desk_is_open_once_it_is_closed(site: Mirrored) -> None:
    anew(site)
    follower = Follower(site.console.store, STICK, site.console.media)
    follower.round()
    follower.close()
    follower.close()
    with pytest.raises(Trouble):
        follower.round()


# Drill


def test_a_drill_reads_back_everything_that_a_spare_machine_would(site: Mirrored) -> None:
    follower = site.mirroring.follower
    assert follower is not None
    told: list[tuple[int, int]] = []
    entries, blobs = follower.drill(lambda done, total: told.append((done, total)))
    assert entries == site.console.store.journal.n
    assert told[-1] == (blobs, blobs)
    assert blobs > 0


def test_a_drill_finds_a_mirror_that_lost_a_file(site: Mirrored) -> None:
    follower = site.mirroring.follower
    assert follower is not None
    assert follower._copy is not None
    follower._copy.blobs.sweep(frozenset())
    with pytest.raises(Trouble) as caught:
        follower.drill()
    assert caught.value.code is Code.MIRROR_FAILED
    site.mirroring.failed(follower, caught.value)
    assert isinstance(last(site), MirrorOut)
