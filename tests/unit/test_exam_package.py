"""The exam package, written and read."""

from __future__ import annotations

import dataclasses
import io
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.arrangement_rules import PlanFaultKind
from app.core.terms import LockSerial, RoomId
from app.exchange import exam_package, strict
from app.exchange.exam_package import Contents, Manifest, Unfit
from app.trouble import Code, Trouble
from tests.vectors import sample
from tests.vectors.keys import MINISTRY, PROVINCE, SITE_AGE
from tests.vectors.packages import package, swapped


def read(sealed: bytes, kept: dict[str, bytes] | None = None) -> Contents:
    kept = {} if kept is None else kept
    return exam_package.read(
        io.BytesIO(sealed),
        [SITE_AGE],
        ministry=MINISTRY.public,
        mode=sample.MODE,
        site=sample.SITE,
        keep=kept.__setitem__,
    )


def written(members: Sequence[tuple[str, bytes]], manifest: Manifest = sample.MANIFEST) -> bytes:
    target = io.BytesIO()
    exam_package.write(target, manifest, members, appointment=sample.APPOINTED, key=PROVINCE, site=SITE_AGE.to_public())
    return target.getvalue()


WHOLE = written(sample.MEMBERS)


def test_round_trip() -> None:
    kept: dict[str, bytes] = {}
    contents = read(WHOLE, kept)
    assert list(kept) == ["appointment.jws", "manifest.jws", *dict(sample.MEMBERS)]
    assert {name: kept[name] for name in dict(sample.MEMBERS)} == dict(sample.MEMBERS)
    assert contents.manifest == sample.MANIFEST
    assert contents.province.key == PROVINCE.public
    assert (contents.exam, contents.rulebook, contents.plan) == (sample.SITTINGS, sample.RULES, sample.PLAN)
    assert (contents.candidates, contents.staff, contents.locks) == (sample.CANDIDATES, sample.STAFF, sample.LOCKS)


def test_members_after_the_manifest_come_in_any_order() -> None:
    assert read(package(sample.MEMBERS[::-1])).candidates == sample.CANDIDATES


def test_a_package_without_people_papers_and_photos() -> None:
    bare = [one for one in swapped(roster_ndjson=b"", staff_ndjson=b"") if "/" not in one[0]]
    contents = read(package(bare))
    assert (contents.candidates, contents.staff) == ((), ())


def test_members_reach_the_caller_before_the_end_is_proved() -> None:
    """So `keep` must be undone on any raise: here everything but the end was sound."""
    large = random.Random(1).randbytes(400_000)
    members = [*sample.MEMBERS, ("papers/1-2.age", large), ("papers/1-3.age", large[::-1])]
    whole = written(members, replace(sample.MANIFEST, members=exam_package.listed(members)))
    kept: dict[str, bytes] = {}
    with pytest.raises(Trouble, match="file-damaged"):
        read(whole[:-1], kept)
    assert "roster.ndjson" in kept


def test_what_the_caller_cannot_keep_ends_the_reading() -> None:
    def keep(name: str, _: bytes) -> None:
        raise Trouble(Code.DISK_FULL, file=name)

    with pytest.raises(Trouble, match="disk-full"):
        exam_package.read(
            io.BytesIO(WHOLE),
            [SITE_AGE],
            ministry=MINISTRY.public,
            mode=sample.MODE,
            site=sample.SITE,
            keep=keep,
        )


def test_every_bad_row_is_named() -> None:
    first, second = sample.CANDIDATES
    lost = replace(second, allotments=(replace(second.allotments[0], room=RoomId("009")),))
    roster = exam_package.roster_lines([first, lost, first])
    with pytest.raises(Unfit) as caught:
        read(package(swapped(roster_ndjson=roster)))
    assert {fault.kind for fault in caught.value.faults} >= {PlanFaultKind.UNKNOWN_ROOM, PlanFaultKind.DOUBLED_TICKET}
    assert caught.value.facts == {"count": len(caught.value.faults)}


def test_a_bad_line_is_named() -> None:
    with pytest.raises(Trouble) as caught:
        exam_package.read_roster(strict.encode(sample.CANDIDATES[0]) + b"\n{}\n")
    assert (caught.value.facts["file"], caught.value.facts["line"]) == ("roster.ndjson", 2)


def test_what_is_personal() -> None:
    names = [name for name, _ in sample.MEMBERS if exam_package.personal(name)]
    assert names == ["roster.ndjson", "staff.ndjson", f"photos/{sample.digest(sample.PHOTO)}.jpg"]


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Trouble):
        read(bytes(changed))


def test_two_locks_of_one_room_are_refused() -> None:
    lock = next(lock for lock in sample.LOCKS if lock.room)
    twice = strict.encode((lock, replace(lock, serial=LockSerial("another"))))
    with pytest.raises(Trouble) as caught:
        exam_package._locks(twice)
    assert (caught.value.code, caught.value.facts["member"]) == (Code.MEMBER_DOUBLED, lock.room)


@pytest.mark.parametrize(
    "lacking", [{"name": " "}, {"address": ""}, {"phones": ()}, {"phones": ("",)}, {"timestamp": ""}]
)
def test_a_site_says_where_it_is_and_how_to_call_it(lacking: dict[str, object]) -> None:
    whole = read(WHOLE)
    with pytest.raises(Trouble) as caught:
        exam_package.expect_exam(dataclasses.replace(whole, plan=replace(whole.plan, **lacking)), sample.SITE)
    assert (caught.value.code, caught.value.facts["file"]) == (Code.CONTENT_UNFIT, "site.json")
