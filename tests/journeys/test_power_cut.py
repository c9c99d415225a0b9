"""A power cut of 31 minutes in three rooms that had started: three codes by telephone, and a second session that
starts late; the province finds every code it gave in the backup, and nothing else."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from app.authority import codes_given
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import closure_ends, ends, entry_closes
from app.crypto.codes import Purpose
from app.rehearsal.ground import PIN
from app.rehearsal.power_cut import LASTED, SETTING_UP
from app.rehearsal.province import PracticeProvince
from app.rehearsal.summary import Summary
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.unlock import unlock
from app.views.knock_on import knock_on
from devices.locks.software import SoftwareLock
from tests.journeys.day import CITY, rehearse

ROOMS, CANDIDATES = 5, 60
FIRST, SECOND = SessionId("1-1"), SessionId("1-2")
HIT = (RoomId("001"), RoomId("002"), RoomId("003"))
MINUTES = 31


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    out = tmp_path_factory.mktemp("power-cut") / "out"
    return out, rehearse(out, "liaoning-2021-intermediate", ROOMS, CANDIDATES, power_cut=True)


@pytest.fixture(scope="module")
def console(day: tuple[Path, Summary]) -> Console:
    lock = SoftwareLock.open(day[0] / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    console = unlock(day[0] / "store", lock, SiteClock())
    console.store.close()
    return console


def state(console: Console, session: SessionId) -> SessionState:
    return console.site.sessions[session]


def test_three_rooms_are_given_what_they_lost_and_no_other_room_is(console: Console) -> None:
    first = state(console, FIRST)
    assert {number for number, room in first.rooms.items() if room.extra_minutes} == set(HIT)
    for number in HIT:
        room = first.rooms[number]
        (line,) = [one for one in first.extra_time if one.room == number]
        assert (line.minutes, line.lost_until - line.lost_from) == (MINUTES, LASTED)
        assert line.tier is Tier.PROVINCE
        assert all(one.extra_minutes == MINUTES for one in room.sittings.values() if one.ticket in line.tickets)
        assert not any(one.extra_minutes for one in room.sittings.values() if one.ticket not in line.tickets)


def test_closure_and_end_move_and_the_door_stays_shut(console: Console) -> None:
    first, rules = state(console, FIRST), console.rulebook
    for room in first.rooms.values():
        assert room.started_at
        assert room.runs_from
        assert room.door_from
        assert room.ended_at
        moved = timedelta(minutes=MINUTES if room.room in HIT else 0)
        assert ends(room.runs_from, first.plan) == ends(room.started_at, first.plan) + moved
        assert (
            closure_ends(room.runs_from, first.plan, rules) == closure_ends(room.started_at, first.plan, rules) + moved
        )
        assert entry_closes(room.door_from, first.plan, rules) == entry_closes(room.started_at, first.plan, rules)
        assert room.ended_at >= ends(room.runs_from, first.plan)


def test_the_codes_were_the_rooms_own_and_stand_in_the_provinces_ledger(
    day: tuple[Path, Summary], console: Console
) -> None:
    given = codes_given.read(day[0] / "agency" / codes_given.FILE)
    entered = [
        (code.purpose, code.subject, code.minutes) for one in console.site.applications.values() for code in one.codes
    ]
    assert entered == [(one.purpose, one.subject, one.minutes) for one in given]
    assert entered == [(Purpose.EXTRA_TIME_ROOM, room, MINUTES) for room in HIT]
    assert [one.why for one in given] == [one.number for one in console.site.applications.values() if one.codes]


def test_the_province_finds_nothing_against_the_backups(day: tuple[Path, Summary]) -> None:
    province = PracticeProvince.open(day[0] / "agency", SiteClock())
    backups = sorted((day[0] / "media" / "U-0001").glob("*-S-*.examsite-backup"))
    assert backups
    assert [found for backup in backups for found in province.reconcile(backup)] == []


def test_the_second_session_starts_late_there_with_one_consent_for_three_rooms(console: Console) -> None:
    second = state(console, SECOND)
    assert set(second.late_starts) == set(HIT)
    for number, late in second.late_starts.items():
        started = second.rooms[number].started_at
        assert started
        assert started - second.plan.starts_at == timedelta(seconds=late.seconds)
        assert SETTING_UP <= started - second.plan.starts_at < SETTING_UP + timedelta(seconds=9)
        assert (late.tier, late.by) == (Tier.CITY, Tier.CITY)
    (asked,) = {late.application for late in second.late_starts.values()}
    (consent,) = console.site.applications[asked].consents
    assert console.directory.said_by[consent.said_by] == CITY
    assert all(
        room.started_at == second.plan.starts_at + timedelta(seconds=n)
        for n, room in enumerate([second.rooms[number] for number in sorted(second.rooms) if number not in HIT], 1)
    )


def test_the_name_of_who_consented_is_in_no_entry_of_the_journal(console: Console, day: tuple[Path, Summary]) -> None:
    lock = SoftwareLock.open(day[0] / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    again = unlock(day[0] / "store", lock, SiteClock())
    try:
        bodies = b"".join(entry.body for entry in again.store.journal.read(()))
    finally:
        again.store.close()
    assert b"consent_given" in bodies
    assert CITY.name.encode() not in bodies


def test_nine_minutes_were_left_and_nobody_was_forced_to_start_late(console: Console) -> None:
    first = state(console, FIRST)
    reopened = {number: room.ended_at for number, room in first.rooms.items()}
    for room in first.rooms.values():
        room.ended_at = None
    found = knock_on(console.site, console.rulebook, FIRST, first.plan.ends_at)
    for number, room in first.rooms.items():
        room.ended_at = reopened[number]
    assert found
    assert {room.room for room in found.rooms} == set(HIT)
    assert all(timedelta(minutes=8) < room.gap <= timedelta(minutes=9) for room in found.rooms)
    assert not found.forced


def test_every_paper_was_printed_and_says_it(day: tuple[Path, Summary], console: Console) -> None:
    records = day[0] / "records"

    def text(name: str) -> str:
        command = ["pdftotext", "-layout", str(records / f"{name}.pdf"), "-"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    for number in HIT:
        ledger = text(f"{FIRST}-{number}-extra-time")
        (line,) = [one for one in state(console, FIRST).extra_time if one.room == number]
        assert line.number in ledger
        assert str(MINUTES) in ledger
    late = text(f"R05-{SECOND}")
    assert all(number in late for number in HIT)
    asked = next(iter({one.application for one in state(console, SECOND).late_starts.values()}))
    assert CITY.name in text(f"R04-{asked}")
    assert asked in text(f"E09-{asked}")
    assert all((records / f"E10-{one.number}.pdf").exists() for one in console.site.applications.values() if one.codes)
