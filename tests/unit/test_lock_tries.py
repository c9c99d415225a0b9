"""Wrong PINs of locks: the wait runs on from one program to the next, and no clock ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.service.lock_tries import FILE, LockTries
from app.trouble import Code, Trouble

LOCK = "KW-1"


class Running:
    """Seconds since the machine's start, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 5000.0

    def __call__(self) -> float:
        return self.seconds


def five_wrong(folder: Path, running: Running) -> None:
    tries = LockTries(folder, running)
    for _ in range(5):
        tries.ask(LOCK)
        tries.wrong(LOCK)


def test_the_wait_runs_on_whoever_looks_at_it(tmp_path: Path) -> None:
    running = Running()
    five_wrong(tmp_path, running)
    assert LockTries(tmp_path, running).waits(LOCK) == 15
    running.seconds += 10
    with pytest.raises(Trouble) as caught:
        LockTries(tmp_path, running).ask(LOCK)
    assert (caught.value.code, caught.value.facts) == (Code.PIN_WAITS, {"seconds": 5})
    running.seconds += 5
    LockTries(tmp_path, running).ask(LOCK)


def test_a_start_of_the_machine_begins_the_wait_anew_and_once(tmp_path: Path) -> None:
    running = Running()
    five_wrong(tmp_path, running)
    running.seconds = 30.0
    assert LockTries(tmp_path, running).waits(LOCK) == 15
    running.seconds += 15
    assert LockTries(tmp_path, running).waits(LOCK) == 0


def test_the_count_outlives_the_wait_until_the_right_one_comes(tmp_path: Path) -> None:
    running = Running()
    five_wrong(tmp_path, running)
    running.seconds += 15
    tries = LockTries(tmp_path, running)
    tries.wrong(LOCK)
    assert tries.waits(LOCK) == 30
    running.seconds += 30
    tries.right(LOCK)
    assert LockTries(tmp_path, running).waits(LOCK) == 0
    LockTries(tmp_path, running).wrong(LOCK)
    assert LockTries(tmp_path, running).waits(LOCK) == 0


@pytest.mark.parametrize("content", [b"", b"{", b'{"KW-1": 5}', b'{"KW-1": {"wrong": "5", "since": 0}}'])
def test_a_file_that_says_nothing_keeps_nobody_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert LockTries(tmp_path).waits(LOCK) == 0


def test_a_full_disk_keeps_nobody_out_who_waits_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = Running()
    five_wrong(tmp_path, running)
    running.seconds = 30.0

    def full(*_: object) -> None:
        raise Trouble(Code.MEDIUM_FULL, file=FILE)

    monkeypatch.setattr("app.exchange.outbox.write_bytes", full)
    tries = LockTries(tmp_path, running)
    running.seconds += 14
    assert tries.waits(LOCK) == 1
