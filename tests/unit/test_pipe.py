"""A producer made readable: what failed first is what is raised."""

from __future__ import annotations

import select
import threading
from typing import BinaryIO

import pytest

from app.exchange.pipe import ahead, piped

LARGE = bytes(1 << 20)


def large_first(inlet: BinaryIO) -> None:
    inlet.write(LARGE)
    inlet.write(b"end")


def test_what_is_written_is_read() -> None:
    with piped(large_first) as outlet:
        assert outlet.read() == LARGE + b"end"


def test_a_reader_may_leave_early_and_the_producer_still_ends() -> None:
    done = []

    def produce(inlet: BinaryIO) -> None:
        inlet.write(LARGE)
        done.append(True)

    with piped(produce) as outlet:
        assert outlet.read(3) == bytes(3)
    assert done


def test_the_producer_s_failure_is_raised_when_the_block_is_left() -> None:
    def produce(inlet: BinaryIO) -> None:
        inlet.write(b"begun")
        raise ValueError("producer")

    read = []
    with pytest.raises(ValueError, match="producer"), piped(produce) as outlet:
        read.append(outlet.read())
    assert read == [b"begun"]


def test_the_producer_s_failure_explains_the_reader_s() -> None:
    def produce(inlet: BinaryIO) -> None:
        inlet.write(b"half")
        raise ValueError("producer")

    with pytest.raises(ValueError, match="producer"), piped(produce) as outlet:
        raise EOFError(outlet.read())


def test_the_reader_s_failure_stands_where_the_producer_had_none() -> None:
    with pytest.raises(EOFError), piped(lambda _: None):
        raise EOFError


def test_the_reader_s_failure_stands_where_the_producer_lost_its_reader() -> None:
    with pytest.raises(EOFError), piped(large_first):
        raise EOFError


def test_whatever_a_system_says_of_a_pipe_without_reader_is_no_failure() -> None:
    """Windows says EINVAL, and a library may say it in words of its own."""

    def produce(inlet: BinaryIO) -> None:
        try:
            inlet.write(LARGE)
        except OSError as cause:
            raise RuntimeError("library") from cause

    with pytest.raises(EOFError), piped(produce):
        raise EOFError


def test_what_is_left_in_the_buffer_of_a_pipe_without_reader_harms_nobody() -> None:
    def produce(inlet: BinaryIO) -> None:
        reader_gone = select.poll()
        reader_gone.register(inlet.fileno(), 0)
        reader_gone.poll()
        inlet.write(b"small, so it stays in the buffer until the end")

    with pytest.raises(EOFError), piped(produce):
        raise EOFError


def test_one_is_fetched_while_the_one_before_is_worked_on() -> None:
    asked: list[int] = []
    begun = threading.Event()

    def fetch(key: int) -> int:
        asked.append(key)
        if key == 2:
            begun.set()
        return key * 10

    with ahead(fetch, (1, 2, 3)) as found:
        assert next(found) == 10
        assert begun.wait(10)
        assert list(found) == [20, 30]
    assert asked == [1, 2, 3]
    with ahead(fetch, ()) as found:
        assert list(found) == []


def test_what_cannot_be_fetched_is_said_in_its_turn_and_whoever_leaves_is_waited_for() -> None:
    done = []

    def fetch(key: int) -> int:
        done.append(key)
        return 1 // key

    with ahead(fetch, (1, 0, 1)) as found:
        assert next(found) == 1
        with pytest.raises(ZeroDivisionError):
            next(found)
    assert done == [1, 0, 1]
    with ahead(fetch, (1, 1, 1)) as found:
        next(found)
    assert done == [1, 0, 1, 1, 1]
