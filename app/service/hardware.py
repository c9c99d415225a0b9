"""Probe files (检测结果) brought from the machines: read all at once, each fault named, taken in together."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.core.hardware import NAME, BeginProbeRound, CheckMachines, MachineCheck, round_in_force
from app.core.hardware_items import VALUES, HardwareItem, MachineKind, Reading, ReadingSource
from app.core.operation import Refusal, Signer
from app.core.site import Site
from app.core.terms import PersonId
from app.exchange import outbox, probe
from app.exchange.probe import Addressing, MemorySeen, Probe, Switched
from app.service import probing
from app.service.console import Console
from app.trouble import Code, Trouble

_SIGNS, _LENGTH = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10
"""Of a mark: none that looks like another."""
_FIRST_WINDOWS_11 = 22_000
_WINDOWS = {"6.2": "windows_8", "6.3": "windows_8"}


class ProbeFlaw(StrEnum):
    """Why a file is not taken in."""

    UNREADABLE = "unreadable"
    OTHER_ROUND = "other_round"
    NO_SUCH_ROOM = "no_such_room"
    NO_ROOM = "no_room"
    """An exam machine of no room."""
    NAME_UNFIT = "name_unfit"
    TWO_OF_A_NAME = "two_of_a_name"
    """Two network cards under one name: two machines that were copied from one."""
    ONE_CARD = "one_card"
    """One network card under two names: one machine that is to count as two, or was named anew."""


@dataclass(frozen=True, slots=True)
class ProbeFault:
    """`code` says what is wrong with an unreadable file."""

    file: str
    flaw: ProbeFlaw
    machine: str = ""
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Probes:
    """What the files hold: of machines probed twice the newer, with what both show of the address."""

    nonce: str
    checks: tuple[MachineCheck, ...]
    faults: tuple[ProbeFault, ...]
    newest: datetime | None
    """By the machines' own clocks."""


def begin_round(console: Console, *signers: Signer) -> Refusal | None:
    """A new mark: what machines wrote under an earlier one is not taken in any more."""
    nonce = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return console.submit(BeginProbeRound(nonce), *signers)


def measure_here(nonce: str, folder: Path) -> Path:
    """What this very machine is, as a file in `folder` for the round of `nonce`; may take half a minute.

    Raises PROBE_FAILED, and what writing can raise.
    """
    out = folder / f"{probe.ProbeKind.SITE}{probe.SUFFIX}"
    probing.measure(probe.ProbeKind.SITE, "", nonce, out)
    return out


def look(site: Site, files: Iterable[Path]) -> Probes:
    """Read files of the round in force; nothing is kept."""
    nonce, faults, found = round_in_force(site), list[ProbeFault](), dict[str, list[tuple[Path, Probe]]]()
    # Networks know no difference between small and capital letters: the name stays as it was written first.
    spelled = {name.lower(): name for name in site.hardware}
    for path in files:
        try:
            one = probe.read(outbox.read_bytes(path, probe.LONGEST))
        except Trouble as trouble:
            faults.append(ProbeFault(_shown(path.name), ProbeFlaw.UNREADABLE, code=trouble.code))
            continue
        if flaw := _flaw(site, one, nonce):
            faults.append(ProbeFault(_shown(path.name), flaw, _shown(one.machine)))
        else:
            found.setdefault(spelled.setdefault(one.machine.lower(), one.machine), []).append((path, one))
    checks = list[MachineCheck]()
    named = _names_of_cards(site, found)
    for name, several in found.items():
        looks = [one for _, one in several]
        if flaw := _copied(looks, named):
            faults += [ProbeFault(_shown(path.name), flaw, name) for path, _ in several]
        else:
            checks.append(_check(name, looks))
    newest = max((one.made_at for several in found.values() for _, one in several), default=None)
    return Probes(nonce, tuple(sorted(checks, key=lambda one: (one.room or "", one.machine))), tuple(faults), newest)


def take(console: Console, found: Probes, reported_by: PersonId, *signers: Signer) -> Refusal | None:
    """Everything that was read without fault, in one operation; the faulty files stay out."""
    now = console.clock.moment().at.replace(microsecond=0)
    return console.submit(CheckMachines(found.checks, found.nonce, now, reported_by), *signers)


def _flaw(site: Site, one: Probe, nonce: str) -> ProbeFlaw | None:
    if not nonce or one.nonce != nonce:
        return ProbeFlaw.OTHER_ROUND
    if one.room is not None and one.room not in site.plans:
        return ProbeFlaw.NO_SUCH_ROOM
    if one.kind is probe.ProbeKind.EXAM and one.room is None:
        return ProbeFlaw.NO_ROOM
    return None if NAME.fullmatch(one.machine) else ProbeFlaw.NAME_UNFIT


