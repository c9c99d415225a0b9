"""Every field of every fact survives the journal, and what nobody wrote is not read."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.core.arrangement import Place, RoomArranged
from app.core.authorization import StartAuthorized
from app.core.entry import CheckedIn, NumberCheck
from app.core.fault import FaultKind, FaultReported
from app.core.operation import Fact
from app.core.room_report import RoomReported
from app.core.terms import Digest, FaultNo, PersonId, Role
from app.journal import codec
from app.journal.kinds import KINDS
from app.trouble import Code, Trouble
from tests.builders import A1, D1, GUIDE, LAW, R1, at

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN: dict[Any, SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-(2**63), 2**63 - 1),
    datetime: st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS),  # noqa: DTZ001
}


def values(hint: Any, known: Any = None) -> SearchStrategy[Any]:
    """Values of a field's type; `known` stands for the type variable of a generic struct."""
    origin, arguments = typing.get_origin(hint) or hint, typing.get_args(hint)
    if isinstance(hint, TypeVar):
        return values(known)
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, typing.NewType):
        return values(hint.__supertype__)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*map(values, arguments))
    if origin is tuple and Ellipsis not in arguments:
        return st.tuples(*map(values, arguments))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if isinstance(origin, type) and issubclass(origin, msgspec.Struct):
        return whole(origin, *arguments)
    return st.from_type(hint)


def whole(kind: Callable[..., Any], known: Any = None) -> SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    fields: tuple[str, ...] = getattr(kind, "__struct_fields__")  # noqa: B009 - it is there for every struct
    return st.builds(kind, **{name: values(hints[name], known) for name in fields})


EACH_KIND = settings(max_examples=40, deadline=None, derandomize=True, database=None, print_blob=True)
"""There are well over a hundred kinds."""
FACTS = st.one_of(*map(whole, KINDS))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@EACH_KIND
@given(data=st.data())
def test_every_field_of_every_fact_survives(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(whole(kind))
    again = codec.decode(codec.encode(fact))
    assert again == fact
    assert type(again) is kind
    assert codec.encode(again) == codec.encode(fact)


@given(whole(codec.EntryStamp))
def test_a_stamp_survives(stamp: codec.EntryStamp) -> None:
    assert codec.decode_stamp(codec.encode_stamp(stamp)) == stamp


def every_kind(kind: type[Fact]) -> set[type[Fact]]:
    """Also the kinds of a kind: a PIN that was recovered is a PIN that was changed."""
    return set().union(*({one} | every_kind(one) for one in kind.__subclasses__()))


def test_every_fact_of_the_core_is_a_kind_of_its_own() -> None:
    known = {kind for kind in every_kind(Fact) if kind.__module__.startswith("app.")}
    retired = {kind for kind in known if kind.__module__ == codec.__name__}
    assert set(KINDS) == known - retired
    assert len(known) == len({kind.__struct_config__.tag for kind in known})


def test_a_kind_says_its_name_and_its_version() -> None:
    tags = {kind.__struct_config__.tag for kind in KINDS}
    assert "start_authorized/1" in tags
    assert "checked_in/2" in tags
    assert all(isinstance(tag, str) and re.fullmatch(r"[a-z_]+/[0-9]+", tag) for tag in tags)


FACT = StartAuthorized(LAW, "S-1", D1, 7)
BODY = codec.encode(FACT)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        BODY[:-1],
        BODY + b"x",
        BODY.replace(b"start_authorized/1", b"start_authorized/2"),
        BODY.replace(b"start_authorized/1", b"start_authorised/1"),
        BODY.replace(b'"fact"', b'"kind"'),
        BODY.replace(b'"serial"', b'"cereal"'),
        BODY.replace(b":7", b':"7"'),
        BODY.replace(b":7", b":7.5"),
        BODY.replace(b"S-1", b"S-\xff"),
        BODY[:-1] + b',"more":1}',
        BODY.replace(b'"late_minutes":7', b'"late":7'),
    ],
)
def test_what_no_release_wrote_is_unreadable_and_named_by_its_entry(body: bytes) -> None:
    assert body != BODY
    with pytest.raises(Trouble) as found:
        codec.decode(body, 41)
    assert found.value.code is Code.ENTRY_UNREADABLE
    assert found.value.facts == {"entry": 41}
    assert found.value.fatal


