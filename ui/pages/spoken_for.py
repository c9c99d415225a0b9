"""Who agreed, how and when: what is asked about every consent, to a delayed start and to extra time alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.directory import Speaker
from app.core.rulebook import Tier
from app.core.terms import PersonId
from app.core.time_state import Consent, Means
from app.service.delays import LONGEST_LINE
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, choice, entry, label
from ui.widgets.person import PersonField


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was said, and to whom."""

    speaker: Speaker
    means: Means
    at: datetime
    told_to: PersonId


class SpokenFor(QWidget):
    """Name, office and telephone of whoever spoke for an authority; Enter leads from one to the next."""

    def __init__(self, shell: Shell, then: QWidget) -> None:
        """`then` gets the focus behind the last of them."""
        super().__init__()
        self._shell = shell
        say = shell.say
        self.name, self.office, self.phone = (entry(most=LONGEST_LINE) for _ in range(3))
        self.means = choice([(one, shell.word(one)) for one in Means])
        self.moment, self.person = MomentField(shell), PersonField(shell)
        self._wrong = label(say("consent-who"), "Bad")
        self._wrong.hide()
        fields = Form(columns=2)
        fields.field(say("consent-name"), self.name)
        fields.field(say("consent-office"), self.office)
        fields.field(say("consent-phone"), self.phone)
        fields.field(say("consent-means"), self.means)
        fields.field(say("consent-at"), self.moment)
        fields.field(say("consent-told"), self.person)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(fields)
        outer.addWidget(self._wrong)
        self.name.returnPressed.connect(self.office.setFocus)
        self.office.returnPressed.connect(self.phone.setFocus)
        self.phone.returnPressed.connect(self._to_moment)
        self.moment.edit.returnPressed.connect(then.setFocus)
        self.setFocusProxy(self.name)

    def remember(self, tier: Tier) -> None:
        """Whoever spoke for this authority last: the telephone rings at the same desk."""
        last = last_speaker(self._shell, tier) or Speaker("", "", "")
        for field, text in ((self.name, last.name), (self.office, last.office), (self.phone, last.phone)):
            field.setText(text)
        self.moment.follow()
        self._wrong.hide()

    def value(self) -> Agreed | None:
        """None where something is missing: that is said at its field."""
        by_phone, at = self.means.currentData() == Means.PHONE, self.moment.value()
        needed = ((self.name, True), (self.office, True), (self.phone, by_phone))
        missing = next((field for field, need in needed if need and not field.text().strip()), None)
        self._wrong.setVisible(missing is not None)
        if missing is not None:
            missing.setFocus()
            return None
        if at is None:
            self.moment.complain()
            return None
        speaker = Speaker(*(field.text().strip() for field in (self.name, self.office, self.phone)))
        return Agreed(speaker, Means(self.means.currentData()), at, self.person.value())

    def _to_moment(self) -> None:
        self.moment.edit.setFocus()
        self.moment.edit.selectAll()


def last_speaker(shell: Shell, tier: Tier) -> Speaker | None:
    """Of any application; None while nobody has."""
    said_by = shell.bridge.console.directory.said_by
    given: list[Consent] = [
        consent
        for one in shell.bridge.site.applications.values()
        for consent in one.consents
        if consent.authority is tier and consent.said_by in said_by
    ]
    return said_by[max(given, key=lambda one: one.entered_at).said_by] if given else None
