"""The schedules of the notice, and sample data that pass every check of ours."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise
from pathlib import Path

import msgspec
import openpyxl
import pytest
from PIL import Image

from app.authority import sample_paper
from app.authority.faults import FaultKind
from app.authority.folder import SiteHeader, read_exam, read_header, read_tables
from app.authority.roster import Arranged, arrange
from app.authority.sample import DEMO, write
from app.core.terms import Mode, Role
from app.exchange import paper
from app.exchange.paper import QuestionKind
from app.trouble import Trouble

SENIOR = "liaoning-2021-senior"
INTERMEDIATE = "liaoning-2021-intermediate"


def arranged(folder: Path) -> Arranged:
    return arrange(read_exam(folder / "exam.toml"), read_tables(folder), 30)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("schedule", "exam_id", "times"),
    [
        (SENIOR, "economics-2021-senior", ["1-1 06-19 09:00-12:00 高级经济实务", "2-1 06-19 14:30-17:30 高级经济实务"]),
        (
            INTERMEDIATE,
            "economics-2021-intermediate",
            [
                f"{batch}-{place} 10-{day} {hours} {subject}"
                for batch, day, halves in (
                    (1, 30, ("08:30-10:00", "10:40-12:10")),
                    (2, 30, ("14:00-15:30", "16:10-17:40")),
                    (3, 31, ("08:30-10:00", "10:40-12:10")),
                    (4, 31, ("14:00-15:30", "16:10-17:40")),
                )
                for place, hours, subject in zip((1, 2), halves, ("经济基础知识", "专业知识和实务"), strict=True)
            ],
        ),
    ],
)
def test_schedules_are_those_of_the_notice(schedule: str, exam_id: str, times: list[str]) -> None:
    exam = read_exam(DEMO / f"{schedule}.toml")
    assert (exam.id, exam.rulebook, exam.codes) == (exam_id, schedule, "chain")
    assert [f"{one.id} {one.starts_at:%m-%d %H:%M}-{one.ends_at:%H:%M} {one.subject}" for one in exam.sessions] == times
    assert {(one.starts_at.year, str(one.starts_at.tzinfo), one.media) for one in exam.sessions} == {
        (2021, "UTC+08:00", False)
    }
    assert all(str(one.id).split("-")[0] == str(one.batch) for one in exam.sessions)
    same_batch = [(one, two) for one, two in pairwise(exam.sessions) if one.batch == two.batch]
    assert all((two.starts_at - one.ends_at).total_seconds() == 40 * 60 for one, two in same_batch)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        write(tmp_path / name, INTERMEDIATE, 3, 150, seed, Mode.PRACTICE)
    one, two, other = (content(tmp_path / name) for name in "abc")
    assert one == two
    assert one.keys() == other.keys()
    assert one["roster.csv"] != other["roster.csv"]
    assert one["exam.toml"] == (DEMO / f"{INTERMEDIATE}.toml").read_bytes()


@pytest.mark.parametrize("percent", [0, 30])
@pytest.mark.parametrize("schedule", [SENIOR, INTERMEDIATE])
def test_a_sample_has_neither_fault_nor_note(tmp_path: Path, schedule: str, percent: int) -> None:
    write(tmp_path, schedule, 4, 403, 1, Mode.PRACTICE, percent)
    read = arranged(tmp_path)
    assert (read.faults, read.notes) == ((), ())
    assert (len(read.rooms), len(read.candidates)) == (4 + bool(percent), 403)
    assert [room.standby for room in read.rooms] == [False] * 4 + [True] * bool(percent)
    exam = read_exam(tmp_path / "exam.toml")
    assert read_header(tmp_path / "site.toml").plan(read.rooms).overbooked is bool(percent)
    batches = Counter(one.ticket[6] for one in read.candidates)
    assert len(batches) == len({one.batch for one in exam.sessions})
    assert max(batches.values()) - min(batches.values()) <= 1
    for one in read.candidates:
        assert len(one.ticket) == 13
        assert one.ticket.startswith("212101")
        assert len({(place.room, place.seat) for place in one.allotments}) == 1
        assert one.allotments[0].room == one.ticket[7:10]
        assert one.allotments[0].seat == (None if percent else one.sequence)
    assert all(room.machines == room.seats + room.spare_seats for room in read.rooms)


def test_the_fullest_room_sets_the_seats(tmp_path: Path) -> None:
    for name, candidates, percent, seats in (("a", 8, 0, 30), ("b", 121 * 4, 0, 130), ("c", 39 * 4, 30, 30)):
        write(tmp_path / name, INTERMEDIATE, 1, candidates, 1, Mode.PRACTICE, percent)
        read = arranged(tmp_path / name)
        assert read.faults == ()
        assert {room.seats for room in read.rooms} == {seats}


def test_people_of_the_sample(tmp_path: Path) -> None:
    write(tmp_path, INTERMEDIATE, 10, 1500, 3, Mode.PRACTICE)
    read = arranged(tmp_path)
    both = sum(len(one.allotments) == 2 for one in read.candidates)
    assert 0.65 < both / 1500 < 0.75
    assert {place.session[-1] for one in read.candidates if len(one.allotments) == 1 for place in one.allotments} == {
        "1",
        "2",
    }
    names = "".join(one.name for one in read.candidates)
    assert all(sign in names for sign in "𠮷䶮·")
    assert all(one.id_number.startswith("999999") for one in read.candidates)
    assert len({one.id_number for one in read.candidates}) == 1500
    assert len({one.photo for one in read.candidates}) == 1500
    pictures = sorted((tmp_path / "photos").iterdir())
    assert sum(path.stat().st_size for path in pictures) / 1500 < 6000
    with Image.open(io.BytesIO(pictures[0].read_bytes())) as picture:
        picture.load()
        assert (picture.size, picture.info["comment"]) == ((295, 413), pictures[0].stem.encode())


def test_staff_of_the_sample(tmp_path: Path) -> None:
    write(tmp_path, SENIOR, 6, 60, 3, Mode.PRACTICE)
    staff = arranged(tmp_path).staff
    assert Counter(one.role for one in staff) == {
        Role.CHIEF: 1,
        Role.DEPUTY: 1,
        Role.SITE_ADMIN: 2,
        Role.ROOM_ADMIN: 6,
        Role.INVIGILATOR: 14,
        Role.ROVING: 2,
        Role.EXAM_OFFICE: 2,
        Role.RESIDENT: 1,
        Role.TECHNICIAN: 1,
    }
    assert {"C01", "A01", "A02", "R001", "I001", "I002"} <= {one.code for one in staff}
    skilled = Counter(one.room for one in staff if one.role is Role.INVIGILATOR and one.skill)
    assert skilled == {None: 2} | {f"00{number}": 1 for number in range(1, 7)}
    assert all(one.phone.startswith("000-") for one in staff)


@pytest.mark.parametrize("schedule", [SENIOR, INTERMEDIATE])
def test_papers_of_the_sample(tmp_path: Path, schedule: str) -> None:
    write(tmp_path, schedule, 1, 8, 3, Mode.PRACTICE)
    exam = read_exam(tmp_path / "exam.toml")
    written = [paper.read((tmp_path / "papers" / one.id).read_bytes(), exam.id, one.id) for one in exam.sessions]
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [one.id for one in exam.sessions]
    assert [one.calculator for one in written] == [False, True] * (len(written) // 2)
    words = sample_paper.WORDS.read_text("utf-8")
    mark = words[words.index("【") : words.index("】") + 1]
    for one, session in zip(written, exam.sessions, strict=True):
        kinds = Counter(question.kind for question in one.questions)
        assert kinds == {
            QuestionKind.SINGLE: 5,
            QuestionKind.MULTIPLE: 3,
            QuestionKind.TRUE_FALSE: 3,
            QuestionKind.TEXT: 1,
        }
        assert [question.id for question in one.questions] == [str(number) for number in range(1, 13)]
        assert [len(section.questions) for section in one.sections] == [8, 4]
        assert one.title.startswith(session.subject)
        assert all(question.text.startswith(mark) for question in one.questions)
    drawn = [tuple(question.text for question in one.questions) for one in written]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize(
    ("schedule", "mode", "timestamp"),
    [(INTERMEDIATE, Mode.PRACTICE, "2021-10-22 16:05:33"), (SENIOR, Mode.REAL, "2021-06-11 16:05:33")],
)
def test_the_header_of_the_sample(tmp_path: Path, schedule: str, mode: Mode, timestamp: str) -> None:
    write(tmp_path, schedule, 1, 8, 3, mode)
    header = read_header(tmp_path / "site.toml")
    assert (header.code, header.mode, header.timestamp) == ("210101", mode, timestamp)
    assert header.phones
    assert header.address


@pytest.mark.parametrize("spoilt", ['phones = []\nname = "n"', 'phones = ["0"]\nname = " "', 'phones = ["0"]'])
def test_a_header_without_name_or_phone_is_refused(spoilt: str) -> None:
    text = f'code = "2101"\naddress = "a"\ntimestamp = "t"\nmode = "practice"\n{spoilt}\n'
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(text, type=SiteHeader)


def test_a_sample_is_not_written_over_another(tmp_path: Path) -> None:
    write(tmp_path, SENIOR, 1, 2, 3, Mode.PRACTICE)
    before = content(tmp_path)
    with pytest.raises(FileExistsError):
        write(tmp_path, SENIOR, 1, 2, 4, Mode.PRACTICE)
    assert content(tmp_path) == before


@pytest.mark.parametrize(("rooms", "candidates"), [(0, 10), (1000, 10), (1, 0), (1, 2000)])
def test_sizes_that_do_not_fit_a_ticket_are_refused(tmp_path: Path, rooms: int, candidates: int) -> None:
    with pytest.raises(Trouble, match="candidates in"):
        write(tmp_path, SENIOR, rooms, candidates, 1, Mode.PRACTICE)


def test_tables_missing_or_there_twice_are_named(tmp_path: Path) -> None:
    write(tmp_path, SENIOR, 1, 4, 1, Mode.PRACTICE)
    (tmp_path / "staff.csv").unlink()
    openpyxl.Workbook().save(tmp_path / "rooms.xlsx")
    faults = {fault.source: fault.kind for fault in arranged(tmp_path).faults}
    assert faults == {"rooms": FaultKind.FILE_DOUBLED, "staff": FaultKind.FILE_MISSING}
