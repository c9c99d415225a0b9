"""Vectors of the exam package: what is wrong with its seal, its packing and its archive."""

from __future__ import annotations

import tarfile

from app.exchange.agefile import seal
from app.trouble import Code
from tests.vectors import sample
from tests.vectors.bench import END, entry, flipped, pack, sealed, tar, vector
from tests.vectors.keys import SITE_AGE, STRANGER_AGE
from tests.vectors.packages import GOOD, package

TAR = tar(*GOOD)
BODY = tar(*GOOD[:2])[: -len(END)]  # as much as is read before the archive itself is at fault
PLAIN = pack(TAR)


def to_site(packed: bytes) -> bytes:
    return seal(packed, [SITE_AGE.to_public()])


@vector("package")
def good() -> bytes:
    """As the program writes it."""
    return sealed(TAR)


@vector("package", Code.FILE_DAMAGED)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("package", Code.FILE_DAMAGED)
def not_age() -> bytes:
    """The packed members, not sealed."""
    return PLAIN


@vector("package", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Sealed to another site."""
    return sealed(TAR, STRANGER_AGE)


@vector("package", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return sealed(TAR)[:-1]


@vector("package", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(sealed(TAR), -100)


@vector("package", Code.FILE_DAMAGED)
def age_header_flipped() -> bytes:
    """A bit of the header's authentication changed."""
    whole = sealed(TAR)
    return flipped(whole, whole.index(b"\n--- ") + 6)


@vector("package", Code.FILE_DAMAGED)
def age_trailing() -> bytes:
    """A byte too many at the end."""
    return sealed(TAR) + b"x"


@vector("package", Code.FILE_DAMAGED)
def zstd_truncated() -> bytes:
    """The last bytes of the packing are missing, the seal is whole."""
    return to_site(PLAIN[:-9])


@vector("package", Code.FILE_DAMAGED)
def zstd_trailing() -> bytes:
    """Something stands after the packing."""
    return to_site(PLAIN + b"surprise")


@vector("package", Code.FILE_DAMAGED)
def not_zstd() -> bytes:
    """The members are not packed."""
    return to_site(tar(("exam.json", b"{}")))


@vector("package", Code.FILE_DAMAGED)
def tar_truncated() -> bytes:
    """The archive ends inside its last member."""
    return sealed(TAR[: -len(END) - 600])


@vector("package", Code.FILE_DAMAGED)
def tar_without_end() -> bytes:
    """The archive ends after its last member without the blocks that say so."""
    return sealed(TAR[: -len(END)])


@vector("package", Code.FILE_DAMAGED)
def tar_half_an_end() -> bytes:
    """One closing block instead of two."""
    return sealed(TAR[:-512])


@vector("package", Code.FILE_DAMAGED)
def tar_trailing() -> bytes:
    """Something stands after the end of the archive."""
    return sealed(BODY + END + b"surprise".ljust(512, b"\0"))


@vector("package", Code.FILE_DAMAGED)
def tar_padding() -> bytes:
    """The padding of a member is not zero."""
    return sealed(flipped(TAR[: -len(END)], -1) + END)


@vector("package", Code.FILE_DAMAGED)
def tar_header_broken() -> bytes:
    """The last member's header does not agree with its checksum."""
    return sealed(BODY + flipped(entry("papers/1-2.age"), 3) + END)


@vector("package", Code.MEMBER_MISSING)
def nothing_inside() -> bytes:
    """An archive without members."""
    return sealed(END)


@vector("package", Code.MEMBER_MISSING)
def appointment_only() -> bytes:
    """The archive ends after the appointment."""
    return sealed(tar(GOOD[0]))


@vector("package", Code.MEMBER_MISSING)
def manifest_first() -> bytes:
    """The manifest stands before the appointment."""
    return sealed(tar(GOOD[1], GOOD[0]))


@vector("package", Code.MEMBER_MISSING)
def manifest_late() -> bytes:
    """A member stands before the manifest."""
    return sealed(tar(GOOD[0], sample.MEMBERS[3], GOOD[1]))


@vector("package", Code.MEMBER_STRANGE)
def member_unknown() -> bytes:
    """A member of a name that is not on our list, signed for."""
    return package([*sample.MEMBERS, ("notes.txt", b"hello")])


@vector("package", Code.MEMBER_STRANGE)
def member_path() -> bytes:
    """A member that points out of its folder."""
    return package([*sample.MEMBERS, ("photos/../../exam.json", b"{}")])


@vector("package", Code.MEMBER_STRANGE)
def member_absolute() -> bytes:
    """A member with an absolute path."""
    return package([*sample.MEMBERS, ("/exam.json", b"{}")])


@vector("package", Code.MEMBER_STRANGE)
def member_not_listed() -> bytes:
    """A paper that the manifest does not name."""
    return package([*sample.MEMBERS, ("papers/1-2.age", b"x")], sample.MANIFEST)


@vector("package", Code.MEMBER_STRANGE)
def member_link() -> bytes:
    """A symbolic link under a known name."""
    return sealed(BODY + entry("papers/1-2.age", kind=tarfile.SYMTYPE) + END)


@vector("package", Code.MEMBER_STRANGE)
def member_hard_link() -> bytes:
    """A hard link under a known name."""
    return sealed(BODY + entry("papers/1-2.age", kind=tarfile.LNKTYPE) + END)


@vector("package", Code.MEMBER_STRANGE)
def member_folder() -> bytes:
    """A folder under a known name."""
    return sealed(BODY + entry("papers/1-2.age", kind=tarfile.DIRTYPE) + END)


@vector("package", Code.MEMBER_STRANGE)
def member_sparse() -> bytes:
    """A sparse file of GNU tar under a known name."""
    return sealed(BODY + entry("papers/1-2.age", kind=tarfile.GNUTYPE_SPARSE) + END)


@vector("package", Code.MEMBER_STRANGE)
def pax_header() -> bytes:
    """An extended header of pax, which could rename and resize what follows."""
    return sealed(BODY + entry("papers/1-2.age", b"18 path=exam.json\n", tarfile.XHDTYPE) + END)


@vector("package", Code.MEMBER_STRANGE)
def long_name() -> bytes:
    """A long name of GNU tar."""
    return sealed(BODY + entry("papers/1-2.age", b"exam.json\0", tarfile.GNUTYPE_LONGNAME) + END)


@vector("package", Code.MEMBER_DOUBLED)
def member_doubled() -> bytes:
    """exam.json stands twice."""
    return sealed(tar(*GOOD[:3], GOOD[2]))


@vector("package", Code.FILE_TOO_LARGE)
def member_too_large() -> bytes:
    """A photo whose header promises a byte more than a photo may have."""
    return sealed(BODY + entry(f"photos/{'0' * 64}.jpg", size=(1 << 20) + 1) + END)
