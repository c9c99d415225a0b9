"""What is asked of the code desk, held against what there can be before a key is touched."""

from __future__ import annotations

import re
from typing import NoReturn

from app.core.arrangement_rules import ticket_well_formed
from app.crypto.codes import LONGEST, Purpose, Subject
from app.exchange.enrolment import SITE_CODE
from app.trouble import Code, Trouble

ROOM, TICKET, WHOLE_SITE = "--room", "--ticket", "*"
_BY_ROOM = frozenset({Purpose.DELAY, Purpose.EXTRA_TIME_ROOM})
_DELAYS = frozenset({Purpose.DELAY, Purpose.DELAY_SITE})
_SESSION = re.compile(r"[0-9]{1,3}-[0-9]{1,3}")
_ROOM = re.compile(r"[A-Za-z0-9]{1,8}")
_EXAM = re.compile(r"\S{1,60}")
_MOST_SIGNS = 120


def subject(
    purpose: Purpose, exam: str, site: str, session: str, room: str | None = None, ticket: str | None = None
) -> Subject:
    """Whom a code is for: one room, one ticket, or the whole site, as its purpose wants it; raises ASKED_UNFIT."""
    wanted = {ROOM: purpose in _BY_ROOM, TICKET: purpose is Purpose.EXTRA_TIME}
    for option, value in ((ROOM, room), (TICKET, ticket)):
        if wanted[option] and value is None:
            unfit("missing", option)
        if value is not None and not wanted[option]:
            unfit("needless", option)
    in_its_form("--exam", exam, holds=bool(_EXAM.fullmatch(exam)) and exam.isprintable())
    in_its_form("--site", site, holds=bool(SITE_CODE.fullmatch(site)))
    in_its_form("--session", session, holds=bool(_SESSION.fullmatch(session)))
    if room is not None:
        in_its_form(ROOM, room, holds=bool(_ROOM.fullmatch(room)))
    if ticket is not None:
        in_its_form(TICKET, ticket, holds=ticket_well_formed(ticket))
    return Subject(purpose, exam, site, session, room or ticket or WHOLE_SITE)


def again(purpose: Purpose, exam: str, site: str, session: str, whom: str) -> Subject:
    """The same out of what was kept, where one field holds room, ticket or "*"."""
    room = whom if purpose in _BY_ROOM else None
    ticket = whom if purpose is Purpose.EXTRA_TIME else None
    if purpose is Purpose.DELAY_SITE and whom != WHOLE_SITE:
        unfit("needless", whom)
    return subject(purpose, exam, site, session, room, ticket)


def minutes_fit(purpose: Purpose, minutes: int) -> None:
    """More than a code can be for is the ministry's to allow; raises ASKED_UNFIT (TIM-04, TIM-14)."""
    if minutes > LONGEST:
        unfit("directive" if purpose in _DELAYS else "tool", "--minutes", str(minutes))
    if minutes < 1:
        unfit("minutes", "--minutes", str(minutes))


def told(option: str, value: str) -> None:
    """One line that somebody will read again: to whom, why, by whom; raises ASKED_UNFIT."""
    if not value.strip():
        unfit("missing", option)
    in_its_form(option, value, holds=value.isprintable() and len(value) <= _MOST_SIGNS)


def rooms_fit(rooms: tuple[str, ...]) -> None:
    """At least one, each in the form of a room; raises ASKED_UNFIT."""
    if not rooms:
        unfit("missing", ROOM)
    for room in rooms:
        in_its_form(ROOM, room, holds=bool(_ROOM.fullmatch(room)))


def in_its_form(option: str, value: str, *, holds: bool) -> None:
    if not holds:
        unfit("form", option, value)


def unfit(problem: str, option: str, value: str = "") -> NoReturn:
    raise Trouble(Code.ASKED_UNFIT, problem=problem, option=option, value=value[:40])
