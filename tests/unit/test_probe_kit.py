"""The stick that goes from machine to machine, and what comes back on it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.core.terms import RoomId
from app.exchange import probe
from app.resources import RESOURCES
from app.service import probe_kit
from app.trouble import Code, Trouble

ROOMS = (RoomId("001"), RoomId("B-2"))
LAUNCHERS = ["exam.cmd", "exam.sh", "invigilation.cmd", "invigilation.sh"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_kit_has_all_that_machines_need(tmp_path: Path) -> None:
    kit = probe_kit.write(tmp_path, "9f3a", ROOMS)
    shipped = ["examsite-probe.js", "examsite-probe.sh", "peripherals.html"]
    assert names(kit) == sorted([*shipped, "001", "B-2", "site", "使用说明.txt"])
    assert names(kit / "001") == names(kit / "B-2") == LAUNCHERS
    assert names(kit / "site") == ["site.cmd", "site.sh"]
    assert all((kit / name).read_bytes() == (RESOURCES / "probe" / name).read_bytes() for name in shipped)
    guide = (kit / "使用说明.txt").read_bytes()
    assert guide.startswith(b"\xef\xbb\xbf")
    assert guide.count(b"\n") == guide.count(b"\r\n") == 9
    assert "本次编号：9f3a。" in guide.decode()


def test_launchers_name_the_machine_and_their_own_folder(tmp_path: Path) -> None:
    kit = probe_kit.write(tmp_path, "9f3a", ROOMS)
    host = rb'"%SystemRoot%\System32\cscript.exe" //nologo //B //E:JScript "%~dp0..\examsite-probe.js"'
    ends = b'9f3a "%~dp0."\r\nexit /b %errorlevel%\r\n'
    assert (kit / "001/exam.cmd").read_bytes() == b"@echo off\r\n" + host + b" exam 001 " + ends
    assert (kit / "B-2/invigilation.cmd").read_bytes() == b"@echo off\r\n" + host + b" invigilation B-2 " + ends
    assert (kit / "site/site.cmd").read_bytes() == b"@echo off\r\n" + host + b" site - " + ends


def test_a_launcher_leaves_its_file_beside_itself(tmp_path: Path) -> None:
    folder = tmp_path / "a stick's $(name)"
    folder.mkdir()
    kit = probe_kit.write(folder, "9f3a", ROOMS[:1])
    subprocess.run(["/bin/sh", kit / "001/exam.sh"], cwd=tmp_path, check=True, timeout=30)
    (path,) = probe_kit.find(folder)
    assert path.parent == kit / "001"
    found = probe.read(path.read_bytes())
    assert (found.kind, found.room, found.nonce) == ("exam", "001", "9f3a")


def test_a_kit_is_brought_up_to_date_and_keeps_what_came_in(tmp_path: Path) -> None:
    kit = probe_kit.write(tmp_path, "old", ROOMS)
    for room in ROOMS:
        (kit / room / "PC.examsite-probe").write_bytes(b"told")
    (kit / "001/exam.sh").unlink()
    (kit / "001/exam.cmd").write_bytes(b"torn")
    probe_kit.write(tmp_path, "old", ROOMS[:1])
    assert b" exam 001 old " in (kit / "001/exam.cmd").read_bytes()
    assert names(kit / "B-2") == ["PC.examsite-probe", *LAUNCHERS]
    probe_kit.write(tmp_path, "new", ROOMS[:1])
    assert names(kit / "001") == ["PC.examsite-probe", *LAUNCHERS]
    assert all(b" new " in (kit / "001" / name).read_bytes() for name in LAUNCHERS)
    assert names(kit / "B-2") == ["PC.examsite-probe"]


@pytest.mark.parametrize(
    ("nonce", "rooms"),
    [
        ("", ("001",)),
        ("9f 3a", ("001",)),
        ("9f3a", ("",)),
        ("9f3a", ("../1",)),
        ("9f3a", ("1" * 17,)),
        ("9f3a", ("a", "A")),
        ("9f3a", ("Site",)),
    ],
)
def test_what_cannot_be_named_so_is_refused(tmp_path: Path, nonce: str, rooms: tuple[str, ...]) -> None:
    with pytest.raises(Trouble) as caught:
        probe_kit.write(tmp_path, nonce, tuple(map(RoomId, rooms)))
    assert caught.value.code is Code.CONTENT_UNFIT
    assert not list(tmp_path.iterdir())


def test_a_stick_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for ask in (lambda: probe_kit.write(tmp_path / "file", "9f3a", ROOMS), lambda: probe_kit.find(tmp_path / "none")):
        with pytest.raises(Trouble) as caught:
            ask()
        assert caught.value.code is Code.FILE_MISSING


def test_files_are_found_where_a_kit_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [
        "b.examsite-probe",
        "1/2/3/4/A.EXAMSITE-PROBE",
        "1/2/3/4/5/deep.examsite-probe",
        "1/half.examsite-probe.part",
    ]
    for place in places:
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_bytes(b"")
    (tmp_path / "linked.examsite-probe").symlink_to(tmp_path / "b.examsite-probe")
    (tmp_path / "linked").symlink_to(tmp_path / "1/2/3/4")
    (tmp_path / "folder.examsite-probe").mkdir()
    assert probe_kit.find(tmp_path) == (tmp_path / places[1], tmp_path / places[0])
    monkeypatch.setattr(probe_kit, "MOST_FILES", 1)
    assert probe_kit.find(tmp_path) == (tmp_path / places[0],)
