"""The room side in practice: who comes, who does not, and the result that the room's lock signs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.core.room_result import Outcome
from app.core.room_state import Answers, Presence, RoomSession
from app.core.session_state import SessionState
from app.core.terms import Digest, ExamId, LockSerial, Mode, SessionId, SiteCode, Ticket
from app.exchange import room_result
from app.exchange.agefile import Recipient, seal
from app.exchange.room_result import RoomResultDocument, RoomResultLine
from app.service.sitelock import LockKey
from devices.protocols import Lock

_COME, _LATE, _NEVER_LOG_IN = 0.9, 0.01, 0.003


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A room before its start: `seen` are checked in one by one at the desk, `late` come after entry closed."""

    seen: tuple[Ticket, ...]
    late: tuple[Ticket, ...]
    absent: tuple[Ticket, ...]


def arrivals(room: RoomSession, dice: Random, seen: int) -> Arrivals:
    """Drawn for one room: about one in ten does not come, a few come too late."""
    fates = {ticket: dice.random() for ticket in sorted(room.sittings)}
    come = [ticket for ticket, fate in fates.items() if fate < _COME]
    late = tuple(ticket for ticket, fate in fates.items() if _COME <= fate < _COME + _LATE)
    return Arrivals(tuple(come[:seen]), late, tuple(ticket for ticket, fate in fates.items() if fate >= _COME))


def comes(session: SessionId, ticket: Ticket) -> bool:
    """Whether someone comes to a practice session that people drive: always the same answer."""
    return Random(f"{session} {ticket}").random() < _COME  # noqa: S311


@dataclass(frozen=True, slots=True)
class ResultMaker:
    """What every room result of a rehearsal has in common."""

    mode: Mode
    exam: ExamId
    site: SiteCode
    to_site: Recipient
    to_province: Recipient
    dice: Random

    def result(self, session: SessionState, room: RoomSession, lock: Lock, at: datetime, number: int = 1) -> bytes:
        """The file that the room brings, the `number`th of its kind: status of each candidate, answers sealed."""
        answers: dict[Ticket, bytes] = {}
        lines: list[RoomResultLine] = []
        for ticket, sitting in sorted(room.sittings.items()):
            if sitting.presence is Presence.ABSENT:
                lines.append(RoomResultLine(ticket, Outcome.ABSENT))
            elif sitting.standalone:
                lines.append(RoomResultLine(ticket, Outcome.STANDALONE))
            elif (
                sitting.answers is Answers.OPEN and self.dice.random() < _NEVER_LOG_IN and sitting.logged_in_at is None
            ):
                lines.append(RoomResultLine(ticket, Outcome.NEVER_LOGGED_IN))
            else:
                sealed = seal(self.dice.randbytes(600), [self.to_province])
                answers[ticket] = sealed
                digest = Digest(hashlib.sha256(sealed).hexdigest())
                submitted = at - timedelta(seconds=self.dice.randrange(1, 900))
                lines.append(RoomResultLine(ticket, Outcome.SUBMITTED, submitted, digest))
        document = RoomResultDocument(
            mode=self.mode,
            exam=self.exam,
            site=self.site,
            issued_at=at,
            serial=f"{session.plan.id}-{room.room}-{number}",
            session=session.plan.id,
            room=room.room,
            lock=LockSerial(lock.serial),
            lines=tuple(lines),
        )
        return room_result.write(document, answers, LockKey(lock), self.to_site)
