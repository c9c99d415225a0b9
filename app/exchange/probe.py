"""What one machine tells of itself for the hardware checklist (annex 5 of 003), written there by a plain script."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Address
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from app.core.terms import RoomId
from app.exchange import strict
from app.trouble import Code, Trouble

SUFFIX = ".examsite-probe"
FORMAT = "examsite-probe/1"
LONGEST = 16 << 10
"""Bytes; the scripts write 2,000 at most."""
_CENTURY, _LAST = 2000, 9998


class ProbeKind(StrEnum):
    """What the machine is to be, as whoever started the script said."""

    SITE = "site"
    INVIGILATION = "invigilation"
    EXAM = "exam"


class MemorySeen(StrEnum):
    """How the memory was counted."""

    INSTALLED = "installed"
    VISIBLE = "visible"
    """What the system uses: less than is installed where the display takes some."""


class Duplex(StrEnum):
    """Of the network card's link."""

    FULL = "full"
    HALF = "half"


class Addressing(StrEnum):
    """Where the IPv4 address comes from."""

    STATIC = "static"
    DHCP = "dhcp"


class Switched(StrEnum):
    """Whether a firewall works."""

    ON = "on"
    OFF = "off"


class _YesNo(StrEnum):
    YES = "yes"
    NO = "no"


class _Yes(StrEnum):
    YES = "yes"


