"""Paper against record (核对纸质文书): what a scanned sheet is worth now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.paper_state import Copy
from app.core.records import RoomForm
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import Digest
from app.views.paper_code import SheetCode, copy_of

_KEPT: dict[str, RoomForm | SiteForm] = {**{one.value: one for one in RoomForm}, **{one.value: one for one in SiteForm}}


class Verdict(StrEnum):
    """CURRENT: the newest copy, and the record still says that."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """A newer copy exists, or the record says something else by now."""
    DRAFT = "draft"
    NOT_KEPT = "not_kept"
    """A slip of which no copies are counted; its journal is this one."""
    UNKNOWN = "unknown"
    """This store never made such a copy."""
    OTHER_HISTORY = "other_history"
    """The journal of this store says something else at that entry (REC-15): another store, or a rewritten one."""
    OTHER_SITE = "other_site"


@dataclass(frozen=True, slots=True)
class Checked:
    """`copy` is the copy that the sheet is; `newest` the number of its newest one, 0 where there is none."""

    verdict: Verdict
    code: SheetCode
    copy: Copy | None = None
    newest: int = 0

    @property
    def form(self) -> RoomForm | SiteForm | None:
        """None for a slip of which no copies are counted."""
        return _KEPT.get(self.code.form)


def check(site: Site, code: SheetCode, head_there: str | None, content_now: Digest | None) -> Checked:
    """`head_there`: the head of the journal at the entry that the code names, None where there is no such entry.

    `content_now`: the digest of what the sheet would say now, None where it could not be made any more.
    """
    if code.site != site.code.upper():
        return Checked(Verdict.OTHER_SITE, code)
    if head_there is None or not head_there.startswith(code.head):
        return Checked(Verdict.OTHER_HISTORY, code)
    if code.form not in _KEPT:
        return Checked(Verdict.NOT_KEPT, code)
    if code.copy == 0:
        return Checked(Verdict.DRAFT, code)
    copy = copy_of(site, code)
    if copy is None:
        return Checked(Verdict.UNKNOWN, code)
    newest = site.papers(copy.form, copy.subject)[-1]
    current = newest.copy == copy.copy and content_now == copy.content
    return Checked(Verdict.CURRENT if current else Verdict.SUPERSEDED, code, copy, newest.copy)
