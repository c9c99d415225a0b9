"""A site's worth of made-up input: the same seed gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import msgspec

from app.authority.folder import PAPERS, PHOTOS, read_exam
from app.authority.portraits import portraits, tagged
from app.authority.roster import ROOM_COLUMNS, ROSTER_COLUMNS, STAFF_COLUMNS
from app.authority.sample_paper import papers
from app.authority.tables import Column
from app.core.arrangement_rules import id_checksum
from app.core.plan import Exam
from app.core.staffing import ADMINS
from app.core.terms import Mode, Role, SessionId
from app.resources import RESOURCES
from app.trouble import Code, Trouble

DEMO = RESOURCES / "demo"
_PER_FLOOR = 5
_PER_ROVING = 5
_RESERVE = 2
"""Invigilators besides those that the rooms need."""
_BOTH_SESSIONS = 0.7
_RARE_EVERY = 23
_RARE_FIRST = 5
_MOST = 999  # rooms of a site and candidates of a room: three digits each in a ticket
_TEST, _DRILL = timedelta(days=24), timedelta(days=10)
_BORN = date(1966, 1, 1)
_BORN_DAYS = 12_000


class _Place(msgspec.Struct, frozen=True):
    code: str
    name: str
    address: str
    phones: tuple[str, ...]


class _RoomWords(msgspec.Struct, frozen=True):
    name: str
    building: str


class _Words(msgspec.Struct, frozen=True):
    """resources/demo/names.toml."""

    id_type: str
    area: str
    surnames: str
    doubled_surnames: tuple[str, ...]
    given: str
    rare_surnames: str
    rare_given: str
    long: tuple[str, ...]
    site: _Place
    room: _RoomWords


@dataclass(frozen=True, slots=True)
class _Size:
    rooms: int
    candidates: int
    batches: int
    percent: int

    def __post_init__(self) -> None:
        if not (0 < self.rooms <= _MOST and self.candidates > 0 and self.per_room <= _MOST):
            message = f"{self.candidates} candidates in {self.rooms} rooms"
            raise Trouble(Code.CONTENT_UNFIT, file="sample", line=0, problem=message)

    @property
    def per_room(self) -> int:
        """In the fullest room of the biggest batch."""
        return _up(_up(self.candidates, self.batches), self.rooms)

    @property
    def every_room(self) -> int:
        """With the standby room that an overbooked site keeps."""
        return self.rooms + bool(self.percent)

    @property
    def seats(self) -> int:
        """Enough in a normal site; in an overbooked one just as many as the ratio allows for."""
        if self.percent:
            return _up(self.per_room * 100, 100 + self.percent)
        return max(30, _up(self.per_room, 10) * 10)

    @property
    def spares(self) -> int:
        return _up(self.seats, 20)


def write(
    out: Path, schedule: str, rooms: int, candidates: int, seed: int, mode: Mode, overbook_percent: int = 0
) -> None:
    """Write the agency's folder for one site; `schedule` is a file of resources/demo without its ending."""
    content = (DEMO / f"{schedule}.toml").read_bytes()
    exam = read_exam(DEMO / f"{schedule}.toml")
    size = _Size(rooms, candidates, len({session.batch for session in exam.sessions}), overbook_percent)
    made = _Making(exam, size, Random(seed))  # noqa: S311 (made to be the same again)
    (out / PHOTOS).mkdir(parents=True)  # photos of another sample would be photos of nobody
    (out / "exam.toml").write_bytes(content)
    (out / "site.toml").write_bytes(made.site(mode).encode())
    (out / "rooms.csv").write_bytes(_csv(ROOM_COLUMNS, made.rooms()))
    roster = list(made.roster())
    (out / "roster.csv").write_bytes(_csv(ROSTER_COLUMNS, roster))
    (out / "staff.csv").write_bytes(_csv(STAFF_COLUMNS, made.staff()))
    drawn = portraits(made.random)
    for number, ticket in enumerate(dict.fromkeys(line[0] for line in roster)):
        (out / PHOTOS / f"{ticket}.jpg").write_bytes(tagged(drawn[number % len(drawn)], ticket))
    (out / PAPERS).mkdir()
    for session, paper in papers(exam, seed):
        (out / PAPERS / session).write_bytes(paper)


