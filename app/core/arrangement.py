"""Arrangement (编排): the exam package taken in whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar

import msgspec

from app.core.locks import SiteLockNotRegistered, enter
from app.core.operation import OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.plan import Candidate, RegisteredAs
from app.core.room_state import RoomSession, Sitting
from app.core.session_state import SessionState
from app.core.site import Package, Site, Source, TimestampReading
from app.core.terms import ClauseId, RoomId, SessionId, Ticket


def plain(text: str) -> str:
    """Full-width signs and outer spaces put right (ARR-01)."""
    return unicodedata.normalize("NFKC", text).strip()


class Place(msgspec.Struct, frozen=True, gc=False):
    """One candidate's arranged place, without the person."""

    ticket: Ticket
    seat: str | None


class RoomPlaces(msgspec.Struct, frozen=True):
    """Everyone arranged into one room in one session, by ticket."""

    session: SessionId
    room: RoomId
    places: tuple[Place, ...]


def room_places(candidates: Iterable[Candidate]) -> tuple[RoomPlaces, ...]:
    """The roster turned into rooms, without names: what the journal may hold."""
    rooms: dict[tuple[SessionId, RoomId], list[Place]] = {}
    for candidate in candidates:
        for allotment in candidate.allotments:
            rooms.setdefault((allotment.session, allotment.room), []).append(Place(candidate.ticket, allotment.seat))
    return tuple(
        RoomPlaces(session, room, tuple(sorted(places, key=lambda place: place.ticket)))
        for (session, room), places in sorted(rooms.items())
    )


class TakeInPackage(Operation, frozen=True):
    """Put a package in force that was read, checked and stored whole; `begun`: when the reading began (LCK-10)."""

    package: Package
    rooms: tuple[RoomPlaces, ...]
    begun: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,) if site.package else (), site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        offered, current = self.package, site.package
        if offered.rulebook.must_confirm:
            return NumbersNotConfirmed(offered.rulebook.id)
        closes_by = self.begun + timedelta(minutes=offered.rulebook.receipt_minutes.value)
        if desk.now > closes_by:
            return TakenTooLong(closes_by)
        own = (RegisteredAs.SITE, site.lock.serial, site.lock.key)
        if not any((lock.kind, lock.serial, lock.jwk) == own for lock in offered.locks):
            return SiteLockNotRegistered(site.lock.serial)
        if current:
            if current.digest == offered.digest:
                return ()
            if offered.edition <= current.edition:
                return EditionNotNewer(offered.edition, current.edition)
            begun = tuple(s for s, state in sorted(site.sessions.items()) if _begun(state))
            if begun:
                return SessionsUnderWay(begun)
        rooms = (RoomArranged(room.session, room.room, room.places) for room in self.rooms)
        return (PackageTakenIn(offered), *rooms)


def _begun(state: SessionState) -> bool:
    return any(
        room.started_at or any(one.entered_at or one.held or one.suspicion for one in room.sittings.values())
        for room in state.rooms.values()
    )


class PackageTakenIn(Fact, frozen=True):
    """An exam package came into force; an older edition's plan, comparison and authorizations fell with it."""

    package: Package

    def apply(self, site: Site) -> None:
        if site.package is None or site.package.exam.id != self.package.exam.id:
            site.register, site.drawn_before = 0, {}
        package = site.package = self.package
        site.sessions = {session.id: SessionState(session) for session in package.exam.sessions}
        site.plans = {room.id: room for room in package.plan.rooms}
        issued = plain(package.plan.timestamp)
        site.timestamps = {Source.ISSUED: TimestampReading(issued, issued != package.plan.timestamp)}
        site.scan_passed = None
        site.exam_authorization, site.exam_document = "", None
        site.sealed_room_test, site.accepted_at, site.accepted_without = None, None, ()
        # Drawn for rooms of that edition, from an authorization of it; its numbers are not given out again.
        site.drawn_before |= {day: duty.numbered[-1].number for day, duty in site.duty.items()}
        site.duty, site.board = {}, None
        enter(site, package.locks)
        site.blobs |= {package.roster, package.staff, package.members}


class RoomArranged(Fact, frozen=True):
    """The agency's arrangement of one room in one session."""

    session: SessionId
    room: RoomId
    places: tuple[Place, ...]

    def apply(self, site: Site) -> None:
        sittings = {
            place.ticket: Sitting(place.ticket, self.session, self.room, self.room, place.seat) for place in self.places
        }
        site.sessions[self.session].rooms[self.room] = RoomSession(
            self.session, self.room, arranged=len(self.places), sittings=sittings
        )


class PackageMissing(Refusal, frozen=True):
    """First the exam package is taken in."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-09")


class NumbersNotConfirmed(Refusal, frozen=True):
    """A template's numbers count only when the agency confirmed them against the notice."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-09")
    rulebook: str


class TakenTooLong(Refusal, frozen=True):
    """What is received is received within its time, or from the beginning again."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-10")
    closes_by: datetime


class EditionNotNewer(Refusal, frozen=True):
    """Only a newer edition replaces the package in force."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-05")
    offered: int
    current: int


class SessionsUnderWay(Refusal, frozen=True):
    """Once someone has entered, the arrangement stays."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-05")
    sessions: tuple[SessionId, ...]
