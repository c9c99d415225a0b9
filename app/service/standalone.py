"""Standalone packages at the desk: made for one station, written to a registered medium, with code and vouchers."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.core.operation import Refusal, Signer
from app.core.room_state import RoomSession, Sitting
from app.core.site import Site
from app.core.standalone import NOTHING, ExportStandalone, may_export, remaining_seconds
from app.core.standalone_course import IssueVoucher
from app.core.standalone_return import NoSuchStandalone
from app.core.standalone_state import Custody, StandalonePackage, VoidReason
from app.core.terms import Digest, MediumSerial, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends
from app.crypto import codes
from app.crypto.standalone import voucher
from app.exchange import outbox, station_request, strict
from app.exchange import standalone as package_file
from app.exchange.agefile import recipient
from app.exchange.paper import AnswerSheet, Paper, expect_of
from app.exchange.signed import PublicKey
from app.exchange.standalone import AloneManifest, Content, Keys, Person
from app.exchange.standalone_return import INTERIM, open_answers
from app.exchange.station_request import StationRequest
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.folders import made
from app.service.media import on_medium
from app.service.session_paper import paper_key, session_paper
from app.service.sitelock import LockKey
from app.service.standalone_return import answers_in


class Secret(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a package's personal blob keeps: its unlock code as text and the key of its vouchers, hex."""

    code: str
    voucher_key: str


@dataclass(frozen=True, slots=True)
class Where:
    """Where somebody goes on: the room, its seat or "", who watches, and the medium that carries the package there."""

    host: RoomId
    place: str
    watched_by: PersonId
    medium: MediumSerial
    folder: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A package on its medium; `code` is read out at the station once the candidate sits there."""

    path: Path
    number: int
    code: str


def request(console: Console, path: Path) -> StationRequest:
    """A station's request, read and proved; raises what files and signed documents can say."""
    return station_request.read(outbox.read_bytes(path, 1 << 16), console.site.mode)


def export(
    console: Console,
    session: SessionId,
    ticket: Ticket,
    station: StationRequest,
    where: Where,
    *signers: Signer,
    voids: VoidReason | None = None,
    so_far: Path | None = None,
) -> Made | Refusal:
    """Make a package and write it to its medium. Entered first: a medium that fails is written once more.

    `so_far`: an interim copy, or what the room's system gave, to go on from; the file is kept and journaled, and one
    that is no interim copy of this candidate wants a supervisor. Raises PAPER_MISSING, MEDIUM_UNREGISTERED, and what
    files, disks and the lock can say.
    """
    room, sitting = _found(console.site, session, ticket)
    if sitting is None or room is None:
        return NoSuchStandalone(ticket, 0)
    if no := may_export(console.site, console.site.sessions[session], room, sitting, voids):
        return no
    on_medium(console, where.folder, where.medium)
    now = console.clock.moment().at.replace(microsecond=0)
    making = _Making(console, session, ticket, station, now)
    brought = outbox.read_bytes(so_far, package_file.LONGEST) if so_far else b""
    sealed, secret = making.package(room, sitting, brought, so_far.name if so_far else "")
    blobs = console.store.blobs
    operation = ExportStandalone(
        session,
        ticket,
        making.number,
        Custody.OURS,
        where.host,
        where.place,
        station.machine,
        where.watched_by,
        where.medium,
        blobs.put(sealed),
        now,
        making.nonce,
        PublicKey.read(station.key).jwk,
        blobs.put(console.store.keys.seal(strict.encode(secret), secrets.token_bytes(12))),
        voids,
        blobs.put(brought) if brought else NOTHING,
    )
    if refusal := console.submit(operation, *signers):
        return refusal
    console.store.mark()
    return Made(_write(where.folder, session, ticket, making.number, sealed), making.number, secret.code)


def write_again(console: Console, session: SessionId, ticket: Ticket, folder: Path) -> Path | Refusal:
    """The same file once more, to its own medium: raises MEDIUM_UNREGISTERED for another.

    Of ours only: the name of another system's package is not kept.
    """
    live = _live(console, session, ticket)
    if live is None or live.custody is not Custody.OURS:
        return NoSuchStandalone(ticket, live.number if live else 0)
    on_medium(console, folder, live.medium)
    return _write(folder, session, ticket, live.number, console.store.blobs.get(live.file))


def secret_of(console: Console, package: StandalonePackage) -> Secret:
    """Code and voucher key of one of our packages; raises what a damaged store says."""
    return strict.decode(console.store.keys.unseal(console.store.blobs.get(Digest(package.secret))), Secret, "secret")


def voucher_text(console: Console, session: SessionId, ticket: Ticket) -> str:
    """The newest voucher as it is read out; "" where none was issued."""
    live = _live(console, session, ticket)
    if live is None or not live.minutes_after:
        return ""
    key = bytes.fromhex(secret_of(console, live).voucher_key)
    return voucher(key, f"{ticket}-{session}-{live.number}", live.minutes_after)


def issue_voucher(console: Console, session: SessionId, ticket: Ticket, *signers: Signer) -> str | Refusal:
    """Pass on what the ledger gave since the export: the text to read out at the station."""
    return console.submit(IssueVoucher(session, ticket), *signers) or voucher_text(console, session, ticket)


