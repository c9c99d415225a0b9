"""The room as a whole: what is open there, and what can be recorded of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.fault import FaultKind
from app.core.incident_kinds import IncidentKind
from app.core.kept_seats import KeepSeats
from app.core.operation import Operation, Refusal
from app.core.places import listed, spans
from app.core.room_state import RoomSession
from app.core.slips import PrepareSlips
from app.core.terms import IncidentNo
from app.service.outlook import NOBODY_YET, blocked
from app.views.candidates import overbooked
from app.views.room_needs import logged_in, session_before
from ui.pages.room_offers import Offer, Offers
from ui.pages.room_seat_card import Doing
from ui.pages.room_steps import Where
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import Button, button, empty, flow, label


class RoomAct(StrEnum):
    """What can be recorded of a whole room besides faults and incidents."""

    LOGINS = "logins"
    SEATS = "seats"
    SLIPS = "slips"
    KEEP = "keep"
    SPARES = "spares"
    RESET_ALL = "reset_all"


_WORDS: dict[RoomAct, tuple[str, str]] = {
    RoomAct.LOGINS: ("room-login-pairs", "login"),
    RoomAct.SEATS: ("room-seats", "armchair"),
    RoomAct.SLIPS: ("room-slips", "printer"),
    RoomAct.KEEP: ("room-keep", "users"),
    RoomAct.SPARES: ("room-spares", "plus"),
    RoomAct.RESET_ALL: ("room-reset-all", "refresh"),
}


class RoomCard(QWidget):
    """Laid out by the panel."""

    def __init__(self, shell: Shell, asking: Asking, doing: Doing) -> None:
        super().__init__()
        self._shell, self._doing = shell, doing
        self._where: Where | None = None
        self._open: object = None
        self.links: list[Button] = []
        self._items = QVBoxLayout()
        self.incident = button(shell.look, shell.say("room-incident"), self._incident)
        self.fault = button(shell.look, shell.say("room-fault-room"), self._fault)
        self.offers = Offers(shell, shell.say("room-more-room"))
        for act, (text, icon) in _WORDS.items():
            self.offers.add(act, Offer(shell, asking, shell.say(text), icon, partial(self._does, act)))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(label(shell.say("room-this"), "H2"))
        self._items.setSpacing(2)
        inside.addWidget(flow(self.incident, self.fault))
        inside.addWidget(label(shell.say("room-open-items"), "Cap"))
        inside.addLayout(self._items)
        inside.addWidget(self.offers)

    @property
    def buttons(self) -> list[Button]:
        """Every button that stands there now."""
        return [self.incident, self.fault, *self.links, *self.offers.shown]

    def show_room(self, where: Where | None, room: RoomSession | None) -> None:
        self._where = where
        self._show_open(where)
        if where is None or room is None:
            return
        self.offers.show_offers((), self._further(room), partial(self._why, where, room), lead=False)

    # What is open

    def _show_open(self, where: Where | None) -> None:
        site, say = self._shell.bridge.site, self._shell.say
        faults = where.faults(site) if where else ()
        incidents = where.incidents(site) if where else ()
        shown = (where, [one.number for one in faults], [one.number for one in incidents])
        if shown == self._open:
            return
        self._open = shown
        empty(self._items)
        self.links = []
        for fault in faults:
            place = say("room-seat", seat=spans(fault.seats)) if fault.seats else say("room-whole")
            self._item(
                say("room-fault-line", number=fault.number, place=place, kind=FaultKind(fault.kind)),
                hour(fault.happened_at),
                say("room-restore-one", number=fault.number),
                partial(self._doing.room.close_fault, fault.number),
            )
        for incident in incidents:
            self._item(
                say("room-incident-line", number=incident.number, kind=IncidentKind(incident.kind)),
                hour(incident.happened_at),
                say("room-settle-one", number=incident.number),
                partial(self._doing.room.close_incident, incident.number),
                (say("incident-see", number=incident.number), partial(self._to_incident, incident.number)),
            )
        if not faults and not incidents:
            self._items.addWidget(label(say("room-nothing-open"), "Sub"))

    def _item(
        self, what: str, since: str, close: str, does: Callable[[], object], *more: tuple[str, Callable[[], object]]
    ) -> None:
        self._items.addWidget(label(self._shell.say("room-since", what=what, time=since)))
        ways = [button(self._shell.look, text, act, kind="link") for text, act in ((close, does), *more)]
        self.links += ways
        self._items.addWidget(flow(*ways))

    def _to_incident(self, number: IncidentNo) -> None:
        self._shell.go(Place(PageName.CONDUCT, number=number))

    def _incident(self) -> None:
        if self._where:
            self._doing.room.open_incident(self._where)

    def _fault(self) -> None:
        if self._where:
            self._doing.room.report_fault(self._where, "")

    # What else

    def _further(self, room: RoomSession) -> list[RoomAct]:
        site, acts = self._shell.bridge.site, [RoomAct.LOGINS]
        if overbooked(site):
            acts += [RoomAct.SEATS, RoomAct.SLIPS]
            acts += [RoomAct.KEEP] if session_before(site, room.session) else []
        acts += [RoomAct.SPARES] if site.plans[room.room].spare_seats else []
        acts += [RoomAct.RESET_ALL] if logged_in(room) else []
        return acts

    def _why(self, where: Where, room: RoomSession, act: StrEnum) -> Refusal | None:
        bridge = self._shell.bridge
        probe: Operation | None = None
        if act is RoomAct.SLIPS:
            probe = PrepareSlips(where.session, where.room, listed(bridge.site.plans[room.room]))
        elif act is RoomAct.KEEP and (before := session_before(bridge.site, where.session)):
            probe = KeepSeats(where.session, where.room, before)
        return blocked(bridge.console, probe, bridge.operator or NOBODY_YET) if probe else None

    def _does(self, act: RoomAct) -> None:
        if self._where is None:
            return
        doing = self._doing
        {
            RoomAct.LOGINS: doing.logins.login_pairs,
            RoomAct.SEATS: doing.seats.told_all,
            RoomAct.SLIPS: doing.seats.slips,
            RoomAct.KEEP: doing.seats.keep,
            RoomAct.SPARES: doing.seats.spares,
            RoomAct.RESET_ALL: doing.logins.reset_all,
        }[act](self._where)
