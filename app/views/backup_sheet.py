"""What stands on the list of a session's backups (备份清单), and on the labels of their media (DAT-07, LCK-04)."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.operation import SUPERVISORS
from app.core.safekeeping import BackupVerified
from app.core.site import Site
from app.core.terms import SessionId
from app.core.upload import UploadConfirmed
from app.views.journal import Line
from app.views.site_sheet import History, SiteSheet, sheet_head


class BackupLine(msgspec.Struct, frozen=True):
    """One backup. `supervised_by` is "" where nobody stood by; `receipt` is "" until the centre confirmed it.

    `entries` and `head`: how far the journal inside goes.
    """

    name: str
    size: int
    digest: str
    entries: int
    head: str
    at: datetime
    made_by: str
    supervised_by: str
    receipt: str = ""
    receipted_at: datetime | None = None


class BackupSheet(SiteSheet, frozen=True):
    """Every backup of one session, the oldest first."""

    session: str
    subject: str
    backups: tuple[BackupLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When the newest was made, or its receipt came."""
        return max((one.receipted_at or one.at for one in self.backups), default=None)


def backup_sheet(site: Site, people: Directory, session: SessionId, history: History) -> BackupSheet | None:
    """None where none was made of this session."""
    made: dict[str, BackupLine] = {}
    for line in history:
        match line.fact:
            case BackupVerified(name, of) if of == session:
                made[name] = _line(people, line, line.fact)
            case UploadConfirmed(name, serial) if name in made:
                made[name] = replace(made[name], receipt=serial, receipted_at=line.at)
    if not made:
        return None
    return BackupSheet(sheet_head(site), session, site.sessions[session].plan.subject, tuple(made.values()))


def _line(people: Directory, line: Line, fact: BackupVerified) -> BackupLine:
    (operator, _), *others = line.signers
    watching = [people.staff_name(person) for person, role in others if role in SUPERVISORS]
    return BackupLine(
        name=fact.name,
        size=fact.size,
        digest=fact.digest,
        entries=fact.entries,
        head=fact.head,
        at=line.at,
        made_by=people.staff_name(operator),
        supervised_by=watching[0] if watching else "",
    )
