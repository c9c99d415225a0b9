"""The agency's register of locks, the document made of it, and what the site says to both."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace as moved
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.authority import register, site_lock
from app.authority import replace as replacing
from app.authority.folder import read_header
from app.authority.register import Terms
from app.core.locks import RegisterNotNewer
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.terms import ExamId, LockSerial, Mode, SiteCode
from app.exchange import keyfile, lock_paper, lock_register, replacement, strict
from app.exchange.lock_paper import LockPaper
from app.exchange.signed import Ed25519Key
from app.service import registering
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.sitelock import LockKey
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.protocols import LockKind
from tests.agencies import SECOND_LOCK, THIRD_LOCK, Ends, agency, both
from tests.stores import EVE, SERIAL, Place

EXAM = ExamId("economics-2021-senior")
ROOM, SPARE = LockSerial("JK-1"), LockSerial("JK-2")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    return Ends.make(tmp_path_factory.mktemp("ends"), package=True)


@pytest.fixture
def ends(whole: Ends, tmp_path: Path) -> Ends:
    for name in ("agency", "input"):
        shutil.copytree(whole.place.folder.parent / name, tmp_path / name)
    kept = moved(whole.agency, folder=tmp_path / "agency")
    return Ends(kept, tmp_path / "input", whole.place.copy(tmp_path / "site"), whole.request)


@pytest.fixture
def console(ends: Ends) -> Iterator[Console]:
    console = unlock(ends.place.store, ends.place.lock(), DrivenClock(EVE))
    yield console
    console.store.abandon()


def trouble(step: Callable[[], object]) -> tuple[Code, dict[str, str | int]]:
    with pytest.raises(Trouble) as caught:
        step()
    return caught.value.code, caught.value.facts


def paper(ends: Ends, serial: str = ROOM, **changes: object) -> LockPaper:
    key = LockKey(ends.new_lock(serial, LockKind.INVIGILATION))
    content = LockPaper(
        mode=Mode.PRACTICE,
        exam=ExamId(""),
        site=SiteCode(""),
        issued_at=EVE,
        serial=f"{serial}-1",
        lock_serial=serial,
        kind="invigilation",
        lock=key.public.jwk,
        software_lock=True,
        hardware="",
    )
    return lock_paper.read(lock_paper.write(replace(content, **changes), key))


def introduced(ends: Ends, serial: str = ROOM, terms: Terms | None = None) -> RegisteredLock:
    header = read_header(ends.input / "site.toml")
    return register.introduced(paper(ends, serial), ends.agency, header, terms or Terms())


def enter(ends: Ends, *new: RegisteredLock, rooms: dict[str, str] | None = None, revoke: tuple[str, ...] = ()) -> None:
    register.register(ends.input, *register.changed(ends.input, new, rooms or {}, revoke))


def states(ends: Ends) -> dict[str, tuple[str | None, bool]]:
    return {lock.serial: (lock.room, lock.revoked) for lock in register.registered(ends.input)}


# Kept by the agency


def test_locks_are_entered_moved_made_spare_and_revoked(ends: Ends) -> None:
    assert register.registered(ends.input) == ()
    terms = Terms("R-1", EVE, EVE + timedelta(days=2))
    enter(ends, introduced(ends, ROOM, terms), introduced(ends, SPARE), rooms={ROOM: "001"})
    first, _ = register.registered(ends.input)
    assert (first.reference, first.since, first.until) == ("R-1", EVE, EVE + timedelta(days=2))
    assert states(ends) == {ROOM: ("001", False), SPARE: (None, False)}
    enter(ends, rooms={SPARE: "001", ROOM: ""})
    assert states(ends) == {ROOM: (None, False), SPARE: ("001", False)}
    enter(ends, rooms={ROOM: "001"}, revoke=(SPARE,))
    assert states(ends) == {ROOM: ("001", False), SPARE: (None, True)}


def test_a_lock_registered_anew_keeps_its_room_and_gets_another_reference(ends: Ends) -> None:
    lock = introduced(ends)
    enter(ends, lock, rooms={ROOM: "001"})
    enter(ends, replace(lock, reference="R-2"))
    (kept,) = register.registered(ends.input)
    assert (kept.room, kept.reference) == ("001", "R-2")


def test_a_vpn_key_is_entered_by_its_number(ends: Ends) -> None:
    enter(ends, register.vpn_key("VPN-1", Terms("R-1")))
    (kept,) = register.registered(ends.input)
    assert (kept.kind, kept.jwk, kept.reference) == (RegisteredAs.VPN_KEY, "", "R-1")


def test_what_does_not_fit_changes_nothing(ends: Ends) -> None:
    lock, other = introduced(ends), introduced(ends, SPARE)
    enter(ends, lock, rooms={ROOM: "001"})
    before = (ends.input / register.FILE).read_bytes()
    doubled = (Code.MEMBER_DOUBLED, {"file": "locks.json", "member": "001"})
    assert trouble(lambda: enter(ends, other, rooms={SPARE: "001"})) == doubled
    twice = (Code.MEMBER_DOUBLED, {"file": "locks.json", "member": SPARE})
    assert trouble(lambda: enter(ends, other, register.vpn_key(SPARE, Terms()))) == twice
    assert trouble(lambda: register.register(ends.input, other, other)) == twice
    unknown = (Code.MEMBER_MISSING, {"file": "locks.json", "member": SPARE})
    assert trouble(lambda: enter(ends, revoke=(SPARE,))) == unknown
    assert trouble(lambda: enter(ends, rooms={SPARE: "001"})) == unknown
    nowhere = (Code.MEMBER_MISSING, {"file": "rooms", "member": "009"})
    assert trouble(lambda: enter(ends, rooms={ROOM: "009"})) == nowhere
    vpn = register.vpn_key("VPN-1", Terms())
    assert trouble(lambda: enter(ends, vpn, rooms={"VPN-1": "001"}))[0] is Code.MEMBER_STRANGE
    assert (ends.input / register.FILE).read_bytes() == before


def test_a_paper_of_another_mode_or_site_is_not_entered(ends: Ends) -> None:
    header = read_header(ends.input / "site.toml")
    here = paper(ends, site=SiteCode(header.code))
    assert register.introduced(here, ends.agency, header, Terms()).kind is RegisteredAs.INVIGILATION
    elsewhere = replace(here, site=SiteCode("210199"))
    assert trouble(lambda: register.introduced(elsewhere, ends.agency, header, Terms()))[0] is Code.SITE_WRONG
    real = replace(here, mode=Mode.REAL)
    assert trouble(lambda: register.introduced(real, ends.agency, header, Terms()))[0] is Code.MODE_WRONG


def test_a_real_register_takes_no_software_lock(ends: Ends, tmp_path: Path) -> None:
    header, real = read_header(ends.input / "site.toml"), agency(tmp_path / "real", Mode.REAL)
    soft = replace(paper(ends), mode=Mode.REAL)
    assert trouble(lambda: register.introduced(soft, real, header, Terms()))[0] is Code.SOFTWARE_LOCK_REFUSED
    hard = replace(soft, software_lock=False)
    assert not register.introduced(hard, real, header, Terms()).software


def test_the_package_brings_the_register_with_the_enrolled_lock(ends: Ends) -> None:
    assert [lock.serial for lock in register.whole(ends.input, ends.request)] == [SERIAL]
    enter(ends, introduced(ends))
    assert [lock.serial for lock in register.whole(ends.input, ends.request)] == [SERIAL, ROOM]


# Issued, and taken in at the site


def issue(ends: Ends) -> Path:
    path, _ = register.issue(ends.agency, ends.input, ends.request, EXAM, ends.place.folder, EVE)
    return path


def test_registers_count_on_and_the_site_takes_the_newer_one(ends: Ends, console: Console) -> None:
    enter(ends, introduced(ends), rooms={ROOM: "001"})
    first = issue(ends)
    enter(ends, revoke=(ROOM,))
    second = issue(ends)
    assert [path.name for path in (first, second)] == [f"{EXAM}-210101-{n}.examsite-locks" for n in (1, 2)]
    assert registering.take_register_file(console, second, *both(console)) is None
    assert (console.site.register, console.site.locks[ROOM].registered.revoked) == (2, True)
    assert console.store.marks()[-1].n == console.store.journal.n
    again = registering.take_register(console, first.read_bytes(), *both(console))
    assert again == RegisterNotNewer(1, 2)
    assert console.site.register == 2


def test_a_register_of_somebody_else_or_for_another_exam_is_none(ends: Ends, console: Console) -> None:
    document = lock_register.read(
        issue(ends).read_bytes(), ends.agency.province.public, Mode.PRACTICE, ends.request.site, EXAM
    )
    forged = lock_register.write(document, Ed25519Key.generate())
    assert trouble(lambda: registering.take_register(console, forged, *both(console)))[0] is Code.SIGNER_UNKNOWN
    other = lock_register.write(replace(document, exam=ExamId("another")), ends.agency.province)
    assert trouble(lambda: registering.take_register(console, other, *both(console)))[0] is Code.EXAM_WRONG
    assert console.site.register == 0


def test_before_a_package_there_is_no_register_to_replace(tmp_path: Path) -> None:
    bare = Ends.make(tmp_path, package=False)
    console = bare.place.open()
    assert trouble(lambda: registering.take_register(console, b"", *both(console)))[0] is Code.PACKAGE_MISSING
    console.store.abandon()


# Helping with a lost site lock


def help_with(ends: Ends, token: bytes, fingerprint: str) -> replacing.Granted:
    return replacing.replace(
        ends.agency, ends.input, ends.request, token, fingerprint=fingerprint, out=ends.place.folder, at=EVE
    )


def test_only_the_fingerprint_that_was_read_aloud_counts(ends: Ends) -> None:
    lock = ends.new_lock(SECOND_LOCK)
    token, spoken = ends.ask(lock), LockKey(lock).public.thumbprint
    for wrong in ("", spoken[:-1], spoken.swapcase()):
        code, facts = trouble(lambda wrong=wrong: help_with(ends, token, wrong))  # type: ignore[misc]
        assert (code, facts) == (Code.FINGERPRINT_WRONG, {"found": spoken})
    assert not (ends.input / register.FILE).exists()
    assert help_with(ends, token, f" {spoken[:20]} {spoken[20:]}\n").grant.number == 1


def test_the_old_lock_is_revoked_and_the_new_one_in_force(ends: Ends) -> None:
    lock = ends.new_lock(SECOND_LOCK)
    granted = ends.grant(lock, reference="R-2")
    assert {one.serial: (one.revoked, one.reference) for one in granted.grant.locks} == {
        SERIAL: (True, ""),
        SECOND_LOCK: (False, "R-2"),
    }
    assert granted.path.name == f"210101-{SECOND_LOCK}.examsite-grant"
    assert site_lock.in_force(ends.agency, ends.request).serial == SECOND_LOCK
    other = replace(ends.request, lock_serial="KW-000009")
    assert site_lock.in_force(ends.agency, other).serial == "KW-000009"
    assert [one.revoked for one in register.whole(ends.input, ends.request)] == [True, False]
    again = ends.grant(lock).grant
    assert (again.number, again.old_serial, [one.revoked for one in again.locks]) == (2, SERIAL, [True, False])


def test_the_newest_receipted_head_goes_with_the_grant(ends: Ends) -> None:
    path = ends.agency.folder / f"210101-{EXAM}.heads"
    path.write_bytes(strict.encode(("ab" * 32, "cd" * 32)))
    grant = ends.grant(ends.new_lock(SECOND_LOCK)).grant
    assert (grant.entries, grant.head) == (2, "cd" * 32)


def test_a_request_of_another_mode_site_or_store_is_refused(ends: Ends, tmp_path: Path) -> None:
    lock = ends.new_lock(SECOND_LOCK)
    spoken, token = LockKey(lock).public.thumbprint, ends.ask(lock)
    asked = replacement.read(token)

    def changed(**keys: object) -> bytes:
        file = replace(asked.key_file, **keys)
        content = replace(asked, mode=file.mode, site=file.site, old_serial=file.lock, epoch=file.epoch)
        kept = replace(content, keys=base64.b64encode(strict.encode(file)).decode())
        return replacement.write(kept, LockKey(lock))

    for keys, code in (
        ({"mode": Mode.REAL}, Code.MODE_WRONG),
        ({"site": SiteCode("210102")}, Code.SITE_WRONG),
        ({"lock": LockSerial(THIRD_LOCK)}, Code.SIGNER_UNKNOWN),
        ({"personal_key": asked.key_file.store_key[:-2] + "00"}, Code.WRONG_KEY),
    ):
        assert trouble(lambda keys=keys: help_with(ends, changed(**keys), spoken))[0] is code  # type: ignore[misc]
    other = Place(tmp_path / "other")
    enrolled = enrol(other.store, ends.agency.trust, ends.request.site, other.make_lock(), DrivenClock(EVE))
    enrolled.console.store.close()
    strange = ends.copied(other).ask(lock)
    assert trouble(lambda: help_with(ends, strange, spoken)) == (Code.WRONG_KEY, {"file": keyfile.NAME})
    site = ends.input / "site.toml"
    site.write_text(site.read_text("utf-8").replace("210101", "210102"), "utf-8")
    assert trouble(lambda: help_with(ends, token, spoken))[0] is Code.SITE_WRONG
    assert not (ends.input / register.FILE).exists()


def test_in_earnest_no_software_lock_replaces_one(ends: Ends) -> None:
    lock = ends.new_lock(SECOND_LOCK)
    asked = replacement.read(ends.ask(lock))
    file = replace(asked.key_file, mode=Mode.REAL)
    kept = replace(asked, mode=Mode.REAL, keys=base64.b64encode(strict.encode(file)).decode())
    token, spoken = replacement.write(kept, LockKey(lock)), LockKey(lock).public.thumbprint
    real = ends.copied(ends.place)
    real = moved(real, agency=moved(real.agency, mode=Mode.REAL))
    assert trouble(lambda: help_with(real, token, spoken))[0] is Code.SOFTWARE_LOCK_REFUSED
