"""What an issued package brings beside the arrangement: sealed passphrases, and whose backups are taken afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from msgspec.structs import replace

from app import rulebooks
from app.authority import issue, receive, sample, site_lock
from app.authority import issued as notes
from app.authority.keys import Agency
from app.core.plan import RegisteredAs
from app.core.site import Package
from app.core.staffing import ADMINS
from app.core.terms import Digest, ExamId, LockSerial, Mode, SessionId, SiteCode
from app.exchange import backup, exam_package, outbox
from app.exchange.agefile import identity, unseal
from app.exchange.backup import BackupManifest
from app.exchange.enrolment import SiteRequest
from app.exchange.exam_package import Contents
from app.trouble import Code, Trouble
from tests.agencies import SITE, agency
from tests.stores import EVE
from tests.vectors.keys import NEW_LOCK, SITE_AGE, SITE_LOCK, P256Key


def request(mode: Mode) -> SiteRequest:
    return SiteRequest(
        mode=mode,
        exam=ExamId(""),
        site=SITE,
        issued_at=EVE,
        serial="R-1",
        lock_serial="SITE-1",
        lock=SITE_LOCK.public.jwk,
        software_lock=False,
        recipient=str(SITE_AGE.to_public()),
        machine="A",
    )


@pytest.fixture(params=Mode)
def mode(request: pytest.FixtureRequest) -> Mode:
    return Mode(request.param)


def issued(folder: Path, mode: Mode, edition: int = 1) -> tuple[Agency, Contents, dict[str, bytes]]:
    of, source = agency(folder / "agency", mode), folder / "input"
    if not source.exists():
        sample.write(source, "liaoning-2021-senior", 1, 4, 1, mode)
    made = issue.issue(of, source, request(mode), folder, edition=edition, at=EVE, notice="N-1")
    assert made.path, made.faults
    kept: dict[str, bytes] = {}
    contents = exam_package.read(
        io.BytesIO(made.path.read_bytes()),
        [SITE_AGE],
        ministry=of.ministry.public,
        mode=mode,
        site=SITE,
        keep=kept.__setitem__,
    )
    return of, contents, kept


def fits(verifier: str, passphrase: str) -> bool:
    try:
        return PasswordHasher().verify(verifier, passphrase)
    except VerifyMismatchError:
        return False


def test_sec_08_two_sealed_passphrases_a_site(tmp_path: Path, mode: Mode) -> None:
    of, contents, kept = issued(tmp_path, mode)
    slips = of.folder / "recovery-passphrases.csv"
    if mode is Mode.PRACTICE:
        one, other = issue.PRACTICE_PASSPHRASES
        assert not slips.exists()
    else:
        lines = [line.split(",") for line in slips.read_text("ascii").splitlines()]
        assert [line[:2] for line in lines] == [[SITE, "1"], [SITE, "2"]]
        one, other = (line[2] for line in lines)
        assert one != other
        assert {len(part) for part in f"{one}-{other}".split("-")} == {5}
    told = [[fits(verifier, said) for said in (one, other)] for verifier in contents.recovery]
    assert told == [[True, False], [False, True]]
    assert not any(said.encode() in content for content in kept.values() for said in (one, other))
    assert exam_package.personal("recovery.json")


def test_the_staff_of_the_sample_may_serve(tmp_path: Path) -> None:
    _, contents, _ = issued(tmp_path, Mode.PRACTICE)
    numbers = [one.id_number for one in contents.staff]
    assert len(set(numbers)) == len(numbers)
    assert not set(numbers) & {one.id_number for one in contents.candidates}
    day = contents.exam.sessions[0].starts_at.date()
    for one in contents.staff:
        passed: list[date | None] = [one.test_on, one.drill_on]
        if one.role in ADMINS:
            assert all(on and on < day - timedelta(days=7) for on in passed)
        else:
            assert passed == [None, None]


def test_the_register_of_the_package_is_the_site_lock_alone_until_there_are_others(tmp_path: Path) -> None:
    _, contents, _ = issued(tmp_path, Mode.PRACTICE)
    (own,) = contents.locks
    assert (own.serial, own.kind, own.jwk) == ("SITE-1", RegisteredAs.SITE, SITE_LOCK.public.jwk)


# Papers


def shut_papers(kept: dict[str, bytes]) -> set[str]:
    return {name for name in kept if name.startswith("papers/")}


def test_every_session_of_the_sample_has_its_paper(tmp_path: Path) -> None:
    of, contents, kept = issued(tmp_path, Mode.PRACTICE)
    assert shut_papers(kept) == {f"papers/{session.id}.age" for session in contents.exam.sessions}
    keys = issue.paper_keys(of, contents.manifest.serial).keys
    for session in contents.exam.sessions:
        member = kept[f"papers/{session.id}.age"]
        written = unseal(member, [identity(keys[session.id])], "paper")
        assert written == (tmp_path / "input" / "papers" / session.id).read_bytes()
        assert [found(partial(unseal, member, [other], "paper")) for other in (SITE_AGE, of.identity)] == [
            Code.FILE_NOT_FOR_US,
            Code.FILE_NOT_FOR_US,
        ]


@pytest.mark.parametrize("left", [("1-1",), ()])
def test_a_session_without_a_paper_is_issued_without_one(tmp_path: Path, left: tuple[str, ...]) -> None:
    source = tmp_path / "input"
    sample.write(source, "liaoning-2021-senior", 1, 4, 1, Mode.PRACTICE)
    for path in (source / "papers").iterdir():
        if path.name not in left:
            path.unlink()
    of, contents, kept = issued(tmp_path, Mode.PRACTICE)
    assert shut_papers(kept) == {f"papers/{one}.age" for one in left}
    assert len(issue.paper_keys(of, contents.manifest.serial).keys) == 2, "a start has a key all the same"


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("1-1", lambda _: b"", Code.CONTENT_UNFIT),
        ("1-1", lambda paper: paper[:-1], Code.CONTENT_UNFIT),
        ("2-1", lambda paper: paper, Code.SESSION_WRONG),
        ("1-1", lambda paper: paper.replace(b"2021-senior", b"2022-senior", 1), Code.EXAM_WRONG),
        ("9-9", lambda paper: paper, Code.MEMBER_STRANGE),
        ("1-1.json", lambda paper: paper, Code.MEMBER_STRANGE),
    ],
)
def test_a_paper_that_is_none_is_named_and_nothing_is_issued(
    tmp_path: Path, name: str, change: Callable[[bytes], bytes], code: Code
) -> None:
    source = tmp_path / "input"
    sample.write(source, "liaoning-2021-senior", 1, 4, 1, Mode.REAL)
    (source / "papers" / name).write_bytes(change((source / "papers" / "1-1").read_bytes()))
    with pytest.raises(Trouble) as caught:
        issued(tmp_path, Mode.REAL)
    assert caught.value.code is code
    assert caught.value.facts.get("file", f"papers/{name}") in (f"papers/{name}", "papers")
    assert not list(tmp_path.glob("*.examsite"))
    assert not list((tmp_path / "agency").iterdir()), "no list of PINs either"


@pytest.mark.parametrize(
    ("key", "serial", "code"),
    [
        (SITE_LOCK, "SITE-1", Code.SIGNER_UNKNOWN),
        (NEW_LOCK, "SITE-1", Code.SIGNER_UNKNOWN),
        (NEW_LOCK, "SITE-2", Code.COPY_DIFFERS),
    ],
)
def test_after_a_replacement_only_backups_of_the_new_lock_are_taken(
    tmp_path: Path, key: P256Key, serial: str, code: Code
) -> None:
    of, path = agency(tmp_path / "agency"), tmp_path / f"b{backup.SUFFIX}"
    path.write_bytes(b"another content than the sidecar says")
    manifest = BackupManifest(
        mode=Mode.PRACTICE,
        exam=ExamId("e"),
        site=SITE,
        issued_at=EVE,
        serial="1",
        name=path.name,
        kind="S",
        session=SessionId("1-1"),
        digest=Digest("00" * 32),
        size=6,
        entries=1,
        head="00" * 32,
        blobs=0,
        records=0,
        lock_serial=LockSerial(serial),
        lock=key.public.jwk,
    )
    path.with_name(path.name + backup.SIDECAR).write_bytes(backup.write_sidecar(manifest, key))
    asked = request(Mode.PRACTICE)
    site_lock.put_in_force(of, asked, LockSerial("SITE-2"), NEW_LOCK.public.jwk)
    assert found(lambda: receive.receive(of, asked, path, EVE)) is code


# What is kept of each file, and what a journal says of it


def taken_in(of: Agency, contents: Contents) -> Package:
    """As the site's journal has it."""
    (path,) = of.folder.parent.glob("*.examsite")
    some = Digest("ab" * 32)
    return Package(
        contents.manifest.edition,
        outbox.digest_of(path),
        contents.exam,
        contents.plan,
        contents.rulebook,
        some,
        some,
        some,
        contents.locks,
    )


