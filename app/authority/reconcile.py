"""What a site says it was given, held against what the province gave: codes, late starts and minutes (TIM-06, TIM-13).

The site is not believed: its entries are replayed one by one, and each is judged by the ledger as it stood then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.authority import codes_given
from app.authority.codes_given import Given
from app.authority.findings import Disagreement, Finding
from app.authority.keys import Agency
from app.authority.options import BEIJING
from app.authority.receive import Opened, open_backup
from app.core.code_entry import CodeEntered
from app.core.delay_authority import allowed, covering
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_ceiling import covered
from app.core.extra_time_request import ExtraTimeTakenBack
from app.core.operation import Fact
from app.core.rulebook import Rulebook, Tier
from app.core.site import Site
from app.core.start import RoomStarted, StartNotCovered
from app.core.terms import RoomId, SessionId, Ticket
from app.core.time_state import Measure, Outcome
from app.core.timekeeping import delay_tier, extra_time_tier
from app.crypto.codes import Purpose
from app.exchange.enrolment import SiteRequest
from app.journal import codec
from app.trouble import Code, Trouble

APART = timedelta(minutes=1)
"""By so much two clocks may differ, and times are told by the minute."""
TOLD_LATE = timedelta(minutes=15)
"""So long a start in time may wait at the desk before it is worth a question."""
_MINUTE = timedelta(minutes=1)


def reconcile(agency: Agency, request: SiteRequest, backup: Path, ledgers: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """A received backup against the agency's ledger and `ledgers` kept elsewhere; serious findings first.

    Raises whatever does not fit in the backup, and LEDGER_DAMAGED.
    """
    return judge(agency, open_backup(agency, request, backup), ledgers)


def judge(agency: Agency, opened: Opened, ledgers: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """The same with a backup that is open."""
    manifest = opened.manifest
    books = (agency.folder / codes_given.FILE, *ledgers)
    given = [one for book in dict.fromkeys(books) for one in codes_given.read(book)]
    replay = Replay([one for one in given if (one.exam, one.site) == (manifest.exam, manifest.site)])
    for line in opened.inside.lines:
        at, fact = codec.decode_time(line.stamp.encode(), line.n), codec.decode(line.body.encode(), line.n)
        try:
            replay.take(line.n, at, fact)
        except (LookupError, AttributeError, StopIteration, TypeError, ValueError, OverflowError) as cause:
            # A fact that no console writes, such as a time without its zone.
            raise Trouble(Code.ENTRY_UNREADABLE, entry=line.n) from cause
    return replay.findings()


class Replay:
    """The site's entries one by one, each judged by what the province had given until then."""

    def __init__(self, given: Sequence[Given]) -> None:
        self._given = sorted(given, key=lambda one: one.at)
        self._site = Site()
        self._found: list[Finding] = []
        self._entered: set[tuple[str, Purpose, str, int]] = set()
        self._used: Counter[tuple[SessionId, Ticket]] = Counter()
        self._moved: Counter[tuple[SessionId, RoomId]] = Counter()
        """Of candidates and of rooms' ends, counted apart: a room that is arranged anew forgets what it was given."""
        self._uncovered: dict[tuple[SessionId, RoomId], datetime] = {}
        self._last: datetime | None = None

    def take(self, entry: int, at: datetime, fact: Fact) -> None:
        match fact:
            case CodeEntered():
                self._code(entry, fact)
            case RoomStarted():
                self._told(entry, at, fact)
                self._start(entry, fact)
            case StartNotCovered():
                self._uncovered[fact.session, fact.room] = fact.at
            case ExtraTimeGiven():
                self._minutes(entry, fact)
                self._count(fact.session, fact.tickets, fact.moved, fact.minutes)
            case ExtraTimeTakenBack():
                lines = self._site.sessions[fact.session].extra_time
                line = next(one for one in lines if one.number == fact.number)
                if not line.taken_back_at:
                    self._count(fact.session, line.tickets, line.moved, -line.minutes)
        fact.apply(self._site)
        self._last = at

    def _count(self, session: SessionId, tickets: Iterable[Ticket], moved: RoomId | None, minutes: int) -> None:
        for ticket in tickets:
            self._used[session, ticket] += minutes
        if moved:
            self._moved[session, moved] += minutes

    def _name(self, found: Finding) -> None:
        """Raises OverflowError for a time that is none in Beijing, as no console writes it."""
        other = found.given_at and found.given_at.astimezone(BEIJING)
        self._found.append(replace(found, at=found.at.astimezone(BEIJING), given_at=other))

    def findings(self) -> tuple[Finding, ...]:
        found = [*self._found, *self._not_entered()]
        return tuple(sorted(found, key=lambda one: (not one.serious, one.at)))

    def _until(self, session: str, subjects: set[tuple[Purpose, str]], at: datetime) -> int:
        """The most minutes given for any of these until `at`."""
        fitting = (one for one in self._given if one.session == session and (one.purpose, one.subject) in subjects)
        return max((one.minutes for one in fitting if one.at <= at + APART), default=0)

    def _code(self, entry: int, fact: CodeEntered) -> None:
        session = self._site.applications[fact.application].session
        key = (session, fact.purpose, fact.subject)
        own = [one for one in self._given if (one.session, one.purpose, one.subject) == key]
        enough = [one for one in own if one.minutes >= fact.minutes]
        self._entered.add((*key, fact.minutes))
        found = Finding(
            Disagreement.NEVER_GIVEN if fact.verified else Disagreement.UNPROVED,
            session,
            fact.purpose,
            fact.subject,
            fact.minutes,
            fact.given_at,
            entry,
            given=max((one.minutes for one in own), default=0),
        )
        if not enough:
            self._name(found)
            return
        first = enough[0]
        if fact.given_at + APART < first.at:
            self._name(replace(found, kind=Disagreement.TOO_EARLY, given=first.minutes, given_at=first.at))
        if all(one.minutes != fact.minutes for one in enough):
            self._name(replace(found, kind=Disagreement.FOR_FEWER, given=first.minutes, given_at=first.at))

    def _told(self, entry: int, at: datetime, fact: RoomStarted) -> None:
        """The start held against what the site itself said of it before, and against the hour of its entry."""
        late, rulebook = fact.at - self._site.sessions[fact.session].plan.starts_at, self._rulebook
        minutes = -(-late // _MINUTE)
        found = Finding(Disagreement.ENTERED_LATE, fact.session, Purpose.DELAY, fact.room, minutes, fact.at, entry)
        asked = [
            one.asked_at
            for one in self._site.applications.values()
            if one.measure is Measure.DELAY and one.session == fact.session and fact.room in one.rooms
        ]
        # Starts are told by the minute: one in the minute of the application may well have come after it.
        if asked and fact.at < max(asked).replace(second=0, microsecond=0):
            self._name(replace(found, kind=Disagreement.STARTED_BEFORE_ASKING, given_at=max(asked)))
        first = self._uncovered.get((fact.session, fact.room), fact.at)
        if first != fact.at:
            self._name(replace(found, kind=Disagreement.TOLD_OTHERWISE, given_at=first))
        if late < timedelta(0):
            return
        by = allowed(self._site, fact.session, fact.room, fact.at, rulebook)
        if delay_tier(late, rulebook) is Tier.ON_TIME:
            if at - fact.at > TOLD_LATE:
                waited = (at - fact.at) // _MINUTE
                self._name(replace(found, kind=Disagreement.TOLD_LATE, minutes=waited))
        elif by and by.entered_at > fact.at:
            self._name(replace(found, reference=by.application))

    def _start(self, entry: int, fact: RoomStarted) -> None:
        rulebook = self._rulebook
        late = fact.at - self._site.sessions[fact.session].plan.starts_at
        if late < timedelta(0) or delay_tier(late, rulebook) is Tier.ON_TIME:
            return
        allowed = covering(self._site, fact.session, fact.room, fact.at, rulebook)
        by = {one.tier for one in allowed if one.until is None or fact.at <= one.until}
        most = self._until(fact.session, {(Purpose.DELAY, fact.room), (Purpose.DELAY_SITE, "*")}, fact.at)
        found = Finding(
            Disagreement.START_BEYOND,
            fact.session,
            Purpose.DELAY,
            fact.room,
            -(-late // _MINUTE),
            fact.at,
            entry,
            given=most,
        )
        if by - {Tier.PROVINCE, Tier.MINISTRY}:
            return  # a consent, which the site says it had from others
        if Tier.MINISTRY in by:
            self._name(replace(found, kind=Disagreement.BY_MINISTRY, reference=self._directives(fact)))
        elif not by or late > timedelta(minutes=most):
            self._name(found)

    def _directives(self, fact: RoomStarted) -> str:
        serials = (
            one.serial
            for asked in self._site.applications.values()
            if asked.session == fact.session
            for one in asked.directives
            if one.outcome is Outcome.START and fact.room in one.rooms
        )
        return ", ".join(serials)

    def _minutes(self, entry: int, fact: ExtraTimeGiven) -> None:
        """Whose sum is then beyond every code; of a whole room the one who has most stands for all of them.

        A room's end moves no further than somebody in it was allowed, whoever is said to have been given the minutes.
        """
        if fact.minutes < 1:
            raise ValueError(fact.minutes)
        sums = [self._sum(ticket, fact) for ticket in fact.tickets]
        beyond = [one for one in sums if self._beyond(*one, fact.tool)]
        found = Finding(
            Disagreement.BY_MINISTRY,
            fact.session,
            Purpose.EXTRA_TIME_ROOM,
            fact.room,
            fact.minutes,
            fact.at,
            entry,
            people=len(fact.tickets),
            reference=fact.tool,
        )
        if len(fact.tickets) == 1 and (beyond or not fact.moved):
            found = replace(found, purpose=Purpose.EXTRA_TIME, subject=fact.tickets[0])
        if fact.tool:
            self._name(found)
        if fact.moved and not beyond:
            end = (self._end(fact.session, fact.moved) + fact.minutes, max((most for _, most in sums), default=0))
            beyond = [end] * len(fact.tickets or (None,)) if self._beyond(*end, fact.tool) else []
        if beyond:
            total, most = max(beyond)
            kind, people = Disagreement.MINUTES_BEYOND, len(beyond)
            self._name(replace(found, kind=kind, minutes=total, given=most, people=people, reference=""))

    def _end(self, session: SessionId, room: RoomId) -> int:
        """By how much the end of this room has moved."""
        return max(self._moved[session, room], self._site.sessions[session].rooms[room].extra_minutes)

    def _beyond(self, total: int, most: int, tool: str) -> bool:
        tier = extra_time_tier(total, self._rulebook)
        return (tier is Tier.MINISTRY and not tool) or (tier is Tier.PROVINCE and total > most)

    def _sum(self, ticket: Ticket, fact: ExtraTimeGiven) -> tuple[int, int]:
        """All minutes that somebody has after this, and the most that codes of the province were good for."""
        sitting, state = self._site.sitting(fact.session, ticket), self._site.sessions[fact.session]
        subjects = {(Purpose.EXTRA_TIME, str(ticket))}
        for asked in self._site.applications.values() if sitting else ():
            here = asked.measure is Measure.EXTRA_TIME and asked.session == fact.session and not asked.tickets
            if here and sitting and covered(self._site, state, sitting, asked):
                subjects |= {(Purpose.EXTRA_TIME_ROOM, str(room)) for room in asked.rooms}
        used = max(self._used[fact.session, ticket], sitting.extra_minutes if sitting else 0)
        return used + fact.minutes, self._until(fact.session, subjects, fact.at)

    def _not_entered(self) -> Iterable[Finding]:
        """What was given before the backup was made, and is not in it; each once, however often it was given."""
        last = {(one.session, one.purpose, one.subject, one.minutes): one for one in self._given if self._known(one)}
        for key, one in last.items():
            if key not in self._entered:
                yield Finding(
                    Disagreement.NOT_ENTERED,
                    one.session,
                    one.purpose,
                    one.subject,
                    0,
                    one.at,
                    given=one.minutes,
                    given_at=one.at,
                )

    def _known(self, given: Given) -> bool:
        return self._last is not None and given.at <= self._last

    @property
    def _rulebook(self) -> Rulebook:
        """Of the package in force; before there is one no room can start."""
        if self._site.package is None:
            raise LookupError("package")
        return self._site.package.rulebook
