"""封存启封记录: one sealing of the equipment that holds the exam authorization, up to its opening (LCK-06)."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.site import Site
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class SealFinding(msgspec.Struct, frozen=True):
    """The seal was wrong or not intact; `number` is what was read on it, "" where that was no number."""

    at: datetime
    number: str
    intact: bool
    by: tuple[Signatory, ...]


class SealVerdict(msgspec.Struct, frozen=True):
    """What the chief decided, with who stood by."""

    at: datetime
    decision: str
    by: tuple[Signatory, ...]


class SealSheet(SiteSheet, frozen=True):
    """One sealing. `number` is "" and `sealed_at` None where the chief let equipment be used that bore no seal.

    `reason` is why it was opened on a day without an exam, "" on an exam day; `incident` is "" where all was well.
    """

    count: int
    number: str = ""
    place: str = ""
    sealed_at: datetime | None = None
    sealed_by: tuple[Signatory, ...] = ()
    opened_at: datetime | None = None
    opened_by: tuple[Signatory, ...] = ()
    reason: str = ""
    incident: str = ""
    finding: SealFinding | None = None
    verdict: SealVerdict | None = None

    @property
    def closed(self) -> bool:
        """The equipment is in use again."""
        return self.opened_at is not None or self.verdict is not None

    @property
    def last_at(self) -> datetime | None:
        """When it last changed."""
        times = (self.sealed_at, self.opened_at, self.finding and self.finding.at, self.verdict and self.verdict.at)
        return max((at for at in times if at), default=None)


def seal_sheets(site: Site, people: Directory, history: History) -> tuple[SealSheet, ...]:
    """Every sealing so far, oldest first."""
    head = sheet_head(site)
    sheets: list[SealSheet] = []
    for line in history:
        by = signatories(people, line.signers)
        match line.fact:
            case EquipmentWasSealed(number, place, at):
                sheets.append(SealSheet(head, len(sheets) + 1, number, place, at, by))
            case EquipmentUnsealed(at, reason):
                sheets[-1] = replace(sheets[-1], opened_at=at, opened_by=by, reason=reason or "")
            case SealFoundBroken(number, intact, incident):
                finding = SealFinding(line.at, number, intact, by)
                sheets[-1] = replace(sheets[-1], finding=finding, incident=incident)
            case SealDecided(incident, decision, at):
                if not sheets or sheets[-1].closed:
                    sheets.append(SealSheet(head, len(sheets) + 1))
                sheets[-1] = replace(sheets[-1], verdict=SealVerdict(at, decision, by), incident=incident)
    return tuple(sheets)
