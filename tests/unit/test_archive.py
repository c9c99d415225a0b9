"""tar in zstd: plain members of known names, each once, and an end."""

from __future__ import annotations

import io
import subprocess
import tarfile
from contextlib import suppress

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import archive
from app.trouble import Code, Trouble
from tests.vectors.bench import END, entry, opened, pack, tar

LIMITS = {"a": 1000, "b": 3 << 20}
MEMBERS = (("a", b"one"), ("b", b"two" * 300))
TAR = tar(*MEMBERS)


def read(raw: bytes) -> list[tuple[str, bytes]]:
    return read_packed(pack(raw))


def read_packed(packed: bytes) -> list[tuple[str, bytes]]:
    return list(archive.read(io.BytesIO(packed), lambda name: LIMITS.get(name, 0), "f"))


def refused(packed: bytes) -> Code:
    with pytest.raises(Trouble) as caught:
        read_packed(packed)
    return caught.value.code


@given(st.binary(max_size=1000), st.binary(max_size=5000))
def test_round_trip(one: bytes, two: bytes) -> None:
    target = io.BytesIO()
    archive.write(target, [("a", one), ("b", two)])
    assert read_packed(target.getvalue()) == [("a", one), ("b", two)]


def test_more_than_a_piece() -> None:
    large = bytes(range(256)) * 8192 + b"x"
    assert read(tar(("b", large))) == [("b", large)]


def test_the_same_members_give_the_same_bytes() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    archive.write(one, MEMBERS)
    archive.write(two, iter(MEMBERS))
    assert one.getvalue() == two.getvalue()


def test_any_tar_opens_it() -> None:
    target = io.BytesIO()
    archive.write(target, MEMBERS)
    listed = subprocess.run(["tar", "-t"], input=opened(target.getvalue()), capture_output=True, check=True)
    assert listed.stdout.split() == [b"a", b"b"]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_any_tar_without_extensions_is_read(form: int) -> None:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=form) as other:
        for name, content in MEMBERS:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            other.addfile(info, io.BytesIO(content))
    assert tuple(read(raw.getvalue())) == MEMBERS


def test_packing_in_several_frames_is_one_stream() -> None:
    assert tuple(read_packed(pack(TAR[:700]) + pack(TAR[700:]) + pack(bytes(2 << 20)))) == MEMBERS


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Code.FILE_DAMAGED),
        (bytes(512), Code.FILE_DAMAGED),
        (TAR[:-513], Code.FILE_DAMAGED),
        (TAR[:-1024], Code.FILE_DAMAGED),
        (TAR[:1500], Code.FILE_DAMAGED),
        (TAR[:1100], Code.FILE_DAMAGED),
        (TAR + b"x", Code.FILE_DAMAGED),
        (TAR[:-1] + b"x", Code.FILE_DAMAGED),
        (TAR + bytes(3 << 20) + b"x", Code.FILE_DAMAGED),
        (TAR[:1023] + b"x" + TAR[1024:], Code.FILE_DAMAGED),
        (b"b" + TAR[1:], Code.FILE_DAMAGED),
        (entry("a", b"x") + b"b" * 512 + END, Code.FILE_DAMAGED),
        (tar(("c", b"")), Code.MEMBER_STRANGE),
        (tar(("./a", b"")), Code.MEMBER_STRANGE),
        (tar(("a\u00e9", b"")), Code.MEMBER_STRANGE),
        (tar(("a", b"1"), ("a", b"1")), Code.MEMBER_DOUBLED),
        (tar(("a", bytes(1001))), Code.FILE_TOO_LARGE),
        (entry("b", size=(3 << 20) + 1), Code.FILE_TOO_LARGE),
        (entry("b", size=3 << 20), Code.FILE_DAMAGED),
        *((entry("a", kind=bytes([kind])) + END, Code.MEMBER_STRANGE) for kind in b"1234567SLKxgXVDM"),
    ],
)
def test_refused(raw: bytes, code: Code) -> None:
    assert refused(pack(raw)) is code


def test_old_plain_members_and_folders_are_told_apart_by_nobody() -> None:
    assert refused(pack(entry("a", kind=tarfile.AREGTYPE) + END)) is Code.MEMBER_STRANGE


def test_negative_size() -> None:
    header = bytearray(entry("a"))
    header[124:136] = b"\xff" * 10 + b"\xfe\x00"
    header[148:156] = b"%06o\0 " % (256 + sum(header[:148]) + sum(header[156:]))
    assert refused(pack(bytes(header) + END)) is Code.FILE_TOO_LARGE


def test_an_extension_is_refused_before_its_content_is_unpacked() -> None:
    """64 MiB of a pax header in a few kilobytes: refused at the header, read no further."""
    bomb = zstandard.ZstdCompressor(level=3).compress(entry("a", kind=tarfile.XHDTYPE, size=64 << 20) + bytes(64 << 20))
    source = io.BytesIO(bomb + b"never looked at")
    with pytest.raises(Trouble, match="member-strange"):
        list(archive.read(source, lambda name: LIMITS.get(name, 0), "f"))


@pytest.mark.parametrize("packed", [b"", b"junk", pack(TAR)[:-9], pack(TAR) + b"junk", TAR])
def test_packing_damaged(packed: bytes) -> None:
    assert refused(packed) is Code.FILE_DAMAGED


def test_a_window_too_large_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=28, enable_ldm=True)
    writer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    assert refused(writer.compress(TAR) + writer.flush()) is Code.FILE_DAMAGED


@given(st.integers(0, 2 * 512 * 8 - 1))
def test_a_changed_bit_raises_nothing_but_trouble(bit: int) -> None:
    raw = bytearray(TAR)
    raw[bit // 8] ^= 1 << bit % 8
    with suppress(Trouble):
        read(bytes(raw))


def test_what_is_packed_as_it_is_read_has_the_same_bytes() -> None:
    """Asked for little by little, or all at once."""
    members = [("a", b"1" * 5000), ("b", b""), ("c", bytes(range(256)) * 9000)]
    whole = io.BytesIO()
    archive.write(whole, members)
    little, source = [], archive.Packed(members)
    while piece := source.read(700):
        assert len(piece) <= 700
        little.append(piece)
    assert b"".join(little) == whole.getvalue()
    at_once = archive.Packed(members)
    begun = at_once.read(3)
    assert begun + at_once.read() == whole.getvalue()
    assert at_once.read(1) == b""
