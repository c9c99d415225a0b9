"""Backups of kind S: written, read back, proved, entered; and check, backup and bundle by one pair of people."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.closing import CheckAnswers
from app.core.operation import Operation, Refusal, Signer
from app.core.safekeeping import RecordBackup, may_back_up
from app.core.terms import Digest, SessionId
from app.core.upload import ExportBundle
from app.exchange import backup, outbox
from app.exchange.pipe import ahead
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.service import verify
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.folders import made
from app.service.keeping import Say, Target, Work, Written, done, ready, space_for
from app.service.sitelock import LockKey
from app.service.upload import bundle

_OPEN_FILES = Path("/proc/self/fd")
_SPARE = 1 << 10
"""What tar lays around a member, and more."""


@dataclass(frozen=True, slots=True)
class BackingUp(Work):
    """One backup of kind S under way.

    `write` and `prove` may run on another thread while the console goes on: they read with a connection of their
    own, and the journal as it was at `mark`.
    """

    session: SessionId
    number: int
    mark: Mark
    lines: tuple[backup.JournalLine, ...]
    others: tuple[Digest, ...]
    """Every blob that the journal cites, but for the records."""
    records: dict[Digest, str]
    size: int
    """Of everything that goes in, in bytes."""
    outbox: Path | None = None
    """Where the bundle for the upload goes in the same breath; None where it is laid out later."""

    def write(self, say: Say) -> Written:
        """Raises also what a damaged blob says."""
        store = self.console.store
        to = [province(self.console).recipient, store.keys.identity.to_public()]
        blobs = Blobs(store.blobs.path, store.keys.store)
        taken = 0

        def each(digests: Iterable[Digest], contents: Iterator[bytes]) -> Iterator[tuple[Digest, bytes]]:
            nonlocal taken
            for digest in digests:
                say(taken, self.size)
                content = next(contents)
                yield digest, content
                taken += len(content)

        try:
            with ahead(blobs.get, (*self.others, *self.records)) as contents:
                return outbox.write(
                    self.path,
                    lambda file: backup.write(
                        file,
                        self.lines,
                        each(self.others, contents),
                        ((self.records[digest], pdf) for digest, pdf in each(self.records, contents)),
                        store.key_file,
                        to,
                    ),
                )
        finally:
            blobs.abandon()

    def seal(self, written: Written) -> bytes:
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

    def enter(self, written: Written) -> Refusal | Path:
        """Where a bundle is laid out with it, that too; the backup stands also where the bundle is refused."""
        entered = Work.enter(self, written)
        if isinstance(entered, Refusal) or self.outbox is None:
            return entered
        return self.console.submit(ExportBundle(self.path.name, written[0]), *self.signers) or entered

    def discard(self) -> None:
        """With its bundle."""
        Work.discard(self)
        if self.outbox is not None:
            with suppress(OSError):
                for one in (self.path, self._sidecar):
                    (self.outbox / one.name).unlink(missing_ok=True)

    def _proved(self) -> None:
        """Opened again with our own identity."""
        store = self.console.store
        verify.backup_file(self.path, [store.keys.identity], LockKey(store.lock).public)
        if self.outbox is not None:
            bundle(self.path, self.outbox)

    def _asked(self, written: Written) -> Operation:
        digest, size = written
        told = (self.path.name, self.session, digest, size, self.mark.n, self.mark.head.hex())
        return RecordBackup(*told, self.where.medium)


def begin_backup(
    console: Console, session: SessionId, where: Target, *signers: Signer, outbox: Path | None = None
) -> Refusal | BackingUp:
    """What may be backed up now, by these people, to this target; nothing is written yet.

    Raises MEDIUM_UNREGISTERED, MEDIUM_SMALL and FILE_MISSING.
    """
    asked = RecordBackup("", session, Digest(""), 0, 0, "", where.medium)
    if no := may_back_up(console.site, session) or console.may(asked, *signers) or ready(console, where):
        return no
    if outbox and (no := console.may(ExportBundle("", Digest("")), *signers)):
        return no
    site, store = console.site, console.store
    mark = store.journal.settle()
    records = {record.file: f"{record.form}-{record.session}-{record.room}-{record.copy}" for record in site.records}
    records |= {sheet.file: f"{sheet.form}-{sheet.subject}-{sheet.copy}" for sheet in site.sheets}
    lines = tuple(verify.lines(store.journal))
    others = tuple(sorted(verify.cited_blobs(site, store.blobs) - records.keys()))
    sizes = dict(store.blobs.digests())
    size = sum(sizes.get(one, 0) for one in (*others, *records)) + sum(len(line.body) + _SPARE for line in lines)
    number, path = _free_name(console, session, where.folder)
    for folder in (where.folder, *([outbox] if outbox else [])):
        space_for(folder, size + _SPARE * (len(others) + len(records)), path.name)
    return BackingUp(console, signers, where, path, session, number, mark, lines, others, records, size, outbox)


def _free_name(console: Console, session: SessionId, folder: Path) -> tuple[int, Path]:
    """The next number that neither the register nor the folder knows."""
    site, exam = console.site, package_in_force(console).exam.id
    number = 1 + sum(one.session == session for one in site.safe.backups.values())
    while (name := backup.name(exam, site.code, session, number)) in site.safe.backups or (folder / name).exists():
        number += 1
    return number, folder / name


def begin_session(
    console: Console, session: SessionId, where: Target, *signers: Signer, outbox: Path | None = None
) -> Refusal | BackingUp:
    """Answers checked where they are not yet, then the backup begun; its bundle goes to `outbox`: one pair for all.

    The check stands although what follows fails (DAT-04 before DAT-05).
    """
    state = console.site.sessions.get(session)
    if (state is None or state.checked_at is None) and (no := console.submit(CheckAnswers(session), *signers)):
        return no
    return begin_backup(console, session, where, *signers, outbox=made(outbox) if outbox else None)


def back_up(console: Console, session: SessionId, where: Target, *signers: Signer) -> Refusal | Path:
    """One backup of kind S with its sidecar on its target, opened again with our own identity before it counts.

    Raises MEDIUM_FULL, COPY_DIFFERS, LOCK_REMOVED. A backup that does not count leaves no file behind.
    """
    begun = begin_backup(console, session, where, *signers)
    return begun if isinstance(begun, Refusal) else done(begun)


def release(medium: Path) -> bool:
    """Write everything out, and say whether no file of ours is open on the medium mounted here: then it may be pulled.

    For a lane. A backup that was entered stands whatever this says. On Windows each file was synced as it was
    written, and the system tells nobody which files are open.
    """
    if not hasattr(os, "sync"):
        return True
    os.sync()
    root = medium.resolve()
    return not any(_opened(one).is_relative_to(root) for one in _OPEN_FILES.iterdir())


def _opened(handle: Path) -> Path:
    try:
        return handle.readlink()
    except OSError:  # the one with which this folder itself was read
        return handle
