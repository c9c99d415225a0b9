"""What goes onto the forms, taken from the state and the directory at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from app.core.directory import Directory
from app.core.incident_state import Fault, Incident
from app.core.ledger import count
from app.core.locks import lock_of_room
from app.core.on_record import stands_on
from app.core.places import spans
from app.core.room_state import Answers, Presence, RoomSession
from app.core.site import Package, Site
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import entry_rule
from app.crypto.fingerprint import thumbprint
from app.views.room_end import check_lines, scratch_line, standalone_lines
from app.views.room_notes import room_notes
from app.views.room_record import AbsenceLine, AnswersLine, EventLine, LateLine, RoomRecord
from app.views.room_release import CandidateLine, ReleaseSheet
from app.views.room_violations import violation_lines


def room_record(site: Site, people: Directory, session: SessionId, room: RoomId) -> RoomRecord:
    """The room record of a room that was arranged in this session."""
    package, state, figures = _package(site), site.sessions[session], count(site.sessions[session].rooms[room])
    here, plan = state.rooms[room], site.plans[room]
    return RoomRecord(
        mode=site.mode,
        exam=package.exam.title,
        level=package.exam.level,
        rulebook=package.rulebook.title,
        site_code=site.code,
        site_name=package.plan.name,
        session=session,
        subject=state.plan.subject,
        room=room,
        room_name=plan.name,
        building=site.plans[room].building,
        floor=site.plans[room].floor,
        planned_start=state.plan.starts_at,
        planned_end=state.plan.ends_at,
        started_at=here.started_at,
        ended_at=here.ended_at,
        arranged=figures.arranged,
        transferred_in=figures.transferred_in,
        transferred_out=figures.transferred_out,
        present=figures.present,
        absent=figures.absent,
        collected=figures.collected,
        written_off=figures.written_off,
        never_logged_in=figures.never_logged_in,
        absences=tuple(_absences(here, people)),
        late=tuple(
            LateLine(late.ticket, people.name(late.ticket), late.came_at)
            for late in site.late
            if late.session == session and late.room in (room, here.moved_from)
        ),
        lost=tuple(_lost(here, people)),
        events=tuple(_events(site, session, room)),
        notes=room_notes(site, people, session, room),
        spares=spans(tuple(here.spares if here.ended_at else site.spares.get(room, ()))),
        signers=package.rulebook.record_signers.value,
        timestamp=package.plan.timestamp,
        ministry=thumbprint(site.ministry),
        software_lock=site.lock.software,
        standalone=standalone_lines(site, people, here),
        checks=check_lines(here),
        violations_at=here.violations_confirmed_at,
        by_hand=here.result is not None and here.result.by_hand,
        scratch=scratch_line(here),
        violations=violation_lines(site, people, session, room),
    )


def _package(site: Site) -> Package:
    if site.package is None:
        raise LookupError("no package in force")
    return site.package


def _absences(room: RoomSession, people: Directory) -> Iterable[AbsenceLine]:
    for sitting in sorted(room.sittings.values(), key=lambda one: one.ticket):
        if sitting.presence is Presence.ABSENT and sitting.marked_absent_at:
            ticket = sitting.ticket
            yield AbsenceLine(
                sitting.seat or "", ticket, people.name(ticket), people.id_tail(ticket), sitting.marked_absent_at
            )


def _events(site: Site, session: SessionId, room: RoomId) -> Iterable[EventLine]:
    """What concerns this room in this session, and what concerned the whole site while the room was at it."""
    here = site.sessions[session].rooms[room]
    every: Iterable[Incident | Fault] = chain(site.incidents.values(), site.faults.values())
    for event in sorted(every, key=lambda one: one.happened_at):
        if stands_on(event, here):
            fault = event if isinstance(event, Fault) else None
            yield EventLine(
                event.number,
                event.kind,
                event.room or "",
                spans(fault.seats) if fault else "",
                event.happened_at,
                event.closed_at,
                event.severity if isinstance(event, Incident) else "",
            )


def _lost(room: RoomSession, people: Directory) -> Iterable[AnswersLine]:
    for ticket, sitting in sorted(room.sittings.items()):
        if sitting.presence is Presence.PRESENT and sitting.answers in (Answers.WRITTEN_OFF, Answers.NEVER_LOGGED_IN):
            yield AnswersLine(ticket, people.name(ticket), sitting.answers, sitting.written_off_on)


def release_sheet(site: Site, people: Directory, session: SessionId, room: RoomId) -> ReleaseSheet:
    """The release of a room that was released for this session."""
    package, state = _package(site), site.sessions[session]
    lock = lock_of_room(site, room)
    return ReleaseSheet(
        mode=site.mode,
        exam=package.exam.title,
        site_code=site.code,
        site_name=package.plan.name,
        session=session,
        subject=state.plan.subject,
        room=room,
        room_name=site.plans[room].name,
        building=site.plans[room].building,
        floor=site.plans[room].floor,
        planned_start=state.plan.starts_at,
        minutes=state.plan.minutes,
        late_entry_minutes=entry_rule(state.plan, package.rulebook).value,
        timestamp=package.plan.timestamp,
        lock_serial=lock.serial if lock else "",
        serial=state.rooms[room].release,
        overbooked=package.plan.overbooked,
        candidates=tuple(
            CandidateLine(sitting.seat or "", sitting.ticket[-3:], sitting.ticket, people.name(sitting.ticket))
            for sitting in sorted(state.rooms[room].sittings.values(), key=lambda one: one.ticket)
        ),
        ministry=thumbprint(site.ministry),
        software_lock=site.lock.software,
    )
