"""Letting a check stand (主考准予放行): what is no hard rule the chief may pass, with a reason that prints."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomNotStarted
from app.core.end_state import Override, OverrideReason
from app.core.gate import CheckName
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.room_gate import room_gate
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId


class OverrideCheck(Operation, frozen=True):
    """The chief lets one check of a room stand open; after the end too, while the answers are not checked."""

    session: SessionId
    room: RoomId
    check: CheckName
    reason: OverrideReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        found = next((one for one in room_gate(site, room) if one.name is self.check), None)
        if found is None or not found.blocks:
            return NothingStandsOpen(self.check)
        if found.hard:
            return RuleIsHard(self.check, found.clause)
        return (CheckOverridden(self.session, self.room, self.check, self.reason, desk.now),)


class CheckOverridden(Fact, frozen=True):
    """A check stands open by the chief's word."""

    session: SessionId
    room: RoomId
    check: CheckName
    reason: OverrideReason
    at: datetime

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        room.overridden[self.check] = Override(self.reason, self.at)
        site.outdate(self.session, self.room)


class NothingStandsOpen(Refusal, frozen=True):
    """This check holds nothing up."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    check: CheckName


class RuleIsHard(Refusal, frozen=True):
    """Nobody lets this stand open: it is settled."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    check: CheckName
    rule: ClauseId

    @property
    def basis(self) -> ClauseId:
        return self.rule
