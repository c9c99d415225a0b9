"""Which font a character is printed in, how wide it is, and how it is cut into lines, and what no font has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.resources import RESOURCES

REGULAR = "ExamSans"
BOLD = "ExamSans-Bold"
RARE = "ExamRare"

_FILES = {REGULAR: "NotoSansSC_400Regular.ttf", BOLD: "NotoSansSC_700Bold.ttf", RARE: "HanaMinB.ttf"}


class Face(NamedTuple):
    """A font at a size."""

    font: str
    size: float


Run = tuple[str, str]
"""A font and the string set in it."""

_BLANKS = str.maketrans("\n\r\t", "   ")
_OPENING, _CLOSING = r"[\u201c\u300a\uff08]*", r"[\u201d\u3001\u3002\u300b\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*"
_TOKENS = re.compile(rf"{_OPENING}(?:[!-~]+| +|.){_CLOSING}")
"""Western words and numbers stay whole; every other character may end a line, with the punctuation that belongs to it.
"""
_CODES = 6
"""Three lines of a narrow column."""
_SUPPLEMENTARY = re.compile(r"<([0-9A-F]{5,6})>")


class _Font(TTFont):  # type: ignore[misc]
    """reportlab 5.1.0 writes a character above U+FFFF into the ToUnicode map as five or six hex digits, where PDF wants
    UTF-16BE: such a name is printed but can be neither searched nor copied. Only those entries are rewritten."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        super().addObjects(doc)
        for name, held in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                held.content = _SUPPLEMENTARY.sub(_utf16, held.content)


def _utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _font(name: str) -> Any:
    """Loaded on first use: the fallback alone is 30 MB."""
    font = _Font(name, str(RESOURCES / "fonts" / _FILES[name]), asciiReadable=False, shapable=False)
    # Every document copies the whole outline table out of the file otherwise, 30 MB for one rare name.
    font.face.get_table = cache(font.face.get_table)
    pdfmetrics.registerFont(font)
    return font


def load() -> None:
    """Make the two everyday fonts known to reportlab; the fallback follows with the first character that needs it."""
    # Text armour around binary streams is a habit of the eighties: a quarter more bytes, a fifth more time.
    rl_config.useA85 = 0
    _font(REGULAR)
    _font(BOLD)


class _Carriers(dict[str, str | None]):
    """Character -> "" for the everyday fonts (both weights have the same characters), RARE, or None: no font has it."""

    def __missing__(self, char: str) -> str | None:
        found: str | None = None
        if ord(char) in _font(REGULAR).face.charToGlyph:
            found = ""
        elif ord(char) in _font(RARE).face.charToGlyph:
            found = RARE
        self[char] = found
        return found


class _Advances(dict[str, float]):
    """Character -> its width at size 1. Characters are kept, never strings: a name must not outlive its erasure."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, char: str) -> float:
        advance = self[char] = float(_font(self.font).face.getCharWidth(ord(char))) / 1000
        return advance


_carriers = _Carriers()
_advances = {name: _Advances(name) for name in _FILES}


def missing(text: str) -> tuple[str, ...]:
    """The characters that no font has, once each, in order."""
    return tuple(dict.fromkeys(char for char in text.translate(_BLANKS) if _carriers[char] is None))


def spelled(text: str) -> str:
    """The text as it can be printed: a code point in place of a character no font has, a space for a line end."""
    text = text.translate(_BLANKS)
    if None in map(_carriers.__getitem__, text):
        return "".join(char if _carriers[char] is not None else f"[U+{ord(char):04X}]" for char in text)
    return text


def shortened(text: str) -> str:
    """The text as far as the first signs that no font has: written as codes they take nine times the room."""
    foreign = [place for place, char in enumerate(text.translate(_BLANKS)) if _carriers[char] is None]
    return f"{text[: foreign[_CODES]]}\u2026" if len(foreign) > _CODES else text


def runs(text: str, font: str = REGULAR) -> Iterator[Run]:
    """Spelled text cut where the font changes."""
    if any(map(_carriers.__getitem__, text)):
        for carrier, chars in groupby(text, _carriers.__getitem__):
            yield carrier or font, "".join(chars)
    elif text:
        yield font, text


def width(text: str, face: Face) -> float:
    """How wide spelled text is, in points."""
    if any(map(_carriers.__getitem__, text)):
        return face.size * sum(_advances[_carriers[char] or face.font][char] for char in text)
    return face.size * sum(map(_advances[face.font].__getitem__, text))


def fitted(text: str, face: Face, room: float) -> Face:
    """The face, smaller where needed, in which the text fits into one line."""
    needed = width(text, face)
    return face if needed <= room else Face(face.font, face.size * room / needed)


def wrapped(text: str, face: Face, room: float) -> list[str]:
    """Lines no wider than the room. None begins with closing or ends with opening punctuation where it can be helped;
    a long number is cut where it must be."""
    if width(text, face) <= room:
        return [text]
    lines = [""]
    for token in _TOKENS.findall(text):
        if width(lines[-1] + token, face) <= room:
            lines[-1] += token
        elif len(token) > 1 and width(token, face) > room:
            for char in token:
                if width(lines[-1] + char, face) > room:
                    lines.append("")
                lines[-1] += char
        else:
            lines.append(token.lstrip(" "))
    return [line for line in lines if line]
