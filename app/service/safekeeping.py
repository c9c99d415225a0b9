"""Backups: written, read back, proved, entered; and the receipt that confirms the upload."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.operation import Refusal, Signer
from app.core.safekeeping import RecordBackup, may_back_up
from app.core.terms import Digest, SessionId
from app.core.upload import TakeReceipt
from app.exchange import backup, outbox, receipt
from app.exchange.signed import LONGEST
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.service import verify
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.folders import made
from app.service.sitelock import LockKey

RECEIPTS = receipt.SUFFIX
"""How the name of a receipt ends."""
Say = Callable[[int, int], None]
"""Told how many of how many pieces were taken; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class BackingUp:
    """One backup of kind S under way: `write`, `seal`, `prove`, `enter`, in this order, each given what came before.

    `write` and `prove` are slow and may run on another thread while the console goes on: they read with a connection
    of their own, and the journal as it was at `mark`. Whatever fails or is ended leaves no file behind.
    """

    console: Console
    signers: tuple[Signer, ...]
    session: SessionId
    number: int
    path: Path
    mark: Mark
    lines: tuple[backup.JournalLine, ...]
    others: tuple[Digest, ...]
    """Every blob that the journal cites, but for the records."""
    records: dict[Digest, str]

    def write(self, say: Say) -> tuple[Digest, int]:
        """Digest and size; raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS, and what a damaged blob says."""
        store = self.console.store
        to = [province(self.console).recipient, store.keys.identity.to_public()]
        total = len(self.others) + len(self.records)
        blobs = Blobs(store.blobs.path, store.keys.store)

        def taken(digests: Iterator[Digest], before: int) -> Iterator[tuple[Digest, bytes]]:
            for n, digest in enumerate(digests, before):
                say(n, total)
                yield digest, blobs.get(digest)

        try:
            return outbox.write(
                self.path,
                lambda file: backup.write(
                    file,
                    self.lines,
                    taken(iter(self.others), 0),
                    ((self.records[digest], pdf) for digest, pdf in taken(iter(self.records), len(self.others))),
                    store.key_file,
                    to,
                ),
            )
        finally:
            blobs.abandon()

    def seal(self, written: tuple[Digest, int]) -> bytes:
        """The sidecar, signed by the site lock; raises LOCK_REMOVED."""
        site, package, key = self.console.site, package_in_force(self.console), LockKey(self.console.store.lock)
        digest, size = written
        manifest = backup.BackupManifest(
            mode=site.mode,
            exam=package.exam.id,
            site=site.code,
            issued_at=self.console.clock.moment().at,
            serial=f"{self.session}-{self.number}",
            name=self.path.name,
            kind="S",
            session=self.session,
            digest=digest,
            size=size,
            entries=self.mark.n,
            head=self.mark.head.hex(),
            blobs=len(self.others),
            records=len(self.records),
            lock_serial=key.serial,
            lock=key.public.jwk,
        )
        with self._or_nothing():
            return backup.write_sidecar(manifest, key)

    def prove(self, sidecar: bytes) -> None:
        """Write the sidecar, then open the backup again with our own identity before it counts; raises COPY_DIFFERS."""
        store = self.console.store
        with self._or_nothing():
            outbox.write_bytes(self._sidecar, sidecar)
            verify.backup_file(self.path, [store.keys.identity], LockKey(store.lock).public)

    def enter(self, written: tuple[Digest, int]) -> Refusal | Path:
        """Into the journal. Where a failed write leaves in doubt whether the entry stands, the file stays."""
        digest, size = written
        asked = RecordBackup(self.path.name, self.session, digest, size, self.mark.n, self.mark.head.hex())
        refusal = self.console.submit(asked, *self.signers)
        if refusal is not None:
            self.discard()
            return refusal
        self.console.store.mark()
        return self.path

    def discard(self) -> None:
        """Take away what was written; a medium that is gone keeps what it has."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self._sidecar.unlink(missing_ok=True)

    @property
    def _sidecar(self) -> Path:
        return self.path.with_name(self.path.name + backup.SIDECAR)

    @contextmanager
    def _or_nothing(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.discard()
            raise


def begin_backup(console: Console, session: SessionId, folder: Path, *signers: Signer) -> Refusal | BackingUp:
    """What may be backed up now, by these people, into `folder`; nothing is written yet. Raises FILE_MISSING."""
    asked = RecordBackup("", session, Digest(""), 0, 0, "")
    if no := may_back_up(console.site, session) or console.may(asked, *signers):
        return no
    site, store, package = console.site, console.store, package_in_force(console)
    made(folder)
    number = 1 + sum(one.session == session for one in site.safe.backups.values())
    while (folder / (name := backup.name(package.exam.id, site.code, session, number))).exists():
        number += 1
    mark = store.journal.settle()
    records = {record.file: f"{record.form}-{record.session}-{record.room}-{record.copy}" for record in site.records}
    records |= {sheet.file: f"{sheet.form}-{sheet.subject}-{sheet.copy}" for sheet in site.sheets}
    return BackingUp(
        console,
        signers,
        session,
        number,
        folder / name,
        mark,
        tuple(verify.lines(store.journal)),
        tuple(sorted(verify.cited_blobs(site, store.blobs) - records.keys())),
        records,
    )


def back_up(console: Console, session: SessionId, folder: Path, *signers: Signer) -> Refusal | Path:
    """One backup of kind S with its sidecar in `folder`, opened again with our own identity before it counts.

    Raises MEDIUM_FULL, COPY_DIFFERS, LOCK_REMOVED. A backup that does not count leaves no file behind.
    """
    begun = begin_backup(console, session, folder, *signers)
    if isinstance(begun, Refusal):
        return begun
    written = begun.write(lambda _done, _total: None)
    begun.prove(begun.seal(written))
    return begun.enter(written)


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
