"""The ministry's directives (处理意见), as the practice agency gives them: it holds the ministry's key as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.authority import asked
from app.authority.keys import Agency
from app.authority.register import next_number
from app.core.terms import ExamId, RoomId, SessionId
from app.core.time_state import Outcome
from app.crypto.codes import Purpose
from app.exchange import directive
from app.exchange.directive import MinistryDirective
from app.exchange.enrolment import SiteRequest
from app.trouble import Code, Trouble

UNTIL = "--until"
_LAST_YEAR = 9998
"""Later times have no counterpart in every zone, and no site takes them."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the ministry decided about rooms of one session; `until` only where they may start."""

    exam: ExamId
    session: SessionId
    rooms: tuple[RoomId, ...]
    outcome: Outcome
    until: datetime | None = None


def direct(agency: Agency, request: SiteRequest, decided: Decided, at: datetime) -> tuple[MinistryDirective, bytes]:
    """The document and what is handed out; raises MODE_WRONG, and ASKED_UNFIT for what no room could follow."""
    if request.mode is not agency.mode:
        raise Trouble(Code.MODE_WRONG, expected=agency.mode, found=request.mode)
    asked.subject(Purpose.DELAY_SITE, decided.exam, request.site, decided.session)
    rooms = tuple(sorted(set(decided.rooms)))
    asked.rooms_fit(rooms)
    if decided.until and decided.outcome is not Outcome.START:
        asked.unfit("needless", UNTIL)
    if decided.until and decided.until <= at:
        asked.unfit("over", UNTIL, decided.until.isoformat(" "))
    if decided.until and decided.until.year > _LAST_YEAR:
        asked.unfit("form", UNTIL, decided.until.isoformat(" "))
    number = next_number(agency, decided.exam, request.site, "directives")
    content = MinistryDirective(
        mode=agency.mode,
        exam=decided.exam,
        site=request.site,
        issued_at=at,
        serial=f"{decided.exam}-{request.site}-D{number}",
        session=decided.session,
        rooms=rooms,
        outcome=decided.outcome,
        until=decided.until,
    )
    return content, directive.write(content, agency.ministry)
