"""On random days: what a signed record says changed, if and only if it counts no more (REC-01)."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.debts import room_debts, session_debts
from app.core.gate import CheckName, blocking
from app.core.operation import Fact
from app.core.paper_state import Signature
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept
from app.core.room_state import RoomSession
from app.core.sheet_open import transfers_open
from app.core.signing import PaperSigned
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import Digest, Role, RoomId, SessionId
from app.service.records import digest_of
from app.views.papers import PaperState, paper
from app.views.room_record import RoomRecord
from app.views.sheets import room_record
from app.views.site_papers import sheet_paper
from app.views.transfer_sheet import transfer_sheet
from tests.builders import CHIEF, D1, LIAONING, SECOND
from tests.proofs import RANDOM_DAYS
from tests.unit.conduct_people import STAFFED
from tests.unit.test_random_days import ExamDay

Place = tuple[SessionId, RoomId]
OWED = {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED}


class SignedDay(ExamDay):
    """Every record, and every transfer sheet, is printed and signed at once, and as soon as it says something else."""

    def __init__(self, dice: Random) -> None:
        self.signed: dict[Place, RoomRecord] = {}
        self.sheets: dict[SessionId, Digest] = {}
        self.superseded = 0
        super().__init__(dice)

    def record(self, *facts: Fact) -> None:
        super().record(*facts)
        # Two things are never entered in one second: by the second it is told which came first.
        self.now += SECOND
        for room in self.rooms():
            if room.ended_at:
                self._compare(room, facts)
        for session in self.live.sessions:
            if transfers_open(self.live, session) is None:
                self._compare_sheet(session, facts)

    def _compare(self, room: RoomSession, facts: tuple[Fact, ...]) -> None:
        place = (room.session, room.room)
        says = room_record(self.live, STAFFED, *place)
        before, content = self.signed.get(place), digest_of(says)
        copies = self.live.copies(ROOM_RECORD, *place)
        good = bool(copies and copies[-1].came_out and copies[-1].signed_at)
        if before is not None and good:
            changed = digest_of(before) != content
            outdated = room.copies_before == len(copies)
            assert changed == outdated, (place, facts, difference(before, says))
            assert changed == (paper(self.live, *place, content).state is PaperState.SUPERSEDED)
            if room.in_use and not room.moved_to:
                owed = OWED.intersection(blocking(room_debts(self.live, room, LIAONING)))
                assert owed == (OWED if changed else set())
            self.superseded += changed
        if before is None or digest_of(before) != content or not good:
            self.signed[place] = says
            self._sign(place, len(copies) + 1, content)

    def _sign(self, place: Place, copy: int, content: Digest) -> None:
        by = (Signature(Role.CHIEF, CHIEF, self.now),)
        session, room = place
        super().record(
            RecordKept(ROOM_RECORD, session, room, copy, content, D1, None),
            RecordCameOut(ROOM_RECORD, session, room, copy, came_out=True),
            PaperSigned(ROOM_RECORD, f"{session}-{room}", copy, by),
        )

    def _compare_sheet(self, session: SessionId, facts: tuple[Fact, ...]) -> None:
        """The same of the transfer sheet: as long as one is due, and nobody is between two rooms."""
        form, says = SiteForm.TRANSFERS, transfer_sheet(self.live, STAFFED, session)
        before, content = self.sheets.get(session), digest_of(says)
        copies = self.live.sheet_copies(form, session)
        good = bool(copies and copies[-1].came_out and copies[-1].signed_at)
        if before is not None and good:
            state = sheet_paper(self.live, form, session, says, content).state
            assert (before != content) == (state is PaperState.SUPERSEDED)
            outdated = self.live.sessions[session].transfer_sheets_before == len(copies)
            assert outdated or before == content, (session, facts)
            checks = blocking(session_debts(self.live, session, LIAONING))
            in_use = any(room.in_use and not room.moved_to for room in self.live.sessions[session].rooms.values())
            assert (CheckName.TRANSFER_SHEET in checks) == (in_use and outdated)
            good = not outdated
        if before != content or not good:
            self.sheets[session] = content
            copy, by = len(copies) + 1, (Signature(Role.CHIEF, CHIEF, self.now),)
            super().record(
                SiteSheetKept(form, session, copy, content, D1, None),
                SiteSheetCameOut(form, session, copy, came_out=True),
                PaperSigned(form, session, copy, by),
            )


def difference(before: RoomRecord, after: RoomRecord) -> dict[str, tuple[Any, Any]]:
    """Which fields say something else."""
    old, new = msgspec.structs.asdict(before), msgspec.structs.asdict(after)
    return {name: (old[name], new[name]) for name in old if old[name] != new[name]}


@pytest.mark.proof
@pytest.mark.no_cover
@RANDOM_DAYS
@given(seed=st.integers(0, 2**32), steps=st.integers(100, 400))
def test_rec_01_a_signed_record_counts_no_more_if_and_only_if_it_would_say_something_else(
    seed: int, steps: int
) -> None:
    day = SignedDay(Random(seed))
    for _ in range(steps):
        day.step()
