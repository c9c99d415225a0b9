"""How far each step of the exam day is (考试日流程): figures from the state alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.core.calibration import rooms_without_lock
from app.core.debts import due_at, room_debts
from app.core.delay_authority import allowed
from app.core.extra_time_people import answering
from app.core.gate import CheckName, blocking
from app.core.incident_state import Fault
from app.core.plan import Session
from app.core.room_gate import blockers
from app.core.room_open import not_here
from app.core.room_state import RoomSession, SettledAs, Sitting
from app.core.rulebook import Rulebook, Tier
from app.core.safekeeping import safe_since_check, since_check
from app.core.session_state import SessionState
from app.core.site import Site, Source
from app.core.terms import CauseNo
from app.core.timekeeping import authorization_opens, delay_tier, ends, entry_closes, reminder, room_ready
from app.core.timestamp import odd_timestamp
from app.views.delays import causes_of
from app.views.evening import evening
from app.views.incidents import reports_due
from app.views.overflow import overflowing
from app.views.preparing import before_the_day, rooms_closed, seen_to
from app.views.step import Measure, StepKind
from app.views.transfers import Press, pending

_BEFORE_SEALING = frozenset({StepKind.EVE_ITEMS, StepKind.CLOSE_ROOMS})


def before(site: Site, rulebook: Rulebook, *, lists: bool = True) -> tuple[Measure, ...]:
    """The day before, and with `lists` the days before that: what is seen to then never holds up the rest."""
    eve = _eve(site)
    looked, rooms = (tuple(seen_to(site, rulebook, eve)), tuple(rooms_closed(site, eve))) if lists else ((), ())
    # Under seal nothing is entered: what belongs to the eve comes first, as far as anybody means to do it.
    ready = all(one.done >= one.total for one in (*looked, *rooms) if one.kind in _BEFORE_SEALING)
    stamped = len(site.timestamps.keys() & {Source.PLATFORM, Source.CALIBRATION})
    agreed = stamped == 2 and odd_timestamp(site) is None
    kind = StepKind
    closed = (
        Measure(kind.SEALED_ROOM_TEST, int(site.sealed_room_test is True), 1, eve, gate=kind.EXAM_AUTHORIZATION),
        Measure(kind.ACCEPT, int(site.accepted_at is not None), 1, eve, gate=kind.SEALED_ROOM_TEST),
        *rooms,
        Measure(kind.SEAL, int(site.seal is not None), 1, eve, gate=kind.ACCEPT, pressing=ready),
    )
    return (
        Measure(kind.IMPORT, int(site.package is not None), 1),
        *looked,
        Measure(kind.TIMESTAMPS, stamped if agreed else min(stamped, 1), 2, eve, gate=kind.IMPORT),
        Measure(kind.SCAN, int(site.scan_passed is True), 1, eve, gate=kind.IMPORT),
        Measure(kind.EXAM_AUTHORIZATION, int(bool(site.exam_authorization)), 1, eve, gate=kind.SCAN),
        *(closed if rulebook.sealing.value else ()),
    )


def _eve(site: Site) -> datetime | None:
    """Midnight before the day before the first exam day."""
    first = min((state.plan.starts_at for state in site.sessions.values()), default=None)
    return first.replace(hour=0, minute=0, second=0) - timedelta(days=1) if first else None


def of_session(site: Site, rulebook: Rulebook, state: SessionState, now: datetime) -> tuple[Measure, ...]:
    """One session, from unsealing on; nothing for a session without rooms."""
    if not state.rooms:
        return ()
    plan, rooms, admitting = state.plan, _holding(state), _admitting(state)
    if not rooms:
        # Called off everywhere: of the day itself the evening is left.
        return (*reports_due(site, rulebook, plan), *evening(site, rulebook, plan))
    size, late = len(rooms), tuple(_late(site, rulebook, state, now))
    # Rooms that something holds up wait for whoever may allow their start: that is what presses, and not the report.
    held_up = sum(one.total for one in late) == sum(room.started_at is None for room in rooms) > 0
    runs = [room.runs_from for room in rooms if room.runs_from] or [plan.starts_at]
    doors = [room.door_from for room in rooms if room.door_from] or [plan.starts_at]
    due = due_at(site, plan.id, rulebook)
    backups = since_check(site, plan.id)
    kind = StepKind
    return (
        *reports_due(site, rulebook, plan),
        *_morning(site, rulebook, state, now),
        *before_the_day(site, rulebook, state),
        Measure(
            kind.AUTHORIZE,
            int(bool(state.start_authorization)),
            1,
            authorization_opens(plan, rulebook),
            room_ready(plan, rulebook),
            kind.RECEIVE,
        ),
        Measure(
            kind.RELEASE,
            sum(bool(room.release) for room in admitting),
            len(admitting),
            authorization_opens(plan, rulebook),
            room_ready(plan, rulebook),
            kind.AUTHORIZE,
        ),
        Measure(
            kind.ADMIT,
            sum(_admitted(room, plan, rulebook, now) for room in rooms),
            size,
            room_ready(plan, rulebook),
            gate=kind.RELEASE,
        ),
        *late,
        Measure(
            kind.START,
            sum(room.started_at is not None for room in rooms),
            size,
            plan.starts_at,
            None if held_up else plan.starts_at + timedelta(seconds=rulebook.on_time_tolerance_seconds.value),
            kind.DELAYS if held_up else kind.RELEASE,
        ),
        Measure(
            kind.ATTENDANCE,
            sum(room.attendance_confirmed_at is not None for room in rooms),
            size,
            entry_closes(min(doors), plan, rulebook) + timedelta(seconds=1),
            ends(max(runs), plan),
            kind.START,
        ),
        *_transfers(site, rulebook, state, now),
        *_lost(site, state),
        *_alone(state),
        Measure(
            kind.COLLECT,
            sum(room.ended_at is not None or not blockers(site, room) for room in rooms),
            size,
            ends(min(runs), plan),
            due,
            kind.ATTENDANCE,
        ),
        Measure(
            kind.END,
            sum(room.ended_at is not None for room in rooms),
            size,
            ends(min(runs), plan),
            due,
            kind.COLLECT,
        ),
        Measure(
            kind.RESULTS,
            sum(room.result is not None and not room.result.differences for room in rooms),
            size,
            ends(min(runs), plan),
            due,
            kind.ATTENDANCE,
        ),
        Measure(kind.CHECK, int(bool(state.checked_at)), 1, by=due, gate=kind.RESULTS),
        Measure(
            kind.BACKUP,
            int(bool(safe_since_check(site, plan.id))),
            1,
            by=_before_next(site, plan, due),
            gate=kind.CHECK,
        ),
        *_papers(site, rulebook, rooms, due),
        # No upload waits for a medium.
        Measure(kind.RECEIPT, int(any(one.receipt for one in backups)), 1, gate=None if backups else kind.BACKUP),
        *evening(site, rulebook, plan),
    )


def _before_next(site: Site, plan: Session, due: datetime) -> datetime:
    """An open backup shows red when the next session of the day starts, and holds up nothing (DAT-07)."""
    held = (state.plan.starts_at for state in site.sessions.values() if state.rooms)
    later = (at for at in held if at > plan.starts_at and at.date() == plan.starts_at.date())
    return min((due, *later))


_PAPERS = (
    (StepKind.SCRATCH, CheckName.SCRATCH_PAPER),
    (StepKind.RECORDS, CheckName.RECORD_PRINTED),
    (StepKind.SIGN, CheckName.RECORD_SIGNED),
)


def _papers(site: Site, rulebook: Rulebook, rooms: tuple[RoomSession, ...], due: datetime) -> Iterator[Measure]:
    """Scratch paper, which the record counts, then the record on paper, then its signatures."""
    owed = [blocking(room_debts(site, room, rulebook)) for room in rooms if room.ended_at]
    for kind, name in _PAPERS:
        if name is not CheckName.SCRATCH_PAPER or rulebook.scratch_paper.value:
            done = sum(name not in debts for debts in owed)
            gate = StepKind.RECORDS if kind is StepKind.SIGN else StepKind.END
            yield Measure(kind, done, len(rooms), by=due, gate=gate)


def _alone(state: SessionState) -> Iterator[Measure]:
    """Somebody goes on with a standalone package, or has consent to and sits nowhere."""
    here = {ticket: one for room in state.rooms.values() for ticket, one in room.sittings.items()}
    asked = [one for one in state.standalone.values() if one.packages or _sits_nowhere(here[one.ticket])]
    back = sum(not one.live and not one.undecided and bool(one.packages) for one in asked)
    if back < len(asked):
        yield Measure(StepKind.STANDALONE, back, len(asked))


def _sits_nowhere(one: Sitting) -> bool:
    return not one.sits_at and answering(one)


def _holding(state: SessionState) -> tuple[RoomSession, ...]:
    """Without standby rooms that were opened and never needed, and without rooms that everybody left for another."""
    return tuple(room for room in state.rooms.values() if room.in_use and not room.moved_to)


def _admitting(state: SessionState) -> tuple[RoomSession, ...]:
    """Rooms that are released, and those that still are to be."""
    over = all(room.ended_at for room in _holding(state))
    return tuple(room for room in state.rooms.values() if room.release or not (over or not_here(room)))


def _late(site: Site, rulebook: Rulebook, state: SessionState, now: datetime) -> Iterator[Measure]:
    """Rooms that something keeps from starting in time: allowed ones are done, what is left is to start them."""
    plan = state.plan
    if now < plan.starts_at or delay_tier(now - plan.starts_at, rulebook) is Tier.ON_TIME:
        return
    waiting = (room.room for room in _holding(state) if room.started_at is None)
    late = [room for room in waiting if causes_of(site, plan.id, room)]
    if late:
        done = sum(allowed(site, plan.id, room, now, rulebook) is not None for room in late)
        by = plan.starts_at + timedelta(seconds=rulebook.on_time_tolerance_seconds.value)
        yield Measure(StepKind.DELAYS, done, len(late), plan.starts_at, by)


def _lost(site: Site, state: SessionState) -> Iterator[Measure]:
    """Rooms that stood still and go on again; done where minutes were given on that fault, or the room has ended."""
    mended = [fault for fault in site.faults.values() if fault.closed_at and not fault.seats and fault.machine_down]
    total = done = 0
    for room in _holding(state) if mended else ():
        cited = {cause for line in state.extra_time if room.room in (line.room, line.moved) for cause in line.causes}
        stopped = {CauseNo(fault.number) for fault in mended if _stopped(fault, room)}
        total += bool(stopped)
        done += bool(stopped) and (room.ended_at is not None or stopped <= cited)
    if total:
        yield Measure(StepKind.EXTRA_TIME, done, total)


def _stopped(fault: Fault, room: RoomSession) -> bool:
    """Whether the fault took answering time from the whole room."""
    here = fault.room in (room.room, room.moved_from, None)
    over = fault.closed_at or fault.happened_at
    return here and room.started_at is not None and over > max(room.started_at, fault.happened_at)


def _transfers(site: Site, rulebook: Rulebook, state: SessionState, now: datetime) -> Iterator[Measure]:
    """While somebody has no seat where they came: sent on and taken in before the reminder of the room that sends them,
    settled before its end."""
    open_ones = pending(site, rulebook, state.plan.id, now)
    under_way = [one.pressed_from for one in open_ones if one.press is Press.UNDER_WAY]
    pressed = [one.ends_at for one in open_ones if one.press is not Press.UNDER_WAY]
    if site.package is not None and site.package.plan.overbooked:
        rooms = [state.rooms[one.room] for one in overflowing(site, state.plan.id)]
        under_way += [reminder(room.runs_from or state.plan.starts_at, state.plan, rulebook) for room in rooms]
    if under_way:
        done = sum(one.settled not in (None, SettledAs.KEPT, SettledAs.MOVED_ROOM) for one in state.transfers)
        yield Measure(StepKind.TRANSFERS, done, done + len(under_way), by=min(under_way))
    if pressed:
        yield Measure(StepKind.SETTLE, 0, len(pressed), by=min(pressed))


def _morning(site: Site, rulebook: Rulebook, state: SessionState, now: datetime) -> Iterator[Measure]:
    """Before T-60: out of the seal, the rooms' locks ready, the start authorization here."""
    plan, kind = state.plan, StepKind
    opens, by = authorization_opens(plan, rulebook), room_ready(plan, rulebook)
    day = plan.starts_at.replace(hour=0, minute=0, second=0)
    authorized = bool(state.start_authorization)
    if rulebook.sealing.value:
        opened = site.seal.opened_at if site.seal else None
        unsealed = authorized or (opened is not None and opened.date() == day.date())
        yield Measure(kind.UNSEAL, int(unsealed), 1, day, by)
    if rulebook.room_locks.value:
        rooms = _admitting(state)
        without = len(rooms_without_lock(site, [room.room for room in rooms if not room.release], now, rulebook))
        gate = kind.UNSEAL if rulebook.sealing.value else None
        yield Measure(kind.LOCKS, len(rooms) - without, len(rooms), day, by, gate)
    batch = (other.plan for other in site.sessions.values() if other.plan.batch == plan.batch)
    first = min(authorization_opens(other, rulebook) for other in batch)
    received = authorized or state.received is not None
    yield Measure(kind.RECEIVE, int(received), 1, min(first, opens), by)


def _admitted(room: RoomSession, plan: Session, rulebook: Rulebook, now: datetime) -> bool:
    """Entry to the room is over."""
    return room.door_from is not None and now > entry_closes(room.door_from, plan, rulebook)
