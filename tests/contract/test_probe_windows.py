"""The probe's script for Windows, run as it is, in front of stand-ins for what Windows gives a script.

Not tried here: cscript, WMI and the registry themselves.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtQml import QJSEngine, QJSValue

from app.exchange import probe
from app.exchange.probe import Addressing, Duplex, MemorySeen, Probe, ProbeKind, Switched
from tests.contract import windows_machines as windows
from tests.contract.windows_machines import GIB, Machine, card, settings

DESK = (Path(__file__).parent / "windows_desk.js").read_text("utf-8")
FOLDER = "E:\\001"


@pytest.fixture(scope="module")
def source(project: Path, qapp: object) -> str:
    """The engine that runs it stands on Qt's application."""
    return (project / "resources/probe/examsite-probe.js").read_text("ascii")


def evaluated(engine: QJSEngine, text: str) -> QJSValue:
    result = cast(QJSValue, engine.evaluate(text))  # its types tell of a pair
    assert not result.isError(), result.toString()
    return result


def run(source: str, machine: Machine, *given: str) -> tuple[int, dict[str, str]]:
    """Its exit code, and what it left on the disk."""
    engine = QJSEngine()
    for text in (f"var machine = {json.dumps(machine)}, given = {json.dumps(given)};", DESK, source):
        evaluated(engine, text)
    disk: dict[str, str] = json.loads(evaluated(engine, "JSON.stringify(left.disk)").toString())
    return evaluated(engine, "left.code").toInt(), disk


def told(source: str, machine: Machine, *given: str) -> tuple[str, Probe]:
    code, disk = run(source, machine, *(given or ("exam", "001", "n-1", FOLDER)))
    assert code == 0
    ((path, text),) = disk.items()
    found = probe.read(text.encode("ascii"))
    assert probe.write(found) == text.encode()
    values = json.loads(text)
    digest = values.pop("digest")
    assert hashlib.sha256("".join(f"{key}={values[key]}\n" for key in sorted(values)).encode()).hexdigest() == digest
    return path, found


def differs(found: Probe, **expected: Any) -> dict[str, Any]:
    """What is otherwise than expected; what is not named is to be unknown."""
    known = {"kind": ProbeKind.EXAM, "room": "001", "nonce": "n-1", "machine": "PC-07", "system_family": "windows"}
    known |= expected
    names = set(Probe.__struct_fields__) - {"made_at"}
    return {name: getattr(found, name) for name in names if getattr(found, name) != known.get(name)}


USUAL: dict[str, Any] = {
    "cpu_mhz": 2394,
    "memory_mib": 8192,
    "memory_seen": MemorySeen.INSTALLED,
    "free_memory_mib": 3906,
    "free_disk_mib": 51200,
    "network_mbps": 1000,
    "service_pack": 0,
    "server": False,
    "display_width": 1366,
    "display_height": 768,
    "address": "10.1.2.3",
    "addressing": Addressing.STATIC,
    "mac": "00:0C:29:AB:CD:EF",
    "firewall": Switched.OFF,
    "antivirus": "",
    "booted_at": datetime.fromisoformat("2021-10-29T07:01:02"),
    "serial": "PF0ABCDE",
}
SEEN: list[tuple[Callable[[], Machine], dict[str, Any]]] = [
    (
        windows.xp,
        {
            "system": "Microsoft Windows XP Professional",
            "system_version": "5.1.2600",
            "service_pack": 3,
            "memory_mib": 1022,
            "memory_seen": MemorySeen.VISIBLE,
            "network_mbps": 100,
            "firewall": Switched.ON,
            "antivirus": "360杀毒",
            "microsoft_pinyin": True,
            "jidian_wubi": True,
            "sogou_pinyin": True,
        },
    ),
    (
        windows.seven,
        {
            "system": "Microsoft Windows 7 旗舰版",
            "system_version": "6.1.7601",
            "service_pack": 1,
            "memory_mib": 4096,
        },
    ),
    (
        windows.eight,
        {
            "system": "Microsoft Windows 8.1 Pro",
            "system_version": "6.3.9600",
            "antivirus": "Windows Defender",
            "duplex": Duplex.HALF,
        },
    ),
    (
        windows.ten,
        {
            "system": "Microsoft Windows 10 Pro",
            "system_version": "10.0.19044",
            "antivirus": "Windows Defender; 火绒",
            "duplex": Duplex.FULL,
            "firewall": Switched.ON,
            "microsoft_pinyin": True,
            "sogou_pinyin": True,
        },
    ),
    (
        windows.eleven,
        {
            "system": "Microsoft Windows 11 Pro",
            "system_version": "10.0.22631",
            "memory_mib": 16113,
            "memory_seen": MemorySeen.VISIBLE,
            "network_mbps": None,
            "firewall": Switched.ON,
            "serial": None,
        },
    ),
    (
        windows.server,
        {
            "system": "Microsoft Windows Server 2019 Standard",
            "system_version": "10.0.17763",
            "server": True,
            "firewall": None,
            "antivirus": None,
        },
    ),
]


@pytest.mark.parametrize(("made", "seen"), SEEN, ids=[made.__name__ for made, _ in SEEN])
def test_each_release_is_read(source: str, made: Callable[[], Machine], seen: dict[str, Any]) -> None:
    path, found = told(source, made())
    assert not differs(found, **(USUAL | seen))
    assert path == f"{FOLDER}\\PC-07-ABCDEF.examsite-probe" == f"{FOLDER}\\{probe.name(found)}"


