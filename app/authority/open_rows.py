"""What a received journal comes to, as rows of tables: one a session, a room, a candidate, a transfer, and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.authority.csv_file import Row
from app.core.directory import Directory
from app.core.incident_kinds import IncidentKind
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import Digest, PersonId, SessionId, Ticket

Say = Callable[[Enum], str]


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


SESSIONS = _columns(
    "session subject starts_at minutes authorization rooms arranged present absent pending answers_checked_at backups "
    "receipt"
)
ROOMS = _columns(
    "session room name building floor arranged transferred_in transferred_out present absent released started_at "
    "extra_minutes attendance_at result_version result_by_hand result_differs answers_confirmed_at "
    "violations_confirmed_at ended_at called_off moved_from moved_to let_stand"
)
CANDIDATES = _columns(
    "session room arranged_room seat ticket name id_type id_number presence presence_said entered_at absent_at "
    "logged_in_at left_at extra_minutes answers answers_said standalone files remark"
)
TRANSFERS = _columns(
    "number session ticket name out_of out_at incident into settled settled_said settled_at late told_by"
)
INCIDENTS = _columns(
    "number kind kind_said severity session room happened_at found_at over_at closed_at follower log reports"
)
FAULTS = _columns("number kind session room seats happened_at over_at")
EXTRA_TIME = _columns(
    "number session room moved_room ticket name minutes tier cause causes lost_from lost_until entered_at reported_by "
    "tool taken_back_at taken_back_for"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """Which files hold somebody's answers, and what is to be said of them."""

    files: tuple[str, ...] = ()
    remark: str = ""


Answers = Mapping[tuple[SessionId, Ticket], Opened]


@dataclass(frozen=True, slots=True)
class Rows:
    """`say` words an enum; names are missing where the personal data were erased."""

    site: Site
    people: Directory
    say: Say

    def sessions(self) -> Iterator[Row]:
        for session, state in self.site.sessions.items():
            backups = [one for one in self.site.safe.backups.values() if one.session == session]
            seen = Counter(one.presence for room in state.rooms.values() for one in room.sittings.values())
            yield (
                session,
                state.plan.subject,
                str(state.plan.starts_at),
                state.plan.minutes,
                state.start_authorization,
                sum(room.in_use for room in state.rooms.values()),
                sum(room.arranged for room in state.rooms.values()),
                seen[Presence.PRESENT],
                seen[Presence.ABSENT],
                sum(one.settled is None for one in state.transfers),
                _at(state.checked_at),
                len(backups),
                next((one.receipt for one in reversed(backups) if one.receipt), ""),
            )

    def rooms(self) -> Iterator[Row]:
        for state, room in self._rooms():
            plan, result = self.site.plans.get(room.room), room.result
            seen = Counter(one.presence for one in room.sittings.values())
            yield (
                state.plan.id,
                room.room,
                *((plan.name, plan.building, plan.floor) if plan else ("", "", "")),
                room.arranged,
                room.transferred_in,
                room.transferred_out,
                seen[Presence.PRESENT],
                seen[Presence.ABSENT],
                room.release,
                _at(room.started_at),
                room.extra_minutes,
                _at(room.attendance_confirmed_at),
                result.version if result else "",
                _yes(bool(result and result.by_hand)),
                " ".join(result.differences) if result else "",
                _at(room.answers_confirmed_at),
                _at(room.violations_confirmed_at),
                _at(room.ended_at),
                room.called_off or "",
                room.moved_from or "",
                room.moved_to or "",
                " ".join(room.overridden),
            )

    def candidates(self, answers: Answers) -> Iterator[Row]:
        for state, room in self._rooms():
            for ticket, sitting in sorted(room.sittings.items()):
                opened = answers.get((state.plan.id, ticket), Opened())
                yield (*self._candidate(state, sitting), " ".join(opened.files), opened.remark)

    def _candidate(self, state: SessionState, one: Sitting) -> Row:
        person = self.people.candidates.get(one.ticket)
        return (
            state.plan.id,
            one.room,
            one.origin,
            one.sits_at or one.seat or "",
            one.ticket,
            *((person.name, person.id_type, person.id_number) if person else ("", "", "")),
            one.presence,
            self.say(one.presence),
            _at(one.entered_at),
            _at(one.marked_absent_at),
            _at(one.logged_in_at),
            _at(one.left_at),
            one.extra_minutes,
            one.answers,
            self.say(one.answers),
            _yes(one.standalone),
        )

    def transfers(self) -> Iterator[Row]:
        for session, state in self.site.sessions.items():
            for one in state.transfers:
                yield (
                    one.number,
                    session,
                    one.ticket,
                    self.people.name(one.ticket) or "",
                    one.out_of,
                    str(one.out_at),
                    one.incident or "",
                    one.into or "",
                    one.settled or "",
                    self.say(one.settled) if one.settled else "",
                    _at(one.settled_at),
                    _yes(one.late),
                    self._person(one.told_by),
                )

    def incidents(self) -> Iterator[Row]:
        for number, one in sorted(self.site.incidents.items()):
            yield (
                number,
                one.kind,
                self.say(IncidentKind(one.kind)),
                one.severity,
                one.session or "",
                one.room or "",
                str(one.happened_at),
                _at(one.found_at),
                _at(one.closed_at),
                _at(one.filed_at),
                self._person(one.follower),
                "\n".join(f"{note.at} {note.kind} {self._text(note.text)}" for note in one.notes),
                "\n".join(
                    f"{told.at} {told.kind} {told.hop} {told.means} {self._text(told.text)}" for told in one.reports
                ),
            )

    def faults(self) -> Iterator[Row]:
        for number, one in sorted(self.site.faults.items()):
            place = (one.session or "", one.room or "", " ".join(one.seats))
            yield (number, one.kind, *place, str(one.happened_at), _at(one.closed_at))

    def extra_time(self) -> Iterator[Row]:
        """One line a candidate: what was given to a whole room too."""
        for session, state in self.site.sessions.items():
            for one in state.extra_time:
                for ticket in one.tickets or (Ticket(""),):
                    yield (
                        one.number,
                        session,
                        one.room,
                        one.moved or "",
                        ticket,
                        self.people.name(ticket) or "",
                        one.minutes,
                        one.tier,
                        one.cause,
                        " ".join(one.causes),
                        str(one.lost_from),
                        str(one.lost_until),
                        str(one.at),
                        self._person(one.reported_by),
                        one.tool,
                        _at(one.taken_back_at),
                        one.taken_back_for,
                    )

    def _rooms(self) -> Iterator[tuple[SessionState, RoomSession]]:
        for state in self.site.sessions.values():
            for _, room in sorted(state.rooms.items()):
                yield state, room

    def _person(self, person: PersonId | None) -> str:
        return self.people.staff_name(person) if person else ""

    def _text(self, kept: Digest) -> str:
        """All that was typed there, part by part."""
        found = self.people.texts.get(kept)
        return " / ".join(said.strip() for _, said in found.parts) if found else ""


def _at(moment: datetime | None) -> str:
    return str(moment) if moment else ""


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
