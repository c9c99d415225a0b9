"""The forms of an incident: its reports, and what is entered while it lasts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.free_text import PARAGRAPH, FreeText, TextPart
from app.core.incident import CloseIncident
from app.core.incident_course import FollowIncident, GradeIncident, NoteIncident
from app.core.incident_kinds import Hop, Severity, route
from app.core.incident_report import ReportIncident, SkipHop, owed
from app.core.incident_state import Incident, NoteKind, ReportKind, ReportMeans, SkipReason
from app.core.terms import RoomId
from app.views.incident_course import course
from app.views.incidents import IncidentStep, next_step
from ui.pages.incident_open import laid
from ui.pages.incident_words import course_said, person, read_out
from ui.pages.room_form import StepForm
from ui.shell import Shell, clock
from ui.widgets.parts import entry

_FINAL = (TextPart.CAUSE, TextPart.COURSE, TextPart.RESULT, TextPart.EFFECT)


class ReportForm(StepForm):
    """To whom, how, when, who heard it, and what was said; a final one tells four things."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        super().__init__(shell, shell.say("incident-report-title", number=one.number), columns=2)
        say, rules = shell.say, shell.bridge.rulebook
        self._one = one
        self._chosen = False
        hops = dict.fromkeys((*owed(one, rules), *route(one.severity, rules), *Hop))
        self.hop = self.ask_choice(say("incident-report-to"), [(hop, shell.word(hop)) for hop in hops])
        self.ask_what(say("incident-report-kind"), [(kind, shell.word(kind)) for kind in ReportKind])
        self.means = self.ask_choice(say("incident-report-means"), [(way, shell.word(way)) for way in ReportMeans])
        self.means.setCurrentIndex(self.means.findData(ReportMeans.PHONE))
        self.told_to = entry()
        self._field(say("incident-told-to"), self.told_to)
        self.ask_when(say("incident-reported-at"))
        self.ask_who(say("incident-reported-by"), one.room or RoomId(""))
        self._short, self._long = QWidget(), QWidget()
        self.content = _lines()
        laid(self._short, (say("incident-content"), self.content))
        self.four = {part: _lines() for part in _FINAL}
        names = (say("incident-cause"), say("incident-course-of"), say("incident-result"), say("incident-social"))
        laid(self._long, *zip(names, self.four.values(), strict=True))
        for part in (self._short, self._long):
            self.add(part)
        self.finish(say("incident-report-confirm"))
        self.what.activated.connect(self._choose)
        self.what.currentIndexChanged.connect(lambda _: self._turn())
        self.hop.currentIndexChanged.connect(self._to)
        self._to()
        self._turn()

    def operation(self) -> ReportIncident:
        kind = ReportKind(self.what.currentData())
        parts = [(TextPart.TOLD_TO, self.told_to.text().strip())]
        if kind is ReportKind.FINAL:
            parts += [(part, field.toPlainText().strip()) for part, field in self.four.items()]
        else:
            parts.append((TextPart.CONTENT, self.content.toPlainText().strip()))
        means, hop = ReportMeans(self.means.currentData()), Hop(self.hop.currentData())
        return ReportIncident(self._one.number, kind, hop, means, self.at(), self.by(), _text(parts))

    def _proposed(self, hop: Hop) -> ReportKind:
        """Whoever hears of it for the first time hears a first report."""
        one = self._one
        heard = any(past.hop is hop and past.kind is ReportKind.FIRST and past.at >= one.since for past in one.reports)
        if not heard:
            return ReportKind.FIRST
        over = next_step(one, self._shell.bridge.rulebook) is IncidentStep.FINAL_REPORT
        return ReportKind.FINAL if over else ReportKind.STAGE

    def _to(self) -> None:
        """What this level is told, until somebody chooses another kind."""
        if not self._chosen:
            self.what.setCurrentIndex(self.what.findData(self._proposed(Hop(self.hop.currentData()))))
        self._name()

    def _choose(self) -> None:
        self._chosen = True

    def _name(self) -> None:
        """Whoever is called there hears it, until somebody types another name."""
        if not self.told_to.isModified():
            name, _ = person(self._shell, Hop(self.hop.currentData()))
            hop = self._shell.word(Hop(self.hop.currentData()))
            self.told_to.setText(self._shell.say("incident-told-name", name=name, hop=hop) if name else "")

    def _turn(self) -> None:
        final = self.what.currentData() == ReportKind.FINAL
        self._short.setVisible(not final)
        self._long.setVisible(final)
        if not self.content.document().isModified():
            self.content.setPlainText(read_out(self._shell, self._one))
        told = self.four[TextPart.COURSE]
        if final and not told.document().isModified():
            lines = (f"{clock(line.at)} {course_said(self._shell, line)}" for line in course(self._one))
            told.setPlainText("\n".join(lines)[:PARAGRAPH])


