"""600 probe files taken in by a real console, against reading them strictly and doing nothing with them."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.hardware import round_in_force
from app.core.operation import Signer
from app.core.terms import PersonId, RoomId
from app.exchange import outbox, probe
from app.exchange.probe import Addressing, Duplex, MemorySeen, Probe, ProbeKind, Switched
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service import arrangement, hardware, people, probe_kit
from app.service.clock import DrivenClock
from app.service.console import Console
from tests.benchmarks.measure import Measure, at_most
from tests.journeys.day import means

ROOMS, IN_A_ROOM, ROUNDS = 15, 40, 3


def measures() -> Iterable[Measure]:
    with TemporaryDirectory() as folder:
        ground = Ground.lay(
            Path(folder) / "site", Size("liaoning-2021-senior", ROOMS, 450, 1), means(), DrivenClock(FOUNDED)
        )
        try:
            yield _measured(ground, Path(folder) / "stick")
        finally:
            ground.console.store.abandon()


def _measured(ground: Ground, stick: Path) -> Measure:
    console = ground.console
    package = ground.province.package(ground.out / "agency")
    arrangement.import_package(console, package, ground.means.missing, people.holder_of_lock(console))
    desk = ground.signer("A01")
    hardware.begin_round(console, desk)
    nonce = round_in_force(console.site)
    kit = probe_kit.write(stick, nonce, tuple(sorted(console.site.plans)))
    for room in sorted(console.site.plans):
        for seat in range(IN_A_ROOM):
            one = _machine(room, seat, nonce, ground.clock.moment().at)
            outbox.write_bytes(kit / room / probe.name(one), probe.write(one))
    files = probe_kit.find(stick)
    read, taken = [], []
    for _ in range(ROUNDS):
        ground.clock.advance(ground.clock.moment().at + timedelta(minutes=1))
        start = time.perf_counter()
        for path in files:
            probe.read(outbox.read_bytes(path, probe.LONGEST))
        read.append(time.perf_counter() - start)
        start = time.perf_counter()
        _take(console, files, desk)
        taken.append(time.perf_counter() - start)
    note = f"{len(files)} files in {min(taken):.2f} s"
    return at_most("probe files taken in / only read", min(taken) / min(read), "x", 5, note)


def _take(console: Console, files: Iterable[Path], desk: Signer) -> None:
    found = hardware.look(console.site, files)
    refusal = hardware.take(console, found, PersonId("A01"), desk)
    if found.faults or refusal:
        raise AssertionError(found.faults or refusal)


def _machine(room: RoomId, seat: int, nonce: str, at: datetime) -> Probe:
    return Probe(
        kind=ProbeKind.EXAM,
        room=room,
        nonce=nonce,
        machine=f"K{room}-{seat:03}",
        made_at=at.replace(tzinfo=None),
        cpu_mhz=2400,
        memory_mib=4096,
        memory_seen=MemorySeen.INSTALLED,
        free_memory_mib=2048,
        free_disk_mib=40_000,
        network_mbps=100,
        duplex=Duplex.FULL,
        system="Microsoft Windows 7",
        system_family="windows",
        system_version="6.1.7601",
        service_pack=1,
        server=False,
        display_width=1280,
        display_height=1024,
        usb_ports=4,
        address=f"10.20.{int(room)}.{seat + 1}",
        addressing=Addressing.STATIC,
        mac=f"02:00:00:00:{int(room):02X}:{seat:02X}",
        firewall=Switched.OFF,
        antivirus="",
        booted_at=(at - timedelta(hours=1)).replace(tzinfo=None),
    )
