"""An overbooked site of fifteen rooms: a third of them overflows, everyone gets a seat, and every sum holds."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from app.core.ledger import count, session_count
from app.core.room_state import SettledAs
from app.core.settlement import BY_ROOM
from app.rehearsal.ground import PIN
from app.rehearsal.summary import Summary
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.unlock import unlock
from devices.locks.software import SoftwareLock
from tests.journeys.day import rehearse

ROOMS, CANDIDATES = 15, 480


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    out = tmp_path_factory.mktemp("overflow") / "out"
    return out, rehearse(out, "liaoning-2021-intermediate", ROOMS, CANDIDATES, overbook=30)


@pytest.fixture(scope="module")
def console(day: tuple[Path, Summary]) -> Console:
    lock = SoftwareLock.open(day[0] / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    console = unlock(day[0] / "store", lock, SiteClock())
    console.store.close()
    return console


def test_the_site_is_filled_to_130_in_100(console: Console) -> None:
    assert console.site.package
    assert console.site.package.plan.overbooked
    fullest = max(
        len(room.sittings) + room.transferred_out - room.transferred_in
        for state in console.site.sessions.values()
        for room in state.rooms.values()
    )
    assert fullest > console.site.plans[min(console.site.plans)].seats
    assert len(console.site.plans) == ROOMS + 1


def test_rooms_overflow_and_every_transfer_is_settled(day: tuple[Path, Summary], console: Console) -> None:
    outcomes = Counter(one.settled for state in console.site.sessions.values() for one in state.transfers)
    assert None not in outcomes
    assert outcomes[SettledAs.TAKEN_IN] > ROOMS
    assert outcomes[SettledAs.KEPT]
    assert outcomes[SettledAs.LEFT] + outcomes[SettledAs.SAT_ELSEWHERE]
    assert sum(session.settled for session in day[1].sessions) == sum(outcomes[one] for one in BY_ROOM)


def test_both_sums_hold_in_every_room_and_nobody_shares_a_seat(console: Console) -> None:
    for state in console.site.sessions.values():
        whole = session_count(state)
        assert whole.transferred_in == whole.transferred_out
        for room in state.rooms.values():
            here = count(room)
            assert here.settled
            assert here.attendance_balances
            assert here.answers_balance
            seats = [one.sits_at for one in room.sittings.values() if one.sits_at]
            assert len(set(seats)) == len(seats)
            told = sum(one.into == room.room and one.settled is SettledAs.SAT_ELSEWHERE for one in state.transfers)
            assert here.present <= console.site.plans[room.room].seats + told


def test_the_transfer_sheet_names_everyone_who_went(day: tuple[Path, Summary], console: Console) -> None:
    for state in console.site.sessions.values():
        sheet = day[0] / "records" / f"{state.plan.id}-transfers.pdf"
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], check=True, capture_output=True, text=True).stdout
        assert all(one.ticket in text for one in state.transfers)
