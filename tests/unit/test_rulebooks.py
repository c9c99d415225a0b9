"""The shipped rulebooks against the table of parameters, and the catalogue they cite."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
import pytest

from app import rulebooks
from app.core.rulebook import Rule, Rulebook, Standing
from app.core.terms import Role
from app.resources import RESOURCES
from app.rulebooks import Basis, Clause, Passage, all_ids, clauses, load

NATIONAL: dict[str, Any] = {
    "standing": Standing.IN_FORCE,
    "documents": ("000",),
    "must_confirm": False,
    "late_entry": (5, "CLK-01"),
    "late_entry_media": (0, "CLK-02"),
    "late_entry_inclusive": (True, "CLK-01"),
    "closure_threshold": (120, "CLK-04"),
    "closure_long": (120, "CLK-05"),
    "early_release": (0, "CLK-04"),
    "site_machine_before": (60, "LCK-07"),
    "room_ready_before": (30, "CLK-14"),
    "reminder_before_end": (15, "CLK-12"),
    "on_time_tolerance_seconds": (60, "TIM-01"),
    "delay_city": None,
    "delay_province": None,
    "extra_time_on_the_spot": None,
    "extra_time_province": None,
    "overbooking_percent": (0, "OVB-03"),
    "invigilators_per_room": (2, "STF-03"),
    "room_admins_per_room": (0, "STF-02"),
    "site_admins": (1, "STF-02"),
    "chiefs": (1, "STF-01"),
    "roving_rooms": (0, "STF-05"),
    "first_report": (0, "INC-01"),
    "id_types": (("居民身份证", "社会保障卡", "外国人永久居留证"), "CAN-01"),
    "two_persons": (("RecordTimestamp", "WriteOff", "CorrectAttendance"), "LCK-15"),
    "fault_alarm_minutes": (10, "RST-04"),
    "scratch_paper": (True, "CLK-16"),
    "debt_minutes": (60, "DAT-01"),
    "receipt_minutes": (30, "LCK-10"),
    "sitting_minutes": (120, "LCK-03"),
    "room_locks": (False, "LCK-08"),
    "calibration_days": (0, "LCK-08"),
    "clock_tolerance_seconds": (60, "LCK-08"),
    "sealing": (False, "LCK-06"),
    "admins_qualified": (False, "STF-09"),
    "avoidance_whole_exam": (False, "STF-12"),
    "record_signers": (("invigilator", "invigilator", "chief"), "REC-01"),
    "paper_retention_months": (6, "REC-05"),
    "serious_retention_months": (24, "REC-06"),
    "electronic_retention_months": (60, "REC-07"),
    "video_retention_months": (6, "REC-08"),
    "video_evidence_months": (24, "REC-08"),
    "secrecy_video_months": (3, "REC-09"),
    "recommended_above": (100, "RDY-02"),
    "memory_shortfall_mib": (307, "RDY-01"),
    "input_methods": (False, "RDY-05"),
    "simulated_test": (False, "RDY-10"),
    "trained_days_before": (0, "STF-08"),
    "skilled_per_room": (1, "STF-03"),
    "admins_may_invigilate": (False, "STF-04"),
    "exam_system": None,
    "responsible": None,
}
VERIFIED = (
    "RecordTimestamp",
    "AcceptSite",
    "SealEquipment",
    "UnsealEquipment",
    "ReturnLocks",
    "CheckAnswers",
    "RecordBackup",
    "CopyBackup",
    "RecordRoomBackup",
    "ExportBundle",
    "WriteOff",
    "CorrectAttendance",
)
MACHINE = NATIONAL | {
    "standing": Standing.TEMPLATE,
    "documents": ("000", "003"),
    "must_confirm": True,
    "delay_city": (30, "TIM-02"),
    "delay_province": (60, "TIM-03"),
    "extra_time_on_the_spot": (10, "TIM-12"),
    "extra_time_province": (60, "TIM-13"),
    "overbooking_percent": (30, "OVB-03"),
    "room_admins_per_room": (1, "STF-02"),
    "id_types": (("居民身份证", "社会保障卡", "外国人永久居留证", "军官证"), "CAN-01"),
    "two_persons": (VERIFIED, "LCK-03"),
    "room_locks": (True, "LCK-08"),
    "sealing": (True, "LCK-06"),
    "admins_qualified": (True, "STF-09"),
    "simulated_test": (True, "RDY-10"),
}
LIAONING = MACHINE | {"standing": Standing.ONE_OFF, "must_confirm": False}
EXPECTED: dict[str, dict[str, Any]] = {
    "national-2021": NATIONAL,
    "inner-mongolia-2023": NATIONAL
    | {
        "documents": ("000", "002"),
        "late_entry_inclusive": (False, "CLK-01"),
        "room_admins_per_room": (1, "STF-02"),
        "roving_rooms": (5, "STF-05"),
        "two_persons": (("RecordTimestamp", "AcceptSite", *VERIFIED[5:]), "LCK-04"),
        "avoidance_whole_exam": (True, "STF-12"),
        "record_signers": (("invigilator", "invigilator", "room_admin", "exam_office", "chief"), "REC-02"),
        "trained_days_before": (1, "STF-08"),
        "admins_may_invigilate": (True, "STF-04"),
    },
    "machine-generic": MACHINE,
    "liaoning-2021-senior": LIAONING
    | {"closure_long": (120, "CLK-07"), "exam_system": ("4.2", "LCK-13"), "input_methods": (True, "RDY-05")},
    "liaoning-2021-intermediate": LIAONING | {"early_release": (15, "CLK-08"), "exam_system": ("4.3", "LCK-13")},
    "zhejiang-skill": NATIONAL
    | {
        "standing": Standing.INTERNAL,
        "documents": ("004",),
        "late_entry": (30, "CLK-03"),
        "late_entry_media": (30, "CLK-03"),
        "late_entry_inclusive": (True, "CLK-03"),
        "closure_threshold": (0, "CLK-03"),
        "closure_long": (30, "CLK-03"),
        "early_release": (0, "CLK-03"),
        "first_report": (10, "INC-02"),
        "responsible": (30, "TIM-17"),
        "id_types": (("居民身份证",), "CAN-01"),
        "two_persons": (("WriteOff", "CorrectAttendance"), "CON-01"),
        "record_signers": (("invigilator", "invigilator", "chief"), "CON-01"),
        "paper_retention_months": (36, "REC-10"),
        "serious_retention_months": (36, "REC-10"),
        "electronic_retention_months": (60, "REC-10"),
        "video_retention_months": (60, "REC-10"),
        "video_evidence_months": (60, "REC-10"),
        "secrecy_video_months": (60, "REC-10"),
    },
}
SILENT = {
    "fault_alarm_minutes",
    "scratch_paper",
    "debt_minutes",
    "receipt_minutes",
    "sitting_minutes",
    "room_locks",
    "calibration_days",
    "clock_tolerance_seconds",
    "sealing",
    "admins_qualified",
    "avoidance_whole_exam",
    "late_entry_inclusive",
    "site_machine_before",
    "room_ready_before",
    "reminder_before_end",
    "on_time_tolerance_seconds",
    "overbooking_percent",
    "room_admins_per_room",
    "two_persons",
    "record_signers",
    "recommended_above",
    "memory_shortfall_mib",
    "input_methods",
    "simulated_test",
    "trained_days_before",
    "admins_may_invigilate",
}
STATED = {"admins_qualified", "overbooking_percent", "record_signers"} | {
    "recommended_above",
    "input_methods",
    "simulated_test",
}
"""What the notice says itself (003)."""
READINGS = {
    "national-2021": SILENT,
    "inner-mongolia-2023": SILENT
    - {"avoidance_whole_exam", "site_machine_before", "room_ready_before", "room_admins_per_room"}
    - {"trained_days_before", "admins_may_invigilate"},
    "machine-generic": SILENT - STATED,
    "liaoning-2021-senior": SILENT - STATED,
    "liaoning-2021-intermediate": SILENT - STATED,
    "zhejiang-skill": SILENT - {"reminder_before_end"}
    | {
        "late_entry_media",
        "closure_threshold",
        "early_release",
        "site_admins",
        "skilled_per_room",
        "serious_retention_months",
        "video_retention_months",
        "video_evidence_months",
        "secrecy_video_months",
    },
}


def rules(book: Rulebook) -> dict[str, Rule[Any]]:
    return {name: rule for name, rule in msgspec.structs.asdict(book).items() if isinstance(rule, Rule)}


def stated(rulebook_id: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "rulebooks" / f"{rulebook_id}.toml").read_text(encoding="utf-8"))


def test_every_shipped_rulebook_is_in_the_table() -> None:
    assert set(all_ids()) == set(EXPECTED)


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_values_and_clauses(rulebook_id: str) -> None:
    fields = msgspec.structs.asdict(load(rulebook_id))
    assert bool(fields.pop("hardware")) is ("003" in fields["documents"])
    assert fields.pop("readiness")
    found = {name: (f.value, f.clause) if isinstance(f, Rule) else f for name, f in fields.items()}
    assert found.pop("id") == rulebook_id
    assert found.pop("title") == stated(rulebook_id)["title"]
    assert found == EXPECTED[rulebook_id]


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_what_is_only_recommended_says_so(rulebook_id: str) -> None:
    assert {name for name, rule in rules(load(rulebook_id)).items() if rule.reading} == READINGS[rulebook_id]


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_every_cited_clause_is_in_the_catalogue(rulebook_id: str) -> None:
    book = load(rulebook_id)
    assert {rule.clause for rule in rules(book).values()} <= set(clauses().rows)
    assert set(book.documents) <= set(clauses().documents)


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_a_number_that_is_no_reading_stands_in_a_document_of_its_rulebook(rulebook_id: str) -> None:
    book = load(rulebook_id)
    for name, rule in rules(book).items():
        clause = clauses().rows[rule.clause]
        if not rule.reading:
            assert clause.basis is not Basis.DERIVED, name
            assert clause.within(book.documents), name


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_signers_are_roles_and_the_chief_signs_last(rulebook_id: str) -> None:
    signers = load(rulebook_id).record_signers.value
    assert set(signers) <= set(Role)
    assert signers[-1] == Role.CHIEF


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_a_child_keeps_at_least_the_retention_of_its_parent(rulebook_id: str) -> None:
    parent = stated(rulebook_id).get("parent", rulebook_id)
    for name in (name for name in Rulebook.__struct_fields__ if name.endswith("_months")):
        assert getattr(load(rulebook_id), name).value >= getattr(load(parent), name).value


@pytest.mark.parametrize("rulebook_id", EXPECTED)
def test_a_child_repeats_nothing_of_its_parent(rulebook_id: str) -> None:
    own = stated(rulebook_id)
    if parent := own.get("parent"):
        tables = [name for name, content in own.items() if isinstance(content, dict)]
        assert [name for name in tables if getattr(load(rulebook_id), name) == getattr(load(parent), name)] == []


def test_a_child_can_remove_an_optional_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"child": {"parent": "root", "exam_system": {"none": True}}, "root": {"exam_system": {"value": "4.2"}}}
    monkeypatch.setattr(rulebooks, "all_ids", lambda: tuple(files))
    monkeypatch.setattr(rulebooks, "_read", files.__getitem__)
    assert rulebooks._merged("child") == {"exam_system": None}


def test_unknown_rulebook() -> None:
    with pytest.raises(KeyError, match="atlantis-2021"):
        load("atlantis-2021")


def test_the_catalogue_is_no_rulebook() -> None:
    with pytest.raises(KeyError, match="clauses"):
        load("clauses")


@pytest.mark.parametrize(("row", "clause"), clauses().rows.items())
def test_clause(row: str, clause: Clause) -> None:
    for passage in (clause, *clause.also):
        assert passage.document in clauses().documents, row
        assert passage.article, row
        assert 0 < len(passage.quote) <= 40, row
    assert (clause.basis is Basis.TEXT) == (clause.note == ""), row


def test_a_clause_is_shown_from_the_document_nearest_to_the_site() -> None:
    late_entry = clauses().rows[load("national-2021").late_entry.clause]
    assert late_entry.within(("000",)) is late_entry
    assert late_entry.within(("000", "003")) is late_entry
    assert late_entry.within(("000", "002")) == Passage("002", "7.2.3 表2（开考5分钟）", "禁止应试人员入场")
    assert late_entry.within(("004",)) is None