class NoteForm(StepForm):
    """A line of the log."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        title = shell.say("incident-note-title", number=one.number)
        super().__init__(shell, title, shell.say("incident-note-note"), columns=2)
        self._one = one
        self.ask_what(shell.say("incident-note-kind"), [(kind, shell.word(kind)) for kind in NoteKind])
        self.text = self.ask_lines(shell.say("incident-note-text"), "")
        self.ask_when(shell.say("incident-noted-at"))
        self.ask_who(shell.say("incident-noted-by"), one.room or RoomId(""))
        self.finish(shell.say("incident-note-confirm"))

    def operation(self) -> NoteIncident:
        kind = NoteKind(self.what.currentData())
        text = _text([(TextPart(kind.value), self.text.toPlainText().strip())])
        return NoteIncident(self._one.number, kind, self.at(), self.by(), text)


class GradeForm(StepForm):
    """The other severity, with its reason where it becomes less grave."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        rises = one.severity is Severity.GENERAL
        self.to = Severity.MAJOR if rises else Severity.GENERAL
        say = shell.say
        note = say("incident-grade-rises") if rises else say("incident-grade-falls")
        super().__init__(shell, say("incident-grade-title", number=one.number, severity=self.to), note)
        self._one = one
        self.text = self.ask_lines(say("incident-grade-reason-free") if rises else say("incident-grade-reason"), "")
        self.finish(say("incident-grade-confirm", severity=self.to))

    def operation(self) -> GradeIncident:
        typed = self.text.toPlainText().strip()
        return GradeIncident(self._one.number, self.to, _text([(TextPart.REASON, typed)] if typed else []))


class FollowForm(StepForm):
    """Who follows it from here on."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        super().__init__(shell, shell.say("incident-follow-title", number=one.number))
        self._one = one
        self.ask_who(shell.say("incident-follower"), one.room or RoomId(""))
        self.finish(shell.say("incident-follow-confirm"))

    def operation(self) -> FollowIncident:
        return FollowIncident(self._one.number, self.by())


class SkipForm(StepForm):
    """A level that is not told, and why."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        say = shell.say
        super().__init__(shell, say("incident-skip-title", number=one.number), say("incident-skip-note"), columns=2)
        self._one = one
        waiting = owed(one, shell.bridge.rulebook)
        self.ask_what(say("incident-skip-hop"), [(hop, shell.word(hop)) for hop in waiting])
        self.why = self.ask_choice(say("incident-skip-reason"), ())
        self.finish(say("incident-skip-confirm"))
        if Hop.PATROL in waiting:
            self.what.setCurrentIndex(self.what.findData(Hop.PATROL))
        self.what.currentIndexChanged.connect(lambda _: self._offer())
        self._offer()

    def operation(self) -> SkipHop:
        return SkipHop(self._one.number, Hop(self.what.currentData()), SkipReason(self.why.currentData()))

    def _offer(self) -> None:
        """Only the patrol may be away from the site."""
        absent = self.what.currentData() == Hop.PATROL
        self.why.clear()
        for reason in SkipReason:
            if absent or reason is not SkipReason.NOT_ON_SITE:
                self.why.addItem(self._shell.word(reason), reason)


class SettleForm(StepForm):
    """Since when it is over."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        super().__init__(shell, shell.say("incident-settle-title", number=one.number))
        self._one = one
        self.ask_when(shell.say("incident-settled-at"))
        self.finish(shell.say("incident-settle-confirm"))

    def operation(self) -> CloseIncident:
        return CloseIncident(self._one.number, self.at())


def _text(parts: Sequence[tuple[TextPart, str]]) -> FreeText:
    return FreeText(tuple((part, said) for part, said in parts if said))


def _lines() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * 4 + 14)
    return made