@given(FACTS, st.data())
def test_a_cut_entry_is_unreadable(fact: Fact, data: st.DataObject) -> None:
    body = codec.encode(fact)
    with pytest.raises(Trouble):
        codec.decode(body[: data.draw(st.integers(0, len(body) - 1))])


UNFIT: list[tuple[str, Any]] = [
    ("late_minutes", "7"),
    ("late_minutes", None),
    ("late_minutes", 7.5),
    ("session", 11),
    ("serial", "\ud800"),
]


@pytest.mark.parametrize(("field", "value"), UNFIT)
def test_what_could_not_be_read_back_is_not_written(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"StartAuthorized|surrogates"):
        codec.encode(StartAuthorized(**(msgspec.structs.asdict(FACT) | {field: value})))


def test_what_reads_back_as_something_else_is_not_written() -> None:
    places: Any = [Place(A1, None)]
    with pytest.raises(ValueError, match="RoomArranged"):
        codec.encode(RoomArranged(LAW, R1, places))


def test_a_stamp_holds_who_signed_with_what_proof() -> None:
    signed = codec.Signed(PersonId("W1"), Role.SITE_ADMIN, "pin:v")
    stamp = codec.EntryStamp(at("8:30"), "boot", 123, "A", 1, (signed,))
    assert b'"by":[{"id":"W1","role":"site_admin","proof":"pin:v"}]' in codec.encode_stamp(stamp)


def test_a_check_in_of_the_first_edition_is_lifted() -> None:
    body = (
        b'{"fact":"checked_in/1","session":"1-1","room":"001","ticket":"210100001001",'
        b'"at":"2021-10-30T08:10:00+08:00","reported_by":"R001"}'
    )
    fact = codec.decode(body)
    assert isinstance(fact, CheckedIn)
    assert (fact.ticket, fact.document, fact.number) == ("210100001001", "", NumberCheck.NOT_READ)
    assert b'"checked_in/2"' in codec.encode(fact)


FAULT_1 = (
    b'{"fact":"fault_reported/1","number":"AF-001","kind":"machine","session":"1-1","room":"001","seat":"012",'
    b'"happened_at":"2021-10-30T09:00:00+08:00","reported_by":"R001"}'
)
REPORT_1 = (
    b'{"fact":"room_reported/1","session":"1-1","room":"001","number":3,"present":2,"absent":1,"logged_in":2,'
    b'"submitted":1,"at":"2021-10-30T09:00:00+08:00","reported_by":"R001","document":""}'
)


@pytest.mark.parametrize(("seat", "seats"), [(b'"012"', ("012",)), (b'""', ())])
def test_a_fault_of_the_first_edition_is_lifted(seat: bytes, seats: tuple[str, ...]) -> None:
    fact = codec.decode(FAULT_1.replace(b'"012"', seat))
    assert fact == FaultReported(FaultNo("AF-001"), FaultKind.MACHINE, LAW, R1, seats, at("9:00"), GUIDE)
    assert b'"fault_reported/2"' in codec.encode(fact)


def test_a_room_report_of_the_first_edition_is_lifted() -> None:
    fact = codec.decode(REPORT_1)
    assert fact == RoomReported(LAW, R1, 3, 2, 1, 2, 1, at("9:00"), GUIDE, Digest(""))
    assert isinstance(fact, RoomReported)
    assert fact.free_seats is None
    assert b'"room_reported/2"' in codec.encode(fact)


@pytest.mark.parametrize(
    ("body", "old", "new"), [(FAULT_1, b'"seat"', b'"seats"'), (REPORT_1, b"}", b',"free_seats":1}')]
)
def test_an_edition_holds_what_it_held_and_nothing_newer(body: bytes, old: bytes, new: bytes) -> None:
    with pytest.raises(Trouble) as found:
        codec.decode(body.replace(old, new), 7)
    assert found.value.code is Code.ENTRY_UNREADABLE


def test_retired_editions_are_read_and_never_written() -> None:
    for kind in (codec.CheckedIn1, codec.FaultReported1, codec.RoomReported1):
        tag = kind.__struct_config__.tag
        assert isinstance(tag, str)
        assert tag.endswith("/1")
        assert tag[:-1] + "2" in {one.__struct_config__.tag for one in KINDS}
