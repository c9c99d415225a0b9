"""Extra time that was applied for: what to print and to read out, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.code_entry import OPAQUE, EnterCode, subjects
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, SessionId, Ticket
from app.core.time_state import Application
from app.crypto.codes import LONGEST, Purpose
from app.service.delays import Fits
from app.views.giving import Outlook, applied
from ui.pages.extra_time_consent import ConsentForm
from ui.pages.extra_time_minutes import MinutesField
from ui.pages.extra_time_told import ToldView, whose
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.code_field import CodeField
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, flow, label
from ui.widgets.person import PersonField
from ui.widgets.scanner import ScanField
from ui.widgets.sight import Sight


@dataclass(frozen=True, slots=True)
class Wanted:
    """One code that is still to come."""

    application: ApplicationNo
    purpose: Purpose
    subject: str
    minutes: int


class ApplyPanel(QWidget):
    """Hidden until something was applied for that these minutes still need; `answered` once something came back."""

    answered = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._asked: tuple[Application, ...] = ()
        self._wanted: tuple[Wanted, ...] = ()
        self._shown: object = None
        self._sight = Sight(self)
        say, look = shell.say, shell.look
        self.told = ToldView(shell)
        self.subject = choice(())
        self.subject.currentIndexChanged.connect(lambda _: self._turn())
        self.code, self.text, self.minutes = CodeField(shell), ScanField(), MinutesField(shell, LONGEST)
        self.code.takes = self._takes
        self.code.complete.connect(self._enter)
        self.code.meant.connect(self._meant)
        self.given_at, self.heard_by = MomentField(shell), PersonField(shell)
        self.enter = button(look, say("extra-time-enter"), self._enter, "check", "primary")
        self.practice = button(look, say("code-field-practice"), self._practise, "cloud-upload")
        self.consent = ConsentForm(shell, asking)
        self.consent.recorded.connect(self.answered)
        self._whose, self._chain, self._opaque, self._told = QWidget(), QWidget(), QWidget(), QWidget()
        self._lay(self._whose, (say("extra-time-code-for"), self.subject))
        self._lay(self._chain, (say("extra-time-code"), self.code))
        self._lay(self._opaque, (say("extra-time-code"), self.text), (say("extra-time-code-minutes"), self.minutes))
        self._lay(self._told, (say("extra-time-given-at"), self.given_at), (say("extra-time-heard-by"), self.heard_by))
        self._blind = label(say("extra-time-opaque"), "Bad")
        self._needed = label(say("code-field-needed"), "Bad")
        self._needed.hide()
        self.text.returnPressed.connect(self.minutes.edit.setFocus)
        self.minutes.edit.returnPressed.connect(self._enter)
        self._codes = QWidget()
        codes = QVBoxLayout(self._codes)
        codes.setContentsMargins(0, 0, 0, 0)
        parts = (self._whose, self._chain, self._blind, self._opaque, self._needed, self._told)
        for part in (*parts, flow(self.enter, self.practice)):
            codes.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        for piece in (self.told, self._codes, self.consent):
            outer.addWidget(piece)
        self.practice.setVisible(shell.opening.practice is not None and not self._is_opaque)
        self.hide()

    @staticmethod
    def _lay(holder: QWidget, *fields: tuple[str, QWidget]) -> None:
        form = Form(columns=len(fields))
        form.setContentsMargins(0, 0, 0, 0)
        for name, field in fields:
            form.field(name, field)
        holder.setLayout(form)

    @property
    def waits(self) -> bool:
        """Whether everything that is missing was applied for."""
        return bool(self._asked)

    @property
    def more(self) -> bool:
        """Whether there is a code to come of somebody for whom none came yet."""
        return any(not self._came_for(one) for one in self._wanted)

    def look(self, session: SessionId, found: Outlook | None) -> None:
        """What somebody is typing stays as long as it is for the same people."""
        site = self._shell.bridge.site
        every = [applied(site, session, part) for part in found.asked] if found else []
        known = {one.number: one for one in every if one is not None}
        self._asked = () if None in every else tuple(known.values())
        self.setVisible(bool(self._asked))
        if not found or not self._asked:
            self._wanted = ()
            self._offer()
            self.consent.hide()
            return
        tier = found.missing or Tier.PROVINCE
        self.told.look(self._asked, tier)
        by_code = tier is Tier.PROVINCE
        self._codes.setVisible(by_code)
        self._wanted = self._lacking(found) if by_code else ()
        self._offer()
        self.consent.show_asked(self._asked if tier in (Tier.RESPONSIBLE, Tier.HEAD) else (), tier)

    def start(self) -> None:
        """To what is typed in next."""
        opaque = self._is_opaque
        if not self._codes.isHidden():
            (self.text if opaque else self.code.edit).setFocus()
        elif not self.consent.isHidden():
            self.consent.spoken.name.setFocus()
        else:
            self.told.print.setFocus()

    @property
    def _is_opaque(self) -> bool:
        package = self._shell.bridge.site.package
        return package is not None and package.exam.codes == OPAQUE

    def _lacking(self, found: Outlook) -> tuple[Wanted, ...]:
        short = {
            ticket: one.allowance.ask_for for one in found.alike if one.allowance.ask_for for ticket in one.tickets
        }
        wanted = []
        for asked in self._asked:
            for purpose, subject in subjects(asked):
                if purpose is Purpose.EXTRA_TIME_ROOM or Ticket(subject) in short:
                    wanted.append(Wanted(asked.number, purpose, subject, asked.minutes))
        return tuple(wanted)

    def _came_for(self, one: Wanted) -> bool:
        codes = self._shell.bridge.site.applications[one.application].codes
        return any((code.purpose, code.subject) == (one.purpose, one.subject) for code in codes)

    def _offer(self) -> None:
        """Whose codes are still to come; the next one is chosen by itself."""
        options = [(one, self._named(one)) for one in self._wanted]
        keys = [one for one, _ in options]
        if keys != [self.subject.itemData(n) for n in range(self.subject.count())]:
            chosen = self.subject.currentData()
            self.subject.blockSignals(True)
            self.subject.clear()
            for key, text in options:
                self.subject.addItem(text, key)
            self.subject.setCurrentIndex(keys.index(chosen) if chosen in keys else 0 if keys else -1)
            self.subject.blockSignals(False)
            self._turn()
        self._whose.setVisible(len(options) > 1)
        self._chain.setVisible(not self._is_opaque)
        for part in (self._blind, self._opaque):
            part.setVisible(self._is_opaque)

    def _named(self, one: Wanted) -> str:
        return whose(self._shell, one.purpose, one.subject)

    def _turn(self) -> None:
        """To another subject: nothing of the last code stays."""
        one = self.subject.currentData()
        if (one and (one.purpose, one.subject)) != self._shown:
            self._shown = one and (one.purpose, one.subject)
            self.code.clear()
            self.text.clear()
            self.given_at.follow()
            self.minutes.follow()
        if isinstance(one, Wanted):
            self.minutes.propose(one.minutes)
            self.enter.setText(self._shell.say("extra-time-enter-for", whom=self._named(one)))
            self.enter.setAccessibleName(self.enter.text())

    def _takes(self, fits: Fits) -> bool:
        """Whether it is the code of somebody else on the same list."""
        return any((one.purpose, one.subject) == (fits.purpose, fits.subject) for one in self._wanted)

    def _meant(self, fits: object) -> None:
        """Enter it there; the code stays as it was typed."""
        if not isinstance(fits, Fits):
            return
        typed = self.code.value()
        for number, one in enumerate(self._wanted):
            if (one.purpose, one.subject) == (fits.purpose, fits.subject):
                self.subject.setCurrentIndex(number)
                self.code.put(typed)
                self._enter()
                return

    def _practise(self) -> None:
        """The practice province reads it out; it is still to be entered."""
        practice, one = self._shell.opening.practice, self.subject.currentData()
        if practice is None or not isinstance(one, Wanted):
            return
        session, number = self._asked[0].session, one.application
        self.code.put(practice.code(one.purpose, session, one.subject, one.minutes, number))
        self.given_at.follow()
        self.enter.setFocus()
        self._sight.bring(self.enter)

    def _enter(self) -> None:
        one, at, minutes = self.subject.currentData(), self.given_at.value(), self.minutes.value()
        if not isinstance(one, Wanted):
            return
        if at is None:
            self.given_at.complain()
        elif self._is_opaque:
            text = self.text.text().strip()
            self._needed.setVisible(not text)
            if not text:
                self.text.setFocus()
                return
            if minutes is None:
                self.minutes.complain()
                return
            operation = EnterCode(one.application, one.purpose, one.subject, text, at, self.heard_by.value(), minutes)
            self._asking.submit(operation, self._said(one, minutes), lambda _: self.answered.emit())
        elif not self.code.ready:
            self.code.complain()
        else:
            operation = EnterCode(
                one.application, one.purpose, one.subject, self.code.value(), at, self.heard_by.value()
            )
            self.code.enter(self._asking, operation, lambda allowed: self._entered(one, allowed))

    def _said(self, one: Wanted, minutes: int) -> str:
        return self._shell.say("extra-time-entered-code", whom=self._named(one), minutes=minutes)

    def _entered(self, one: Wanted, minutes: int) -> None:
        """Too few stay on the list, and what was said of them stands under the field."""
        self._shell.bridge.say(self._said(one, minutes))
        if minutes >= one.minutes:
            self.code.clear()
        self.answered.emit()
