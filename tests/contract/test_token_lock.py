"""A lock on a real PKCS#11 token keeps the contract, and says what a token can suffer besides."""

from __future__ import annotations

import multiprocessing
from typing import Any

import pytest
from pkcs11 import Attribute, AttributeSensitive, KeyType, ObjectClass
from pkcs11.util.ec import encode_named_curve_parameters

from devices.locks import contents
from devices.protocols import GONE, LockFault
from tests.contract.lock_contract import LockContract, signed, verifies
from tests.contract.softhsm import ROOM, SITE, Hsm, Made, Token, put, values
from tests.raw import flip


@pytest.fixture
def bench(hsm: Hsm, made: Made) -> Token:
    return Token(hsm, made)


class TestTokenLock(LockContract):
    pass


def test_a_refusal_that_is_no_loss_leaves_the_lock_open(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    assert lock.write("share", bytes(contents.LARGEST + 1)) is LockFault.FULL
    assert LockFault.FULL not in GONE
    assert lock.write("share", bytes(contents.LARGEST)) is None
    assert lock.read("share") == bytes(contents.LARGEST)


@pytest.mark.parametrize("pin", ["", "1", "1357900", "x" * 300, "\u8003\u52a1"])
def test_any_other_pin_is_wrong(bench: Token, pin: str) -> None:
    assert bench.hsm.open(SITE, pin) is LockFault.WRONG_PIN
    assert multiprocessing.active_children() == []


def key_facts(session: Any) -> dict[str, Any]:
    (key,) = session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    try:
        secret = key[Attribute.VALUE]
    except AttributeSensitive:
        secret = None
    names = ("TOKEN", "PRIVATE", "SENSITIVE", "ALWAYS_SENSITIVE", "NEVER_EXTRACTABLE", "LOCAL", "SIGN")
    return {name: key[getattr(Attribute, name)] for name in names} | {
        "EXTRACTABLE": key[Attribute.EXTRACTABLE],
        "DERIVE": key[Attribute.DERIVE],
        "UNWRAP": key[Attribute.UNWRAP],
        "elliptic": key[Attribute.KEY_TYPE] is KeyType.EC,
        "secret": secret,
    }


def test_the_key_was_made_on_the_token_and_never_leaves_it(bench: Token) -> None:
    facts = bench.hsm.raw(key_facts, bench.hardware)
    names = ("TOKEN", "PRIVATE", "SENSITIVE", "ALWAYS_SENSITIVE", "NEVER_EXTRACTABLE", "LOCAL", "SIGN", "elliptic")
    assert facts == dict.fromkeys(names, True) | dict.fromkeys(("EXTRACTABLE", "DERIVE", "UNWRAP"), False) | {
        "secret": None
    }


def privacy(session: Any, label: str) -> list[bool]:
    wanted = {Attribute.CLASS: ObjectClass.DATA, Attribute.LABEL: label}
    return [thing[Attribute.PRIVATE] for thing in session.get_objects(wanted)]


def test_objects_are_private_and_no_label_touches_the_description(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    lock.write("share", b"kept")
    lock.write("examsite-lock", b"ours")
    lock.destroy("examsite-lock")
    lock.write("examsite-lock", b"ours")
    assert bench.hsm.raw(privacy, bench.hardware, "share") == [True]
    assert sorted(bench.hsm.raw(privacy, bench.hardware, "examsite-lock")) == [False, True]
    assert bench.reader.seen()[0].serial == SITE


def test_one_object_of_a_label_is_left_after_replacing(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    for n in range(3):
        lock.write("head-a", bytes([n]))
    assert bench.hsm.raw(values, bench.hardware, "head-a") == [contents.framed(3, b"\x02")]


def put_all(session: Any, label: str, stored: list[bytes]) -> None:
    for value in stored:
        put(session, label, value)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ([contents.framed(7, b"old"), contents.framed(8, b"new")], b"new"),
        ([contents.framed(8, b"new"), contents.framed(7, b"old")], b"new"),
        ([contents.framed(7, b"old"), contents.framed(8, b"new")[:-1]], b"old"),
        ([b"", contents.framed(1, b"")], b""),
        ([b""], LockFault.DAMAGED),
        ([b"x", bytes(40)], LockFault.DAMAGED),
    ],
)
def test_pulled_in_the_middle_of_a_replacement(bench: Token, stored: list[bytes], read: bytes | LockFault) -> None:
    bench.hsm.raw(put_all, bench.hardware, "head-a", stored)
    lock = bench.hsm.opened(SITE)
    assert lock.read("head-a") == read
    assert lock.write("head-a", b"next") is None
    assert lock.read("head-a") == b"next"
    assert len(bench.hsm.raw(values, bench.hardware, "head-a")) == 1


@pytest.mark.parametrize("place", range(0, 20, 3))
def test_a_bit_flipped_on_the_medium_is_never_read_as_content(hsm: Hsm, made: Made, place: int) -> None:
    """SoftHSM may then find no such object, nothing at all, or crash; the other token goes on."""
    hsm.copy_of(made.hsm, made.site, made.room)
    lock, other = hsm.opened(SITE), hsm.opened(ROOM)
    before = set(hsm.place(made.site).glob("*.object"))
    lock.write("share", b"content")
    lock.close()
    (path,) = set(hsm.place(made.site).glob("*.object")) - before
    flip(path, path.stat().st_size * place // 20)
    again = hsm.open(SITE)
    read = again if isinstance(again, LockFault) else again.read("share")
    assert read in {LockFault.DAMAGED, LockFault.DEVICE_ERROR, LockFault.DRIVER_GONE, None, b"content"}
    assert verifies(other.point, signed(other, b"m"), b"m")


def test_no_private_key_is_damaged(bench: Token) -> None:
    bench.hsm.raw(without_key, bench.hardware, "PRIVATE_KEY")
    assert bench.hsm.open(SITE) is LockFault.DAMAGED


def without_key(session: Any, name: str) -> None:
    for key in session.get_objects({Attribute.CLASS: ObjectClass[name]}):
        key.destroy()


def show_point(session: Any, point: bytes) -> None:
    without_key(session, "PUBLIC_KEY")
    session.create_object(
        {
            Attribute.CLASS: ObjectClass.PUBLIC_KEY,
            Attribute.KEY_TYPE: KeyType.EC,
            Attribute.TOKEN: True,
            Attribute.PRIVATE: False,
            Attribute.LABEL: contents.NAME,
            Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1"),
            Attribute.EC_POINT: point,
        }
    )


def test_a_token_that_shows_the_key_of_another_does_not_open(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site, made.room)
    reader = hsm.reader()
    points = {lock.serial: lock.point for lock in reader.seen()}
    hsm.raw(show_point, made.room, b"\x04\x41" + points[SITE])
    assert {lock.point for lock in reader.seen()} == {points[SITE]}
    assert hsm.open(ROOM) is LockFault.DAMAGED
    assert multiprocessing.active_children()[0].name.startswith("search")
