"""Slow work leaves the screen's thread, comes back to it, can be stopped, and never dies in silence."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.lanes import Lane, Progress


@pytest.fixture
def lane(qapp: object) -> Iterator[Lane]:
    made = Lane("paper")
    yield made
    made.close()


def test_work_runs_elsewhere_and_comes_back_here(qtbot: QtBot, lane: Lane) -> None:
    here, landed = threading.get_ident(), []
    job = lane.send(lambda _: threading.get_ident())
    job.finished.connect(lambda _: landed.append(threading.get_ident()))
    with qtbot.waitSignal(job.finished) as done:
        pass
    assert done.args != [here]
    assert landed == [here]


def test_one_after_the_other(qtbot: QtBot, lane: Lane) -> None:
    order: list[int] = []

    def work(number: int) -> Callable[[Progress], None]:
        return lambda _: order.append(number)

    jobs = [lane.send(work(number)) for number in range(3)]
    with qtbot.waitSignal(jobs[-1].finished):
        pass
    assert order == [0, 1, 2]


def test_progress_is_told(qtbot: QtBot, lane: Lane) -> None:
    def count(progress: Progress) -> str:
        for done in range(3):
            progress(done, 3)
        return "done"

    said: list[tuple[int, int]] = []
    job = lane.send(count)
    job.progressed.connect(lambda done, total: said.append((done, total)))
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args == ["done"]
    assert said == [(0, 3), (1, 3), (2, 3)]


def test_a_cancelled_job_stops_at_its_next_word(qtbot: QtBot, lane: Lane) -> None:
    begun, go_on, reached = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        reached.append(1)

    job = lane.send(work)
    assert begun.wait(5)
    job.cancel()
    go_on.set()
    with qtbot.waitSignal(job.cancelled):
        pass
    assert reached == []


def test_what_breaks_is_handed_back(qtbot: QtBot, lane: Lane) -> None:
    def work(_: Progress) -> None:
        raise ValueError(7)

    job = lane.send(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], ValueError)


def test_closing_waits_and_drops_what_has_not_begun(qtbot: QtBot) -> None:
    lane, begun, never = Lane("paper"), threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while not never.wait(0.01):
            progress(0, 1)

    running, waiting = lane.send(work), lane.send(lambda _: None)
    assert begun.wait(5)
    with qtbot.waitSignals([running.cancelled, waiting.cancelled]):
        lane.close()
    with pytest.raises(RuntimeError):
        lane.send(lambda _: None)
