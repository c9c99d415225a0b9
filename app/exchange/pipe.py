"""A producer that writes, made readable: for libraries that both want to be in charge of the stream.

And things fetched one ahead, so that reading goes on while the one before is packed.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import BinaryIO, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
_BUFFER = 1 << 18
"""Bytes: age reads eight thousand at a time, and each trip to the system costs more than copying them."""


@contextmanager
def piped(produce: Callable[[BinaryIO], None]) -> Iterator[BinaryIO]:
    """Read what `produce` writes in a thread of its own; its exception is raised when the block is left.

    A block that raises before the producer came to its end has its own exception replaced by the producer's, if
    there is one: what failed first says more.
    """
    outlet, inlet = os.pipe()
    failed: list[Exception] = []
    enough = threading.Event()

    def run() -> None:
        # What goes wrong after the reader had enough is only that it is gone, whatever the system calls it.
        with suppress(OSError), open(inlet, "wb", _BUFFER) as writer:
            try:
                produce(writer)
            except Exception as cause:  # noqa: BLE001 - carried over to the thread that reads
                if not enough.is_set():
                    failed.append(cause)

    worker = threading.Thread(target=run, name="pipe")
    worker.start()
    try:
        with open(outlet, "rb", _BUFFER) as reader:
            try:
                yield reader
                while reader.read(1 << 20):
                    pass
            finally:
                enough.set()
    except Exception:
        worker.join()
        if failed:
            raise failed[0] from None
        raise
    worker.join()
    if failed:
        raise failed[0]


@contextmanager
def ahead(fetch: Callable[[Key], Value], keys: Iterable[Key]) -> Iterator[Iterator[Value]]:
    """What `fetch` gives for each key, in order; it runs in a thread of its own, one key ahead.

    Leaving the block waits for the fetch under way: what it reads from may be closed then.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as reader:
        yield _one_ahead(reader, fetch, keys)


def _one_ahead(reader: ThreadPoolExecutor, fetch: Callable[[Key], Value], keys: Iterable[Key]) -> Iterator[Value]:
    coming: deque[Future[Value]] = deque()
    for key in keys:
        coming.append(reader.submit(fetch, key))
        if len(coming) > 1:
            yield coming.popleft().result()
    while coming:
        yield coming.popleft().result()
