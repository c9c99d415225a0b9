"""Three machines of one room break: one candidate is reset, one finishes a standalone exam, the third one's station
dies. Both sessions close lawfully, and the province reads what the station sealed to it."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from app.authority import answers
from app.core.debts import room_debts, session_debts
from app.core.gate import blocking
from app.core.ledger import count
from app.core.room_gate import blockers
from app.core.room_state import Answers, Sitting
from app.core.session_state import SessionState
from app.core.standalone_state import PackageEnd, Standalone
from app.core.terms import RoomId, SessionId
from app.exchange import outbox, standalone_return
from app.rehearsal.broken_machines import LOST
from app.rehearsal.ground import PIN
from app.rehearsal.province import PracticeProvince
from app.rehearsal.summary import Summary
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.unlock import unlock
from devices.locks.software import SoftwareLock
from tests.journeys.day import rehearse

FIRST, SECOND, ROOM = SessionId("1-1"), SessionId("1-2"), RoomId("001")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    out = tmp_path_factory.mktemp("broken") / "out"
    return out, rehearse(out, "liaoning-2021-intermediate", 2, 40, broken_machines=True)


@pytest.fixture(scope="module")
def console(day: tuple[Path, Summary]) -> Console:
    lock = SoftwareLock.open(day[0] / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    console = unlock(day[0] / "store", lock, SiteClock())
    console.store.close()
    return console


def state(console: Console, session: SessionId = FIRST) -> SessionState:
    return console.site.sessions[session]


def those_alone(console: Console) -> list[tuple[Standalone, Sitting]]:
    here = state(console).rooms[ROOM].sittings
    return [(one, here[ticket]) for ticket, one in state(console).standalone.items()]


def test_one_is_reset_one_finishes_alone_and_one_loses_everything(console: Console) -> None:
    here = state(console).rooms[ROOM].sittings.values()
    (reset,) = [one for one in here if one.resets and not one.standalone]
    assert reset.reset is not None
    assert (reset.reset.login, reset.answers) == (True, Answers.COLLECTED)
    (finished, his), (lost, hers) = those_alone(console)
    assert (his.answers, hers.answers) == (Answers.COLLECTED, Answers.WRITTEN_OFF)
    assert [one.ended for one in finished.packages] == [PackageEnd.COUNTED]
    assert [one.ended for one in lost.packages] == [PackageEnd.LOST]
    assert finished.counted == finished.returns[0].file
    assert hers.written_off_on in console.site.incidents


def test_the_minutes_reach_the_station_through_the_ledger_alone(console: Console) -> None:
    (finished, his), _ = those_alone(console)
    package, back = finished.packages[0], finished.returns[0]
    assert (his.extra_minutes, package.minutes_after) == (LOST, LOST)
    assert back.used_seconds <= package.remaining_seconds + LOST * 60
    assert timedelta(seconds=back.used_seconds) > timedelta(seconds=package.remaining_seconds)


def test_both_consents_are_the_chief_s_and_the_one_by_telephone_is_signed(console: Console) -> None:
    consents = [one.consent for one, _ in those_alone(console)]
    assert [one and (one.by, one.by_phone, one.ratified_at is not None) for one in consents] == [
        ("C01", False, False),
        ("C01", True, True),
    ]


@pytest.mark.parametrize("session", [FIRST, SECOND])
def test_both_sessions_and_the_day_are_closed_lawfully(console: Console, session: SessionId) -> None:
    here = state(console, session)
    for room in here.rooms.values():
        assert room.ended_at
        assert blockers(console.site, room) == ()
        assert blocking(room_debts(console.site, room, console.rulebook)) == ()
        assert count(room).answers_balance
        assert count(room).attendance_balances
    assert blocking(session_debts(console.site, session, console.rulebook)) == ()
    assert here.plan.starts_at.date() in console.site.closed_days


def test_one_room_never_holds_up_another_nor_the_next_session(console: Console) -> None:
    rooms = state(console).rooms
    mine, other = rooms[ROOM].ended_at, rooms[RoomId("002")].ended_at
    assert mine
    assert other
    assert mine - other == timedelta(minutes=LOST + 4)
    assert all(room.started_at for room in state(console, SECOND).rooms.values())


def test_the_province_reads_what_the_station_sealed_and_the_site_does_not(
    console: Console, day: tuple[Path, Summary]
) -> None:
    out, _ = day
    (finished, _), (lost, _) = those_alone(console)
    name = f"{finished.ticket}-{FIRST}-1"
    file = outbox.read_bytes(out / "stations" / "U-001" / f"{name}{standalone_return.SUFFIX}", 1 << 20)
    sealed = standalone_return.answers_of(file, [console.store.keys.identity], name)
    with pytest.raises(Exception, match="file-not-for-us"):
        standalone_return.open_answers(sealed, console.store.keys.identity, name)
    agency = PracticeProvince.open(out / "agency", SiteClock())._agency
    sheet = answers.read(agency, sealed, name)
    assert (sheet.session, sheet.ticket) == (FIRST, finished.ticket)
    assert len(sheet.answers) == finished.returns[0].answered == finished.returns[0].questions
    assert not lost.returns


def test_consent_and_packages_are_on_paper(day: tuple[Path, Summary], console: Console) -> None:
    (finished, _), (lost, _) = those_alone(console)
    for one in (finished, lost):
        path = day[0] / "records" / f"{FIRST}-{one.ticket}-standalone.pdf"
        said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert one.ticket in said
        assert one.packages[0].file[:4].upper() in said.upper()
