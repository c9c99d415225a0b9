"""封场检测与验收: the rooms are tested with the real data, and the site is accepted."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.room_test import without_test
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.terms import RoomId
from app.views.step import StepKind
from ui.pages.authority_today import TodayField
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, choice, flow, label
from ui.widgets.person import PersonField
from ui.widgets.step_card import StepCard, promote
from ui.widgets.tick import Tick

_TEST, _ACCEPT = "clipboard-check", "user-check"


class RoomTestCard(StepCard):
    """`settled` comes once a result is entered; the last one counts."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("authority-test"))
        self._asking = asking
        say = shell.say
        self._how = label(say("authority-test-how"), "Sub")
        self.body.addWidget(self._how)
        self.result = choice([(True, say("authority-test-passed")), (False, say("authority-test-failed"))])
        self.result.setPlaceholderText(say("authority-choose-one"))
        self.result.setCurrentIndex(-1)
        self.at, self.by = TodayField(shell), PersonField(shell)
        self.at.edit.returnPressed.connect(self._enter)
        fields = Form(columns=2)
        fields.field(say("authority-test-result"), self.result)
        fields.field(say("authority-test-at"), self.at)
        fields.field(say("authority-told-by"), self.by)
        self._said = label(say("authority-test-first"), "Bad")
        self._said.hide()
        self.send = button(shell.look, say("authority-test-do"), self._enter, _TEST, "weak")
        self.form = QWidget()
        inside = QVBoxLayout(self.form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(fields)
        inside.addWidget(self._said)
        inside.addWidget(flow(self.send))
        self.body.addWidget(self.form)
        self.again = button(shell.look, say("authority-test-again"), self._anew, "refresh", "link")
        self._again = flow(self.again)
        self.body.addWidget(self._again)
        self._wanted = False
        """Once more, at a person's wish."""
        self.result.currentIndexChanged.connect(lambda _: self._said.hide())

    @property
    def first(self) -> QWidget:
        return self.result

    def refresh(self, *, leads: bool) -> None:
        passed, say = self._shell.bridge.site.sealed_room_test, self._shell.say
        match passed:
            case None:
                self.tell("circle-dashed", say("authority-test-none"), "idle")
            case True:
                self.tell("circle-check", say("authority-test-passed"), "ok")
            case False:
                self.tell("alert-triangle", say("authority-test-failed"), "bad")
        sealed = self._shell.bridge.site.sealed
        self.form.setVisible(not sealed and (not passed or self._wanted))
        self._how.setVisible(not passed)
        self._again.setVisible(bool(passed) and not sealed and not self._wanted)
        promote(self._shell.look, self.send, _TEST, on=leads)

    def _anew(self) -> None:
        self._wanted = True
        self.form.show()
        self._again.hide()
        self.result.setFocus()

    def _enter(self) -> None:
        passed, at = self.result.currentData(), self.at.value()
        if passed is None:
            self._said.show()
            self.result.setFocus()
        elif at is None:
            self.at.complain()
        else:
            self._asking.submit(
                RecordSealedRoomTest(bool(passed), at, self.by.value()),
                self._shell.say("authority-test-done"),
                lambda _: self._entered(),
            )

    def _entered(self) -> None:
        self._wanted = False
        self.result.setCurrentIndex(-1)
        self.at.follow()
        self.settled.emit()


class AcceptCard(StepCard):
    """Rooms that have not passed their simulated test are tested first, or left out."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("authority-accept"))
        self._asking = asking
        self._how, self._left_out = label(shell.say("authority-accept-how"), "Sub"), label("", "Sub")
        self._untested = label("", "Bad")
        self.without = Tick(shell.look, shell.say("readiness-accept-without"))
        self.tests = button(shell.look, shell.say("readiness-accept-tests"), self._to_tests, kind="link")
        self._choice = QWidget()
        inside = QVBoxLayout(self._choice)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in (self._untested, flow(self.tests), self.without):
            inside.addWidget(part)
        self.send = button(shell.look, shell.say("authority-accept-do"), self._accept, _ACCEPT, "weak")
        self._row = flow(self.send)
        for part in (self._how, self._left_out, self._choice, self._row):
            self.body.addWidget(part)

    @property
    def first(self) -> QWidget:
        return self.send

    def refresh(self, *, leads: bool) -> None:
        site, say = self._shell.bridge.site, self._shell.say
        at = site.accepted_at
        if at:
            self.tell("circle-check", say("authority-accepted", at=at), "ok")
        else:
            self.tell("circle-dashed", say("authority-accept-none"), "idle")
        for part in (self._how, self._row):
            part.setVisible(at is None)
        untested = self._rooms()
        self._choice.setVisible(at is None and bool(untested))
        self._untested.setText(say("readiness-accept-untested", rooms=untested, count=len(untested)))
        self._left_out.setVisible(bool(at and site.accepted_without))
        self._left_out.setText(say("readiness-accept-left-out", rooms=site.accepted_without))
        if not untested:
            self.without.clear()
        promote(self._shell.look, self.send, _ACCEPT, on=leads)

    def _rooms(self) -> tuple[RoomId, ...]:
        return without_test(self._shell.bridge.site, self._shell.bridge.rulebook)

    def _accept(self) -> None:
        left_out = self._rooms() if self.without.on else ()
        said = self._shell.say("authority-accept-done")
        self._asking.submit(AcceptSite(left_out), said, lambda _: self.settled.emit())

    def _to_tests(self) -> None:
        self._shell.go(Place(PageName.READINESS, step=StepKind.SIMULATED_TEST))
