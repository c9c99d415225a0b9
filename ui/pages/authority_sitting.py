"""校时与启用: one supervised sitting in which the locks of all rooms are calibrated and taken into use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.calibration import rooms_without_lock
from app.core.lock_state import LockState, SupervisedKind
from app.core.plan import RegisteredAs
from app.core.terms import LockSerial, RoomId
from app.views import locks as views
from app.views.locks import WANTS_CALIBRATION, WANTS_USE, LockStage, RoomLock
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.authority_notice import SteadyNotice
from ui.pages.authority_plugged import Plugged
from ui.pages.authority_supervised import SupervisedCard
from ui.pages.authority_work import LOOKS, WorkCard
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import label
from ui.widgets.step_card import StepCard

_LISTED = 15
"""Lines of the table before it scrolls."""


class SittingPart(QWidget):
    """What is plugged in comes to hand by itself, unless somebody is typing about another lock."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        say = shell.say
        self.card = SupervisedCard(
            shell, asking, SupervisedKind.LOCKS, say("authority-sitting"), say("authority-sitting-how")
        )
        self.card.name(say("authority-sitting-begin"), say("authority-sitting-end"), say("authority-sitting-give-up"))
        self.plugged = Plugged(shell, RegisteredAs.INVIGILATION)
        self.note = SteadyNotice(shell.look)
        self.work = WorkCard(shell, asking)
        self.list = StepCard(shell, say("authority-room-locks"))
        headers = [say(name) for name in ("authority-room", "authority-lock", "authority-plugged", "authority-state")]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-room-locks"), wide=(3,))
        self.empty = label(say("authority-no-room-locks"), "Sub")
        self.list.body.addWidget(self.empty)
        self.list.body.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.setSpacing(12)
        for one in (self.card, self.note, self.work, self.list):
            outer.addWidget(one)
        outer.addStretch(1)
        self._before: frozenset[LockSerial] = frozenset()
        self.table.chosen.connect(self._show_work)
        self.table.opened.connect(lambda _: self._to_work())
        self.plugged.looked.connect(self._looked)
        self.work.settled.connect(self._next)
        self.work.turned.connect(self._turned)
        self.card.begun.connect(self._begun)
        shell.bridge.usb_changed.connect(self._hinted)

    @property
    def first(self) -> QWidget:
        if not self.card.open:
            return self.card.begin
        at_hand = self.work.first if not self.work.isHidden() else None
        wanting = any(self._wants_work(str(line.key)) for line in self.model.lines)
        return at_hand or (self.table if wanting else self.card.done)

    def tick(self) -> None:
        """Time runs, and locks are plugged in and pulled, without any fact."""
        self.card.refresh()
        if self.card.open:
            self.plugged.look()

    def _hinted(self) -> None:
        if self.isVisible() and self.card.open:
            self.plugged.look()

    def refresh(self) -> None:
        bridge = self._shell.bridge
        self.card.refresh()
        lines = views.sitting_lines(bridge.site, bridge.now, bridge.rulebook)
        self.model.show_lines([self._line(number, line) for number, line in enumerate(lines)])
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.table.fit_height(1, _LISTED)
        self._count()
        self._show_work()

    def _count(self) -> None:
        """How many rooms have their lock in use today."""
        bridge, rooms = self._shell.bridge, views.used_rooms(self._shell.bridge.site)
        say = self._shell.say
        if not bridge.rulebook.room_locks.value:
            self.list.tell("info-circle", say("authority-locks-optional"), "idle")
            self.card.promote(begin=False, done=False)
            return
        left = len(rooms_without_lock(bridge.site, rooms, bridge.now, bridge.rulebook))
        said = say("authority-locks-of", done=len(rooms) - left, total=len(rooms))
        done = bool(rooms) and not left
        self.list.tell("circle-check" if done else "circle-dashed", said, "ok" if done else "idle")
        self.card.promote(begin=not done and not self.card.open, done=done)

    def _line(self, number: int, line: RoomLock) -> Line:
        say = self._shell.say
        room = Cell(say("room-name", room=line.room)) if line.room else Cell(say("authority-spare"), "text2")
        if line.serial is None or line.stage is None:
            blank = Cell(say("blank"), "text3")
            return Line(
                f"room {line.room}", (room, blank, blank, Cell(say("authority-no-lock"), "bad", "alert-triangle"))
            )
        found = self.plugged.of(line.serial)
        there = Cell(say("blank"), "text3")
        if found is not None and self.card.open:
            word, tone, icon = (
                ("authority-in", "ok", "key") if found.refusal is None else ("authority-unfit", "bad", "ban")
            )
            there = Cell(say(word), tone, icon)
        icon, tone = LOOKS[line.stage]
        said = self._said(self._shell.bridge.site.locks[line.serial], line.stage)
        return Line(line.serial, (room, Cell(line.serial), there, Cell(said, tone, icon)))

    def _said(self, state: LockState, stage: LockStage) -> str:
        say, calibration = self._shell.say, state.calibration
        if stage in (LockStage.CALIBRATED, LockStage.TOO_FAR_OFF) and calibration:
            name = "authority-calibrated" if stage is LockStage.CALIBRATED else "authority-calibrated-off"
            return say(name, time=hour(calibration.at), offset=calibration.offset_seconds)
        if stage is LockStage.IN_USE:
            holder = self._shell.bridge.console.directory.staff_name(state.holder) if state.holder else ""
            return say("authority-in-use-row", time=hour(state.used_since), person=holder)
        return self._shell.word(stage)

    # The lock at hand

    @property
    def _chosen(self) -> LockState | None:
        key = next(iter(self.table.chosen_keys()), None)
        return self._shell.bridge.site.locks.get(LockSerial(str(key)))

    def _show_work(self) -> None:
        state = self._chosen
        shown = state is not None and self.card.open
        if state is not None and shown:
            free = tuple(RoomId(room) for room in self._free())
            self.work.show_lock(state, self.plugged.of(state.registered.serial), free)
        self.work.setVisible(shown)
        self._tell_strangers()

    def _free(self) -> list[RoomId]:
        """Rooms for a spare lock: first those that have none in use."""
        bridge = self._shell.bridge
        without = set(rooms_without_lock(bridge.site, bridge.site.plans, bridge.now, bridge.rulebook))
        return sorted(bridge.site.plans, key=lambda room: (room not in without, room))

    def _tell_strangers(self) -> None:
        """Whatever is plugged in and stands in no line of the table says itself why it may not serve."""
        listed = {line.key for line in self.model.lines}
        said = [
            self._shell.text.refusal(one.refusal)
            for one in self.plugged.seen
            if one.refusal is not None and one.serial not in listed
        ]
        text = "\n".join(said)
        if not text or not self.card.open:
            self.note.clear()
        else:
            self.note.keep("bad", text)

    def _looked(self) -> None:
        """A lock that has just come in is the one that is meant."""
        now = frozenset(one.serial for one in self.plugged.seen)
        come, self._before = now - self._before, now
        self.refresh()
        if not self.card.open or self.work.touched:
            return
        listed = [line.key for line in self.model.lines]
        found = next((LockSerial(str(key)) for key in listed if key in come and self._wants_work(str(key))), None)
        if found is not None and (self._chosen is None or self._chosen.registered.serial not in now):
            self._choose(found)
            self._to_work()

    def _wants_work(self, key: str) -> bool:
        bridge = self._shell.bridge
        state = bridge.site.locks.get(LockSerial(key))
        if state is None:
            return False
        return views.stage(bridge.site, state, bridge.now, bridge.rulebook) in WANTS_CALIBRATION | WANTS_USE

    def _choose(self, key: object) -> None:
        row = next((number for number, line in enumerate(self.model.lines) if line.key == key), None)
        if row is not None:
            self.table.selectRow(row)

    def _begun(self) -> None:
        self.plugged.seen, self._before = (), frozenset()
        self.refresh()
        self._next()
        self.plugged.look()

    def _next(self) -> None:
        """The same lock while it can go on, then one that is plugged in, then the next that wants something."""
        self.refresh()
        chosen = self._chosen
        wanting = [str(line.key) for line in self.model.lines if self._wants_work(str(line.key))]
        inside = [key for key in wanting if self.plugged.of(LockSerial(key)) is not None]
        uncalibrated = [key for key in wanting if self._stage(key) in WANTS_CALIBRATION]
        serial = chosen.registered.serial if chosen else None
        if serial not in wanting or (serial not in inside and serial not in uncalibrated):
            found = next(iter((*inside, *uncalibrated, *wanting)), None)
            if found is not None:
                self._choose(found)
        self._to_work()

    def _turned(self) -> None:
        self._show_work()
        self._to_work()

    def _stage(self, key: str) -> LockStage:
        bridge = self._shell.bridge
        return views.stage(bridge.site, bridge.site.locks[LockSerial(key)], bridge.now, bridge.rulebook)

    def _to_work(self) -> None:
        """Unless a form to sign, or something outside this part, has the focus."""
        held = QApplication.focusWidget()
        if held is None or self.isAncestorOf(held) or not held.isVisible():
            self.first.setFocus()
