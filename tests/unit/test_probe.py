"""What a machine tells of itself: written and read again, named, and said in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from app.core.terms import RoomId
from app.exchange import probe
from app.exchange.probe import Addressing, Duplex, MemorySeen, Probe, ProbeKind, Switched
from app.service import probing
from app.text import LANGUAGES, text
from tests.vectors.probes import FULL, LEAST

MOMENTS = some.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("9998-12-31")).map(
    lambda at: at.replace(microsecond=0)
)
NAMES = some.text(some.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=200)


def optional(what: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    return some.none() | what


PROBES = some.builds(
    Probe,
    kind=some.sampled_from(ProbeKind),
    room=optional(some.just(RoomId("A-1"))),
    nonce=some.from_regex(r"[0-9A-Za-z-]{0,64}", fullmatch=True),
    machine=NAMES,
    made_at=MOMENTS,
    cpu_mhz=optional(some.integers(1, 100_000)),
    free_disk_mib=optional(some.integers(0, 999_999_999)),
    duplex=optional(some.sampled_from(Duplex)),
    system=optional(NAMES),
    server=optional(some.booleans()),
    address=optional(some.ip_addresses(v=4).map(str)),
    addressing=optional(some.sampled_from(Addressing)),
    firewall=optional(some.sampled_from(Switched)),
    antivirus=optional(some.just("") | NAMES),
    sogou_pinyin=optional(some.just(True)),
    booted_at=optional(MOMENTS),
    serial=optional(NAMES),
)


@given(PROBES)
@settings(max_examples=40)
def test_what_is_written_is_read(one: Probe) -> None:
    content = probe.write(one)
    assert probe.read(content) == one
    assert content.isascii()


@pytest.mark.parametrize(
    ("machine", "mac", "name"),
    [
        ("PC-07", "00:0C:29:AB:CD:EF", "PC-07-ABCDEF.examsite-probe"),
        ("../机 07", None, "_____07-nomac.examsite-probe"),
        ("x" * 40, None, f"{'x' * 32}-nomac.examsite-probe"),
    ],
)
def test_a_file_is_named_after_its_machine(machine: str, mac: str | None, name: str) -> None:
    assert probe.name(replace(FULL, machine=machine, mac=mac)) == name


@pytest.mark.parametrize(
    ("room", "nonce", "fit"), [("", "", True), ("A-1", "9f", True), ("1 ", "9f", False), ("1", "9\n", False)]
)
def test_rooms_and_nonces_are_plain(room: str, nonce: str, fit: bool) -> None:
    assert probe.fit(room, nonce) is fit


def test_what_was_read_and_what_was_not_is_said() -> None:
    lines = probing.said(FULL, text())
    assert len(lines) == 19
    assert "操作系统：Microsoft Windows 7 旗舰版 6.1.7601 SP1" in lines
    assert "内存（已安装）：4096 MiB" in lines
    assert "简体中文输入法：微软拼音、极点五笔、搜狗拼音" in lines
    machine, at, unknown = probing.said(LEAST, text())
    assert (machine, at) == ("机器名：SITE", "本机时间：2021-10-22 15:04:05")
    assert unknown.count("、") == 16
    assert "防病毒软件：没有" in probing.said(replace(LEAST, antivirus=""), text())
    seen = replace(LEAST, memory_mib=8, memory_seen=MemorySeen.VISIBLE)
    assert "内存（系统可用）：8 MiB" in probing.said(seen, text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_of_it(language: str) -> None:
    for one in (FULL, LEAST, replace(FULL, duplex=Duplex.HALF, addressing=Addressing.STATIC, firewall=Switched.OFF)):
        assert all(probing.said(one, text(language)))
