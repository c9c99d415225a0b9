"""What may be asked on a random day about delays and extra time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.core.code_entry import EnterCode, subjects
from app.core.consent import RecordConsent
from app.core.delay import ApplyForDelay
from app.core.directive import TakeDirective
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ApplyForExtraTime, RecordToolTime, TakeBackExtraTime, TakeBackReason
from app.core.fault import FaultKind, ReportFault
from app.core.operation import Operation
from app.core.rulebook import Tier
from app.core.start import RecordStarts, RoomStart
from app.core.terms import ApplicationNo, CauseNo, GrantNo, Ticket
from app.core.time_state import LossCause, Means, Outcome
from app.crypto.codes import Purpose
from tests.builders import ADMIN, D1, D2, GUIDE, SECOND
from tests.unit.code_master import the_code
from tests.unit.random_rooms import SOME_ROOMS
from tests.unit.random_steps import Morning

MINUTES = [1, 3, 4, 5, 6, 9, 10, 11, 15, 30, 31, 45, 60, 61, 75]
DELAYS = [30, 59, 60, 61, 600, 1800, 1801, 2400, 2401, 3600, 3601, 4000]
WRONG = "00000-00000-00000-00000"
MINUTE = timedelta(minutes=1)


class Times(Morning):
    """Applications, what is allowed on them, late starts and minutes."""

    def cause(self) -> tuple[CauseNo, ...]:
        """Mostly the newest fault."""
        known = [*map(CauseNo, self.live.faults), *map(CauseNo, self.live.incidents), CauseNo("AF-001")]
        newest = [CauseNo(number) for number in list(self.live.faults)[-1:]] * 6
        return self.dice.choice(((), *[(one,) for one in (*known, *newest)]))

    def application(self) -> ApplicationNo:
        known = [ApplicationNo("AS-001"), *self.live.applications]
        return self.dice.choice([*known, *known[-1:] * 3])

    def a_loss(self) -> Loss:
        pick = self.dice.choice
        cause = pick([LossCause.FAULT, LossCause.FAULT, LossCause.FAULT, *LossCause])
        since = self.now - pick(MINUTES) * MINUTE
        return Loss(cause, self.cause(), since, pick((self.now, self.now, since, since + 10 * MINUTE)), self.who)

    def about_time(self) -> Operation:
        pick, session, room = self.dice.choice, self.session, self.room
        who: tuple[Ticket, ...] = pick(((), (self.ticket,), (self.ticket,)))
        minutes, number = pick([0, *MINUTES]), GrantNo(f"AB-{pick((1, 2, 3)):03}")
        return pick(
            (
                ApplyForDelay(session, pick(SOME_ROOMS), minutes, self.cause()),
                self.a_consent(self.now - pick((0, 0, 5)) * MINUTE),
                self.a_code(self.now),
                self.a_directive(),
                ApplyForExtraTime(session, room, who, minutes, self.cause()),
                GrantExtraTime(session, room, who, (), minutes, self.a_loss(), pick((True, True, False))),
                RecordToolTime(session, room, who, minutes, pick(("BJ-1", "BJ 1")), self.a_loss()),
                TakeBackExtraTime(session, number, pick(list(TakeBackReason))),
            )
        )

    def a_consent(self, when: datetime) -> RecordConsent:
        tier = self.dice.choice((Tier.CITY, Tier.CITY, Tier.HEAD))
        return RecordConsent(self.application(), tier, Means.PHONE, D1, when, GUIDE)

    def a_code(self, when: datetime) -> EnterCode:
        """Mostly the right one, for some minutes."""
        pick, number = self.dice.choice, self.application()
        asked = self.live.applications.get(number)
        if asked is None or self.dice.random() < 0.1:
            return EnterCode(number, pick(list(Purpose)), self.ticket, WRONG, when, GUIDE)
        purpose, whom = pick(subjects(asked))
        minutes = pick((min(asked.minutes, 60), pick((5, 20, 60))))
        others = pick((str(asked.session), str(asked.session), str(asked.session), str(self.session)))
        return EnterCode(number, purpose, whom, the_code(purpose, others, whom, minutes), when, GUIDE)

    def a_directive(self) -> TakeDirective:
        number = self.application()
        asked = self.live.applications.get(number)
        session, rooms = (asked.session, asked.rooms) if asked else (self.session, (self.room,))
        outcome = self.dice.choice((Outcome.START, Outcome.START, *Outcome))
        serial = f"M-{self.dice.choice((1, 2))}"
        until = self.dice.choice((None, self.now + 30 * MINUTE))
        return TakeDirective(number, session, outcome, serial, D2, rooms, self.now, until)

    def a_late_start(self) -> Iterator[Operation]:
        """Something fails before the start; somebody is asked, answers, and the room starts, or is too late."""
        session, room, delay = self.session, self.room, self.dice.choice(DELAYS)
        before, after = self.when([-600]), self.when([delay])
        self.now = max(self.now, after)
        yield ReportFault(FaultKind.POWER, session, room, (), before, GUIDE)
        causes = tuple(CauseNo(number) for number in list(self.live.faults)[-1:])
        yield ApplyForDelay(session, (room,), max(-(-delay // 60), 1), causes)
        for _ in range(self.dice.choice((0, 1, 1, 2))):
            when = after - self.dice.choice((0, 0, 1, -1)) * SECOND
            yield self.dice.choice((self.a_consent(when), self.a_code(when), self.a_directive()))
        yield RecordStarts(session, (RoomStart(room, after),), ADMIN)

    def minutes_are_lost(self) -> Iterator[Operation]:
        """A room stands still, and what it lost is given in one piece or in several."""
        session, room, lost = self.session, self.room, self.dice.choice(MINUTES)
        state = self.live.room(session, room)
        if state is None or state.started_at is None:
            return
        since = state.started_at + self.dice.choice((1, 4, 20)) * MINUTE
        self.now = max(self.now, since + lost * MINUTE)
        yield ReportFault(FaultKind.POWER, session, room, (), since, GUIDE)
        causes = tuple(CauseNo(number) for number in list(self.live.faults)[-1:])
        loss = Loss(LossCause.FAULT, causes, since, since + lost * MINUTE, GUIDE)
        piece = self.dice.choice((lost, lost, max(lost // 2, 1)))
        who = self.dice.choice(((), (), tuple(state.sittings)[:1]))
        yield GrantExtraTime(session, room, who, (), piece, loss)
        yield ApplyForExtraTime(session, room, who, lost, causes)
        yield self.a_code(self.now)
        yield GrantExtraTime(session, room, who, (), piece, loss)
        yield GrantExtraTime(session, room, who, (), lost - piece, loss)
        someone = tuple(state.sittings)[:1]
        yield RecordToolTime(session, room, someone, self.dice.choice((lost, 61)), "BJ-2", loss, knowingly=True)