def _shown(name: str) -> str:
    """Whoever made the stick chose it: signs that turn a line around or cannot be shown stand as one that can."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def _names_of_cards(site: Site, found: Mapping[str, list[tuple[Path, Probe]]]) -> dict[str, set[str]]:
    """By network card, all machines that were found with it now or before."""
    names = dict[str, set[str]]()
    for name, several in found.items():
        for _, one in several:
            names.setdefault(_card(one), set()).add(name)
    for name, state in site.hardware.items():
        if name not in found and (card := state.value(HardwareItem.HARDWARE_ADDRESS)):
            names.setdefault(card, set()).add(name)
    return names


def _card(one: Probe) -> str:
    return (one.mac or "").replace(":", "")


def _copied(several: list[Probe], named: Mapping[str, set[str]]) -> ProbeFlaw | None:
    """Whether these are looks at more than one machine, or at one that has another name as well."""
    cards = {_card(one) for one in several}
    # Where no card is known, the rooms and serial numbers have to be one.
    if len(cards) > 1 or (cards == {""} and len({(one.room, one.serial) for one in several}) > 1):
        return ProbeFlaw.TWO_OF_A_NAME
    card = cards.pop()
    return ProbeFlaw.ONE_CARD if card and len(named[card]) > 1 else None


def _check(name: str, several: list[Probe]) -> MachineCheck:
    looks = sorted(several, key=lambda one: one.made_at)
    last = looks[-1]
    kind = MachineKind(last.kind.value)
    readings = tuple(_readings(last))
    before = [
        one for one in looks if one.booted_at and last.booted_at and one.booted_at < last.booted_at and one.address
    ]
    if before and last.address and kind is MachineKind.EXAM:
        kept = "yes" if all(one.address == last.address for one in before) else "no"
        readings = (*readings, Reading(HardwareItem.ADDRESS_KEPT, kept, ReadingSource.MEASURED))
    return MachineCheck(kind, None if kind is MachineKind.SITE else last.room, name, readings)


def _readings(one: Probe) -> Iterator[Reading]:
    for item, value in _values(one):
        if value is not None and VALUES[item].fit(text := str(value)):
            yield Reading(item, text, ReadingSource.MEASURED)


def _values(one: Probe) -> Iterator[tuple[HardwareItem, str | int | None]]:
    item = HardwareItem
    installed = one.memory_seen is MemorySeen.INSTALLED
    yield item.CPU_MHZ, one.cpu_mhz
    yield item.MEMORY_MIB if installed else item.MEMORY_SEEN_MIB, one.memory_mib
    yield item.FREE_MEMORY_MIB, one.free_memory_mib
    yield item.FREE_DISK_MIB, one.free_disk_mib
    yield item.DISPLAY, f"{one.display_width}x{one.display_height}" if one.display_width else None
    yield item.NETWORK_MBPS, one.network_mbps
    yield item.DUPLEX, one.duplex
    yield item.SYSTEM, _system(one)
    yield item.USB_PORTS, one.usb_ports
    yield item.ADDRESS, one.address
    yield item.FIXED_ADDRESS, {Addressing.STATIC: "yes", Addressing.DHCP: "no", None: None}[one.addressing]
    # A scanner that is there may let everything through: only that nothing is there can be told from outside.
    nothing = one.firewall is Switched.OFF and one.antivirus == ""
    yield item.PROTECTION, "off" if nothing else None
    yield item.MICROSOFT_PINYIN, "yes" if one.microsoft_pinyin else None
    yield item.JIDIAN_WUBI, "yes" if one.jidian_wubi else None
    yield item.SOGOU_PINYIN, "yes" if one.sogou_pinyin else None
    yield item.HARDWARE_ADDRESS, one.mac.replace(":", "") if one.mac else None
    yield item.BOOTED_AT, one.booted_at.isoformat() if one.booted_at else None


def _system(one: Probe) -> str | None:
    """The entry of the annex's lists; None where the machine did not say."""
    if one.system_family is None or (one.system_family == "windows" and not one.system_version):
        return None
    if one.system_family != "windows" or not one.system_version:
        return "linux" if one.system_family == "linux" else "other"
    major_minor = ".".join(one.system_version.split(".")[:2])
    if one.server:
        numbers = [int(part) for part in major_minor.split(".") if part.isdecimal()]
        return "windows_server" if numbers >= [5, 2] else "other"
    match major_minor:
        case "5.1":
            return "windows_xp_sp3" if (one.service_pack or 0) >= 3 else "windows_xp"
        case "6.1":
            return "windows_7_sp1" if one.service_pack else "windows_7"
        case "10.0":
            build = one.system_version.split(".")[2:3]
            eleven = build and build[0].isdecimal() and int(build[0]) >= _FIRST_WINDOWS_11
            return "windows_11" if eleven else "windows_10"
    return _WINDOWS.get(major_minor, "other")
