"""Programs that show one window and end, timed from outside: an empty Qt window, the console's, the station's."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.station.machine import Station
    from ui.opening import Opening


def empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    app = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    # What is timed ends with the first frame, not with the taking down.
    os._exit(0)


def console(folder: Path, *, whole: bool) -> None:
    """Ends at the first window, or when the main window stands on an opened store."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from app import __main__, command_line  # noqa: F401, PLC0415 - the command line is read in as in a real start
    from ui import application  # noqa: PLC0415

    def opener(_pin: str) -> Opening:
        if not whole:
            os._exit(0)
        from app import composition  # noqa: PLC0415

        QTimer.singleShot(0, lambda: sys.exit(0))
        return composition.opened(folder)

    application.run(folder, folder, opener, command_line.words().say("opening-now"))


def station(folder: Path, *, whole: bool) -> None:
    """Ends at the first window, or when the one of the first step stands."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from app import __main__, command_line  # noqa: F401, PLC0415 - the command line is read in as in a real start
    from ui.station import running  # noqa: PLC0415

    def opener() -> Station:
        if not whole:
            os._exit(0)
        from app.core.terms import Mode  # noqa: PLC0415
        from app.machine_clock import this_machine  # noqa: PLC0415
        from app.station.machine import Station  # noqa: PLC0415

        QTimer.singleShot(0, lambda: os._exit(0))
        return Station.take_up(folder / "station", None, Mode.PRACTICE, this_machine())

    running.run(folder, folder / "station", opener, lambda _slip: b"", lambda _path, _content: None)


def answering(folder: Path) -> None:
    """Says the resident memory of an empty window, of the station's, and of one with a paper open and answered."""
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    told = {"empty": _resident()}
    from tests.gui.station_desk import CODE, ID_NUMBER, TICKET, StationDesk, window_of  # noqa: PLC0415
    from ui.station.answer import AnswerPage  # noqa: PLC0415
    from ui.station.shell import Stage, Step  # noqa: PLC0415

    (folder / "desk").mkdir()
    desk = StationDesk(folder / "desk")
    shown = window_of(desk)
    shown.show()
    app.processEvents()
    told["ready"] = _resident()
    package = desk.station.take(desk.package())
    opened = desk.station.unlock(package, TICKET, CODE, ID_NUMBER)
    shown.go(Stage(Step.ANSWER, package, opened))  # type: ignore[arg-type]  # the code is right
    page = shown.page
    if not isinstance(page, AnswerPage):
        raise TypeError(page)
    for question in page.questions:
        page.show_question(question.id)
        page.view.pick(0)  # type: ignore[union-attr]  # one is shown
        app.processEvents()
    page.calculate()
    app.processEvents()
    told["answering"] = _resident()
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


def _resident() -> float:
    """MiB, as the system counts it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["first", folder]:
            console(Path(folder), whole=False)
        case ["whole", folder]:
            console(Path(folder), whole=True)
        case ["station-first", folder]:
            station(Path(folder), whole=False)
        case ["station-whole", folder]:
            station(Path(folder), whole=True)
        case ["station-answering", folder]:
            answering(Path(folder))
