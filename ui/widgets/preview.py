"""A sheet on the screen: its pages one under the other, as wide as there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.trouble import Trouble
from ui.bridge import Bridge
from ui.look import Look
from ui.printing import images
from ui.shell import Shell
from ui.widgets.parts import Elided, button

_GAP = 12
_ZOOMS = (1.0, 1.5, 2.0, 3.0)
"""In widths of the view."""


class Rendering(QObject):
    """Pages of the newest sheet asked for; what was asked before is dropped."""

    rendered = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._asked = 0
        self._give_up: Callable[[], None] = lambda: None

    def ask(self, pdf: bytes) -> None:
        """Comes back with `rendered`."""
        self.drop()
        number = self._asked
        job = self._bridge.files.send(lambda progress: (number, images(pdf, progress)))
        job.finished.connect(self._landed)
        job.failed.connect(self._failed)
        self._give_up = job.cancel

    def drop(self) -> None:
        self._give_up()
        self._asked += 1

    def _landed(self, answer: tuple[int, tuple[QImage, ...]]) -> None:
        number, pages = answer
        if number == self._asked:
            self.rendered.emit(pages)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._bridge.tell(error)


class Pages(QAbstractScrollArea):
    """White paper on the ground; the wheel and the arrow keys scroll."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pages: tuple[QImage, ...] = ()
        self._zoom = _ZOOMS[0]
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The width that pages fit to must not depend on whether they need a bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_pages(self, pages: tuple[QImage, ...], *, top: bool) -> None:
        self._pages = pages
        self._lay()
        if top:
            self.verticalScrollBar().setValue(0)

    @property
    def count(self) -> int:
        return len(self._pages)

    def zoom(self, steps: int) -> None:
        """Nearer or farther by steps; 0 fits the width again."""
        at = _ZOOMS.index(self._zoom) + steps if steps else 0
        self._zoom = _ZOOMS[min(max(at, 0), len(_ZOOMS) - 1)]
        self._lay()

    def _width(self) -> float:
        return (self.viewport().width() - 2) * self._zoom

    def _heights(self) -> list[float]:
        return [self._width() * page.height() / page.width() for page in self._pages]

    def _lay(self) -> None:
        view, heights = self.viewport(), self._heights()
        high = sum(heights) + _GAP * max(len(heights) - 1, 0) + 2
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        for bar, whole, seen in ((down, high, view.height()), (across, self._width() + 2, view.width())):
            bar.setRange(0, max(round(whole) - seen, 0) if self._pages else 0)
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        view.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        painter.setPen(self._look.colour("border2" if self.hasFocus() else "border"))
        top, left = 1.0 - self.verticalScrollBar().value(), 1.0 - self.horizontalScrollBar().value()
        for page, height in zip(self._pages, self._heights(), strict=True):
            where = QRectF(left, top, self._width() - 1, height - 1)
            if where.intersects(QRectF(event.rect())):
                painter.drawImage(where, page)
                painter.drawRect(where)
            top += height + _GAP
        painter.end()


class Preview(QWidget):
    """The pages, over them what sheet this is, and nearer and farther."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.caption = Elided("", "Strong")
        self.pages = Pages(shell.look, shell.say("preview-name"))
        self._work = Rendering(shell.bridge)
        self._work.rendered.connect(self._rendered)
        self._of: object = None
        self._top = True
        look = shell.look
        self.nearer = button(look, shell.say("preview-nearer"), lambda: self.pages.zoom(1), "plus")
        self.fit = button(look, shell.say("preview-fit"), lambda: self.pages.zoom(0))
        self.nearer.setShortcut(QKeySequence("Ctrl++"))
        self.fit.setShortcut(QKeySequence("Ctrl+0"))
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.nearer)
        head.addWidget(self.fit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(head)
        outer.addWidget(self.pages, 1)

    def show_pdf(self, pdf: bytes, caption: str, of: object) -> None:
        """`of` is what the sheet is about: while it stays the same, so does the place one has scrolled to."""
        self.caption.tell(caption)
        self._top = self._top or of != self._of
        self._of = of
        self._work.ask(pdf)

    def clear(self, caption: str = "") -> None:
        self._work.drop()
        self.caption.tell(caption)
        self._rendered(())

    def _rendered(self, pages: tuple[QImage, ...]) -> None:
        self.pages.show_pages(pages, top=self._top)
        self._top = not pages
