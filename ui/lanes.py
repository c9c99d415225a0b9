"""Lanes: slow work off the screen's thread, one worker a resource, plain values in and out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")


class Cancelled(Exception):
    """The person at the desk no longer wants it."""


@dataclass(slots=True)
class Progress:
    """Handed to the work: it says how far it is and stops where it was cancelled."""

    _say: Callable[[int, int], None]
    _cancelled: Event = field(default_factory=Event)

    def __call__(self, done: int, total: int) -> None:
        """Raises Cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        self._say(done, total)

    def cancel(self) -> None:
        self._cancelled.set()


class Job(QObject, Generic[Result]):
    """One piece of work; exactly one of the last three signals ends it. All come on the screen's thread."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _told = Signal(int, int)
    _landed = Signal(object)

    def __init__(self, work: Callable[[Progress], Result]) -> None:
        super().__init__()
        self.progress = Progress(self._told.emit)
        self._work = work
        # By the event loop: whoever sent the work in has connected by then.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        self.progress.cancel()

    def run(self) -> Result:
        return self._work(self.progress)

    def landing(self, future: Future[Result]) -> None:
        """Called on the lane; goes over to the screen's thread."""
        self._landed.emit(future)

    def _land(self, future: Future[Result]) -> None:
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(future.result())


class Lane:
    """One resource and its one worker: what is sent in runs in order."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._jobs: set[Job[object]] = set()

    def send(self, work: Callable[[Progress], object]) -> Job[object]:
        """Connect to the job's signals before returning to the event loop: they come from there."""
        job = Job(work)
        self._jobs.add(job)
        for ending in (job.finished, job.failed, job.cancelled):
            ending.connect(lambda *_: self._jobs.discard(job))
        self._pool.submit(job.run).add_done_callback(job.landing)
        return job

    def close(self) -> None:
        """Asks what runs to stop, and waits for it."""
        for job in tuple(self._jobs):
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
