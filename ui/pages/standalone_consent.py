"""The chief's consent to one candidate's standalone exam: why, on what, warned of what, said how (SAL-01, SAL-02)."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.core.operation import Refusal, Signer
from app.core.standalone_consent import ConsentToStandalone, RatifyConsent
from app.core.standalone_state import Ground
from app.core.terms import CauseNo, PersonId, Role
from app.service.outlook import blocked
from app.views.standalone import AloneState, alone_causes, grounds
from ui.pages.delay_words import cause_long
from ui.pages.standalone_parts import About, Panel, SteadyFacts, SteadyNotice
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, empty, flow, label
from ui.widgets.person import PersonField
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

_LISTED = 8
"""Faults and incidents offered: the open ones of this machine come first."""


class ConsentPanel(Panel):
    consented = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self._causes: dict[CauseNo, Tick] = {}
        self._offered: tuple[object, ...] = ()
        self._told = SteadyFacts()
        self.ratify = button(look, say("standalone-ratify"), self._ratify, "user-check")
        self.ground = choice(())
        self.cannot = SteadyNotice(look)
        self.given_at, self.who = MomentField(shell), PersonField(shell)
        self._ticks = QWidget()
        self._held = QVBoxLayout(self._ticks)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(4)
        self._none = SteadyNotice(look)
        self._warning = SteadyNotice(look)
        self.warned = Tick(look, say("standalone-warned"))
        self.means = Segments(say("standalone-means"))
        self.means.picked.connect(self._turn)
        self._by_phone = False
        self.chief = choice(())
        self._chief = QWidget()
        whom = Form()
        whom.setContentsMargins(0, 0, 0, 0)
        whom.field(say("standalone-chief"), self.chief)
        self._chief.setLayout(whom)
        self.do = button(look, say("standalone-consent-do"), self._consent, "user-check", "primary")
        fields = Form(columns=2)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(say("standalone-ground"), self.ground)
        fields.field(say("standalone-ground-by"), self.who)
        self._form = QWidget()
        laid = QVBoxLayout(self._form)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(8)
        laid.addLayout(fields)
        later = Form(columns=2)
        later.field(say("standalone-given-at"), self.given_at)
        for part in (label(say("standalone-causes"), "Cap"), self._ticks, self._none, self._warning, self.warned):
            laid.addWidget(part)
        laid.addWidget(label(say("standalone-means"), "Cap"))
        laid.addWidget(self.means)
        laid.addWidget(self._chief)
        laid.addLayout(later)
        laid.addWidget(flow(self.do))
        self._signs = flow(self.ratify)
        self.add(self._told, self._signs, self.cannot, self._form)
        self._turn(by_phone=False)

    def first(self) -> QWidget:
        if not self._form.isHidden():
            return self.ground
        if not self.cannot.isHidden():
            return self.cannot.findChild(QPushButton) or self
        return self if self._signs.isHidden() else self.ratify

    def begin(self, about: About) -> None:
        self.ground.clear()
        self.warned.clear()
        self._turn(by_phone=False)
        self.given_at.follow()
        self.who.show_room(about.row.room)
        self._offered = ()

    def show_state(self, about: About) -> None:
        consent = about.alone.consent if about.alone else None
        asks = about.row.state is AloneState.CONSENT and self._offer_grounds(about)
        self._form.setVisible(asks)
        self._told.setVisible(consent is not None)
        self._signs.setVisible(bool(about.alone and about.alone.waiting))
        if consent is not None:
            say, staff = self._shell.say, self._shell.bridge.console.directory
            how = "ratified" if consent.ratified_at else "phone" if consent.by_phone else "here"
            causes = tuple(cause_long(self._shell, number) for number in consent.causes)
            self._told.show_facts(
                [
                    (say("standalone-ground"), self._shell.word(consent.ground)),
                    (say("standalone-causes"), "\n".join(causes)),
                    (
                        say("standalone-consented"),
                        say(
                            "standalone-consented-by",
                            person=staff.staff_name(consent.by),
                            time=clock(consent.given_at),
                            how=how,
                        ),
                    ),
                    (say("standalone-ground-by"), staff.staff_name(consent.reported_by)),
                ]
            )
        if not asks:
            if about.row.state is not AloneState.CONSENT:
                self.cannot.clear()
        else:
            self._warning.tell("bad", self._shell.say("standalone-warning"))
            self._offer_causes(about)
            self._offer_chiefs()

    def _offer_grounds(self, about: About) -> bool:
        """Whether there is any; the chosen one stays while it holds, otherwise the likeliest is chosen."""
        shell, row = self._shell, about.row
        found = grounds(shell.bridge.site, row.session, about.sitting)
        if list(found) != [self.ground.itemData(n) for n in range(self.ground.count())]:
            chosen = self.ground.currentData()
            self.ground.clear()
            for one in found:
                self.ground.addItem(shell.word(one), one)
            self.ground.setCurrentIndex(max(self.ground.findData(chosen), 0) if found else -1)
        if found:
            self.cannot.clear()
            return True
        to_room = partial(shell.go, Place(PageName.ROOM, row.session, row.room, row.ticket))
        to_faults = partial(shell.go, Place(PageName.FAULTS, row.session, row.room))
        self.cannot.tell(
            "warn",
            shell.say("standalone-no-ground"),
            (shell.say("go-there", page=shell.say("page-room")), to_room),
            (shell.say("go-there", page=shell.say("page-faults")), to_faults),
        )
        return False

    def _offer_causes(self, about: About) -> None:
        """Anew only where they are others: ticks stay."""
        say, found = self._shell.say, alone_causes(self._shell.bridge.site, about.row.session, about.sitting)[:_LISTED]
        offered = (about.row.session, about.row.ticket, tuple(one.number for one in found))
        if offered == self._offered:
            return
        same = self._offered[:2] == offered[:2]
        before = {number for number, tick in self._causes.items() if tick.on} if same else None
        self._offered = offered
        empty(self._held)
        self._causes = {}
        for one in found:
            tick = Tick(self._shell.look, cause_long(self._shell, one.number))
            tick.box.setChecked(one.proposed if before is None else one.number in before)
            self._causes[one.number] = tick
            self._held.addWidget(tick)
        if found:
            self._none.clear()
        else:
            to_faults = (
                say("extra-time-to-faults"),
                lambda: self._shell.go(Place(PageName.FAULTS, room=about.row.room)),
            )
            self._none.tell("warn", say("standalone-no-cause"), to_faults)

    def _offer_chiefs(self) -> None:
        staff = self._shell.bridge.console.directory.staff.values()
        people = [one for one in staff if one.role in (Role.CHIEF, Role.DEPUTY)]
        people.sort(key=lambda one: (one.role is not Role.CHIEF, one.code))
        if [one.code for one in people] == [self.chief.itemData(n) for n in range(self.chief.count())]:
            return
        self.chief.clear()
        for one in people:
            role = self._shell.word(one.role)
            self.chief.addItem(self._shell.say("person-line", code=one.code, name=one.name, role=role), one.code)

    def _turn(self, by_phone: object) -> None:
        self._by_phone = bool(by_phone)
        say = self._shell.say
        self.means.offer(((False, say("standalone-here")), (True, say("standalone-phone"))), self._by_phone)
        self._chief.setVisible(self._by_phone)
        self.do.setText(say("standalone-consent-phone" if self._by_phone else "standalone-consent-do"))
        self.do.setAccessibleName(self.do.text())

    def _consent(self) -> None:
        about, at = self.about, self.given_at.value()
        if about is None:
            return
        if at is None:
            self.given_at.complain()
            return
        row, console, by_phone = about.row, self._shell.bridge.console, self._by_phone
        causes = tuple(number for number, tick in self._causes.items() if tick.on)
        ground, warned, told_by = Ground(self.ground.currentData()), self.warned.on, self.who.value()
        named = PersonId(str(self.chief.currentData() or ""))

        def consent(operator: Signer, *further: Signer) -> Refusal | None:
            """Whoever signs beside consents; by telephone it is the one who was named."""
            by = further[0].id if further and not by_phone else named
            operation = ConsentToStandalone(row.session, row.ticket, ground, causes, by, by_phone, warned, at, told_by)
            if by_phone or further:
                return console.submit(operation, operator, *further)
            # The chief is not called for what would be refused anyway.
            probe = replace(operation, by_phone=True)
            return blocked(console, probe, operator) or console.may(operation, operator)

        said = self._shell.say("standalone-consent-said", ticket=row.ticket)
        self._asking.ask(consent, said, lambda _: self.consented.emit())

    def _ratify(self) -> None:
        if self.about is not None:
            row = self.about.row
            said = self._shell.say("standalone-ratified", ticket=row.ticket)
            self._asking.submit(RatifyConsent(row.session, row.ticket), said)
