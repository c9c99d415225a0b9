"""Vectors of what a room brings for its backup of the day, and of the backup of kind R with its sidecar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import msgspec
from msgspec.structs import replace

from app.core.safe_state import RoomSource
from app.core.terms import LockSerial, Mode, RoomId, SessionId
from app.exchange import strict
from app.exchange.agefile import Identity
from app.exchange.room_backup import ListedFile, RoomBackupManifest
from app.exchange.room_day import RoomDayDocument
from app.exchange.signed import Kind, SigningKey, sign
from app.trouble import Code
from tests.vectors.bench import OK, Files, add, doubled, named, said, sealed, signed_as, tar, vector
from tests.vectors.keys import PROVINCE_AGE, ROOM_LOCK, SITE_LOCK, STRANGE_LOCK, STRANGER_AGE
from tests.vectors.sample import AT, EXAM, LOCK, LOCK_OF_ROOM, MODE, ROOM, SESSION, SITE, digest

DAY = AT.date()
CONTENT = b"what only the room side reads"
ROOM_DAY = RoomDayDocument(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial=f"{ROOM}-{DAY}-1",
    room=ROOM,
    day=DAY,
    sessions=(SESSION,),
    lock=LOCK_OF_ROOM,
    name=f"{SITE}-{ROOM}-{DAY}.examsite-room-day",
    digest=digest(CONTENT),
    size=len(CONTENT),
    made_at=AT,
)


def day(document: RoomDayDocument, lock: SigningKey = ROOM_LOCK) -> bytes:
    return sign(Kind.ROOM_DAY, document, lock)


@vector("room-day")
def good() -> bytes:
    """As the room side writes it."""
    return day(ROOM_DAY)


@vector("room-day", Code.SIGNER_UNKNOWN)
def other_lock() -> bytes:
    """Signed by a lock that is not the room's."""
    return day(ROOM_DAY, STRANGE_LOCK)


@vector("room-day", Code.ROOM_WRONG)
def other_room() -> bytes:
    """Of another room."""
    return day(replace(ROOM_DAY, room=RoomId("009")))


@vector("room-day", Code.DAY_WRONG)
def other_day() -> bytes:
    """Of the day before."""
    return day(replace(ROOM_DAY, day=DAY - timedelta(days=1)))


@vector("room-day", Code.SESSION_WRONG)
def session_missing() -> bytes:
    """A session that the room held is not in it."""
    return day(replace(ROOM_DAY, sessions=()))


@vector("room-day", Code.SESSION_WRONG)
def session_too_many() -> bytes:
    """A session stands in it that the room did not hold."""
    return day(replace(ROOM_DAY, sessions=(SESSION, SessionId("9-9"))))


@vector("room-day", Code.MODE_WRONG)
def other_mode() -> bytes:
    """Of a real exam."""
    return day(replace(ROOM_DAY, mode=Mode.REAL))


@vector("room-day", Code.CONTENT_UNFIT)
def parts_of_a_second() -> bytes:
    """`made_at` has parts of a second."""
    return day(replace(ROOM_DAY, made_at=AT + timedelta(microseconds=1)))


@vector("room-day", Code.CONTENT_UNFIT)
def digest_not_hex() -> bytes:
    """`digest` is none."""
    return signed_as(Kind.ROOM_DAY, replace(ROOM_DAY, digest=digest(b"")[:-1] + "z"), ROOM_LOCK)


@vector("room-day", Code.KIND_WRONG)
def report_kind() -> bytes:
    """The same content signed as a report."""
    return sign(Kind.REPORT, ROOM_DAY, ROOM_LOCK)


# Kind R

FIRST, SECOND = b"answers", b"more answers"
LISTED = (
    ListedFile("results/001.dat", len(FIRST), digest(FIRST)),
    ListedFile("考场.log", len(SECOND), digest(SECOND)),
)
MANIFEST = RoomBackupManifest(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial=f"{ROOM}-{DAY}-1",
    name=f"{EXAM}-{SITE}-R-{ROOM}-{DAY}-1.examsite-backup",
    kind="R",
    room=ROOM,
    day=DAY,
    source=RoomSource.FOLDER,
    room_lock=LockSerial(""),
    digest=digest(b"backup"),
    size=6,
    files=len(LISTED),
    taken_at=AT,
    lock_serial=LOCK,
    lock=SITE_LOCK.public.jwk,
)
FILES = (("files/000001", FIRST), ("files/000002", SECOND))


