"""Receiving a backup: proved from the outside in, then receipted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.authority.keys import Agency
from app.exchange import backup, keyfile, outbox, receipt
from app.exchange.enrolment import SiteRequest
from app.exchange.signed import PublicKey, expect
from app.journal.chain import Mark, prove_lines
from app.trouble import Code, Trouble


def receive(agency: Agency, request: SiteRequest, path: Path, at: datetime) -> bytes:
    """The signed receipt of a backup that this site's registered lock signed; raises whatever does not fit."""
    token = outbox.read_bytes(path.with_name(path.name + backup.SIDECAR), 1 << 20)
    manifest = backup.read_sidecar(token, PublicKey.read(request.lock))
    expect(manifest, mode=agency.mode, site=request.site)
    if manifest.lock_serial != request.lock_serial:
        raise Trouble(Code.SIGNER_UNKNOWN, document=manifest.name, signer=manifest.lock_serial)
    backup.compare(manifest, file=path.name, digest=outbox.digest_of(path), size=path.stat().st_size)
    with path.open("rb") as source:
        inside = backup.read(source, [agency.identity], path.name)
    mark = Mark(manifest.entries, bytes.fromhex(manifest.head))
    backup.compare_counts(manifest, inside, prove_lines(inside.lines, mark))
    keyfile.open_as_province(inside.keys, agency.identity)
    content = receipt.Receipt(
        mode=agency.mode,
        exam=manifest.exam,
        site=manifest.site,
        issued_at=at,
        serial=f"{manifest.name}-{manifest.digest[:8]}",
        backup=manifest.name,
        digest=manifest.digest,
        size=manifest.size,
        entries=manifest.entries,
        head=manifest.head,
        received_at=at,
    )
    return receipt.write(content, agency.province)
