"""What came of an application: a consent with who gave it, or a code read over the telephone."""

from __future__ import annotations

from app.core.code_entry import OPAQUE, EnterCode
from app.core.consent import consenting
from app.core.operation import Refusal, Signer
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo
from app.core.time_state import Application, Measure
from app.crypto.codes import LONGEST, Purpose
from app.service import delays
from app.service.delays import Fits
from app.views.delays import DelayStep
from ui.pages.delay_form import Chosen, DelayForm
from ui.pages.report_form import NumberField
from ui.pages.spoken_for import SpokenFor
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.code_field import CodeField
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, label
from ui.widgets.person import PersonField
from ui.widgets.scanner import ScanField

_SITE = "*"


class ConsentForm(DelayForm):
    """Name, office and telephone, read back; both times are kept: when it was given, and when it was entered."""

    step = DelayStep.CONSENT
    icon = "user-check"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say = shell.say
        tiers = consenting(Measure.DELAY, shell.bridge.rulebook)
        self.tier = choice([(tier, shell.word(tier)) for tier in tiers])
        self.spoken = SpokenFor(shell, self.do)
        self._covers = label("", "Cap")
        if len(tiers) > 1:
            which = Form()
            which.field(say("delays-consent-of"), self.tier)
            self.outer.addLayout(which)
        else:
            self.tier.setParent(self)
            self.tier.hide()
        self.outer.addWidget(self.spoken)
        self.outer.addWidget(self._covers)
        self.finish(say("consent-do"))
        self.tier.activated.connect(lambda _: self._remember())
        self.first = self.spoken.name

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        if chosen.application:
            self._covers.setText(self.shell.say("delays-consent-covers", rooms=chosen.application.rooms))
        if not same:
            self.complain("")
            asked = chosen.rooms[0].tier
            self.tier.setCurrentIndex(max(self.tier.findData(asked), 0))
            self._remember()

    def _remember(self) -> None:
        if self.tier.count():
            self.spoken.remember(Tier(self.tier.currentData()))

    def submit(self) -> None:
        application = self.chosen.application if self.chosen else None
        if application is None:
            self.complain(self.shell.say("delays-apply-first"))
            return
        self.complain("")
        console, tier, agreed = self.shell.bridge.console, Tier(self.tier.currentData()), self.spoken.value()
        if agreed is not None:
            given = (tier, agreed.means, agreed.speaker, agreed.at, agreed.told_to)

            def consent(*signers: Signer) -> Refusal | None:
                return delays.consent(console, application.number, *given, *signers)

            self.asking.ask(consent, self.shell.say("consent-done"), lambda _: self.settled.emit())


