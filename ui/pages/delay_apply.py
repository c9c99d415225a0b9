"""Asking for a delayed start: for which rooms, up to how many minutes, on which causes."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.delay import ApplyForDelay
from app.core.rulebook import Tier
from app.core.terms import CauseNo
from app.core.timekeeping import delay_clause
from app.text import capital
from app.views.delays import DelayStep
from ui.pages.delay_form import Chosen, DelayForm
from ui.pages.delay_words import asked_of, cause_long, minutes_proposed, office
from ui.pages.report_form import NumberField
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, empty, label
from ui.widgets.tick import Tick


class ApplyForm(DelayForm):
    """The minutes are proposed up to the next limit; who is asked follows from them as they are typed."""

    step = DelayStep.APPLY
    icon = "file-text"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say = shell.say
        self.minutes = NumberField()
        self.minutes.textEdited.connect(self._typed)
        self.minutes.returnPressed.connect(self.do.setFocus)
        self._by_hand = False
        fields = Form(columns=2)
        fields.field(say("delays-minutes"), self.minutes)
        self._who = label("")
        fields.field(say("delays-asked-of"), self._who)
        self.outer.addLayout(fields)
        self.outer.addWidget(label(say("delays-causes"), "Cap"))
        self._causes: tuple[CauseNo, ...] = ()
        self.ticks: dict[CauseNo, Tick] = {}
        held = QWidget()
        self._held = QVBoxLayout(held)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(2)
        self.outer.addWidget(held)
        self._none = label(say("delays-no-cause"), "Bad")
        self.outer.addWidget(self._none)
        self.why = button(shell.look, say("why"), self._why, kind="link")
        self.finish(say("delays-apply"), self.why)
        self.first = self.minutes

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        if not same:
            self._by_hand = False
            self.complain("")
        causes = tuple(dict.fromkeys(number for room in chosen.rooms for number in room.causes))
        if causes != self._causes or not same:
            self._offer(causes)
        self._propose()

    def tick(self, chosen: Chosen) -> None:
        super().tick(chosen)
        self._propose()

    def _offer(self, causes: tuple[CauseNo, ...]) -> None:
        """What somebody took out stays out."""
        off = {number for number, tick in self.ticks.items() if not tick.on} & set(self._causes) & set(causes)
        self._causes = causes
        empty(self._held)
        self.ticks = {}
        for number in causes:
            tick = Tick(self.shell.look, cause_long(self.shell, number))
            tick.box.setChecked(number not in off)
            tick.passed.connect(self.do.setFocus)
            self.ticks[number] = tick
            self._held.addWidget(tick)
        self._none.setVisible(not causes)

    def _propose(self) -> None:
        if self.chosen and not self._by_hand:
            proposed = str(minutes_proposed(self.chosen.delay, self.shell.bridge.rulebook))
            if proposed != self.minutes.text():
                self.minutes.setText(proposed)
                if self.minutes.hasFocus():
                    self.minutes.selectAll()
        self._tell()

    def _typed(self) -> None:
        self._by_hand = True
        self.complain("")
        self._tell()

    @property
    def _asked(self) -> Tier | None:
        minutes = self.minutes.value()
        return asked_of(minutes, self.shell.bridge.rulebook) if minutes else None

    def _tell(self) -> None:
        """Who is asked, and until when a start would be covered."""
        say, minutes, chosen = self.shell.say, self.minutes.value(), self.chosen
        if minutes is None or chosen is None:
            said = say("delays-minutes-how")
        elif self._asked is None:
            said = say("delays-minutes-nobody")
        else:
            who = capital(office(self.shell, self._asked))
            starts = self.shell.bridge.site.sessions[chosen.session].plan.starts_at
            until = starts + timedelta(minutes=minutes)
            short = timedelta(minutes=minutes) < chosen.delay
            if self._asked in (Tier.MINISTRY, Tier.HEAD):
                said = say("delays-minutes-decides", who=who)
            else:
                name = "delays-minutes-short" if short else "delays-minutes-until"
                said = say(name, who=who, until=clock(until))
        if said != self._who.text():
            self._who.setText(said)
            self._who.setAccessibleName(f"{say('delays-asked-of')} {said}")

    def submit(self) -> None:
        minutes, chosen, say = self.minutes.value(), self.chosen, self.shell.say
        if minutes is None or chosen is None:
            self.complain(say("delays-minutes-how"), self.minutes)
            return
        causes = tuple(number for number, tick in self.ticks.items() if tick.on)
        operation = ApplyForDelay(chosen.session, chosen.numbers, minutes, causes)
        self.asking.submit(operation, then=lambda _: self._applied())

    def _applied(self) -> None:
        number = list(self.shell.bridge.site.applications)[-1]
        self.shell.bridge.say(self.shell.say("delays-applied", number=number))
        self._by_hand = False
        self.settled.emit()

    def _why(self) -> None:
        rulebook = self.shell.bridge.rulebook
        clause = delay_clause(self._asked or Tier.ON_TIME, rulebook)
        self.shell.go(Place(PageName.RULEBOOK, clause=clause))
