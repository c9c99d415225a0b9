"""One candidate's way from top to bottom: what is done, what to do now, and what is still to come."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.sheet_open import standalone_subject
from app.core.site_form import SiteForm
from app.core.terms import SessionId, Ticket
from app.views.standalone import AlonePart, AloneState, part_of
from ui.pages.extra_time_words import name_of
from ui.pages.standalone_consent import ConsentPanel
from ui.pages.standalone_course import CoursePanel, LoginPanel
from ui.pages.standalone_decide import DecidePanel
from ui.pages.standalone_package import PackagePanel
from ui.pages.standalone_parts import About, Panel, Section, SteadyNotice
from ui.pages.standalone_return import ReturnPanel
from ui.pages.standalone_words import reached, told
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Elided, button, row
from ui.widgets.sight import Sight


class AloneCard(QWidget):
    """Only the part whose turn it is stands open, until somebody opens another."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self.about: About | None = None
        self._turn: object = None
        self.consent, self.package = ConsentPanel(shell, asking), PackagePanel(shell, asking)
        self.login, self.course = LoginPanel(shell, asking), CoursePanel(shell, asking)
        self.back, self.decide = ReturnPanel(shell, asking), DecidePanel(shell, asking)
        panels: dict[AlonePart, Panel] = {
            AlonePart.CONSENT: self.consent,
            AlonePart.PACKAGE: self.package,
            AlonePart.LOGIN: self.login,
            AlonePart.ANSWERING: self.course,
            AlonePart.RETURN: self.back,
            AlonePart.DECIDE: self.decide,
        }
        self._title = Elided("", "H2")
        self._note = SteadyNotice(shell.look)
        self.head = QWidget()
        """Stays in sight above the parts; laid out by the page."""
        top = QVBoxLayout(self.head)
        top.setContentsMargins(0, 0, 16, 0)
        self.record = button(shell.look, shell.say("standalone-record"), self._to_record, kind="link")
        line = row(self._title, self.record, gap=12)
        line.setStretch(0, 1)
        top.addLayout(line)
        top.addWidget(self._note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 6, 0)
        outer.setSpacing(8)
        self.sections: dict[AlonePart, Section] = {}
        for number, (part, panel) in enumerate(panels.items(), 1):
            self.sections[part] = Section(shell, number, part, panel)
            outer.addWidget(self.sections[part])
        outer.addStretch(1)
        self._sight = Sight(self)
        self.package.made.connect(self._made)
        self.back.dead.connect(self._dead)

    def look(self, about: About) -> None:
        """What is now; what was opened by hand stays open until it is another part's turn."""
        shell, row = self._shell, about.row
        self.about = about
        name = name_of(shell, row.ticket)
        self._title.tell(shell.say("standalone-who", seat=row.seat or "none", name=name, ticket=row.ticket))
        self.record.setVisible(about.alone is not None)
        current = part_of(row.state)
        if row.state is AloneState.IN_ROOM:
            self._note.tell("idle", shell.say("standalone-in-room"))
        elif row.unsigned:
            self._note.tell("warn", shell.say("standalone-unsigned"))
        else:
            self._note.clear()
        turn = (row.session, row.ticket, row.state, row.number, row.unsigned)
        moved, before = turn != self._turn, self._turn
        self._turn = turn
        held = QApplication.focusWidget()
        here = held is not None and self.isAncestorOf(held)
        for part, section in self.sections.items():
            section.panel.look(about)
            here_now = reached(about, part)
            section.reach(on=here_now)
            section.setVisible(here_now or part is not AlonePart.DECIDE)
            section.tell(*told(shell, about, part, current=part is current))
            if moved:
                section.unfold(on=part is current)
        same = isinstance(before, tuple) and before[:2] == turn[:2]
        if moved and same and here:
            # The next part comes to whoever was at the last one.
            self.start()
        elif moved and current is not None:
            self._bring(self.sections[current])

    def tick(self) -> None:
        self.course.tick()

    def start(self) -> None:
        """To what is to be done."""
        row = self.about.row if self.about else None
        section = self.sections.get(part_of(row.state) or AlonePart.CONSENT) if row else None
        if section is not None and section.open:
            section.panel.first().setFocus()
            self._bring(section)

    @property
    def key(self) -> tuple[SessionId, Ticket] | None:
        return (self.about.row.session, self.about.row.ticket) if self.about else None

    def _to_record(self) -> None:
        """The records page previews it, prints it and asks whether it came out."""
        if self.about is not None:
            row = self.about.row
            paper = standalone_subject(row.session, row.ticket)
            self._shell.go(Place(PageName.RECORDS, row.session, form=SiteForm.STANDALONE, paper=paper))

    def _made(self, ours: bool) -> None:
        """The code is wanted next; what was entered a moment ago is known as soon as the page has looked."""
        self.login.code.wanted = ours

    def _dead(self) -> None:
        section = self.sections[AlonePart.DECIDE]
        section.unfold(on=True)
        (self.decide.off.do if self.decide.off.report.isHidden() else self.decide.off.report).setFocus()
        self._bring(section)

    def _bring(self, section: Section) -> None:
        """As much of it as there is room for, from its head on."""
        self._sight.bring(section, section.title)
