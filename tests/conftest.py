"""What no test may leave behind: warnings nobody expected, threads, windows, timers."""

import gc
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

# This file stands alone: the guards are tried on their own.
LONG = os.environ.get("EXAMSITE_PROOF") == "long"

# One run says the same as the next; `make proof` looks further, with dice.
settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile("long", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("long" if LONG else "ci")

# What ends by itself right after a test is no leftover.
GRACE_SECONDS = 1.0


class LogWatch(logging.Handler):
    """Warnings and worse, as they come."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def complaints(self) -> list[str]:
        said = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records]
        unexpected = [line for line in said if not any(re.search(pattern, line) for pattern in self.expected)]
        unsaid = [pattern for pattern in self.expected if not any(re.search(pattern, line) for line in said)]
        return [f"logged, and not expected: {line}" for line in unexpected] + [
            f"expected in the log, and not said: {pattern}" for pattern in unsaid
        ]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys first: a few long ones at the end would leave the other cores idle."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


def pytest_collection_finish() -> None:
    """What importing made is no test's doing: it is left out of every later walk of all objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Name, as a pattern over `LEVEL logger: message`, a warning that this test must cause."""
    return log_watch.expected.append


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if not thread.daemon]
    for thread in left:
        thread.join(GRACE_SECONDS)
    if alive := sorted(thread.name for thread in left if thread.is_alive()):
        pytest.fail(f"threads left running: {', '.join(alive)}", pytrace=False)


@pytest.fixture(autouse=True)
def no_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows in any test; timers and threads, which only a walk of all objects finds, in tests that draw."""
    look = _everything if "qapp" in request.fixturenames else _windows
    before = look()
    yield
    if not isinstance(QCoreApplication.instance(), QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if look() - before:
        gc.collect()
    if left := {thing for thing in look() - before if not _ends(thing)}:
        names = sorted(f"{type(thing).__name__} {thing.objectName()!r}" for thing in left)
        for thing in left:
            _put_away(thing)
        pytest.fail(f"left behind: {', '.join(names)}", pytrace=False)


def _windows() -> set[QObject]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return set()
    return {window for window in QApplication.topLevelWidgets() if window.parent() is None}


def _everything() -> set[QObject]:
    # By exact type: asking half a million objects whether they are an instance took a third of each test.
    kinds = {*_kinds(QTimer), *_kinds(QThread)}
    things = [thing for thing in gc.get_objects() if type(thing) in kinds and isValid(thing)]
    timers = {thing for thing in things if isinstance(thing, QTimer) and thing.isActive()}
    threads = {thing for thing in things if isinstance(thing, QThread) and thing.isRunning()}
    return _windows() | timers | threads


def _kinds(kind: type[QObject]) -> Iterator[type[QObject]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)


def _ends(thing: QObject) -> bool:
    if not isinstance(thing, QThread):
        return False
    return thing == QThread.currentThread() or thing.wait(int(GRACE_SECONDS * 1000))


def _put_away(thing: QObject) -> None:
    """One failure is enough: the next test starts clean."""
    if isinstance(thing, QTimer):
        thing.stop()
    elif isinstance(thing, QWidget):
        thing.close()
        thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def project() -> Path:
    return Path(__file__).resolve().parent.parent
