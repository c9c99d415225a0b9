"""What holds of delays and extra time, whatever was asked before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.core.extra_time import ExtraTimeGiven
from app.core.operation import Fact
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import RoomStarted, StartWasLate
from app.core.terms import RoomId, SessionId, Ticket
from app.core.time_state import Measure


class SoundTime:
    """Asked of the state after each fact, and after each step."""

    live: Site

    def sound_in_time(self, fact: Fact) -> None:
        """Nobody starts so late, or gets so many minutes, without somebody who may allow it having done so before."""
        match fact:
            case RoomStarted():
                state = self.live.sessions[fact.session]
                late = (fact.at - state.plan.starts_at).total_seconds()
                assert (late >= 60) is (fact.room in state.late_starts)
            case StartWasLate():
                at = self.live.sessions[fact.session].rooms[fact.room].started_at
                asked = self.live.applications[fact.application]
                assert at
                assert fact.room in asked.rooms
                said = [one.given_at for one in asked.consents] if fact.seconds <= 1800 else []
                said += [c.given_at for c in asked.codes if fact.seconds <= 60 * c.minutes]
                said += [one.issued_at for one in asked.directives if one.until is None or at <= one.until]
                assert min(said) <= at
            case ExtraTimeGiven(tool=""):
                for ticket in fact.tickets:
                    one = self.live.sitting(fact.session, ticket)
                    assert one
                    allowed = [10, *self._codes(fact.session, ticket)]
                    assert one.extra_minutes <= max(allowed)

    def _room_codes(self, state: SessionState, room: RoomId) -> Iterator[int]:
        for asked in self.live.applications.values():
            if asked.session == state.plan.id:
                yield from (code.minutes for code in asked.codes if code.subject == room)

    def _codes(self, session: SessionId, ticket: Ticket) -> Iterator[int]:
        """Of the candidate's own, and of every room they ever sat in; the core is stricter about when."""
        state = self.live.sessions[session]
        own = {str(ticket), *(room for room, here in state.rooms.items() if ticket in here.sittings)}
        own |= {room for one in state.transfers_of(ticket) for room in (one.out_of, one.into) if room}
        for asked in self.live.applications.values():
            if asked.session == session and asked.measure is Measure.EXTRA_TIME:
                yield from (code.minutes for code in asked.codes if code.subject in own)

    def minutes_are_the_sum_of_the_ledger(self) -> None:
        for state in self.live.sessions.values():
            standing = [line for line in state.extra_time if not line.taken_back_at]
            given = Counter[str]()
            for line in standing:
                given.update(dict.fromkeys(line.tickets, line.minutes))
            for room in state.rooms.values():
                assert all(one.extra_minutes == given[ticket] for ticket, one in room.sittings.items())
                here = [number for number in (room.room, room.moved_from) if number]
                assert room.extra_minutes == sum(line.minutes for line in standing if line.moved in here)
                allowed = [10, *(minutes for number in here for minutes in self._room_codes(state, number))]
                assert room.extra_minutes <= max(allowed)
                assert 0 <= room.door_minutes <= room.extra_minutes

    def nothing_goes_on_in_a_room_that_was_called_off(self) -> None:
        for room in (room for state in self.live.sessions.values() for room in state.rooms.values()):
            assert not (room.called_off and room.started_at)
