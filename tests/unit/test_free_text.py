"""Free words: what may be typed, that it is sealed apart, and that journal and refusals keep none of it (SEC-01)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.contact import EnterContact
from app.core.directory import Directory
from app.core.free_text import LINE, LINES, PARAGRAPH, FreeText, TextMissing, TextPart, TextUnfit, unfit
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_course import GradeIncident, NoteIncident
from app.core.incident_kinds import IncidentKind, Severity
from app.core.incident_state import NoteKind
from app.core.operation import Refusal, Signer
from app.core.paper_state import Contact
from app.core.permission import NotYourRole
from app.core.terms import Digest, IncidentNo, PersonId, Role
from app.service import free_text
from app.service.console import Console
from tests.builders import D1
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

NAME, PHONE = (TextPart.NAME, "Zhao Canary"), (TextPart.PHONE, "024-5550199")
CHIEF = Signer(PersonId("C01"), Role.CHIEF, "pin:00112233445566aa")
CALL = EnterContact(Contact.POLICE, FreeText((NAME, PHONE)))
CANARIES = (b"Zhao Canary", b"024-5550199")


# What may be typed


@pytest.mark.parametrize("part", TextPart)
def test_rec_12_a_line_has_sixty_characters_and_a_paragraph_six_hundred(part: TextPart) -> None:
    longest = LINE if part in LINES else PARAGRAPH
    assert unfit(FreeText(((part, "字" * longest),)), (part,)) is None
    assert unfit(FreeText(((part, "字" * (longest + 1)),)), (part,)) == TextUnfit(part, longest)


@pytest.mark.parametrize("part", [TextPart.ACT, TextPart.OFFICER])
def test_rec_12_only_a_paragraph_holds_line_breaks(part: TextPart) -> None:
    found = unfit(FreeText(((part, "one\ntwo"),)), (part,))
    assert found == (None if part is TextPart.ACT else TextUnfit(part, LINE))


@pytest.mark.parametrize("sign", ["\t", "\r", "\x00", "\u200b", "\u2028", "\ue000", "\ud800"])
def test_rec_12_signs_that_no_sheet_shows_are_refused(sign: str) -> None:
    assert unfit(FreeText(((TextPart.ACT, f"a{sign}b"),)), (TextPart.ACT,)) == TextUnfit(TextPart.ACT, PARAGRAPH)


@pytest.mark.parametrize("said", ["", "  ", "\n"])
def test_vio_01_a_part_that_is_needed_is_not_left_empty(said: str) -> None:
    assert unfit(FreeText(((TextPart.ACT, said),)), (TextPart.ACT,)) == TextMissing(TextPart.ACT)
    assert unfit(FreeText(()), (TextPart.ACT,)) == TextMissing(TextPart.ACT)


def test_vio_01_a_part_that_is_allowed_may_be_left_out_and_another_is_not_taken() -> None:
    act, place = (TextPart.ACT, "a"), (TextPart.PLACE, "b")
    assert unfit(FreeText((act,)), (TextPart.ACT,), (TextPart.PLACE,)) is None
    assert unfit(FreeText((act, place)), (TextPart.ACT,), (TextPart.PLACE,)) is None
    assert unfit(FreeText((act, place)), (TextPart.ACT,)) == TextUnfit(TextPart.PLACE, PARAGRAPH)


def test_rec_12_what_was_typed_is_read_without_the_space_around_it() -> None:
    text = FreeText(((TextPart.ACT, " a b \n"),), D1)
    assert (text[TextPart.ACT], text[TextPart.PLACE]) == ("a b", "")
    people = Directory(texts={D1: text})
    assert people.said(D1, TextPart.ACT) == "a b"
    assert people.said(D1, TextPart.PLACE) == ""


def test_rec_12_once_erased_nothing_is_said() -> None:
    assert Directory().said(D1, TextPart.ACT) is None


# What is kept of it


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    console = place.enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def blobs(console: Console) -> set[Digest]:
    return {digest for digest, _ in console.store.blobs.digests()}


def do(console: Console, operation: EnterContact | OpenIncident | CloseIncident | NoteIncident) -> Refusal | None:
    return free_text.submit(console, operation, ADMIN, OFFICER)


def test_sec_01_what_was_typed_is_cited_by_digest_and_read_back(console: Console) -> None:
    before = blobs(console)
    assert do(console, CALL) is None
    (kept,) = blobs(console) - before
    assert console.site.contacts == {Contact.POLICE: kept}
    assert kept in console.site.texts
    assert console.directory.said(kept, TextPart.PHONE) == PHONE[1]


def test_sec_01_journal_and_blobs_hold_nothing_in_the_clear(console: Console, place: Place) -> None:
    assert do(console, CALL) is None
    console.store.mark()
    kept = [console.store.blobs.get(digest) for digest in blobs(console)]
    entries = [entry.stamp + entry.body for entry in console.store.journal.read()]
    files = [path.read_bytes() for path in place.store.rglob("*") if path.is_file()]
    for canary in CANARIES:
        assert not any(canary in content for content in (*kept, *entries, *files))


def test_sec_01_after_a_restart_it_is_read_again(console: Console, place: Place) -> None:
    assert do(console, CALL) is None
    kept = console.site.contacts[Contact.POLICE]
    console.store.close()
    again = place.open(EVE)
    assert again.directory.said(kept, TextPart.NAME) == NAME[1]
    again.store.abandon()


@pytest.mark.parametrize(
    "text",
    [
        FreeText((NAME,)),
        FreeText(()),
        FreeText((NAME, (TextPart.PHONE, "0" * 61))),
        FreeText((NAME, (TextPart.PHONE, "\ud800"))),
    ],
    ids=["part", "all", "long", "half a sign"],
)
def test_sec_01_what_is_refused_keeps_no_blob(console: Console, text: FreeText) -> None:
    before, entries = blobs(console), console.store.journal.n
    assert isinstance(do(console, EnterContact(Contact.POLICE, text)), TextMissing | TextUnfit)
    assert (blobs(console), console.store.journal.n) == (before, entries)
    assert console.directory.texts == {}


def test_sec_01_who_may_not_ask_leaves_nothing_either(console: Console) -> None:
    before = blobs(console)
    assert isinstance(free_text.submit(console, CALL, OFFICER), NotYourRole)
    assert (blobs(console), console.directory.texts) == (before, {})


def test_sec_01_the_same_words_twice_are_two_blobs(console: Console) -> None:
    """Nobody tells from the digests that two records say the same."""
    before = blobs(console)
    assert do(console, CALL) is None
    assert do(console, CALL) is None
    assert len(blobs(console) - before) == 2


def test_sec_01_where_nothing_was_typed_or_nothing_is_recorded_no_blob_is_kept(console: Console) -> None:
    assert do(console, OpenIncident(IncidentKind.POWER, None, None, EVE, ADMIN.id)) is None
    before, number = blobs(console), IncidentNo("A-001")
    assert do(console, CloseIncident(number, EVE)) is None
    as_it_is = GradeIncident(number, Severity.GENERAL, FreeText(((TextPart.REASON, "still as grave"),)))
    assert free_text.submit(console, as_it_is, ADMIN, CHIEF) is None
    assert blobs(console) == before
    note = NoteIncident(number, NoteKind.FACTS, EVE, ADMIN.id, FreeText(((TextPart.FACTS, "dark"),)))
    assert do(console, note) is None
    assert len(blobs(console) - before) == 1
