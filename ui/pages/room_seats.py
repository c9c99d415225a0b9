"""Seats of a room: drawn, told by the room, drawn again, handed out on slips, kept, and spare ones put into service."""

from __future__ import annotations

from app.core.machines import ServeSpare
from app.core.places import faulty, seats_of, spans, spare_seats
from app.core.room_state import RoomSession, Sitting
from app.core.seating import RecordSeats, RedrawReason, TicketSeat
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket
from app.core.transfer import TransferOut
from app.service import seating
from app.views.candidates import overbooked
from app.views.named import pairs_of
from app.views.room_needs import session_before, without_seats
from ui.pages.room_form import StepForm
from ui.pages.room_steps import StepMaker, Where
from ui.widgets.parts import label

_HERE, _ALL = "here", "all"
_IN, _OUT = "in", "out"


class SeatSteps(StepMaker):
    # One candidate

    def draw(self, where: Where, ticket: Ticket) -> None:
        """At once: there is nothing to choose."""
        bridge, session = self._shell.bridge, where.session

        def drawn(_: object) -> None:
            sitting = bridge.site.sitting(session, ticket)
            bridge.say(self._shell.say("room-drawn", ticket=ticket, seat=(sitting.seat if sitting else None) or ""))
            self._done()

        console, now = bridge.console, bridge.now
        self._asking.ask(lambda *by: seating.draw(console, session, ticket, None, now, by[0].id, *by), then=drawn)

    def redraw(self, where: Where, sitting: Sitting) -> None:
        """Drawn anew at the desk; where slips were handed out the room says what the new one reads."""
        say, console, ticket = self._shell.say, self._shell.bridge.console, sitting.ticket
        broken = sitting.seat in faulty(console.site, where.room)
        reasons = [one for one in RedrawReason if broken or one is not RedrawReason.SEAT_FAULTY]
        form = StepForm(self._shell, say("room-redraw-title", ticket=ticket, seat=sitting.seat or ""))
        form.ask_what(say("room-redraw-reason"), [(one, self._shell.word(one)) for one in reasons])
        typed = form.ask_text(say("room-seat-typed")) if self._room(where).slips else None
        self._told(form, where.room, say("room-redraw-confirm"))

        def confirmed() -> None:
            why, said = RedrawReason(form.what.currentData()), say("room-redrawn", ticket=ticket)
            if typed is None:
                at, by = form.at(), form.by()
                self._ask(lambda *who: seating.draw(console, where.session, ticket, why, at, by, *who), said)
            elif seat := self._seat(form, typed, where):
                given = (TicketSeat(ticket, seat),)
                self._submit(RecordSeats(where.session, where.room, given, why, form.at(), form.by()), said)

        self._show(form, confirmed)

    def told(self, where: Where, ticket: Ticket) -> None:
        """A seat by a slip, or given in the room."""
        say = self._shell.say
        form = StepForm(self._shell, say("room-told-title", ticket=ticket))
        typed = form.ask_text(say("room-seat-typed"))
        self._told(form, where.room, say("room-told-confirm"))

        def confirmed() -> None:
            if seat := self._seat(form, typed, where):
                given = (TicketSeat(ticket, seat),)
                step = RecordSeats(where.session, where.room, given, None, form.at(), form.by())
                self._submit(step, say("room-drawn", ticket=ticket, seat=seat))

        self._show(form, confirmed)

    def transfer_out(self, where: Where, ticket: Ticket) -> None:
        """Out of a full room; in a site with fixed seats on an incident, which the chief signs for."""
        say, site = self._shell.say, self._shell.bridge.site
        drawn = overbooked(site)
        form = StepForm(self._shell, say("room-out-title", ticket=ticket), "" if drawn else say("room-out-note"))
        if not drawn:
            incidents = where.incidents(site)
            options = [(one.number, say("room-incident-of", number=one.number, kind=one.kind)) for one in incidents]
            form.ask_what(say("room-out-incident"), options)
            if not incidents:
                form.add(label(say("room-out-none"), "Bad"))
        self._told(form, where.room, say("room-out-confirm"))

        def confirmed() -> None:
            number = None if drawn else IncidentNo(form.what.currentData() or "")
            step = TransferOut(where.session, ticket, form.at(), form.by(), number)
            self._submit(step, say("room-out-said", ticket=ticket))

        self._show(form, confirmed)

    # The room

    def told_all(self, where: Where) -> None:
        """What the room reads out: candidate and seat by turns."""
        say, site = self._shell.say, self._shell.bridge.site
        form = StepForm(self._shell, say("room-seats-title"), say("room-pairs-note"))
        typed = form.ask_lines(say("room-pairs"), say("room-pairs-hint"))
        self._told(form, where.room, say("room-told-confirm"))

        def confirmed() -> None:
            pairs, strange = pairs_of(typed.toPlainText(), self._room(where), site.plans[where.room])
            if strange or not pairs:
                form.wrong(say("room-pairs-wrong", words=strange), typed)
            else:
                step = RecordSeats(where.session, where.room, pairs, None, form.at(), form.by())
                self._submit(step, say("room-seats-said", count=len(pairs)))

        self._show(form, confirmed)

    def slips(self, where: Where) -> None:
        """For this room, or for all rooms of the session that have none."""
        say, bridge = self._shell.say, self._shell.bridge
        others = without_seats(bridge.site, where.session)
        form = StepForm(self._shell, say("room-slips-title"), say("room-slips-note"))
        rooms = self._which_rooms(form, where, others)
        form.finish(say("room-slips-confirm"))

        def confirmed() -> None:
            chosen = rooms[form.what.currentData()]
            said = say("room-slips-said", count=len(chosen))
            self._ask(lambda *by: seating.prepare_slips(bridge.console, where.session, chosen, *by), said)

        self._show(form, confirmed)

    def keep(self, where: Where) -> None:
        """The seats of the session before, for this room or for all (J-48)."""
        say, bridge = self._shell.say, self._shell.bridge
        before = session_before(bridge.site, where.session) or SessionId("")
        form = StepForm(self._shell, say("room-keep-title"), say("room-keep-note", session=before))
        open_rooms = [one.room for one in self._rooms(where) if not one.started_at and not one.slips]
        rooms = self._which_rooms(form, where, open_rooms)
        form.finish(say("room-keep-confirm"))

        def confirmed() -> None:
            chosen = rooms[form.what.currentData()]
            said = say("room-keep-said", count=len(chosen))
            self._ask(lambda *by: seating.keep_seats(bridge.console, where.session, chosen, before, *by), said)

        self._show(form, confirmed)

    def _rooms(self, where: Where) -> list[RoomSession]:
        rooms = self._shell.bridge.site.sessions[where.session].rooms
        return [rooms[room] for room in sorted(rooms)]

    def _which_rooms(self, form: StepForm, where: Where, others: list[RoomId]) -> dict[str, list[RoomId]]:
        say = self._shell.say
        options: list[tuple[object, str]] = [(_HERE, say("room-only-this", room=where.room))]
        if others and others != [where.room]:
            options.append((_ALL, say("room-all-of-them", count=len(others))))
        form.ask_what(say("room-which-rooms"), options)
        return {_HERE: [where.room], _ALL: others}

    def spares(self, where: Where) -> None:
        say, site = self._shell.say, self._shell.bridge.site
        spare, serving = spare_seats(site.plans[where.room]), site.spares.get(where.room, frozenset())
        idle = tuple(seat for seat in spare if seat not in serving)
        form = StepForm(self._shell, say("room-spares-title"), say("room-spares-note", seats=spans(spare)))
        options = [(_IN, say("room-spares-in")), (_OUT, say("room-spares-out"))]
        form.ask_what(say("room-spares-what"), options, _IN if idle else _OUT)
        typed = form.ask_text(say("room-spares-seats"), value=spans(idle or tuple(serving)))
        self._told(form, where.room, say("room-spares-confirm"))

        def confirmed() -> None:
            seats = seats_of(typed.text(), site.plans[where.room])
            if not seats:
                form.wrong(say("room-no-seat", text=typed.text()), typed)
                return
            step = ServeSpare(where.room, seats, form.what.currentData() == _IN, form.at(), form.by())
            self._submit(step, say("room-spares-said", seats=spans(seats)))

        self._show(form, confirmed)
