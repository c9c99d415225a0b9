"""Words of the sheets of how a site was made ready: one for everything that can be said, and all of them printable."""

from __future__ import annotations

import pytest

from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.go_no_go import Answer, Cause, Gate
from app.core.hardware_items import VALUES, HardwareItem, MachineKind, ReadingSource
from app.core.hardware_verdict import MachineVerdict
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import OpeningReason
from app.core.training import TrainingTopic
from app.resources import RESOURCES
from app.text import text
from app.views.stamp import CURRENT_EDITION
from app.word_ids import word_id
from reports import fonts
from reports.edition import labels
from reports.machine_words import written

WORDS = ("hardware", "machines", "readiness", "duty", "readiness_report", "room_closing", "staff")


@pytest.mark.parametrize("name", WORDS)
def test_every_word_can_be_printed(name: str) -> None:
    source = (RESOURCES / "records" / CURRENT_EDITION / f"{name}.toml").read_text(encoding="utf-8")
    assert fonts.missing(source) == ()


def test_everything_that_a_sheet_can_say_has_its_word() -> None:
    groups: dict[str, list[tuple[str, list[str]]]] = {
        "machines": [
            ("kinds", list(MachineKind)),
            ("verdicts", list(MachineVerdict)),
            ("items", list(HardwareItem)),
            ("values", [value for one in VALUES.values() for value in one.choices]),
            ("sources", list(ReadingSource)),
        ],
        "hardware": [("tests", list(TestKind))],
        "readiness": [("items", list(ReadinessItem)), ("states", list(LookState))],
        "duty": [("reasons", [*RedrawReason, *AbsenceReason, "untrained", "listed_twice"])],
        "readiness_report": [
            ("gates", list(Gate)),
            ("answers", list(Answer)),
            ("causes", list(Cause)),
            ("decisions", list(Go)),
            ("states", list(LookState)),
        ],
        "room_closing": [("reasons", list(OpeningReason))],
        "staff": [("topics", list(TrainingTopic))],
    }
    for name, wanted in groups.items():
        words = labels(CURRENT_EDITION, name)
        assert all(words(f"{group}.{code}") for group, codes in wanted for code in codes)


def test_the_board_and_the_report_of_it_say_the_same() -> None:
    screen, paper = text("zh-CN"), labels(CURRENT_EDITION, "readiness_report")
    for group, said in (("gates", Gate), ("answers", Answer), ("causes", Cause)):
        for one in said:
            shown = "—" if one is Answer.NOT_ASKED else screen.say(word_id(one), count=7).removesuffix("。")
            assert paper(f"{group}.{one}", count=7) == shown
    assert [paper(f"decisions.{one}") for one in Go] == [screen.say(word_id(one)) for one in Go]


@pytest.mark.parametrize(
    ("item", "value", "says"),
    [
        ("cpu_mhz", "1990", "1.99 GHz"),
        ("memory_mib", "4095", "3.9 GB"),
        ("free_memory_mib", "1023", "1023 MB"),
        ("free_disk_mib", "1024", "1 GB"),
        ("display", "1024x768", "1024*768"),
        ("network_mbps", "100", "100M"),
        ("usb_ports", "2", "2 个"),
        ("exam_system", "4.3", "V4.3"),
        ("restore_card", "none", "没有"),
        ("address", "10.0.0.8", "10.0.0.8"),
    ],
)
def test_rdy_01_a_value_is_written_with_its_unit_and_never_rounded_up(item: str, value: str, says: str) -> None:
    assert written(labels(CURRENT_EDITION, "machines"), item, value) == says
