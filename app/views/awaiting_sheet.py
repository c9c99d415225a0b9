"""What stands on the sheet of a machine sealed to await cleaning (封存待清除交接单), with its custodian (DAT-10)."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.cleaning import CleaningAwaited
from app.core.directory import Directory
from app.core.safe_state import UploadResult
from app.core.safekeeping import since_check
from app.core.sealing import EquipmentWasSealed
from app.core.site import Site
from app.core.terms import SessionId
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class AwaitedLine(msgspec.Struct, frozen=True):
    """A session whose receipt was missing when the machine was sealed.

    `backup` is the one that is to be receipted, "" without one; `sent_at` when it last went out, None for never.
    """

    session: str
    subject: str
    backup: str
    digest: str
    media: tuple[str, ...]
    sent_at: datetime | None


class AwaitingSheet(SiteSheet, frozen=True):
    """The last time that it was sealed for this; `place` as a seal has it."""

    exam_id: str
    seal: str
    place: str
    at: datetime
    custodian: str
    by: tuple[Signatory, ...]
    sessions: tuple[AwaitedLine, ...]

    @property
    def last_at(self) -> datetime | None:
        return self.at


def awaiting_sheet(site: Site, people: Directory, history: History) -> AwaitingSheet | None:
    """None where it never was, and before a package is in force."""
    last = next((line for line in reversed(history) if isinstance(line.fact, CleaningAwaited)), None)
    if site.package is None or last is None or not isinstance(last.fact, CleaningAwaited):
        return None
    told = last.fact
    places = [one.place for line in history if isinstance(one := line.fact, EquipmentWasSealed) and one.at == told.at]
    return AwaitingSheet(
        head=sheet_head(site),
        exam_id=site.package.exam.id,
        seal=told.seal,
        place=places[-1],
        at=told.at,
        custodian=people.staff_name(told.custodian),
        by=signatories(people, last.signers),
        sessions=tuple(_line(site, session) for session in told.sessions),
    )


def _line(site: Site, session: SessionId) -> AwaitedLine:
    made = since_check(site, session)
    shown = made[-1] if made else None
    sent = [one.at for one in shown.attempts if one.result is UploadResult.SENT] if shown else []
    if shown and shown.city:
        sent.append(min(shown.city.steps.values()))
    return AwaitedLine(
        session=session,
        subject=site.sessions[session].plan.subject,
        backup=shown.name if shown else "",
        digest=shown.digest if shown else "",
        media=tuple(site.safe.media[one].label for one in shown.media) if shown else (),
        sent_at=max(sent, default=None),
    )
