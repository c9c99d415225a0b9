"""Files of an exam day for the province (考试日小结、违纪情况清单): what left the site (VIO-16, SEC-06)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.core.day_close import NoExamThatDay
from app.core.day_figures import sessions_of
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation
from app.core.sheet_open import not_yet
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import Digest


class DayFile(StrEnum):
    """What is exported: numbers without names, or what is recorded of violations, with names."""

    SUMMARY = "summary"
    VIOLATIONS = "violations"


class ExportDay(Operation, frozen=True):
    """Enter that a file of this day was signed by the site lock and written; `digest` is that of the file.

    Only once all rooms of the day have ended: what is told to the province is whole.
    """

    day: date
    what: DayFile
    digest: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        held = sessions_of(site, self.day)
        if not held:
            return NoExamThatDay(self.day)
        if no := not_yet(site, SiteForm.DAY_SUMMARY, str(self.day)):
            return no
        sessions = {one.plan.id for one in held}
        violations = sum(one.session in sessions for one in site.violations.values())
        count = violations if self.what is DayFile.VIOLATIONS else len(held)
        return (DayExported(self.day, self.what, self.digest, count),)


class DayExported(Fact, frozen=True):
    """A file of this day exists outside; `count` is of violations, or of sessions."""

    day: date
    what: DayFile
    digest: Digest
    count: int

    def apply(self, site: Site) -> None:
        site.exported[self.day, self.what] = self.digest
