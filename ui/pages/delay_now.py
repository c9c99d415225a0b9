"""What now for the chosen rooms: one step after the other, its text to read out, and what a start would mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.consent import consenting
from app.core.paper_state import Contact
from app.core.rulebook import Tier
from app.core.site_form import SiteForm
from app.core.terms import ApplicationNo
from app.core.time_state import Application, Measure
from app.views.delays import Delays, DelayStep, LateRoom
from ui.pages.delay_answer import CodeForm, ConsentForm
from ui.pages.delay_apply import ApplyForm
from ui.pages.delay_directive import DirectiveForm, is_token
from ui.pages.delay_form import CauseForm, Chosen, DelayForm
from ui.pages.delay_start import Outlook, StartForm
from ui.pages.delay_words import ANSWERS, URGENT, answers, office, read_out, steps_known
from ui.pages.incident_words import contact_of
from ui.pages.spoken_for import last_speaker
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, card, choice, flow, label, line
from ui.widgets.segments import Segments

_STEPS = {
    DelayStep.CAUSE: "delays-step-cause",
    DelayStep.APPLY: "delays-step-apply",
    DelayStep.CONSENT: "delays-step-consent",
    DelayStep.CODE: "delays-step-code",
    DelayStep.DIRECTIVE: "delays-step-directive",
    DelayStep.START: "delays-step-start",
}

_CALLED = {Tier.CITY: Contact.CITY, Tier.PROVINCE: Contact.PROVINCE, Tier.MINISTRY: Contact.MINISTRY}
"""Whose number is entered beforehand."""


class NowCard(QWidget):
    """The step that comes next stands open; any other is one key away. `settled` comes after each."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._of: object = None
        self._looked: dict[DelayStep, object] = {}
        self._proposed: DelayStep | None = None
        self._meant: ApplicationNo | None = None
        self.chosen: Chosen | None = None
        say = shell.say
        frame, inside = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._title = label("", "H2")
        inside.addWidget(self._title)
        self.steps = Segments(say("delays-steps"))
        self.steps.picked.connect(self._pick)
        inside.addWidget(self.steps)
        self.asked = self._application_part()
        inside.addWidget(self.asked)
        consent, code, directive = steps_known(shell.bridge.rulebook)
        self.cause, self.apply, self.start = (
            CauseForm(shell, asking),
            ApplyForm(shell, asking),
            StartForm(shell, asking),
        )
        self.consent, self.code, self.directive = (
            ConsentForm(shell, asking),
            CodeForm(shell, asking),
            DirectiveForm(shell, asking),
        )
        every: tuple[tuple[DelayForm, bool], ...] = (
            (self.cause, True),
            (self.apply, True),
            (self.consent, consent),
            (self.code, code),
            (self.directive, directive),
            (self.start, True),
        )
        self.forms = {form.step: form for form, known in every if known}
        for form, known in every:
            form.hide()
            inside.addWidget(form)
            if known:
                form.settled.connect(self._settled)
        self.form: DelayForm = self.apply
        inside.addWidget(self.papers)
        inside.addWidget(line())
        self.outlook = Outlook(shell)
        inside.addWidget(self.outlook)

    def _application_part(self) -> QWidget:
        """Which application is answered, whom to call, and what to say."""
        shell = self._shell
        say = shell.say
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        self.which = choice(())
        self.which.activated.connect(lambda _: self._choose(ApplicationNo(str(self.which.currentData()))))
        self._which = QWidget()
        fields = Form()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(say("delays-application"), self.which)
        self._which.setLayout(fields)
        self._elsewhere = label("", "Bad")
        quote, read = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        read.setSpacing(4)
        self._call, self.read = label("", "Strong"), label("")
        read.addWidget(self._call)
        read.addWidget(self.read)
        self._came = label("", "Sub")
        self.paper = button(shell.look, say("delays-print-application"), self._print, "printer")
        self.record = button(shell.look, say("delays-print-answers"), self._print_answers, "printer")
        self.papers = flow(self.paper, self.record)
        for part in (self._which, self._elsewhere, quote, self._came):
            inside.addWidget(part)
        return held

    @property
    def busy(self) -> bool:
        """Whether hands are in the open form: what somebody types does not go away because a minute passed."""
        held = QApplication.focusWidget()
        return held is not None and self.form is not self.start and self.form.isAncestorOf(held)

    def begin(self) -> None:
        """Go to the open step."""
        self.form.begin()

    def choose(self, number: ApplicationNo) -> None:
        """This application, while it names the chosen rooms."""
        self._meant = number

    def look(self, shown: Delays, rooms: tuple[LateRoom, ...]) -> None:
        """What is now; another step is proposed only where the rooms, or what they need, are others."""
        self.setVisible(bool(rooms))
        if not rooms:
            self.chosen = None
            return
        chosen = self._chosen(shown, rooms)
        of = (chosen.session, chosen.numbers, chosen.application.number if chosen.application else None)
        same, self._of, self.chosen = of == self._of, of, chosen
        self._title.setText(self._shell.say("delays-now", rooms=chosen.numbers))
        self._offer_applications(shown, chosen)
        proposed = self._step(chosen)
        settled = self._proposed is None
        if settled or not same or (proposed is not self._proposed and not self.busy):
            self._proposed = proposed
            self._turn(proposed)
        else:
            self._show()
        self.outlook.look(chosen)

    def tick(self, shown: Delays, rooms: tuple[LateRoom, ...]) -> None:
        if self.chosen is None or self.chosen.numbers != tuple(one.room for one in rooms):
            self.look(shown, rooms)
            return
        self.chosen = chosen = self._chosen(shown, rooms)
        proposed = self._step(chosen)
        if proposed is not self._proposed and not self.busy:
            self.look(shown, rooms)
            return
        self.form.tick(chosen)
        self.outlook.tick(chosen)

    def scanned(self, code: str) -> bool:
        """A directive of the ministry."""
        if self.chosen is None or not is_token(code) or DelayStep.DIRECTIVE not in self.forms:
            return False
        self._turn(DelayStep.DIRECTIVE)
        self.directive.take_text(code)
        return True

    # Which rooms, which application, which step

    def _chosen(self, shown: Delays, rooms: tuple[LateRoom, ...]) -> Chosen:
        naming = self._naming(shown, rooms)
        meant = next((one for one in naming if one.number == self._meant), None)
        return Chosen(shown.session, rooms, meant or next(iter(naming), None))

    def _naming(self, shown: Delays, rooms: tuple[LateRoom, ...]) -> list[Application]:
        """Those that name most of these rooms first, and the newest of them."""
        numbers = {one.room for one in rooms}
        found = [one for one in reversed(shown.applications) if numbers & set(one.rooms)]
        return sorted(found, key=lambda one: -len(numbers & set(one.rooms)))

    @staticmethod
    def _step(chosen: Chosen) -> DelayStep:
        """The most urgent of theirs; where nothing is to be done they may start, or will."""
        step = min((one.step for one in chosen.rooms), key=URGENT.index)
        return DelayStep.START if step is DelayStep.WAIT else step

    def _pick(self, step: object) -> None:
        if isinstance(step, DelayStep):
            self._asking.clear()
            self._turn(step)
            self.form.begin()

    def _turn(self, step: DelayStep) -> None:
        """Open this step."""
        self.form = self.forms.get(step, self.start)
        say = self._shell.say
        names = {one: say(_STEPS[one]) for one in self.forms}
        self.steps.offer(list(names.items()), self.form.step)
        for form in self.forms.values():
            form.setVisible(form is self.form)
        self._show()

    def _show(self) -> None:
        """The open form alone looks; one that was closed meanwhile begins afresh where its rooms are others."""
        if self.chosen is not None:
            same = self._looked.get(self.form.step) == self._of
            self._looked[self.form.step] = self._of
            self.form.look(self.chosen, same=same)
        self._tell()

    def _tell(self) -> None:
        """The application that is answered, where the open step answers one."""
        chosen, say = self.chosen, self._shell.say
        one = chosen.application if chosen else None
        answering = one is not None and self.form.step in ANSWERS
        self.asked.setVisible(answering)
        self.papers.setVisible(one is not None and (answering or self.form is self.start))
        if chosen is None or one is None:
            return
        outside = tuple(room for room in chosen.numbers if room not in one.rooms)
        self._elsewhere.setText(say("delays-not-named", rooms=outside, number=one.number) if outside else "")
        self._elsewhere.setVisible(bool(outside))
        tier = self._called(chosen)
        whom, last = office(self._shell, tier), last_speaker(self._shell, tier)
        if last is None:
            contact = _CALLED.get(tier)
            name, phone = contact_of(self._shell, contact) if contact else ("", "")
            if phone:
                self._call.setText(say("delays-call-contact", office=whom, name=name, phone=phone))
            else:
                self._call.setText(say("delays-call", office=whom))
        else:
            known = say("delays-speaker", name=last.name, office=last.office, phone=last.phone)
            self._call.setText(say("delays-call-known", office=whom, who=known))
        self.read.setText(read_out(self._shell, one))
        came = "\n".join(answers(self._shell, one))
        self._came.setText(came)
        self._came.setVisible(bool(came))
        self.record.setVisible(bool(came))

    def _called(self, chosen: Chosen) -> Tier:
        """Who gives what the open step waits for."""
        if self.form.step is DelayStep.CODE:
            return Tier.PROVINCE
        if self.form.step is DelayStep.DIRECTIVE:
            return Tier.MINISTRY
        tiers = consenting(Measure.DELAY, self._shell.bridge.rulebook)
        return chosen.rooms[0].tier if chosen.rooms[0].tier in tiers else tiers[0]

    def _offer_applications(self, shown: Delays, chosen: Chosen) -> None:
        say = self._shell.say
        naming = self._naming(shown, chosen.rooms)
        lines = [
            (one.number, say("delays-application-line", number=one.number, tier=one.tier, minutes=one.minutes))
            for one in naming
        ]
        if [self.which.itemData(n) for n in range(self.which.count())] != [key for key, _ in lines]:
            self.which.clear()
            for key, text in lines:
                self.which.addItem(text, key)
        if chosen.application:
            self.which.setCurrentIndex(self.which.findData(chosen.application.number))
        self._which.setVisible(len(lines) > 1)

    def _choose(self, number: ApplicationNo) -> None:
        self.choose(number)
        self.settled.emit()

    def _settled(self) -> None:
        """What was chosen by hand gives way to what comes next."""
        self._meant = None
        self._proposed = None
        self.settled.emit()
        self.form.begin()

    def _print(self) -> None:
        self._to_paper(SiteForm.DELAY_APPLICATION)

    def _print_answers(self) -> None:
        self._to_paper(SiteForm.AUTHORITIES)

    def _to_paper(self, form: SiteForm) -> None:
        chosen = self.chosen
        if chosen and chosen.application:
            paper = chosen.application.number
            self._shell.go(Place(PageName.RECORDS, chosen.session, form=form, paper=paper))
