"""Authorization codes at the desk (授权码): checked against the package's roots, every try entered first (TIM-06)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from app.core.cause import began
from app.core.consent import AllowedBeforeCause, NoSuchApplication
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, Refused, untold
from app.core.site import Site
from app.core.terms import ApplicationNo, ClauseId, PersonId, personal
from app.core.time_state import Application, EnteredCode, Measure
from app.crypto import codes
from app.crypto.codes import LONGEST, Mistyped, Purpose, Subject

TRIES, WITHIN = 5, timedelta(minutes=10)
"""After so many wrong ones within so long the second person is asked."""
OPAQUE = "opaque"
_TEXT = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{2,39}")


class Answer(StrEnum):
    """Why a code does not hold, as far as it is known when it is entered."""

    MISTYPED = "mistyped"
    ANOTHERS = "anothers"
    """Not for this subject; perhaps for another one."""


def subjects(asked: Application) -> tuple[tuple[Purpose, str], ...]:
    """Every subject for which a code may be given on this application."""
    if asked.measure is Measure.DELAY:
        return (*((Purpose.DELAY, room) for room in asked.rooms), (Purpose.DELAY_SITE, "*"))
    if asked.tickets:
        return tuple((Purpose.EXTRA_TIME, ticket) for ticket in asked.tickets)
    return tuple((Purpose.EXTRA_TIME_ROOM, room) for room in asked.rooms)


def too_many(site: Site, now: datetime) -> bool:
    """Whether so many wrong codes were typed that the next one wants a second person."""
    return sum(now - at <= WITHIN for at in site.code_tries) >= TRIES


class EnterCode(Operation, frozen=True):
    """Enter a code as it was heard, for one subject of an application.

    `minutes` counts only where the package says that codes are opaque: then nobody here can check them (J-04).
    """

    application: ApplicationNo
    purpose: Purpose
    subject: str
    typed: str
    given_at: datetime
    heard_by: PersonId
    minutes: int = 0

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,) if _opaque(site) or too_many(site, desk.now) else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        asked = site.applications.get(self.application)
        if asked is None or site.package is None:
            return NoSuchApplication(self.application)
        if (self.purpose, self.subject) not in subjects(asked):
            return NotAppliedFor(self.application, self.purpose, self.subject)
        if no := untold(self.given_at, self.heard_by, desk):
            return no
        happened = began(site, asked.causes)
        if self.given_at < happened:
            return AllowedBeforeCause(self.given_at, happened)
        if _opaque(site):
            return self._unchecked(asked, desk)
        given = codes.read(self.typed)
        if isinstance(given, Mistyped):
            return Refused(CodeMistyped(given.groups, given.length), (self._wrong(Answer.MISTYPED, desk),))
        root = desk.directory.root(self.purpose, asked.session, self.subject)
        subject = Subject(self.purpose, site.package.exam.id, site.code, asked.session, self.subject)
        minutes = codes.ceiling(given, subject, root) if root else None
        if minutes is None:
            no = CodeNotForThis(self.purpose, self.subject)
            return Refused(no, (self._wrong(Answer.ANOTHERS, desk),))
        return self._holds(asked, minutes, desk, verified=True)

    def _unchecked(self, asked: Application, desk: Desk) -> Decision:
        text = self.typed.strip()
        if not _TEXT.fullmatch(text) or personal(text):
            return CodeTextUnfit()
        if not 1 <= self.minutes <= LONGEST:
            return CodeMinutesUnfit(self.minutes, LONGEST)
        return self._holds(asked, self.minutes, desk, verified=False)

    def _holds(self, asked: Application, minutes: int, desk: Desk, *, verified: bool) -> Decision:
        """A real code for fewer minutes than asked holds for those; that they are too few is said all the same."""
        said = (self.purpose, self.subject, minutes)
        known = any((c.purpose, c.subject, c.minutes) == said and c.given_at <= self.given_at for c in asked.codes)
        fact = CodeEntered(
            self.application,
            self.purpose,
            self.subject,
            minutes,
            self.given_at,
            desk.now,
            self.heard_by,
            verified,
            "" if verified else self.typed.strip(),
        )
        if minutes >= asked.minutes:
            return () if known else (fact,)
        fewer = CodeForFewer(minutes, asked.minutes)
        return fewer if known else Refused(fewer, (fact,))

    def _wrong(self, answer: Answer, desk: Desk) -> Fact:
        return WrongCodeTyped(self.application, self.purpose, self.subject, answer, desk.now)


def _opaque(site: Site) -> bool:
    return site.package is not None and site.package.exam.codes == OPAQUE


class CodeEntered(Fact, frozen=True):
    """A code holds: a ceiling of so many minutes. `text` is kept of an opaque one alone: nothing else proves it."""

    application: ApplicationNo
    purpose: Purpose
    subject: str
    minutes: int
    given_at: datetime
    at: datetime
    heard_by: PersonId
    verified: bool
    text: str = ""

    def apply(self, site: Site) -> None:
        code = EnteredCode(self.purpose, self.subject, self.minutes, self.given_at, self.at, self.verified, self.text)
        site.applications[self.application].codes.append(code)


class WrongCodeTyped(Fact, frozen=True):
    """A code did not hold; the code itself is not kept."""

    application: ApplicationNo
    purpose: Purpose
    subject: str
    answer: Answer
    at: datetime

    def apply(self, site: Site) -> None:
        site.code_tries.append(self.at)


class NotAppliedFor(Refusal, frozen=True):
    """The application says nothing of this room or candidate; a code needs its reason first."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-06")
    application: ApplicationNo
    purpose: Purpose
    subject: str


class CodeMistyped(Refusal, frozen=True):
    """These groups, 1 to 4, cannot be right; a code has 20 signs."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-06")
    groups: tuple[int, ...]
    length: int


class CodeNotForThis(Refusal, frozen=True):
    """Typed right, but not given for this; whether it fits somebody else is looked for apart."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-06")
    purpose: Purpose
    subject: str


class CodeForFewer(Refusal, frozen=True):
    """The code holds, for fewer minutes than were asked for."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-13")
    minutes: int
    asked: int


class CodeTextUnfit(Refusal, frozen=True):
    """An opaque code as it was said: letters, digits and hyphens, 3 to 40 of them."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-06")


class CodeMinutesUnfit(Refusal, frozen=True):
    """Whole minutes as they were said with the code."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-13")
    minutes: int
    most: int
