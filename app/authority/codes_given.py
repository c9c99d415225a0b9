"""The authorization codes (授权码) that the province gave, and the ledger that says for whom, to whom, when and why.

The ledger keeps no code: who may make codes makes it again from the line, and who may not shall not find it there.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from app.authority import asked
from app.authority.keys import Agency
from app.core.terms import ExamId, SessionId, SiteCode
from app.crypto import codes
from app.crypto.codes import LONGEST, Purpose, Subject
from app.exchange import outbox, strict
from app.trouble import Code, Trouble

FILE = "codes.ndjson"
_LARGEST = 64 << 20
_FIRST_YEAR, _LAST_YEAR = 2000, 9998
"""Times outside have no counterpart in every zone."""


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One code that was given: a ceiling of so many minutes; `subject` is a room, a ticket or "*"."""

    purpose: Purpose
    exam: ExamId
    site: SiteCode
    session: SessionId
    subject: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=LONGEST)]
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    to: str
    why: str
    by: str

    @property
    def whom(self) -> Subject:
        """Raises ASKED_UNFIT for what no code can be for."""
        return asked.again(self.purpose, self.exam, self.site, self.session, self.subject)


def give(agency: Agency, subject: Subject, minutes: int, to: str, why: str, by: str, at: datetime) -> str:
    """The code to read out, once it stands in the agency's ledger."""
    return enter(agency.master, agency.folder / FILE, subject, minutes, to, why, by, at)


def enter(master: bytes, ledger: Path, subject: Subject, minutes: int, to: str, why: str, by: str, at: datetime) -> str:
    """The same with a master and a ledger of one's own. Nothing is said before it is written.

    Raises ASKED_UNFIT, LEDGER_DAMAGED for a ledger to which nothing can be added, and what the disk says.
    """
    asked.minutes_fit(subject.purpose, minutes)
    for option, value in (("--to", to), ("--why", why), ("--by", by)):
        asked.told(option, value)
    line = Given(
        subject.purpose,
        ExamId(subject.exam),
        SiteCode(subject.site),
        SessionId(subject.session),
        subject.subject,
        minutes,
        at,
        to.strip(),
        why.strip(),
        by.strip(),
    )
    text = codes.code(master, line.whom, minutes)
    read(ledger)
    _append(ledger, strict.encode(line) + b"\n")
    return text


def read(ledger: Path) -> tuple[Given, ...]:
    """Every line in its order, () where nothing was given yet; raises LEDGER_DAMAGED, naming the line."""
    if not ledger.exists():
        return ()
    content = outbox.read_bytes(ledger, _LARGEST)
    reader = strict.Reader(Given, ledger.name)
    lines = content.split(b"\n")
    found = []
    for n, text in enumerate(lines[:-1], 1):
        try:
            given: Given = reader.read(text, n)
            _ = given.whom
            asked.in_its_form("at", str(given.at), holds=_FIRST_YEAR <= given.at.year <= _LAST_YEAR)
            for option, value in (("--to", given.to), ("--why", given.why), ("--by", given.by)):
                asked.told(option, value)
        except Trouble as cause:
            raise Trouble(Code.LEDGER_DAMAGED, file=ledger.name, line=n) from cause
        found.append(given)
    if lines[-1]:
        raise Trouble(Code.LEDGER_DAMAGED, file=ledger.name, line=len(lines))
    return tuple(found)


def before(ledger: Path, subject: Subject) -> tuple[Given, ...]:
    """What was given for this subject already; raises as `read`."""
    return tuple(given for given in read(ledger) if given.whom == subject)


def _append(ledger: Path, line: bytes) -> None:
    """All of the line or nothing of it, synced; what stands there is never touched."""
    try:
        with ledger.open("ab", buffering=0) as file:
            end = os.fstat(file.fileno()).st_size
            try:
                if file.write(line) != len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):  # a medium that is gone keeps what it has
                    file.truncate(end)
                raise
    except OSError as cause:
        full = cause.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Trouble(Code.MEDIUM_FULL if full else Code.FILE_MISSING, file=ledger.name) from cause
