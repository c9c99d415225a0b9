"""The tools that vectors are broken with, and the list they are put on."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import zstandard

from app.exchange.agefile import Identity, seal
from app.exchange.signed import Kind, SigningKey, _b64, _unb64
from app.trouble import Code
from tests.vectors.keys import SITE_AGE

Files = Mapping[str, bytes]
"""What stands beside what: suffix after the vector's own file name -> bytes."""

OK = "ok"


@dataclass(frozen=True, slots=True)
class Vector:
    """One file and what its reader must say; `make` is told the file's name."""

    name: str
    format: str
    expect: str
    comment: str
    make: Callable[[str], Files]


VECTORS: list[Vector] = []


def add(form: str, name: str, expect: str, comment: str, make: Callable[[str], Files]) -> None:
    VECTORS.append(Vector(name, form, expect, comment, make))


def vector(form: str, expect: str | Code = OK) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """The function's name is the vector's, its docstring says what is broken."""

    def listed(make: Callable[[], bytes]) -> Callable[[], bytes]:
        add(form, named(make), str(expect), said(make), lambda _: {"": make()})
        return make

    return listed


def named(make: Callable[..., object]) -> str:
    return make.__name__.strip("_").replace("_", "-")


def said(make: Callable[..., object]) -> str:
    if not make.__doc__:
        raise ValueError(f"{make.__name__} does not say what it breaks")
    return make.__doc__


# Bytes


def flipped(content: bytes, at: int) -> bytes:
    """One bit of one byte changed; a negative place counts from the end."""
    place = at % len(content)
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


# JSON


def fields(content: object) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(content))
    return found


def without(content: object, name: str) -> bytes:
    return msgspec.json.encode({key: value for key, value in fields(content).items() if key != name})


def with_unknown(content: object) -> bytes:
    return msgspec.json.encode(fields(content) | {"surprise": 1})


def doubled(content: object) -> bytes:
    """The first field stands twice, with the same value."""
    first = next(iter(fields(content).items()))
    return b"{" + msgspec.json.encode(dict([first]))[1:-1] + b"," + msgspec.json.encode(content)[1:]


# JWS


def token(kind: str, payload: bytes, key: SigningKey, header: bytes | None = None) -> bytes:
    """Any payload and any header, well signed."""
    usual = msgspec.json.encode({"alg": key.public.alg, "typ": kind, "kid": key.public.thumbprint})
    message = f"{_b64(header or usual)}.{_b64(payload)}".encode()
    return message + b"." + _b64(key.sign(message)).encode()


def badly_signed(whole: bytes) -> bytes:
    """The signature with its first bit changed, in sound base64."""
    message, _, signature = whole.rpartition(b".")
    return message + b"." + _b64(flipped(_unb64(signature), 0)).encode()


def signed_as(kind: Kind, content: object, key: SigningKey) -> bytes:
    return token(kind, msgspec.json.encode(content), key)


# tar, zstd, age


def entry(name: str, content: bytes = b"", kind: bytes = tarfile.REGTYPE, size: int | None = None) -> bytes:
    """Header and padded content of one member; `size` may promise something else."""
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, len(content) if size is None else size
    if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
        info.linkname = "exam.json"
    return info.tobuf(tarfile.USTAR_FORMAT) + content + bytes(-len(content) % tarfile.BLOCKSIZE)


END = bytes(2 * tarfile.BLOCKSIZE)


def tar(*members: tuple[str, bytes]) -> bytes:
    return b"".join(entry(name, content) for name, content in members) + END


def pack(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=19).compress(raw)


def sealed(raw: bytes, to: Identity = SITE_AGE) -> bytes:
    """A tar as it travels."""
    return seal(pack(raw), [to.to_public()])


def opened(content: bytes) -> bytes:
    """A tar that `archive.write` packed, bare again."""
    return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)).read()
