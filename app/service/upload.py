"""Upload: the bundle laid out for the ministry's server, attempts and receipts, and the way by the city agency."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.core.city_way import GiveToCity
from app.core.handover import HandOver
from app.core.operation import Refusal, Signer
from app.core.safe_state import UploadResult
from app.core.terms import Digest
from app.core.upload import ExportBundle, NoteAttempt, TakeReceipt
from app.exchange import backup, outbox, receipt
from app.exchange.signed import LONGEST
from app.service import free_text
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.folders import made
from app.service.keeping import Say, unheard

RECEIPTS = receipt.SUFFIX
"""How the name of a receipt ends."""


def bundle(source: Path, folder: Path, say: Say = unheard) -> Digest:
    """Lay backup and sidecar out byte for byte, read back; the digest of the backup there. Slow: for a lane.

    Raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS.
    """
    digest, _ = outbox.copy(source, made(folder) / source.name, say)
    sidecar = backup.sidecar_of(source)
    outbox.write_bytes(folder / sidecar.name, outbox.read_bytes(sidecar, backup.LONGEST_SIDECAR))
    return digest


def enter_bundle(console: Console, name: str, digest: Digest, *signers: Signer) -> Refusal | None:
    """What `bundle` laid out; refused where it is not the backup that was made here."""
    return console.submit(ExportBundle(name, digest), *signers)


def may_export(console: Console, name: str, *signers: Signer) -> Refusal | tuple[Signer, ...]:
    """Those who sign for it, before the slow part begins."""
    made_here = console.site.safe.backups.get(name)
    asked = ExportBundle(name, made_here.digest if made_here else Digest(""))
    return console.foresee(asked, *signers) or signers


def export_bundle(console: Console, name: str, source: Path, folder: Path, *signers: Signer) -> Refusal | None:
    """Both at the desk. `source` is the file of the backup `name`."""
    asked = may_export(console, name, *signers)
    return asked if isinstance(asked, Refusal) else enter_bundle(console, name, bundle(source, folder), *asked)


def note_attempt(
    console: Console, name: str, result: UploadResult, reference: str, happened_at: datetime, *signers: Signer
) -> Refusal | None:
    """One attempt over VPN, whatever came of it."""
    return console.submit(NoteAttempt(name, result, reference, happened_at), *signers)


def give_to_city(console: Console, hand: HandOver, backups: tuple[str, ...], *signers: Signer) -> Refusal | None:
    """A hand-over of media with these bundles; what was typed in it is kept as any free text."""
    return free_text.submit(console, GiveToCity(hand, backups), *signers)


def take_receipt(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Raises every fault of signed documents."""
    site, package = console.site, package_in_force(console)
    content = receipt.read(token, province(console).key, site.mode, site.code, package.exam.id)
    document = console.store.blobs.put(token)
    refusal = console.submit(TakeReceipt(content.serial, content.backup, content.digest, document), *signers)
    if refusal is None:
        console.store.mark()
    return refusal


def take_receipt_file(console: Console, path: Path, *signers: Signer) -> Refusal | None:
    """The same from a file; raises also FILE_MISSING and FILE_TOO_LARGE."""
    return take_receipt(console, outbox.read_bytes(path, LONGEST), *signers)
