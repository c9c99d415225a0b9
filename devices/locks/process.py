"""A process that answers one request at a time, within a limit, or is ended."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from typing import Any

from devices.protocols import GONE, LockFault

ENDING_SECONDS = 1.0
"""How long a process may take to put its token down once its pipe is closed."""


class Child:
    """Its main function is given one end of a pipe first, then the arguments."""

    def __init__(self, main: Callable[..., None], *arguments: object, name: str) -> None:
        self._turn = threading.Lock()
        self._fault: LockFault | None = None
        # A fork would carry the window, the open store and every other lock into a process that runs a maker's module.
        spawning = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawning.Pipe()
        self._process = spawning.Process(target=main, args=(theirs, *arguments), name=name, daemon=True)
        try:
            self._process.start()
        except OSError:
            self._fault = LockFault.DRIVER_GONE
            self._pipe.close()
        theirs.close()

    def ask(self, request: object, seconds: float) -> Any:
        """The answer, or why there is none. After a fault out of GONE the process is ended and the fault repeated."""
        with self._turn:
            if self._fault:
                return self._fault
            try:
                self._pipe.send(request)
                answer = self._pipe.recv() if self._pipe.poll(seconds) else LockFault.NO_ANSWER
            except (EOFError, OSError):
                answer = LockFault.DRIVER_GONE
            if isinstance(answer, LockFault) and answer in GONE:
                self._end(answer, patience=0)
            return answer

    def close(self) -> None:
        """Let it end by itself, and end it if it does not."""
        with self._turn:
            if self._fault is None:
                self._end(LockFault.LOGGED_OUT, patience=ENDING_SECONDS)

    def _end(self, fault: LockFault, patience: float) -> None:
        self._fault = fault
        self._pipe.close()
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(ENDING_SECONDS)
        # One that even a kill does not end, in a driver of the system, is left to the system.
        with contextlib.suppress(ValueError):
            self._process.close()
