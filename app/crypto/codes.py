"""Authorization codes: hash chains whose link m, read over the phone, is good for m minutes and proves nothing above.

The province makes them from its master; a site holds only roots and can check, not make. Written down in
app/exchange/FORMATS.md, "Authorization codes".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest, digest
from unicodedata import category, normalize

LONGEST = 60  # minutes; more needs a signed document
SIZE = 10  # bytes in a link, a root and a code
GROUPS = 4
IN_GROUP = 5  # four symbols and their check symbol

_EDITION = "kaodian-code/1"
_SEPARATOR = "\x1f"
_STEPS = tuple(bytes([k]) for k in range(LONGEST + 1))  # a link's number, as hashed

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_VALUES = {symbol: value for value, symbol in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_VALUES |= {symbol.lower(): value for symbol, value in _VALUES.items()}
_UNKNOWN = -1


class Purpose(StrEnum):
    """What the minutes of a code are a ceiling on."""

    DELAY = "delay"
    DELAY_SITE = "delay-site"
    EXTRA_TIME = "extra-time"
    EXTRA_TIME_ROOM = "extra-time-room"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a code is for; `subject` is a room, a ticket, or `*` for the whole site."""

    purpose: Purpose
    exam: str
    site: str
    session: str
    subject: str
    context: bytes = field(init=False, repr=False, compare=False)
    """C: 32 bytes that stand for all five fields."""

    def __post_init__(self) -> None:
        """Refuse what would be ambiguous, then fix the context."""
        fields = (_EDITION, self.purpose, self.exam, self.site, self.session, self.subject)
        if any(_SEPARATOR in value for value in fields):
            raise ValueError("a field holds the separator 0x1F")
        if self.purpose == Purpose.DELAY_SITE and self.subject != "*":
            raise ValueError("delay-site is for the whole site, '*'")
        object.__setattr__(self, "context", sha256(_SEPARATOR.join(fields).encode()).digest())


@dataclass(frozen=True, slots=True)
class Mistyped:
    """What could not be read: the groups (1 to 4) to hear again, and how many symbols were typed (a code has 20)."""

    groups: tuple[int, ...]
    length: int = GROUPS * IN_GROUP


def links(master: bytes, subject: Subject) -> tuple[bytes, ...]:
    """The whole chain, e[0] to e[60]: the root, then the code for each minute."""
    if len(master) != 32:
        raise ValueError("a master has 32 bytes")
    context = subject.context
    link = digest(master, context, "sha256")[:SIZE]
    chain = [link]
    for step in _STEPS[:0:-1]:
        link = sha256(context + step + link).digest()[:SIZE]
        chain.append(link)
    return tuple(reversed(chain))


def root(master: bytes, subject: Subject) -> bytes:
    """e[0], which the site is given."""
    return links(master, subject)[0]


def code(master: bytes, subject: Subject, minutes: int) -> str:
    """The text to read out for 1 to 60 minutes."""
    if not 1 <= minutes <= LONGEST:
        raise ValueError(f"a code is for 1 to {LONGEST} minutes")
    return text(links(master, subject)[minutes])


def ceiling(given: bytes, subject: Subject, root: bytes) -> int | None:
    """The minutes a code is good for with this subject, or None."""
    context = subject.context
    for minutes in range(1, LONGEST + 1):
        link = given
        for step in _STEPS[minutes:0:-1]:
            link = sha256(context + step + link).digest()[:SIZE]
        if compare_digest(link, root):
            return minutes
    return None


def text(link: bytes) -> str:
    """Ten bytes as four groups of four symbols and a check symbol."""
    if len(link) != SIZE:
        raise ValueError(f"a code has {SIZE} bytes")
    number = int.from_bytes(link, "big")
    values = [number >> shift & 31 for shift in range(75, -5, -5)]
    groups = [values[start : start + 4] for start in range(0, len(values), 4)]
    return "-".join(
        "".join(_ALPHABET[value] for value in (*group, _check(n, group))) for n, group in enumerate(groups, start=1)
    )


def read(typed: str) -> bytes | Mistyped:
    """The ten bytes of a code as typed, or what to hear again."""
    values = _values(typed)
    groups = [values[start : start + IN_GROUP] for start in range(0, GROUPS * IN_GROUP, IN_GROUP)]
    wrong = tuple(n for n, group in enumerate(groups, start=1) if not _holds(n, group))
    if wrong or len(values) != GROUPS * IN_GROUP:
        return Mistyped(wrong, len(values))
    number = 0
    for group in groups:
        for value in group[:-1]:
            number = number << 5 | value
    return number.to_bytes(SIZE, "big")


def group_ok(n: int, symbols: str) -> bool:
    """Whether five symbols as typed can be group n, 1 to 4."""
    return 1 <= n <= GROUPS and _holds(n, _values(symbols))


def _values(typed: str) -> list[int]:
    """Symbols as numbers; spaces and dashes are dropped, a foreign symbol keeps its place.

    Full-width letters and digits count as what they stand for: a Chinese input method writes them.
    """
    # One by one: a symbol that stands for several must not become several.
    plain = (normalize("NFKC", symbol) for symbol in typed)
    return [_VALUES.get(symbol, _UNKNOWN) for symbol in plain if not (symbol.isspace() or _dash(symbol))]


def _dash(symbol: str) -> bool:
    return len(symbol) == 1 and category(symbol) == "Pd"


def _holds(n: int, values: list[int]) -> bool:
    return len(values) == IN_GROUP and _UNKNOWN not in values and _check(n, values[:-1]) == values[-1]


def _check(n: int, group: list[int]) -> int:
    """n + a d1 + a^2 d2 + a^3 d3 + a^4 d4 over GF(32) with x^5 + x^2 + 1 and a = 2, by Horner's rule."""
    total = 0
    for value in reversed(group):
        total = (total ^ value) << 1
        if total > 31:
            total ^= 0b100101
    return n ^ total
