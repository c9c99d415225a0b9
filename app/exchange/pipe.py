"""A producer that writes, made readable: for libraries that both want to be in charge of the stream."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO


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
        with suppress(OSError), open(inlet, "wb") as writer:
            try:
                produce(writer)
            except Exception as cause:  # noqa: BLE001 - carried over to the thread that reads
                if not enough.is_set():
                    failed.append(cause)

    worker = threading.Thread(target=run, name="pipe")
    worker.start()
    try:
        with open(outlet, "rb") as reader:
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