_ROOM, _NONCE = "[0-9A-Za-z-]{0,16}", "[0-9A-Za-z-]{0,64}"
# Control and direction signs: none belongs in a name, and some turn around what stands beside it.
_SIGNS = r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
_Text = Annotated[str, msgspec.Meta(pattern=rf"^{_SIGNS}{{1,256}}\Z")]
_Names = Annotated[str, msgspec.Meta(pattern=rf"^{_SIGNS}{{0,256}}\Z")]
_Number = Annotated[str, msgspec.Meta(pattern=r"^(0|[1-9][0-9]{0,8})\Z")]
_Moment = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\Z")]
_Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z.+~_-]{1,32}\Z")]
_Mac = Annotated[str, msgspec.Meta(pattern=r"^([0-9A-F]{2}:){5}[0-9A-F]{2}\Z")]
_Address = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,3}){3}\Z")]
_Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The file itself: every value a text, fields in the order in which they are written."""

    address: _Address | UnsetType = UNSET
    addressing: Addressing | UnsetType = UNSET
    antivirus: _Names | UnsetType = UNSET
    booted_at: _Moment | UnsetType = UNSET
    cpu_mhz: _Number | UnsetType = UNSET
    digest: _Digest
    display_height: _Number | UnsetType = UNSET
    display_width: _Number | UnsetType = UNSET
    duplex: Duplex | UnsetType = UNSET
    firewall: Switched | UnsetType = UNSET
    format: str
    free_disk_mib: _Number | UnsetType = UNSET
    free_memory_mib: _Number | UnsetType = UNSET
    jidian_wubi: _Yes | UnsetType = UNSET
    kind: ProbeKind
    mac: _Mac | UnsetType = UNSET
    machine: _Text
    made_at: _Moment
    memory_mib: _Number | UnsetType = UNSET
    memory_seen: MemorySeen | UnsetType = UNSET
    microsoft_pinyin: _Yes | UnsetType = UNSET
    network_mbps: _Number | UnsetType = UNSET
    nonce: Annotated[str, msgspec.Meta(pattern=rf"^{_NONCE}\Z")]
    room: Annotated[str, msgspec.Meta(pattern=rf"^{_ROOM}\Z")]
    serial: _Text | UnsetType = UNSET
    server: _YesNo | UnsetType = UNSET
    service_pack: _Number | UnsetType = UNSET
    sogou_pinyin: _Yes | UnsetType = UNSET
    system: _Text | UnsetType = UNSET
    system_family: _Version | UnsetType = UNSET
    system_version: _Version | UnsetType = UNSET
    usb_ports: _Number | UnsetType = UNSET


class Probe(msgspec.Struct, frozen=True, kw_only=True):
    """What is None could not be read there. Times are the machine's own wall clock, which may be wrong.

    Sizes in MiB, clock in MHz, network in Mbit/s. An input method is True or None: not to be found proves nothing.
    `nonce` is "" where nobody asked for the probe; `antivirus` names what is there, "" for none.
    """

    kind: ProbeKind
    room: RoomId | None
    nonce: str
    machine: str
    made_at: datetime
    cpu_mhz: int | None = None
    memory_mib: int | None = None
    memory_seen: MemorySeen | None = None
    free_memory_mib: int | None = None
    free_disk_mib: int | None = None
    network_mbps: int | None = None
    duplex: Duplex | None = None
    system: str | None = None
    system_family: str | None = None
    system_version: str | None = None
    service_pack: int | None = None
    server: bool | None = None
    display_width: int | None = None
    display_height: int | None = None
    usb_ports: int | None = None
    address: str | None = None
    addressing: Addressing | None = None
    mac: str | None = None
    firewall: Switched | None = None
    antivirus: str | None = None
    microsoft_pinyin: bool | None = None
    jidian_wubi: bool | None = None
    sogou_pinyin: bool | None = None
    booted_at: datetime | None = None
    serial: str | None = None


_LIMITS = {
    "cpu_mhz": (1, 100_000),
    "memory_mib": (1, 64 << 20),
    "free_memory_mib": (0, 64 << 20),
    "free_disk_mib": (0, 999_999_999),
    "network_mbps": (1, 1_000_000),
    "service_pack": (0, 99),
    "display_width": (1, 65_535),
    "display_height": (1, 65_535),
    "usb_ports": (1, 255),
}
_YES = ("server", "microsoft_pinyin", "jidian_wubi", "sogou_pinyin")
_TIMES = ("made_at", "booted_at")
_TOGETHER = (("memory_mib", "memory_seen"), ("display_width", "display_height"))
_KEYS = _Written.__struct_fields__


def fit(room: str, nonce: str) -> bool:
    """Whether both may stand in a file and on a command line; "" may."""
    return bool(re.fullmatch(_ROOM, room) and re.fullmatch(_NONCE, nonce))


def name(probe: Probe) -> str:
    """As the scripts name it: unlike for two machines of one name, as long as a network card is known."""
    safe = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "_" for sign in probe.machine)
    return f"{safe[:32]}-{(probe.mac or 'nomac').replace(':', '')[-6:]}{SUFFIX}"


def write(probe: Probe) -> bytes:
    """As the scripts write it: ASCII, fields by name, no spaces."""
    told = {key: _told(value) for key in _KEYS if (value := getattr(probe, key, None)) is not None}
    told |= {"format": FORMAT, "room": probe.room or ""}
    told["digest"] = _digest(told)
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _told(value: str | int | datetime) -> str:
    if isinstance(value, bool):
        return _YesNo.YES if value else _YesNo.NO
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _digest(told: dict[str, str]) -> str:
    text = "".join(f"{key}={told[key]}\n" for key in sorted(told) if key != "digest")
    return hashlib.sha256(text.encode()).hexdigest()


def read(content: bytes) -> Probe:
    """Raises FILE_TOO_LARGE, CONTENT_UNFIT, FIELD_DOUBLED, KIND_WRONG, or FILE_DAMAGED where the digest is another.

    Whoever can write the file can make the digest: it shows damage, not forgery.
    """
    if len(content) > LONGEST:
        raise Trouble(Code.FILE_TOO_LARGE, file=FORMAT, limit=LONGEST)
    if not content.isascii():
        raise _unfit("ASCII")
    written: _Written = _READER.read(content)
    if written.format != FORMAT:
        raise Trouble(Code.KIND_WRONG, expected=FORMAT, found=written.format[:40])
    told: dict[str, str] = {key: value for key in _KEYS if (value := getattr(written, key)) is not UNSET}
    if _digest(told) != told.pop("digest"):
        raise Trouble(Code.FILE_DAMAGED, file=FORMAT)
    del told["format"]
    for one, other in _TOGETHER:
        if (one in told) != (other in told):
            raise _unfit(f"{one}, {other}")
    return Probe(**(told | _typed(told)))  # type: ignore[arg-type]  # each field is of its own type by now


def _typed(told: dict[str, str]) -> dict[str, object]:
    """The fields that are no text: numbers, times, yes or no."""
    typed: dict[str, object] = {"room": RoomId(told["room"]) or None}
    for key, (least, most) in _LIMITS.items():
        if key in told:
            typed[key] = number = int(told[key])
            if not least <= number <= most:
                raise _unfit(key)
    typed |= {key: told[key] == _YesNo.YES for key in _YES if key in told}
    typed |= {key: _moment(key, told[key]) for key in _TIMES if key in told}
    if "address" in told:
        try:
            IPv4Address(told["address"])
        except ValueError as cause:
            raise _unfit("address") from cause
    return typed


def _moment(key: str, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as cause:
        raise _unfit(key) from cause
    if not _CENTURY <= at.year <= _LAST:
        raise _unfit(key)
    return at


def _unfit(problem: str) -> Trouble:
    return Trouble(Code.CONTENT_UNFIT, file=FORMAT, line=0, problem=problem)


_READER = strict.Reader(_Written, FORMAT)
