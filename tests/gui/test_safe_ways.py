"""What is refused, owed or open leads to the part of 备份、上传与移交 that settles it; an open backup is loud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from app.core.city_way import NothingForCity
from app.core.cleaning import NothingAwaited
from app.core.gate import CheckName, check
from app.core.go_no_go import Answer, Cause, Cell, Gate
from app.core.media import MediumUnderSeal
from app.core.mirror import MirrorMediumUnread
from app.core.operation import Refusal
from app.core.resume import DayResumed, NoPaperDue
from app.core.room_backup import RoomStillInUse
from app.core.terms import MediumSerial, RoomId
from app.views.agenda import StepState
from app.views.step import StepKind
from tests.gui.after import ROOMS, ended
from tests.gui.keeping_page import evening
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle, texts
from tests.stores import Place
from tests.unit.day_over import DAY, OTHER, SESSION, STICK, lay
from ui.keeping_ways import PARTS
from ui.pages.closing_words import place_of
from ui.pages.readiness_ways import way
from ui.pages.safe_rooms import RoomsPart
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import KeepingPart, PageName
from ui.shell import Place as Where
from ui.widgets.now_bar import TONES, NowBar, lanes
from ui.widgets.parts import Button
from ui.widgets.pill import Pill


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def screen(whole: Place, tmp_path: Path, open_screen: Callable[..., Screen]) -> Iterator[Screen]:
    with evening(whole, tmp_path, open_screen) as screen:
        yield screen


def shown(screen: Screen) -> KeepingPart:
    settle()
    return cast("SafekeepingPage", screen.page).part


@pytest.mark.parametrize(
    ("refusal", "where"),
    [
        (NothingForCity(), KeepingPart.BACKUP),
        (RoomStillInUse(OTHER, DAY), KeepingPart.ROOMS),
        (MediumUnderSeal(STICK, "F-1"), KeepingPart.MEDIA),
        (MirrorMediumUnread(STICK), KeepingPart.MIRROR),
        (NothingAwaited(), KeepingPart.CLEANING),
    ],
)
def test_a_no_leads_to_the_part_that_settles_it(screen: Screen, refusal: Refusal, where: KeepingPart) -> None:
    assert PARTS[type(refusal)] is where
    screen.go(PageName.OVERVIEW)
    screen.page.asking.refuse(refusal)
    go = screen.shell.say("go-there", page=screen.shell.say("page-safekeeping"))
    (link,) = (one for one in screen.page.asking.findChildren(Button) if one.text() == go)
    link.click()
    assert shown(screen) is where


def test_paper_is_gone_to_where_a_day_was_taken_up_and_else_to_the_backups(screen: Screen) -> None:
    place = Where(PageName.SAFEKEEPING, SESSION, OTHER, paper=PARTS[NoPaperDue])
    screen.window.go(place)
    assert shown(screen) is KeepingPart.BACKUP
    now = screen.clock.moment().at
    DayResumed("B", MediumSerial("U-1"), 31, now, 4, now).apply(screen.site)
    screen.window.go(place)
    assert shown(screen) is KeepingPart.PAPER


def test_what_a_room_owes_leads_to_it(screen: Screen) -> None:
    screen.window.go(place_of(check(CheckName.ROOM_BACKUP, "DAT-08", open_if=True), SESSION, OTHER))
    assert shown(screen) is KeepingPart.ROOMS
    rooms = cast("RoomsPart", cast("SafekeepingPage", screen.page).shown(KeepingPart.ROOMS))
    assert rooms.table.chosen_keys() == (OTHER,)
    screen.window.go(place_of(check(CheckName.BACKUP, "DAT-07", open_if=True), SESSION, RoomId("")))
    assert shown(screen) is KeepingPart.BACKUP
    assert place_of(check(CheckName.PAPER_ENTERED, "DAT-16", open_if=True), SESSION, OTHER).paper is KeepingPart.PAPER


def test_the_step_of_the_evening_leads_to_the_rooms(screen: Screen) -> None:
    screen.go(PageName.SAFEKEEPING, session=SESSION, step=StepKind.ROOM_BACKUP)
    assert shown(screen) is KeepingPart.ROOMS
    screen.go(PageName.SAFEKEEPING, session=SESSION, step=StepKind.RECEIPT)
    assert shown(screen) is KeepingPart.BACKUP
    # Who only turns to the page stays where they were.
    screen.go(PageName.SAFEKEEPING)
    assert shown(screen) is KeepingPart.BACKUP


@pytest.mark.parametrize(
    ("cause", "where"),
    [
        (Cause.NO_MEDIUM, KeepingPart.MEDIA),
        (Cause.MIRROR_NOT_BEGUN, KeepingPart.MIRROR),
        (Cause.MIRROR_OUT, KeepingPart.MIRROR),
    ],
)
def test_the_board_leads_to_media_and_mirror(screen: Screen, cause: Cause, where: KeepingPart) -> None:
    place = way(Cell(Gate.MIRROR, None, Answer.NO, cause), SESSION)
    assert place is not None
    screen.window.go(place)
    assert shown(screen) is where


def test_an_open_backup_is_red_from_the_next_start_on_and_stops_nothing(site: Screen) -> None:
    # Given a session that has ended, and nothing of it checked or backed up
    ended(site, *ROOMS)
    site.sign_in()
    site.go(PageName.JOURNAL)
    start = site.site.sessions[SECOND_SESSION].plan.starts_at
    site.at(start)
    site.look_again()
    (morning,) = (one for one in lanes(site.shell) if one.session == MORNING_SESSION)
    (backup,) = (one for one in morning.steps if one.kind is StepKind.BACKUP)
    assert backup.state is StepState.AHEAD
    # When the next one starts
    site.at(start.replace(second=1))
    site.look_again()
    (morning,) = (one for one in lanes(site.shell) if one.session == MORNING_SESSION)
    assert morning.current is not None
    assert (morning.current.kind, morning.current.state) == (StepKind.BACKUP, StepState.LATE)
    # Then it stands red above every page, with the way there
    bar = site.window.findChild(NowBar)
    assert bar is not None
    assert site.shell.word(StepKind.BACKUP) in texts(bar)
    red = next(one for one in bar.findChildren(Pill) if one.accessibleName() == site.shell.word(StepState.LATE))
    assert red._tone == TONES[StepState.LATE] == "bad"
    bar.go_on()
    settle()
    assert site.page.name is PageName.SAFEKEEPING
