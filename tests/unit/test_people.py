"""Signing at the desk: a PIN against the verifier that came signed, or the site lock itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.terms import PersonId, Role
from app.service import people
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.stores import PIN, SERIAL, Place, arrange


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    console = Place(tmp_path).enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def test_a_right_pin_signs_in_the_role_of_the_staff_list(console: Console) -> None:
    signer = people.sign_with_pin(console, "O01", PIN)
    assert (signer.id, signer.role) == ("O01", Role.EXAM_OFFICE)
    assert signer.proof.startswith("pin:")
    assert len(signer.proof) == 4 + 16
    assert PIN not in signer.proof
    assert signer.proof != people.sign_with_pin(console, "A01", PIN).proof


@pytest.mark.parametrize(("code", "pin"), [("O01", "000001"), ("O01", ""), ("X99", PIN), ("", PIN)])
def test_an_unknown_code_and_a_wrong_pin_sound_alike(console: Console, code: str, pin: str) -> None:
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, code, pin)
    assert (caught.value.code, caught.value.facts) == (Code.WRONG_PIN, {})


def test_a_verifier_that_is_none_lets_nobody_in(console: Console) -> None:
    console.verifiers[PersonId("O01")] = "no verifier"
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, "O01", PIN)
    assert caught.value.code is Code.WRONG_PIN


def test_staff_without_a_verifier_cannot_sign(console: Console) -> None:
    del console.verifiers[PersonId("O01")]
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, "O01", PIN)
    assert caught.value.code is Code.WRONG_PIN


def test_the_holder_of_the_lock_is_site_administrator(console: Console) -> None:
    signer = people.holder_of_lock(console)
    assert (signer.id, signer.role, signer.proof) == ("lock", Role.SITE_ADMIN, f"lock:{SERIAL}")
