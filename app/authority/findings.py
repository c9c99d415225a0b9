"""What does not agree between a site's journal and the province's ledger, and how much it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.terms import SessionId
from app.crypto.codes import Purpose


class Disagreement(StrEnum):
    """What does not agree; the value names its sentence."""

    NEVER_GIVEN = "codes-never-given"
    """Held against its root, says the site, and not in the ledger: the master leaked, or one of the two is untrue."""
    UNPROVED = "codes-unproved"
    """A code that nobody could check there, and the province never gave."""
    TOO_EARLY = "codes-too-early"
    """Said to have been heard before it was given: by that moment is judged whether a start was covered."""
    START_BEYOND = "codes-start-beyond"
    STARTED_BEFORE_ASKING = "codes-started-before-asking"
    """Earlier than a moment at which the site asked for a delay of this room, which had not started then."""
    MINUTES_BEYOND = "codes-minutes-beyond"
    FOR_FEWER = "codes-for-fewer"
    """Entered for fewer minutes than any code that was given: what follows from a code can be worked out from it."""
    NOT_ENTERED = "codes-not-entered"
    BY_MINISTRY = "codes-by-ministry"
    """Rests on a directive or on the ministry's tool, which only the ministry can confirm."""
    ENTERED_LATE = "codes-entered-late"
    """A late start, with everything that allows it entered only afterwards."""
    TOLD_OTHERWISE = "codes-told-otherwise"
    """Reported first with a time that nothing covered, and recorded with another one."""
    TOLD_LATE = "codes-told-late"
    """A start in time that was entered much later: nobody was asked, and nobody could see it."""


REMARKS = frozenset(
    {
        Disagreement.FOR_FEWER,
        Disagreement.NOT_ENTERED,
        Disagreement.BY_MINISTRY,
        Disagreement.ENTERED_LATE,
        Disagreement.TOLD_OTHERWISE,
        Disagreement.TOLD_LATE,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement. `minutes` at the site, `given` by the province; `at` there, `given_at` here.

    Where the site contradicts itself, `given_at` is the other moment that it named.

    `entry`: the number in the site's journal, 0 where it says nothing. `people`: how many candidates it concerns.
    """

    kind: Disagreement
    session: SessionId
    purpose: Purpose
    subject: str
    minutes: int
    at: datetime
    entry: int = 0
    given: int = 0
    given_at: datetime | None = None
    people: int = 0
    reference: str = ""

    @property
    def serious(self) -> bool:
        return self.kind not in REMARKS
