"""An exam day on real PKCS#11 tokens, from provisioning to closing, each token pulled at its worst moments (J-43)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from app.core.calibration import RecordCalibration, RoomsWithoutLock
from app.core.custody import ReportLockLost
from app.core.lock_state import SupervisedKind
from app.core.locks import LockOfOtherKey, LockReason, LockUnregistered, SiteLockBack, SiteLockOut
from app.core.permission import SiteLockNeeded
from app.core.plan import RegisteredAs
from app.core.start import ReleaseRooms
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import LockSerial, PersonId, RoomId, SessionId
from app.journal import codec
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground, Means, expected
from app.rehearsal.province import Size
from app.service import authorization, locks, safekeeping, verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.keeping import Target
from app.service.lock_tries import LockTries
from app.service.sitelock import worked
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.presence import Presence
from devices.protocols import Lock, LockFault, LockKind, SeenLock
from reports import fonts, room_record, room_release, site_sheet, working_paper
from tests.contract.softhsm import PIN, Hsm
from tests.journeys.day import CITY

SIZE = Size("liaoning-2021-senior", 2, 8, 1)
MORNING, ONE, TWO = SessionId("1-1"), RoomId("001"), RoomId("002")
SITE = "KW-000001"


class Tokens:
    """What the agency hands out: each lock a token of its own, named by its hardware number."""

    def __init__(self, hsm: Hsm) -> None:
        self.hsm = hsm
        self.hardware: dict[str, str] = {}
        self.reader = hsm.reader()

    def make(self, _folder: Path, serial: str, kind: LockKind, _pin: str) -> Lock:
        self.hardware[serial] = self.hsm.initialize(serial)
        assert isinstance(self.reader.provision(self.hardware[serial], serial, kind, PIN), SeenLock)
        return self.hsm.opened(serial)

    def means(self) -> Means:
        return Means(
            self.make,
            lambda _folder, _pin: LockFault.REMOVED,
            room_record.draw,
            room_release.draw,
            site_sheet.draw,
            working_paper.draw,
            fonts.missing,
            lambda *_: None,
            CITY,
            str,
        )

    def pull(self, serial: str) -> None:
        self.hsm.pull(self.hardware[serial])

    def plug(self, serial: str) -> None:
        self.hsm.plug(self.hardware[serial])


class TokenDay:
    """The rehearsed day, stopped before each step to do something to a token."""

    def __init__(self, tokens: Tokens, out: Path) -> None:
        self.tokens = tokens
        self.clock = DrivenClock(FOUNDED)
        self.ground = Ground.lay(out, SIZE, tokens.means(), self.clock)
        self.console: Console = self.ground.console
        self.tries = LockTries(out / "machine")
        self.out = out

    def steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        for at, step in Running(self.ground, SIZE).steps():
            self.clock.advance(max(at, self.clock.moment().at))
            yield step.__name__, step

    def look(self) -> LockFault | None:
        """What the lane does each second."""
        fault = Presence().look(self.console.store.lock)
        locks.note_presence(self.console, fault)
        return fault

    def put_back(self) -> None:
        self.tokens.plug(SITE)
        locks.put_back(self.console, locks.open_lock(self.tokens.reader, self.tries, SITE, PIN))

    def kinds(self) -> list[str]:
        return [type(codec.decode(entry.body)).__name__ for entry in self.console.store.journal.read()]


@pytest.fixture
def tokens(hsm: Hsm) -> Tokens:
    return Tokens(hsm)


@pytest.fixture
def day(tokens: Tokens, tmp_path: Path) -> Iterator[TokenDay]:
    made = TokenDay(tokens, tmp_path / "day")
    made.ground.before()
    yield made
    made.console.store.abandon()
    for lock in (made.console.store.lock, *made.ground.locks.values()):
        lock.close()


def test_a_day_on_tokens_from_provisioning_to_closing(day: TokenDay) -> None:
    office, console, tokens = day.ground.office, day.console, day.tokens
    for name, step in day.steps():
        if name == "morning":
            take_locks_into_use(day)
            continue
        if name == "authorize" and not console.site.sessions[MORNING].received:
            # Given the site lock is pulled just when the authorizations are to be taken in: it waits, nothing is kept.
            tokens.pull(SITE)
            assert day.look() is LockFault.REMOVED
            before = console.store.journal.n
            assert authorization.open_receipt(console, *office) == SiteLockNeeded(LockSerial(SITE))
            assert console.store.journal.n == before
            day.put_back()
        if name == "start":
            # When it is pulled during the session, the start does not wait for it.
            tokens.pull(SITE)
            assert day.look() is LockFault.REMOVED
            assert day.look() is LockFault.REMOVED
            assert console.site.lock_out
        if name == "backup":
            there = set((day.out / "backups").iterdir())
            refused = safekeeping.back_up(console, MORNING, Target(day.out / "backups"), *office)
            assert refused == SiteLockNeeded(LockSerial(SITE))
            assert set((day.out / "backups").iterdir()) == there
            day.put_back()
            assert day.look() is None
        step()
    kinds = day.kinds()
    assert kinds.count("SiteLockOut") == kinds.count("SiteLockBack") == 1 + len(console.site.sessions)
    assert console.site.safe.backups
    assert all(backup.receipt for backup in console.site.safe.backups.values())
    facts = [codec.decode(entry.body) for entry in console.store.journal.read()]
    out = next(fact for fact in facts if isinstance(fact, SiteLockOut))
    assert (out.reason, facts.count(SiteLockBack(LockSerial(SITE)))) == (
        LockReason.REMOVED,
        kinds.count("SiteLockBack"),
    )
    # A clean close, the lock in: what the store says is what the token holds.
    console.store.close()
    proved = Store(day.out / "store", worked(tokens.hsm.open(SITE)))
    assert verify.store_file(proved).entries == len(kinds)
    proved.abandon()


def take_locks_into_use(day: TokenDay) -> None:
    """The sitting, one token pulled between PIN and proof, a strange one and a forged one held in its place."""
    office, console, tokens = day.ground.office, day.console, day.tokens
    day.ground.unseal()
    assert console.submit(OpenSupervision(SupervisedKind.LOCKS), *office) is None
    now = day.clock.moment().at
    for room, serial in [(room, lock.serial) for room, lock in day.ground.locks.items()]:
        assert console.submit(RecordCalibration(LockSerial(serial), now, 0), office[0]) is None
        if room == ONE:
            tokens.pull(serial)
            before = console.store.journal.n
            with pytest.raises(Trouble) as caught:
                locks.take_into_use(console, day.ground.locks[room], room, PersonId("R001"), office[0])
            assert (caught.value.code, caught.value.facts) == (Code.LOCK_REMOVED, {"reason": "removed"})
            assert console.store.journal.n == before
            tokens.plug(serial)
            day.ground.locks[room].close()
            day.ground.locks[room] = locks.open_lock(tokens.reader, day.tries, serial, PIN)
        expected(locks.take_into_use(console, day.ground.locks[room], room, PersonId(f"R{room}"), office[0]))
    strange(day)
    (step,) = (one for one in console.site.supervisions.values() if not one.closed_at)
    assert console.submit(CloseSupervision(step.number, done=True), *office) is None


def strange(day: TokenDay) -> None:
    """A token that nobody registered, and one that bears a registered number with a key of its own."""
    hsm, office = day.tokens.hsm, day.ground.office
    other = Hsm(hsm.folder.with_name("other"))
    tokens = Tokens(other)
    tokens.make(hsm.folder, "JK-999999", LockKind.INVIGILATION, PIN)
    forged = tokens.make(hsm.folder, "JK-000002", LockKind.INVIGILATION, PIN)
    try:
        found = {one.serial: one.refusal for one in locks.plugged_in(day.console, tokens.reader)}
        assert found == {
            "JK-999999": LockUnregistered(LockSerial("JK-999999")),
            "JK-000002": LockOfOtherKey(LockSerial("JK-000002")),
        }
        refused = locks.take_into_use(day.console, forged, TWO, PersonId("R002"), office[0])
        assert refused == LockOfOtherKey(LockSerial("JK-000002"))
    finally:
        other.close()


def test_another_token_does_not_stand_for_the_site_lock(day: TokenDay) -> None:
    day.tokens.pull(SITE)
    day.look()
    room = worked(day.tokens.hsm.open("JK-000001"))
    with pytest.raises(Trouble) as caught:
        locks.put_back(day.console, room)
    assert caught.value.code is Code.STORE_OTHER_LOCK
    assert day.console.site.lock_out
    day.put_back()
    assert not day.console.site.lock_out


def test_a_lock_lost_on_the_morning_stops_the_next_release_and_not_the_room(day: TokenDay) -> None:
    day.clock.advance(day.clock.moment().at.replace(day=19, hour=7, minute=30))
    day.ground.morning()
    for name, step in day.steps():
        if name == "release":
            lost = ReportLockLost(LockSerial("JK-000002"), day.clock.moment().at, PersonId("R002"))
            assert day.console.submit(lost, day.ground.office[0]) is None
            refused = day.console.submit(ReleaseRooms(MORNING, (ONE, TWO), "r"), *day.ground.office)
            assert refused == RoomsWithoutLock(MORNING, (TWO,))
            assert day.console.submit(ReleaseRooms(MORNING, (ONE,), "r"), *day.ground.office) is None
            return
        if name != "morning":
            step()


def test_a_result_is_not_made_without_its_token(day: TokenDay) -> None:
    day.tokens.pull("JK-000001")
    state = day.console.site.sessions[MORNING]
    with pytest.raises(Trouble) as caught:
        day.ground.results(Random(1)).result(state, state.rooms[ONE], day.ground.locks[ONE], day.clock.moment().at)
    assert caught.value.code is Code.LOCK_REMOVED
    day.tokens.plug("JK-000001")


def test_wrong_pins_of_a_token_wait_double_from_the_fifth_and_the_wait_runs_on_in_the_next_program(
    day: TokenDay, tmp_path: Path
) -> None:
    seconds = 0.0
    tries = LockTries(tmp_path / "machine", lambda: seconds)
    waits = []
    for _ in range(7):
        with pytest.raises(Trouble) as caught:
            locks.open_lock(day.tokens.reader, tries, "JK-000001", "000000")
        assert caught.value.code is Code.WRONG_PIN
        waits.append(tries.waits("JK-000001"))
        seconds += tries.waits("JK-000001")
    assert waits == [0, 0, 0, 0, 15, 30, 60]
    seconds -= 1
    again = LockTries(tmp_path / "machine", lambda: seconds)
    with pytest.raises(Trouble) as caught:
        locks.open_lock(day.tokens.reader, again, "JK-000001", PIN)
    assert (caught.value.code, caught.value.facts) == (Code.PIN_WAITS, {"seconds": 1})
    seconds += 1
    locks.open_lock(day.tokens.reader, again, "JK-000001", PIN).close()
    assert again.waits("JK-000001") == LockTries(tmp_path / "machine").waits("JK-000001") == 0


def test_a_store_put_back_is_named_from_entry_to_entry(day: TokenDay, tmp_path: Path) -> None:
    day.console.store.mark()
    before = day.console.store.journal.n
    shutil.copytree(day.out / "store", tmp_path / "old")
    next(step for name, step in day.steps() if name == "morning")()
    day.console.store.close()
    after = day.console.store.journal.n
    shutil.rmtree(day.out / "store")
    (tmp_path / "old").rename(day.out / "store")
    with pytest.raises(Trouble) as caught:
        unlock(day.out / "store", worked(day.tokens.hsm.open(SITE)), DrivenClock(day.clock.moment().at))
    assert (caught.value.code, caught.value.facts) == (Code.CUT_SHORT, {"entry": before, "marked": after})


def test_the_register_says_of_what_kind_a_lock_is(day: TokenDay) -> None:
    found = {one.serial: one for one in locks.plugged_in(day.console, day.tokens.reader, RegisteredAs.INVIGILATION)}
    assert found[LockSerial("JK-000001")].refusal is None
    assert type(found[LockSerial(SITE)].refusal).__name__ == "LockOfWrongKind"