class _Making:
    def __init__(self, exam: Exam, size: _Size, random: Random) -> None:
        self.random = random
        self._size = size
        self._words = msgspec.toml.decode((DEMO / "names.toml").read_bytes(), type=_Words)
        self._first_day = min(session.starts_at for session in exam.sessions).date()
        self._given: set[str] = set()
        self._batches: dict[int, list[SessionId]] = {}
        for session in exam.sessions:
            self._batches.setdefault(session.batch, []).append(session.id)

    def site(self, mode: Mode) -> str:
        place = self._words.site
        said = {
            "code": place.code,
            "name": place.name,
            "address": place.address,
            "phones": place.phones,
            "timestamp": f"{self._first_day - timedelta(days=8)} 16:05:33",
            "mode": mode.value,
        }
        return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items())

    def rooms(self) -> Iterator[Sequence[str | int]]:
        size, words = self._size, self._words.room
        for number in range(1, size.every_room + 1):
            floor, door = 1 + (number - 1) // _PER_FLOOR, 1 + (number - 1) % _PER_FLOOR
            name = words.name.format(number=number, floor=floor, door=door)
            machines = size.seats + size.spares
            standby = number > size.rooms
            percent = 0 if standby else size.percent
            seats = (size.seats, size.spares, machines)
            yield _room(number), name, words.building, floor, *seats, 0, int(standby), percent

    def roster(self) -> Iterator[Sequence[str]]:
        """Batch by batch, room by room, in order of sequence, as such tables come."""
        size = self._size
        year, area = f"{self._first_day:%y}", self._words.site.code[:4]
        person = 0
        for place, (batch, sessions) in enumerate(self._batches.items()):
            in_batch = _share(size.candidates, len(self._batches), place)
            for number in range(1, size.rooms + 1):
                for sequence in range(1, _share(in_batch, size.rooms, number - 1) + 1):
                    ticket = f"{year}{area}{batch}{number:03}{sequence:03}"
                    name, id_number = self._name(person), self._id_number()
                    seat = "" if size.percent else f"{sequence:03}"
                    for session in self._sits(sessions):
                        who = (ticket, name, self._words.id_type, id_number)
                        yield *who, session, _room(number), seat, f"{ticket}.jpg"
                    person += 1

    def staff(self) -> Iterator[Sequence[str | int]]:
        rooms = [_room(number) for number in range(1, self._size.every_room + 1)]
        pairs = [room for room in rooms for _ in range(2)]
        posts: list[tuple[str, Role, str, int]] = [
            ("C01", Role.CHIEF, "", 0),
            ("D01", Role.DEPUTY, "", 0),
            ("A01", Role.SITE_ADMIN, "", 1),
            ("A02", Role.SITE_ADMIN, "", 1),
            *((f"R{number:03}", Role.ROOM_ADMIN, room, 1) for number, room in enumerate(rooms, 1)),
            *((f"I{number:03}", Role.INVIGILATOR, room, number % 2) for number, room in enumerate(pairs, 1)),
            *((f"V{number:02}", Role.ROVING, "", 0) for number in range(1, _up(len(rooms), _PER_ROVING) + 1)),
            ("O01", Role.EXAM_OFFICE, "", 0),
            ("O02", Role.EXAM_OFFICE, "", 0),
            ("P01", Role.RESIDENT, "", 0),
            ("T01", Role.TECHNICIAN, "", 1),
            *((f"I9{number:02}", Role.INVIGILATOR, "", 1) for number in range(1, _RESERVE + 1)),
        ]
        names = [self._common_name() for _ in posts]
        for number, (name, (code, role, room, skill)) in enumerate(zip(names, posts, strict=True), 1):
            passed = (self._first_day - days if role in ADMINS else "" for days in (_TEST, _DRILL))
            yield code, name, role.value, room, f"000-0001{number:04}", skill, self._id_number(), *map(str, passed)

    def _sits(self, sessions: list[SessionId]) -> list[SessionId]:
        both = self.random.random() < _BOTH_SESSIONS
        return sessions if both or len(sessions) == 1 else [self.random.choice(sessions)]

    def _name(self, person: int) -> str:
        """Now and then one with a rare character, or a long one: what fonts and columns must bear."""
        words, random = self._words, self.random
        turn, common = divmod(person - _RARE_FIRST, _RARE_EVERY)
        if common:
            return self._common_name()
        if turn % 3 == 0:
            return random.choice(words.rare_surnames) + random.choice(words.given)
        if turn % 3 == 1:
            return random.choice(words.surnames) + words.rare_given[turn // 3 % len(words.rare_given)]
        return words.long[turn // 3 % len(words.long)]

    def _common_name(self) -> str:
        words, random = self._words, self.random
        surname = random.choice(words.doubled_surnames if random.random() < 0.02 else words.surnames)
        return surname + "".join(random.choices(words.given, k=random.choice((1, 2, 2, 2))))

    def _id_number(self) -> str:
        born = _BORN + timedelta(days=self.random.randrange(_BORN_DAYS))
        body = f"{self._words.area}{born:%Y%m%d}{self.random.randrange(1000):03}"
        if body in self._given:
            return self._id_number()
        self._given.add(body)
        return body + id_checksum(body)


def _room(number: int) -> str:
    return f"{number:03}"


def _up(whole: int, parts: int) -> int:
    """Divided and rounded up."""
    return -(-whole // parts)


def _share(whole: int, parts: int, place: int) -> int:
    """The part at `place` when `whole` is dealt out evenly, the first parts taking what is over."""
    return whole // parts + (place < whole % parts)


def _csv(columns: Sequence[Column], lines: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with its mark, which spreadsheet programs ask for."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")
