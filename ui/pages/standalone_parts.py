"""What the parts of a standalone exam's card share: whom they are about, how they fold, and codes in large groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.room_state import RoomSession, Sitting
from app.core.session_state import SessionState
from app.core.standalone_state import Standalone, StandalonePackage
from app.core.terms import ClauseId
from app.views.standalone import AlonePart, AloneRow
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, card, empty, flow, label
from ui.widgets.pill import Pill

GROUP, ACROSS = 4, 8
"""Signs of a digest or fingerprint that are read as one, and groups in a line, as the station prints them."""
CLAUSES: dict[AlonePart, ClauseId] = {
    AlonePart.CONSENT: ClauseId("SAL-02"),
    AlonePart.PACKAGE: ClauseId("SAL-03"),
    AlonePart.LOGIN: ClauseId("SAL-04"),
    AlonePart.ANSWERING: ClauseId("SAL-06"),
    AlonePart.RETURN: ClauseId("SAL-05"),
    AlonePart.DECIDE: ClauseId("SAL-05"),
}


@dataclass(frozen=True, slots=True)
class About:
    """Whom the card is about; `alone` is None before the first consent."""

    row: AloneRow
    state: SessionState
    room: RoomSession
    sitting: Sitting
    alone: Standalone | None

    @property
    def live(self) -> StandalonePackage | None:
        return self.alone.live if self.alone else None

    @property
    def last(self) -> StandalonePackage | None:
        return self.alone.packages[-1] if self.alone and self.alone.packages else None


class Panel(QWidget):
    """The body of one part. `look` shows what is; what somebody is typing stays while it is about the same person."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.about: About | None = None
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(8)

    def look(self, about: About) -> None:
        before, self.about = self.about, about
        other = before is None or (before.row.session, before.row.ticket) != (about.row.session, about.row.ticket)
        if other:
            for notice in self.findChildren(SteadyNotice):
                notice.clear()
            self.begin(about)
        self.show_state(about)

    def begin(self, about: About) -> None:
        """It is somebody else now: fields go back to what is proposed."""

    def show_state(self, about: About) -> None:
        """What is known now."""

    def first(self) -> QWidget:
        """Gets the focus when somebody comes to this part."""
        return self

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.inside.addWidget(widget)


class SteadyNotice(Notice):
    """Made anew only where it says something else, so that a link keeps the focus while times are looked at again."""

    _shown: object = None

    def tell(self, tone: str, sentence: str, *actions: tuple[str, Callable[[], object]], note: str = "") -> None:
        shown = (tone, sentence, tuple(text for text, _ in actions), note)
        if shown != self._shown or self.isHidden():
            self._shown = shown
            super().tell(tone, sentence, *actions, note=note)


class SteadyFacts(Facts):
    """Made anew only where they are others."""

    _shown: object = None

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        if tuple(facts) != self._shown:
            self._shown = tuple(facts)
            super().show_facts(facts)


class Section(QWidget):
    """A part of the way: its number, how far it is, and its body while it is open. `turned` comes with a click."""

    turned = Signal()

    def __init__(self, shell: Shell, number: int, part: AlonePart, panel: Panel) -> None:
        super().__init__()
        self._shell, self.part, self.panel = shell, part, panel
        self._name = shell.say("standalone-part", number=number, part=shell.word(part))
        frame, inside = card(margins=(14, 8, 14, 8))
        inside.setSpacing(4)
        self.title, self.pill = label(self._name, "H2", wrap=False), Pill(shell.look, "circle-dashed", "", "idle")
        self.fold = button(shell.look, "", self._turn, kind="link")
        why = Place(PageName.RULEBOOK, clause=CLAUSES[part])
        self._why = button(shell.look, shell.say("why"), lambda: shell.go(why), kind="link")
        self._why.setAccessibleName(shell.say("standalone-why", part=shell.word(part)))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(flow(self.title, self.pill, self._why, self.fold), 1)
        self._note = label("", "Sub")
        inside.addLayout(head)
        inside.addWidget(self._note)
        inside.addWidget(panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.open = False
        self.unfold(on=False)

    def tell(self, icon: str, said: str, tone: str, note: str) -> None:
        """Its state, "" where there is none to tell, and what is to be done now or was done."""
        self.pill.tell(icon, said, tone)
        self.pill.setVisible(bool(said))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def reach(self, *, on: bool) -> None:
        """Whether there is anything in it yet."""
        self.fold.setVisible(on)
        if not on:
            self.unfold(on=False)

    def unfold(self, *, on: bool) -> None:
        self.open = on
        self.panel.setVisible(on)
        self._why.setVisible(on)
        name = "standalone-fold" if on else "standalone-unfold"
        self.fold.setText(self._shell.say(name))
        self.fold.setAccessibleName(f"{self.fold.text()} {self._name}")

    def _turn(self) -> None:
        self.unfold(on=not self.open)
        self.turned.emit()


class Groups(QWidget):
    """Something to read out or to compare, in large groups; the caption says who may hear it."""

    def __init__(self, name: str = "BigCode", across: int = 0) -> None:
        """`across`: so many in a line, as on paper; 0 for as many as there is room for."""
        super().__init__()
        self._name, self._across, self._shown = name, across, ("", "")
        frame, self._inside = card(margins=(12, 8, 12, 10))
        frame.setObjectName("Quote")
        self._inside.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    @property
    def shown(self) -> str:
        """The text as it stands there; "" while nothing does."""
        return "" if self.isHidden() else self._shown[0]

    def tell(self, text: str, groups: tuple[str, ...], caption: str) -> None:
        if self._shown != (text, caption):
            self._shown = (text, caption)
            empty(self._inside)
            self._inside.addWidget(label(caption, "Cap"))
            made = [label(one, self._name, wrap=False) for one in groups]
            self._inside.addWidget(_grid(made, self._across) if self._across else flow(*made, gap=16))
            self.setAccessibleName(f"{caption} {text}")
        self.show()


def _grid(made: list[QLabel], across: int) -> QWidget:
    holder = QWidget()
    laid = QGridLayout(holder)
    laid.setContentsMargins(0, 0, 0, 0)
    laid.setHorizontalSpacing(16)
    laid.setVerticalSpacing(4)
    laid.setColumnStretch(across, 1)
    for number, one in enumerate(made):
        laid.addWidget(one, *divmod(number, across))
    return holder


def digest_groups(digest: str) -> tuple[str, ...]:
    """As the station prints it."""
    return tuple(digest[start : start + GROUP] for start in range(0, len(digest), GROUP))


def ask_file(
    parent: QWidget, shell: Shell, title: str, suffixes: tuple[str, ...], then: Callable[[Path], object]
) -> None:
    """A dialog for one file; `suffixes` is () for any."""
    dialog = _dialog(parent, shell, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if suffixes:
        pattern = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog.setNameFilter(shell.say("standalone-files", pattern=pattern))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def ask_folder(parent: QWidget, shell: Shell, title: str, then: Callable[[Path], object]) -> None:
    dialog = _dialog(parent, shell, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def _dialog(parent: QWidget, shell: Shell, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    if shell.opening.practice is not None:
        dialog.setDirectory(str(shell.opening.practice.inbox))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
