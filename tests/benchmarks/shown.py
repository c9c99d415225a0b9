"""Programs that show one window and end, timed from outside: an empty Qt window, and the console's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["first", folder]:
            console(Path(folder), whole=False)
        case ["whole", folder]:
            console(Path(folder), whole=True)
