"""Where a room's result and the desk disagree, candidate by candidate."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.end_state import RoomResult
from app.core.room_result import Outcome
from app.core.room_state import Presence, RoomSession
from app.core.terms import Digest, RoomId, SessionId, Ticket
from app.service import room_files, rooms
from app.trouble import Trouble
from app.views.candidates import CandidateColumn
from app.views.step import StepKind
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow


class Differences(QWidget):
    """Of one room; an entry of the desk is put right on the candidates' page and then held against the result again."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._here: RoomSession | None = None
        self._told: tuple[tuple[SessionId, RoomId, Digest], dict[Ticket, Outcome]] | None = None
        say = shell.say
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice(shell.look)
        outer.addWidget(self.notice)
        self._frame, inside = card(margins=(0, 0, 0, 10))
        headers = (
            say("reports-sequence"),
            shell.word(CandidateColumn.NAME),
            say("reports-desk-says"),
            say("reports-room-says"),
        )
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("reports-differences"), wide=(1, 2, 3))
        self.table.opened.connect(self._correct)
        inside.addWidget(self.table)
        correct = button(shell.look, say("reports-correct-one"), self._correct_chosen, "user-check")
        self.again = button(shell.look, say("reports-compare-again"), self._compare_again, "refresh", "weak")
        held = flow(self.again, correct)
        held.setContentsMargins(12, 0, 12, 0)
        inside.addWidget(held)
        outer.addWidget(self._frame)

    def look(self, here: RoomSession | None) -> None:
        self._here = here
        result, shell = (here.result if here else None), self._shell
        self._frame.setVisible(bool(result and result.differences))
        if here is None or here.started_at is None:
            self.notice.clear()
        elif result is None:
            by_hand = (shell.say("reports-result-enter"), lambda: self._enter(here))
            self.notice.tell("idle", shell.say("reports-result-missing", room=here.room), by_hand)
        elif not result.differences:
            self.notice.tell("ok", self._agrees(here, result))
        else:
            self.notice.tell("warn", shell.say("reports-result-differs", room=here.room, count=len(result.differences)))
            told = self._outcomes(here, result.digest)
            self.model.show_lines([self._line(here, Ticket(one), told) for one in result.differences])
            self.table.fit_height(1, 8)

    def _agrees(self, here: RoomSession, result: RoomResult) -> str:
        """Which one it is, and why it replaced the one before."""
        say = self._shell.say
        if result.by_hand:
            return say("reports-result-by-hand", room=here.room, version=result.version)
        reason = result.reason or "none"
        return say("reports-result-agrees", room=here.room, version=result.version, reason=reason)

    def _enter(self, here: RoomSession) -> None:
        self._shell.go(Place(PageName.CLOSING, here.session, here.room, step=StepKind.RESULTS))

    def _outcomes(self, here: RoomSession, digest: Digest) -> dict[Ticket, Outcome]:
        """Read once for each result: it lies sealed, and reading takes a while."""
        which = (here.session, here.room, digest)
        if self._told is None or self._told[0] != which:
            bridge = self._shell.bridge
            try:
                told = room_files.told_by_room(bridge.console, here.session, here.room)
            except Trouble as trouble:
                bridge.tell(trouble)
                told = {}
            self._told = (which, told)
        return self._told[1]

    def _line(self, here: RoomSession, ticket: Ticket, told: dict[Ticket, Outcome]) -> Line:
        shell = self._shell
        name = shell.bridge.console.directory.name(ticket) or shell.say("blank")
        sitting, outcome = here.sittings.get(ticket), told.get(ticket)
        desk = shell.word(sitting.presence) if sitting else shell.say("reports-desk-unknown")
        room = shell.word(outcome) if outcome else shell.say("reports-room-unknown")
        agreed = sitting is not None and outcome is not None and _fits(sitting.presence, outcome)
        mark = Cell(room, "ok", "check") if agreed else Cell(room, "warn", "alert-triangle")
        return Line(ticket, (Cell(ticket[-3:]), Cell(name, full=f"{name} {ticket}"), Cell(desk), mark))

    def _correct_chosen(self) -> None:
        for ticket in self.table.chosen_keys() or tuple(line.key for line in self.model.lines[:1]):
            self._correct(ticket)

    def _correct(self, ticket: object) -> None:
        if self._here is not None and isinstance(ticket, str):
            place = Place(PageName.CANDIDATES, self._here.session, self._here.room, Ticket(ticket))
            self._shell.go(place)

    def _compare_again(self) -> None:
        here, console = self._here, self._shell.bridge.console
        if here is not None:
            self._asking.ask(
                lambda *signers: rooms.compare_again(console, here.session, here.room, *signers),
                then=lambda _: self._compared(here),
            )

    def _compared(self, here: RoomSession) -> None:
        left = len(here.result.differences) if here.result else 0
        said = self._shell.say("reports-compared", room=here.room, count=left)
        self._shell.bridge.say(said)
        self.look(here)


def _fits(presence: Presence, outcome: Outcome) -> bool:
    return presence is (Presence.ABSENT if outcome is Outcome.ABSENT else Presence.PRESENT)
