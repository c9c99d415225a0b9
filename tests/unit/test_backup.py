"""The backup and its sidecar, written and read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.terms import Digest, SessionId
from app.exchange import backup, outbox
from app.exchange.agefile import Identity
from app.trouble import Code, Trouble
from tests.unit.test_agefile import Medium
from tests.vectors import sample
from tests.vectors.keys import PROVINCE_AGE, SITE_AGE, SITE_LOCK, STRANGE_LOCK

TO = [PROVINCE_AGE.to_public(), SITE_AGE.to_public()]
BLOBS = [(sample.digest(sample.BLOB), sample.BLOB)]
RECORDS = [("R01-1-1-001-1", sample.RECORD)]


def written() -> bytes:
    target = io.BytesIO()
    backup.write(target, sample.LINES, BLOBS, RECORDS, sample.KEYS, TO)
    return target.getvalue()


WHOLE = written()
TOKEN = backup.write_sidecar(sample.SIDECAR, SITE_LOCK)


@pytest.mark.parametrize("one", [PROVINCE_AGE, SITE_AGE], ids=["province", "site"])
def test_round_trip(one: Identity) -> None:
    inside = backup.read(io.BytesIO(WHOLE), [one], "f")
    assert (inside.lines, inside.blobs, inside.keys) == (sample.LINES, frozenset({BLOBS[0][0]}), sample.KEYS)
    assert inside.records == {"records/R01-1-1-001-1.pdf": sample.digest(sample.RECORD)}


def test_name() -> None:
    assert backup.name(sample.EXAM, sample.SITE, SessionId("1-1"), 1) == sample.SIDECAR.name


def test_sidecar_is_checked_with_the_known_lock_or_with_its_own() -> None:
    assert backup.read_sidecar(TOKEN, SITE_LOCK.public) == sample.SIDECAR
    assert backup.read_unknown_sidecar(TOKEN) == sample.SIDECAR


def test_an_unknown_sidecar_proves_nothing_of_who_made_it() -> None:
    """Anybody can sign with a key of their own: that is what the comparison of fingerprints is for."""
    forged = backup.write_sidecar(replace(sample.SIDECAR, lock=STRANGE_LOCK.public.jwk), STRANGE_LOCK)
    assert backup.read_unknown_sidecar(forged).lock == STRANGE_LOCK.public.jwk
    with pytest.raises(Trouble, match="signer-unknown"):
        backup.read_sidecar(forged, SITE_LOCK.public)


@given(st.integers(0, len(TOKEN) * 8 - 1))
def test_no_single_bit_of_a_sidecar_may_change(bit: int) -> None:
    changed = bytearray(TOKEN)
    changed[bit // 8] ^= 1 << bit % 8
    for read in (backup.read_unknown_sidecar, lambda token: backup.read_sidecar(token, SITE_LOCK.public)):
        with pytest.raises(Trouble):
            read(bytes(changed))


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_of_a_backup_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Trouble):
        backup.read(io.BytesIO(bytes(changed)), [PROVINCE_AGE], "f")


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    full = OSError(28, "full")

    def produce(file: object) -> None:
        backup.write(Medium(100, full), sample.LINES, BLOBS, RECORDS, sample.KEYS, TO)

    with pytest.raises(Trouble, match="medium-full"):
        outbox.write(tmp_path / "b", produce)
    assert not list(tmp_path.iterdir())


def test_a_blob_that_is_missing_ends_the_writing(tmp_path: Path) -> None:
    def blobs() -> Iterator[tuple[Digest, bytes]]:
        yield BLOBS[0]
        raise Trouble(Code.BLOB_MISSING, digest="x")

    with pytest.raises(Trouble, match="blob-missing"):
        outbox.write(tmp_path / "b", lambda file: backup.write(file, sample.LINES, blobs(), RECORDS, sample.KEYS, TO))
    assert not list(tmp_path.iterdir())
