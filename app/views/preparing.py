"""How far the days before are (考前准备): lists, machines, tests, closed rooms; then the draw and the board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import machines_in
from app.core.readiness import places_of
from app.core.readiness_items import Due
from app.core.readiness_state import LookState
from app.core.room_test import without_test
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId
from app.core.timekeeping import authorization_opens
from app.views.step import Measure, StepKind

_LISTS = ((StepKind.WEEK_ITEMS, Due.WEEK), (StepKind.EVE_ITEMS, Due.EVE))


def seen_to(site: Site, rulebook: Rulebook, eve: datetime | None) -> Iterator[Measure]:
    """In the order of the days; what a rulebook does not ask for is no step. The tests press from the eve on."""
    kind = StepKind
    lists = dict(_items(site, rulebook))
    if week := lists.get(kind.WEEK_ITEMS):
        yield week
    if not site.plans:
        return
    if rulebook.hardware:
        rooms = [room for room in site.plans if not site.plans[room].standby]
        looked = sum(_looked_at(site, room) for room in rooms)
        own = any(one.kind is MachineKind.SITE for one in site.hardware.values())
        yield Measure(kind.HARDWARE, looked + own, len(rooms) + 1, pressing=False)
    if rulebook.simulated_test.value:
        used = {room for state in site.sessions.values() for room in state.rooms}
        yield Measure(kind.SIMULATED_TEST, len(used) - len(without_test(site, rulebook)), len(used), eve)
    if last := lists.get(kind.EVE_ITEMS):
        yield last


def _items(site: Site, rulebook: Rulebook) -> Iterator[tuple[StepKind, Measure]]:
    for kind, due in _LISTS:
        asked = [rule for rule in rulebook.readiness if rule.due is due and not rule.advice]
        places = [(rule.item, place) for rule in asked for place in places_of(site, rule)]
        looked = [site.readiness.get(place) for place in places]
        done = sum(one is not None and one.state is not LookState.FAULTY for one in looked)
        if places:
            yield kind, Measure(kind, done, len(places), pressing=False)


def _looked_at(site: Site, room: RoomId) -> bool:
    """Its invigilation machine and every exam machine have been looked at; what they are worth the board says."""
    inside = [one.kind for one in site.hardware.values() if one.room == room]
    wanted = machines_in(site, room) or site.plans[room].seats
    return MachineKind.INVIGILATION in inside and inside.count(MachineKind.EXAM) >= wanted


def rooms_closed(site: Site, eve: datetime | None) -> Iterator[Measure]:
    """Rooms in use that are closed and undisturbed, or were opened again as their day began."""
    used = {room for state in site.sessions.values() for room in state.rooms}
    shut = sum(one is not None and not one.disturbed for one in map(site.closed_rooms.get, used))
    if used:
        yield Measure(StepKind.CLOSE_ROOMS, shut, len(used), eve, gate=StepKind.ACCEPT, pressing=False)


def before_the_day(site: Site, rulebook: Rulebook, state: SessionState) -> Iterator[Measure]:
    """The draw and the signed board of a day, with its first session and until a room starts."""
    day = state.plan.starts_at.date()
    today = [one for one in site.sessions.values() if one.plan.starts_at.date() == day and one.rooms]
    if any(one.plan.starts_at < state.plan.starts_at for one in today):
        return
    started = any(room.started_at for one in today for room in one.rooms.values())
    duty, midnight = site.duty.get(day), state.plan.starts_at.replace(hour=0, minute=0, second=0)
    drawn, signed = duty is not None and duty.drawn, site.board is not None and site.board.day == day
    if drawn or not started:
        yield Measure(StepKind.DUTY, int(drawn), 1, midnight, authorization_opens(state.plan, rulebook), pressing=False)
    if signed or not started:
        yield Measure(StepKind.BOARD, int(signed), 1, midnight, state.plan.starts_at, pressing=False)
