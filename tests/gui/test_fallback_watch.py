"""The emergency paper copy is kept fresh beside the desk, and trouble with it is told once and stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.fault import FaultKind, ReportFault
from app.core.terms import PersonId, RoomId
from app.service.fallback import FOLDER, NAME, SECONDS
from tests.gui.screen import MORNING_SESSION, Screen, one_page, settle
from ui.fallback_watch import FallbackWatch

Turn = Callable[[], None]


@pytest.fixture
def watch(site: Screen, tmp_path: Path) -> Iterator[FallbackWatch]:
    made = FallbackWatch(site.bridge, tmp_path, one_page)
    yield made
    made.close()


@pytest.fixture
def turn(watch: FallbackWatch, monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Call it, and a minute has passed."""
    passed = [watch.paper._clock()]
    monkeypatch.setattr(watch.paper, "_clock", lambda: passed[0])

    def later() -> None:
        passed[0] += SECONDS

    return later


def test_a_minute_after_a_change_it_lies_there(
    site: Screen, watch: FallbackWatch, turn: Turn, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / FOLDER / NAME
    site.bridge.tick()
    assert not path.exists()
    turn()
    site.bridge.tick()
    qtbot.waitUntil(lambda: not watch._writing)
    assert path.read_bytes().startswith(b"%PDF")
    path.unlink()
    turn()
    site.bridge.tick()
    assert not watch._writing
    site.do(ReportFault(FaultKind.MACHINE, MORNING_SESSION, RoomId("001"), ("001",), site.bridge.now, PersonId("A01")))
    site.bridge.tick()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not watch._writing)


def test_a_disk_that_takes_nothing_is_told_once(
    site: Screen,
    watch: FallbackWatch,
    turn: Turn,
    qtbot: QtBot,
    tmp_path: Path,
    expect_log: Callable[[str], None],
) -> None:
    expect_log("file-missing")
    (tmp_path / FOLDER).write_bytes(b"")
    told: list[object] = []
    site.bridge.troubled.connect(told.append)
    for _ in range(2):
        turn()
        site.bridge.tick()
        assert watch._writing
        site.bridge.tick()
        qtbot.waitUntil(lambda: not watch._writing)
    assert len(told) == 1
    settle()
    assert NAME in site.banner()
    assert not site.console.stopped


def test_what_nobody_expected_is_no_silence(watch: FallbackWatch) -> None:
    with pytest.raises(ZeroDivisionError):
        watch._failed(ZeroDivisionError())
