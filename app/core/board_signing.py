"""The chief signs the board (签署开考准备总览): go or no-go, with what stood open and why (lessons 17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from app.core.directory import Directory
from app.core.free_text import FreeText, TextPart, unfit
from app.core.gate_looks import cells, open_gates
from app.core.go_no_go import Cell, exam_day
from app.core.operation import CHIEF, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.readiness_state import BoardSigned, Go, OpenGate
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId


class BoardState(StrEnum):
    """What a signature is worth now."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    CHANGED = "changed"
    """Something stands open that the chief has not seen so, or it was signed for another day."""


def board_state(site: Site, rulebook: Rulebook, people: Directory, now: datetime) -> BoardState:
    """Whether the chief's signature is still one under this board."""
    if site.board is None:
        return BoardState.UNSIGNED
    return worth(site, cells(site, rulebook, people, now), now)


def worth(site: Site, found: Iterable[Cell], now: datetime) -> BoardState:
    """The same of cells that were looked at just now."""
    signed = site.board
    if signed is None:
        return BoardState.UNSIGNED
    known = {one.key: one.count for one in signed.open}
    new = any(one.key not in known or one.count > known[one.key] for one in open_gates(found))
    return BoardState.CHANGED if new or signed.day != exam_day(site, now) else BoardState.SIGNED


class SignBoard(Operation, frozen=True):
    """The chief signs go or no-go; a go with gates that do not say yes, and a no-go, want a REASON in words."""

    while_sealed: ClassVar[bool] = True
    decision: Go
    text: FreeText

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(CHIEF)

    def decide(self, site: Site, desk: Desk) -> Decision:
        day = exam_day(site, desk.now)
        if day is None or day < desk.now.date():
            return NoBoardYet()
        waiting = open_gates(cells(site, desk.rulebook, desk.directory, desk.now))
        wanted = bool(waiting) or self.decision is Go.NO_GO
        if self.decision is Go.GO and waiting and not self.text.parts:
            return GatesOpen(len(waiting))
        if no := unfit(self.text, (TextPart.REASON,) if wanted else ()):
            return no
        return (BoardWasSigned(self.decision, day, desk.now, desk.operator.id, waiting, self.text.kept),)


class BoardWasSigned(Fact, frozen=True):
    """The chief signed the board of a day; `open`: what did not say yes then."""

    decision: Go
    day: date
    at: datetime
    by: PersonId
    open: tuple[OpenGate, ...]
    reason: Digest

    def apply(self, site: Site) -> None:
        site.board = BoardSigned(self.decision, self.day, self.at, self.by, self.open, self.reason)
        if self.reason:
            site.keep_texts(self.reason)


class NoBoardYet(Refusal, frozen=True):
    """No exam day lies ahead: nothing is arranged, or the last one is over."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-10")


class GatesOpen(Refusal, frozen=True):
    """So many gates do not say yes: a go all the same wants a reason."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-10")
    open: int
