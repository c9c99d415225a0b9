"""A process that must answer within a limit: what else it may do, and that nothing of it is left."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

import pytest

from devices.locks.process import Child
from devices.protocols import LockFault

LONG = 60.0


def echo(pipe: Connection, *first: object) -> None:
    for thing in first:
        pipe.recv()
        pipe.send(thing)
    try:
        while True:
            pipe.send(pipe.recv())
    except EOFError:
        pass


def silent(pipe: Connection) -> None:
    while pipe.recv():
        pass


def ending(_: Connection) -> None:
    pass


def ending_after_a_request(pipe: Connection) -> None:
    pipe.recv()


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_it_answers_one_request_after_the_other() -> None:
    child = Child(echo, name="echo")
    assert [child.ask(n, LONG) for n in (1, b"two", None)] == [1, b"two", None]
    child.close()


@pytest.mark.parametrize("main", [ending, ending_after_a_request])
def test_one_that_ends_is_gone_for_good(main: Callable[..., None]) -> None:
    child = Child(main, name="ending")
    assert [child.ask(1, LONG), child.ask(2, LONG)] == [LockFault.DRIVER_GONE] * 2
    child.close()
    assert child.ask(3, LONG) is LockFault.DRIVER_GONE


def test_one_that_does_not_answer_is_ended() -> None:
    child = Child(silent, name="silent")
    assert child.ask(1, 0) is LockFault.NO_ANSWER
    assert multiprocessing.active_children() == []
    assert child.ask(2, LONG) is LockFault.NO_ANSWER


def test_one_that_cannot_be_started_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: SpawnProcess) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(SpawnProcess, "start", refused)
    child = Child(echo, name="echo")
    assert child.ask(1, LONG) is LockFault.DRIVER_GONE
    child.close()


def test_a_fault_that_is_a_loss_ends_it_and_another_does_not() -> None:
    child = Child(echo, LockFault.DAMAGED, LockFault.REMOVED, name="echo")
    assert child.ask(1, LONG) is LockFault.DAMAGED
    assert child.ask(2, LONG) is LockFault.REMOVED
    assert multiprocessing.active_children() == []
    assert child.ask(3, LONG) is LockFault.REMOVED


def test_closed_it_answers_nothing_more() -> None:
    child = Child(echo, name="echo")
    child.close()
    child.close()
    assert child.ask(1, LONG) is LockFault.LOGGED_OUT


def test_threads_that_ask_at_once_get_their_own_answers() -> None:
    child = Child(echo, name="echo")
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda n: child.ask(n, LONG), range(200))) == list(range(200))
    child.close()
