"""Sheets of the site as a whole: drawn from the journal, kept in the store, numbered by copy."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.core.operation import Refusal, Signer
from app.core.records import ReprintReason
from app.core.sheet_open import GOING_ON
from app.core.site_form import FROM_JOURNAL, NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, next_sheet
from app.core.terms import PersonId
from app.service import logbook
from app.service.console import Console
from app.service.records import digest_of, stamp
from app.views.site_papers import SheetPaper, sheet_content, sheet_paper, subjects
from app.views.site_sheet import History, SiteSheet
from app.views.stamp import Stamp

DrawSheet = Callable[[SiteSheet, Stamp], bytes]


def print_sheet(
    console: Console,
    form: SiteForm,
    subject: str,
    draw: DrawSheet,
    operator: Signer,
    *others: Signer,
    reason: ReprintReason | None = None,
) -> Refusal | bytes:
    """A kept copy with the journal's head on it; of a supervision or session that still goes on a draft, not kept.

    `subject`: the number of the supervision or application, the count of the sealing ("1"), the day ("2021-10-30"),
    the session, or session and ticket.
    """
    content = _content(console, form, subject)
    if content is None:
        return NothingToPrint(form)
    digest = digest_of(content)
    copy = next_sheet(console.site, form, subject, digest, reason)
    if isinstance(copy, int):
        at = content.last_at or console.clock.moment().at
        said = stamp(console, form, content, operator.id, event_time=at, copy=copy, reason=reason or "")
        pdf = draw(content, said)
        file = console.store.blobs.put(pdf)
        return console.submit(KeepSiteSheet(form, subject, copy, digest, file, reason), operator, *others) or pdf
    if not isinstance(copy, GOING_ON):
        return copy
    return draw(content, _draft(console, form, content, operator.id))


def preview_sheet(console: Console, form: SiteForm, subject: str, draw: DrawSheet) -> bytes | None:
    """The sheet as it would say now, marked as a draft: nothing is kept. None where there is nothing to tell."""
    content = _content(console, form, subject)
    return draw(content, _draft(console, form, content, console.site.desk)) if content else None


def papers(
    console: Console, forms: Collection[SiteForm], wanted: Callable[[SiteForm, str], bool] | None = None
) -> tuple[SheetPaper, ...]:
    """Every sheet of these forms, or each that is wanted, and how far it is.

    Where one of them tells of it the journal is read on from where it was left.
    """
    history = () if FROM_JOURNAL.isdisjoint(forms) else _history(console)
    found = []
    for form, subject in subjects(console.site, console.directory, forms, history):
        if wanted and not wanted(form, subject):
            continue
        content = sheet_content(console.site, console.directory, form, subject, history)
        if content:
            found.append(sheet_paper(console.site, form, subject, content, digest_of(content)))
    return tuple(found)


def _content(console: Console, form: SiteForm, subject: str) -> SiteSheet | None:
    history = _history(console) if form in FROM_JOURNAL else ()
    return sheet_content(console.site, console.directory, form, subject, history)


def _history(console: Console) -> History:
    """Raises CONSOLE_STOPPED, and what a damaged or broken journal says."""
    return logbook.told(console)


def _draft(console: Console, form: SiteForm, content: SiteSheet, seen_by: PersonId) -> Stamp:
    at = content.last_at or console.clock.moment().at
    return stamp(console, form, content, seen_by, event_time=at, draft=True)
