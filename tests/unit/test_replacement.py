"""Another site lock in the lost one's place: who stands by, and what the register with it must say (LCK-12)."""

from __future__ import annotations

from dataclasses import replace as with_change
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.lock_state import SealPlace
from app.core.locks import LockReason, LockRegisterTaken, RegisterNotNewer, SiteLockNotRegistered, SiteLockOut
from app.core.operation import OFFICE, SUPERVISORS, Refusal
from app.core.permission import LOCK_HOLDER, AnotherPersonNeeded, NotYourRole
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.replacement import OldLockNotRevoked, ReplaceSiteLock, SiteLockReplaced
from app.core.sealing import EquipmentWasSealed
from app.core.site import SiteLock
from app.core.terms import LockSerial, Mode, Role
from tests.builders import ADMIN, CHIEF, D1, D2, ENROLLED, LOCK, LOCKS, ROOM_LOCK, SEAL, Story, at, by, present

NEW, KEY = LockSerial("KW-2"), '{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ"}'
REVOKED = replace(LOCKS[2], revoked=True)
OWN = RegisteredLock(NEW, RegisteredAs.SITE, KEY, software=False)
REGISTER = (LOCKS[0], REVOKED, OWN)
BOTH = present(at("7:10"), by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF), locks=())
ALONE = present(at("7:10"), by(ADMIN, Role.SITE_ADMIN), locks=())
FACT = SiteLockReplaced(LOCK, NEW, KEY, False, 2, 1, REGISTER, D1)


def asked(**changes: Any) -> ReplaceSiteLock:
    return replace(ReplaceSiteLock(NEW, KEY, False, 2, 1, REGISTER, D1), **changes)


def test_lck_12_the_new_lock_stands_for_the_store_and_the_old_one_is_revoked() -> None:
    story = Story("packaged").given(SiteLockOut(LOCK, LockReason.REMOVED)).done(asked(), BOTH).then(FACT)
    site = story.site
    assert (site.lock, site.lock_out, site.register) == (SiteLock(NEW, KEY, software=False), False, 1)
    assert (site.locks[LOCK].registered.revoked, site.locks[NEW].registered) == (True, OWN)
    assert site.locks.keys() == {ROOM_LOCK, LOCK, NEW}
    assert D1 in site.blobs


def test_lck_12_once_it_stands_asking_again_changes_nothing() -> None:
    Story("packaged").given(FACT).when(asked(document=D2), BOTH).then()


def test_before_a_package_whoever_holds_the_new_lock_signs_and_no_register_is_kept() -> None:
    holder = present(at("7:10"), by(LOCK_HOLDER, Role.SITE_ADMIN), locks=())
    site = Story().given(replace(ENROLLED, mode=Mode.PRACTICE)).done(asked(), holder).then(FACT).site
    assert (site.lock.serial, site.register, site.locks) == (NEW, 0, {})


def test_a_site_administrator_and_a_supervisor_stand_by() -> None:
    Story("packaged").when(asked(), ALONE).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    chief = present(at("7:10"), by(CHIEF, Role.CHIEF), by(ADMIN, Role.SITE_ADMIN), locks=())
    Story("packaged").when(asked(), chief).then(NotYourRole(Role.CHIEF, tuple(sorted(OFFICE))))


def test_it_is_open_while_the_equipment_is_sealed_and_before_site_time_is_confirmed() -> None:
    """Without it neither could ever be ended."""
    sealed = EquipmentWasSealed(SEAL, SealPlace.SECURE_ROOM, at("18:00", 29))
    story = Story("packaged").given(sealed)
    assert story.site.sealed
    story.when(asked(), with_change(BOTH, time_confirmed=False)).then(FACT)


@pytest.mark.parametrize(
    ("locks", "refusal"),
    [
        ((LOCKS[0], REVOKED), SiteLockNotRegistered(NEW)),
        ((REVOKED, replace(OWN, jwk="{}")), SiteLockNotRegistered(NEW)),
        ((REVOKED, replace(OWN, kind=RegisteredAs.INVIGILATION)), SiteLockNotRegistered(NEW)),
        ((REVOKED, replace(OWN, revoked=True)), SiteLockNotRegistered(NEW)),
        ((LOCKS[2], OWN), OldLockNotRevoked(LOCK)),
    ],
)
def test_lck_12_what_the_register_with_it_must_say(locks: tuple[RegisteredLock, ...], refusal: Refusal) -> None:
    Story("packaged").when(asked(locks=locks), BOTH).then(refusal)


def test_lck_12_a_lock_that_is_not_in_the_register_at_all_serves_no_more_either() -> None:
    Story("packaged").when(asked(locks=(OWN,)), BOTH).then(replace(FACT, locks=(OWN,)))


def test_lck_12_another_key_under_the_old_number_is_no_other_lock() -> None:
    same = replace(OWN, serial=LOCK)
    Story("packaged").when(asked(serial=LOCK, locks=(same,)), BOTH).then(OldLockNotRevoked(LOCK))


def test_lck_12_its_register_is_newer_than_that_in_force() -> None:
    story = Story("packaged").given(LockRegisterTaken(3, LOCKS, D2))
    story.when(asked(number=3), BOTH).then(RegisterNotNewer(3, 3))
    story.when(asked(number=4), BOTH).then(replace(FACT, number=4))
