"""What a backup proves once it is open: chain, marks, counts, and that what its journal cites is really inside.

Both ends ask this: the site before a backup counts, the agency before it gives a receipt.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.site import Site
from app.exchange.backup import BackupManifest, Inside, compare_counts
from app.journal import codec
from app.journal.chain import Entry, Mark, proved
from app.trouble import Code, Trouble


def prove(manifest: BackupManifest, inside: Inside, marks: Iterable[Mark] = ()) -> Site:
    """The state that the backup's journal gives; `marks` are heads known from earlier backups of this site.

    Raises what a broken chain says, COPY_DIFFERS where journal and sidecar speak of different things, BLOB_MISSING
    for a cited blob that is not inside, MEMBER_STRANGE for a record that the journal does not know.
    """
    end = Mark(manifest.entries, bytes.fromhex(manifest.head))
    entries = (Entry(one.n, bytes.fromhex(one.head), one.stamp.encode(), one.body.encode()) for one in inside.lines)
    site = Site()
    for entry in proved(entries, (*marks, end)):
        fact = codec.decode(entry.body, entry.n)
        try:
            fact.apply(site)
        except (LookupError, AttributeError, StopIteration, TypeError, ValueError) as cause:
            # A fact that this state cannot have had.
            raise Trouble(Code.ENTRY_UNREADABLE, entry=entry.n) from cause
    compare_counts(manifest, inside, len(inside.lines))
    state = site.sessions.get(manifest.session)
    said = (manifest.mode, manifest.site, manifest.exam, True)
    if said != (site.mode, site.code, site.package.exam.id if site.package else "", bool(state and state.checked_at)):
        raise Trouble(Code.COPY_DIFFERS, file=manifest.name)
    records = set(inside.records.values())
    if gone := site.blobs - inside.blobs - records:
        raise Trouble(Code.BLOB_MISSING, digest=min(gone)[:16])
    if strange := records - site.blobs:
        raise Trouble(Code.MEMBER_STRANGE, file=manifest.name, member=min(strange)[:16])
    return site
