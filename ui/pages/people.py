"""人员: who is at work and fit to serve, whether there are enough, and who may do what."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.agreement import AgreementSigned
from app.core.arrangement import PackageTakenIn
from app.core.avoidance import AvoidanceDeclared
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.desk import DeskLeft, DeskTaken
from app.core.operation import Fact
from app.core.pin import PinChanged
from app.core.qualification import Qualified
from app.core.terms import PersonId, Role
from app.core.training import StaffTrained
from app.views.permissions import PermissionRow, matrix
from app.views.staffing import PersonRow, StaffCheck, chosen, person_rows, sees_names, staff_checks
from ui.models.lines import LinesModel, LinesView, choose_again
from ui.page import Page
from ui.pages.people_card import PersonCard
from ui.pages.people_details import CaseCard, CheckCard
from ui.pages.people_lines import CASES, CHECKS, PEOPLE, case_line, check_line, person_line, words_of
from ui.shell import PageName, Shell, hour
from ui.widgets.parts import Elided, button, card, choice, entry, flow, scrolled
from ui.widgets.segments import Segments

ABOUT_PEOPLE = (
    AgreementSigned,
    AvoidanceDeclared,
    ChiefDelegated,
    DelegationEnded,
    DeskLeft,
    DeskTaken,
    PackageTakenIn,
    PinChanged,
    Qualified,
    StaffTrained,
)


class Part(StrEnum):
    """Each value is the id of its name."""

    PEOPLE = "people-part-people"
    OPEN = "people-part-open"
    CHECKS = "people-part-checks"
    CASES = "people-part-cases"


class PeoplePage(Page):
    name = PageName.PEOPLE

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say = shell.say
        self._part = Part.PEOPLE
        self._rows: tuple[PersonRow, ...] = ()
        self._checks: tuple[StaffCheck, ...] = ()
        self._cases: tuple[PermissionRow, ...] = ()
        self._only: frozenset[PersonId] = frozenset()
        self._named = False
        self.own_pin = button(shell.look, say("people-own-pin"), self._own_pin, "key")
        self.head("", self.own_pin)
        self.parts = Segments(say("people-parts"))
        self.parts.picked.connect(self._pick)
        self.roles = choice([(None, say("people-every-role")), *((role, shell.word(role)) for role in Role)])
        self.roles.setMinimumContentsLength(9)
        self.roles.setAccessibleName(say("people-by-role"))
        self.roles.activated.connect(lambda _row: self._fill())
        self.words = entry(say("people-find"))
        self.words.setAccessibleName(say("people-find"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(260)
        self.words.textChanged.connect(lambda _text: self._fill())
        self.reset = button(shell.look, say("people-everyone"), self._reset, "x", "link")
        self.outer.addWidget(flow(self.parts))
        self.people = self._view(PEOPLE, "people-part-people", (4,), several=True)
        self.checks = self._view(CHECKS, "people-part-checks", (0, 1))
        self.cases = self._view(CASES, "people-part-cases", (0, 1, 2))
        self.card, self.check, self.case = PersonCard(shell, self.asking), CheckCard(shell), CaseCard(shell)
        self.people.opened.connect(lambda _key: self.card.begin())
        self.card.done.connect(self.people.setFocus)
        self.check.wanted.connect(self._show_only)
        self._empty = Elided("", "Sub")
        self._lay()
        self.first = self.people
        shell.bridge.desk_changed.connect(self._desk_changed)

    def _view(self, columns: Sequence[str], name: str, wide: tuple[int, ...], *, several: bool = False) -> LinesView:
        shell = self.shell
        model = LinesModel(shell, [shell.text.say(column) for column in columns])
        view = LinesView(model, shell.text.say(name), wide, several=several)
        view.chosen.connect(self._chosen)
        return view

    def _lay(self) -> None:
        self._views, self._details = QStackedWidget(), QStackedWidget()
        for view in (self.people, self.checks, self.cases):
            self._views.addWidget(view)
        for detail in (self.card, self.check, self.case):
            self._details.addWidget(scrolled(detail, self.shell.say("people-detail")))
        self._filters = flow(self.words, self.roles, self.reset)
        left = QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addWidget(self._filters)
        listed.addWidget(self._views, 1)
        listed.addWidget(self._empty)
        self._beside, inside = card(margins=(16, 14, 8, 14))
        inside.addWidget(self._details)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(left, 5)
        middle.addWidget(self._beside, 3)
        self.outer.addLayout(middle, 1)

    # What is shown

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        if facts and not any(isinstance(fact, ABOUT_PEOPLE) for fact in facts):
            return
        bridge = self.shell.bridge
        role = bridge.operator.role if bridge.operator and bridge.signed_in else None
        site, people, rules = bridge.site, bridge.console.directory, bridge.rulebook
        self._named = sees_names(role)
        self._rows = person_rows(site, people, rules, bridge.now, named=self._named)
        self._checks = staff_checks(site, people, rules) if people.staff else ()
        if not facts or any(isinstance(fact, PackageTakenIn) for fact in facts):
            self._cases = matrix(rules)
        self.own_pin.setEnabled(bridge.signed_in and bridge.operator is not None and bridge.operator.id in people.staff)
        self._show_duty()
        self._fill()

    def _show_duty(self) -> None:
        bridge, say = self.shell.bridge, self.shell.say
        on_duty = next((row for row in self._rows if row.on_duty), None)
        said = say("people-nobody-on-duty")
        if on_duty:
            person = f"{on_duty.code} {on_duty.name}".strip()
            said = say("people-on-duty", person=person, role=on_duty.role)
        given = bridge.site.delegation
        if given and given.since <= bridge.now <= given.until:
            said = say("people-duty-delegated", duty=said, deputy=given.deputy, time=hour(given.until))
        if self._rows and not self._named:
            said = say("people-names-hidden", duty=said)
        self.sub.tell(said)

    def _fill(self) -> None:
        shell, text = self.shell, self.words.text()
        role = self._role
        view = self._view_shown
        kept, place = view.chosen_keys(), view.currentIndex().row()
        if view is self.checks:
            view.lines.show_lines([check_line(shell, check) for check in self._checks])
        elif view is self.cases:
            view.lines.show_lines([case_line(shell, row) for row in self._cases if self._fits(row, role, text)])
        else:
            rows = chosen(self._rows, role, text, only_open=self._part is Part.OPEN)
            shown = (row for row in rows if not self._only or row.code in self._only)
            view.lines.show_lines([person_line(shell, row) for row in shown])
        self._offer()
        if view.chosen_keys() != kept or not kept:
            choose_again(view, kept, place)
        self._chosen()

    def _fits(self, row: PermissionRow, role: Role | None, text: str) -> bool:
        mine = role is None or role in row.asks or any(role in second for second in row.seconds)
        return mine and (not text.strip() or _plain(text) in _plain(words_of(self.shell, row)))

    def _offer(self) -> None:
        counts = {
            Part.PEOPLE: len(self._rows),
            Part.OPEN: sum(bool(row.items) for row in self._rows),
            Part.CHECKS: sum(not check.ok for check in self._checks),
            Part.CASES: len(self._cases),
        }
        self.parts.offer([(part, f"{self.shell.text.say(part.value)} {counts[part]}") for part in Part], self._part)
        narrowed = bool(self.words.text().strip() or self._role or self._only)
        self.reset.setVisible(narrowed)
        self._filters.setVisible(self._part is not Part.CHECKS)
        nothing = not self._view_shown.lines.lines
        if not self._rows and self._part is not Part.CASES:
            self._empty.tell(self.shell.say("people-no-list"))
        else:
            self._empty.tell(
                self.shell.say("people-nobody-found") if narrowed else self.shell.say("people-nothing-open")
            )
        self._empty.setVisible(nothing)
        self._details.setVisible(not nothing)

    @property
    def _role(self) -> Role | None:
        # A combo box gives back plain text for whatever is a text.
        role = self.roles.currentData()
        return Role(role) if role else None

    @property
    def _view_shown(self) -> LinesView:
        return {Part.CHECKS: self.checks, Part.CASES: self.cases}.get(self._part, self.people)

    def _chosen(self) -> None:
        keys = self._view_shown.chosen_keys()
        if self._part is Part.CHECKS:
            for check in (one for one in self._checks if one.rule in keys):
                self.check.show_check(check)
        elif self._part is Part.CASES:
            for key in keys:
                if isinstance(key, PermissionRow):
                    self.case.show_case(key)
        else:
            self.card.show_rows(tuple(row for row in self._rows if row.code in keys))

    # What is chosen

    def _pick(self, part: object) -> None:
        if isinstance(part, Part):
            self._only = frozenset()
            self._show_part(part)

    def _show_part(self, part: Part) -> None:
        self._part = part
        view = self._view_shown
        self._views.setCurrentWidget(view)
        self._details.setCurrentIndex(self._views.currentIndex())
        self.first = view
        self._fill()

    def _show_only(self, persons: object) -> None:
        """Those whom a check names."""
        if isinstance(persons, tuple):
            self.words.clear()
            self.roles.setCurrentIndex(0)
            self._only = frozenset(persons)
            self._show_part(Part.PEOPLE)
            self.people.setFocus()

    def _reset(self) -> None:
        self._only = frozenset()
        self.roles.setCurrentIndex(0)
        self.words.clear()
        self._fill()
        self.words.setFocus()

    def _desk_changed(self) -> None:
        """Names are for whoever is signed in."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _own_pin(self) -> None:
        self.asking.change_pin(self.own_pin)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
