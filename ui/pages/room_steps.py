"""What can be recorded of a seat or a room: the form of each step, and the operation that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from app.core.closing import WriteOff
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Fault, Incident
from app.core.operation import Operation
from app.core.places import seats_of
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.terms import FaultNo, IncidentNo, RoomId, SessionId, Ticket
from app.views.named import tickets_of
from ui.bridge import Action
from ui.pages.room_form import StepForm
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, label

KINDS = (
    IncidentKind.POWER,
    IncidentKind.NETWORK,
    IncidentKind.ILLNESS,
    IncidentKind.EXAM_ORDER,
    IncidentKind.WRONG_PAPER,
    IncidentKind.CAMERA,
    IncidentKind.EVACUATION,
    IncidentKind.AUTHORITY,
    IncidentKind.ANSWERS_LOST,
    IncidentKind.ROOM_UNUSABLE,
    IncidentKind.SEATS_SHORT,
    IncidentKind.OTHER,
)
"""What a room has; the whole list stands on the page of incidents."""


@dataclass(frozen=True, slots=True)
class Where:
    """The room on the page, in its session."""

    session: SessionId
    room: RoomId

    def faults(self, site: Site) -> tuple[Fault, ...]:
        """Open ones, also from an earlier session: a broken machine stays broken."""
        found = (fault for _, fault in sorted(site.faults.items()))
        return tuple(fault for fault in found if fault.room == self.room and not fault.closed_at)

    def incidents(self, site: Site) -> tuple[Incident, ...]:
        """Open ones of this session, and of no session."""
        found = (incident for _, incident in sorted(site.incidents.items()) if not incident.closed_at)
        return tuple(one for one in found if one.room == self.room and one.session in (self.session, None))

    def lost_answers(self, site: Site) -> tuple[Incident, ...]:
        """Open incidents on which answers of this room may be written off."""
        return tuple(
            incident
            for _, incident in sorted(site.incidents.items())
            if incident.kind == IncidentKind.ANSWERS_LOST
            and incident.session == self.session
            and incident.room in (self.room, None)
            and not incident.closed_at
        )


class StepMaker:
    """`opens` puts a form before the person, `done` takes it away again."""

    def __init__(
        self, shell: Shell, asking: Asking, opens: Callable[[StepForm], object], done: Callable[[], object]
    ) -> None:
        self._shell, self._asking, self._opens, self._done = shell, asking, opens, done

    def _told(self, form: StepForm, room: RoomId, confirm: str, *, danger: bool = False) -> StepForm:
        """When it happened and who said so, as nearly every step asks, and the buttons."""
        form.ask_when(self._shell.say("room-happened-at"))
        form.ask_who(self._shell.say("room-reported-by"), room)
        form.finish(confirm, danger=danger)
        return form

    def _seat(self, form: StepForm, field: QLineEdit, where: Where) -> str | None:
        """The one seat that was typed; otherwise the form says what is wrong."""
        seats = seats_of(field.text(), self._shell.bridge.site.plans[where.room])
        if seats and len(seats) == 1:
            return seats[0]
        form.wrong(self._shell.say("room-no-seat", text=field.text()), field)
        return None

    def _but_these(self, form: StepForm, field: QLineEdit, where: Where) -> frozenset[Ticket] | None:
        """Whom a typed list leaves out; None where the form says what is wrong with it."""
        named, strange = tickets_of(field.text(), self._room(where))
        if strange:
            form.wrong(self._shell.say("room-nobody-so", words=strange), field)
            return None
        return frozenset(named)

    def _room(self, where: Where) -> RoomSession:
        return self._shell.bridge.site.sessions[where.session].rooms[where.room]

    def _show(self, form: StepForm, confirmed: Callable[[], object]) -> None:
        form.confirmed.connect(confirmed)
        form.given_up.connect(self._done)
        self._opens(form)

    def _ask(self, action: Action, said: str) -> None:
        self._asking.ask(action, said, lambda _: self._done())

    def _submit(self, operation: Operation, said: str) -> None:
        self._asking.submit(operation, said, lambda _: self._done())


class Steps(StepMaker):
    """Faults, incidents, and the way to the candidates page."""

    def go_to(self, where: Where, ticket: Ticket) -> None:
        """To the candidates page, where documents are compared, people admitted and entries corrected."""
        self._shell.go(Place(PageName.CANDIDATES, where.session, where.room, ticket))

    def report_fault(self, where: Where, seat: str) -> None:
        """Of one seat, or with "" of the room."""
        say = self._shell.say
        form = StepForm(self._shell, say("room-fault-seat", seat=seat) if seat else say("room-fault-room"))
        form.ask_what(say("room-fault-kind"), [(kind, self._shell.word(kind)) for kind in FaultKind])
        self._told(form, where.room, say("room-fault-confirm"))

        def confirmed() -> None:
            kind = FaultKind(form.what.currentData())
            step = ReportFault(kind, where.session, where.room, (seat,) if seat else (), form.at(), form.by())
            self._submit(step, say("room-fault-said", kind=kind))

        self._show(form, confirmed)

    def close_fault(self, number: FaultNo) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-restore", number=number))
        form.ask_when(say("room-restored-at"))
        form.finish(say("room-restore-confirm"))
        self._show(form, lambda: self._submit(CloseFault(number, form.at()), say("room-restore-said", number=number)))

    def open_incident(self, where: Where, kind: IncidentKind | None = None) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-incident"))
        form.ask_what(say("room-incident-kind"), [(one, self._shell.word(one)) for one in KINDS], kind)
        self._told(form, where.room, say("room-incident-confirm"))

        def confirmed() -> None:
            what = IncidentKind(form.what.currentData())
            step = OpenIncident(what, where.session, where.room, form.at(), form.by())
            self._submit(step, say("room-incident-said", kind=what))

        self._show(form, confirmed)

    def close_incident(self, number: IncidentNo) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-settle", number=number))
        form.ask_when(say("room-settled-at"))
        form.finish(say("room-settle-confirm"))
        said = say("room-settle-said", number=number)
        self._show(form, lambda: self._submit(CloseIncident(number, form.at()), said))

    def write_off(self, where: Where, ticket: Ticket) -> None:
        """By the chief, on an open incident of lost answers."""
        say, site = self._shell.say, self._shell.bridge.site
        incidents = where.lost_answers(site)
        form = StepForm(self._shell, say("room-write-off-title", ticket=ticket), say("room-write-off-note"))
        options = [(one.number, say("room-write-off-line", number=one.number, at=one.happened_at)) for one in incidents]
        form.ask_what(say("room-write-off-incident"), options)
        if not incidents:
            form.add(label(say("room-write-off-none"), "Bad"))
            opens = say("room-write-off-open")
            form.add(
                button(
                    self._shell.look, opens, lambda: self.open_incident(where, IncidentKind.ANSWERS_LOST), kind="link"
                )
            )
        form.finish(say("room-write-off-confirm"), danger=True)

        def confirmed() -> None:
            number = IncidentNo(form.what.currentData() or "")
            self._submit(WriteOff(where.session, ticket, number), say("room-write-off-said", ticket=ticket))

        self._show(form, confirmed)
