"""The draw of duty (监考安排) as one act at the desk: its number is journaled, then drawn."""

from __future__ import annotations

from datetime import date

from app.core.duty import DrawDuty, DrawImpossible, NoDrawNumbered, NumberDraw
from app.core.duty_state import RedrawReason
from app.core.operation import Refusal, Signer
from app.service.console import Console


def draw(console: Console, day: date, reason: RedrawReason | None, beyond: bool, *signers: Signer) -> Refusal | None:
    """Number a draw and draw it; one that was numbered and not drawn, as after a power cut, is drawn first."""
    duty = console.site.duty.get(day)
    if duty is None or duty.drawn or _void(console, day, *signers):
        token = console.store.blobs.get(console.site.exam_document).decode() if console.site.exam_document else ""
        if no := console.submit(NumberDraw(day, token, reason, beyond), *signers):
            return no
    return console.submit(DrawDuty(day), *signers)


def _void(console: Console, day: date, *signers: Signer) -> bool:
    """Nobody can draw by the last number: no draw obeys the rules, or the rooms are others by now."""
    return isinstance(console.foretell(DrawDuty(day), *signers), (DrawImpossible, NoDrawNumbered))
