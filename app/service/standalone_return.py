"""What comes back from stations: proved against the package it answers, kept as it came, and held against the desk."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from app.core.damaged_result import NoteDamagedResult
from app.core.operation import Refusal, Signer
from app.core.standalone_return import NoSuchStandalone, TakeStandaloneReturn
from app.core.standalone_state import Custody
from app.core.terms import Digest, SessionId, Ticket
from app.exchange import outbox, standalone_return
from app.exchange.signed import PublicKey
from app.exchange.standalone_return import Issued, ReturnDocument, Returned
from app.service.authorization import package_in_force
from app.service.console import Console
from app.service.rooms import DAMAGED
from app.trouble import Code, Trouble

SUFFIXES = (standalone_return.SUFFIX, standalone_return.INTERIM)


def read(console: Console, sealed: bytes, name: str) -> Returned:
    """A return or an interim copy, proved. Raises PACKAGE_WRONG for one of no package of this site, and the rest."""
    return standalone_return.read(
        sealed, [console.store.keys.identity], name, lambda document: _issued(console, document)
    )


def answers_in(console: Console, sealed: bytes, name: str) -> bytes:
    """The sealed answers of a return of this site; raises what files and signed documents can say."""
    read(console, sealed, name)
    return standalone_return.answers_of(sealed, [console.store.keys.identity], name)


def _issued(console: Console, document: ReturnDocument) -> Issued:
    site = console.site
    state = site.sessions.get(document.session)
    alone = state.standalone.get(document.ticket) if state else None
    package = alone.package(document.number) if alone else None
    if package is None or package.custody is not Custody.OURS:
        raise Trouble(Code.PACKAGE_WRONG, expected=len(alone.packages) if alone else 0, found=document.number)
    return Issued(
        site.mode,
        package_in_force(console).exam.id,
        site.code,
        document.session,
        document.ticket,
        document.number,
        package.nonce,
        package.file,
        package.machine,
        PublicKey.read(package.key),
    )


def take(console: Console, path: Path, *signers: Signer) -> Returned | Refusal:
    """Take in a return of one of our packages; a doubtful one is kept and refused. Raises what files can say.

    One that came damaged is entered as such, with its incident, where its name says whose it is (DAT-02).
    """
    sealed = outbox.read_bytes(path, standalone_return.LONGEST)
    try:
        found = read(console, sealed, path.name)
    except Trouble as trouble:
        if trouble.code in DAMAGED:
            _damaged(console, path.name, sealed, signers)
        raise
    said = found.document
    operation = TakeStandaloneReturn(
        said.session,
        said.ticket,
        said.number,
        console.store.blobs.put(sealed),
        said.final,
        said.opened_at,
        said.closed_at,
        said.used_seconds,
        said.granted_minutes,
        said.questions,
        said.answered,
        said.open_seconds,
    )
    refusal = console.submit(operation, *signers)
    console.store.mark()
    return refusal or found


def _damaged(console: Console, name: str, sealed: bytes, signers: tuple[Signer, ...]) -> None:
    """A file's name begins with ticket, session and number of its package; of what never went out nothing is noted."""
    ticket, _, rest = name.partition("-")
    for session, state in console.site.sessions.items():
        alone = state.standalone.get(Ticket(ticket))
        number = re.match(rf"{re.escape(session)}-([0-9]{{1,3}})(?![0-9])", rest)
        package = alone.package(int(number[1])) if alone and number else None
        sitting = console.site.sitting(session, Ticket(ticket))
        if package and package.custody is Custody.OURS and sitting:
            file = Digest(hashlib.sha256(sealed).hexdigest())
            console.submit(NoteDamagedResult(session, sitting.room, file, Ticket(ticket)), *signers)


def take_registered(
    console: Console, session: SessionId, ticket: Ticket, path: Path, *signers: Signer
) -> Digest | Refusal:
    """What came back of another system's package: kept as it is; only a person can tell that it is the right file."""
    state = console.site.sessions.get(session)
    alone = state.standalone.get(ticket) if state else None
    last = alone.packages[-1] if alone and alone.packages else None
    if last is None or last.custody is not Custody.REGISTERED:
        return NoSuchStandalone(ticket, last.number if last else 0)
    content = outbox.read_bytes(path, standalone_return.LONGEST)
    if not content:
        raise Trouble(Code.FILE_DAMAGED, file=path.name)
    file = console.store.blobs.put(content)
    now = console.clock.moment().at
    opened = last.login_at or last.exported_at
    operation = TakeStandaloneReturn(session, ticket, last.number, file, True, opened, now, 0, 0, 0, 0)
    refusal = console.submit(operation, *signers)
    console.store.mark()
    return refusal or file
