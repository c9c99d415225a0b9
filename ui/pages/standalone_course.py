"""While a package is out: the code to read out, login, interim copies, minutes passed on (SAL-04, SAL-06, SAL-07)."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Refusal, Signer
from app.core.permission import NotYourRole
from app.core.standalone_consent import ADMINS
from app.core.standalone_course import NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_state import Custody, StandalonePackage
from app.service import standalone
from app.views.standalone import AloneState, copy_due, lost_minutes
from ui.pages.delay_words import length
from ui.pages.extra_time_words import name_of
from ui.pages.standalone_parts import About, Groups, Panel, SteadyFacts, SteadyNotice
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.person import PersonField


class CodeView(QWidget):
    """The unlock code, shown to whoever may hand it on and hidden again; it is needed anew after every break."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._package: StandalonePackage | None = None
        self._name = ""
        self.wanted = False
        """As soon as there is one: the package was made this moment."""
        self.button = button(shell.look, shell.say("standalone-code-show"), self.turn, "key")
        self.code = Groups()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(flow(self.button))
        outer.addWidget(self.code)
        shell.bridge.desk_changed.connect(self.conceal)

    def look(self, package: StandalonePackage | None, name: str) -> None:
        if package is None or self._package is None or package.nonce != self._package.nonce:
            self.conceal()
        self._package, self._name = package, name
        ours = package is not None and package.custody is Custody.OURS
        self.setVisible(ours)
        if ours and self.wanted:
            self.wanted = False
            self.turn()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads it from a page that was left; a window that was only made small still shows it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.conceal()

    def turn(self) -> None:
        if self.code.shown:
            self.conceal()
            return
        self._asking.ask(self._secret, then=lambda code: self._show(str(code)))

    def conceal(self) -> None:
        self.code.hide()
        self.button.setText(self._shell.say("standalone-code-show"))
        self.button.setAccessibleName(self.button.text())

    def _secret(self, operator: Signer, *_: Signer) -> str | Refusal:
        """Whoever may make a package may hear its code."""
        if operator.role not in ADMINS:
            return NotYourRole(operator.role, tuple(sorted(ADMINS)))
        package = self._package
        return standalone.secret_of(self._shell.bridge.console, package).code if package else ""

    def _show(self, code: str) -> None:
        self.code.tell(code, tuple(code.split("-")), self._shell.say("standalone-code-for", name=self._name))
        self.button.setText(self._shell.say("standalone-code-hide"))
        self.button.setAccessibleName(self.button.text())


class Told(QWidget):
    """When it happened and who said so."""

    def __init__(self, shell: Shell, at: str) -> None:
        super().__init__()
        self.at, self.who = MomentField(shell), PersonField(shell)
        fields = Form(columns=2)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(at, self.at)
        fields.field(shell.say("standalone-told-by"), self.who)
        self.setLayout(fields)
        self.setFocusProxy(self.at)

    def begin(self, about: About) -> None:
        self.at.follow()
        self.who.show_room(about.last.host if about.last else about.row.room)


