"""Backups: written, read back, proved, entered; and the receipt that confirms the upload."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.core.operation import Refusal, Signer
from app.core.safekeeping import RecordBackup, TakeReceipt, may_back_up
from app.core.terms import Digest, SessionId
from app.exchange import backup, outbox, receipt
from app.service import verify
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.sitelock import LockKey


def back_up(console: Console, session: SessionId, folder: Path, *signers: Signer) -> Refusal | Path:
    """One backup of kind S with its sidecar in `folder`, opened again with our own identity before it counts.

    Raises MEDIUM_FULL, COPY_DIFFERS, LOCK_REMOVED. A backup that does not count leaves no file behind.
    """
    asked = RecordBackup("", session, Digest(""), 0, 0, "")
    if no := may_back_up(console.site, session) or console.may(asked, *signers):
        return no
    site, store, package = console.site, console.store, package_in_force(console)
    number = 1 + sum(one.session == session for one in site.backups.values())
    while (folder / (name := backup.name(package.exam.id, site.code, session, number))).exists():
        number += 1
    mark = store.journal.settle()
    records = {record.file: f"{record.form}-{record.session}-{record.room}-{record.copy}" for record in site.records}
    others = sorted(verify.cited_blobs(site, store.blobs) - records.keys())

    def contents() -> Iterator[tuple[Digest, bytes]]:
        for digest in others:
            yield digest, store.blobs.get(digest)

    path = folder / name
    stands = False
    try:
        digest, size = outbox.write(
            path,
            lambda file: backup.write(
                file,
                verify.lines(store.journal),
                contents(),
                ((named, store.blobs.get(blob)) for blob, named in records.items()),
                store.key_file,
                [province(console).recipient, store.keys.identity.to_public()],
            ),
        )
        key = LockKey(store.lock)
        manifest = backup.BackupManifest(
            mode=site.mode,
            exam=package.exam.id,
            site=site.code,
            issued_at=console.clock.moment().at,
            serial=f"{session}-{number}",
            name=name,
            kind="S",
            session=session,
            digest=digest,
            size=size,
            entries=mark.n,
            head=mark.head.hex(),
            blobs=len(others),
            records=len(records),
            lock_serial=key.serial,
            lock=key.public.jwk,
        )
        outbox.write_bytes(folder / (name + backup.SIDECAR), backup.write_sidecar(manifest, key))
        verify.backup_file(path, [store.keys.identity], key.public)
        stands = True  # a failed write leaves in doubt whether the entry stands, and then its file must be there
        refusal = console.submit(RecordBackup(name, session, digest, size, mark.n, mark.head.hex()), *signers)
        stands = refusal is None
    finally:
        if not stands:
            with suppress(OSError):  # a medium that is gone keeps what it has
                path.unlink(missing_ok=True)
                path.with_name(name + backup.SIDECAR).unlink(missing_ok=True)
    if refusal is None:
        store.mark()
    return refusal or path


def take_receipt(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Raises every fault of signed documents."""
    site, package = console.site, package_in_force(console)
    content = receipt.read(token, province(console).key, site.mode, site.code, package.exam.id)
    document = console.store.blobs.put(token)
    refusal = console.submit(TakeReceipt(content.serial, content.backup, content.digest, document), *signers)
    if refusal is None:
        console.store.mark()
    return refusal
