"""Forms that are filled in by hand when the machine is dead: what the machine can print on them beforehand."""

from __future__ import annotations

from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.views.session_times import PlacedRoom, SessionTimes, arranged_rooms, package_of, session_times
from app.views.site_sheet import SiteSheet, sheet_head

HAND_FORMS = frozenset({SiteForm.PAPER_LEDGER, SiteForm.PREPARATION, SiteForm.SKILL_ROOM_TABLE})


class HandSheet(SiteSheet, frozen=True):
    """`subject` as in the register; `rooms` are those in use in the session."""

    form: str
    subject: str
    address: str
    times: SessionTimes
    rooms: tuple[PlacedRoom, ...]


def hand_sheet(site: Site, form: SiteForm, session: SessionId) -> HandSheet:
    """Of a session that there is, once a package is in force."""
    package = package_of(site)
    times = session_times(site.sessions[session].plan, package.rulebook)
    return HandSheet(sheet_head(site), form, session, package.plan.address, times, arranged_rooms(site, session))