class LoginPanel(Panel):
    """Until somebody goes on at the station; nobody opened the package so far, and it can still be withdrawn."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self._facts = SteadyFacts()
        self._steps, self._waiting = SteadyNotice(look), SteadyNotice(look)
        self.code = CodeView(shell, asking)
        self.told = Told(shell, say("standalone-login-at"))
        self.do = button(look, say("standalone-login-do"), self._login, "login", "primary")
        self.withdraw = button(look, say("standalone-withdraw"), self._withdraw, "arrow-back-up", "danger")
        self._buttons = flow(self.do, self.withdraw)
        self.add(self._facts, self._steps, self.code, self._waiting, self.told, self._buttons)

    def first(self) -> QWidget:
        return self.do if not self._buttons.isHidden() else self.code.button

    def begin(self, about: About) -> None:
        self.told.begin(about)

    def show_state(self, about: About) -> None:
        say, live, last = self._shell.say, about.live, about.last
        waits = live is not None and live.login_at is None
        for part in (self._steps, self.told, self._buttons):
            part.setVisible(waits)
        self.code.look(live, name_of(self._shell, about.row.ticket))
        self._facts.setVisible(last is not None and last.login_at is not None)
        if last is not None and last.login_at is not None:
            self._facts.show_facts([(say("standalone-login-at"), clock(last.login_at))])
        minutes = about.row.waiting_minutes
        if waits and minutes:
            self._waiting.tell("warn", say("standalone-login-first", minutes=minutes))
        else:
            self._waiting.clear()
        if waits and live is not None:
            where = say("standalone-where", room=live.host, place=live.place or "none")
            name = "standalone-login-how" if live.custody is Custody.OURS else "standalone-login-how-other"
            self._steps.tell("primary", say(name, where=where, machine=live.machine))

    def _login(self) -> None:
        self._tell(RecordStandaloneLogin, self._shell.say("standalone-login-said"))

    def _withdraw(self) -> None:
        self._tell(WithdrawStandalone, self._shell.say("standalone-withdrawn"))

    def _tell(self, kind: type[RecordStandaloneLogin | WithdrawStandalone], said: str) -> None:
        at = self.told.at.value()
        if at is None:
            self.told.at.complain()
        elif self.about is not None:
            row = self.about.row
            self._asking.submit(kind(row.session, row.ticket, at, self.told.who.value()), said)


class CoursePanel(Panel):
    """Somebody answers at the station: time left, copies, minutes that are still to reach it, and the code anew."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.left = label("", "BigCode", wrap=False)
        self._left_note = label("", "Cap")
        self._pass_on, self._lost = SteadyNotice(look), SteadyNotice(look)
        self.issue = button(look, say("standalone-voucher-issue"), self._issue, "key", "primary")
        self.show_voucher = button(look, say("standalone-voucher-show"), self._show_voucher, "key")
        self.voucher = Groups()
        self._copies = SteadyNotice(look)
        self.told = Told(shell, say("standalone-copy-at"))
        self.copy = button(look, say("standalone-copy-do"), self._copy, "device-floppy")
        self.code = CodeView(shell, asking)
        self.add(
            self._left_note, self.left, self._pass_on, flow(self.issue, self.show_voucher), self.voucher, self._lost
        )
        self.add(self._copies, self.told, flow(self.copy), self.code)
        shell.bridge.desk_changed.connect(self.voucher.hide)

    def first(self) -> QWidget:
        return self.copy if self.issue.isHidden() else self.issue

    def begin(self, about: About) -> None:
        self.told.begin(about)
        self.voucher.hide()

    def show_state(self, about: About) -> None:
        say, live, row = self._shell.say, about.live, about.row
        answering = row.state is AloneState.ANSWERING
        ours = live is not None and live.custody is Custody.OURS
        self.tick()
        for part in (self.left, self._left_note):
            part.setVisible(answering)
        waiting = row.waiting_minutes
        if waiting:
            self._pass_on.tell("warn", say("standalone-voucher-waits", minutes=waiting))
        else:
            self._pass_on.clear()
        self.issue.setVisible(bool(waiting))
        passed = live.minutes_after if live is not None and ours else 0
        self.show_voucher.setVisible(bool(passed) and not waiting)
        if waiting or not passed:
            self.voucher.hide()
        lost = lost_minutes(self._shell.bridge.site, about.state, about.sitting, self._shell.bridge.now)
        if lost and live is not None and live.login_at:
            go = partial(self._shell.go, Place(PageName.DELAYS, row.session, row.room, row.ticket))
            self._lost.tell("warn", say("standalone-lost", minutes=lost), (say("faults-to-extra-time"), go))
        else:
            self._lost.clear()
        self.told.setVisible(ours)
        self.copy.setVisible(ours)
        self._show_copies(live if ours else None)
        self.code.look(live, name_of(self._shell, row.ticket))

    def tick(self) -> None:
        """The time left, by the second."""
        about = self.about
        if about is None or about.row.ends_at is None:
            return
        now = self._shell.bridge.now
        left = max(about.row.ends_at - now, now - now)
        self.left.setText(length(left))
        self.left.setAccessibleName(self._shell.say("standalone-left-name", left=length(left)))
        self._left_note.setText(self._shell.say("standalone-left", time=clock(about.row.ends_at)))

    def _show_copies(self, live: StandalonePackage | None) -> None:
        say = self._shell.say
        due = copy_due(live) if live else None
        if live is None or due is None:
            self._copies.clear()
            return
        made = tuple(hour(at) for at in live.copies)
        late = self._shell.bridge.now >= due
        said = say("standalone-copies", count=len(made), times=made, due=hour(due), late="yes" if late else "no")
        self._copies.tell("warn" if late else "idle", said, note=say("standalone-copies-note"))

    def _copy(self) -> None:
        at = self.told.at.value()
        if at is None:
            self.told.at.complain()
        elif self.about is not None:
            row = self.about.row
            operation = NoteInterimCopy(row.session, row.ticket, at, self.told.who.value())
            self._asking.submit(operation, self._shell.say("standalone-copy-said"), lambda _: self.told.at.follow())

    def _issue(self) -> None:
        if self.about is not None:
            row, console = self.about.row, self._shell.bridge.console
            self._asking.ask(
                lambda *signers: standalone.issue_voucher(console, row.session, row.ticket, *signers),
                self._shell.say("standalone-voucher-said"),
                lambda text: self._show(str(text)),
            )

    def _show_voucher(self) -> None:
        if self.about is not None:
            row, console = self.about.row, self._shell.bridge.console
            self._asking.ask(
                lambda *_: standalone.voucher_text(console, row.session, row.ticket),
                then=lambda text: self._show(str(text)),
            )

    def _show(self, text: str) -> None:
        """What was entered a moment ago has not come round to this part yet."""
        live = self.about.live if self.about else None
        minutes = live.minutes_after if live else 0
        self.voucher.tell(text, tuple(text.split("-")), self._shell.say("standalone-voucher-for", minutes=minutes))
