"""Proof that a store or a backup is whole: chain, marks, pages, blobs, digests, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.backup_proof import prove
from app.core.enrolment import SiteEnrolled
from app.core.erasing import kept
from app.core.replacement import SiteLockReplaced
from app.core.site import Site
from app.core.terms import Digest
from app.crypto.fingerprint import thumbprint
from app.exchange import backup, keyfile, outbox, room_backup, sidecars
from app.exchange.agefile import Identity
from app.exchange.backup import BackupManifest
from app.exchange.signed import PublicKey, peek
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.journal.store import Journal
from app.service import left_behind
from app.service.store import Store
from app.trouble import Code, Trouble

_LOCKS = (SiteEnrolled, SiteLockReplaced)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: the last entry and its head (hex), and how many blobs were compared with their digests."""

    entries: int
    head: str
    blobs: int
    opened: bool = True
    signer: str = ""
    """Of a backup: the thumbprint of the lock that signed it."""
    room: str = ""
    """Of a backup of kind R: the room and its day; `blobs` are its files then, and there are no entries."""


def lines(journal: Journal) -> Iterator[backup.JournalLine]:
    """The journal as a backup carries it."""
    for entry in journal.read():
        yield backup.JournalLine(entry.n, entry.head.hex(), entry.stamp.decode(), entry.body.decode())


def cited_blobs(site: Site, blobs: Blobs) -> frozenset[Digest]:
    """Every blob that the journal speaks of, the members of the package included; once cleaned, those kept."""
    if cleaned := site.safe.cleaned:
        return kept(site) | frozenset(left_behind.read(blobs, cleaned.staff).scans.values())
    if site.package is None:
        return frozenset(site.blobs)
    members = msgspec.json.decode(blobs.get(site.package.members), type=dict[str, Digest])
    return frozenset(site.blobs) | frozenset(members.values())


def store_file(store: Store, marks: Iterable[Mark] = ()) -> Proof:
    """Raises what chain, marks, pages and blobs say: CHAIN_BROKEN, REWRITTEN, CUT_SHORT, MARK_MISSING, and so on."""
    site, journal = Site(), store.journal
    noted = store.marks()
    for entry in journal.read((*noted, *marks)):
        codec.decode(entry.body, entry.n).apply(site)
    keys = store.key_file
    if site.code and (keys.mode, keys.site, keys.lock) != (site.mode, site.code, site.lock.serial):
        raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
    if not noted and journal.n > 1:
        raise Trouble(Code.MARK_MISSING, entry=journal.n)
    for part in (journal, store.blobs):
        if pages := part.damaged_pages():
            raise Trouble(Code.STORE_DAMAGED, file=part.path.name, entry=0, pages=pages)
    cited = cited_blobs(site, store.blobs)
    for digest in sorted(cited):
        store.blobs.get(digest)
    return Proof(journal.n, journal.head.hex(), len(cited))


def site_locks(store: Store) -> tuple[PublicKey, ...]:
    """Every site lock that this store ever had, by its own journal; the newest comes last."""
    facts = (codec.decode(entry.body, entry.n) for entry in store.journal.read())
    jwks = [fact.lock_key if isinstance(fact, SiteEnrolled) else fact.key for fact in facts if isinstance(fact, _LOCKS)]
    return tuple(PublicKey.read(jwk) for jwk in jwks)


def marks_beside(folder: Path, *locks: PublicKey) -> tuple[Mark, ...]:
    """The heads that the sidecars in a folder of backups carry; raises where none of these locks signed one."""
    known = {lock.thumbprint: lock for lock in locks}
    found = sorted(folder.glob(f"*{backup.SUFFIX}{backup.SIDECAR}"))
    tokens = [outbox.read_bytes(path, backup.LONGEST_SIDECAR) for path in found]
    stated = [sidecars.read(token, known.get(peek(token).kid, locks[-1])) for token in tokens]
    return tuple(Mark(one.entries, bytes.fromhex(one.head)) for one in stated if isinstance(one, BackupManifest))


def backup_file(path: Path, identities: Sequence[Identity], lock: PublicKey | None = None) -> Proof:
    """Digest, size and signature always; what is inside where an identity opens it.

    Without `lock` the sidecar's own key serves: then only a comparison of fingerprints tells who signed.
    """
    token = outbox.read_bytes(backup.sidecar_of(path), backup.LONGEST_SIDECAR)
    manifest = sidecars.read(token, lock)
    backup.compare(manifest, file=path.name, digest=outbox.digest_of(path), size=path.stat().st_size)
    opened, signer = bool(identities), thumbprint(manifest.lock)
    if isinstance(manifest, BackupManifest):
        checked = _inside(path, identities, manifest) if opened else 0
        return Proof(manifest.entries, manifest.head, checked, opened, signer)
    if opened:
        with path.open("rb") as source:
            room_backup.compare_files(manifest, room_backup.read(source, identities, path.name))
    return Proof(0, "", manifest.files, opened, signer, f"{manifest.room} {manifest.day}")


def _inside(path: Path, identities: Sequence[Identity], manifest: BackupManifest) -> int:
    """How many blobs and records; raises what chain, head and counts say."""
    with path.open("rb") as source:
        inside = backup.read(source, identities, path.name)
    prove(manifest, inside)
    return len(inside.blobs) + len(inside.records)
