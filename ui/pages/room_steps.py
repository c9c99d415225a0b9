"""What can be recorded of a seat or a room: the form of each step, and the operation that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core.closing import WriteOff
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, IncidentKind, OpenIncident
from app.core.operation import Operation
from app.core.site import Fault, Incident, Site
from app.core.terms import FaultNo, IncidentNo, RoomId, SessionId, Ticket
from ui.pages.room_form import StepForm
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, label

KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.EARLY_START)
"""A start before its time becomes an incident by itself."""


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


class Steps:
    """`opens` puts a form before the person, `done` takes it away again."""

    def __init__(
        self, shell: Shell, asking: Asking, opens: Callable[[StepForm], object], done: Callable[[], object]
    ) -> None:
        self._shell, self._asking, self._opens, self._done = shell, asking, opens, done

    def go_to(self, where: Where, ticket: Ticket) -> None:
        """To the candidates page, where documents are compared, people admitted and entries corrected."""
        self._shell.go(Place(PageName.CANDIDATES, where.session, where.room, ticket))

    def report_fault(self, where: Where, seat: str) -> None:
        """Of one seat, or with "" of the room."""
        say = self._shell.say
        form = StepForm(self._shell, say("room-fault-seat", seat=seat) if seat else say("room-fault-room"))
        form.ask_what(say("room-fault-kind"), [(kind, self._shell.word(kind)) for kind in FaultKind])
        form.ask_when(say("room-happened-at"))
        form.ask_who(say("room-reported-by"), where.room)
        form.finish(say("room-fault-confirm"))

        def confirmed() -> None:
            kind = FaultKind(form.what.currentData())
            step = ReportFault(kind, where.session, where.room, seat, form.at(), form.by())
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
        form.ask_when(say("room-happened-at"))
        form.ask_who(say("room-reported-by"), where.room)
        form.finish(say("room-incident-confirm"))

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

    def _show(self, form: StepForm, confirmed: Callable[[], object]) -> None:
        form.confirmed.connect(confirmed)
        form.given_up.connect(self._done)
        self._opens(form)

    def _submit(self, operation: Operation, said: str) -> None:
        self._asking.submit(operation, said, lambda _: self._done())
