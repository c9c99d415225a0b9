"""监考安排: who can be drawn for a day, the draw itself, who serves where, and who is put in for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.arrangement import PackageTakenIn
from app.core.avoidance import AvoidanceDeclared
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.operation import Fact
from app.core.start import RoomStarted
from app.core.training import StaffTrained
from app.views.duty import DutyStanding, PersonDuty, RoomDuty, chosen, duty_days, person_duties, room_duties
from app.views.duty_draws import DutyHead, DutyStage, draws, duty_head
from app.views.staffing import sees_names
from app.views.step import StepKind
from ui.models.lines import LinesModel, LinesView, choose_again
from ui.page import Page
from ui.pages.duty_draws import DrawList
from ui.pages.duty_head import DrawCard
from ui.pages.duty_lines import PEOPLE, ROOMS, person_line, room_line
from ui.pages.duty_person import PeopleDutyCard, RoomDutyCard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Elided, card, choice, entry, flow, scrolled
from ui.widgets.segments import Segments

ABOUT_DUTY = (
    AvailabilitySet,
    AvoidanceDeclared,
    DrawNumbered,
    DutyDrawn,
    DutyReplaced,
    PackageTakenIn,
    RoomStarted,
    StaffTrained,
)
_LOOKS_AGAIN = 20
"""Seconds after which the page looks whether it has become late."""


class Part(StrEnum):
    """Each value is the id of its name."""

    DRAW = "duty-part-draw"
    PEOPLE = "duty-part-people"
    ROOMS = "duty-part-rooms"


class DutyPage(Page):
    name = PageName.DUTY

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say = shell.say
        self._part, self._day = Part.DRAW, date.min
        self._rows: tuple[PersonDuty, ...] = ()
        self._rooms: tuple[RoomDuty, ...] = ()
        self._head: DutyHead | None = None
        self._named = False
        self.days = Segments(say("duty-days"))
        self.days.picked.connect(self._pick_day)
        self.head("", self.days)
        self.draw = DrawCard(shell, self.asking)
        self.draw.drawn.connect(lambda: self._show_part(Part.ROOMS))
        self.draw.missing_wanted.connect(lambda: self._show_standing(DutyStanding.MISSING))
        self.parts = Segments(say("duty-parts"))
        self.parts.picked.connect(self._pick)
        standings = ((one, shell.word(one)) for one in DutyStanding)
        self.standings = choice([(None, say("duty-everybody")), *standings])
        self.standings.setMinimumContentsLength(8)
        self.standings.setAccessibleName(say("duty-by-standing"))
        self.standings.activated.connect(lambda _row: self._fill())
        self.words = entry(say("duty-find"))
        self.words.setAccessibleName(say("duty-find"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(180)
        self.words.textChanged.connect(lambda _text: self._fill())
        self.people = self._view(PEOPLE, "duty-part-people", (4,), several=True)
        self.rooms = self._view(ROOMS, "duty-part-rooms", (1,))
        self.draws = DrawList(shell)
        self.person, self.room = PeopleDutyCard(shell, self.asking), RoomDutyCard(shell, self.asking)
        self.people.opened.connect(lambda _key: self.person.begin())
        self.rooms.opened.connect(lambda _key: self.room.begin())
        self.person.done.connect(self.people.setFocus)
        self.room.done.connect(self.rooms.setFocus)
        self._empty = Elided("", "Sub")
        self._lay()
        self.first = self.draw.first
        shell.bridge.desk_changed.connect(self._desk_changed)
        shell.bridge.ticked.connect(self._tick)

    def _view(self, columns: Sequence[str], name: str, wide: tuple[int, ...], *, several: bool = False) -> LinesView:
        text = self.shell.text
        model = LinesModel(self.shell, [text.say(column) for column in columns])
        view = LinesView(model, text.say(name), wide, several=several)
        view.chosen.connect(self._chosen)
        return view

    def _lay(self) -> None:
        name = self.shell.say("duty-detail")
        self._views, self._details = QStackedWidget(), QStackedWidget()
        for view, detail in ((self.people, self.person), (self.rooms, self.room)):
            self._views.addWidget(view)
            self._details.addWidget(scrolled(detail, name))
        beside, inside = card(margins=(16, 14, 8, 14))
        inside.addWidget(self._details)
        self._lists = QWidget()
        middle = QHBoxLayout(self._lists)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self._views, 5)
        middle.addWidget(beside, 3)
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self.draw)
        column.addWidget(self.draws)
        column.addStretch(1)
        self._body = QStackedWidget()
        self._body.addWidget(scrolled(drawing))
        self._body.addWidget(self._lists)
        self._choices = flow(self.parts, self.words, self.standings)
        self.outer.addWidget(self._choices)
        self.outer.addWidget(self._empty)
        self.outer.addWidget(self._body, 1)

    def go(self, place: Place) -> None:
        """To the draw, or to the people of a room."""
        if place.step is StepKind.DUTY:
            self._show_part(Part.DRAW)
        elif place.room is not None:
            self._show_part(Part.ROOMS)
            keys = [line.key for line in self.rooms.lines.lines]
            if place.room in keys:
                self.rooms.selectRow(keys.index(place.room))

    # What is shown

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        if facts and not any(isinstance(fact, ABOUT_DUTY) for fact in facts):
            return
        bridge, shell = self.shell.bridge, self.shell
        site, people, rules = bridge.site, bridge.console.directory, bridge.rulebook
        days = duty_days(site)
        for part in (self._choices, self._body):
            part.setVisible(bool(days))
        self._empty.setVisible(not days)
        self._empty.tell("" if days else shell.say("duty-no-rooms"))
        self.days.setVisible(len(days) > 1)
        if not days:
            return
        if self._day not in days:
            now = bridge.now.date()
            self._day = next((day for day in days if day >= now), days[-1])
        self.days.offer([(day, day.isoformat()) for day in days], self._day)
        role = bridge.operator.role if bridge.operator and bridge.signed_in else None
        self._named = sees_names(role)
        self._rows = person_duties(site, people, rules, self._day, named=self._named)
        self._head = duty_head(site, people, rules, bridge.now, self._day, self._rows)
        self._rooms = room_duties(site, people, rules, self._day, self._rows)
        self.sub.tell(self.draw.look(self._head))
        self._fill()

    def _fill(self) -> None:
        shell, drawn = self.shell, self._drawn
        counts = {Part.PEOPLE: f" {len(self._rows)}", Part.ROOMS: f" {len(self._rooms)}"}
        self.parts.offer([(part, shell.text.say(part.value) + counts.get(part, "")) for part in Part], self._part)
        for narrows in (self.words, self.standings):
            narrows.setVisible(self._part is Part.PEOPLE)
        view = self._view_shown
        if view is None:
            bridge = self.shell.bridge
            self.draws.look(draws(bridge.site, bridge.rulebook, self._day))
            return
        kept, place = view.chosen_keys(), view.currentIndex().row()
        if view is self.rooms:
            view.lines.show_lines([room_line(shell, row, drawn=drawn) for row in self._rooms])
        else:
            rows = chosen(self._rows, self._standing, self.words.text())
            view.lines.show_lines([person_line(shell, row, drawn=drawn) for row in rows])
        if view.chosen_keys() != kept or not kept:
            choose_again(view, kept, place)
        self._chosen()

    @property
    def _drawn(self) -> bool:
        return self._head is not None and self._head.stage is DutyStage.DRAWN

    @property
    def _standing(self) -> DutyStanding | None:
        # A combo box gives back plain text for whatever is a text.
        standing = self.standings.currentData()
        return DutyStanding(standing) if standing else None

    @property
    def _view_shown(self) -> LinesView | None:
        return {Part.PEOPLE: self.people, Part.ROOMS: self.rooms}.get(self._part)

    def _chosen(self) -> None:
        if self._part is Part.ROOMS:
            keys = self.rooms.chosen_keys()
            row = next((one for one in self._rooms if one.room.id in keys), None)
            self.room.look(self._day, row, named=self._named)
        elif self._part is Part.PEOPLE:
            keys = self.people.chosen_keys()
            self.person.look(self._day, tuple(row for row in self._rows if row.code in keys), drawn=self._drawn)

    # What is chosen

    def _pick(self, part: object) -> None:
        if isinstance(part, Part):
            self._show_part(part)

    def _pick_day(self, day: object) -> None:
        if isinstance(day, date):
            self.asking.clear()
            self._day = day
            self.refresh()

    def _show_part(self, part: Part) -> None:
        self._part = part
        view = self._view_shown
        self._body.setCurrentIndex(0 if view is None else 1)
        if view is not None:
            self._views.setCurrentWidget(view)
            self._details.setCurrentIndex(self._views.currentIndex())
        self.first = view or self.draw.first
        self._fill()

    def _show_standing(self, standing: DutyStanding) -> None:
        self.words.clear()
        self.standings.setCurrentIndex(self.standings.findData(standing))
        self._show_part(Part.PEOPLE)
        self.people.setFocus()

    def _desk_changed(self) -> None:
        """Names are for whoever is signed in."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _tick(self) -> None:
        """It becomes late, and the exam day comes, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % _LOOKS_AGAIN == 0:
            self.refresh()
