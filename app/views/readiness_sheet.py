"""What stands on the readiness list (考前准备清单): item by item, of the site and of every room, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.readiness import places_of
from app.core.readiness_items import Due, ReadinessItem, ReadinessRule
from app.core.site import Site
from app.core.terms import RoomId
from app.views.session_times import PlacedRoom, days, package_of, placed
from app.views.site_sheet import SiteSheet, sheet_head


class Found(msgspec.Struct, frozen=True):
    """What was found; `text` is "" for nothing written, None once erased."""

    state: str
    by: str
    at: datetime
    text: str | None


class SiteItem(msgspec.Struct, frozen=True):
    """An item of the site as a whole; `found` is None where nobody looked."""

    item: str
    source: str
    advice: bool
    may_lack: bool
    found: Found | None


class RoomItem(msgspec.Struct, frozen=True):
    """An item that is seen to room by room; `rooms` are those it concerns."""

    item: str
    due: str
    source: str
    advice: bool
    may_lack: bool
    rooms: tuple[str, ...]
    found: tuple[tuple[str, Found], ...]


class ReadinessSheet(SiteSheet, frozen=True):
    """`first_day` is the first exam day, None before an arrangement."""

    exam_id: str
    address: str
    first_day: date | None
    rooms: tuple[PlacedRoom, ...]
    week: tuple[SiteItem, ...]
    eve: tuple[SiteItem, ...]
    of_rooms: tuple[RoomItem, ...]

    @property
    def found(self) -> tuple[Found, ...]:
        """Everything that was looked at."""
        of_site = (one.found for one in (*self.week, *self.eve) if one.found)
        return (*of_site, *(found for one in self.of_rooms for _, found in one.found))

    @property
    def asked(self) -> int:
        """How many looks there are to be, one a room for what is seen to room by room."""
        return len(self.week) + len(self.eve) + sum(len(one.rooms) for one in self.of_rooms)

    @property
    def last_at(self) -> datetime | None:
        return max((one.at for one in self.found), default=None)


def readiness_sheet(site: Site, people: Directory) -> ReadinessSheet:
    """Once a package is in force."""
    package = package_of(site)
    rules = package.rulebook.readiness
    of_site = [rule for rule in rules if not rule.per_room]
    return ReadinessSheet(
        head=sheet_head(site),
        exam_id=package.exam.id,
        address=package.plan.address,
        first_day=next(iter(days(site)), None),
        rooms=tuple(placed(site, room) for room in sorted(site.plans)),
        week=_of_site(site, people, (rule for rule in of_site if rule.due is Due.WEEK)),
        eve=_of_site(site, people, (rule for rule in of_site if rule.due is Due.EVE)),
        of_rooms=tuple(_of_rooms(site, people, rule) for rule in rules if rule.per_room and places_of(site, rule)),
    )


def _of_site(site: Site, people: Directory, rules: Iterable[ReadinessRule]) -> tuple[SiteItem, ...]:
    return tuple(
        SiteItem(rule.item, rule.source, rule.advice, rule.may_lack, found_at(site, people, rule.item, None))
        for rule in rules
    )


def _of_rooms(site: Site, people: Directory, rule: ReadinessRule) -> RoomItem:
    rooms = [room for room in places_of(site, rule) if room]
    found = ((room, found_at(site, people, rule.item, room)) for room in rooms)
    return RoomItem(
        rule.item,
        rule.due,
        rule.source,
        rule.advice,
        rule.may_lack,
        tuple(rooms),
        tuple((str(room), one) for room, one in found if one),
    )


def found_at(site: Site, people: Directory, item: ReadinessItem, room: RoomId | None) -> Found | None:
    """None where nobody looked."""
    looked = site.readiness.get((item, room))
    if looked is None:
        return None
    text = people.said(looked.evidence, TextPart.EVIDENCE) if looked.evidence else ""
    return Found(looked.state, people.staff_name(looked.by), looked.at, text)
