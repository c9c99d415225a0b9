"""Signing at the desk: a PIN against its verifier, an own PIN, growing waits, and recovery; or the site lock itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from app.core.operation import Fact, Signer
from app.core.permission import AnotherPersonNeeded, FirstPinStill, NobodySignedIn
from app.core.pin import (
    FREE_TRIES,
    UNKNOWN,
    NobodyToRecover,
    PinChanged,
    PinRecovered,
    RecoveryByOthers,
    RightPinGiven,
    WrongPinGiven,
    wait_after,
)
from app.core.terms import Mode, PersonId, Role
from app.journal import codec
from app.service import people
from app.service.clock import DrivenClock
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.stores import EVE, PIN, SERIAL, Place, arrange, entries

OWN = "8f!tX2"
PHRASES = ("first sealed passphrase", "second sealed passphrase")
OFFICER, CHIEF = PersonId("O01"), PersonId("C01")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    console = place.enrol().console
    arrange(console)
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    console.recovery = (hasher.hash(PHRASES[0]), hasher.hash(PHRASES[1]))
    yield console
    console.store.abandon()


def facts(console: Console) -> list[Fact]:
    return [codec.decode(entry.body) for entry in entries(console.store.journal)]


def trouble_of(console: Console, code: str, pin: str) -> Trouble:
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, code, pin)
    return caught.value


def later(console: Console, seconds: int) -> None:
    assert isinstance(console.clock, DrivenClock)
    console.clock.advance(console.clock.moment().at + timedelta(seconds=seconds))


def signer(console: Console, code: str, pin: str = PIN) -> Signer:
    return people.sign_with_pin(console, code, pin)


def test_a_right_pin_signs_in_the_role_of_the_staff_list(console: Console) -> None:
    officer = signer(console, "O01")
    assert (officer.id, officer.role) == ("O01", Role.EXAM_OFFICE)
    assert officer.proof.startswith("pin:")
    assert len(officer.proof) == 4 + 16
    assert PIN not in officer.proof
    assert officer.proof != signer(console, "A01").proof


@pytest.mark.parametrize(("code", "pin"), [("O01", "000001"), ("O01", ""), ("O01", "\ud800"), ("X99", PIN), ("", PIN)])
def test_an_unknown_code_and_a_wrong_pin_sound_alike(console: Console, code: str, pin: str) -> None:
    trouble = trouble_of(console, code, pin)
    assert (trouble.code, trouble.facts) == (Code.WRONG_PIN, {})


@pytest.mark.parametrize("first", ["no verifier", None])
def test_who_has_no_verifier_cannot_sign(console: Console, first: str | None) -> None:
    console.verifiers = {} if first is None else dict.fromkeys(console.verifiers, first)
    assert trouble_of(console, "O01", PIN).code is Code.WRONG_PIN
    assert trouble_of(console, "O01", "\ud800").code is Code.WRONG_PIN


def test_an_unknown_code_costs_what_a_wrong_pin_costs(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given somebody who counts what Argon2 is asked for
    spent: list[tuple[int, int]] = []
    verify, make = PasswordHasher.verify, PasswordHasher.hash

    def verifying(hasher: PasswordHasher, verifier: str, pin: str) -> bool:
        verified = verify(hasher, verifier, pin)
        spent.append((1, 8))
        return verified

    def making(hasher: PasswordHasher, pin: str) -> str:
        spent.append((hasher.time_cost, hasher.memory_cost))
        return make(hasher, pin)

    monkeypatch.setattr(PasswordHasher, "verify", verifying)
    monkeypatch.setattr(PasswordHasher, "hash", making)
    # When a known person signs, and an unknown one tries
    signer(console, "O01")
    trouble_of(console, "X99", PIN)
    # Then both cost the same
    assert spent == [(1, 8), (1, 8)]


# Waiting


def test_wrong_pins_are_counted_by_person_and_a_right_one_begins_anew(console: Console) -> None:
    trouble_of(console, "O01", "000001")
    trouble_of(console, "X99", "Wang Fang 0815")
    signer(console, "O01")
    signer(console, "O01")
    assert facts(console)[-3:] == [
        WrongPinGiven(OFFICER, EVE),
        WrongPinGiven(PersonId(""), EVE),
        RightPinGiven(OFFICER),
    ]


def test_nothing_of_what_was_typed_is_kept(console: Console, place: Place) -> None:
    trouble = trouble_of(console, "Canary Code", "Canary Pin")
    people.change_pin(console, signer(console, "O01"), "Canary Own Pin")
    trouble_of(console, "O01", "Canary Pin")
    for entry in entries(console.store.journal):
        assert b"Canary" not in entry.body + entry.stamp
    assert "Canary" not in str(trouble)


def test_from_the_fifth_wrong_pin_on_one_waits_twice_as_long_each_time(console: Console) -> None:
    for _ in range(FREE_TRIES + 1):
        assert trouble_of(console, "O01", "000001").code is Code.WRONG_PIN
    # The right one waits too, and is not even tried.
    trouble = trouble_of(console, "O01", PIN)
    assert (trouble.code, trouble.facts) == (Code.PIN_WAITS, {"seconds": 15})
    later(console, 15)
    assert trouble_of(console, "O01", "000001").code is Code.WRONG_PIN
    assert trouble_of(console, "O01", "000001").facts == {"seconds": 30}
    # Nobody else waits for it.
    signer(console, "C01")
    later(console, 30)
    assert signer(console, "O01").id == "O01"
    trouble_of(console, "O01", "000001")
    assert signer(console, "O01").id == "O01"


def test_the_wait_outlives_a_restart(console: Console, place: Place) -> None:
    for _ in range(FREE_TRIES + 2):
        trouble_of(console, "O01", "000001")
        later(console, int(wait_after(console.site.person(OFFICER).wrong_pins).total_seconds()))
    trouble_of(console, "O01", "000001")
    at = console.clock.moment().at
    console.store.close()
    again = place.open(at)
    try:
        assert trouble_of(again, "O01", PIN).facts == {"seconds": 60}
    finally:
        again.store.abandon()


def test_unknown_codes_are_counted_and_never_wait(console: Console) -> None:
    """A wait for them alone would tell which codes there are."""
    for number in range(3 * FREE_TRIES):
        assert trouble_of(console, f"X{number}", PIN).code is Code.WRONG_PIN
    assert console.site.person(UNKNOWN).wrong_pins == 3 * FREE_TRIES
    signer(console, "A01")


def test_sealed_passphrases_are_not_guessed_without_end(console: Console) -> None:
    two = signer(console, "A01"), signer(console, "O01")
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(Trouble) as caught:
            people.recover_pin(console, CHIEF, ("a wrong one", "another wrong one"), OWN, *two)
        assert caught.value.code is Code.RECOVERY_WRONG
    with pytest.raises(Trouble) as caught:
        people.recover_pin(console, CHIEF, PHRASES, OWN, *two)
    assert (caught.value.code, caught.value.facts) == (Code.PIN_WAITS, {"seconds": 15})


def test_while_nothing_can_be_counted_nobody_tries(console: Console) -> None:
    console.halt()
    assert trouble_of(console, "O01", PIN).code is Code.CONSOLE_STOPPED


# An own PIN


def test_an_own_pin_takes_the_place_of_the_first_one(console: Console, place: Place) -> None:
    before = signer(console, "O01")
    assert people.change_pin(console, before, OWN) is None
    assert trouble_of(console, "O01", PIN).code is Code.WRONG_PIN
    after = signer(console, "O01", OWN)
    assert after.proof != before.proof
    changed = facts(console)[-3]
    assert isinstance(changed, PinChanged)
    assert (changed.person, changed.verifier) == (OFFICER, console.site.person(OFFICER).verifier)
    # It lies under the personal key, and holds after a restart.
    assert b"argon2" not in console.store.blobs.get(changed.verifier)
    console.store.close()
    again = place.open(console.clock.moment().at)
    try:
        assert signer(again, "O01", OWN).proof == after.proof
    finally:
        again.store.abandon()


@pytest.mark.parametrize(
    ("pin", "rule"),
    [
        ("12ab5", "short"),
        ("", "short"),
        ("777777", "one-sign"),
        ("123456", "run"),
        ("987654", "run"),
        ("abcdef", "run"),
        ("ab\tcd!9", "signs"),
        ("8f!tX\ud800", "signs"),
    ],
)
def test_a_pin_that_is_easily_guessed_is_unfit(console: Console, pin: str, rule: str) -> None:
    before = len(facts(console))
    with pytest.raises(Trouble) as caught:
        people.change_pin(console, signer(console, "O01"), pin)
    assert (caught.value.code, caught.value.facts) == (Code.PIN_UNFIT, {"rule": rule, "signs": 6})
    assert len(facts(console)) == before


def test_neither_the_present_pin_nor_the_staff_code_is_a_new_one(console: Console) -> None:
    people.change_pin(console, signer(console, "O01"), OWN)
    with pytest.raises(Trouble, match="rule same"):
        people.change_pin(console, signer(console, "O01", OWN), OWN)
    with pytest.raises(Trouble, match="rule code"):
        people.check_new_pin(console, PersonId("SY2101"), "sy2101")


def test_in_a_real_exam_the_first_pin_serves_only_to_choose_an_own_one(console: Console) -> None:
    # Given a real exam
    console.site.mode = Mode.REAL
    first = signer(console, "A01")
    others = (signer(console, "O01"),)
    # Then nothing else is open to the first PIN
    assert people.recover_pin(console, CHIEF, PHRASES, OWN, first, *others) == FirstPinStill(PersonId("A01"))
    # When an own one is chosen, it is
    assert people.change_pin(console, first, OWN) is None
    assert people.change_pin(console, others[0], OWN) is None
    mine = (signer(console, "A01", OWN), signer(console, "O01", OWN))
    assert people.recover_pin(console, CHIEF, PHRASES, OWN, *mine) is None


def test_in_practice_the_published_pin_may_stay(console: Console) -> None:
    assert console.site.mode is Mode.PRACTICE
    assert people.recover_pin(console, CHIEF, PHRASES, OWN, signer(console, "A01"), signer(console, "O01")) is None


def test_who_may_not_serve_changes_no_pin(console: Console) -> None:
    assert isinstance(people.change_pin(console, people.holder_of_lock(console), OWN), object)
    assert not [fact for fact in facts(console) if isinstance(fact, PinChanged)]


# Recovery


@pytest.mark.parametrize("order", [PHRASES, PHRASES[::-1], (f" {PHRASES[0]} ", f"{PHRASES[1]}\n")])
def test_a_forgotten_pin_is_replaced_before_two_others_with_both_passphrases(
    console: Console, order: tuple[str, str]
) -> None:
    for _ in range(FREE_TRIES + 1):
        trouble_of(console, "C01", "000001")
    two = (signer(console, "A01"), signer(console, "O01"))
    assert people.recover_pin(console, CHIEF, order, OWN, *two) is None
    recovered = facts(console)[-1]
    assert isinstance(recovered, PinRecovered)
    assert recovered.person == CHIEF
    # And nobody waits any more.
    assert signer(console, "C01", OWN).id == "C01"


@pytest.mark.parametrize(
    "wrong", [("", ""), (PHRASES[0], PHRASES[0]), (PHRASES[1], PHRASES[1]), (PHRASES[0], "x"), ("x", PHRASES[0])]
)
def test_both_passphrases_are_needed(console: Console, wrong: tuple[str, str]) -> None:
    two = (signer(console, "A01"), signer(console, "O01"))
    with pytest.raises(Trouble) as caught:
        people.recover_pin(console, CHIEF, wrong, OWN, *two)
    assert caught.value.code is Code.RECOVERY_WRONG
    assert signer(console, "C01").id == "C01"


def test_the_passphrases_are_not_tried_before_two_stand_by(console: Console) -> None:
    admin = signer(console, "A01")
    assert isinstance(people.recover_pin(console, CHIEF, ("x", "y"), OWN), NobodySignedIn)
    assert isinstance(people.recover_pin(console, CHIEF, ("x", "y"), OWN, admin), AnotherPersonNeeded)


def test_a_package_without_passphrases_is_said_to_be_one(console: Console) -> None:
    console.recovery = ()
    with pytest.raises(Trouble) as caught:
        people.recover_pin(console, CHIEF, PHRASES, OWN, signer(console, "A01"), signer(console, "O01"))
    assert caught.value.code is Code.RECOVERY_MISSING


def test_nobody_recovers_the_own_pin_or_that_of_a_stranger(console: Console) -> None:
    two = (signer(console, "A01"), signer(console, "O01"))
    assert people.recover_pin(console, OFFICER, PHRASES, OWN, *two) == RecoveryByOthers(OFFICER)
    assert people.recover_pin(console, PersonId("X9"), PHRASES, OWN, *two) == NobodyToRecover(PersonId("X9"))


def test_a_recovered_pin_is_no_easier_to_guess(console: Console) -> None:
    with pytest.raises(Trouble, match="rule run"):
        people.recover_pin(console, CHIEF, PHRASES, "123456", signer(console, "A01"), signer(console, "O01"))


def test_the_holder_of_the_lock_is_site_administrator(console: Console) -> None:
    holder = people.holder_of_lock(console)
    assert (holder.id, holder.role, holder.proof) == ("lock", Role.SITE_ADMIN, f"lock:{SERIAL}")
