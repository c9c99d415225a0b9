"""The agency's commands for locks and codes, as a person types them: registering, a lost site lock, a code given."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.authority.__main__ import app
from app.authority.keys import load
from app.core.terms import ExamId, Mode, SiteCode
from app.crypto.codes import Purpose, Subject, code
from app.exchange import enrolment, lock_paper, lock_register, outbox, replacement, strict
from app.exchange.lock_paper import LockPaper
from app.exchange.trust import Trust
from app.service.clock import DrivenClock
from app.service.enrolment import enrol
from app.service.replacement import ask
from app.service.sitelock import LockKey
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from tests.stores import EVE, PIN, Place
from tests.unit import sent_in
from tests.unit.sent_in import sent

EXAM, SITE = ExamId("economics-2021-senior"), SiteCode("210101")
PASSPHRASE = "a long enough passphrase"


def run(*words: object, language: str = "zh-CN") -> Result:
    environment = {"EXAMSITE_PASSPHRASE": PASSPHRASE, "EXAMSITE_LANGUAGE": language}
    return CliRunner().invoke(app, [str(word) for word in words], env=environment)


def done(*words: object) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: object) -> str:
    result = run(*words)
    assert result.exit_code != 0
    assert "Traceback" not in result.output
    assert result.output.strip()
    return result.output


@pytest.fixture
def home(laid: Path, tmp_path: Path) -> Path:
    """A copy for each test: what one registers, the next must not find."""
    shutil.copytree(laid, tmp_path / "both ends")
    return tmp_path / "both ends"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agency with a sample, a site enrolled with it, and two invigilation locks with their papers."""
    home = tmp_path_factory.mktemp("laid") / "both ends"
    home.mkdir()
    done("init", "--folder", home / "agency", "--name", "practice", "--mode", "practice")
    done("sample", "--out", home / "input", "--exam", "liaoning-2021-senior", "--rooms", 1, "--candidates", 4)
    trust = strict.decode((home / "agency/trust.json").read_bytes(), Trust, "trust.json")
    place = Place(home / "site")
    enrolled = enrol(place.store, trust, SITE, place.make_lock(), DrivenClock(EVE))
    enrolled.console.store.close()
    (home / f"{SITE}{enrolment.SUFFIX}").write_bytes(enrolled.request)
    for serial in ("JK-1", "JK-2"):
        introduce(home, serial)
    return home


def introduce(home: Path, serial: str) -> str:
    lock = SoftwareLock.create(home / "locks" / serial, serial, LockKind.INVIGILATION, PIN, memory_kib=8)
    key = LockKey(lock)
    paper = LockPaper(
        mode=Mode.PRACTICE,
        exam=ExamId(""),
        site=SITE,
        issued_at=EVE,
        serial=serial,
        lock_serial=serial,
        kind="invigilation",
        lock=key.public.jwk,
        software_lock=True,
        hardware="",
    )
    (home / f"{serial}{lock_paper.SUFFIX}").write_bytes(lock_paper.write(paper, key))
    return key.public.thumbprint


def agency(home: Path) -> tuple[object, ...]:
    return ("--folder", home / "agency", "--input", home / "input")


def request(home: Path) -> tuple[object, ...]:
    return ("--request", home / f"{SITE}{enrolment.SUFFIX}", "--out", home)


def test_locks_are_registered_and_a_register_is_made_for_the_site(home: Path) -> None:
    papers = [part for serial in ("JK-1", "JK-2") for part in ("--lock", home / f"{serial}{lock_paper.SUFFIX}")]
    terms = ("--reference", "R-1", "--since", "2021-06-01", "--until", "2021-06-30T18:00:00")
    said = done("register", *agency(home), *papers, "--room", "JK-1=001", "--vpn-key", "VPN-1", *terms)
    assert len(re.findall(r"[A-Za-z0-9_-]{43}", said)) == 2
    assert [line.count("001") for line in said.splitlines()] == [1, 0, 0]
    said = done("register", *agency(home), "--revoke", "JK-2", "--exam", EXAM, *request(home))
    assert "已撤销" in said
    path = home / f"{EXAM}-{SITE}-1{lock_register.SUFFIX}"
    assert str(path) in said
    province = load(home / "agency", PASSPHRASE).province.public
    register = lock_register.read(path.read_bytes(), province, Mode.PRACTICE, SITE, EXAM)
    assert {lock.serial: (lock.room, lock.revoked, lock.reference) for lock in register.locks} == {
        "KW-000001": (None, False, ""),
        "JK-1": ("001", False, "R-1"),
        "JK-2": (None, True, "R-1"),
        "VPN-1": (None, False, "R-1"),
    }
    assert [lock.until.isoformat() for lock in register.locks if lock.until] == ["2021-06-30T18:00:00+08:00"] * 3


