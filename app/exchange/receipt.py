"""The receipt of the centre: it names what arrived, and it alone confirms an upload."""

from __future__ import annotations

from datetime import datetime

from app.core.terms import Digest, ExamId, Mode, SiteCode
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, sign, verify

SUFFIX = ".examsite-receipt"


class Receipt(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was received: the backup's name, digest and size, and the journal head it proved."""

    backup: str
    digest: Digest
    size: int
    entries: int
    head: str
    received_at: datetime


def write(receipt: Receipt, key: SigningKey) -> bytes:
    return sign(Kind.RECEIPT, receipt, key)


def read(token: bytes, province: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> Receipt:
    """Raises every fault of signed documents."""
    receipt = verify(token, Kind.RECEIPT, Receipt, province)
    expect(receipt, mode=mode, site=site, exam=exam)
    return receipt