@pytest.fixture
def agreed(tmp_path: Path) -> tuple[Agency, Package]:
    of, contents, _ = issued(tmp_path, Mode.PRACTICE)
    package = taken_in(of, contents)
    assert notes.unproved(of, SITE, [(2, package)]) == ()
    return of, package


Changed = Callable[[Package], Package]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda one: replace(one, digest=Digest("cd" * 32)), "unknown"),
        (lambda one: replace(one, edition=2), "unknown"),
        (lambda one: replace(one, exam=replace(one.exam, id=ExamId("another"))), "unknown"),
        (lambda one: replace(one, exam=replace(one.exam, title="another")), "differs"),
        (lambda one: replace(one, exam=replace(one.exam, sessions=one.exam.sessions[1:])), "differs"),
        (lambda one: replace(one, rulebook=rulebooks.load("national-2021")), "differs"),
        (lambda one: replace(one, plan=replace(one.plan, code=SiteCode("210102"))), "differs"),
        (lambda one: replace(one, locks=()), "differs"),
    ],
    ids=["digest", "edition", "exam", "title", "sessions", "rules", "site", "locks"],
)
def test_a_package_that_was_not_issued_so_is_named(
    agreed: tuple[Agency, Package], change: Changed, problem: str
) -> None:
    """One that was replaced by the right one counts too: a day may have passed under it."""
    of, package = agreed
    with pytest.raises(Trouble) as caught:
        notes.unproved(of, SITE, [(2, change(package)), (9, package)])
    assert (caught.value.code, caught.value.facts["problem"]) == (Code.PACKAGE_NOT_ISSUED, problem)
    assert caught.value.facts["entry"] == 2


