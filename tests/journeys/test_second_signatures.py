"""A half day of six rooms: how often somebody else has to come to the desk and sign."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.operation import Operation, Refusal, Signer
from app.core.permission import AnotherPersonNeeded, ThisPersonNeeded
from app.core.terms import LockSerial
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service.clock import DrivenClock
from app.service.console import Console
from tests.journeys.day import means

MOST = 12
ROOMS = 6


def test_a_half_day_of_six_rooms_needs_at_most_twelve_second_signatures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    counting = False
    submit = Console.submit

    def sparing(
        self: Console, operation: Operation, *signers: Signer, locks: frozenset[LockSerial] = frozenset()
    ) -> Refusal | None:
        """Nobody else signs unless the console asks for it."""
        answer = submit(self, operation, *signers[:1], locks=locks)
        if not isinstance(answer, AnotherPersonNeeded | ThisPersonNeeded):
            return answer
        asked[type(operation).__name__] += counting
        return submit(self, operation, *signers, locks=locks)

    def say(_step: str, batch: int, _number: int) -> None:
        nonlocal counting
        counting = batch == 1

    monkeypatch.setattr(Console, "submit", sparing)
    size = Size("liaoning-2021-intermediate", ROOMS, 8 * ROOMS, 1)
    ground = Ground.lay(tmp_path / "day", size, replace(means(), say=say), DrivenClock(FOUNDED))
    ground.before()
    for at, step in Running(ground, size).steps():
        ground.clock.advance(max(at, ground.clock.moment().at))
        step()
    ground.console.store.abandon()
    # Unsealing, the sitting over six locks at its start and end, one receipt for both sessions; then answers and
    # backup of each session, whose bundle is laid out in the same breath by the same two. Closing the day, locks back
    # and sealing for the night come after the afternoon.
    assert +asked == {
        "UnsealEquipment": 1,
        "OpenSupervision": 2,
        "CloseSupervision": 1,
        "CheckAnswers": 2,
        "RecordBackup": 2,
        "ExportBundle": 2,
    }
    del asked["ExportBundle"]
    evening = {"CloseDay": 1, "ReturnLocks": 1, "SealEquipment": 1}
    assert asked.total() + sum(evening.values()) <= MOST