def test_what_cannot_be_registered_is_a_sentence(home: Path) -> None:
    assert "JK-9" in refused("register", *agency(home), "--revoke", "JK-9")
    refused("register", *agency(home), "--room", "JK-1")
    refused("register", *agency(home), "--out", home)
    assert "another" in refused("register", *agency(home), "--exam", "another")
    refused("register", *agency(home), "--lock", home / f"{SITE}{enrolment.SUFFIX}")


def test_a_lost_site_lock_is_replaced_by_fingerprint(home: Path) -> None:
    lock = SoftwareLock.create(home / "locks/KW-2", "KW-2", LockKind.SITE, PIN, memory_kib=8)
    path = home / f"KW-2{replacement.SUFFIX}"
    outbox.write_bytes(path, ask(home / "site/store", lock, EVE))
    words = ("replace", *agency(home), *request(home), "--replacement", path, "--fingerprint")
    spoken = LockKey(lock).public.thumbprint
    assert spoken in refused(*words, spoken[::-1])
    said = done(*words, spoken)
    grant = home / f"{SITE}-KW-2{replacement.GRANT_SUFFIX}"
    assert all(part in said for part in ("KW-000001", "KW-2", str(grant)))
    province = load(home / "agency", PASSPHRASE).province.public
    assert replacement.read_grant(grant.read_bytes(), province).epoch == 2


def test_a_code_is_given_from_the_agencys_own_keys_and_entered(home: Path) -> None:
    words = ("--folder", home / "agency", "--exam", EXAM, "--site", SITE, "--session", "1-1", "--purpose")
    said = done("code", *words, "delay", "--room", "001", "--minutes", 45, "--to", "Li", "--why", "AS-001").strip()
    whom = Subject(Purpose.DELAY, EXAM, SITE, "1-1", "001")
    assert said == code(load(home / "agency", PASSPHRASE).master, whom, 45)
    assert all(part in done("ledger", "--folder", home / "agency") for part in ("001", "45", "Li", "AS-001"))


def test_three_sites_send_in_what_they_backed_up(tmp_path: Path) -> None:
    """One is honest, one hands in a damaged file, one goes on from a record that is not the one it sent before."""
    agency, requests, came, out = (tmp_path / name for name in ("agency", "requests", "came", "out"))
    done("init", "--folder", agency, "--name", "practice", "--mode", "practice")
    of = load(agency, PASSPHRASE)
    honest, damaged, dishonest = (sent(of, tmp_path / code, SiteCode(code)) for code in ("2102", "2103", "2104"))
    requests.mkdir()
    for one in (honest, damaged, dishonest):
        (requests / f"{one.request.site}{enrolment.SUFFIX}").write_bytes(one.token)
        shutil.copytree(one.backups[0].parent, came / one.request.site)
    words = ("receive", "--folder", agency, "--request", requests, "--receipts", tmp_path / "receipts", "--out", out)
    # On the evening of the day all is well; rooms come beside the sessions.
    honest.room(came / "2102", [("结果/甲.dat", b"answers"), ("CON", b"more")])
    said = done(*words, came)
    assert [said.count(one) for one in ("已接收", "个人信息", "未接收")] == [5, 1, 0]
    receipts = {path.name: path.read_bytes() for path in (tmp_path / "receipts").glob("*.examsite-receipt")}
    assert len(receipts) == 3
    home = out / f"{sent_in.EXAM}-2102"
    assert (home / "rooms" / f"001-{sent_in.DAY}-1" / "files" / "结果" / "甲.dat").read_bytes() == b"answers"
    answers = sorted(path.read_bytes() for path in (home / "site" / "answers" / "1-1").iterdir())
    assert len(answers) == 8
    assert "210101199001010001" in (home / "site" / "candidates.csv").read_text("utf-8-sig")
    # The day after, one file was harmed on its way, and one site took up a record that it had sent otherwise before.
    path = came / "2103" / damaged.backups[0].name
    path.write_bytes(path.read_bytes()[:-1])
    for name in ("true", "fork"):
        made = sent_in.taken_up(dishonest, tmp_path, name)
        shutil.copytree(made.parent, came / f"2104 {name}")
        result = run(*words, came)
    assert result.exit_code == 1
    rows = {line.split()[1]: line for line in result.stdout.splitlines() if "examsite-backup" in line}
    assert "此前已接收" in rows[honest.backups[0].name]
    assert "未接收" in rows[path.name]
    forks = [line for line in result.stdout.splitlines() if made.name in line]
    assert ["与先前收到的不一致，未接收" in line for line in forks] == [True, False]
    assert "改由备用机 B 记录" in forks[1]
    assert f"警告：考点 2104 的备份 {made.name}" in result.stderr
    assert "2 份备份没有接收" in result.stderr
    assert "Traceback" not in result.output
    assert {path.name: path.read_bytes() for path in (tmp_path / "receipts").glob("*-1.examsite-backup*")} == receipts
    # And what lay open before still does, whole.
    assert sorted(one.name for one in out.iterdir()) == [f"{sent_in.EXAM}-{code}" for code in ("2102", "2103", "2104")]
    assert not list(out.rglob(".*"))
