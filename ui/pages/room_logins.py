"""Logins and resets of a room: who logged in where, who goes on at another machine, and that they are back (RST-02)."""

from __future__ import annotations

from app.core.login import RecordLogins
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import ResetCause, Sitting
from app.core.seating import TicketSeat
from app.core.terms import Ticket
from app.views.named import pairs_of
from app.views.room_needs import logged_in, to_log_in
from app.views.seats import nearest
from ui.pages.room_form import StepForm
from ui.pages.room_steps import StepMaker, Where

_SAME_SEAT = (ResetCause.PERIPHERAL, ResetCause.CLOUD)
"""Causes for which the own seat is proposed; with the others one moves to another (RST-01)."""


class LoginSteps(StepMaker):
    def login(self, where: Where, sitting: Sitting) -> None:
        """At the own seat, or at the one that the room says; after a reset its second step."""
        say, ticket = self._shell.say, sitting.ticket
        form = StepForm(self._shell, say("room-login-title", ticket=ticket))
        typed = form.ask_text(say("room-login-seat"), value=sitting.seat or "")
        self._told(form, where.room, say("room-login-confirm"))

        def confirmed() -> None:
            if seat := self._seat(form, typed, where):
                here = (TicketSeat(ticket, seat),)
                step = RecordLogins(where.session, where.room, here, form.at(), form.by())
                self._submit(step, say("room-login-said", count=1))

        self._show(form, confirmed)

    def login_all(self, where: Where) -> None:
        """Everyone with a seat, but these: by exception, as rooms report it."""
        say = self._shell.say
        waiting = to_log_in(self._room(where))
        form = StepForm(self._shell, say("room-logins-title", count=len(waiting)), say("room-logins-note"))
        but = form.ask_text(say("room-but-these"), say("room-but-hint"))
        self._told(form, where.room, say("room-logins-confirm"))

        def confirmed() -> None:
            left_out = self._but_these(form, but, where)
            if left_out is None:
                return
            logins = tuple(
                TicketSeat(one.ticket, one.seat or "")
                for one in to_log_in(self._room(where))
                if one.ticket not in left_out
            )
            step = RecordLogins(where.session, where.room, logins, form.at(), form.by())
            self._submit(step, say("room-login-said", count=len(logins)))

        self._show(form, confirmed)

    def login_pairs(self, where: Where) -> None:
        say, site = self._shell.say, self._shell.bridge.site
        form = StepForm(self._shell, say("room-login-pairs-title"), say("room-pairs-note"))
        typed = form.ask_lines(say("room-pairs"), say("room-pairs-hint"))
        self._told(form, where.room, say("room-logins-confirm"))

        def confirmed() -> None:
            pairs, strange = pairs_of(typed.toPlainText(), self._room(where), site.plans[where.room])
            if strange or not pairs:
                form.wrong(say("room-pairs-wrong", words=strange), typed)
            else:
                step = RecordLogins(where.session, where.room, pairs, form.at(), form.by())
                self._submit(step, say("room-login-said", count=len(pairs)))

        self._show(form, confirmed)

    def reset(self, where: Where, sitting: Sitting) -> None:
        """The nearest free seat is proposed; for a part or the cloud the own one."""
        say, site, ticket = self._shell.say, self._shell.bridge.site, sitting.ticket
        own = sitting.sits_at or sitting.seat or ""
        form = StepForm(self._shell, say("room-reset-title", ticket=ticket, seat=own), say("room-reset-note"))
        form.ask_what(say("room-reset-cause"), [(one, self._shell.word(one)) for one in ResetCause])
        typed = form.ask_text(say("room-reset-seat"), say("room-reset-none"))
        self._told(form, where.room, say("room-reset-confirm"))

        def propose() -> None:
            stays = form.what.currentData() in _SAME_SEAT
            typed.setText(own if stays else nearest(site, self._room(where), own))

        def confirmed() -> None:
            if seat := self._seat(form, typed, where):
                cause, to = ResetCause(form.what.currentData()), (TicketSeat(ticket, seat),)
                step = ResetCandidates(where.session, where.room, to, cause, form.at(), form.by())
                self._submit(step, say("room-reset-said", ticket=ticket, seat=seat))

        form.what.currentIndexChanged.connect(propose)
        propose()
        self._show(form, confirmed)

    def reset_failed(self, where: Where, ticket: Ticket) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("room-reset-failed-title", ticket=ticket), say("room-reset-failed-note"))
        self._told(form, where.room, say("room-reset-failed-confirm"))

        def confirmed() -> None:
            step = NoteResetFailed(where.session, ticket, form.at(), form.by())
            self._submit(step, say("room-reset-failed-said", ticket=ticket))

        self._show(form, confirmed)

    def reset_all(self, where: Where) -> None:
        """Everyone who sits at a machine, but these, goes on at the own seat: a cloud room that failed (FLT-04)."""
        say = self._shell.say
        sitting = logged_in(self._room(where))
        form = StepForm(self._shell, say("room-reset-all-title", count=len(sitting)), say("room-reset-all-note"))
        but = form.ask_text(say("room-but-these"), say("room-but-hint"))
        self._told(form, where.room, say("room-reset-all-confirm"), danger=True)

        def confirmed() -> None:
            left_out = self._but_these(form, but, where)
            if left_out is None:
                return
            stay = tuple(
                TicketSeat(one.ticket, one.sits_at)
                for one in logged_in(self._room(where))
                if one.ticket not in left_out
            )
            step = ResetCandidates(where.session, where.room, stay, ResetCause.CLOUD, form.at(), form.by())
            self._submit(step, say("room-reset-all-said", count=len(stay)))

        self._show(form, confirmed)
