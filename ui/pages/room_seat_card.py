"""The seat that was chosen: who sits there, and what can be done with both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Operation, Refusal
from app.core.room_state import RoomSession, Sitting
from app.service.outlook import NOBODY_YET, blocked, probes
from app.views.room_needs import Act, offered
from app.views.seats import SeatCell
from ui.models.candidates import LOOKS, said_name, said_number
from ui.pages.candidate_facts import facts_of
from ui.pages.room_leaving import LeavingSteps
from ui.pages.room_logins import LoginSteps
from ui.pages.room_offers import Offer, Offers
from ui.pages.room_seats import SeatSteps
from ui.pages.room_steps import Steps, Where
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, flow, label
from ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True)
class Doing:
    """The steps of the room page, by what they are about."""

    room: Steps
    seats: SeatSteps
    logins: LoginSteps
    leaving: LeavingSteps


_WORDS: dict[Act, tuple[str, str]] = {
    Act.ADMIT: ("room-admit", "door-enter"),
    Act.TRANSFER_OUT: ("room-out", "arrows-exchange"),
    Act.TAKE_IN: ("candidates-to-transfers", "arrow-right"),
    Act.DRAW: ("room-draw", "armchair"),
    Act.TELL_SEAT: ("room-told", "armchair"),
    Act.LOGIN: ("room-login", "login"),
    Act.RESET_FAILED: ("room-reset-failed", "x"),
    Act.RESET: ("room-reset", "refresh"),
    Act.RESTORE: ("room-restore-seat", "check"),
    Act.LEAVE: ("room-leave", "logout"),
    Act.REDRAW: ("room-redraw", "refresh"),
    Act.GIVE_UP: ("room-give-up", "flag"),
    Act.VIOLATION: ("room-violation", "writing-sign"),
    Act.SUSPECT: ("room-suspect", "user-question"),
    Act.CORRECT: ("room-correct", "history"),
    Act.WRITE_OFF: ("room-write-off", "ban"),
    Act.STANDALONE: ("room-standalone", "device-laptop"),
    Act.FAULT: ("room-fault", "alert-triangle"),
}
_LEADS = frozenset(Act) - {Act.RESET, Act.CORRECT, Act.FAULT}
"""What is filled as the next step; the others only come first."""


class SeatCard(QWidget):
    """Laid out by the panel, which gives it the room."""

    def __init__(self, shell: Shell, asking: Asking, doing: Doing) -> None:
        super().__init__()
        self._shell, self._doing = shell, doing
        self._where: Where | None = None
        self._cell: SeatCell | None = None
        self._sitting: Sitting | None = None
        self._shown: object = None
        self._title = label("", "H2", wrap=False)
        self.pill = Pill(shell.look, "circle-dashed", "", "idle")
        self._name = label("", "H2")
        self._facts = Facts()
        self._hint = label(shell.say("room-choose"), "Sub")
        self._warns = label("", "Bad")
        self.offers = Offers(shell, shell.say("room-more-seat"))
        for act, (text, icon) in _WORDS.items():
            self.offers.add(act, Offer(shell, asking, shell.say(text), icon, partial(self._does, act)))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(flow(self._title, self.pill))
        for widget in (self._hint, self._name, self._facts, self._warns, self.offers):
            inside.addWidget(widget)

    def show_seat(self, where: Where, cell: SeatCell | None, room: RoomSession | None) -> None:
        """None while no seat is chosen."""
        self._where, self._cell = where, cell
        self._sitting = sitting = room.sittings.get(cell.ticket) if room and cell and cell.ticket else None
        self._hint.setVisible(cell is None)
        self._name.setVisible(cell is not None)
        if cell is None or room is None:
            self._title.setText(self._shell.say("room-seat-none"))
            self.pill.hide()
            self._facts.hide()
            self._warns.hide()
            self.offers.hide()
            self._shown = None
            return
        told = facts_of(self._shell, cell.who, sitting, room) if cell.who and sitting else []
        if (cell, told) != self._shown:
            self._shown = (cell, told)
            self._tell(cell, told)
        self._offer(cell, room, sitting)

    def _tell(self, cell: SeatCell, told: list[tuple[str, str]]) -> None:
        shell, who = self._shell, cell.who
        self._title.setText(shell.say("room-seat", seat=cell.seat) if cell.seat else shell.say("room-unseated"))
        self.pill.setVisible(who is not None)
        self._facts.setVisible(who is not None)
        empty = shell.say("room-spare") if cell.spare else shell.say("room-empty")
        self._name.setText(said_name(shell, who) if who else empty)
        if who is not None:
            icon, tone = LOOKS[who.state]
            self.pill.tell(icon, shell.word(who.state), tone)
            number = [(shell.say("room-id"), said_number(who))] if who.id_masked else []
            self._facts.show_facts([(shell.say("room-ticket"), who.ticket), *number, *told])
        warnings = [shell.say("room-fault-open")] * cell.fault
        warnings += [shell.say("candidates-other-seat", seat=who.seat)] if who and who.elsewhere else []
        self._warns.setVisible(bool(warnings))
        self._warns.setText("\n".join(warnings))

    def _offer(self, cell: SeatCell, room: RoomSession, sitting: Sitting | None) -> None:
        site = self._shell.bridge.site
        offer = offered(site, room, sitting, seat=bool(cell.seat), fault=cell.fault)
        self.offers.show()
        leads = bool(offer.now) and offer.now[0] in _LEADS
        bridge = self._shell.bridge
        tried = probes(site, room, sitting, bridge.now, (bridge.operator or NOBODY_YET).id) if sitting else {}
        self.offers.show_offers(offer.now, offer.further, partial(self._why, tried), lead=leads)

    def _why(self, probes: Mapping[Act, Operation], act: StrEnum) -> Refusal | None:
        bridge = self._shell.bridge
        probe = probes.get(Act(act))
        return blocked(bridge.console, probe, bridge.operator or NOBODY_YET) if probe else None

    def _does(self, act: Act) -> None:
        where, cell, here = self._where, self._cell, self._sitting
        if where is None or cell is None:
            return
        if act is Act.FAULT:
            self._doing.room.report_fault(where, cell.seat)
        elif act is Act.RESTORE:
            self._restore(where, cell)
        elif here is not None:
            self._with_candidate(where, here)[act]()

    def _with_candidate(self, where: Where, here: Sitting) -> dict[Act, Callable[[], object]]:
        does, ticket = self._doing, here.ticket
        return {
            Act.ADMIT: lambda: does.room.go_to(where, ticket),
            Act.CORRECT: lambda: does.room.go_to(where, ticket),
            Act.WRITE_OFF: lambda: does.room.write_off(where, ticket),
            Act.STANDALONE: lambda: self._shell.go(Place(PageName.STANDALONE, where.session, where.room, ticket)),
            Act.DRAW: lambda: does.seats.draw(where, ticket),
            Act.TELL_SEAT: lambda: does.seats.told(where, ticket),
            Act.REDRAW: lambda: does.seats.redraw(where, here),
            Act.TAKE_IN: lambda: self._shell.go(Place(PageName.TRANSFERS, where.session, ticket=ticket)),
            Act.TRANSFER_OUT: lambda: does.seats.transfer_out(where, ticket),
            Act.LOGIN: lambda: does.logins.login(where, here),
            Act.RESET: lambda: does.logins.reset(where, here),
            Act.RESET_FAILED: lambda: does.logins.reset_failed(where, ticket),
            Act.GIVE_UP: lambda: does.leaving.give_up(where, ticket),
            Act.LEAVE: lambda: does.leaving.leave(where, ticket),
            Act.VIOLATION: lambda: self._shell.go(Place(PageName.CONDUCT, where.session, where.room, ticket)),
            Act.SUSPECT: lambda: does.leaving.suspect(where, ticket),
        }

    def _restore(self, where: Where, cell: SeatCell) -> None:
        faults = [one for one in where.faults(self._shell.bridge.site) if cell.seat in one.seats]
        if faults:
            self._doing.room.close_fault(faults[0].number)
