"""Cleaning at the desk: what stays is put aside, the fact is entered, and then everything else is erased (DAT-10)."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.core.cleaning import CleanData
from app.core.erasing import NoteErased, mirrors_here, scans
from app.core.operation import Refusal, Signer
from app.core.staffing import StaffMember
from app.core.terms import Digest, MediumSerial
from app.exchange import keyfile, outbox, strict
from app.exchange.exam_package import StaffEntry
from app.journal.blobs import Blobs
from app.journal.store import Journal
from app.service.console import Console
from app.service.left_behind import LeftBehind
from app.service.media import folder_of
from app.service.mirror import place
from app.service.shredding import shred
from app.service.verify import cited_blobs
from app.trouble import Code, Trouble

FOLDERS = ("backups", "exports", "inbox", "outbox", "paper", "records", "releases", "rooms")
"""Beside the store: what was made of the exam's data and lies on this machine."""
_NOT_YET = Digest("")
"""Stands for the blob while it is asked whether the data may be cleaned."""


def clean(console: Console, *signers: Signer) -> Refusal | None:
    """Erase for good; whoever mirrors this console has let go of it.

    Raises MIRROR_NOT_HERE, before anything is done, while a medium with a mirror is out. From the fact on whatever is
    raised (ERASE_FAILED, STORE_IN_USE, DISK_FULL) leaves a beginning that the next opening brings to its end.
    """
    if no := console.foresee(CleanData(_NOT_YET), *signers):
        return no
    if out := next((one for one in mirrors_here(console.site) if folder_of(console, one) is None), None):
        raise Trouble(Code.MIRROR_NOT_HERE, label=console.site.safe.media[out].label)
    if no := console.submit(CleanData(_put_aside(console)), *signers):
        return no
    finish(console)
    return None


def finish(console: Console) -> None:
    """Bring a cleaning that was begun to its end; where it has ended, erase mirrors that were out and are in now."""
    cleaned, store = console.site.safe.cleaned, console.store
    if cleaned is None:
        return
    erased = _erase_mirrors(console)
    if cleaned.ended_at is None or store.key_file.personal_key:
        for name in FOLDERS:
            _remove(store.folder.parent / name)
        store.blobs.erase(cited_blobs(console.site, store.blobs))
        store.forget_personal()
        console.load_people()
    console.submit(NoteErased(erased))
    store.mark()


def _put_aside(console: Console) -> Digest:
    """What stays, under the store's key, while the personal key still opens what it is made from."""
    keys, blobs = console.store.keys, console.store.blobs
    staff = tuple(_signing(console, one) for one in console.directory.staff.values())
    pictures = {digest: blobs.put(keys.unseal(blobs.get(digest))) for digest in sorted(scans(console.site))}
    return blobs.put(strict.encode(LeftBehind(staff, pictures)))


def _signing(console: Console, one: StaffMember) -> StaffEntry:
    """Without numbers; who is listed twice stays one person, known by the code that came first (LCK-04)."""
    same = [code for code in console.directory.staff if console.directory.same(one.code, code)]
    own = console.site.person(one.code).verifier
    verifier = console.verifiers.get(one.code, "")
    if own:
        verifier = console.store.keys.unseal(console.store.blobs.get(own)).decode()
    return StaffEntry(
        code=one.code,
        name=one.name,
        role=one.role,
        room=one.room,
        id_number=same[0] if len(same) > 1 else "",
        test_on=one.test_on,
        drill_on=one.drill_on,
        verifier=verifier,
    )


def _erase_mirrors(console: Console) -> tuple[MediumSerial, ...]:
    """On which media no mirror of this store is left; one that fails stays on the list and on the certificate.

    What is told of a medium spares none: one that was reported lost or given away, and is in, is erased too.
    """
    return tuple(one for one in sorted(console.site.safe.mirrored) if _erased(console, one))


def _erased(console: Console, medium: MediumSerial) -> bool:
    found = folder_of(console, medium)
    if found is None:
        return False
    mirror = place(found, console.site.code)
    data = [mirror / f"{name}{end}" for name in ("site.db", "blobs.db") for end in ("", "-wal", "-shm")]
    keys = mirror / keyfile.NAME
    try:
        # Without data, what is left of the keys is of an erasing that was broken off.
        if keys.exists() and any(one.exists() for one in data):
            there = keyfile.read(outbox.read_bytes(keys, 1 << 16))
            if there.store_key != console.store.key_file.store_key and not _opens(console, mirror):
                # The mirror of another store of this site: not ours to erase, and ours is not there any more.
                return True
        for one in data:
            one.unlink(missing_ok=True)
        if keys.exists():
            shred(keys)
        shutil.rmtree(mirror, ignore_errors=True)
    except (OSError, Trouble):
        return False
    return not mirror.exists()


def _opens(console: Console, mirror: Path) -> bool:
    """Whether our key opens anything there: keys.json alone anybody can exchange, and keep the rest."""
    key = console.store.keys.mirror
    return any(_opened(kind, mirror / name, key) for kind, name in ((Journal, "site.db"), (Blobs, "blobs.db")))


def _opened(kind: type[Journal | Blobs], path: Path, key: bytes) -> bool:
    try:
        if path.exists():
            kind(path, key, alone=True).abandon()
            return True
    except Trouble:
        return False
    return False


def _remove(folder: Path) -> None:
    """The folder with all that lies in it; a link alone where it is one. Raises ERASE_FAILED."""
    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as cause:
        raise Trouble(Code.ERASE_FAILED, file=folder.name) from cause
