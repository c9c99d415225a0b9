"""The first machine is destroyed in the middle of a step; the day goes on in a second folder, from the command line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import __main__ as command
from app import composition, paths
from app.command_line import words
from app.core.desk import TakeDesk
from app.core.media import RegisterMedium
from app.core.mirror import BeginMirror
from app.core.operation import Signer
from app.core.resume import ConfirmPaperEntered
from app.core.terms import MediumSerial, PersonId, RoomId, SessionId
from app.rehearsal.ground import PIN
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service import people
from app.service.mirror import Mirroring
from app.trouble import Code, Trouble
from tests.journeys.day import means
from ui.opening import Opening

STICK, SESSION = MediumSerial("S-0009"), SessionId("1-1")


def pair(opening: Opening) -> list[Signer]:
    return [people.sign_with_pin(opening.console, code, PIN) for code in ("A01", "O01")]


def run(*asked: object, pins: int = 2) -> Result:
    return CliRunner().invoke(command.app, [str(one) for one in asked], input=f"{PIN}\n" * pins)


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opening:
    """An hour before the first session, with a mirror that has everything."""
    monkeypatch.setattr(paths, "user_data_path", lambda *_, **__: tmp_path / "home")
    made = PracticeDay.prepare(tmp_path / "day", Size("liaoning-2021-senior", 2, 16, 1), means(), elapsed=lambda: 0.0)
    made.console.store.close()
    opening = composition.opened(tmp_path / "day")
    (tmp_path / "day" / "media" / STICK).mkdir(parents=True)
    admin, _ = pair(opening)
    for operation in (RegisterMedium(STICK, "S-0009", PersonId("A01"), read=True), BeginMirror(STICK)):
        assert opening.console.submit(operation, admin) is None
    return opening


def mirrored(opening: Opening) -> int:
    mirroring = Mirroring(opening.console)
    mirroring.run()
    held = mirroring.held
    mirroring.close()
    return held


def resume(folder: Path) -> Result:
    return run(
        *("resume", "--mirror", folder / "day" / "media" / STICK, "--data-dir", folder / "spare"),
        *("--lock", folder / "day" / "locks" / "site", "--person", "A01", "--person", "O01"),
    )


def test_the_day_goes_on_in_a_second_folder_and_the_first_is_no_longer_the_record(day: Opening, tmp_path: Path) -> None:
    held = mirrored(day)
    admin, officer = pair(day)
    # Given two steps that no mirror has, the first of which the lock remembers, and a torn file
    assert day.console.submit(TakeDesk(), admin) is None
    day.console.store.mark()
    assert day.console.submit(TakeDesk(), officer) is None
    day.console.store.abandon()
    shutil.copytree(tmp_path / "day" / "store", tmp_path / "kept" / "store")
    (tmp_path / "day" / "store" / "site.db").write_bytes(b"torn")

    done = resume(tmp_path)
    assert done.exit_code == 0, done.output
    assert words().say("spare-lost", lost=1) in done.output
    assert re.search(rf"\b{held}\b", done.output)

    spare = composition.opened(tmp_path / "spare")
    console = spare.console
    assert (console.machine, console.site.safe.resumed[-1].entries) == ("B", held)
    assert console.site.safe.mirror is None
    assert spare.practice is not None
    # Then it has a mirror of its own, on the same stick
    assert console.submit(BeginMirror(STICK), pair(spare)[0]) is None
    assert mirrored(spare) == console.store.journal.n
    console.store.close()

    for folder in (tmp_path / "kept", tmp_path / "kept" / "store"):
        listed = run("later", "--old", folder, "--lock", tmp_path / "spare" / "locks" / "site")
        assert listed.exit_code == 0, listed.output
        assert words().say("later-count", count=2) in listed.output
    shutil.copytree(tmp_path / "spare" / "locks", tmp_path / "kept" / "locks")
    with pytest.raises(Trouble) as caught:
        composition.opened(tmp_path / "kept")
    assert (caught.value.code, caught.value.facts["entry"]) == (Code.SUPERSEDED, held)


def test_rooms_that_went_on_wait_for_their_paper(day: Opening, tmp_path: Path) -> None:
    mirrored(day)
    day.console.store.abandon()
    assert resume(tmp_path).exit_code == 0
    spare = composition.opened(tmp_path / "spare")
    due = spare.console.site.safe.paper_due
    assert {session for session, _ in due} == {SESSION}
    now = spare.console.clock.moment().at
    rooms = tuple(RoomId(room) for _, room in sorted(due))
    assert spare.console.submit(ConfirmPaperEntered(SESSION, rooms, True, now, PersonId("A01")), *pair(spare)) is None
    assert not due
    spare.console.store.close()


def test_one_person_alone_takes_nothing_up(day: Opening, tmp_path: Path) -> None:
    mirrored(day)
    day.console.store.abandon()
    alone = run(
        *("resume", "--mirror", tmp_path / "day" / "media" / STICK, "--data-dir", tmp_path / "spare"),
        *("--lock", tmp_path / "day" / "locks" / "site", "--person", "A01"),
    )
    assert alone.exit_code == 1
    assert not (tmp_path / "spare" / "store").exists()
    assert resume(tmp_path).exit_code == 0


def test_a_folder_without_a_mirror_is_named(day: Opening, tmp_path: Path) -> None:
    day.console.store.abandon()
    done = run(
        *("resume", "--mirror", tmp_path / "day" / "backups", "--data-dir", tmp_path / "spare"),
        *("--lock", tmp_path / "day" / "locks" / "site"),
    )
    missing = Trouble(Code.MIRROR_MISSING, file=str(tmp_path / "day" / "backups"))
    assert (done.exit_code, words().trouble(missing) in done.output) == (1, True)
    (tmp_path / "nothing").mkdir()
    none = run("later", "--old", tmp_path / "nothing")
    assert (none.exit_code, words().trouble(Trouble(Code.STORE_MISSING, file="nothing")) in none.output) == (1, True)
