"""Authorization codes: the published vectors, and what a slip of tongue or finger must not do."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.codes import Mistyped, Purpose, Subject, ceiling, code, group_ok, links, read, root, text

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "codes-v1.json").read_text("utf-8"))["vectors"]
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MASTER = bytes(range(32))
ROOM = Subject(Purpose.DELAY, "economics", "210217", "1-1", "001")

codes = st.binary(min_size=10, max_size=10)
minutes = st.integers(1, 60)
masters = st.binary(min_size=32, max_size=32)
names = st.text(st.characters(exclude_characters="\x1f", exclude_categories=["Cs"]), max_size=12)
purposes = st.sampled_from([Purpose.DELAY, Purpose.EXTRA_TIME, Purpose.EXTRA_TIME_ROOM])
subjects = st.one_of(
    st.builds(Subject, purposes, names, names, names, names),
    st.builds(Subject, st.just(Purpose.DELAY_SITE), names, names, names, st.just("*")),
)


def grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + 5] for start in range(0, len(symbols), 5))


def subject_of(vector: dict[str, Any]) -> Subject:
    return Subject(Purpose(vector["purpose"]), vector["exam"], vector["site"], vector["session"], vector["subject"])


# The vectors


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['purpose']}-{v['site']}")
def test_vector(vector: dict[str, Any]) -> None:
    master, subject = bytes.fromhex(vector["master"]), subject_of(vector)
    chain = links(master, subject)
    assert len(chain) == 61
    assert subject.context.hex() == vector["context_sha256"]
    assert chain[0].hex() == root(master, subject).hex() == vector["root"]
    for said, spoken in vector["codes"].items():
        assert code(master, subject, int(said)) == spoken == text(chain[int(said)])
        assert read(spoken) == chain[int(said)]
        assert ceiling(chain[int(said)], subject, chain[0]) == int(said)


def test_vectors_cover_every_purpose() -> None:
    assert {vector["purpose"] for vector in VECTORS} == set(Purpose)


# Subjects


@pytest.mark.parametrize("name", ["exam", "site", "session", "subject"])
def test_separator_in_a_field_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="0x1F"):
        replace(ROOM, **{name: "a\x1fb"})  # type: ignore[arg-type]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        replace(ROOM, exam="\ud800")


def test_delay_of_the_site_is_for_no_single_room() -> None:
    with pytest.raises(ValueError, match="whole site"):
        replace(ROOM, purpose=Purpose.DELAY_SITE)
    assert replace(ROOM, purpose=Purpose.DELAY_SITE, subject="*").subject == "*"


def test_subject_is_a_value() -> None:
    assert replace(ROOM) == ROOM
    assert hash(replace(ROOM)) == hash(ROOM)
    with pytest.raises(FrozenInstanceError):
        ROOM.exam = "other"  # type: ignore[misc]


@given(subjects, subjects)
def test_context_tells_subjects_apart(one: Subject, other: Subject) -> None:
    assert (one == other) == (one.context == other.context)


def test_fields_do_not_run_into_each_other() -> None:
    assert replace(ROOM, exam="ab", site="c").context != replace(ROOM, exam="a", site="bc").context


# The chain


@given(masters, subjects)
def test_each_link_is_hashed_from_the_next(master: bytes, subject: Subject) -> None:
    chain = links(master, subject)
    for k in range(1, 61):
        assert chain[k - 1] == sha256(subject.context + bytes([k]) + chain[k]).digest()[:10]


@given(masters, subjects, minutes)
def test_code_gives_its_minutes_and_never_more(master: bytes, subject: Subject, said: int) -> None:
    heard = read(code(master, subject, said))
    assert isinstance(heard, bytes)
    assert ceiling(heard, subject, root(master, subject)) == said


@given(masters, subjects, subjects, minutes)
def test_code_for_another_subject_gives_nothing(master: bytes, one: Subject, other: Subject, said: int) -> None:
    expected = said if one == other else None
    assert ceiling(links(master, one)[said], other, root(master, other)) == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(ROOM, purpose=Purpose.EXTRA_TIME_ROOM),
        replace(ROOM, purpose=Purpose.DELAY_SITE, subject="*"),
        replace(ROOM, exam="economics-2"),
        replace(ROOM, site="210218"),
        replace(ROOM, session="1-2"),
        replace(ROOM, subject="002"),
    ],
)
def test_every_field_binds(other: Subject) -> None:
    assert ceiling(links(MASTER, ROOM)[30], other, root(MASTER, other)) is None
    assert ceiling(links(MASTER, ROOM)[30], other, root(MASTER, ROOM)) is None


def test_another_master_gives_nothing() -> None:
    assert ceiling(links(bytes(32), ROOM)[30], ROOM, root(MASTER, ROOM)) is None


def test_root_is_no_code() -> None:
    """What the site holds is worth nothing, not even zero minutes."""
    assert ceiling(root(MASTER, ROOM), ROOM, root(MASTER, ROOM)) is None


@pytest.mark.parametrize("said", [-1, 0, 61])
def test_code_is_for_1_to_60_minutes(said: int) -> None:
    with pytest.raises(ValueError, match="1 to 60"):
        code(MASTER, ROOM, said)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_master_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        links(bytes(size), ROOM)


# The text


@given(codes)
def test_text_round_trip(link: bytes) -> None:
    assert read(text(link)) == link


@pytest.mark.parametrize("size", [0, 9, 11])
def test_text_is_for_ten_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="10 bytes"):
        text(bytes(size))


@given(codes, st.data())
def test_case_spaces_hyphens_and_look_alikes_do_not_matter(link: bytes, data: st.DataObject) -> None:
    alike = {"0": "0Oo", "1": "1IiLl"}
    typed = ""
    for symbol in text(link):
        typed += data.draw(st.sampled_from(alike.get(symbol, symbol + symbol.lower())))
        typed += data.draw(st.sampled_from(["", " ", "-", " - ", "\t", "\u3000"]))
    assert read(typed) == link
    assert read(typed.replace("-", "")) == link


@given(codes, st.integers(0, 19), st.sampled_from(ALPHABET + "Uu*\u00df\u0131\u0391\u0410"))
def test_single_wrong_symbol_is_caught(link: bytes, place: int, wrong: str) -> None:
    symbols = text(link).replace("-", "")
    changed = symbols[:place] + wrong + symbols[place + 1 :]
    group = place // 5
    if changed == symbols:
        assert read(changed) == link
    else:
        assert read(grouped(changed)) == Mistyped((group + 1,))
        assert not group_ok(group + 1, changed[5 * group : 5 * group + 5])


@given(codes, st.integers(0, 3), st.integers(0, 3))
def test_swapped_neighbours_in_a_group_are_caught(link: bytes, group: int, place: int) -> None:
    symbols = list(text(link).replace("-", ""))
    at = 5 * group + place
    same = symbols[at] == symbols[at + 1]
    symbols[at], symbols[at + 1] = symbols[at + 1], symbols[at]
    assert read("".join(symbols)) == (link if same else Mistyped((group + 1,)))


@given(codes, st.permutations(range(4)))
def test_groups_out_of_order_are_caught(link: bytes, order: list[int]) -> None:
    groups = text(link).split("-")
    moved = tuple(n for n, origin in enumerate(order, start=1) if n != origin + 1)
    assert read("-".join(groups[origin] for origin in order)) == (Mistyped(moved) if moved else link)


@given(codes, st.integers(0, 19))
def test_too_short_names_the_groups_not_yet_whole(link: bytes, length: int) -> None:
    symbols = text(link).replace("-", "")[:length]
    assert read(symbols) == Mistyped(tuple(range(length // 5 + 1, 5)), length)


@given(codes, st.text(ALPHABET, min_size=1, max_size=8))
def test_too_long_says_so(link: bytes, more: str) -> None:
    assert read(text(link) + more) == Mistyped((), 20 + len(more))


@given(st.text())
def test_any_text_is_read_or_named(typed: str) -> None:
    heard = read(typed)
    if isinstance(heard, Mistyped):
        assert heard.groups or heard.length != 20
    else:
        assert read(text(heard)) == heard


@given(codes)
def test_group_checks_only_in_its_place(link: bytes) -> None:
    for place, group in enumerate(text(link).split("-"), start=1):
        assert [n for n in range(6) if group_ok(n, group)] == [place]
        assert group_ok(place, f" {group.lower()}-")
        assert not group_ok(place, group[:-1])
        assert not group_ok(place, group + "0")
