"""What the slip of a standalone exam (单机考试) says after submission: signed by the candidate and an invigilator."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.terms import Digest, ExamId, Mode, RoomId, SessionId, SiteCode, Ticket


class ReturnSlip(msgspec.Struct, frozen=True, kw_only=True):
    """`digest` is that of the return file, `package_digest` that of the package's; times by the station's clock.

    `package` names the package, `key` is the fingerprint of the station's key, `lock` that of the site lock.
    """

    mode: Mode
    exam: ExamId
    site: SiteCode
    session: SessionId
    subject: str
    room: RoomId
    seat: str
    ticket: Ticket
    name: str
    package: str
    package_digest: Digest
    machine: str
    key: str
    lock: str
    issued_at: datetime
    opened_at: datetime
    handed_in_at: datetime
    printed_at: datetime
    used_seconds: int
    granted_minutes: int
    resumed: int
    questions: int
    answered: int
    file: str
    digest: Digest
