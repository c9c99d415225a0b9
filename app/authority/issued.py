"""What this agency issued, package by package: what a site says it took in is held against it (ARR-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.authority.keys import Agency
from app.core.plan import RegisteredLock, SitePlan
from app.core.site import Package
from app.core.terms import Digest, ExamId, SiteCode
from app.exchange import lock_register, outbox, strict
from app.exchange.exam_package import ExamFile
from app.trouble import Code, Trouble

SUFFIX, PAPERS = ".issued", ".papers"
_LARGEST = 64 << 20
_LONGEST_NAME = 60


class IssuedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One package file, by its digest, with what a site's journal repeats of its content; nobody's name is in it.

    A journal written by hand can name the right digest and other rules: therefore both.
    """

    digest: Digest
    exam: ExamFile
    plan: SitePlan
    locks: tuple[RegisteredLock, ...]

    def is_of(self, package: Package) -> bool:
        said = (package.exam, package.rulebook, package.plan, package.locks)
        return said == (self.exam.exam, self.exam.values, self.plan, self.locks)


def keep(agency: Agency, name: str, digest: Digest, members: Mapping[str, bytes]) -> None:
    """Note a file that was issued, after those of the same edition before it; raises what the disk says.

    Where the first of them was issued before there were such notes, none are begun: they would not be all of them.
    """
    path = agency.folder / (name + SUFFIX)
    if not path.exists() and (agency.folder / (name + PAPERS)).exists():
        return
    locks = strict.decode(members["locks.json"], tuple[RegisteredLock, ...], "locks.json")
    one = IssuedFile(
        digest,
        strict.decode(members["exam.json"], ExamFile, "exam.json"),
        strict.decode(members["site.json"], SitePlan, "site.json"),
        lock_register.sound(locks, "locks.json"),
    )
    add(agency, name, one)


def add(agency: Agency, name: str, one: IssuedFile) -> None:
    """The file is put in place whole and synced; `read` gives what is in it then."""
    path = agency.folder / (name + SUFFIX)
    before = read(agency, name) if path.exists() else ()
    outbox.write_bytes(path, strict.encode((*before, one)))


def read(agency: Agency, name: str) -> tuple[IssuedFile, ...]:
    """Every file of this edition; raises FILE_MISSING, CONTENT_UNFIT or FIELD_DOUBLED."""
    path = agency.folder / (name + SUFFIX)
    return strict.decode(outbox.read_bytes(path, _LARGEST), tuple[IssuedFile, ...], path.name)


def for_site(agency: Agency, exam: ExamId, site: SiteCode) -> tuple[str, ...]:
    """Every file of this exam that tells of an issued edition; names from outside are only looked for."""
    before = f"{exam}-{site}-"
    names = (path.name for path in agency.folder.iterdir() if path.suffix in (SUFFIX, PAPERS))
    told = [name for name in names if name.startswith(before) and _edition(name, before).isdecimal()]
    return tuple(sorted(told, key=lambda name: int(_edition(name, before))))


def _edition(name: str, before: str) -> str:
    return name.removeprefix(before).rpartition(".")[0]


def locks(agency: Agency, exam: ExamId, site: SiteCode) -> Iterator[RegisteredLock]:
    """Of every edition that was issued, the newest first; those registered later are not among them."""
    for name in reversed(for_site(agency, exam, site)):
        if name.endswith(SUFFIX):
            for one in reversed(read(agency, name.removesuffix(SUFFIX))):
                yield from one.locks


def unproved(agency: Agency, site: SiteCode, packages: Iterable[tuple[int, Package]]) -> tuple[str, ...]:
    """Hold packages of a journal, each with its entry, against what was issued; the names of those of which nothing
    was kept.

    Raises PACKAGE_NOT_ISSUED. Names from a journal are only looked for among the files that are here.
    """
    here = {path.name for path in agency.folder.iterdir()}
    found = []
    for entry, package in packages:
        name = f"{package.exam.id}-{site}-{package.edition}"
        if name + PAPERS in here and name + SUFFIX not in here:
            found.append(name)
            continue
        known = read(agency, name) if name + SUFFIX in here else ()
        same = [one for one in known if one.digest == package.digest]
        if not any(one.is_of(package) for one in same):
            problem = "differs" if same else "unknown"
            raise Trouble(Code.PACKAGE_NOT_ISSUED, package=_printable(name), entry=entry, problem=problem)
    return tuple(dict.fromkeys(found))


def _printable(name: str) -> str:
    """From a journal comes free text, and a terminal obeys it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:_LONGEST_NAME])
