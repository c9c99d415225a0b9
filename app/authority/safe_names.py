"""Names that came from outside, made fit for a file of any system; what they were is told beside them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath

_RESERVED = frozenset('<>:"|?*')
_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    )
)
_LONGEST_PART, _LONGEST = 60, 180
"""Signs; a rare one has four bytes, and a part of 255 bytes is the most that common file systems take."""


def safe(name: str) -> str:
    """One part of a path that leads nowhere else, is no device, and shows what it holds."""
    plain = "".join("_" if sign in _RESERVED or sign in "/\\" or not sign.isprintable() else sign for sign in name)
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _LONGEST_PART and dot and len(ending) < _LONGEST_PART // 2:
        plain = stem[: _LONGEST_PART - len(ending) - 1] + "." + ending
    # Windows takes dots and spaces off the end, and then it may be a device or another file.
    plain = plain[:_LONGEST_PART].rstrip(". ").lstrip(" ")
    if not plain or plain.split(".")[0].rstrip(" ").casefold() in _DEVICES:
        plain = f"_{plain}"
    return plain


@dataclass(frozen=True, slots=True)
class Names:
    """Relative paths for the names of one folder: all different on every system, none of them a folder of another."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def path(self, name: str) -> PurePosixPath:
        """For the next of them."""
        parts = [safe(part) for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
        path = PurePosixPath(*parts)
        if not parts or len(str(path)) > _LONGEST or not self._free(path):
            path = PurePosixPath(f"{len(self.files) + 1:06}-{parts[-1] if parts else '_'}")
        while not self._free(path):
            path = PurePosixPath(f"_{path}")
        self.files.add(_same(path))
        self.folders.update(_same(above) for above in path.parents)
        return path

    def _free(self, path: PurePosixPath) -> bool:
        return not ({_same(path), *map(_same, path.parents)} & self.files) and _same(path) not in self.folders


def _same(path: PurePosixPath) -> str:
    """What two names have in common where a system does not tell them apart."""
    return unicodedata.normalize("NFKC", str(path)).casefold()
