"""Giving minutes: how many and why, what it means, and then all of it, or a part now and the rest with a code."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss, MoreThanLost
from app.core.extra_time_request import ApplyForExtraTime, RecordToolTime
from app.core.operation import Operation, Refusal, Signer
from app.core.rulebook import Tier
from app.core.time_state import LossCause
from app.views.giving import Outlook, Part, Wish, outlook
from app.views.giving_people import Suggestion
from ui.pages.extra_time_apply import ApplyPanel
from ui.pages.extra_time_loss import LossForm
from ui.pages.extra_time_means import MeansView
from ui.pages.extra_time_minutes import MinutesField
from ui.pages.extra_time_people import Whom
from ui.pages.extra_time_sure import Sure
from ui.pages.extra_time_tool import ToolPanel
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label


@dataclass(frozen=True, slots=True)
class _Again:
    """More than was lost: it is asked once more."""

    refusal: MoreThanLost


class GiveCard(QWidget):
    """`given` comes after every step that stands, with the tickets that are still short; None: nobody is."""

    given = Signal(object)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._whom: Whom | None = None
        self._found: Outlook | Refusal | None = None
        say, look = shell.say, shell.look
        self._title, self._hint = label(say("extra-time-give-title"), "H2"), label("", "Sub")
        self.minutes = MinutesField(shell)
        self._differ = label(say("extra-time-differ"), "Cap")
        self.loss, self.means = LossForm(shell, asking, self.minutes), MeansView(shell)
        self.sure = Sure(shell)
        self.give = button(look, "", self._give, "clock", "primary")
        self.apply = button(look, "", self._apply, "key")
        self.applied, self.tool = ApplyPanel(shell, asking), ToolPanel(shell)
        self.minutes.changed.connect(self._changed)
        self.minutes.edit.returnPressed.connect(self.to_next)
        self.loss.changed.connect(self._changed)
        self.applied.answered.connect(self._answered)
        self.tool.wanted.connect(self._record_tool)
        self._form = QWidget()
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for part in (self.loss, self._differ, self.means, self.sure, flow(self.give, self.apply)):
            inner.addWidget(part)
        for part in (self.applied, self.tool):
            inner.addWidget(part)
        frame, inside = card()
        for piece in (self._title, self._hint, self._form):
            inside.addWidget(piece)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def follow(self) -> None:
        """What is proposed is shown again."""
        self.minutes.follow()

    def look(self, whom: Whom, found: Suggestion | None) -> None:
        """What is meant now; what somebody typed stays."""
        if self._whom and (whom.session, whom.room) != (self._whom.session, self._whom.room):
            self.follow()
        self._whom = whom
        self._hint.setVisible(not whom.anybody)
        self._hint.setText(self._shell.say("extra-time-choose"))
        self._form.setVisible(whom.anybody)
        if not whom.anybody:
            return
        self._differ.setVisible(found is not None and found.differ)
        self.loss.look(whom.session, whom.room, found)
        self.minutes.propose(found.minutes if found else None)
        self._changed()

    def start(self) -> None:
        self.minutes.edit.setFocus()
        self.minutes.edit.selectAll()

    def to_next(self) -> None:
        """Enter in the minutes goes to the one button that leads."""
        if self.minutes.value() is None:
            self.minutes.complain()
        elif self.give.property("kind") == "primary":
            self.give.setFocus()
        elif self.apply.isVisible():
            self.apply.setFocus()
        else:
            self.applied.start()

    # What it means

    def _changed(self) -> None:
        self.sure.stay((self._whom, self.minutes.value()))
        self._found = self._outlook()
        self._show()

    def _wish(self) -> Wish | None:
        whom, minutes, stretch = self._whom, self.minutes.value(), self.loss.stretch
        if whom is None or not whom.anybody or minutes is None or stretch is None:
            return None
        tickets, without = ((), whom.without) if whom.whole else (whom.tickets, ())
        return Wish(whom.session, whom.room, tickets, without, minutes, *stretch)

    def _outlook(self) -> Outlook | Refusal | None:
        bridge, wish = self._shell.bridge, self._wish()
        return outlook(bridge.site, bridge.rulebook, wish, bridge.now) if wish else None

    @property
    def _seen(self) -> Outlook | None:
        return self._found if isinstance(self._found, Outlook) else None

    def _show(self) -> None:
        """One button leads: give what can be given, then apply, then what comes back."""
        say, look, minutes, seen = self._shell.say, self._shell.look, self.minutes.value() or 0, self._seen
        own = self.loss.cause.currentData() == LossCause.CANDIDATE
        self.means.show_outlook(None if own else self._found, minutes)
        if self._whom:
            self.applied.look(self._whom.session, None if own else seen)
        parts = seen.now if seen else ()
        now = parts[0].minutes if len(parts) == 1 else 0
        text = say("extra-time-give-each") if parts and not now else say("extra-time-give", minutes=now or minutes)
        self.give.setText(text)
        self.give.setAccessibleName(text)
        missing = seen.missing if seen and not own else None
        self.apply.setVisible(missing is not None and not self.applied.waits)
        if seen and missing:
            total = max(part.minutes for part in seen.asked)
            asks = say("extra-time-apply", tier=missing.value, minutes=total)
            self.apply.setText(asks)
            self.apply.setAccessibleName(asks)
        self.tool.setVisible(missing is Tier.MINISTRY)
        self.give.setVisible(bool(parts) or missing is None)
        self.give.lead(look, "clock", leads=bool(parts) or missing is None)
        self.apply.lead(look, "key", leads=not parts)
        for one in (self.applied.enter, self.applied.consent.do):
            one.lead(look, "check", leads=not parts)
        self.tool.do.lead(look, "tool", leads=not parts and self.applied.waits)

    # Steps

    def _ready(self) -> tuple[Whom, int, Loss] | None:
        """Everything that a step needs; what is missing is said at its field."""
        if self.minutes.value() is None:
            self.minutes.complain()
            return None
        loss, whom, minutes = self.loss.value(), self._whom, self.minutes.value()
        return (whom, minutes, loss) if whom and loss and minutes else None

    def _give(self) -> None:
        if self._seen and self._seen.more_than_lost and self.loss.cause.currentData() != LossCause.CANDIDATE:
            self._ask_again(self._seen.more_than_lost)
        else:
            self._submit(knowingly=False)

    def _submit(self, *, knowingly: bool) -> None:
        """Part after part; who must sign meanwhile signs for those that are left."""
        ready, seen = self._ready(), self._seen
        if ready is None:
            return
        whom, minutes, loss = ready
        parts = seen.now if seen and seen.now else (self._all(whom, minutes),)
        steps = [
            GrantExtraTime(
                whom.session,
                part.room,
                part.tickets,
                () if part.tickets else whom.without,
                part.minutes,
                loss,
                knowingly,
            )
            for part in parts
        ]
        everything = seen is None or seen.missing is None
        self._run(steps, lambda: self._given(whom, parts, minutes, everything=everything))

    @staticmethod
    def _all(whom: Whom, minutes: int) -> Part:
        return Part(whom.room, () if whom.whole else whom.tickets, minutes, whom.tickets)

    def _run(self, steps: Sequence[Operation], then: Callable[[], object]) -> None:
        console, left = self._shell.bridge.console, deque(steps)

        def act(*signers: Signer) -> object:
            while left:
                no = console.submit(left[0], *signers)
                if no is not None:
                    return _Again(no) if isinstance(no, MoreThanLost) else no
                left.popleft()
            return None

        def done(answer: object) -> None:
            if isinstance(answer, _Again):
                self._ask_again(answer.refusal)
            else:
                then()

        self._asking.ask(act, then=done)

    def _ask_again(self, more: MoreThanLost) -> None:
        self.sure.ask(more, (self._whom, self.minutes.value()), lambda: self._submit(knowingly=True))

    def _given(self, whom: Whom, parts: tuple[Part, ...], minutes: int, *, everything: bool) -> None:
        """Whoever is still short stays chosen, with what is left of the minutes where nothing else is proposed."""
        say = self._shell.say
        self.sure.clear()
        gave = say("extra-time-gave", minutes=parts[0].minutes) if len(parts) == 1 else say("extra-time-gave-each")
        self._shell.bridge.say(gave)
        served = {ticket: part.minutes for part in parts for ticket in part.who}
        short = {ticket: rest for ticket in whom.tickets if (rest := minutes - served.get(ticket, 0)) > 0}
        self.minutes.follow()
        self.given.emit(None if everything else tuple(short))
        if everything:
            return
        rests = set(short.values())
        if self.minutes.value() is None and len(rests) == 1:
            self.minutes.keep(rests.pop())
        self._go_on()

    def _apply(self) -> None:
        ready, seen = self._ready(), self._seen
        if ready is None or seen is None:
            return
        whom, _, loss = ready
        steps = [
            ApplyForExtraTime(whom.session, part.room, part.tickets, part.minutes, loss.causes) for part in seen.asked
        ]
        self._run(steps, self._asked)

    def _asked(self) -> None:
        self._shell.bridge.say(self._shell.say("extra-time-applied"))
        self.given.emit(self._whom.tickets if self._whom else ())
        self.applied.start()

    def _answered(self) -> None:
        """Whoever is on the telephone reads out the next code; then the minutes are given."""
        self.given.emit(self._whom.tickets if self._whom else ())
        if self.applied.more:
            self.applied.start()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """The focus goes to what leads now."""
        if self.give.property("kind") == "primary":
            self.give.setFocus()
        elif self.apply.isVisible():
            self.apply.setFocus()
        else:
            self.applied.start()

    def _record_tool(self, reference: str) -> None:
        ready = self._ready()
        if ready is None:
            return
        whom, minutes, loss = ready
        step = RecordToolTime(whom.session, whom.room, whom.tickets, minutes, reference, loss)
        self._run([step], self._recorded)

    def _recorded(self) -> None:
        self.tool.reference.clear()
        self.minutes.follow()
        self._shell.bridge.say(self._shell.say("extra-time-tool-recorded"))
        self.given.emit(None)
