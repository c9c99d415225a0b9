"""What may be asked on a random day about what comes before it: machines, items, tests, rooms, duty and the board."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from app.core.authorization import ExamAuthorized
from app.core.board_signing import BoardState, BoardWasSigned, SignBoard, board_state
from app.core.duty import DrawDuty, DrawNumbered, DutyDrawn, NumberDraw
from app.core.duty_change import DutyReplaced, ReplaceOnDuty, SetUnavailable
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.free_text import NO_TEXT, FreeText, TextPart
from app.core.hardware import BeginProbeRound, CheckMachines, MachineCheck, RemoveMachines
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.operation import Fact, Operation
from app.core.readiness import LookAfter
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import CloseRooms, OpeningReason, OpenRooms, RoomSeal
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.terms import Digest, PersonId
from app.core.training import RecordTraining, TrainingTopic
from tests.builders import ADMIN, GUIDE, LIAONING, PASSED, R1, R2, R9
from tests.unit.conduct_people import EYE_1, EYE_2, EYE_3, EYE_4, EYE_9, ROVER
from tests.unit.random_conduct import Conduct
from tests.unit.random_steps import everyone

TOKEN = "head.body.c2lnbmF0dXJl"
AUTHORIZED = ExamAuthorized("E-1", Digest(hashlib.sha256(TOKEN.encode()).hexdigest()))
"""The signature of this one goes into the seed of a draw."""
_EYES = (EYE_1, EYE_2, EYE_3, EYE_4, EYE_9)
_ITEMS = (ReadinessItem.PRINTER, ReadinessItem.VIDEO, ReadinessItem.PLAN, ReadinessItem.ROOM_CLOCK)
_MARK = "ABCDEFG"


class Eve(Conduct):
    """What a site sees to before its rooms start."""

    def ask(self, operation: Operation) -> None:
        raise NotImplementedError

    def the_days_before(self) -> None:
        """One thing of all, or the draw with what follows from it."""
        pick = self.dice.choice
        story = pick((*[self._once] * 5, self._drawn, self._numbered))
        for operation in story():
            self.desk = everyone(self.now, int(isinstance(operation, SignBoard)))
            self.ask(operation)

    def _once(self) -> Iterator[Operation]:
        yield self.dice.choice((self._machines, self._rooms, self._people))()

    def _machines(self) -> Operation:
        pick, rounds = self.dice.choice, list(self.live.probe_rounds)
        kind = pick(list(MachineKind))
        room = pick((R1, R2, R9)) if kind is MachineKind.EXAM else pick((None, R1))
        items = (HardwareItem.MOUSE, HardwareItem.ADDRESS, HardwareItem.BOOTED_AT)
        said = (pick(("yes", "no")), pick(("10.0.0.1", "10.0.0.2")), f"2021-10-29T08:00:0{pick('012')}")
        readings = tuple(
            Reading(item, value, ReadingSource.BY_HAND) for item, value in zip(items, said, strict=True) if pick((0, 1))
        )
        check = MachineCheck(kind, room, pick(("K-1", "K-2", "K-3")), readings)
        return pick(
            (
                BeginProbeRound(f"{_MARK}{pick('ABC')}"),
                CheckMachines((check,), pick(("", "", *rounds[-2:])), self.now, self.who),
                CheckMachines((check,), "", self.now, self.who),
                RemoveMachines((pick(("K-1", *self.live.hardware)),), self.who),
            )
        )

    def _rooms(self) -> Operation:
        pick, now, who = self.dice.choice, self.now, self.who
        rooms = pick(((), (self.room,), (R1, R2)))
        state, seal = pick(list(LookState)), f"M-{pick('123456')}"
        text = pick((NO_TEXT, self.words(TextPart.EVIDENCE)))
        seals = tuple(RoomSeal(room, f"{seal}{n}") for n, room in enumerate(rooms))
        results = tuple(TestedRoom(room, pick((True, True, False)), pick((1, 2, 90))) for room in rooms)
        return pick(
            (
                LookAfter(pick(_ITEMS), rooms, state, text, now, who),
                LookAfter(pick(_ITEMS), rooms, LookState.DONE, text, now, who),
                RecordRoomTest(pick(list(TestKind)), results, now, who),
                CloseRooms(seals, now, who),
                OpenRooms(rooms, pick((True, False)), pick((None, *OpeningReason)), now, who),
            )
        )

    def _people(self) -> Operation:
        pick, day = self.dice.choice, self.now.date()
        one, other = pick((*_EYES, ROVER)), pick((*_EYES, ROVER, GUIDE))
        return pick(
            (
                RecordTraining((one, other), pick((PASSED, day)), pick(((), tuple(TrainingTopic)))),
                SetUnavailable((one,), pick((None, *AbsenceReason)), self.now, self.who),
                DrawDuty(day),
                ReplaceOnDuty(day, one, other, pick(list(AbsenceReason)), self.now, self.who),
                SignBoard(pick(list(Go)), pick((NO_TEXT, self.words(TextPart.REASON)))),
            )
        )

    def _numbered(self) -> Iterator[Operation]:
        reason, beyond = self.dice.choice((None, *RedrawReason)), self.dice.choice((True, False))
        yield NumberDraw(self.now.date(), self.dice.choice((TOKEN, TOKEN, "")), reason, beyond)

    def _drawn(self) -> Iterator[Operation]:
        """Everybody trained, a number, its draw, somebody put in, and the board signed."""
        pick, day = self.dice.choice, self.now.date()
        yield RecordTraining((*_EYES, ROVER), PASSED, (TrainingTopic.DUTIES,))
        yield SetUnavailable(tuple(self.live.unavailable), None, self.now, ADMIN)
        yield from self._numbered()
        yield DrawDuty(day)
        duty = self.live.duty.get(day)
        if duty and duty.drawn:
            out = pick(duty.posts).person
            reserve: list[PersonId] = [one for one in _EYES if duty.room(one) is None]
            yield ReplaceOnDuty(day, out, pick((*reserve, out)), pick(list(AbsenceReason)), self.now, GUIDE)
        yield SignBoard(Go.GO, FreeText(((TextPart.REASON, "Said"),), self.words().kept))

    # What must be so

    def sound_duty(self, fact: Fact) -> None:
        """In the moment in which something is written down."""
        match fact:
            case DrawNumbered():
                held = (one for one in self.live.sessions.values() if one.plan.starts_at.date() == fact.day)
                assert not any(room.started_at for state in held for room in state.rooms.values())
                assert self.live.exam_document == AUTHORIZED.document
                assert len(self.live.duty[fact.day].numbered) == fact.numbered.number
            case DutyDrawn():
                numbered = self.live.duty[fact.day].numbered[-1]
                assert fact.number == numbered.number
                assert {post.person for post in fact.posts} <= set(numbered.invigilators)
                assert not set(fact.posts) & set(numbered.barred)
                assert all(
                    any(post.person in numbered.skilled for post in fact.posts if post.room == room)
                    for room in numbered.rooms
                )
            case DutyReplaced():
                assert fact.put_in not in self.live.unavailable
            case BoardWasSigned():
                people = self.desk.directory
                assert board_state(self.live, LIAONING, people, self.now) is BoardState.SIGNED

    def duty_is_sound(self) -> None:
        """Nobody serves in two rooms, and each room has as many as it was drawn."""
        for duty in self.live.duty.values():
            if duty.drawn:
                rooms = Counter(post.room for post in duty.posts)
                assert rooms == dict.fromkeys(duty.numbered[-1].rooms, LIAONING.invigilators_per_room.value)
                served = Counter(post.person for post in duty.posts) + Counter(one.person for one in duty.rounds)
                assert max(served.values()) == 1

    def closed_rooms_bear_one_seal_each(self) -> None:
        closed = self.live.closed_rooms.values()
        assert len({one.seal for one in closed}) == len(closed)
        assert not any(one.seal in one.former for one in closed)
