"""The start authorization of each session: when it opens, whether it is there, and taking it in as text."""

from __future__ import annotations

from app.core.operation import Refusal, Signer
from app.core.site import SessionState
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens
from app.service import authorization
from app.views import agenda
from app.views.agenda import StepKind, StepState
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.now_bar import ICONS, TONES
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField
from ui.widgets.step_card import StepCard

_LISTED = 5
"""Lines of the table before it scrolls."""


class StartsCard(StepCard):
    """In practice the province gives the chosen session's authorization at once."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("authority-starts"))
        self._asking = asking
        say = shell.say
        self.pill.hide()
        self.body.addWidget(label(say("authority-starts-how"), "Sub"))
        headers = [
            say(name) for name in ("authority-session", "authority-starts-at", "authority-opens", "authority-state")
        ]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-starts"), wide=(3,))
        self.table.chosen.connect(self._name)
        self.body.addWidget(self.table)
        self.token = ScanField()
        fields = Form()
        fields.field(say("authority-token"), self.token)
        self.body.addLayout(fields)
        self.token.returnPressed.connect(self._enter)
        self.enter = button(shell.look, say("authority-enter"), self._enter, "check")
        self.practice = button(shell.look, say("authority-practice"), self._practise, "key", "weak")
        self.body.addWidget(flow(self.practice, self.enter))
        # Only now: a button that is shown before it stands anywhere is a window of its own and takes the focus.
        self.practice.setVisible(shell.opening.practice is not None)

    def refresh(self) -> None:
        bridge = self._shell.bridge
        states = [state for state in bridge.site.sessions.values() if state.rooms]
        self.table.setVisible(bool(states))
        for part in (self.token, self.enter, self.practice):
            part.setEnabled(bool(states))
        lines = tuple(self._line(state) for state in states)
        if lines == self.model.lines:
            return
        self.model.show_lines(lines)
        self.table.fit_height(1, _LISTED)
        if bridge.session is not None and not self.table.chosen_keys():
            self.choose(bridge.session)
        self._name()

    def choose(self, session: SessionId) -> None:
        row = next((number for number, line in enumerate(self.model.lines) if line.key == session), None)
        if row is not None:
            self.table.selectRow(row)

    def take(self, text: str) -> None:
        """Either authorization as text: pasted, or out of a QR code."""
        console, token = self._shell.bridge.console, "".join(text.split()).encode()

        def take(*signers: Signer) -> Refusal | None:
            return authorization.take(console, token, *signers)

        self._asking.ask(take, self._shell.say("authority-taken"), lambda _: self.token.clear())

    def _line(self, state: SessionState) -> Line:
        bridge, plan = self._shell.bridge, state.plan
        opens = authorization_opens(plan, bridge.rulebook)
        return Line(
            plan.id,
            (
                Cell(self._shell.session(plan.id), full=f"{self._shell.session(plan.id)} {plan.subject}"),
                Cell(plan.starts_at.strftime("%Y-%m-%d %H:%M"), "text2"),
                Cell(hour(opens), "text2"),
                self._state(state),
            ),
        )

    def _state(self, state: SessionState) -> Cell:
        """Whether it is there, and by how much it came after its opening; before that, what it waits for."""
        shell, bridge, plan = self._shell, self._shell.bridge, state.plan
        times = bridge.console.actual.of(plan.id)
        lane = agenda.lane(bridge.site, bridge.rulebook, plan.id, bridge.now, times)
        step = next(step for step in lane.steps if step.kind is StepKind.AUTHORIZE)
        icon, tone = ICONS[step.state], TONES[step.state]
        if state.start_authorization:
            opens = authorization_opens(plan, bridge.rulebook)
            late = int(((times.start_authorized or opens) - opens).total_seconds() // 60)
            serial, time = state.start_authorization, hour(times.start_authorized)
            if late:
                return Cell(shell.say("authority-there-late", serial=serial, time=time, late=late), tone, icon)
            return Cell(shell.say("authority-there", serial=serial, time=time), tone, icon)
        if step.state is StepState.AHEAD and step.waits_for is not None:
            return Cell(shell.say("rail-waits", step=step.waits_for), tone, icon)
        if step.state is StepState.AHEAD:
            return Cell(shell.say("authority-ahead", time=hour(step.since)), tone, icon)
        return Cell(shell.word(step.state), tone, icon)

    def _enter(self) -> None:
        if self.token.text().strip():
            self.take(self.token.text())
        else:
            self.token.setFocus()

    def _chosen(self) -> SessionId | None:
        return next((SessionId(str(key)) for key in self.table.chosen_keys()), self._shell.bridge.session)

    def _name(self) -> None:
        """The button says for which session."""
        if session := self._chosen():
            said = self._shell.say("authority-practice-for", session=self._shell.session(session))
            self.practice.setText(said)
            self.practice.setAccessibleName(said)
            self.practice.setEnabled(not self._shell.bridge.site.sessions[session].start_authorization)

    def _practise(self) -> None:
        console, practice, session = self._shell.bridge.console, self._shell.opening.practice, self._chosen()
        if practice is None or session is None:
            return

        def take(*signers: Signer) -> Refusal | None:
            return authorization.take_file(console, practice.start_authorization(session), *signers)

        self._asking.ask(take, self._shell.say("authority-taken"))
