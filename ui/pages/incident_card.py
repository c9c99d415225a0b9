"""One incident: what comes next and whom to call, who has heard of it, what hangs on it, and its course."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.incident_kinds import IncidentKind, Severity
from app.core.incident_state import Incident
from app.views.incident_course import course
from app.views.incidents import IncidentRow, IncidentStep, ReportClock, outside
from ui.pages.delay_words import day_clock
from ui.pages.incident_words import call_line, clock_of, course_said, link_lines, read_out, way, where
from ui.pages.standalone_parts import SteadyFacts, SteadyNotice
from ui.shell import Shell, clock
from ui.widgets.parts import Button, card, flow, label
from ui.widgets.pill import Pill

_STEPS = {
    IncidentStep.SETTLE: "incident-next-settle",
    IncidentStep.FINAL_REPORT: "incident-next-final",
    IncidentStep.FILE: "incident-next-file",
    IncidentStep.NOTHING: "incident-next-nothing",
}
ADVICE = {
    IncidentKind.LEAK: "incident-advice-papers",
    IncidentKind.PAPERS_STOLEN: "incident-advice-papers",
    IncidentKind.PAPERS_DAMAGED: "incident-advice-papers",
    IncidentKind.PAPERS_LATE: "incident-advice-papers",
    IncidentKind.MASS_CHEATING: "incident-advice-disorder",
    IncidentKind.ROOMS_IN_DISORDER: "incident-advice-disorder",
    IncidentKind.TERROR: "incident-advice-terror",
    IncidentKind.ILLNESS: "incident-advice-illness",
    IncidentKind.DISASTER: "incident-advice-disaster",
    IncidentKind.EVACUATION: "incident-advice-disaster",
    IncidentKind.WRONG_PAPER: "incident-advice-items",
    IncidentKind.ITEM_ERRORS: "incident-advice-items",
}
"""What is done meanwhile (INC-08 to INC-11)."""


class IncidentCard(QWidget):
    """`buttons` are made by the board, which knows what they do."""

    def __init__(self, shell: Shell, *buttons: Button) -> None:
        super().__init__()
        self._shell = shell
        self._shown: object = None
        say, look = shell.say, shell.look
        self._hint = label(say("incident-choose"), "Sub")
        self._title = label("", "H2")
        self._pill = Pill(look, "circle-dashed", "", "idle")
        self._grade = Pill(look, "circle-dashed", "", "idle")
        self.next = SteadyNotice(look)
        self.read = label("")
        self.read.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quote, inside = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        inside.setSpacing(4)
        inside.addWidget(label(say("incident-read"), "Cap"))
        inside.addWidget(self.read)
        self._quote = quote
        self._buttons = flow(*buttons)
        self._advice = label("", "Sub")
        self._facts, self._way, self._links, self.course = (SteadyFacts() for _ in range(4))
        self._links_title = label(say("incident-links"), "Strong")
        self._way_title = label(say("incident-way"), "Strong")
        frame, held = card()
        self._parts: tuple[QWidget, ...] = (
            flow(self._title, self._pill, self._grade),
            self.next,
            quote,
            self._buttons,
            self._advice,
            self._facts,
            self._way_title,
            self._way,
            self._links_title,
            self._links,
            label(say("incident-course"), "Strong"),
            self.course,
        )
        held.addWidget(self._hint)
        for part in self._parts:
            held.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    def look(self, row: IncidentRow | None, one: Incident | None) -> None:
        """What is now; None while none is chosen."""
        self._hint.setVisible(row is None)
        for part in self._parts:
            part.setVisible(row is not None)
        if row is None or one is None:
            return
        shell, say = self._shell, self._shell.say
        self._title.setText(say("incident-title", number=row.number, kind=row.kind))
        self.tick(row)
        major = row.severity is Severity.MAJOR
        self._grade.tell("alert-triangle" if major else "info-circle", shell.word(row.severity), _tone(major=major))
        self._quote.setVisible(row.next_hop is not None)
        if row.next_hop is not None:
            self.read.setText(read_out(shell, one))
        advice = ADVICE.get(row.kind) if row.closed_at is None else None
        self._advice.setVisible(advice is not None)
        self._advice.setText(say(advice) if advice else "")
        self._facts.show_facts(self._facts_of(row, one))
        told = list(way(shell, one))
        self._way.show_facts(told)
        self._way.setVisible(bool(told))
        self._way_title.setVisible(bool(told))
        hanging = list(link_lines(shell, one))
        self._links.show_facts(hanging)
        self._links.setVisible(bool(hanging))
        self._links_title.setVisible(bool(hanging))
        self.course.show_facts([(day_clock(line.at, shell), course_said(shell, line)) for line in course(one)])

    def tick(self, row: IncidentRow) -> None:
        """What changes with time alone."""
        self._pill.tell(*clock_of(self._shell, row))
        recorded = row.clock.state is ReportClock.NOT_REQUIRED and not row.filed_at
        note = self._shell.say("incident-not-required-note") if recorded else ""
        self.next.tell(_urgency(row), self._next(row), note=note)

    def _next(self, row: IncidentRow) -> str:
        say, until = self._shell.say, clock(row.clock.until)
        if row.next_hop is None:
            return say(_STEPS[row.step])
        whom = call_line(self._shell, row.next_hop)
        late = row.clock.state is ReportClock.LATE
        return say("incident-next-late" if late else "incident-next-report", whom=whom, until=until)

    def _facts_of(self, row: IncidentRow, one: Incident) -> list[tuple[str, str]]:
        shell, say = self._shell, self._shell.say
        place = where(shell, row.room)
        if row.session:
            place = say("incident-place", session=row.session, where=place)
        follower = one.follower
        names = shell.bridge.console.directory
        facts = [
            (say("incident-where"), place),
            (say("incident-found-at"), day_clock(row.found_at, shell)),
            (say("incident-follower"), names.staff_name(follower) if follower else say("incident-nobody-follows")),
        ]
        if left := outside(one):
            said = tuple(say("incident-outside-room", room=room.room, people=room.people) for room in left)
            facts.append((say("incident-outside"), say("incident-outside-rooms", rooms=said)))
        return facts


def _tone(*, major: bool) -> str:
    return "bad" if major else "idle"


def _urgency(row: IncidentRow) -> str:
    if row.clock.state is ReportClock.LATE:
        return "bad"
    if row.step is IncidentStep.REPORT:
        return "warn"
    return "idle" if row.step is IncidentStep.NOTHING else "primary"
