"""Asked for in whatever order: one candidate has one set of answers, and no package slips out of the gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from random import Random

import pytest
from msgspec.structs import replace

from app.core.closing import EndRooms, RoomEnded, WriteOff
from app.core.collection import ConfirmCollected, to_collect
from app.core.end_phase import ViolationsConfirmed
from app.core.operation import Fact, Operation, Refused
from app.core.room_state import Answers
from app.core.standalone_course import IssueVoucher, NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_return import DecideReturn, TakeStandaloneReturn
from app.core.standalone_state import PackageEnd, VoidReason
from app.core.terms import Digest, IncidentNo, Role
from tests.builders import A1, ADMIN, GUIDE, LAW, MINUTE, R1, at, desk, digest
from tests.unit.alone_story import LOST, LOST_ANSWERS, after_reset, consented, goes_out, of, package_of, room
from tests.unit.lost_time import given_minutes

DAYS, STEPS = 150, 45
LOOKED = ViolationsConfirmed(LAW, R1, at("8:45"), GUIDE)
REACHED = Counter[str]()
"""What happened on some day: a day on which nothing goes says nothing."""


class Exam:
    """One candidate, from the consent to the end of the room and beyond, with dice."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.story = after_reset(consented(), LOST_ANSWERS, LOOKED, given_minutes(5, A1))
        self.now: datetime = at("9:05")
        self.files: list[Digest] = []

    def run(self) -> None:
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
            self.collected,
            lambda: EndRooms(LAW, (R1,), self.now, ADMIN),
        )
        for _ in range(STEPS):
            self.now += self.dice.choice((0, 1, 3)) * MINUTE
            self.ask(self.dice.choice(kinds)())

    def ask(self, operation: Operation) -> None:
        roles = (Role.CHIEF, Role.SITE_ADMIN) if isinstance(operation, WriteOff) else (Role.SITE_ADMIN, Role.CHIEF)
        answer = self.story.when(operation, desk(*roles, now=self.now)).answer
        facts = answer.facts if isinstance(answer, Refused) else answer
        for fact in facts if isinstance(facts, tuple) else ():
            self.before(fact)
            self.story.given(fact)
            REACHED[type(fact).__name__] += 1
        self.sound()

    def before(self, fact: Fact) -> None:
        """A room ends with nothing out, nothing undecided, and this candidate's answers accounted for."""
        if isinstance(fact, RoomEnded):
            alone, sitting = package_of(self.story), of(self.story)
            assert alone.live is None
            assert not alone.undecided
            assert sitting.answers in {Answers.COLLECTED, Answers.WRITTEN_OFF}
            assert sitting.answers is Answers.WRITTEN_OFF or bool(alone.counted) is sitting.standalone

    def sound(self) -> None:
        alone, sitting, here = package_of(self.story), of(self.story), room(self.story)
        counted = [one.number for one in alone.packages if one.ended is PackageEnd.COUNTED]
        assert [one.number for one in alone.packages] == list(range(1, len(alone.packages) + 1))
        assert all(one.ended for one in alone.packages[:-1])
        assert counted == [one.number for one in alone.returns if one.file == alone.counted]
        assert not alone.counted or (sitting.standalone and sitting.answers is Answers.COLLECTED)
        assert not (sitting.standalone and sitting.answers is Answers.COLLECTED) or alone.counted
        assert not alone.live or (sitting.standalone and sitting.answers is Answers.OPEN and not here.ended_at)
        assert set(here.stations) == ({A1} if alone.live else set())
        files = [one.file for one in alone.returns]
        assert len(files) == len(set(files))
        assert set(files) <= self.story.site.blobs
        assert all(one.extra_minutes + one.minutes_after <= sitting.extra_minutes for one in alone.packages)

    def export(self) -> Operation:
        number = len(package_of(self.story).packages) + 1
        ask = goes_out(number, issued_at=self.now, place=f"{20 + number:03}", machine=f"J-{number}")
        return replace(ask, voids=self.dice.choice((None, VoidReason.STATION_FAILED)))

    def back(self) -> Operation:
        """Mostly of the newest package and in time."""
        packages = len(package_of(self.story).packages)
        number = self.dice.choice((packages, packages, 1, packages + 1))
        file = digest(f"{len(self.files)}") if self.dice.random() < 0.9 or not self.files else self.files[0]
        self.files.append(file)
        final, opened = self.dice.choice((True, True, False)), self.dice.choice((self.now, self.now, at("8:00")))
        granted = self.dice.choice((0, 0, 0, 5))
        return TakeStandaloneReturn(LAW, A1, number, file, final, opened, self.now, 60, granted, 10, 9)

    def decide(self) -> Operation:
        files = [one.file for one in package_of(self.story).returns]
        incident = self.dice.choice((None, LOST, IncidentNo("A-009")))
        return DecideReturn(LAW, A1, self.dice.choice((*files, Digest(""))), incident)

    def collected(self) -> Operation:
        waiting = [one.ticket for one in to_collect(room(self.story))]
        return ConfirmCollected(LAW, R1, len(waiting), (), (), self.now, GUIDE)


@pytest.mark.parametrize("seed", range(DAYS))
def test_sal_05_h9_no_order_of_steps_counts_twice_or_slips_out(seed: int) -> None:
    Exam(seed).run()


def test_the_dice_reach_what_matters() -> None:
    wanted = {
        "AnswersConfirmed",
        "AnswersWrittenOff",
        "InterimCopyMade",
        "ReturnDecided",
        "RoomEnded",
        "StandaloneExported",
        "StandaloneLoggedIn",
        "StandaloneReturned",
        "StandaloneWithdrawn",
    }
    for seed in range(DAYS, DAYS + 60):
        Exam(seed).run()
    assert wanted <= set(REACHED)