def whole(listed: tuple[ListedFile, ...] | bytes, *files: tuple[str, bytes], to: Identity = PROVINCE_AGE) -> bytes:
    content = listed if isinstance(listed, bytes) else strict.encode(listed)
    return sealed(tar(("list.json", content), *files), to)


def beside(
    content: bytes,
    manifest: RoomBackupManifest = MANIFEST,
    key: SigningKey = SITE_LOCK,
    kind: Kind = Kind.ROOM_BACKUP,
) -> Callable[[str], Files]:
    """The backup and a sidecar that fits it."""

    def files(own: str) -> Files:
        stated = replace(manifest, name=own, digest=digest(content), size=len(content))
        return {"": content, ".jws": sign(kind, stated, key)}

    return files


def backup(expect: str | Code = OK) -> Callable[[Callable[[], Callable[[str], Files]]], object]:
    def listed(make: Callable[[], Callable[[str], Files]]) -> object:
        add("room-backup", named(make), str(expect), said(make), make())
        return make

    return listed


@backup()
def whole_room() -> Callable[[str], Files]:
    """As the program writes it."""
    return beside(whole(LISTED, *FILES))


@backup(Code.FILE_MISSING)
def no_sidecar() -> Callable[[str], Files]:
    """Nothing stands beside it."""
    return lambda _: {"": whole(LISTED, *FILES)}


@backup(Code.COPY_DIFFERS)
def truncated() -> Callable[[str], Files]:
    """The last byte is missing."""
    return lambda own: {**beside(whole(LISTED, *FILES))(own), "": whole(LISTED, *FILES)[:-1]}


@backup(Code.FILE_DAMAGED)
def age_truncated() -> Callable[[str], Files]:
    """The end of the age file is missing, and the sidecar was signed over what is left."""
    return beside(whole(LISTED, *FILES)[:-1])


@backup(Code.SIGNER_UNKNOWN)
def sidecar_of_another_lock() -> Callable[[str], Files]:
    """The sidecar is signed by another lock."""
    return beside(whole(LISTED, *FILES), key=STRANGE_LOCK)


@backup(Code.KIND_WRONG)
def sidecar_of_kind_s() -> Callable[[str], Files]:
    """The same sidecar signed as that of a backup of kind S."""
    return beside(whole(LISTED, *FILES), kind=Kind.BACKUP)


@backup(Code.FILE_NOT_FOR_US)
def for_somebody_else() -> Callable[[str], Files]:
    """Sealed to a stranger."""
    return beside(whole(LISTED, *FILES, to=STRANGER_AGE))


@backup(Code.MEMBER_STRANGE)
def list_not_first() -> Callable[[str], Files]:
    """A file comes before the list."""
    return beside(sealed(tar(FILES[0], ("list.json", strict.encode(LISTED)), FILES[1]), PROVINCE_AGE))


@backup(Code.MEMBER_MISSING)
def no_list() -> Callable[[str], Files]:
    """Nothing is inside."""
    return beside(sealed(tar(), PROVINCE_AGE))


@backup(Code.MEMBER_MISSING)
def file_missing() -> Callable[[str], Files]:
    """The second file of the list is not inside."""
    return beside(whole(LISTED, FILES[0]))


@backup(Code.MEMBER_STRANGE)
def file_too_many() -> Callable[[str], Files]:
    """A file that the list does not know."""
    return beside(whole(LISTED, *FILES, ("files/000003", b"")))


@backup(Code.MEMBER_DIFFERS)
def file_changed() -> Callable[[str], Files]:
    """A file of the right size with other bytes."""
    return beside(whole(LISTED, ("files/000001", FIRST.upper()), FILES[1]))


def named_so(name: str) -> Callable[[str], Files]:
    return beside(whole((replace(LISTED[0], name=name), LISTED[1]), *FILES))


@backup(Code.CONTENT_UNFIT)
def name_leads_out() -> Callable[[str], Files]:
    """A name that leads out of the folder."""
    return named_so("results/../../001.dat")


@backup(Code.MEMBER_DOUBLED)
def name_doubled() -> Callable[[str], Files]:
    """Two files of one name."""
    return named_so(LISTED[1].name)


@backup(Code.FIELD_DOUBLED)
def list_field_doubled() -> Callable[[str], Files]:
    """The name of a file stands twice in its line."""
    return beside(whole(b"[" + doubled(LISTED[0]) + b"," + msgspec.json.encode(LISTED[1]) + b"]", *FILES))


@backup(Code.COPY_DIFFERS)
def files_counted_otherwise() -> Callable[[str], Files]:
    """The sidecar speaks of three files."""
    return beside(whole(LISTED, *FILES), replace(MANIFEST, files=3))
