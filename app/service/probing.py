"""Reading this machine by its own plain script, and what was read, in words."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.exchange import outbox, probe
from app.exchange.probe import MemorySeen, Probe, ProbeKind
from app.resources import RESOURCES
from app.text import Text
from app.trouble import Code, Trouble
from devices.probe import ProbeFailed, run

SCRIPTS = RESOURCES / "probe"


def measure(kind: ProbeKind, room: str, nonce: str, out: Path) -> Probe:
    """Writes what this machine is to `out`, as the script wrote it.

    Raises CONTENT_UNFIT for a room or nonce that cannot be one, PROBE_FAILED, and what writing can raise.
    """
    if not probe.fit(room, nonce):
        raise Trouble(Code.CONTENT_UNFIT, file=probe.FORMAT, line=0, problem="room, nonce")
    with tempfile.TemporaryDirectory() as folder:
        told = run(kind, room, nonce, Path(folder), SCRIPTS)
        if isinstance(told, ProbeFailed):
            raise Trouble(Code.PROBE_FAILED, reason=told.fault.value, ended=told.code)
        content = outbox.read_bytes(told, probe.LONGEST)
    found = probe.read(content)
    outbox.write_bytes(out, content)
    return found


def said(found: Probe, text: Text) -> list[str]:
    """A line for each thing that was read, and a last one for what was not."""
    say, known, unknown = text.say, [], []
    for name, value in _items(found, text):
        if value is None:
            unknown.append(name)
        else:
            known.append(say("probe-line", name=name, value=value))
    return [*known, say("probe-unknown", names=say("probe-separator").join(unknown))] if unknown else known


def _items(found: Probe, text: Text) -> list[tuple[str, str | None]]:
    say, visible = text.say, found.memory_seen is MemorySeen.VISIBLE
    duplex = say("probe-duplex-said", duplex=found.duplex.value) if found.duplex else None
    addressing = say("probe-addressing-said", addressing=found.addressing.value) if found.addressing else None
    firewall = say("probe-firewall-said", firewall=found.firewall.value) if found.firewall else None
    booted = None if found.booted_at is None else found.booted_at.isoformat(" ")
    display = None if found.display_width is None else f"{found.display_width}*{found.display_height}"
    antivirus = say("probe-antivirus-none") if found.antivirus == "" else found.antivirus
    return [
        (say("probe-machine"), found.machine),
        (say("probe-made-at"), found.made_at.isoformat(" ")),
        (say("probe-booted-at"), booted),
        (say("probe-system"), _system(found)),
        (say("probe-cpu"), _amount(found.cpu_mhz, "MHz")),
        (say("probe-memory-visible") if visible else say("probe-memory-installed"), _amount(found.memory_mib, "MiB")),
        (say("probe-free-memory"), _amount(found.free_memory_mib, "MiB")),
        (say("probe-free-disk"), _amount(found.free_disk_mib, "MiB")),
        (say("probe-network"), _amount(found.network_mbps, "Mbit/s")),
        (say("probe-duplex"), duplex),
        (say("probe-address"), found.address),
        (say("probe-addressing"), addressing),
        (say("probe-mac"), found.mac),
        (say("probe-display"), display),
        (say("probe-usb"), None if found.usb_ports is None else str(found.usb_ports)),
        (say("probe-firewall"), firewall),
        (say("probe-antivirus"), antivirus),
        (say("probe-input-methods"), _input_methods(found, text)),
        (say("probe-serial"), found.serial),
    ]


def _amount(number: int | None, unit: str) -> str | None:
    return None if number is None else f"{number} {unit}"


def _system(found: Probe) -> str | None:
    pack = f"SP{found.service_pack}" if found.service_pack else None
    return " ".join(part for part in (found.system, found.system_version, pack) if part) or None


def _input_methods(found: Probe, text: Text) -> str | None:
    there = (
        (found.microsoft_pinyin, text.say("probe-microsoft-pinyin")),
        (found.jidian_wubi, text.say("probe-jidian-wubi")),
        (found.sogou_pinyin, text.say("probe-sogou-pinyin")),
    )
    return text.say("probe-separator").join(name for found_it, name in there if found_it) or None
