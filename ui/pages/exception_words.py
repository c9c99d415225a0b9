"""How exceptions and their sheet are said on the page of exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from app.views.exception_kinds import FIRST
from app.views.exceptions import Exceptions
from app.views.journal import Line
from app.views.papers import PaperState
from app.views.site_papers import SheetPaper
from ui.models.cases import CaseLine
from ui.shell import Shell

Seen = PaperState | Literal["signed"]
BUTTONS: Mapping[Seen, str] = {
    PaperState.DRAFT: "exceptions-preview",
    PaperState.TO_PRINT: "exceptions-print",
    PaperState.SENT: "exceptions-confirm",
    PaperState.NOT_OUT: "exceptions-print-again",
    PaperState.PRINTED: "exceptions-sign",
    PaperState.SUPERSEDED: "exceptions-print-again",
    "signed": "exceptions-see",
}
"""What is to be done with the sheet next."""
_SAID: Mapping[Seen, str] = {
    PaperState.SENT: "exceptions-state-sent",
    PaperState.NOT_OUT: "exceptions-state-not-out",
    PaperState.PRINTED: "exceptions-state-printed",
    PaperState.SUPERSEDED: "exceptions-state-superseded",
}
_LOOKS: Mapping[Seen, tuple[str, str]] = {
    PaperState.DRAFT: ("circle-dashed", "idle"),
    PaperState.TO_PRINT: ("printer", "warn"),
    PaperState.SENT: ("help-circle", "warn"),
    PaperState.NOT_OUT: ("alert-triangle", "bad"),
    PaperState.PRINTED: ("writing-sign", "warn"),
    PaperState.SUPERSEDED: ("alert-triangle", "bad"),
    "signed": ("circle-check", "ok"),
}


def seen(paper: SheetPaper) -> Seen:
    """How far the sheet is, its signature included."""
    signed = paper.state is PaperState.PRINTED and paper.copies[-1].signed_at
    return "signed" if signed else paper.state


def state_pill(shell: Shell, paper: SheetPaper) -> tuple[str, str, str]:
    how = seen(paper)
    icon, tone = _LOOKS[how]
    return icon, shell.word(how) if isinstance(how, PaperState) else shell.say("exceptions-signed"), tone


def said_of(shell: Shell, paper: SheetPaper) -> str:
    """What is the case with the sheet, and what comes next."""
    how = seen(paper)
    if how is PaperState.DRAFT:
        return shell.say("exceptions-state-draft")
    if how is PaperState.TO_PRINT:
        return shell.say("exceptions-state-to-print")
    last = paper.copies[-1]
    if how == "signed":
        names = tuple(shell.bridge.console.directory.staff_name(one.person) for one in last.signatures)
        return shell.say("exceptions-state-signed", copy=last.copy, who=names, at=last.signed_at)
    return shell.say(_SAID[how], copy=last.copy)


def kind_name(shell: Shell, one: Exceptions) -> str:
    kind = shell.word(one.kind)
    return shell.say("exceptions-of", kind=kind, group=one.of) if one.of else kind


def kind_line(shell: Shell, one: Exceptions, day: date) -> CaseLine:
    say = shell.say
    pill = ("alert-triangle", say("exceptions-first"), "warn") if one.kind in FIRST else None
    first, last = moment(one.lines[0].at, day), moment(one.lines[-1].at, day)
    if first == last:
        when = say("exceptions-once", count=len(one.lines), at=first)
    else:
        when = say("exceptions-between", count=len(one.lines), first=first, last=last)
    where = say("exceptions-rooms", rooms=one.rooms) if one.rooms else say("exceptions-site")
    quiet = ("info-circle", say("exceptions-other"), "idle")
    return CaseLine(one.key, kind_name(shell, one), pill or quiet, when, where)


def entry_head(shell: Shell, line: Line, day: date | None) -> str:
    return shell.say("exceptions-entry", at=moment(line.at, day), n=line.n)


def moment(at: datetime, day: date | None) -> str:
    """09:00:05, with its date where that is not the day in question."""
    return at.strftime("%H:%M:%S" if at.date() == day else "%m-%d %H:%M:%S")
