"""Who gives up, leaves or seems to be somebody else, and the second look at everyone after the start."""

from __future__ import annotations

from app.core.impersonation import RecordSecondCheck, SuspectImpostor
from app.core.leaving import GiveUp, LeaveCause, RecordLeaving
from app.core.terms import Ticket
from app.views.room_needs import may_leave
from ui.pages.room_form import StepForm
from ui.pages.room_steps import StepMaker, Where
from ui.shell import PageName, Place, clock
from ui.widgets.parts import button


class LeavingSteps(StepMaker):
    def give_up(self, where: Where, ticket: Ticket) -> None:
        """They stay until the closure ends; when that is stands here."""
        say, bridge = self._shell.say, self._shell.bridge
        opens = may_leave(bridge.site, bridge.rulebook, self._room(where))
        note = say("room-give-up-note", time=clock(opens)) if opens else say("room-give-up-unstarted")
        form = StepForm(self._shell, say("room-give-up-title", ticket=ticket), note)
        self._told(form, where.room, say("room-give-up-confirm"))

        def confirmed() -> None:
            self._submit(GiveUp(where.session, ticket, form.at(), form.by()), say("room-give-up-said", ticket=ticket))

        self._show(form, confirmed)

    def leave(self, where: Where, ticket: Ticket) -> None:
        """After the closure without further ado; before its end for a cause that the chief consents to (CLK-10)."""
        say, bridge = self._shell.say, self._shell.bridge
        opens = may_leave(bridge.site, bridge.rulebook, self._room(where))
        over = opens is not None and bridge.now >= opens
        note = "" if over else say("room-leave-note", time=clock(opens) or "-")
        form = StepForm(self._shell, say("room-leave-title", ticket=ticket), note)
        asked = (one for one in LeaveCause if one is not LeaveCause.REMOVED)
        causes: list[tuple[object, str]] = [(one, self._shell.word(one)) for one in asked]
        form.ask_what(say("room-leave-cause"), [(None, say("room-leave-free")), *causes] if over else causes)
        led_out = Place(PageName.CONDUCT, where.session, where.room, ticket)
        form.add(button(self._shell.look, say("room-leave-removed"), lambda: self._shell.go(led_out), kind="link"))
        self._told(form, where.room, say("room-leave-confirm"))

        def confirmed() -> None:
            cause = form.what.currentData()
            step = RecordLeaving(where.session, ticket, LeaveCause(cause) if cause else None, form.at(), form.by())
            self._submit(step, say("room-leave-said", ticket=ticket))

        self._show(form, confirmed)

    def suspect(self, where: Where, ticket: Ticket) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-suspect-title", ticket=ticket), say("room-suspect-note"))
        self._told(form, where.room, say("room-suspect-confirm"), danger=True)

        def confirmed() -> None:
            step = SuspectImpostor(where.session, ticket, form.at(), form.by())
            self._submit(step, say("room-suspect-said", ticket=ticket))

        self._show(form, confirmed)

    def second_check(self, where: Where) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-check-title"), say("room-check-note"))
        self._told(form, where.room, say("room-check-confirm"))

        def confirmed() -> None:
            step = RecordSecondCheck(where.session, where.room, form.at(), form.by())
            self._submit(step, say("room-check-said", room=where.room))

        self._show(form, confirmed)
