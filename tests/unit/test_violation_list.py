"""The list of violations for the province: everything that was recorded, told in rows, and nothing that decides."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from msgspec.structs import replace

from app.authority import csv_file, day_files
from app.core.directory import Directory
from app.core.evidence import EvidenceMoved, PoliceNoted
from app.core.free_text import FreeText, TextPart
from app.core.removal import CandidateRemoved
from app.core.violation_kinds import ViolationKind
from app.core.violation_state import Correction, EvidenceKind, Found, KeptAt, WaitingPlace
from app.exchange import violation_list
from app.exchange.violation_entries import of_day
from app.exchange.violation_list import Corrected, LedOut, Piece, PoliceTold, RefusedBefore, Version, ViolationEntry
from app.trouble import Code, Trouble
from tests.builders import A1, D1, GUIDE, LAW, R1, Story, at
from tests.unit.conduct_story import (
    ACCOUNT,
    FIRST,
    NOW,
    OTHER_TEXT,
    PEOPLE,
    RECORDED,
    REFUSAL,
    REFUSED,
    ROVING,
    SECOND_ONE,
    SHEET,
    SIGNED,
    TEXT,
    TOLD,
    WHEN,
    WHY,
    WITNESSES,
    caught,
    corrected,
    taken,
    words,
)
from tests.vectors import days
from tests.vectors.keys import PROVINCE_AGE, SITE_LOCK

DAY = WHEN.date()
PIECE = words("piece 1", TextPart.ITEM)
POLICE = words("police", TextPart.STATION, TextPart.OFFICER)
OUTSIDER = FreeText(((TextPart.ACT, "=1+1"), (TextPart.PERSON, "A man in grey")), D1)
TEXTS = {one.kept: one for one in (TEXT, OTHER_TEXT, REFUSAL, WHY, PIECE, POLICE, OUTSIDER)}
KNOWN = Directory(PEOPLE.candidates, PEOPLE.staff, texts=TEXTS)
OTHER = replace(ACCOUNT, kind=ViolationKind.CHEATING_TOOLS, text=OTHER_TEXT.kept, sheet="", reminded_at=at("8:55"))


def listed(story: Story, people: Directory = KNOWN) -> tuple[ViolationEntry, ...]:
    return of_day(story.site, people, DAY)


def test_a_plain_record() -> None:
    (one,) = listed(caught(TOLD, SIGNED))
    assert (one.number, one.session, one.subject, one.room, one.ticket) == (FIRST, LAW, "law", R1, A1)
    person = KNOWN.candidates[A1]
    assert (one.name, one.id_type, one.id_number) == (person.name, person.id_type, person.id_number)
    assert one.versions == (
        Version(
            ViolationKind.OWN_DEVICE, WHEN, Found.IN_EXAM, at("9:01"), None, SHEET, "act act", "handling act", "", ""
        ),
    )
    assert (one.told_at, one.signed_at, one.complete) == (at("9:05"), at("9:06"), True)
    assert (one.refused, one.removed, one.police, one.withdrawn, one.incident) == (None,) * 5
    assert (one.corrections, one.evidence) == ((), ())


def test_everything_that_can_be_recorded() -> None:
    story = caught(
        taken(),
        EvidenceMoved(FIRST, f"{FIRST}-1", KeptAt.EXAM_OFFICE, at("10:05"), GUIDE),
        PoliceNoted(FIRST, POLICE.kept, at("10:20"), GUIDE),
        CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE, at("9:07"), GUIDE),
        corrected(OTHER),
        REFUSED,
    )
    story.site.violations[FIRST].withdrawn = Correction(NOW, WHY.kept)
    (one,) = listed(story)
    assert [version.kind for version in one.versions] == [ViolationKind.OWN_DEVICE, ViolationKind.CHEATING_TOOLS]
    assert (one.versions[1].place, one.versions[1].reminded_at) == ("place other", at("8:55"))
    why = Corrected(NOW, "reason why", "basis why")
    assert (one.corrections, one.withdrawn) == ((why,), why)
    assert one.refused == RefusedBefore(at("9:06"), ("Ma", "He"), "refusal refusal", "")
    assert one.removed == LedOut(at("9:07"), ("Ma", "He"), "Ren", WaitingPlace.EXAM_OFFICE)
    assert one.police == PoliceTold(at("10:20"), "station police", "officer police", "", "")
    where = KeptAt.EXAM_OFFICE
    assert one.evidence == (Piece(f"{FIRST}-1", EvidenceKind.THING, "item piece 1", "", at("9:02"), where),)


def test_an_outsider_has_no_ticket_and_is_described() -> None:
    outsider = replace(RECORDED, ticket=None, account=replace(ACCOUNT, text=OUTSIDER.kept))
    (one,) = listed(Story("confirmed").given(outsider))
    assert (one.ticket, one.name, one.id_type, one.id_number) == (None,) * 4
    assert (one.versions[0].act, one.versions[0].person) == ("=1+1", "A man in grey")


def test_erased_people_leave_the_facts() -> None:
    (one,) = listed(caught(taken(), corrected(OTHER), REFUSED), Directory())
    assert (one.ticket, one.name, one.id_number) == (A1, None, None)
    assert {version.act for version in one.versions} == {None}
    assert one.corrections[0].reason is None
    assert one.refused
    assert (one.refused.witnesses, one.refused.refusal) == (WITNESSES, None)
    assert one.evidence[0].item is None


def test_another_day_has_its_own_list() -> None:
    assert of_day(caught().site, KNOWN, at("8:30", 31).date()) == ()


def test_in_order_of_numbers() -> None:
    story = Story("confirmed").given(replace(RECORDED, number=SECOND_ONE), RECORDED)
    assert [one.number for one in listed(story)] == [FIRST, SECOND_ONE]


def test_a_list_that_no_reader_would_take_is_not_written() -> None:
    version = replace(days.FIRST, act="x" * (4 << 20))
    with pytest.raises(Trouble) as caught_now:
        violation_list.write(
            replace(days.LIST, violations=(replace(days.OUTSIDER, versions=(version,)),)),
            SITE_LOCK,
            PROVINCE_AGE.to_public(),
        )
    assert caught_now.value.code is Code.FILE_TOO_LARGE


# As the agency reads them


def table(rows: list[csv_file.Row]) -> list[dict[str, str]]:
    content = csv_file.content(day_files.VIOLATION_COLUMNS, rows).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_a_line_a_version_with_the_suggested_level() -> None:
    lines = table(list(day_files.violation_rows([days.LIST], lambda spoken: f"[{spoken.value}]")))
    first, second, outsider = lines
    assert (first["version"], second["version"], second["versions"]) == ("1", "2", "2")
    assert (first["kind"], first["kind_said"], first["level"]) == ("V-201", "[V-201]", "[serious]")
    assert (first["reason"], second["reason"], second["basis"]) == ("", "Looked into.", "The telephone.")
    assert (second["act"], second["handling"]) == ("", "")
    assert (first["ticket"], first["name"], first["id_number"], outsider["name"]) == (
        "110105001",
        "Sample One",
        "X1",
        "",
    )
    assert (first["refusal"], first["refusal_witnesses"]) == ("Went away.", "One / Two")
    assert (first["roving"], first["waits_at"], first["station"]) == ("Three", "exam_office", "Station")
    assert first["evidence"].splitlines()[0] == "AV-001-1 thing A telephone  exam_office"
    assert (first["withdrawn_reason"], first["complete"], outsider["complete"]) == ("Somebody else.", "yes", "no")
    blank = ("refused_at", "refusal", "removed_at", "police_at", "receipt", "evidence", "incident", "withdrawn_at")
    assert [outsider[name] for name in blank] == [""] * len(blank)
    assert None not in first


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_was_typed_is_no_formula(typed: str) -> None:
    version = replace(days.FIRST, act=typed)
    content = replace(days.LIST, violations=(replace(days.OUTSIDER, versions=(version,)),))
    (line,) = table(list(day_files.violation_rows([content], str)))
    assert line["act"] == f"'{typed}"
    assert msgspec.json.encode(typed)[1:-1] in day_files.as_lines([content])


def test_numbers_of_a_day_in_rows() -> None:
    rows = list(day_files.summary_rows([days.SUMMARY]))
    text = csv_file.content(day_files.SUMMARY_COLUMNS, rows).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(one["session"], one["present"], one["faults"]) for one in lines] == [
        ("'1-1", "1", "0"),
        ("-", "0", "1"),
        ("*", "1", "1"),
    ]
    assert {one["record"] for one in lines} == {days.SUMMARY.record}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("210101199001011234", "'210101199001011234"),
        ("21010119900101123X", "21010119900101123X"),
        ("001", "'001"),
        ("1-2", "'1-2"),
        ("12e3", "'12e3"),
        ("0", "0"),
        ("12", "12"),
        ("-", "-"),
        (12, "12"),
        (-1, "-1"),
        ("2021-06-19", "2021-06-19"),
    ],
)
def test_a_spreadsheet_program_makes_nothing_else_of_a_number(told: str | int, shown: str) -> None:
    assert csv_file.content(("a",), [(told,)]) == f"\ufeffa\r\n{shown}\r\n".encode()
