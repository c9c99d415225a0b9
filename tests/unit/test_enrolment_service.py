"""Enrolment on disk: keys, an empty store, its first entry, a signed request; or nothing left open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.enrolment import SiteEnrolled
from app.core.terms import Mode, Role
from app.exchange import enrolment, keyfile
from app.exchange.signed import PublicKey
from app.exchange.trust import Trust
from app.journal import codec
from app.service.clock import DrivenClock
from app.service.enrolment import enrol
from app.service.sitelock import SHARE, LockKey, noted_heads
from app.trouble import Code, Trouble
from devices.protocols import LockFault
from tests.stores import EVE, SERIAL, SITE, Place, arrange, entries, trust


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


def test_a_store_begins_with_whose_it_is(place: Place) -> None:
    enrolled = place.enrol()
    store = enrolled.console.store
    (first,) = entries(store.journal)
    fact = codec.decode(first.body)
    assert isinstance(fact, SiteEnrolled)
    assert (fact.mode, fact.site, fact.lock, fact.software_lock, fact.machine) == (
        Mode.PRACTICE,
        SITE,
        SERIAL,
        True,
        "A",
    )
    (signer,) = codec.decode_stamp(first.stamp).by
    assert (signer.role, signer.proof) == (Role.SITE_ADMIN, f"lock:{SERIAL}")
    assert [(mark.n, mark.head) for mark in noted_heads(store.lock)] == [(1, store.journal.head)]
    assert (store.key_file.mode, store.key_file.site, store.key_file.epoch) == (Mode.PRACTICE, SITE, 1)
    store.close()


def test_the_request_is_signed_by_the_lock_and_both_fingerprints_are_told(place: Place) -> None:
    enrolled = place.enrol()
    request, key = enrolment.read(enrolled.request), LockKey(place.lock()).public
    assert (request.site, request.lock_serial, request.lock, request.software_lock) == (SITE, SERIAL, key.jwk, True)
    assert request.recipient == str(enrolled.console.store.keys.identity.to_public())
    assert enrolled.lock == key.thumbprint
    assert enrolled.ministry == PublicKey.read(enrolled.console.site.ministry).thumbprint
    enrolled.console.store.close()


def test_keys_are_fresh_for_every_store_and_the_share_is_kept(tmp_path: Path) -> None:
    first, second = Place(tmp_path / "1"), Place(tmp_path / "2")
    stores = [place.enrol().console.store for place in (first, second)]
    assert stores[0].keys.store != stores[1].keys.store
    assert stores[0].keys.personal not in (stores[0].keys.store, stores[1].keys.personal)
    share = stores[0].lock.read(SHARE)
    assert isinstance(share, bytes)
    assert share != stores[1].lock.read(SHARE)
    for store in stores:
        store.close()
    assert first.lock().read(SHARE) == share
    for secret in (share, stores[0].keys.store):
        assert secret.hex() not in (first.store / keyfile.NAME).read_text()


def test_no_second_store_over_a_first(place: Place) -> None:
    console = place.enrol().console
    assert trouble(place.enrol).code is Code.STORE_EXISTS
    arrange(console)
    console.store.close()
    assert trouble(place.enrol).code is Code.STORE_EXISTS
    console = place.open()
    assert console.site.package
    console.store.close()


def test_a_software_lock_serves_no_real_exam(place: Place) -> None:
    assert trouble(lambda: place.enrol(Mode.REAL)).code is Code.SOFTWARE_LOCK_REFUSED
    assert not place.store.exists()


def test_a_false_appointment_makes_no_store(place: Place) -> None:
    true, other = trust(), trust()
    false = Trust(Mode.PRACTICE, other.ministry, true.appointment)
    found = trouble(lambda: enrol(place.store, false, SITE, place.make_lock(), DrivenClock(EVE)))
    assert found.code in (Code.SIGNATURE_BAD, Code.SIGNER_UNKNOWN)
    assert not place.store.exists()


def test_a_lock_that_remembers_another_journal_starts_no_new_one_in_silence(place: Place) -> None:
    """Whoever throws a store away and begins anew with its lock is seen, and nothing stays open."""
    place.enrol().console.store.close()
    place.store.rename(place.folder / "thrown-away")
    found = trouble(place.enrol)
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": 0, "marked": 1})
    assert trouble(place.open).code is Code.CUT_SHORT, "not in use"


@pytest.mark.parametrize("fault", [LockFault.REMOVED, LockFault.FULL])
def test_a_lock_that_fails_makes_no_store(place: Place, monkeypatch: pytest.MonkeyPatch, fault: LockFault) -> None:
    lock = place.make_lock()
    monkeypatch.setattr(lock, "write", lambda *_: fault)
    trouble(lambda: enrol(place.store, trust(), SITE, lock, DrivenClock(EVE)))
    assert not place.store.exists()