class CodeForm(DelayForm):
    """A code for one room after the other, or one for all; of opaque codes the minutes that were said with them."""

    step = DelayStep.CODE
    icon = "key"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, package = shell.say, shell.bridge.site.package
        self._number: ApplicationNo | None = None
        self.opaque = package is not None and package.exam.codes == OPAQUE
        self.whose = choice(())
        self.moment, self.person = MomentField(shell), PersonField(shell)
        self.code, self.text, self.minutes = CodeField(shell), ScanField(), NumberField()
        self.code.complete.connect(self.submit)
        self.code.takes = self._takes
        self.code.meant.connect(self._meant)
        self.text.returnPressed.connect(self.minutes.setFocus)
        self.minutes.returnPressed.connect(self.submit)
        self.practice = button(shell.look, say("code-field-practice"), self._practise, "cloud-upload")
        self.moment.edit.returnPressed.connect(self.do.setFocus)
        fields = Form(columns=2)
        fields.field(say("delays-code-for"), self.whose, wide=True)
        if self.opaque:
            self.outer.addWidget(label(say("delays-code-opaque"), "Strong"))
            fields.field(say("delays-code"), self.text)
            fields.field(say("delays-code-minutes"), self.minutes)
        else:
            fields.field(say("delays-code"), self.code, wide=True)
        fields.field(say("delays-code-at"), self.moment)
        fields.field(say("delays-code-heard"), self.person)
        self.outer.addLayout(fields)
        self.finish(say("delays-code-enter"), self.practice)
        self.practice.setVisible(shell.opening.practice is not None and not self.opaque)
        self.first = self.text if self.opaque else self.code.edit
        # Owned by nobody's layout where the other ones stand.
        for part in (self.code,) if self.opaque else (self.text, self.minutes):
            part.setParent(self)
            part.hide()

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        number = chosen.application.number if chosen.application else None
        same, self._number = number == self._number, number
        before = self.whose.currentData() if same else None
        self._offer(chosen.application, before)
        if not same:
            self.complain("")
            self._clear()
            self.moment.follow()

    def _offer(self, one: Application | None, before: object) -> None:
        """Rooms that have no code yet come first; several rooms of an application may have one for all."""
        say = self.shell.say
        options: list[tuple[str, str]] = []
        if one is not None:
            held = {code.subject: code.minutes for code in one.codes}
            for room in sorted(one.rooms, key=lambda room: (room in held, room)):
                name = say("room-name", room=room)
                if room in held:
                    name = say("delays-code-held", room=room, minutes=held[room])
                options.append((room, name))
            options.append((_SITE, say("delays-code-all")))
        if [self.whose.itemText(n) for n in range(self.whose.count())] != [text for _, text in options]:
            self.whose.clear()
            for key, text in options:
                self.whose.addItem(text, key)
            self.whose.setCurrentIndex(max(self.whose.findData(before), 0))

    def submit(self) -> None:
        say, at, whose = self.shell.say, self.moment.value(), self.whose.currentData()
        application = self.chosen.application if self.chosen else None
        if application is None or whose is None:
            self.complain(say("delays-apply-first"))
        elif not self.opaque and not self.code.ready:
            self.code.complain()
        elif self.opaque and not self.text.text().strip():
            self.complain(say("code-field-needed"), self.text)
        elif self.opaque and not self.minutes.value():
            self.complain(say("delays-minutes-how"), self.minutes)
        elif at is None:
            self.moment.complain()
        else:
            self.complain("")
            purpose = Purpose.DELAY_SITE if whose == _SITE else Purpose.DELAY
            typed = self.text.text() if self.opaque else self.code.value()
            minutes = self.minutes.value() or 0
            operation = EnterCode(application.number, purpose, whose, typed, at, self.person.value(), minutes)
            self.code.enter(self.asking, operation, lambda held: self._entered(operation, held))

    def _entered(self, operation: EnterCode, held: int) -> None:
        """The next room that has none; what holds for fewer minutes stays in sight."""
        say, chosen = self.shell.say, self.chosen
        what = say("delays-code-all") if operation.subject == _SITE else say("room-name", room=operation.subject)
        self.shell.bridge.say(say("delays-code-holds", what=what, minutes=held))
        if chosen and chosen.application and held >= chosen.application.minutes:
            self._clear()
        else:
            self.code.renew()
        self._offer(chosen.application if chosen else None, None)
        self.first.setFocus()
        self.settled.emit()

    def _clear(self) -> None:
        self.code.clear()
        self.text.clear()
        self.minutes.clear()

    def _practise(self) -> None:
        """The practice province reads it out; it is still to be entered."""
        practice, whose = self.shell.opening.practice, self.whose.currentData()
        one = self.chosen.application if self.chosen else None
        if practice is None or one is None or whose is None:
            self.complain(self.shell.say("delays-apply-first"))
            return
        purpose = Purpose.DELAY_SITE if whose == _SITE else Purpose.DELAY
        self.code.put(practice.code(purpose, one.session, whose, min(one.minutes, LONGEST), one.number))
        self.moment.follow()
        self.do.setFocus()
        self.sight.bring(self.do)

    def _takes(self, fits: Fits) -> bool:
        one = self.chosen.application if self.chosen else None
        here = one is not None and fits.session == one.session
        return here and self.whose.findData(fits.subject) >= 0 and fits.purpose in (Purpose.DELAY, Purpose.DELAY_SITE)

    def _meant(self, fits: object) -> None:
        if isinstance(fits, Fits):
            self.whose.setCurrentIndex(self.whose.findData(fits.subject))
            self.submit()
