"""Receiving a backup: proved from the outside in, then receipted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.authority import arrivals, issued, room_signed
from app.authority.arrivals import Arrival
from app.authority.keys import Agency
from app.authority.room_signed import Token
from app.authority.site_lock import in_force
from app.backup_proof import prove
from app.core.arrangement import PackageTakenIn
from app.core.site import Package, Site
from app.core.terms import Digest, ExamId, SiteCode
from app.exchange import backup, keyfile, outbox, receipt, room_backup, sidecars, strict
from app.exchange.backup import BackupManifest, Inside
from app.exchange.enrolment import SiteRequest
from app.exchange.keyfile import Keys
from app.exchange.room_backup import RoomBackupManifest, Take
from app.exchange.signed import Kind, PublicKey, expect
from app.journal import codec
from app.journal.chain import Mark
from app.trouble import Code, Trouble


def receive(agency: Agency, request: SiteRequest, path: Path, at: datetime) -> bytes:
    """The signed receipt of a backup that the site lock in force here signed; raises whatever does not fit."""
    return acknowledge(agency, open_backup(agency, request, path), at)


def note_room(agency: Agency, manifest: RoomBackupManifest, at: datetime) -> Arrival:
    """When a room's backup came first: it has no receipt. Raises ARRIVED_OTHERWISE."""
    known = arrivals.read(agency, manifest.site, manifest.exam)
    known.expect(manifest.name, manifest.digest, 0)
    return known.enter(Arrival(manifest.name, manifest.digest, 0, at), {})


def acknowledge(agency: Agency, opened: Opened, at: datetime) -> bytes:
    """The same for a backup that is open. What came before is receipted as it was then, in the same bytes.

    Raises ARRIVED_OTHERWISE or JOURNAL_SHORTER.
    """
    manifest, inside = opened.manifest, opened.inside
    known = arrivals.read(agency, manifest.site, manifest.exam)
    known.expect(manifest.name, manifest.digest, manifest.entries)
    if manifest.entries > len(heads(agency, manifest.site, manifest.exam)):
        path = _heads_file(agency, manifest.site, manifest.exam)
        outbox.write_bytes(path, strict.encode(tuple(line.head for line in inside.lines)))
    first = known.enter(Arrival(manifest.name, manifest.digest, manifest.entries, at), opened.named)
    content = receipt.Receipt(
        mode=agency.mode,
        exam=manifest.exam,
        site=manifest.site,
        issued_at=first.received_at,
        serial=f"{manifest.name}-{manifest.digest[:8]}",
        backup=manifest.name,
        digest=manifest.digest,
        size=manifest.size,
        entries=manifest.entries,
        head=manifest.head,
        received_at=first.received_at,
    )
    return receipt.write(content, agency.province)


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup that was proved: what its sidecar says, what is in it, and the state that its journal gives.

    `unproved`: packages that it took in and this agency issued, of which the agency kept nothing to compare.
    """

    manifest: BackupManifest
    inside: Inside
    site: Site
    keys: Keys
    unproved: tuple[str, ...]

    @property
    def named(self) -> dict[str, Digest]:
        """Backups of either kind of which its journal speaks."""
        safe = self.site.safe
        named = {one.name: one.digest for one in safe.backups.values()}
        return named | {one.name: one.digest for one in safe.room_backups.values()}


def signed(agency: Agency, request: SiteRequest, path: Path) -> BackupManifest | RoomBackupManifest:
    """What the site lock in force here signed of this very file; raises whatever does not fit."""
    token = outbox.read_bytes(backup.sidecar_of(path), backup.LONGEST_SIDECAR)
    lock = in_force(agency, request)
    manifest = sidecars.read(token, PublicKey.read(lock.key))
    expect(manifest, mode=agency.mode, site=request.site)
    if manifest.lock_serial != lock.serial:
        raise Trouble(Code.SIGNER_UNKNOWN, document=manifest.name, signer=manifest.lock_serial)
    # Receipts lie side by side under these names: one site's must not take the place of another's.
    if not manifest.name.startswith(f"{manifest.exam}-{manifest.site}-"):
        raise Trouble(Code.COPY_DIFFERS, file=path.name)
    backup.compare(manifest, file=path.name, digest=outbox.digest_of(path), size=path.stat().st_size)
    return manifest


def open_backup(agency: Agency, request: SiteRequest, path: Path) -> Opened:
    """Proved from the outside in, against what was receipted before and issued; raises whatever does not fit."""
    manifest = signed(agency, request, path)
    if not isinstance(manifest, BackupManifest):
        raise Trouble(Code.KIND_WRONG, expected=Kind.BACKUP, found=Kind.ROOM_BACKUP)
    with path.open("rb") as source:
        inside = backup.read(source, [agency.identity], path.name)
    known = heads(agency, manifest.site, manifest.exam)[: manifest.entries]
    site = prove(manifest, inside, [Mark(n, bytes.fromhex(head)) for n, head in enumerate(known, 1)])
    keys = keyfile.open_as_province(inside.keys, agency.identity)
    return Opened(manifest, inside, site, keys, issued.unproved(agency, request.site, _taken_in(inside)))


def open_room_backup(
    agency: Agency, request: SiteRequest, path: Path, take: Take | None = None
) -> tuple[RoomBackupManifest, bool]:
    """The same of a room's day, which has no journal: it is held against the exams and locks issued for the site.

    Also says whether such a lock signed what the room brought. `take`: given its files on the way, which count only
    once this has returned.
    """
    manifest = signed(agency, request, path)
    if not isinstance(manifest, RoomBackupManifest):
        raise Trouble(Code.KIND_WRONG, expected=Kind.ROOM_BACKUP, found=Kind.BACKUP)
    if not issued.for_site(agency, manifest.exam, manifest.site):
        raise Trouble(Code.EXAM_UNKNOWN, site=manifest.site, exam=manifest.exam[:60])
    token = Token(take)
    with path.open("rb") as source:
        files = room_backup.read(source, [agency.identity], path.name, token.passing)
    room_backup.compare_files(manifest, files)
    return manifest, room_signed.proved(agency, manifest, files, token.content)


def _taken_in(inside: Inside) -> Iterator[tuple[int, Package]]:
    """Every package that was ever in force there, with the number of its entry."""
    for line in inside.lines:
        fact = codec.decode(line.body.encode(), line.n)
        if isinstance(fact, PackageTakenIn):
            yield line.n, fact.package


def heads(agency: Agency, site: SiteCode, exam: ExamId) -> tuple[str, ...]:
    """The head after every entry received so far: what was receipted is not rewritten unseen, nor made shorter."""
    path = _heads_file(agency, site, exam)
    if not path.exists():
        return ()
    return strict.decode(outbox.read_bytes(path, 64 << 20), tuple[str, ...], path.name)


def _heads_file(agency: Agency, site: SiteCode, exam: ExamId) -> Path:
    return agency.folder / f"{site}-{exam}.heads"
