"""A violation recorded by mistake (撤销误记): it stays on every list, struck out, with the chief's reason (VIO-17)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.free_text import FreeText, TextPart, unfit
from app.core.operation import CHIEF, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.site import Site
from app.core.terms import ClauseId, Digest, RoomId, ViolationNo
from app.core.violation import AT_WORK, room_of, standing
from app.core.violation_state import Correction


class WithdrawViolation(Operation, frozen=True):
    """Say that it never happened so, as where the wrong candidate was named; REASON, and BASIS: the evidence for it.

    Who was led out was led out: that record can be put right and not withdrawn.
    """

    number: ViolationNo
    why: FreeText

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK, (CHIEF,))

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.number)

    def decide(self, site: Site, desk: Desk) -> Decision:
        violation = standing(site, self.number)
        if isinstance(violation, Refusal):
            return violation
        if violation.removed:
            return LedOut(self.number, violation.removed.at)
        if no := unfit(self.why, (TextPart.REASON, TextPart.BASIS)):
            return no
        return (ViolationWithdrawn(self.number, self.why.kept, desk.now),)


class ViolationWithdrawn(Fact, frozen=True):
    """A record counts no more, and is still to be seen."""

    number: ViolationNo
    why: Digest
    at: datetime

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.withdrawn = Correction(self.at, self.why)
        site.keep_texts(self.why)
        site.outdate_by(violation)
        site.reopen(violation.session)


class LedOut(Refusal, frozen=True):
    """Somebody was led out on this record: it is put right, and not withdrawn."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-17")
    number: ViolationNo
    at: datetime
