"""Log and crash files say where, and never about whom."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

from app import log
from app.trouble import Code, Trouble

NAME, ID_NUMBER = "Zhang San", "110101199003077758"
HERE = logging.getLogger("here")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A log is kept in it until the test is over."""
    level = logging.getLogger().level
    handler = log.start(tmp_path / "home")
    yield tmp_path / "home"
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    handler.close()


def written(folder: Path) -> str:
    return (folder / "examsite.log").read_text(encoding="utf-8")


def about(person: str) -> ValueError:
    """As a bug would raise it: with a cause of its own, and both speak of somebody."""
    try:
        try:
            try:
                int(person)
            except ValueError as cause:
                raise KeyError(person) from cause
        except KeyError:
            raise ValueError(person)  # noqa: B904 - as a bug does: nobody said what it came from
    except ValueError as error:
        return error
    raise AssertionError(person)


def test_a_line_says_when_how_grave_who_and_what(folder: Path) -> None:
    HERE.debug("too small")
    HERE.info("entry %d", 12)
    HERE.info("entry %(n)d", {"n": 13})
    HERE.info("100 %")
    when = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}"
    lines = written(folder).splitlines()
    assert [bool(re.fullmatch(f"{when} INFO here: .*", line)) for line in lines] == [True] * 3
    assert [line.rpartition(": ")[2] for line in lines] == ["entry 12", "entry 13", "100 %"]


def test_whatever_way_an_exception_is_logged_nobody_is_named(folder: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("ERROR here")
    error = about(f"{NAME} {ID_NUMBER}")
    HERE.error("seen by another handler", exc_info=error)
    HERE.error("%s", error)
    HERE.error("%(it)s", {"it": error})
    HERE.error(error)
    HERE.error("none", exc_info=(None, None, None))
    said = written(folder)
    assert NAME not in said
    assert ID_NUMBER not in said
    assert said.count("builtins.ValueError") == 5  # four times itself, once as what the first came from
    assert re.search(r"^  tests/unit/test_log.py:\d+:about$", said, re.MULTILINE)


def test_what_went_wrong_in_the_world_is_told_by_its_code(folder: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("ERROR here")
    HERE.error("%s", Trouble(Code.FILE_MISSING, file=NAME))
    assert written(folder).endswith("ERROR here: app.trouble.Trouble file-missing\n")


def test_five_files_of_a_megabyte_at_most(folder: Path) -> None:
    for _ in range(80):
        HERE.info("x" * 100_000)
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert set(sizes) == {"examsite.log", *(f"examsite.log.{n}" for n in range(1, 5))}
    assert max(sizes.values()) <= 1 << 20


def test_a_crash_file_says_where_and_nobody_is_named(tmp_path: Path) -> None:
    path = log.crash_file(tmp_path / "new", about(f"{NAME} {ID_NUMBER}"), 41)
    said = path.read_text(encoding="utf-8")
    assert NAME not in said
    assert ID_NUMBER not in said
    lines = said.splitlines()
    assert lines[0] == f"examsite {metadata.version('examsite')}"
    assert "entry 41" in lines
    assert [line for line in lines if line.startswith("builtins.")] == [
        "builtins.ValueError",
        "builtins.KeyError",
        "builtins.ValueError",
    ]
    assert re.search(r"^  tests/unit/test_log.py:\d+:about$", said, re.MULTILINE)
    assert re.fullmatch(r"crash-\d{8}-\d{6}-1\.txt", path.name)


def test_two_crashes_in_one_second_leave_two_files(tmp_path: Path) -> None:
    paths = {log.crash_file(tmp_path, RuntimeError(), n) for n in range(20)}
    assert len(paths) == 20 == len(list(tmp_path.iterdir()))


def test_an_exception_that_is_its_own_cause_ends(tmp_path: Path) -> None:
    error = RuntimeError()
    error.__context__ = second = ValueError()
    second.__context__ = error
    assert log.crash_file(tmp_path, error, 1).read_text().count("builtins.") == 2


def test_a_file_outside_every_known_folder_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", str(tmp_path)])
    said = log.crash_file(tmp_path, about(NAME), 1).read_text()
    assert re.search(r"^  test_log.py:\d+:about$", said, re.MULTILINE)


def test_a_program_that_was_never_installed_crashes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", unknown)
    assert log.crash_file(tmp_path, RuntimeError(), 1).read_text().startswith("examsite ?\n")
