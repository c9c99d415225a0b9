"""Vectors of what a machine tells of itself: one of each kind, and every way in which it is not taken."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from msgspec.structs import replace

from app.core.terms import RoomId
from app.exchange import probe
from app.exchange.probe import Addressing, Duplex, MemorySeen, Probe, ProbeKind, Switched
from app.trouble import Code
from tests.vectors.bench import flipped, vector

FULL = Probe(
    kind=ProbeKind.EXAM,
    room=RoomId("001"),
    nonce="0f1e2d3c",
    machine="PC-07",
    made_at=datetime.fromisoformat("2021-10-22T15:04:05"),
    cpu_mhz=2394,
    memory_mib=4096,
    memory_seen=MemorySeen.INSTALLED,
    free_memory_mib=2100,
    free_disk_mib=51200,
    network_mbps=1000,
    duplex=Duplex.FULL,
    system="Microsoft Windows 7 旗舰版",
    system_family="windows",
    system_version="6.1.7601",
    service_pack=1,
    server=False,
    display_width=1366,
    display_height=768,
    usb_ports=6,
    address="10.1.2.3",
    addressing=Addressing.DHCP,
    mac="00:0C:29:AB:CD:EF",
    firewall=Switched.ON,
    antivirus="360杀毒",
    microsoft_pinyin=True,
    jidian_wubi=True,
    sogou_pinyin=True,
    booted_at=datetime.fromisoformat("2021-10-22T07:01:02"),
    serial='A"B\\C',
)
LEAST = Probe(
    kind=ProbeKind.SITE, room=None, nonce="", machine="SITE", made_at=datetime.fromisoformat("2021-10-22T15:04:05")
)
SOME = replace(LEAST, cpu_mhz=2394, memory_mib=4096, memory_seen=MemorySeen.VISIBLE, nonce="0f1e2d3c")
ROOMS = replace(
    LEAST,
    kind=ProbeKind.INVIGILATION,
    room=RoomId("001"),
    machine="机𠀀",
    memory_mib=8100,
    memory_seen=MemorySeen.VISIBLE,
)


def told(**changed: str | None) -> bytes:
    """The fields of SOME, some of them otherwise or (None) left out, with a digest that fits."""
    values: dict[str, str | None] = json.loads(probe.write(SOME)) | changed
    values = {key: value for key, value in values.items() if value is not None and key != "digest"}
    text = "".join(f"{key}={values[key]}\n" for key in sorted(values))
    values["digest"] = hashlib.sha256(text.encode()).hexdigest()
    return json.dumps(values).encode()


@vector("probe")
def exam() -> bytes:
    """An exam machine that tells everything."""
    return probe.write(FULL)


@vector("probe")
def site() -> bytes:
    """A site machine, started without room and nonce, that could read nothing."""
    return probe.write(LEAST)


@vector("probe")
def invigilation() -> bytes:
    """An invigilation machine whose name is no ASCII."""
    return probe.write(ROOMS)


@vector("probe")
def other_form() -> bytes:
    """The same content with other spaces, order and escapes."""
    values = dict(reversed(json.loads(probe.write(FULL)).items()))
    return json.dumps(values, indent=1).replace("PC-07", "\\u0050C-07").encode()


@vector("probe", Code.FILE_TOO_LARGE)
def too_large() -> bytes:
    """More than a machine has to tell."""
    return probe.write(SOME).ljust(probe.LONGEST + 1)


@vector("probe", Code.CONTENT_UNFIT)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("probe", Code.CONTENT_UNFIT)
def truncated() -> bytes:
    """The stick was pulled too early."""
    return probe.write(SOME)[:-40]


@vector("probe", Code.CONTENT_UNFIT)
def not_ascii() -> bytes:
    """A name that is not escaped."""
    return probe.write(ROOMS).replace(b"\\u673a", "机".encode())


@vector("probe", Code.CONTENT_UNFIT)
def byte_order_mark() -> bytes:
    """Saved again with an editor."""
    return b"\xef\xbb\xbf" + probe.write(SOME)


@vector("probe", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """Two host names."""
    return probe.write(SOME).replace(b'{"', b'{"machine":"PC-08","', 1)


@vector("probe", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A reading that nobody knows."""
    return told(cpu_cores="4")


@vector("probe", Code.CONTENT_UNFIT)
def missing_field() -> bytes:
    """No host name."""
    return told(machine=None)


@vector("probe", Code.CONTENT_UNFIT)
def number_bare() -> bytes:
    """A number that is no text."""
    return probe.write(SOME).replace(b'"2394"', b"2394")


