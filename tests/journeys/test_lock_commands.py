"""Locks on the command line, on real tokens: made, registered, used for a store, lost and replaced."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import __main__ as console
from app import paths
from app.authority import __main__ as agency
from app.command_line import words
from app.core.terms import SiteCode
from app.exchange import keyfile
from app.trouble import Code, Trouble
from tests.contract.softhsm import PIN, Hsm, module

SITE, ROOM, NEW = "KW-000001", "JK-000001", "KW-000002"
PASSPHRASE = "a passphrase of the agency"


@pytest.fixture
def tokens(hsm: Hsm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Blank tokens by the label that the maker's tool gave them; the program finds them as it would at a site."""
    monkeypatch.setattr(paths, "user_data_path", lambda *_, **__: tmp_path / "home")
    monkeypatch.setenv("SOFTHSM2_CONF", hsm.environment["SOFTHSM2_CONF"])
    monkeypatch.setenv("EXAMSITE_PASSPHRASE", PASSPHRASE)
    return {label: hsm.initialize(label) for label in (SITE, ROOM, NEW)}


def run(*arguments: object, pin: str = PIN) -> Result:
    return CliRunner().invoke(console.app, [str(one) for one in arguments], input=f"{pin}\n" * 3)


def lock(*arguments: object, pin: str = PIN) -> Result:
    return run("lock", arguments[0], "--module", module(), *arguments[1:], pin=pin)


def ask(*arguments: object) -> str:
    result = CliRunner().invoke(agency.app, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def made(tokens: dict[str, str], serial: str, kind: str, out: Path) -> str:
    """A lock on the token of that label; its fingerprint."""
    result = lock(
        "provision",
        *("--serial", serial, "--kind", kind, "--mode", "practice", "--out", out, "--hardware", tokens[serial]),
    )
    assert result.exit_code == 0, result.output
    (fingerprint,) = re.findall(r"[A-Za-z0-9_-]{43}", result.output)
    return str(fingerprint)


def said(code: Code, **facts: str | int) -> str:
    return words().trouble(Trouble(code, **facts))


def test_what_is_plugged_in_is_listed_before_any_pin(tokens: dict[str, str], tmp_path: Path) -> None:
    blank = lock("list").output
    assert all(hardware in blank for hardware in tokens.values())
    fingerprint = made(tokens, ROOM, "invigilation", tmp_path)
    (line,) = (line for line in lock("list").output.splitlines() if ROOM in line)
    assert fingerprint in line
    assert tokens[ROOM] in line


def test_a_lock_in_service_is_not_made_anew_unless_it_is_asked_for(tokens: dict[str, str], tmp_path: Path) -> None:
    first = made(tokens, ROOM, "invigilation", tmp_path)
    again = ("provision", "--serial", ROOM, "--kind", "invigilation", "--mode", "practice", "--out", tmp_path)
    refused = lock(*again, "--hardware", tokens[ROOM])
    assert (refused.exit_code, said(Code.LOCK_IN_SERVICE) in refused.output) == (1, True)
    assert lock(*again, "--hardware", tokens[ROOM], "--fresh").exit_code == 0
    assert first not in lock("list").output


def test_a_real_exam_is_not_enrolled_on_a_token_in_software(tokens: dict[str, str], tmp_path: Path) -> None:
    made(tokens, SITE, "site", tmp_path)
    ask("init", "--folder", tmp_path / "agency", "--name", "P", "--mode", "real")
    result = run(
        *("enroll", "--site", "210101", "--trust", tmp_path / "agency" / "trust.json", "--out", tmp_path / "site"),
        *("--serial", SITE, "--module", module()),
    )
    assert (result.exit_code, said(Code.SOFTWARE_LOCK_REFUSED) in result.output) == (1, True)


def test_a_store_on_a_token_is_proved_with_its_pin_and_a_rolled_back_one_is_named(
    tokens: dict[str, str], tmp_path: Path
) -> None:
    site = enrolled(tokens, tmp_path)
    proved = run("verify", site / "store", "--module", module())
    assert proved.exit_code == 0, proved.output
    wrong = run("verify", site / "store", "--module", module(), pin="000000")
    assert (wrong.exit_code, said(Code.WRONG_PIN) in wrong.output) == (1, True)


def test_another_lock_is_named_before_its_pin_is_asked(tokens: dict[str, str], hsm: Hsm, tmp_path: Path) -> None:
    site = enrolled(tokens, tmp_path)
    made(tokens, NEW, "site", tmp_path)
    hsm.pull(tokens[SITE])
    result = run("verify", site / "store", "--module", module())
    assert said(Code.STORE_OTHER_LOCK, expected=SITE, found=NEW) in result.output
    hsm.pull(tokens[NEW])
    made(tokens, ROOM, "invigilation", tmp_path)
    result = run("verify", site / "store", "--module", module())
    assert said(Code.LOCK_KIND_WRONG, expected=SITE, found=ROOM) in result.output
    hsm.pull(tokens[ROOM])
    result = run("verify", site / "store", "--module", module())
    assert said(Code.LOCK_REMOVED, reason="removed") in result.output


def test_a_lost_site_lock_is_replaced_with_the_agency_and_nothing_is_lost(
    tokens: dict[str, str], hsm: Hsm, tmp_path: Path
) -> None:
    site = enrolled(tokens, tmp_path)
    hsm.pull(tokens[SITE])
    made(tokens, NEW, "site", tmp_path)
    asked = lock("replace", "--data-dir", site, "--serial", NEW, "--out", tmp_path)
    assert asked.exit_code == 0, asked.output
    (fingerprint,) = re.findall(r"[A-Za-z0-9_-]{43}", asked.output)
    shutil.copyfile(tmp_path / f"{NEW}.examsite-replacement", tmp_path / "brought.examsite-replacement")
    ask(
        *("replace", "--folder", tmp_path / "agency", "--request", site / "210101.examsite-request"),
        *("--input", tmp_path / "input", "--replacement", tmp_path / "brought.examsite-replacement"),
        *("--fingerprint", fingerprint, "--out", tmp_path),
    )
    (grant,) = tmp_path.glob("*.examsite-grant")
    changed = lock("replace", "--data-dir", site, "--serial", NEW, "--grant", grant)
    assert changed.exit_code == 0, changed.output
    file = keyfile.read((site / "store" / keyfile.NAME).read_bytes())
    assert (file.lock, file.epoch, file.site) == (NEW, 2, SiteCode("210101"))
    assert run("verify", site / "store", "--module", module()).exit_code == 0
    hsm.plug(tokens[SITE])
    hsm.pull(tokens[NEW])
    old = run("verify", site / "store", "--module", module())
    assert said(Code.STORE_OTHER_LOCK, expected=NEW, found=SITE) in old.output


def enrolled(tokens: dict[str, str], folder: Path) -> Path:
    """A site on its token, with the agency's practice keys and tables beside it."""
    made(tokens, SITE, "site", folder)
    ask("init", "--folder", folder / "agency", "--name", "P", "--mode", "practice")
    ask("sample", "--out", folder / "input", "--rooms", "1", "--candidates", "4")
    result = run(
        *("enroll", "--site", "210101", "--trust", folder / "agency" / "trust.json", "--out", folder / "site"),
        *("--serial", SITE, "--module", module()),
    )
    assert result.exit_code == 0, result.output
    return folder / "site"
