"""The guards of conftest.py bite."""

import os
import subprocess
import sys
from pathlib import Path

GUILTY = """
import logging
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

kept = []
forever = threading.Event()


@pytest.fixture(scope="module", autouse=True)
def put_away():
    yield
    forever.set()


def test_warning_nobody_expected():
    logging.getLogger("shop").warning("shelf empty")


def test_expected_but_silent(expect_log):
    expect_log("shelf empty")


def test_thread():
    threading.Thread(target=forever.wait, name="loiterer").start()


def test_window(qapp):
    kept.append(QWidget())


def test_timer(qapp):
    timer = QTimer()
    timer.start(100_000)
    kept.append(timer)
"""

INNOCENT = """
import logging
import threading

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget


def test_expected_warning(expect_log):
    expect_log("^WARNING shop: shelf")
    logging.getLogger("shop").warning("shelf empty")


def test_thread_that_ends():
    threading.Thread(target=threading.Event().wait, args=(0.05,)).start()


def test_window_closed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()


def test_timer_stopped(qapp):
    timer = QTimer()
    timer.start(100_000)
    timer.stop()


def test_qt_thread_ended(qapp):
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()
"""


def run(folder: Path, project: Path, source: str) -> str:
    (folder / "conftest.py").write_text((project / "tests/conftest.py").read_text("utf-8"), "utf-8")
    (folder / "test_it.py").write_text(source, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
        "--rootdir",
        str(folder),
    ]
    done = subprocess.run(
        [*command, folder], cwd=folder, check=False, capture_output=True, encoding="utf-8", timeout=100
    )
    return done.stdout + done.stderr


def test_each_guilty_test_fails(tmp_path: Path, project: Path) -> None:
    said = run(tmp_path, project, GUILTY)
    for complaint in (
        "logged, and not expected: WARNING shop: shelf empty",
        "expected in the log, and not said: shelf empty",
        "threads left running: loiterer",
        "left behind: QWidget",
        "left behind: QTimer",
    ):
        assert complaint in said
    assert "5 passed, 5 errors" in said


def test_tidy_tests_pass(tmp_path: Path, project: Path) -> None:
    assert "5 passed in" in run(tmp_path, project, INNOCENT)
