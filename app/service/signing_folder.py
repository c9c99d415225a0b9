"""The folder of papers to sign (待签文件): what waits, what is signed, and what has changed since it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.paper_state import RecordCopy
from app.core.site_form import SiteForm
from app.service import site_sheets
from app.service.console import Console
from app.views.to_sign import ToSign, outdated, printed


@dataclass(frozen=True, slots=True)
class Folder:
    """`changed` are newest copies, signed or not, whose sheet says something else by now: a new one is to be made."""

    waiting: tuple[ToSign, ...] = ()
    signed: tuple[ToSign, ...] = ()
    changed: tuple[ToSign, ...] = ()


def folder(console: Console, day: date) -> Folder:
    """Of this exam day and of none; what waits from earlier days does too.

    Raises CONSOLE_STOPPED, and what a damaged or broken journal says.
    """
    every = printed(console.site, console.directory, console.rulebook)
    here = [one for one in every if _is_here(one, day)]
    changed = _changed(console, here)
    held = [one for one in here if one.ref not in {other.ref for other in changed}]
    return Folder(
        waiting=tuple(one for one in held if one.copy.signed_at is None),
        signed=tuple(one for one in held if one.copy.signed_at is not None),
        changed=changed,
    )


def _is_here(one: ToSign, day: date) -> bool:
    return one.day is None or one.day == day or (one.day < day and one.copy.signed_at is None)


def _changed(console: Console, papers: list[ToSign]) -> tuple[ToSign, ...]:
    sheets = {(one.copy.form, one.copy.subject) for one in papers if not isinstance(one.copy, RecordCopy)}
    forms = [SiteForm(form) for form in sorted({form for form, _ in sheets})]
    found = site_sheets.papers(console, forms, lambda form, subject: (form, subject) in sheets) if forms else ()
    now = {(str(one.form), one.subject): one.content for one in found}

    def differs(one: ToSign) -> bool:
        copy = one.copy
        if isinstance(copy, RecordCopy):
            return outdated(console.site, copy)
        return now.get((copy.form, copy.subject)) != copy.content

    return tuple(one for one in papers if differs(one))
