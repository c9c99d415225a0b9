"""How each gate of the go or no-go is looked at (逐项判断): of the site, and of one room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from app.core.calibration import lock_in_use
from app.core.calibration import stale as calibration_stale
from app.core.directory import Directory
from app.core.gate_staff import room_staff, site_staff
from app.core.go_no_go import NOT_ASKED, YES, Cause, Cell, Gate, Ground, Look, Said, board, ground, no, stale, unknown
from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import MachineVerdict, machines_in
from app.core.lock_state import LockState
from app.core.locks import unfit
from app.core.paper_state import Contact
from app.core.places import faulty, spare_seats
from app.core.plan import RegisteredAs
from app.core.readiness import places_of, rule_of
from app.core.readiness_items import ReadinessItem, ReadinessRule
from app.core.readiness_state import Looked, LookState, OpenGate, TestKind
from app.core.room_test import full_load
from app.core.rulebook import Rulebook
from app.core.site import Site, Source
from app.core.site_form import SiteForm
from app.core.terms import RoomId
from app.core.timestamp import odd_timestamp

GOOD = frozenset({MachineVerdict.RECOMMENDED, MachineVerdict.MINIMUM, MachineVerdict.UNREAD, MachineVerdict.OFF_LIST})
"""What a machine may be worth to serve; the last two with a warning."""
OWN_GATE = frozenset({ReadinessItem.PRINTER, ReadinessItem.ROOM_CLOCK})
"""Items that are gates of their own."""


def _data(here: Ground, room: RoomId | None) -> Said:
    site = here.site
    if site.package is None:
        return no(Cause.PACKAGE_MISSING)
    if not any(state.rooms for state in site.sessions.values()):
        return no(Cause.NOT_ARRANGED)
    return YES if room or site.exam_authorization else no(Cause.AUTHORIZATION_MISSING)


def _timestamp(here: Ground, _: RoomId | None) -> Said:
    site = here.site
    if not {Source.PLATFORM, Source.CALIBRATION} <= site.timestamps.keys():
        return unknown(Cause.NOT_COMPARED)
    if odd_timestamp(site):
        return no(Cause.TIMESTAMPS_DIFFER)
    return (
        YES if site.scan_passed else no(Cause.SCAN_FAILED) if site.scan_passed is False else unknown(Cause.NOT_COMPARED)
    )


def _site_lock(here: Ground, _: RoomId | None) -> Said:
    if here.site.lock_out:
        return no(Cause.LOCK_OUT)
    return no(Cause.LOCK_UNFIT) if unfit(here.site, here.site.lock.serial, RegisteredAs.SITE, here.now) else YES


def _room_lock(here: Ground, room: RoomId | None) -> Said:
    """A lock that is registered for it, or a spare one in use there."""
    if not here.rulebook.room_locks.value:
        return NOT_ASKED
    kind = RegisteredAs.INVIGILATION
    locks = [(serial, one) for serial, one in here.site.locks.items() if one.registered.kind is kind]
    serving = [serial for serial, one in locks if _for_room(one, room)]
    if not serving:
        return no(Cause.NO_ROOM_LOCK)
    return YES if any(unfit(here.site, serial, kind, here.now) is None for serial in serving) else no(Cause.LOCK_UNFIT)


def _for_room(lock: LockState, room: RoomId | None) -> bool:
    registered = lock.registered.room
    return registered == room or (registered is None and lock.in_use == room)


def _calibration(here: Ground, room: RoomId | None) -> Said:
    if not here.rulebook.room_locks.value:
        return NOT_ASKED
    serial = lock_in_use(here.site, room) if room else None
    known = here.site.locks[serial].calibration if serial else None
    own = (one.calibration for one in here.site.locks.values() if one.registered.room == room and one.calibration)
    made = known or next(own, None)
    if made is None:
        return unknown(Cause.NOT_CALIBRATED)
    if calibration_stale(made, here.day, here.rulebook):
        return stale(Cause.CALIBRATED_EARLIER)
    state = here.site.locks[serial] if serial else None
    if serial is None or state is None or state.holder is None or not _for_room(state, room):
        return no(Cause.NOT_IN_USE)
    return no(Cause.NOT_IN_USE) if unfit(here.site, serial, RegisteredAs.INVIGILATION, here.now) else YES


def _site_clock(here: Ground, _: RoomId | None) -> Said:
    time = here.site.time
    if time is None:
        return unknown(Cause.TIME_NOT_CONFIRMED)
    return YES if time.at.date() >= here.now.date() else stale(Cause.TIME_CONFIRMED_EARLIER)


def _room_clock(here: Ground, room: RoomId | None) -> Said:
    rule, looked = (
        rule_of(here.rulebook, ReadinessItem.ROOM_CLOCK),
        here.site.readiness.get((ReadinessItem.ROOM_CLOCK, room)),
    )
    if rule is None or rule.advice:
        return NOT_ASKED
    if looked is None:
        return unknown(Cause.CLOCK_NOT_LOOKED_AT)
    return no(Cause.CLOCK_WRONG) if looked.state is LookState.FAULTY else YES


def _site_machine(here: Ground, _: RoomId | None) -> Said:
    verdicts = [one.verdict for one in here.machines.values() if one.machine.kind is MachineKind.SITE]
    switches = _failing_switches(here, None)
    if not here.rulebook.hardware:
        return NOT_ASKED
    if not verdicts or MachineVerdict.NOT_CHECKED in verdicts:
        return unknown(Cause.SITE_MACHINE_UNCHECKED)
    failing = switches + sum(verdict not in GOOD for verdict in verdicts)
    return no(Cause.MACHINES_FAIL, failing) if failing else YES


def _failing_switches(here: Ground, room: RoomId | None) -> int:
    """How many a site has nobody says; one that was looked at and is too slow is too slow (RDY-01)."""
    of_room = (one for one in here.machines.values() if one.machine.room == room)
    return sum(one.machine.kind is MachineKind.SWITCH and one.verdict is MachineVerdict.FAILS for one in of_room)


def _room_machines(here: Ground, room: RoomId | None) -> Said:
    if not here.rulebook.hardware or room is None:
        return NOT_ASKED
    if down := faulty(here.site, room):
        return no(Cause.MACHINES_DOWN, len(down))
    kinds, serving = MachineKind, here.site.invigilation.get(room)
    exams = [one for one in here.machines.values() if (one.machine.kind, one.machine.room) == (kinds.EXAM, room)]
    desks = [
        one
        for one in here.machines.values()
        if one.machine.kind is kinds.INVIGILATION
        and (one.machine.name == serving if serving else one.machine.room == room)
    ]
    failing = sum(one.verdict is MachineVerdict.FAILS for one in (*exams, *desks))
    if failing := failing + _failing_switches(here, room):
        return no(Cause.MACHINES_FAIL, failing)
    if not desks or any(one.verdict is MachineVerdict.NOT_CHECKED for one in desks):
        return unknown(Cause.INVIGILATION_MACHINE_UNCHECKED)
    wanted, checked = machines_in(here.site, room), sum(one.verdict in GOOD for one in exams)
    return YES if checked >= wanted else unknown(Cause.MACHINES_UNCHECKED, wanted - checked)


def _spare_machine(here: Ground, _: RoomId | None) -> Said:
    """An invigilation machine that stands in no room (STF-09, LCK-09)."""
    kind, used = MachineKind.INVIGILATION, set(here.site.invigilation.values())
    spare = [one for one in here.machines.values() if one.machine.kind is kind and one.machine.room is None]
    free = [one.verdict for one in spare if one.machine.name not in used]
    if not here.rulebook.hardware:
        return NOT_ASKED
    if not free:
        return no(Cause.NO_SPARE_MACHINE)
    if all(verdict is MachineVerdict.FAILS for verdict in free):
        return no(Cause.MACHINES_FAIL, len(free))
    return YES if GOOD.intersection(free) else unknown(Cause.SPARE_UNCHECKED)


def _spare_seats(here: Ground, room: RoomId | None) -> Said:
    plan = here.site.plans[room] if room else None
    return YES if plan and spare_seats(plan) else no(Cause.NO_SPARE_SEAT)


def _site_tests(here: Ground, _: RoomId | None) -> Said:
    site = here.site
    if not here.rulebook.sealing.value:
        return NOT_ASKED
    if site.sealed_room_test is None:
        return unknown(Cause.SEALED_ROOM_TEST_MISSING)
    if not site.sealed_room_test:
        return no(Cause.SEALED_ROOM_TEST_FAILED)
    return YES if site.accepted_at else no(Cause.NOT_ACCEPTED)


def _room_tests(here: Ground, room: RoomId | None) -> Said:
    site = here.site
    if site.accepted_at and room in site.accepted_without:
        return no(Cause.LEFT_OUT)
    if room and site.plans[room].cloud and not full_load(site, room):
        return no(Cause.FULL_LOAD_MISSING)
    if not here.rulebook.simulated_test.value:
        return NOT_ASKED
    test = site.room_tests.get((TestKind.SIMULATED, room)) if room else None
    if test is None:
        return unknown(Cause.TEST_MISSING)
    return YES if test.passed else no(Cause.TEST_FAILED)


def _items(here: Ground, room: RoomId | None) -> Said:
    """What is only advised says nothing; an item that has to be looked at again is stale."""
    asked = [rule for rule in here.rulebook.readiness if not rule.advice and rule.item not in OWN_GATE]
    asked = [rule for rule in asked if room in places_of(here.site, rule)]
    if not asked:
        return NOT_ASKED
    looked = [here.site.readiness.get((rule.item, room)) for rule in asked]
    if faults := sum(one is not None and one.state is LookState.FAULTY for one in looked):
        return no(Cause.ITEMS_FAULTY, faults)
    if left := sum(one is None for one in looked):
        return unknown(Cause.ITEMS_OPEN, left)
    old = sum(one is not None and _old(here, rule, one) for one, rule in zip(looked, asked, strict=True))
    return stale(Cause.ITEMS_OLD, old) if old else YES


def _old(here: Ground, rule: ReadinessRule, looked: Looked) -> bool:
    """Looked at longer before the first start than it holds."""
    return bool(rule.holds_hours) and looked.at < _first_start(here) - timedelta(hours=rule.holds_hours)


def _first_start(here: Ground) -> datetime:
    starts = (state.plan.starts_at for state in here.site.sessions.values() if state.plan.starts_at.date() == here.day)
    return min(starts, default=here.now)


def _site_forms(here: Ground, _: RoomId | None) -> Said:
    if Contact.DUTY not in here.site.contacts:
        return no(Cause.DUTY_PHONE_MISSING)
    out = [copy for copy in here.site.sheets if copy.came_out]
    missing = {SiteForm.CONTACTS, SiteForm.NOTICES} - {
        copy.form for copy in out if copy.form == SiteForm.CONTACTS or copy.subject == here.day.isoformat()
    }
    return no(Cause.FORMS_NOT_PRINTED, len(missing)) if missing else YES


def _room_forms(here: Ground, room: RoomId | None) -> Said:
    """Numbered blanks of the violation sheets lie there: printed here, or brought and counted (VIO-03)."""
    held = {f"{one}-{room}" for one, state in here.site.sessions.items() if state.plan.starts_at.date() == here.day}
    blanks = (copy for copy in here.site.sheets if copy.form == SiteForm.VIOLATION_BLANKS and copy.came_out)
    printed = any(copy.subject in held for copy in blanks)
    looked = here.site.readiness.get((ReadinessItem.VIOLATION_SHEETS, room))
    brought = looked is not None and looked.state is LookState.DONE
    return YES if printed or brought else no(Cause.FORMS_NOT_PRINTED, 1)


def _printer(here: Ground, _: RoomId | None) -> Said:
    rule = rule_of(here.rulebook, ReadinessItem.PRINTER)
    looked = here.site.readiness.get((ReadinessItem.PRINTER, None))
    if rule is None or rule.advice:
        return NOT_ASKED
    if looked is None:
        return unknown(Cause.PRINTER_NOT_TRIED)
    if looked.state is LookState.FAULTY:
        return no(Cause.PRINTER_FAULTY)
    return stale(Cause.PRINTER_TRIED_EARLIER) if _old(here, rule, looked) else YES


def _mirror(here: Ground, _: RoomId | None) -> Said:
    mirror = here.site.safe.mirror
    if mirror is None:
        return no(Cause.MIRROR_NOT_BEGUN if here.site.safe.media else Cause.NO_MEDIUM)
    return stale(Cause.MIRROR_OUT) if mirror.out else YES


def _closed(here: Ground, room: RoomId | None) -> Said:
    closed = here.site.closed_rooms.get(room) if room else None
    if closed is None:
        return no(Cause.NOT_CLOSED)
    if closed.disturbed:
        return stale(Cause.DISTURBED)
    opened_early = closed.opened_at is not None and closed.opened_at.date() < here.day
    return no(Cause.NOT_CLOSED) if opened_early else YES


def _nothing(_: Ground, __: RoomId | None) -> Said:
    return NOT_ASKED


LOOKS: Mapping[Gate, tuple[Look, Look]] = {
    Gate.DATA: (_data, _data),
    Gate.TIMESTAMP: (_timestamp, _nothing),
    Gate.LOCK: (_site_lock, _room_lock),
    Gate.CALIBRATION: (_nothing, _calibration),
    Gate.CLOCK: (_site_clock, _room_clock),
    Gate.MACHINES: (_site_machine, _room_machines),
    Gate.SPARE: (_spare_machine, _spare_seats),
    Gate.TESTS: (_site_tests, _room_tests),
    Gate.STAFF: (site_staff, room_staff),
    Gate.ITEMS: (_items, _items),
    Gate.FORMS: (_site_forms, _room_forms),
    Gate.PRINTER: (_printer, _nothing),
    Gate.MIRROR: (_mirror, _nothing),
    Gate.CLOSED: (_nothing, _closed),
}
"""Every gate, of the site and of a room."""


def cells(site: Site, rulebook: Rulebook, people: Directory, now: datetime) -> tuple[Cell, ...]:
    """The whole board: the site first, then room by room, gate by gate."""
    return tuple(board(LOOKS, ground(site, rulebook, people, now)))


def open_gates(found: Iterable[Cell]) -> tuple[OpenGate, ...]:
    """What is not yes, as it is signed."""
    return tuple(OpenGate(cell.key, cell.count) for cell in sorted(found, key=lambda cell: cell.key) if cell.open)
