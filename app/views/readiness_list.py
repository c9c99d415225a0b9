"""准备事项: what a site sees to, item by item, with its state, who looked and by when it is due (section F3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.go_no_go import exam_day
from app.core.readiness import places_of
from app.core.readiness_items import Due, ReadinessRule
from app.core.readiness_state import Looked, LookState
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId

_WEEK, _EVE = timedelta(days=7), timedelta(days=1)


class ItemStand(StrEnum):
    """How one item stands, all its rooms taken together."""

    FAULTY = "faulty"
    OPEN = "open"
    PARTLY = "partly"
    """Some of its rooms were not looked at."""
    OLD = "old"
    """Looked at too long before the start."""
    DONE = "done"
    NONE_HERE = "none_here"


class ItemFilter(StrEnum):
    """Which items are shown."""

    ALL = "all"
    OPEN = "open"
    WEEK = "week"
    EVE = "eve"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`of` is the number of places where it is looked at, `left` those where nobody did, None for the whole site.

    `late`: still open after its day; what is only advised never is.
    """

    rule: ReadinessRule
    stand: ItemStand
    of: int
    left: tuple[RoomId | None, ...]
    faulty: tuple[RoomId | None, ...]
    old: tuple[RoomId | None, ...]
    last: Looked | None
    due: date | None
    late: bool

    @property
    def open(self) -> bool:
        return self.stand not in (ItemStand.DONE, ItemStand.NONE_HERE)

    @property
    def seen(self) -> int:
        return self.of - len(self.left)

    @property
    def again(self) -> tuple[RoomId | None, ...]:
        """Where it is to be looked at, for whatever reason."""
        return tuple(dict.fromkeys((*self.faulty, *self.left, *self.old)))


def item_rows(site: Site, rulebook: Rulebook, now: datetime) -> tuple[ItemRow, ...]:
    """In the order in which they are due, what is only advised last; items that concern no room here are left out."""
    first, start = _first_day(site), _first_start(site, now)
    rows = (_row(site, rule, now, first, start) for rule in rulebook.readiness if places_of(site, rule))
    return tuple(sorted(rows, key=lambda row: (row.rule.advice, list(Due).index(row.rule.due))))


def shown(rows: Sequence[ItemRow], wanted: ItemFilter) -> tuple[ItemRow, ...]:
    """What is only advised may be open, but nobody owes it."""
    return tuple(row for row in rows if _fits(row, wanted))


def _fits(row: ItemRow, wanted: ItemFilter) -> bool:
    match wanted:
        case ItemFilter.ALL:
            return True
        case ItemFilter.ADVICE:
            return row.rule.advice
        case ItemFilter.OPEN:
            return row.open and not row.rule.advice
        case ItemFilter.WEEK | ItemFilter.EVE:
            return row.rule.due == wanted.value and not row.rule.advice


def _row(site: Site, rule: ReadinessRule, now: datetime, first: date | None, start: datetime | None) -> ItemRow:
    places = places_of(site, rule)
    looked = {place: site.readiness.get((rule.item, place)) for place in places}
    known = [one for one in looked.values() if one]
    left = tuple(place for place, one in looked.items() if one is None)
    faulty = tuple(place for place, one in looked.items() if one and one.state is LookState.FAULTY)
    held = timedelta(hours=rule.holds_hours)
    old = tuple(place for place, one in looked.items() if one and held and start and one.at < start - held)
    stand = _stand(len(places), left, faulty, old, [one.state for one in known])
    due = first - (_WEEK if rule.due is Due.WEEK else _EVE) if first else None
    late = bool(due and due < now.date() and not rule.advice and stand not in (ItemStand.DONE, ItemStand.NONE_HERE))
    last = max(known, key=lambda one: one.at, default=None)
    return ItemRow(rule, stand, len(places), left, faulty, old, last, due, late)


def _stand(
    places: int, left: Sequence[object], faulty: Sequence[object], old: Sequence[object], found: Sequence[LookState]
) -> ItemStand:
    if faulty:
        return ItemStand.FAULTY
    if left:
        return ItemStand.OPEN if len(left) == places else ItemStand.PARTLY
    if old:
        return ItemStand.OLD
    return ItemStand.NONE_HERE if all(one is LookState.NONE_HERE for one in found) else ItemStand.DONE


def _first_day(site: Site) -> date | None:
    """What is due before the exam is due before its first day."""
    return min((state.plan.starts_at.date() for state in site.sessions.values() if state.rooms), default=None)


def _first_start(site: Site, now: datetime) -> datetime | None:
    """Of the day that the board is about: what holds for hours holds towards this."""
    day = exam_day(site, now)
    starts = (state.plan.starts_at for state in site.sessions.values() if state.rooms)
    return min((at for at in starts if at.date() == day), default=None)