@vector("probe", Code.CONTENT_UNFIT)
def null_told() -> bytes:
    """What is unknown is told as null."""
    return probe.write(SOME).replace(b'"2394"', b"null")


@vector("probe", Code.KIND_WRONG)
def other_format() -> bytes:
    """Another edition of the format."""
    return told(format="examsite-probe/2")


@vector("probe", Code.FILE_DAMAGED)
def value_changed() -> bytes:
    """A number changed on the way."""
    return probe.write(SOME).replace(b'"4096"', b'"8192"')


@vector("probe", Code.FILE_DAMAGED)
def other_round() -> bytes:
    """The nonce of another round put in."""
    return probe.write(SOME).replace(b"0f1e2d3c", b"3c2d1e0f")


@vector("probe", Code.FILE_DAMAGED)
def digest_flipped() -> bytes:
    """One bit of the digest."""
    content = probe.write(SOME)
    return flipped(content, content.index(b'"digest":"') + 10)


@vector("probe", Code.CONTENT_UNFIT)
def kind_unknown() -> bytes:
    """A printer."""
    return told(kind="printer")


@vector("probe", Code.CONTENT_UNFIT)
def room_path() -> bytes:
    """A room that points out of its folder."""
    return told(room="../001")


@vector("probe", Code.CONTENT_UNFIT)
def nonce_line() -> bytes:
    """A nonce with an end of line behind it."""
    return told(nonce="0f1e2d3c\n")


@vector("probe", Code.CONTENT_UNFIT)
def machine_control() -> bytes:
    """A host name with a control sign."""
    return told(machine="PC\x0007")


@vector("probe", Code.CONTENT_UNFIT)
def machine_turned() -> bytes:
    """A host name that turns around what stands behind it."""
    return told(machine="PC\u202e70")


@vector("probe", Code.CONTENT_UNFIT)
def machine_nameless() -> bytes:
    """A host name of no sign."""
    return told(machine="")


@vector("probe", Code.CONTENT_UNFIT)
def machine_long() -> bytes:
    """A host name as long as a page."""
    return told(machine="x" * 257)


@vector("probe", Code.CONTENT_UNFIT)
def made_at_text() -> bytes:
    """A time as people write it."""
    return told(made_at="2021-10-22 15:04")


@vector("probe", Code.CONTENT_UNFIT)
def made_at_none() -> bytes:
    """A day that no month has."""
    return told(made_at="2021-02-30T15:04:05")


@vector("probe", Code.CONTENT_UNFIT)
def booted_in_year_one() -> bytes:
    """A clock that cannot be told in every zone."""
    return told(booted_at="0001-01-01T00:00:00")


@vector("probe", Code.CONTENT_UNFIT)
def clock_negative() -> bytes:
    """Less than no clock."""
    return told(cpu_mhz="-2394")


@vector("probe", Code.CONTENT_UNFIT)
def clock_fraction() -> bytes:
    """A clock in another unit."""
    return told(cpu_mhz="2.39")


@vector("probe", Code.CONTENT_UNFIT)
def clock_none() -> bytes:
    """A clock that stands still."""
    return told(cpu_mhz="0")


@vector("probe", Code.CONTENT_UNFIT)
def memory_beyond() -> bytes:
    """Bytes where MiB belong."""
    return told(memory_mib="429496729")


@vector("probe", Code.CONTENT_UNFIT)
def memory_of_no_sort() -> bytes:
    """Memory of which nobody says how it was counted."""
    return told(memory_seen=None)


@vector("probe", Code.CONTENT_UNFIT)
def display_half() -> bytes:
    """A display of one side."""
    return told(display_width="1024")


@vector("probe", Code.CONTENT_UNFIT)
def address_beyond() -> bytes:
    """An address beyond 255."""
    return told(address="10.1.2.256")


@vector("probe", Code.CONTENT_UNFIT)
def address_zeros() -> bytes:
    """An address that some read as octal."""
    return told(address="10.1.2.010")


@vector("probe", Code.CONTENT_UNFIT)
def address_six() -> bytes:
    """An IPv6 address."""
    return told(address="fe80::1")


@vector("probe", Code.CONTENT_UNFIT)
def mac_lower() -> bytes:
    """A network card's number in small letters."""
    return told(mac="00:0c:29:ab:cd:ef")


@vector("probe", Code.CONTENT_UNFIT)
def input_method_denied() -> bytes:
    """An input method that is told not to be there: nothing proves that."""
    return told(sogou_pinyin="no")


@vector("probe", Code.CONTENT_UNFIT)
def duplex_unknown() -> bytes:
    """A duplex told as unknown, where it is to be left out."""
    return told(duplex="unknown")