def test_what_does_not_answer_is_left_out(source: str) -> None:
    path, found = told(source, windows.bare(), "site", "-", "-", FOLDER)
    assert not differs(found, kind=ProbeKind.SITE, room=None, nonce="", machine="BARE")
    assert path == f"{FOLDER}\\BARE-nomac.examsite-probe" == f"{FOLDER}\\{probe.name(found)}"


@pytest.mark.parametrize(
    "column", ["Win32_PhysicalMemory", "Win32_Processor", "Win32_BIOS", "Win32_VideoController", "Win32_LogicalDisk"]
)
def test_one_class_that_is_missing_stops_no_other(source: str, column: str) -> None:
    machine = windows.ten()
    del machine["wmi"]["cimv2"][column]
    _, found = told(source, machine)
    assert (found.address, found.firewall, found.sogou_pinyin) == ("10.1.2.3", Switched.ON, True)


TWO = (("00:00:00:00:00:0A", "10.1.2.3"), ("00:00:00:00:00:09", "10.9.9.9"))


@pytest.mark.parametrize(
    ("gateways", "places", "address", "named"),
    [
        (("", "10.9.9.1"), (windows.CARD, windows.CARD), "10.9.9.9", "000009"),
        (("", "10.9.9.1"), (windows.CARD, "ROOT\\VMWARE\\0000"), "10.1.2.3", "00000A"),
        (("", ""), (windows.CARD, windows.CARD), None, "000009"),
    ],
    ids=["with a gateway", "no virtual one", "equal"],
)
def test_of_two_adapters_the_clear_one_is_told(
    source: str, gateways: tuple[str, str], places: tuple[str, str], address: str | None, named: str
) -> None:
    machine = windows.ten()
    machine["wmi"]["cimv2"]["Win32_NetworkAdapterConfiguration"] = [
        settings(number, mac, told, gateway=gateways[number]) for number, (mac, told) in enumerate(TWO)
    ]
    machine["wmi"]["cimv2"]["Win32_NetworkAdapter"] = [
        card(number, place, Speed="100000000") for number, place in enumerate(places)
    ]
    path, found = told(source, machine)
    assert found.address == address
    assert (found.mac is None) == (address is None)
    assert path.endswith(f"-{named}.examsite-probe")


def test_two_screens_that_differ_are_not_told(source: str) -> None:
    machine = windows.ten()
    machine["wmi"]["cimv2"]["Win32_VideoController"] = [
        {"CurrentHorizontalResolution": wide, "CurrentVerticalResolution": 768} for wide in (1024, 1366, None)
    ]
    assert told(source, machine)[1].display_width is None


def test_hostile_names_are_made_harmless(source: str) -> None:
    machine = windows.machine('a"b\\c\u202ed\ud800e\U00020000\r\nf  g', "10.0.19044", installed=(GIB * 8,))
    machine["name"] = "..\\机é/x:" + "y" * 300
    path, found = told(source, machine)
    assert found.system == 'a"b\\c d\ufffde\U00020000 f g'
    assert found.machine == ("..\\机é/x:" + "y" * 300)[:200]
    assert path == f"{FOLDER}\\______x_{'y' * 24}-ABCDEF.examsite-probe"


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
def test_the_digest_is_sha_256(source: str, length: int) -> None:
    engine = QJSEngine()
    for text in (f"var machine = {json.dumps(windows.bare())}, given = [];", DESK, source):
        evaluated(engine, text)
    text = ("机\U00020000aé" * length)[:length]
    digest = evaluated(engine, f"sha256({json.dumps(text)})").toString()
    assert digest == hashlib.sha256(text.encode()).hexdigest()


def test_a_new_probe_takes_the_place_of_the_old(source: str) -> None:
    before = json.dumps({f"{FOLDER}\\PC-07-ABCDEF.examsite-probe": "old"})
    code, disk = run(f"left.disk = {before};\n{source}", windows.ten(), "exam", "001", "n-1", FOLDER)
    assert code == 0
    assert [text[:1] for text in disk.values()] == ["{"]


@pytest.mark.parametrize(
    ("code", "given"),
    [
        (3, ()),
        (3, ("exam", "001", "n-1")),
        (3, ("room", "001", "n-1", FOLDER)),
        (3, ("exam", "0 1", "n-1", FOLDER)),
        (3, ("exam", "001", "n=1", FOLDER)),
        (2, ("exam", "001", "n-1", FOLDER)),
    ],
)
def test_it_ends_with_a_number_where_it_cannot(source: str, code: int, given: tuple[str, ...]) -> None:
    assert run(source, windows.ten() | {"full": True}, *given) == (code, {})


LATER_THAN_ES3 = re.compile(
    r"=>|`|,\s*[}\]]|\b(?:const|let|class|JSON|async|await|of)\b"
    r"|\.(?:forEach|map|filter|reduce|some|every|indexOf|lastIndexOf|trim|keys|bind|includes|padStart|repeat|isArray)\b"
    r"|\.(?:default|delete|new|in|for|if|class|catch|finally|do|else|return|this|typeof|var|with)\b"
    r"|\b(?:get|set)\s+\w+\s*\("
)


def test_windows_xp_understands_it(source: str) -> None:
    plain = re.sub(r"//[^\n]*", "", re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', source))
    assert "function written" in plain
    assert not LATER_THAN_ES3.findall(plain)
    assert LATER_THAN_ES3.search("var a = [1, 2, ];")
