"""Vectors of the backup with its sidecar."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from app.exchange import strict
from app.exchange.agefile import Identity
from app.exchange.backup import BackupManifest, JournalLine
from app.exchange.signed import Kind, SigningKey, sign
from app.trouble import Code
from tests.vectors.bench import (
    END,
    OK,
    Files,
    add,
    doubled,
    flipped,
    named,
    said,
    sealed,
    tar,
    with_unknown,
)
from tests.vectors.keys import PROVINCE_AGE, SITE_LOCK, STRANGE_LOCK, STRANGER_AGE
from tests.vectors.sample import BLOB, KEYS, LINES, RECORD, SIDECAR, chained, digest

JOURNAL = ("journal.ndjson", b"".join(strict.encode(line) + b"\n" for line in LINES))
OTHERS = (
    ("keys.json", strict.encode(KEYS)),
    (f"blobs/{digest(BLOB)}", BLOB),
    ("records/R01-1-1-001-1.pdf", RECORD),
)


def whole(*members: tuple[str, bytes], to: Identity = PROVINCE_AGE) -> bytes:
    return sealed(tar(*members), to)


def journal(lines: Iterable[object] | bytes) -> bytes:
    """A backup with another journal."""
    text = lines if isinstance(lines, bytes) else b"".join(strict.encode(line) + b"\n" for line in lines)
    return whole(("journal.ndjson", text), *OTHERS)


def beside(
    content: bytes, manifest: BackupManifest = SIDECAR, key: SigningKey = SITE_LOCK, name: str | None = None
) -> Callable[[str], Files]:
    """The backup and a sidecar that fits it."""

    def files(own: str) -> Files:
        stated = replace(manifest, name=name or own, digest=digest(content), size=len(content))
        return {"": content, ".jws": sign(Kind.BACKUP, stated, key)}

    return files


def backup(expect: str | Code = OK) -> Callable[[Callable[[], Callable[[str], Files]]], object]:
    def listed(make: Callable[[], Callable[[str], Files]]) -> object:
        add("backup", named(make), str(expect), said(make), make())
        return make

    return listed


@backup()
def good() -> Callable[[str], Files]:
    """As the program writes it."""
    return beside(whole(JOURNAL, *OTHERS))


@backup(Code.FILE_MISSING)
def no_sidecar() -> Callable[[str], Files]:
    """The sidecar is not there."""
    return lambda _: {"": whole(JOURNAL, *OTHERS)}


@backup(Code.COPY_DIFFERS)
def file_flipped() -> Callable[[str], Files]:
    """A bit of the backup changed after it was signed."""
    content = whole(JOURNAL, *OTHERS)
    return lambda own: {"": flipped(content, -50), ".jws": beside(content)(own)[".jws"]}


@backup(Code.COPY_DIFFERS)
def file_truncated() -> Callable[[str], Files]:
    """The last byte of the backup is missing."""
    content = whole(JOURNAL, *OTHERS)
    return lambda own: {"": content[:-1], ".jws": beside(content)(own)[".jws"]}


@backup(Code.COPY_DIFFERS)
def size_differs() -> Callable[[str], Files]:
    """The sidecar says another size, with the right digest."""
    content = whole(JOURNAL, *OTHERS)
    return lambda own: {
        "": content,
        ".jws": sign(Kind.BACKUP, replace(SIDECAR, name=own, digest=digest(content), size=1), SITE_LOCK),
    }


@backup(Code.COPY_DIFFERS)
def renamed() -> Callable[[str], Files]:
    """The sidecar is of a file of another name."""
    return beside(whole(JOURNAL, *OTHERS), name=SIDECAR.name)


@backup(Code.SIGNER_UNKNOWN)
def other_lock() -> Callable[[str], Files]:
    """The sidecar is signed by another lock."""
    return beside(whole(JOURNAL, *OTHERS), key=STRANGE_LOCK)


@backup(Code.FILE_NOT_FOR_US)
def other_recipient() -> Callable[[str], Files]:
    """Sealed to somebody else."""
    return beside(whole(JOURNAL, *OTHERS, to=STRANGER_AGE))


@backup(Code.FILE_DAMAGED)
def damaged_before_signing() -> Callable[[str], Files]:
    """Already damaged when the sidecar was signed."""
    return beside(flipped(whole(JOURNAL, *OTHERS), -50))


@backup(Code.FILE_DAMAGED)
def archive_cut() -> Callable[[str], Files]:
    """The archive ends without the blocks that say so."""
    return beside(sealed(tar(JOURNAL, *OTHERS)[: -len(END)], PROVINCE_AGE))


@backup(Code.MEMBER_STRANGE)
def member_unknown() -> Callable[[str], Files]:
    """A member of a name that is not on our list."""
    return beside(whole(JOURNAL, *OTHERS, ("site.db", b"x")))


@backup(Code.MEMBER_STRANGE)
def record_path() -> Callable[[str], Files]:
    """A record that points out of its folder."""
    return beside(whole(JOURNAL, *OTHERS, ("records/../x.pdf", b"x")))


@backup(Code.MEMBER_DOUBLED)
def member_doubled() -> Callable[[str], Files]:
    """The journal twice."""
    return beside(whole(JOURNAL, *OTHERS, JOURNAL))


@backup(Code.MEMBER_MISSING)
def journal_missing() -> Callable[[str], Files]:
    """No journal."""
    return beside(whole(*OTHERS))


@backup(Code.MEMBER_MISSING)
def keys_missing() -> Callable[[str], Files]:
    """No keys.json."""
    return beside(whole(JOURNAL, *OTHERS[1:]))


@backup(Code.KIND_WRONG)
def keys_other_format() -> Callable[[str], Files]:
    """keys.json of another edition."""
    return beside(whole(JOURNAL, ("keys.json", strict.encode(replace(KEYS, format="examsite-keys/2"))), *OTHERS[1:]))


@backup(Code.MEMBER_DIFFERS)
def blob_differs() -> Callable[[str], Files]:
    """A blob that is not what its name says."""
    return beside(whole(JOURNAL, OTHERS[0], (OTHERS[1][0], b"another"), OTHERS[2]))


@backup(Code.CONTENT_UNFIT)
def line_unknown_field() -> Callable[[str], Files]:
    """A field in a journal line that nobody knows."""
    return beside(journal(with_unknown(LINES[0]) + b"\n" + strict.encode(LINES[1]) + b"\n"))


@backup(Code.FIELD_DOUBLED)
def line_doubled_field() -> Callable[[str], Files]:
    """`n` stands twice in a journal line."""
    return beside(journal(doubled(LINES[0]) + b"\n" + strict.encode(LINES[1]) + b"\n"))


@backup(Code.CONTENT_UNFIT)
def line_head_not_hex() -> Callable[[str], Files]:
    """The head in a journal line is no digest."""
    return beside(journal([LINES[0], replace(LINES[1], head="zz" * 32)]))


@backup(Code.CONTENT_UNFIT)
def line_negative() -> Callable[[str], Files]:
    """A journal line with a negative number."""
    return beside(journal([JournalLine(-1, LINES[0].head, "{}", "first"), LINES[1]]))


@backup(Code.FILE_DAMAGED)
def journal_unfinished() -> Callable[[str], Files]:
    """The journal's last line is not ended."""
    return beside(journal(JOURNAL[1][:-1]))


