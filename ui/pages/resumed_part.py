"""从纸质记录补录: what the rooms wrote while no machine kept the record, typed in room by room and then confirmed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.resume import ConfirmPaperEntered
from app.core.terms import RoomId, SessionId
from app.service import later_entries
from app.trouble import Trouble
from app.views.journal import Line as Entry
from app.views.resumed import PaperRoom, PaperStep, paper_rooms, taken_up
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.room_form import StepForm
from ui.pages.safe_part import SafePart
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, empty, flow, label
from ui.widgets.working import Working

PAGES: dict[PaperStep, PageName] = {
    PaperStep.ENTRY: PageName.CANDIDATES,
    PaperStep.START: PageName.REPORTS,
    PaperStep.ATTENDANCE: PageName.REPORTS,
    PaperStep.SEATS: PageName.ROOM,
    PaperStep.TRANSFERS: PageName.TRANSFERS,
    PaperStep.FAULTS: PageName.FAULTS,
    PaperStep.CONDUCT: PageName.CONDUCT,
    PaperStep.TIME: PageName.DELAYS,
    PaperStep.STANDALONE: PageName.STANDALONE,
    PaperStep.END: PageName.CLOSING,
}
"""Where each step is entered; its form asks when it happened."""
_COLUMNS = ("resumed-column-session", "resumed-column-room", "resumed-column-state", "resumed-column-ends")
_LATER = ("resumed-later-number", "resumed-later-at", "resumed-later-what")
_MOST_LINES = 8


class ConfirmForm(StepForm):
    """Two persons went through the paper of these rooms."""

    def __init__(self, shell: Shell, session: SessionId, rooms: tuple[RoomId, ...], *, nothing: bool) -> None:
        say = shell.say
        title = "resumed-nothing-title" if nothing else "resumed-confirm-title"
        told = say(title, session=shell.session(session), rooms=rooms)
        super().__init__(shell, told, say("resumed-confirm-note"), columns=2)
        self._session, self._rooms, self._nothing = session, rooms, nothing
        self.ask_when(say("resumed-when"))
        self.ask_who(say("resumed-who"), rooms[0])
        self.finish(say("resumed-nothing" if nothing else "resumed-confirm"))

    def operation(self) -> ConfirmPaperEntered:
        return ConfirmPaperEntered(self._session, self._rooms, self._nothing, self.at(), self.by())


class ResumedPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.note = Notice(look)
        self._column.addWidget(self.note)
        self.table = LinesView(
            LinesModel(shell, [say(name) for name in _COLUMNS]), say("resumed-rooms"), wide=(0,), several=True
        )
        self.table.chosen.connect(self._show_steps)
        self._steps_of: tuple[tuple[SessionId, RoomId], tuple[PaperStep, ...]] | None = None
        self._said = label("", "Cap")
        self._ways, self.ways = card(margins=(0, 0, 0, 0))
        self._ways.setObjectName("Clear")
        self.confirm = button(look, say("resumed-confirm"), lambda: self._ask(nothing=False), "check", "primary")
        self.nothing = button(look, say("resumed-nothing"), lambda: self._ask(nothing=True), "circle-check")
        self.choose = button(look, say("resumed-later-choose"), self._choose, "folder-open")
        self.working = Working(shell)
        self.found = label("", "Sub")
        self.found.hide()
        self.later = LinesView(LinesModel(shell, [say(name) for name in _LATER]), say("resumed-later"), wide=(2,))
        self.later.hide()
        self._due, other = self._cards()
        for part in (self._due, other):
            self._column.addWidget(part)
        self._other = other
        self._column.addStretch(1)

    def _cards(self) -> tuple[QWidget, QWidget]:
        say = self._shell.say
        due, rooms = card()
        for part in (
            label(say("resumed-rooms"), "H2"),
            self.table,
            self._said,
            self._ways,
            flow(self.confirm, self.nothing),
        ):
            rooms.addWidget(part)
        other, entries = card()
        for part in (
            label(say("resumed-later"), "H2"),
            label(say("resumed-later-note"), "Cap"),
            flow(self.choose),
            self.working,
            self.found,
            self.later,
        ):
            entries.addWidget(part)
        return due, other

    # What is shown

    @property
    def first(self) -> QWidget:
        """The table, where something is left to do."""
        if self.form:
            return self.form.first
        return self.table if self.table.lines.lines else self.choose

    def refresh(self) -> None:
        site, say = self._shell.bridge.site, self._shell.say
        taken, rooms = taken_up(site), paper_rooms(site)
        if taken is None:
            self.note.tell("idle", say("resumed-none"))
        else:
            how = taken.how
            said = say(
                "resumed-head",
                machine=how.machine,
                before=taken.before,
                at=hour(how.at),
                entries=how.entries,
                reached=hour(how.reached),
                lost=how.lost,
                marked=taken.marked,
            )
            self.note.tell("warn" if rooms else "ok", said, note=say("resumed-note" if rooms else "resumed-done"))
        kept, place = self.table.chosen_keys(), self.table.currentIndex().row()
        self.table.lines.show_lines([self._line(one) for one in rooms])
        self.table.fit_height(1, _MOST_LINES)
        choose_again(self.table, kept, place)
        self._due.setVisible(bool(rooms))
        self._other.setVisible(taken is not None)
        self._show_steps()

    def show_room(self, room: RoomId) -> None:
        """Choose its first session that waits."""
        keys = [line.key for line in self.table.lines.lines]
        number = next((n for n, key in enumerate(keys) if isinstance(key, tuple) and key[1] == room), None)
        if number is not None:
            self.table.selectRow(number)

    def _line(self, one: PaperRoom) -> Line:
        say, plan = self._shell.say, self._shell.bridge.site.sessions[one.session].plan
        state = Cell(say("resumed-state-awaited"), "idle", "circle-dashed")
        if one.ended_at:
            state = Cell(say("resumed-state-ended", time=clock(one.ended_at)), "ok", "circle-check")
        elif one.started_at:
            state = Cell(say("resumed-state-started", time=clock(one.started_at)), "primary", "clock")
        name = f"{self._shell.session(one.session)} {plan.subject}"
        return Line((one.session, one.room), (Cell(name), Cell(one.room), state, Cell(hour(one.ends_at), "text2")))

    def _show_steps(self) -> None:
        """What may have happened in the one room that is chosen."""
        chosen = set(self.table.chosen_keys())
        rooms = [one for one in paper_rooms(self._shell.bridge.site) if (one.session, one.room) in chosen]
        one = rooms[0] if len(rooms) == 1 else None
        shown = ((one.session, one.room), one.steps) if one else None
        say = self._shell.say
        self._said.setText(say("resumed-steps", room=one.room) if one else say("resumed-choose-room"))
        if shown == self._steps_of:
            return
        self._steps_of = shown
        empty(self.ways)
        if one:
            self.ways.addWidget(flow(*(self._way(one, step) for step in one.steps), gap=4))

    def _way(self, one: PaperRoom, step: PaperStep) -> QWidget:
        shell, place = self._shell, Place(PAGES[step], one.session, one.room)
        return button(shell.look, shell.word(step), lambda: shell.go(place), "arrow-right", "link")

    # What is confirmed

    def _ask(self, *, nothing: bool) -> None:
        due = {(one.session, one.room): one for one in paper_rooms(self._shell.bridge.site)}
        chosen = [due[key] for key in due if key in self.table.chosen_keys()]
        sessions = {one.session for one in chosen}
        if len(sessions) != 1:
            said = "resumed-one-session" if chosen else "resumed-choose-first"
            self._asking.tell("idle", self._shell.say(said))
            return
        form = ConfirmForm(self._shell, sessions.pop(), tuple(one.room for one in chosen), nothing=nothing)
        self.take(form, lambda: self._confirm(form))

    def _confirm(self, form: ConfirmForm) -> None:
        self._asking.submit(form.operation(), self._shell.say("resumed-confirm-done"), self.done)

    # What the machine before entered later

    def _choose(self) -> None:
        title, bridge = self._shell.say("resumed-later-choose"), self._shell.bridge
        if chosen := QFileDialog.getExistingDirectory(self, title):
            self._asking.clear()
            self.choose.setEnabled(False)
            self.working.tell(self._shell.say("resumed-later-reading"), stoppable=False)
            lock, folder = bridge.console.store.lock, Path(chosen)
            job = bridge.tokens.send(lambda _: later_entries.later_lines(folder, lock))
            job.finished.connect(self._read)
            job.failed.connect(self._failed)

    def _read(self, found: tuple[Entry, ...]) -> None:
        say, text = self._shell.say, self._shell.text
        self._ended()
        self.found.setText(say("resumed-later-found", count=len(found)) if found else say("resumed-later-none"))
        self.found.show()
        cells = [(Cell(str(one.n)), Cell(clock(one.at)), Cell(text.fact(one.fact))) for one in found]
        self.later.lines.show_lines([Line(one.n, said) for one, said in zip(found, cells, strict=True)])
        self.later.fit_height(1, _MOST_LINES)
        self.later.setVisible(bool(found))

    def _failed(self, error: BaseException) -> None:
        """Said here and nowhere else: another machine's damage is not this one's."""
        self._ended()
        if not isinstance(error, Trouble):
            raise error
        self._asking.tell("bad", self._shell.text.trouble(error))

    def _ended(self) -> None:
        self.working.hide()
        self.choose.setEnabled(True)
