"""The probe of this machine: the script as it is, and every way in which it leaves no file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.__main__ import app as console
from app.exchange import probe
from app.exchange.probe import Duplex, MemorySeen, Probe, ProbeKind
from app.resources import RESOURCES
from app.service import probing
from app.text import LANGUAGES, text
from devices.probe import ProbeFailed, ProbeFault, run

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script for Linux")
SCRIPTS = RESOURCES / "probe"


def read(path: Path) -> Probe:
    content = path.read_bytes()
    found = probe.read(content)
    assert probe.write(found) == content
    assert path.name == probe.name(found)
    return found


def test_this_machine_is_told_as_it_is(tmp_path: Path) -> None:
    path = run("invigilation", "012", "n-1", tmp_path, SCRIPTS)
    assert isinstance(path, Path)
    assert list(tmp_path.iterdir()) == [path]
    found = read(path)
    assert (found.kind, found.room, found.nonce) == (ProbeKind.INVIGILATION, "012", "n-1")
    assert (found.machine, found.system_family) == (os.uname().nodename, "linux")
    meminfo = Path("/proc/meminfo").read_text("ascii").split()
    assert found.memory_mib == int(meminfo[meminfo.index("MemTotal:") + 1]) // 1024
    assert found.memory_seen is MemorySeen.VISIBLE
    assert found.free_disk_mib


def script(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "examsite-probe.sh").write_text(text, "ascii")
    return folder


@pytest.mark.parametrize(
    ("text", "fault", "code"),
    [
        ("sleep 60", ProbeFault.TIMED_OUT, 0),
        ("exit 2", ProbeFault.FAILED, 2),
        ("exit 0", ProbeFault.FAILED, 0),
        ('touch "$4/half.examsite-probe"; kill -9 $$', ProbeFault.FAILED, -9),
    ],
)
def test_no_file_has_a_reason(tmp_path: Path, text: str, fault: ProbeFault, code: int) -> None:
    (tmp_path / "out").mkdir()
    failed = run("exam", "", "", tmp_path / "out", script(tmp_path / "in", text), seconds=0.2)
    assert failed == ProbeFailed(fault, code)


def test_no_script_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("exam", "", "", tmp_path, tmp_path) == ProbeFailed(ProbeFault.NO_SCRIPT)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert run("exam", "", "", tmp_path, SCRIPTS) == ProbeFailed(ProbeFault.NO_SCRIPT)
    monkeypatch.setattr(sys, "platform", "other")
    assert run("exam", "", "", tmp_path, SCRIPTS) == ProbeFailed(ProbeFault.NO_SCRIPT)


@pytest.mark.parametrize(
    ("code", "given"),
    [
        (3, ("exam", "001")),
        (3, ("room", "001", "-", ".")),
        (3, ("exam", "0 1", "-", ".")),
        (3, ("exam", "001", "n" * 65, ".")),
        (2, ("exam", "001", "-", "missing")),
    ],
)
def test_the_script_ends_with_a_number(tmp_path: Path, code: int, given: tuple[str, ...]) -> None:
    script = [str(SCRIPTS / "examsite-probe.sh"), *given]
    done = subprocess.run(["/bin/sh", *script], cwd=tmp_path, capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert not list(tmp_path.iterdir())


def test_another_machine_is_told_as_its_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What /proc, /sys and /etc would say there, with names that mean harm."""
    root = tmp_path / "root"
    usb = "sys/bus/usb/devices/usb1"
    files = {
        "proc/sys/kernel/hostname": b'q"u\\$(id) \xe8\x80\x83\t\xe2\x80\xaex\xffy%s',
        "etc/os-release": 'PRETTY_NAME="银河麒麟 𠀀  V10 \\"SP1\\" `id`"\nVERSION_ID="V10"\n'.encode(),
        "proc/meminfo": b"MemTotal: 4194304 kB\nMemAvailable: 1048576 kB\n",
        "proc/stat": b"cpu 1\nbtime nothing\n",
        "proc/net/route": b"Iface\neth8 00000000 0 3 0 0 200 00000000\neth7 00000000 0 3 0 0 100 00000000\n",
        "sys/class/net/eth7/address": b"00:0c:29:ab:cd:ef\n",
        "sys/class/net/eth7/speed": b"1000\n",
        "sys/class/net/eth7/duplex": b"half\n",
        "sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq": b"3600000\n",
        "sys/devices/system/cpu/cpu1/cpufreq/cpuinfo_max_freq": b"800000\n",
        "sys/class/dmi/id/product_serial": b"To be filled by O.E.M.\n",
        "etc/ufw/ufw.conf": b"ENABLED=yes\n",
        f"{usb}/speed": b"480\n",
        f"{usb}/1-0:1.0/usb1-port1/connect_type": b"hotplug\n",
        f"{usb}/1-0:1.0/usb1-port2/connect_type": b"hardwired\n",
        f"{usb}/1-0:1.0/usb1-port3/connect_type": b"hotplug\n",
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    monkeypatch.setenv("EXAMSITE_PROBE_ROOT", str(root))
    out = tmp_path / "out"
    out.mkdir()
    path = run("site", "", "", out, SCRIPTS)
    assert isinstance(path, Path)
    found = probe.read(path.read_bytes())
    assert (found.machine, found.system) == ('q"u\\$(id) 考 x\ufffdy%s', '银河麒麟 𠀀 V10 "SP1" `id`')
    assert (found.memory_mib, found.free_memory_mib, found.cpu_mhz) == (4096, 1024, 3600)
    assert (found.mac, found.network_mbps, found.duplex) == ("00:0C:29:AB:CD:EF", 1000, Duplex.HALF)
    assert (found.usb_ports, found.serial, found.booted_at, found.address) == (2, None, None, None)
    assert (found.system_version, found.firewall, found.room) == ("V10", "on", None)


def test_the_command_says_what_it_read(tmp_path: Path) -> None:
    out = tmp_path / "this.examsite-probe"
    done = CliRunner().invoke(console, ["probe", "--kind", "exam", "--room", "012", "--out", str(out)])
    assert (done.exit_code, list(tmp_path.iterdir())) == (0, [out])
    found = probe.read(out.read_bytes())
    assert (found.kind, found.room, found.nonce) == (ProbeKind.EXAM, "012", "")
    assert done.output.splitlines()[:-1] == probing.said(found, text())
    assert str(out) in done.output


@pytest.mark.parametrize("wrong", [["--room", "0 1"], ["--nonce", "n=1"]])
def test_the_command_refuses_in_a_sentence(tmp_path: Path, wrong: list[str]) -> None:
    done = CliRunner().invoke(console, ["probe", "--kind", "exam", "--out", str(tmp_path / "out"), *wrong])
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert not list(tmp_path.iterdir())


def test_a_script_that_fails_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "SCRIPTS", script(tmp_path / "in", "exit 2"))
    for language in LANGUAGES:
        done = CliRunner().invoke(
            console, ["probe", "--kind", "exam", "--out", str(tmp_path / "out")], env={"EXAMSITE_LANGUAGE": language}
        )
        assert done.exit_code == 1
        assert "2" in done.output
    assert not (tmp_path / "out").exists()
