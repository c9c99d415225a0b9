"""When a start is allowed, or asks nobody; and what a start now would entail."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import SessionId
from app.core.timekeeping import SECOND
from app.views.delays import DelayStep, LateRoom, moments_from
from app.views.knock_on import KnockOn, knock_on
from app.views.step import StepKind
from ui.pages.delay_form import Chosen, DelayForm
from ui.pages.delay_words import length
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import label

_EVERY = 10
"""Seconds between two looks at the second session: its candidates are many."""


class StartForm(DelayForm):
    """The start itself is recorded where all starts are."""

    step = DelayStep.START
    icon = "player-play"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._said = label("", "Strong")
        self._note = label("", "Sub")
        self.outer.addWidget(self._said)
        self.outer.addWidget(self._note)
        self.finish(shell.say("delays-to-reports"))
        self.first = self.do

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        self._tell()

    def tick(self, chosen: Chosen) -> None:
        super().tick(chosen)
        self._tell()

    def _tell(self) -> None:
        chosen, say = self.chosen, self.shell.say
        if chosen is None or not chosen.rooms:
            return
        self._said.setText("\n".join(dict.fromkeys(self._allowed(chosen.session, one) for one in chosen.rooms)))
        locked = tuple(one.room for one in chosen.rooms if not one.released)
        before = all(one.delay is None for one in chosen.rooms)
        self._note.setText(say("delays-not-released", rooms=locked) if locked else say("delays-start-told"))
        self._note.setVisible(bool(locked) or not before)
        self.do.setVisible(bool(locked) or not before)
        self.name(say("delays-to-release") if locked else say("delays-to-reports"))

    def _allowed(self, session: SessionId, one: LateRoom) -> str:
        say, found = self.shell.say, one.allowed
        if found is None and one.step is DelayStep.WAIT:
            starts = self.shell.bridge.site.sessions[session].plan.starts_at
            name = "delays-start-needs-nobody" if one.delay is not None else "delays-start-not-yet"
            return say(name, time=clock(starts))
        if found is None:
            return say("delays-start-refused", tier=one.tier)
        if found.until is None:
            return say("delays-start-allowed", tier=found.tier, number=found.application)
        left = length(max(found.until - self.shell.bridge.now, 0 * SECOND))
        until = clock(found.until)
        return say("delays-start-until", tier=found.tier, number=found.application, until=until, left=left)

    def submit(self) -> None:
        """To the report of starts, or first to the release."""
        chosen = self.chosen
        if chosen is None:
            return
        released = all(one.released for one in chosen.rooms)
        step, page = (StepKind.START, PageName.REPORTS) if released else (StepKind.RELEASE, PageName.OVERVIEW)
        self.shell.go(Place(page, chosen.session, chosen.numbers[0] if chosen.rooms else None, step=step))


class Outlook(QWidget):
    """What a start at this moment would mean for these rooms, one line each."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._knock: KnockOn | None = None
        self._looked: object = None
        held = QVBoxLayout(self)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(4)
        self._title = label("", "Strong")
        self._moments, self._next, self._bells = label(""), label(""), label("", "Sub")
        for part in (self._title, self._moments, self._next, self._bells):
            held.addWidget(part)

    def look(self, chosen: Chosen) -> None:
        """A knock-on is looked for anew every few seconds, and after every fact."""
        self._looked = None
        self.tick(chosen)

    def tick(self, chosen: Chosen) -> None:
        shell, bridge = self._shell, self._shell.bridge
        now, plan = bridge.now, bridge.site.sessions[chosen.session].plan
        late = now > plan.starts_at
        start = max(now, plan.starts_at)
        found = moments_from(start, plan, bridge.rulebook)
        self._title.setText(shell.say("delays-outlook", time=clock(start)))
        said = shell.say(
            "delays-outlook-moments",
            entry=clock(found.entry),
            closure=clock(found.closure),
            reminder=clock(found.reminder),
            end=clock(found.end),
        )
        self._moments.setText(said)
        # Rooms go on counting by the second, the session after them by the minute.
        looked = (chosen.numbers, now.replace(second=now.second // _EVERY * _EVERY))
        if looked != self._looked:
            self._looked = looked
            self._knock = knock_on(bridge.site, bridge.rulebook, chosen.session, now)
        self._next.setText(self._knock_words(chosen))
        self._next.setVisible(bool(self._next.text()))
        rung = moments_from(plan.starts_at, plan, bridge.rulebook)
        self._bells.setText(shell.say("delays-bells", reminder=clock(rung.reminder), end=clock(rung.end)))
        self._bells.setVisible(late)

    def _knock_words(self, chosen: Chosen) -> str:
        knock, say = self._knock, self._shell.say
        if knock is None:
            return ""
        mine = [one for one in knock.rooms if one.room in chosen.numbers]
        if not mine:
            return ""
        worst = min(mine, key=lambda one: one.gap)
        if worst.forced:
            name, span = "delays-knock-forced", length(worst.forced)
            return say(name, session=knock.following, minutes=span, tier=worst.tier)
        if worst.short:
            name, gap, short = "delays-knock-short", length(worst.gap), length(worst.short)
            return say(name, session=knock.following, gap=gap, short=short)
        return say("delays-knock-gap", session=knock.following, gap=length(worst.gap))