@backup(Code.CHAIN_BROKEN)
def body_changed() -> Callable[[str], Files]:
    """The body of an entry was changed."""
    return beside(journal([replace(LINES[0], body="First"), LINES[1]]))


@backup(Code.CHAIN_BROKEN)
def entry_left_out() -> Callable[[str], Files]:
    """An entry in the middle is missing."""
    three = chained("first", "second", "third")
    return beside(journal([three[0], three[2]]), replace(SIDECAR, entries=3, head=three[2].head))


@backup(Code.REWRITTEN)
def other_head() -> Callable[[str], Files]:
    """A sound chain that does not lead to the head in the sidecar."""
    return beside(journal(chained("first", "other")))


@backup(Code.CUT_SHORT)
def tail_cut() -> Callable[[str], Files]:
    """A sound chain that ends before the head in the sidecar."""
    return beside(journal(LINES[:1]))


@backup(Code.COPY_DIFFERS)
def more_entries() -> Callable[[str], Files]:
    """The journal goes on after the head in the sidecar."""
    return beside(journal(chained("first", "second", "third")))


@backup(Code.COPY_DIFFERS)
def fewer_blobs() -> Callable[[str], Files]:
    """The sidecar counts a blob that is not there."""
    return beside(whole(JOURNAL, OTHERS[0], OTHERS[2]))


@backup(Code.COPY_DIFFERS)
def fewer_records() -> Callable[[str], Files]:
    """The sidecar counts a record that is not there."""
    return beside(whole(JOURNAL, *OTHERS[:2]))