def register(
    console: Console,
    session: SessionId,
    ticket: Ticket,
    machine: str,
    where: Where,
    path: Path,
    *signers: Signer,
    voids: VoidReason | None = None,
) -> Path | Refusal:
    """Keep another system's package, unopened, and copy it to its medium under the name that it came with."""
    room, sitting = _found(console.site, session, ticket)
    if sitting is None or room is None:
        return NoSuchStandalone(ticket, 0)
    if no := may_export(console.site, console.site.sessions[session], room, sitting, voids):
        return no
    on_medium(console, where.folder, where.medium)
    content = outbox.read_bytes(path, package_file.LONGEST)
    alone = console.site.sessions[session].standalone.get(ticket)
    operation = ExportStandalone(
        session,
        ticket,
        len(alone.packages) + 1 if alone else 1,
        Custody.REGISTERED,
        where.host,
        where.place,
        machine,
        where.watched_by,
        where.medium,
        console.store.blobs.put(content),
        console.clock.moment().at,
        "",
        "",
        "",
        voids,
    )
    if refusal := console.submit(operation, *signers):
        return refusal
    console.store.mark()
    return _beside(where.folder, f"{ticket}-{session}-{operation.number}", path.name, content)


def _beside(folder: Path, package: str, name: str, content: bytes) -> Path:
    """Other systems may call every package alike: what is there already is never written over."""
    digest = hashlib.sha256(content).hexdigest()
    target = folder / name
    if target.exists() and outbox.digest_of(target) == digest:
        return target
    if target.exists():
        target = made(folder / package) / name
    outbox.write_bytes(target, content)
    return target


def _found(site: Site, session: SessionId, ticket: Ticket) -> tuple[RoomSession | None, Sitting | None]:
    sitting = site.sitting(session, ticket)
    return (site.sessions[session].rooms[sitting.room], sitting) if sitting else (None, None)


def _live(console: Console, session: SessionId, ticket: Ticket) -> StandalonePackage | None:
    state = console.site.sessions.get(session)
    return state.package_out(ticket) if state else None


def _write(folder: Path, session: SessionId, ticket: Ticket, number: int, sealed: bytes) -> Path:
    path = folder / f"{ticket}-{session}-{number}{package_file.SUFFIX}"
    outbox.write_bytes(path, sealed)
    return path


class _Making:
    """One package on its way: number, nonce and secrets drawn once."""

    def __init__(
        self, console: Console, session: SessionId, ticket: Ticket, station: StationRequest, now: datetime
    ) -> None:
        self._console, self._session, self._ticket = console, session, ticket
        self._station, self._now = station, now
        alone = console.site.sessions[session].standalone.get(ticket)
        self.number = len(alone.packages) + 1 if alone else 1
        self.nonce = secrets.token_hex(32)

    def package(self, room: RoomSession, sitting: Sitting, so_far: bytes, name: str) -> tuple[bytes, Secret]:
        console, code = self._console, secrets.token_bytes(codes.SIZE)
        secret = Secret(codes.text(code), secrets.token_hex(32))
        person = console.directory.candidates[self._ticket]
        paper = session_paper(console, self._session)
        answers = self._answers(so_far, name, paper) if so_far else None
        content = Content(Person(person.name, secret.voucher_key), paper, answers)
        sealed = package_file.seal_content(content, Keys(code, person.id_number), self.nonce, self._ticket)
        manifest = self._manifest(room, sitting, Digest(hashlib.sha256(sealed).hexdigest()))
        lock = LockKey(console.store.lock)
        return package_file.write(manifest, sealed, lock, recipient(self._station.recipient)), secret

    def _answers(self, content: bytes, name: str, paper: Paper) -> AnswerSheet:
        """Under the paper key, and unread: of an interim copy, or a bare sheet from the room. It must fit the paper."""
        console = self._console
        sealed = answers_in(console, content, name) if name.endswith(INTERIM) else content
        sheet = open_answers(sealed, paper_key(console, self._session), name)
        expect_of(sheet, paper, self._ticket, name)
        return sheet

    def _manifest(self, room: RoomSession, sitting: Sitting, content: Digest) -> AloneManifest:
        console, site = self._console, self._console.site
        state = site.sessions[self._session]
        closes = closure_ends(room.runs_from, state.plan, console.rulebook) if room.runs_from else self._now
        lock = LockKey(console.store.lock)
        return AloneManifest(
            mode=site.mode,
            exam=package_in_force(console).exam.id,
            site=site.code,
            issued_at=self._now,
            serial=f"{self._ticket}-{self._session}-{self.number}",
            session=self._session,
            room=room.room,
            ticket=self._ticket,
            number=self.number,
            seat=sitting.seat or "",
            machine=self._station.machine,
            station=PublicKey.read(self._station.key).thumbprint,
            subject=state.plan.subject,
            remaining_seconds=remaining_seconds(state, sitting, self._now),
            closure_seconds=max(int((closes - self._now) / timedelta(seconds=1)), 0),
            nonce=self.nonce,
            lock_serial=lock.serial,
            lock=lock.public.jwk,
            recipient=str(console.store.keys.identity.to_public()),
            province=str(province(console).recipient),
            rescue=str(paper_key(console, self._session).to_public()),
            content=content,
        )
