"""The program as it is started and used: its own process, a real X window, keys and clicks that come from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import log, settings
from app.core.authorization import StartAuthorized
from app.core.entry import CheckedIn
from app.core.room_state import Presence
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import RoomId, SessionId, Ticket
from app.exchange import room_release
from app.exchange.signed import Kind, claimed
from app.journal import codec
from app.rehearsal.ground import PIN
from app.rehearsal.practice import PracticeDay
from app.settings import Settings
from app.text import LANGUAGES, text
from tests.journeys.day import means
from tests.journeys.desktop import PATIENCE, Box, Desktop, until
from ui.application import SIZE
from ui.style import DARK

MORNING, ROOM = SessionId("1-1"), RoomId("001")
ROOMS = 8
WIDTH, HEIGHT = SIZE
BANNER: Box = (0, 0, WIDTH, 40)
RIGHT_HALF: Box = (WIDTH // 2, 100, WIDTH, HEIGHT)
NEXT_MOMENT = (WIDTH - 50, 20)
"""The last button of the practice banner stands at its right end, in any language."""
PAPER = "#FFFFFF"
MORNINGS = StartAuthorized | RoomsReleased | CheckedIn | RoomStarted
ADMINISTRATOR, OFFICER = ("A", "0", "1"), ("O", "0", "1")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is the desktop of Linux")


@dataclass(frozen=True)
class Machine:
    """A user of this machine with an empty home, and the practice folder."""

    project: Path
    scratch: Path
    desktop: Desktop

    @property
    def home(self) -> Path:
        """Where the program keeps its settings and its log."""
        return self.scratch / "share" / "examsite"

    @property
    def day(self) -> Path:
        return self.scratch / "day"

    @property
    def _environment(self) -> dict[str, str]:
        """Nothing of whoever runs the test comes in but what programs are found by."""
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        return kept | {
            "HOME": str(self.scratch),
            "XDG_DATA_HOME": str(self.scratch / "share"),
            "XDG_RUNTIME_DIR": str(self.scratch / "run"),
            "LANG": "C.UTF-8",
            "DISPLAY": self.desktop.display,
            "QT_QPA_PLATFORM": "xcb",
        }

    @contextmanager
    def started(self, *typed: str) -> Iterator[subprocess.Popen[bytes]]:
        """`python -m app` with these words; its output goes to `stdout` and `stderr` in the scratch folder."""
        with (self.scratch / "stdout").open("wb") as out, (self.scratch / "stderr").open("wb") as err:
            program = subprocess.Popen(
                [sys.executable, "-m", "app", *typed], cwd=self.project, env=self._environment, stdout=out, stderr=err
            )
            try:
                yield program
            finally:
                program.kill()
                program.wait(PATIENCE)

    def ran(self, *typed: str) -> subprocess.CompletedProcess[str]:
        """The same, until it ends by itself."""
        return subprocess.run(
            [sys.executable, "-m", "app", *typed],
            cwd=self.project,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def said(self) -> tuple[str, str]:
        """On standard output and on standard error."""
        out, err = ((self.scratch / name).read_text("utf-8") for name in ("stdout", "stderr"))
        return out, err


@pytest.fixture
def machine(project: Path, tmp_path: Path) -> Iterator[Machine]:
    for tool in ("Xvfb", "xdotool"):
        assert shutil.which(tool), f"{tool} is missing: make setup installs it"
    (tmp_path / "run").mkdir(mode=0o700)
    with Desktop.open(WIDTH, HEIGHT) as desktop:
        yield Machine(project, tmp_path, desktop)


def released_ticket(folder: Path) -> Ticket:
    """Somebody of the first room, off the file that the room was given."""
    path = folder / f"{MORNING}-{ROOM}{room_release.SUFFIX}"
    return claimed(path.read_bytes(), Kind.RELEASE, room_release.RoomRelease).candidates[0].ticket


def files(folder: Path, suffix: str) -> int:
    return len(list(folder.glob(f"*{suffix}")))


def test_a_morning_in_the_real_window(machine: Machine, tmp_path: Path) -> None:
    # Dark, so that a white sheet of paper is something to be seen.
    settings.save(machine.home, Settings(theme="dark"))
    practice = machine.started("practice", "--out", str(machine.day))
    with practice as program, machine.desktop.kept_on_failure(tmp_path / "failed.png"):
        ticket = morning(machine, program)
        second_start(machine, program)
        closed(machine, program)
    out, err = machine.said()
    assert out.splitlines() == [text(LANGUAGES[0]).say("practice-laying", folder=str(machine.day))]
    assert err == ""
    verified = machine.ran("verify", str(machine.day / "store"))
    assert (verified.returncode, verified.stderr) == (0, "")
    what_stands(machine, ticket)


def morning(machine: Machine, program: subprocess.Popen[bytes]) -> Ticket:
    """From signing in to the record of a room; who was checked in."""
    desktop, day = machine.desktop, machine.day
    until(lambda: desktop.share(BANNER, DARK.stripe, DARK.stripe2) > 0.5, "the practice banner")
    assert desktop.colours() > 500
    (window,) = desktop.windows(program.pid)
    desktop.type_into(window)

    # What is to be done now is to receive the start authorizations; who does it signs in on the way, and the supervisor
    # after them. Then they are brought, taken in, and the first is checked.
    desktop.press("F2", "Return", *ADMINISTRATOR, "Return", *PIN, "Return", *OFFICER, "Return", *PIN, "Return")
    desktop.press("Return")
    until(lambda: files(day / "inbox", ".examsite-authorization"), "the start authorizations")
    desktop.press("Return", "Return")
    desktop.press("F2", "Return")
    until(lambda: files(day / "releases", room_release.SUFFIX) == ROOMS, "the releases of all rooms")
    ticket = released_ticket(day / "releases")

    # The rooms open; a scanner types the ticket while the overview is shown, and an Enter lets in.
    desktop.click(*NEXT_MOMENT)
    desktop.press("ctrl+1")
    desktop.press(*ticket, "Return")
    desktop.press_by_hand("Return")
    desktop.click(*NEXT_MOMENT)
    desktop.press("ctrl+4", "Return", "Return")

    assert desktop.share(RIGHT_HALF, PAPER) < 0.05
    desktop.press("alt+2")
    until(lambda: desktop.share(RIGHT_HALF, PAPER) > 0.3, "the draft of a room record")
    return ticket


def second_start(machine: Machine, program: subprocess.Popen[bytes]) -> None:
    before = machine.desktop.windows(program.pid)
    again = machine.ran("open", "--data-dir", str(machine.day))
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.desktop.windows(program.pid) == before
    assert program.poll() is None


def closed(machine: Machine, program: subprocess.Popen[bytes]) -> None:
    """By its title bar. The question is first answered with Escape, which leaves everything open."""
    desktop = machine.desktop
    (window,) = desktop.windows(program.pid)
    for answer in (["Escape"], ["Tab", "space"]):
        assert program.poll() is None
        desktop.ask_to_close(window)
        until(lambda: len(desktop.windows(program.pid)) == 2, "the question whether to close")
        (question,) = set(desktop.windows(program.pid)) - {window}
        desktop.type_into(question)
        desktop.press(*answer)
        until(lambda: len(desktop.windows(program.pid)) < 2, "the answer to be taken")
    assert program.wait(PATIENCE) == 0


def what_stands(machine: Machine, ticket: Ticket) -> None:
    """In the journal, and nothing of it in the log."""
    console = PracticeDay.open(machine.day, means()).console
    try:
        journal = [(codec.decode(one.body), codec.decode_stamp(one.stamp)) for one in console.store.journal.read()]
    finally:
        console.store.close()
    state, directory = console.site.sessions[MORNING], console.directory
    steps = [(type(fact), [one.id for one in stamp.by]) for fact, stamp in journal if isinstance(fact, MORNINGS)]
    assert steps == [(kind, ["A01"]) for kind in (StartAuthorized, RoomsReleased, CheckedIn, *[RoomStarted] * ROOMS)]
    assert len(state.rooms) == ROOMS
    assert {room.started_at for room in state.rooms.values()} == {state.plan.starts_at}
    present = [one.ticket for one in state.rooms[ROOM].sittings.values() if one.presence is Presence.PRESENT]
    assert present == [ticket]

    logged = (machine.home / log.NAME).read_text("utf-8")
    assert logged
    candidates = directory.candidates.values()
    assert len(candidates) > ROOMS
    personal = [said for one in candidates for said in (one.name, one.id_number, one.ticket)]
    personal += [one.name for one in directory.staff.values()]
    assert not [said for said in personal if said in logged]
