"""keys.json: opened by the lock's share or by the province, and by nobody else."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.exchange import keyfile
from app.trouble import Code, Trouble
from tests.vectors.keys import PERSONAL_KEY, PROVINCE_AGE, SHARE, SITE_AGE, STORE_KEY, STRANGER_AGE
from tests.vectors.sample import KEYS

NONCE = bytes(12)
OPEN = keyfile.open_with(SHARE, KEYS)


def test_share_and_province_open_the_same_keys() -> None:
    for keys in (OPEN, keyfile.open_as_province(KEYS, PROVINCE_AGE)):
        assert (keys.store, keys.personal, str(keys.identity)) == (STORE_KEY, PERSONAL_KEY, str(SITE_AGE))


def test_nobody_else_does() -> None:
    with pytest.raises(Trouble, match="file-not-for-us"):
        keyfile.open_as_province(KEYS, STRANGER_AGE)
    for share in (bytes(32), b"", SHARE + b"x"):
        with pytest.raises(Trouble, match="wrong-key"):
            keyfile.open_with(share, KEYS)


@given(st.data())
def test_no_bit_of_a_wrapped_key_may_change(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["store_key", "personal_key"]))
    wrapped = bytearray.fromhex(getattr(KEYS, name))
    wrapped[data.draw(st.integers(0, len(wrapped) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Trouble, match="wrong-key"):
        keyfile.open_with(SHARE, replace(KEYS, **{name: wrapped.hex()}))


@given(st.text(max_size=100))
def test_no_other_text_is_a_share(text: str) -> None:
    with pytest.raises(Trouble):
        keyfile.open_as_province(replace(KEYS, share=text), PROVINCE_AGE)


def test_the_file_reads_as_written() -> None:
    assert keyfile.read(msgspec.json.encode(KEYS)) == KEYS
    with pytest.raises(Trouble) as caught:
        keyfile.read(msgspec.json.encode(replace(KEYS, format="x" * 500)))
    assert (caught.value.code, caught.value.facts["found"]) == (Code.KIND_WRONG, "x" * 40)


@given(st.binary(max_size=300))
def test_personal_data_come_back(content: bytes) -> None:
    assert OPEN.unseal(OPEN.seal(content, NONCE)) == content


@given(st.data())
def test_personal_data_of_another_key_or_changed_are_refused(data: st.DataObject) -> None:
    sealed = bytearray(OPEN.seal(b"a name", NONCE))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1
    for changed in (bytes(sealed), bytes(sealed[: data.draw(st.integers(0, len(sealed) - 1))])):
        with pytest.raises(Trouble, match="wrong-key"):
            OPEN.unseal(changed)
