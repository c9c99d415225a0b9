"""Practice as it is typed: when it opens a window, when it runs through, and when it stays away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import ui.application
from app import __main__ as command
from app import composition, date_guard, log, paths
from app.command_line import words
from app.core.terms import LockSerial, Mode, SiteCode
from app.exchange import keyfile, strict
from app.exchange.keyfile import KeyFile
from app.rehearsal.province import Size
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from tests.stores import PIN, trust
from ui.opening import Opening

CANNOT_BE_OPENED = KeyFile(
    format=keyfile.FORMAT,
    mode=Mode.REAL,
    site=SiteCode("2101"),
    epoch=1,
    lock=LockSerial("L"),
    store_key="",
    personal_key="",
    share="",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_data_path", lambda *_, **__: tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, int, int]]:
    """Where a whole day would have run through, with how many rooms and candidates."""
    asked: list[tuple[Path, int, int]] = []

    def rehearse(out: Path, size: Size) -> None:
        asked.append((out, size.rooms, size.candidates))

    monkeypatch.setattr(command, "_rehearse", rehearse)
    return asked


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path]]:
    """Settings and data folder of each window that would have opened; it ends with 3."""
    opened: list[tuple[Path, Path]] = []

    def run(folder: Path, data: Path, _: Callable[[], Opening], __: str) -> int:
        opened.append((folder, data))
        return 3

    monkeypatch.setattr(ui.application, "run", run)
    monkeypatch.setattr(log, "start", lambda _: None)
    return opened


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def exam_day(home: Path) -> str:
    today = datetime.now(UTC).astimezone().date()
    date_guard.note(home, [today])
    return today.isoformat()


def run(*asked: object) -> Result:
    return CliRunner().invoke(command.app, [str(word) for word in asked])


def said(trouble: Trouble) -> str:
    return words().trouble(trouble)


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_a_day_runs_through_and_says_so_first(
    home: Path, rehearsed: list[tuple[Path, int, int]]
) -> None:
    result = run("practice")
    assert (result.exit_code, result.output.splitlines()) == (0, [words().say("practice-without-window")])
    assert rehearsed == [(home / "practice" / "001", 6, 240)]


@pytest.mark.usefixtures("home")
def test_with_a_screen_it_runs_through_where_that_is_asked_for(
    tmp_path: Path, rehearsed: list[tuple[Path, int, int]], windows: list[tuple[Path, Path]]
) -> None:
    assert run("practice", "--headless", "--out", tmp_path / "day").exit_code == 0
    assert rehearsed == [(tmp_path / "day", 6, 240)]
    assert not windows


def test_with_a_screen_a_window_opens_and_ends_the_program(home: Path, windows: list[tuple[Path, Path]]) -> None:
    result = run("practice")
    folder = home / "practice" / "001"
    assert (result.exit_code, windows) == (3, [(home, folder)])
    assert result.output.strip() == words().say("practice-laying", folder=str(folder))


@pytest.mark.parametrize("asked", ["practice", "open"])
def test_nobody_practises_beside_a_real_exam(
    asked: str, exam_day: str, tmp_path: Path, windows: list[tuple[Path, Path]]
) -> None:
    (tmp_path / "day" / "store").mkdir(parents=True)
    where = ("--out" if asked == "practice" else "--data-dir", tmp_path / "day")
    result = run(asked, *where)
    assert result.exit_code == 1
    assert said(Trouble(Code.EXAM_DAY, date=exam_day, option="--on-exam-day")) in result.output
    assert not windows
    assert run(asked, *where, "--on-exam-day").exit_code == 3
    assert [data for _, data in windows] == [tmp_path / "day"]


@pytest.mark.usefixtures("home", "no_screen")
def test_a_folder_is_opened_again_where_there_is_one_and_a_screen(tmp_path: Path) -> None:
    result = run("open", "--data-dir", tmp_path / "day")
    assert (result.exit_code, result.output.strip()) == (1, said(Trouble(Code.STORE_MISSING, file="day")))
    (tmp_path / "day" / "store").mkdir(parents=True)
    result = run("open", "--data-dir", tmp_path / "day")
    assert (result.exit_code, result.output.strip()) == (1, said(Trouble(Code.NO_SCREEN, option="--headless")))


@pytest.mark.parametrize(("content", "code"), [(None, Code.STORE_MISSING), (CANNOT_BE_OPENED, Code.LOCK_REMOVED)])
@pytest.mark.usefixtures("home")
def test_what_is_no_practice_is_not_opened(tmp_path: Path, content: KeyFile | None, code: Code) -> None:
    (tmp_path / "store").mkdir()
    if content:
        (tmp_path / "store" / keyfile.NAME).write_bytes(strict.encode(content))
    with pytest.raises(Trouble) as caught:
        composition.opened(tmp_path)
    assert caught.value.code is code


@pytest.mark.usefixtures("home")
def test_a_real_exam_is_not_opened_with_a_lock_in_software(tmp_path: Path) -> None:
    SoftwareLock.create(tmp_path / "locks" / "site", CANNOT_BE_OPENED.lock, LockKind.SITE, PIN, memory_kib=8)
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / keyfile.NAME).write_bytes(strict.encode(CANNOT_BE_OPENED))
    with pytest.raises(Trouble) as caught:
        composition.opened(tmp_path, pin=PIN)
    assert caught.value.code is Code.SOFTWARE_LOCK_REFUSED


def test_a_site_that_was_only_enrolled_opens_with_nobody_outside(home: Path, tmp_path: Path) -> None:
    (tmp_path / "trust.json").write_bytes(strict.encode(trust()))
    composition.enroll("2101", tmp_path / "trust.json", tmp_path / "site")
    opening = composition.opened(tmp_path / "site")
    assert (opening.folder, opening.data, opening.practice) == (home, tmp_path / "site", None)
    assert {"backups", "records", "releases"} < {path.name for path in (tmp_path / "site").iterdir()}
    opening.console.store.close()