@pytest.mark.parametrize("exam", ["../agency/economics", "/etc", "x" * 9999, "a\x1b[2Jb"])
def test_a_name_in_a_journal_opens_no_file(agreed: tuple[Agency, Package], exam: str) -> None:
    of, package = agreed
    strange = replace(package, exam=replace(package.exam, id=ExamId(exam)))
    with pytest.raises(Trouble) as caught:
        notes.unproved(of, SITE, [(2, strange)])
    told = str(caught.value.facts["package"])
    assert caught.value.code is Code.PACKAGE_NOT_ISSUED
    assert told.isprintable()
    assert len(told) <= 60


def test_an_edition_that_was_issued_twice_is_known_by_either_file(agreed: tuple[Agency, Package]) -> None:
    of, package = agreed
    _, contents, _ = issued(of.folder.parent, Mode.PRACTICE)
    again = taken_in(of, contents)
    assert again.digest != package.digest
    assert notes.unproved(of, SITE, [(2, package), (9, again)]) == ()


def test_of_an_edition_from_before_there_were_notes_nothing_is_proved(agreed: tuple[Agency, Package]) -> None:
    of, package = agreed
    name = f"{package.exam.id}-{SITE}-1"
    note, papers = (of.folder / (name + suffix) for suffix in (notes.SUFFIX, notes.PAPERS))
    note.unlink()
    assert notes.unproved(of, SITE, [(2, package), (9, package)]) == (name,)
    issued(of.folder.parent, Mode.PRACTICE)
    assert not note.exists(), "it would not be all of them"
    papers.unlink()
    assert found(lambda: notes.unproved(of, SITE, [(2, package)])) is Code.PACKAGE_NOT_ISSUED


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", Code.CONTENT_UNFIT), (b"[]", Code.PACKAGE_NOT_ISSUED), (b'[{"digest":"a"}]', Code.CONTENT_UNFIT)],
)
def test_a_note_is_read_strictly(agreed: tuple[Agency, Package], content: bytes, code: Code) -> None:
    of, package = agreed
    (of.folder / f"{package.exam.id}-{SITE}-1.issued").write_bytes(content)
    assert found(lambda: notes.unproved(of, SITE, [(2, package)])) is code


def found(step: Callable[[], object]) -> Code:
    with pytest.raises(Trouble) as caught:
        step()
    return caught.value.code
