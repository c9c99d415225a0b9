"""Whatever is asked for in whatever order: one candidate has one set of answers, and no package slips out of the gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import pytest
from msgspec.structs import replace

from app.core.closing import EndRooms, WriteOff
from app.core.collection import AnswersConfirmed, ConfirmCollected, to_collect
from app.core.end_phase import ViolationsConfirmed
from app.core.incident import IncidentOpened
from app.core.operation import Operation, Refused
from app.core.standalone_course import IssueVoucher, NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_return import DecideReturn, TakeStandaloneReturn
from app.core.standalone_state import PackageEnd, VoidReason
from app.core.terms import Digest, Role
from tests.builders import A1, A2, A3, ADMIN, D1, D2, GUIDE, LAW, MINUTE, R1, Story, at, desk, digest
from tests.unit.alone_story import (
    LOST,
    LOST_ANSWERS,
    Answers,
    after_reset,
    consented,
    goes_out,
    of,
    package_of,
    room,
)
from tests.unit.lost_time import given_minutes

STEPS = 40


@dataclass
class Afternoon:
    """One candidate, from the consent to the end of the room, with dice."""

    dice: Random
    story: Story = field(default_factory=lambda: after_reset(consented(), LOST_ANSWERS, given_minutes(5, A1)))
    minute: int = 0
    files: int = 0

    def step(self) -> None:
        pick = self.dice.choice
        self.minute += pick((0, 1, 3))
        kinds: tuple[Callable[[], Operation], ...] = (
            self.export,
            self.export,
            lambda: RecordStandaloneLogin(LAW, A1, self.now, GUIDE),
            lambda: NoteInterimCopy(LAW, A1, self.now, GUIDE),
            lambda: IssueVoucher(LAW, A1),
            lambda: WithdrawStandalone(LAW, A1, self.now, GUIDE),
            self.back,
            self.back,
            self.decide,
            self.decide,
            lambda: WriteOff(LAW, A1, LOST),
            self.collected,
            lambda: EndRooms(LAW, (R1,), self.now, ADMIN),
        )
        ask = pick(kinds)()
        roles = (Role.CHIEF, Role.SITE_ADMIN) if isinstance(ask, WriteOff) else (Role.SITE_ADMIN, Role.CHIEF)
        answer = self.story.when(ask, desk(*roles, now=self.now)).answer
        facts = answer.facts if isinstance(answer, Refused) else answer
        if isinstance(facts, tuple):
            self.story.given(*facts)
        self.sound()

    @property
    def now(self):  # type: ignore[no-untyped-def]
        return at("9:00") + self.minute * MINUTE
