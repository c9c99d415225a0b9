"""Forms that are filled in by hand when the machine is dead: what the machine can print on them beforehand."""

from __future__ import annotations

from app.core.site import Site
from app.core.site_form import OF_DAY, OF_EXAM, SiteForm, day_of
from app.core.terms import SessionId
from app.views.session_times import (
    PlacedRoom,
    SessionTimes,
    arranged_rooms,
    package_of,
    placed,
    session_times,
    sessions_on,
)
from app.views.site_sheet import SiteSheet, sheet_head

HAND_FORMS = frozenset(
    {
        SiteForm.HARDWARE,
        SiteForm.READINESS,
        SiteForm.DRAW,
        SiteForm.PAPER_LEDGER,
        SiteForm.PREPARATION,
        SiteForm.SKILL_ROOM_TABLE,
    }
)


class HandSheet(SiteSheet, frozen=True):
    """`subject` as in the register; `times` is None where the form is not of one session.

    `rooms`: of the plan for a form of the exam, otherwise those in use in the session or on the day.
    """

    form: str
    subject: str
    address: str
    times: SessionTimes | None
    rooms: tuple[PlacedRoom, ...]


def hand_sheet(site: Site, form: SiteForm, subject: str) -> HandSheet:
    """Of a subject that there is, once a package is in force."""
    package = package_of(site)
    times, rooms = None, tuple(placed(site, number) for number in sorted(site.plans))
    if form in OF_DAY and (day := day_of(subject)):
        rooms = arranged_rooms(site, *sessions_on(site, day))
    elif form not in OF_EXAM:
        session = SessionId(subject)
        times = session_times(site.sessions[session].plan, package.rulebook)
        rooms = arranged_rooms(site, session)
    return HandSheet(sheet_head(site), form, subject, package.plan.address, times, rooms)
