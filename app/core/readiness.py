"""Readiness list (考前准备检查): what a site sees to before the day, by item and room (RDY-14, RDY-15, section F3)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.arrangement import PackageMissing
from app.core.free_text import FreeText, TextPart, unfit
from app.core.incident import nowhere
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.readiness_items import ReadinessItem, ReadinessRule
from app.core.readiness_state import Looked, LookState
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, Role, RoomId

LOOKERS = OFFICE | {Role.ROOM_ADMIN, Role.TECHNICIAN, Role.EXAM_OFFICE, Role.CHIEF, Role.DEPUTY}


def rule_of(rulebook: Rulebook, item: ReadinessItem) -> ReadinessRule | None:
    """None where the rulebook does not ask for it."""
    return next((one for one in rulebook.readiness if one.item is item), None)


def places_of(site: Site, rule: ReadinessRule) -> tuple[RoomId | None, ...]:
    """Where this is looked at: every room that it concerns, or the site as a whole."""
    if not rule.per_room:
        return (None,)
    return tuple(number for number, room in sorted(site.plans.items()) if room.cloud or not rule.cloud)


class LookAfter(Operation, frozen=True):
    """Enter that an item was looked at, in these rooms or, with none named, at the site."""

    item: ReadinessItem
    rooms: tuple[RoomId, ...]
    state: LookState
    text: FreeText
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.rooms[0] if len(set(self.rooms)) == 1 else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(LOOKERS if self.of_room(site) else LOOKERS - {Role.ROOM_ADMIN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        rule = rule_of(desk.rulebook, self.item)
        if rule is None:
            return ItemNotAsked(self.item)
        if no := next((no for room in self.rooms if (no := nowhere(site, None, room))), None):
            return no
        if rule.per_room and not site.plans:
            return PackageMissing()
        rooms = tuple(sorted(set(self.rooms)))
        if bool(rooms) is not rule.per_room or not set(rooms) <= set(places_of(site, rule)) | {None}:
            return ItemElsewhere(self.item)
        if self.state is LookState.NONE_HERE and not rule.may_lack:
            return CannotLack(self.item)
        # What is there is named; of what is faulty it is said in what way.
        wanted = (rule.evidence and self.state is LookState.DONE) or self.state is LookState.FAULTY
        if no := unfit(self.text, (TextPart.EVIDENCE,) if wanted else (), (TextPart.EVIDENCE,)):
            return no
        return (ItemSeenTo(self.item, rooms, self.state, self.text.kept, self.happened_at, self.reported_by),)


class ItemSeenTo(Fact, frozen=True):
    """An item was looked at; `rooms` is empty for one of the whole site."""

    item: ReadinessItem
    rooms: tuple[RoomId, ...]
    state: LookState
    text: Digest
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        if self.text:
            site.keep_texts(self.text)
        found = Looked(self.state, self.at, self.reported_by, self.text)
        for room in self.rooms or (None,):
            before = site.readiness.get((self.item, room))
            if before is None or before.at <= self.at:
                site.readiness[self.item, room] = found


class ItemNotAsked(Refusal, frozen=True):
    """The rulebook in force does not ask for this."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-14")
    item: ReadinessItem


class ItemElsewhere(Refusal, frozen=True):
    """The item is seen to room by room, or for the site as a whole, or not in these rooms."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-14")
    item: ReadinessItem


class CannotLack(Refusal, frozen=True):
    """This is something that every site has."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-14")
    item: ReadinessItem
