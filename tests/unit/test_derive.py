"""Derived keys: RFC 5869, appendix A, and our own labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.derive import Label, derive, hkdf

SHARE = bytes(range(32))
shares = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize(
    ("secret", "salt", "info", "expected"),
    [
        pytest.param(
            b"\x0b" * 22,
            bytes(range(0x0D)),
            bytes(range(0xF0, 0xFA)),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
            id="A.1",
        ),
        pytest.param(
            bytes(range(0x50)),
            bytes(range(0x60, 0xB0)),
            bytes(range(0xB0, 0x100)),
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
            "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
            id="A.2",
        ),
        pytest.param(
            b"\x0b" * 22,
            b"",
            b"",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
            id="A.3",
        ),
    ],
)
def test_rfc_5869(secret: bytes, salt: bytes, info: bytes, expected: str) -> None:
    assert hkdf(secret, salt=salt, info=info, length=len(expected) // 2).hex() == expected


PINNED = {
    Label.STORE_KEY_WRAP: "bb784913b8a0d428e2177bc0862c8630d96078392d92a57388dd89cd5447294b",
    Label.MIRROR: "a9a256470a12becee0bb3e9a83e6dd1f7d75b1be01af2e494b69dfa0fd32134d",
    Label.RECOVERY_IDENTITY: "5c12c0aa0ea2b9dbe33ff68bd40d78418f9873c03127374094dfb21e7c3adb13",
    Label.PERSONAL_KEY_WRAP: "7c779c14529bae7423a40acb353b89cf66038fcc351271cc5a8798a9ff32f59d",
}


def test_every_label_is_pinned() -> None:
    """A changed label would lock every store made before."""
    assert {label: derive(SHARE, label).hex() for label in Label} == PINNED


def test_info_is_as_written_down() -> None:
    assert derive(SHARE, Label.MIRROR) == hkdf(SHARE, salt=b"", info=b"kaodian-share/1\x1fmirror", length=32)


@given(shares, st.integers(1, 8160))
def test_labels_part_and_lengths_share_a_beginning(share: bytes, length: int) -> None:
    longest = {label: derive(share, label, 8160) for label in Label}
    assert len({key[:32] for key in longest.values()}) == len(Label)
    for label, key in longest.items():
        assert derive(share, label, length) == key[:length]


@given(shares, shares)
def test_shares_part(one: bytes, other: bytes) -> None:
    assert (derive(one, Label.MIRROR) == derive(other, Label.MIRROR)) == (one == other)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_share_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        derive(bytes(size), Label.MIRROR)


@pytest.mark.parametrize("length", [-1, 0, 8161])
def test_length_out_of_range_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="8160"):
        derive(SHARE, Label.MIRROR, length)
