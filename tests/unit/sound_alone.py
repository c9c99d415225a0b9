"""What must be so of standalone exams and of gates on every random day."""

from __future__ import annotations

from app.core.closing import RoomEnded
from app.core.day_close import DayClosed, day_debts
from app.core.operation import Fact
from app.core.room_state import Answers, Presence
from app.core.site import Site
from app.core.standalone import StandaloneExported
from app.core.standalone_course import VoucherIssued
from app.core.standalone_state import Custody, PackageEnd
from tests.builders import LIAONING


class SoundAlone:
    live: Site

    def sound_alone(self, fact: Fact) -> None:
        """In the moment in which it is written down."""
        match fact:
            case StandaloneExported():
                alone = self.live.sessions[fact.session].standalone[fact.ticket]
                assert alone.consent is not None
                assert fact.medium in self.live.safe.media
                assert fact.remaining_seconds > 0
                assert bool(fact.nonce) == (fact.custody is Custody.OURS)
            case VoucherIssued():
                sitting = self.live.sitting(fact.session, fact.ticket)
                assert sitting is not None
                assert fact.minutes <= sitting.extra_minutes
            case RoomEnded():
                room = self.live.sessions[fact.session].rooms[fact.room]
                alone_here = [self.live.sessions[fact.session].standalone.get(ticket) for ticket in room.sittings]
                assert not any(one and (one.live or one.undecided) for one in alone_here)
            case DayClosed():
                assert not day_debts(self.live, fact.day, LIAONING)

    def packages_are_kept_apart(self) -> None:
        """One package out at a time, one return that counts, and nobody collected on a package without one."""
        for session, state in self.live.sessions.items():
            machines = [one.live.machine for one in state.standalone.values() if one.live]
            assert len(set(machines)) == len(machines)
            for ticket, alone in state.standalone.items():
                ends = [one.ended for one in alone.packages]
                assert ends.count(None) <= 1
                assert ends.count(PackageEnd.COUNTED) == (alone.counted is not None)
                assert alone.counted is None or alone.counted in {one.file for one in alone.returns}
                assert len({one.file for one in alone.returns}) == len(alone.returns)
                sitting = self.live.sitting(session, ticket)
                assert sitting is not None
                if sitting.standalone:
                    assert not sitting.sits_at
                    assert sitting.presence is Presence.PRESENT
                    assert (sitting.answers is Answers.COLLECTED) == (alone.counted is not None)
                    assert sitting.answers is not Answers.NEVER_LOGGED_IN
                else:
                    assert alone.live is None
