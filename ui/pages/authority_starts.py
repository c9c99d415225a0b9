"""The authorization of the exam, and the start authorization of each session: what is here, and checking it."""

from __future__ import annotations

from datetime import datetime

from app.core.session_state import SessionState
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens, room_ready
from app.service import authorization
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, button, flow, label
from ui.widgets.step_card import StepCard, promote

_LISTED = 6
"""Lines of the table before it scrolls."""
_ICON = "shield-lock"


class ExamCard(StepCard):
    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, shell.say("authority-exam"))
        self.facts = Facts()
        self.body.addWidget(self.facts)
        self._shown: str | None = None

    def refresh(self) -> None:
        serial, say = self._shell.bridge.site.exam_authorization, self._shell.say
        if serial == self._shown:
            return
        self._shown = serial
        if serial:
            self.tell("circle-check", say("authority-exam-there"), "ok")
        else:
            self.tell("circle-dashed", say("authority-exam-none"), "idle")
        self.facts.show_facts([(say("authority-serial"), serial or say("authority-exam-missing"))])


class StartsCard(StepCard):
    """Checking is one person's step, session by session, and waits for no other session."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("authority-starts"))
        self._asking = asking
        say = shell.say
        self.body.addWidget(label(say("authority-starts-how"), "Sub"))
        headers = [
            say(name) for name in ("authority-session", "authority-starts-at", "authority-opens", "authority-state")
        ]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-starts"), wide=(3,))
        self.table.chosen.connect(self._name)
        self.table.opened.connect(lambda _: self._check())
        self.body.addWidget(self.table)
        self.check = button(shell.look, say("authority-check-none"), self._check, _ICON, "weak")
        self.body.addWidget(flow(self.check))

    @property
    def ready(self) -> SessionId | None:
        """The first session whose authorization lies here and can be checked now."""
        now, rules = self._shell.bridge.now, self._shell.bridge.rulebook
        waiting = (state for state in self._held() if state.received and not state.start_authorization)
        return next((state.plan.id for state in waiting if authorization_opens(state.plan, rules) <= now), None)

    def refresh(self) -> None:
        states = self._held()
        checked = sum(bool(state.start_authorization) for state in states)
        self.table.setVisible(bool(states))
        self.check.setEnabled(bool(states))
        if states and checked == len(states):
            self.tell("circle-check", self._shell.say("authority-starts-all"), "ok")
        else:
            said = self._shell.say("authority-starts-of", done=checked, total=len(states))
            self.tell("circle-dashed", said, "idle")
        lines = tuple(self._line(state) for state in states)
        if lines != self.model.lines:
            self.model.show_lines(lines)
            self.table.fit_height(1, _LISTED)
        if not self.table.chosen_keys() and (session := self.ready or self._shell.bridge.session):
            self.choose(session)
        self._name()

    def choose(self, session: SessionId) -> None:
        row = next((number for number, line in enumerate(self.model.lines) if line.key == session), None)
        if row is not None:
            self.table.selectRow(row)

    def _held(self) -> list[SessionState]:
        states = (state for state in self._shell.bridge.site.sessions.values() if state.rooms)
        return sorted(states, key=lambda state: state.plan.starts_at)

    def _line(self, state: SessionState) -> Line:
        shell, plan = self._shell, state.plan
        opens = authorization_opens(plan, shell.bridge.rulebook)
        return Line(
            plan.id,
            (
                Cell(shell.session(plan.id), full=f"{shell.session(plan.id)} {plan.subject}"),
                Cell(plan.starts_at.strftime("%Y-%m-%d %H:%M"), "text2"),
                Cell(hour(opens), "text2"),
                self._state(state, opens),
            ),
        )

    def _state(self, state: SessionState, opens: datetime) -> Cell:
        """Whether it is there and checked, and by how much that is late; before its time, when that begins."""
        say, now, plan = self._shell.say, self._shell.bridge.now, state.plan
        late = max(int((now - opens).total_seconds() // 60), 0)
        tone = "bad" if now > room_ready(plan, self._shell.bridge.rulebook) else "primary"
        if state.start_authorization:
            at = self._shell.bridge.console.actual.of(plan.id).start_authorized
            said = say("authority-checked", time=hour(at), serial=state.start_authorization)
            return Cell(said, "ok", "circle-check")
        if now < opens:
            name = "authority-received-ahead" if state.received else "authority-ahead"
            return Cell(self._ahead(name, opens), "idle", "hourglass")
        if state.received:
            return Cell(say("authority-to-check", late=late), tone, "player-play")
        return Cell(say("authority-none", late=late), tone, "clock-exclamation" if late else "player-play")

    def _ahead(self, name: str, opens: datetime) -> str:
        return self._shell.say(name, time=hour(opens))

    def _chosen(self) -> SessionId | None:
        return next((SessionId(str(key)) for key in self.table.chosen_keys()), None)

    def _name(self) -> None:
        """The button says for which session."""
        session = self._chosen()
        if session is None:
            return
        said = self._shell.say("authority-check", session=self._shell.session(session))
        if said != self.check.text():
            self.check.setText(said)
            self.check.setAccessibleName(said)
        promote(self._shell.look, self.check, _ICON, on=session == self.ready)

    def _check(self) -> None:
        console, session = self._shell.bridge.console, self._chosen()
        if session is None:
            return
        self._asking.ask(
            lambda *signers: authorization.check(console, session, *signers),
            self._shell.say("authority-check-done", session=session),
            lambda _: self._checked(),
        )

    def _checked(self) -> None:
        """On to the next that waits."""
        self.refresh()
        if ready := self.ready:
            self.choose(ready)
        self.settled.emit()
