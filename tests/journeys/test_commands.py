"""Both programs as a person types them: what they leave, what they say, and how they refuse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.__main__ import app as console
from app.authority.__main__ import app as authority

PASSPHRASE = {"EXAMSITE_PASSPHRASE": "a long enough passphrase"}
EXAM = "economics-2021-senior"


def run(program: object, *words: object, wrong: bool = False) -> Result:
    passphrase = {"EXAMSITE_PASSPHRASE": "another one"} if wrong else PASSPHRASE
    return CliRunner().invoke(program, [str(word) for word in words], env=passphrase)  # type: ignore[arg-type]


def done(program: object, *words: object) -> str:
    result = run(program, *words)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agency, an enrolled site, a sample and its package."""
    home = tmp_path_factory.mktemp("both ends")
    done(authority, "init", "--folder", home / "agency", "--name", "practice", "--mode", "practice")
    done(console, "enroll", "--site", "210101", "--trust", home / "agency/trust.json", "--out", home / "site")
    done(
        authority, "sample", "--out", home / "input", "--exam", "liaoning-2021-senior", "--rooms", 2, "--candidates", 20
    )
    done(authority, "issue", *agency(home), "--input", home / "input", "--out", home)
    return home


def agency(home: Path) -> tuple[object, ...]:
    return ("--folder", home / "agency", "--request", home / "site/210101.examsite-request")


def test_a_package_and_every_authorization_are_made(home: Path) -> None:
    assert (home / f"{EXAM}-210101-1.examsite").stat().st_size > 0
    out = done(authority, "authorize", *agency(home), "--exam", EXAM, "--out", home)
    assert [Path(line).name for line in out.splitlines()] == [
        f"{EXAM}-210101-{name}.examsite-authorization" for name in ("exam", "1-1", "2-1")
    ]


def test_a_new_store_verifies(home: Path) -> None:
    done(console, "verify", home / "site/store")


def test_every_bad_row_is_listed_before_the_refusal(home: Path, tmp_path: Path) -> None:
    done(
        authority, "sample", "--out", tmp_path / "in", "--exam", "liaoning-2021-senior", "--rooms", 1, "--candidates", 9
    )
    roster = tmp_path / "in/roster.csv"
    lines = roster.read_text(encoding="utf-8-sig").splitlines()
    lines[2] = lines[2].replace(",001,", ",777,", 1)
    lines[4] = "12," + lines[4].split(",", 1)[1]
    roster.write_text("\n".join(lines) + "\n", encoding="gb18030")
    result = run(authority, "issue", *agency(home), "--input", tmp_path / "in", "--out", tmp_path)
    assert result.exit_code == 1
    assert {"3", "5"} <= {part for line in result.output.splitlines() for part in line.replace("：", " ").split()}
    assert not list(tmp_path.glob("*.examsite"))


def test_a_wrong_passphrase_is_a_sentence(home: Path) -> None:
    result = run(authority, "issue", *agency(home), "--input", home / "input", "--out", home, wrong=True)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert result.output.strip()


def test_a_rehearsal_leaves_what_it_promises(tmp_path: Path) -> None:
    out = tmp_path / "day"
    said = done(
        console,
        "rehearse",
        "--exam",
        "liaoning-2021-senior",
        "--rooms",
        1,
        "--candidates",
        12,
        "--seed",
        3,
        "--out",
        out,
    )
    assert str(out / "records") in said
    summary = json.loads((out / "summary.json").read_bytes())
    assert [session["id"] for session in summary["sessions"]] == ["1-1", "2-1"]
    people = {"arranged", "present", "absent", "transferred", "settled", "collected", "standalone", "written_off"}
    assert set(summary["sessions"][0]) == {"id", "late", "extra"} | people
    assert set(summary) == {"sessions", "journal", "seconds"}
    assert (out / "agency/province.agekey").read_text().startswith("AGE-SECRET-KEY-1")
    done(console, "verify", out / "store")
    (room,) = out.glob("media/U-0001/*-R-001-*.examsite-backup")
    assert "001 2021-06-19" in done(console, "verify", room)
    alone = out.parent / room.name
    for end in ("", ".jws"):
        shutil.copy(f"{room}{end}", f"{alone}{end}")
    assert "001 2021-06-19" in done(console, "verify", alone)
    (backup,) = out.glob("media/U-0001/*-S-1-1-1.examsite-backup")
    done(console, "verify", backup)
    flipped = bytearray(backup.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    backup.write_bytes(flipped)
    assert run(console, "verify", backup).exit_code == 1
    assert run(console, "rehearse", "--exam", "liaoning-2021-senior", "--out", out).exit_code == 1


@pytest.mark.parametrize("path", ["nowhere", "agency", "agency/trust.json"])
def test_what_is_neither_store_nor_backup_is_said_to_be_so(home: Path, path: str) -> None:
    result = run(console, "verify", home / path)
    assert result.exit_code == 1
    assert result.output.strip()


def test_a_real_exam_is_not_held_on_a_key_file(tmp_path: Path) -> None:
    done(authority, "init", "--folder", tmp_path / "real", "--name", "real", "--mode", "real")
    result = run(
        console, "enroll", "--site", "210101", "--trust", tmp_path / "real/trust.json", "--out", tmp_path / "s"
    )
    assert result.exit_code == 1
    assert not (tmp_path / "s").exists()
    assert not (tmp_path / "real/province.agekey").exists()
