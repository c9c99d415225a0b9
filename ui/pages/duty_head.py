"""The draw of a day: how far it is, what stands against it, and its number and result in one step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.duty import DrawImpossible
from app.core.duty_draw import DrawRule
from app.core.duty_state import RedrawReason
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.service import duty
from app.views.duty_draws import DutyHead, DutyStage, foreseen
from ui.pages.duty_forms import RedrawForm
from ui.pages.duty_lines import moment_said
from ui.pages.standalone_parts import SteadyNotice
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, empty, flow, label, row
from ui.widgets.pill import Pill
from ui.widgets.tick import Tick

_PILLS = {
    DutyStage.OPEN: ("circle-dashed", "idle"),
    DutyStage.NUMBERED: ("hourglass", "warn"),
    DutyStage.FAILED: ("alert-triangle", "bad"),
    DutyStage.DRAWN: ("circle-check", "ok"),
}


class DrawCard(QWidget):
    """`drawn` comes once a result stands; `missing_wanted` to look at who was drawn and cannot serve."""

    drawn = Signal()
    missing_wanted = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._head: DutyHead | None = None
        self.form: RedrawForm | None = None
        say, look = shell.say, shell.look
        self.pill = Pill(look, "circle-dashed", "", "idle")
        self.said = label("", "Strong")
        self.needs = label("", "Cap")
        self.warning, self.obstacle = SteadyNotice(look), SteadyNotice(look)
        self.beyond = Tick(look, say("duty-beyond"))
        self.draw = button(look, say("duty-draw"), self._draw, "arrows-exchange", "primary")
        self.again = button(look, say("duty-redraw"), self._ask_again, "refresh")
        self.missing = button(look, say("duty-show-missing"), self.missing_wanted.emit, "users")
        self.sheet = button(look, say("duty-sheet"), self._to_sheet, "printer", "link")
        self._buttons = flow(self.draw, self.again, self.missing, self.sheet)
        self._place = QVBoxLayout()
        frame, inside = card(margins=(16, 10, 16, 10))
        inside.setSpacing(8)
        top = row(self.pill, self.said, gap=10)
        top.setStretch(1, 1)
        inside.addLayout(top)
        for part in (self.needs, self.warning, self.obstacle, self.beyond, self._buttons):
            inside.addWidget(part)
        inside.addLayout(self._place)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @property
    def first(self) -> QWidget:
        """Gets the focus when somebody comes to this part."""
        return self.again if self._head and self._head.stage is DutyStage.DRAWN else self.draw

    def look(self, head: DutyHead) -> str:
        """Shows it, and tells it in one line."""
        shell = self._shell
        if self._head and self._head.day != head.day:
            self.shut()
        self._head = head
        icon, tone = _PILLS[head.stage]
        self.pill.tell(icon, shell.word(head.stage), tone)
        self.said.setText(self._state(head))
        need = shell.say(
            "duty-need",
            rooms=head.rooms,
            needed=head.needed,
            skilled=head.skilled,
            able=head.able,
            able_skilled=head.able_skilled,
            roving=head.roving,
            most=head.roving_rooms,
        )
        self.needs.setText(need)
        self.needs.setVisible(head.stage is not DutyStage.DRAWN)
        self._warn(head)
        self._tell_obstacle(head)
        self.beyond.setVisible(_few_rove(head.impossible))
        open_now = head.stage is not DutyStage.DRAWN
        self.draw.setVisible(open_now and not head.started)
        self.again.setVisible(not open_now and not head.started)
        self.missing.setVisible(bool(head.missing))
        self.sheet.setVisible(not open_now)
        state = shell.word(head.stage) if head.stage is not DutyStage.DRAWN else self.said.text()
        return shell.say("duty-sub", day=head.day, state=state)

    def shut(self) -> None:
        if self.form is not None:
            self.form = None
            empty(self._place)
            self._buttons.show()

    def _state(self, head: DutyHead) -> str:
        shell = self._shell
        match head.stage:
            case DutyStage.OPEN:
                return shell.say("duty-open", time=hour(head.due))
            case DutyStage.NUMBERED:
                return shell.say("duty-numbered", number=head.number)
            case DutyStage.FAILED:
                return shell.say("duty-failed", number=head.number)
            case DutyStage.DRAWN:
                at = moment_said(head.drawn_at) if head.drawn_at else ""
                return shell.say("duty-drawn", number=head.number, at=at, reserve=head.reserve)

    def _warn(self, head: DutyHead) -> None:
        """Too early, too late, or not any more."""
        shell, drawn = self._shell, head.stage is DutyStage.DRAWN
        said = ""
        if head.started:
            said = shell.say("duty-started")
        elif head.early:
            said = shell.say("duty-early-drawn") if drawn else shell.say("duty-early", day=head.day)
        elif head.late:
            said = shell.say("duty-late-drawn" if drawn else "duty-late", time=hour(head.due))
        if said:
            self.warning.tell("idle" if head.started else "warn", said)
        else:
            self.warning.clear()

    def _tell_obstacle(self, head: DutyHead) -> None:
        """Which rule cannot be obeyed, before a number is spent on it; or who of those drawn cannot serve."""
        shell = self._shell
        if head.missing:
            self.obstacle.tell("bad", shell.say("duty-missing-people", people=head.missing))
        elif head.impossible and not head.started:
            no = head.impossible
            said = self._impossible(no)
            if no.untrained or no.unavailable or no.avoiding:
                said += "\n" + shell.say(
                    "duty-left-out", untrained=no.untrained, unavailable=no.unavailable, avoiding=no.avoiding
                )
            people = (shell.say("duty-to-training"), lambda: shell.go(Place(PageName.PEOPLE)))
            self.obstacle.tell("bad", said, *((people,) if no.untrained else ()), note=shell.text.basis(no))
        else:
            self.obstacle.clear()

    def _impossible(self, no: DrawImpossible) -> str:
        short, rooms = no.needed - no.found, no.rooms or "none"
        return self._shell.say(
            "duty-impossible", rule=no.rule, needed=no.needed, found=no.found, short=short, rooms=rooms
        )

    def _draw(self) -> None:
        self._ask(None, beyond=self.beyond.on and self.beyond.isVisible())

    def _ask_again(self) -> None:
        head = self._head
        if head is None:
            return
        self.shut()
        bridge = self._shell.bridge
        no = foreseen(bridge.site, bridge.console.directory, bridge.rulebook, head.day, beyond=False)
        few = self._impossible(no) if no and _few_rove(no) else ""
        form = self.form = RedrawForm(self._shell, head.number, few)
        form.confirmed.connect(lambda: self._ask(form.reason(), beyond=form.beyond.on))
        form.given_up.connect(self._give_up)
        self._place.addWidget(form)
        self._buttons.hide()
        form.show()
        form.start()

    def _give_up(self) -> None:
        self.shut()
        self._asking.clear()
        self.again.setFocus()

    def _ask(self, reason: RedrawReason | None, *, beyond: bool) -> None:
        """The number first, then what it gives; a number from before a power cut is drawn and no other taken."""
        head = self._head
        if head is None:
            return
        console, day = self._shell.bridge.console, head.day

        def stands(_: object) -> None:
            self.shut()
            self.drawn.emit()

        self._asking.ask(
            lambda *signers: duty.draw(console, day, reason, beyond, *signers), self._shell.say("duty-done"), stands
        )

    def _to_sheet(self) -> None:
        if self._head is not None:
            day = self._head.day
            self._shell.go(Place(PageName.RECORDS, self._session(day), form=SiteForm.DRAW, paper=day.isoformat()))

    def _session(self, day: date) -> SessionId | None:
        """One of the day: the sheet is listed with each of them."""
        bridge = self._shell.bridge
        of_day = [one for one, state in bridge.site.sessions.items() if state.plan.starts_at.date() == day]
        return bridge.session if bridge.session in of_day else next(iter(of_day), None)


def _few_rove(no: DrawImpossible | None) -> bool:
    """What more rooms for each of those who rove would mend."""
    return no is not None and no.rule in {DrawRule.ROVING, DrawRule.ROVING_AVOIDANCE}
