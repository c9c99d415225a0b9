"""Which sheets of the site are looked for while one session is shown."""

from __future__ import annotations

from app.core.incident_state import Incident
from app.core.sheet_open import blanks_of, report_of
from app.core.site import Site
from app.core.site_form import OF_DAY, OF_SESSION, SiteForm, day_of
from app.core.terms import SessionId, ViolationNo


def is_of(site: Site, session: SessionId, form: SiteForm, subject: str) -> bool:
    """Whether a sheet is of this session, of its day, or of no session at all."""
    if form in OF_SESSION:
        return subject == session
    if form in OF_DAY:
        return day_of(subject) == site.sessions[session].plan.starts_at.date()
    if form is SiteForm.VIOLATION_BLANKS:
        room = blanks_of(site, subject)
        return room is not None and room.session == session
    if form is SiteForm.VIOLATION:
        violation = site.violations.get(ViolationNo(subject))
        return violation is not None and violation.session == session
    if form is SiteForm.INCIDENT_REPORT:
        return _happened_in(report_of(site, subject), session)
    return True


def _happened_in(found: tuple[Incident, object] | None, session: SessionId) -> bool:
    """What struck the whole site is of every session."""
    return found is not None and found[0].session in (None, session)
