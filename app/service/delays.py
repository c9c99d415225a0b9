"""Delays and extra time at the desk: who consented, whose a code is, and what the ministry sent."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.consent import RecordConsent, SpeakerUnfit
from app.core.directive import TakeDirective
from app.core.directory import Speaker
from app.core.operation import Refusal, Signer
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, Digest, ExamId, PersonId, RoomId, SessionId, SiteCode
from app.core.time_state import Means, Outcome
from app.crypto import codes
from app.crypto.codes import Mistyped, Purpose, Subject
from app.exchange import directive, outbox, strict
from app.exchange.signed import LONGEST, PublicKey
from app.service.authorization import package_in_force
from app.service.clock import BEIJING
from app.service.console import Console

DIRECTIVE = directive.SUFFIX
"""What the name of a directive's file ends with."""
LONGEST_LINE = 60
"""Characters of a name, an office or a telephone number."""


def consent(
    console: Console,
    application: ApplicationNo,
    authority: Tier,
    means: Means,
    speaker: Speaker,
    given_at: datetime,
    told_to: PersonId,
    *signers: Signer,
) -> Refusal | None:
    """Enter a consent; name, office and telephone go into the personal data, the journal cites them by digest."""
    if no := _unfit(speaker):
        return no
    sealed = console.store.keys.seal(strict.encode(speaker), secrets.token_bytes(12))
    kept = Digest(hashlib.sha256(sealed).hexdigest())
    operation = RecordConsent(application, authority, means, kept, given_at, told_to)
    # A name that nothing cites would lie on the disk for good.
    if no := console.foresee(operation, *signers):
        return no
    asked, said = console.site.applications.get(application), (authority, means, given_at, told_to)
    for one in asked.consents if asked else ():
        same = (one.authority, one.means, one.given_at, one.told_to) == said
        if same and console.directory.said_by.get(one.said_by) == speaker:
            return None
    console.store.blobs.put(sealed)
    refusal = console.submit(operation, *signers)
    if refusal is None:
        console.directory.said_by[kept] = speaker
    return refusal


def _unfit(speaker: Speaker) -> Refusal | None:
    for part, text, needed in (
        ("name", speaker.name, True),
        ("office", speaker.office, True),
        ("phone", speaker.phone, False),
    ):
        if len(text) > LONGEST_LINE or not text.isprintable() or (needed and not text.strip()):
            return SpeakerUnfit(part, LONGEST_LINE)
    return None


@dataclass(frozen=True, slots=True)
class Fits:
    """Whose a code is after all, and for how many minutes."""

    purpose: Purpose
    session: str
    subject: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Owners:
    """What a search for a code's owner needs, taken from the console once; it runs in a lane and reads nothing else.

    `subjects` in the order in which they are tried: rooms before candidates.
    """

    exam: ExamId
    site: SiteCode
    subjects: tuple[tuple[Purpose, str, str, bytes], ...]

    def find(self, typed: str, stop: Callable[[], bool] = lambda: False) -> Fits | None:
        """None where the code was mistyped, fits nobody, or the search was stopped."""
        given = codes.read(typed)
        if isinstance(given, Mistyped):
            return None
        for purpose, session, subject, root in self.subjects:
            if stop():
                return None
            minutes = codes.ceiling(given, Subject(purpose, self.exam, self.site, session, subject), root)
            if minutes:
                return Fits(purpose, session, subject, minutes)
        return None


def owners(console: Console) -> Owners:
    """Raises PACKAGE_MISSING, and what a damaged store says."""
    package = package_in_force(console)
    found = [
        (Purpose(purpose), session, subject, root)
        for purpose, session, subject in console.roots.subjects()
        if (root := console.roots(purpose, session, subject))
    ]
    found.sort(key=lambda one: one[0] is Purpose.EXTRA_TIME)
    return Owners(package.exam.id, console.site.code, tuple(found))


@dataclass(frozen=True, slots=True)
class Directed:
    """What a verified directive says, in site time."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    outcome: Outcome
    serial: str
    issued_at: datetime
    until: datetime | None


def directive_file(path: Path) -> bytes:
    """Raises FILE_MISSING or FILE_TOO_LARGE."""
    return outbox.read_bytes(path, LONGEST)


def read_directive(console: Console, token: bytes) -> Directed:
    """Raises every fault of signed documents; only the ministry of this store signs directives."""
    site, exam = console.site, package_in_force(console).exam.id
    found = directive.read(token, PublicKey.read(site.ministry), site.mode, site.code, exam)
    until = found.until.astimezone(BEIJING) if found.until else None
    issued_at = found.issued_at.astimezone(BEIJING)
    return Directed(found.session, found.rooms, found.outcome, found.serial, issued_at, until)


def take_directive(console: Console, application: ApplicationNo, token: bytes, *signers: Signer) -> Refusal | None:
    """Verify it once more, keep it as it came, and enter what it decides; raises what the document says."""
    content = read_directive(console, token)
    kept = console.store.blobs.put(token)
    operation = TakeDirective(
        application,
        content.session,
        content.outcome,
        content.serial,
        kept,
        content.rooms,
        content.issued_at,
        content.until,
    )
    refusal = console.submit(operation, *signers)
    if refusal is None:
        console.store.mark()
    return refusal
