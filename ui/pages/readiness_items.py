"""准备事项: what the site sees to, the chosen item in full, and the form in which it is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.operation import Fact
from app.core.readiness_items import ReadinessItem
from app.core.terms import RoomId
from app.service import free_text
from app.views.readiness_list import ItemFilter, ItemRow, ItemStand, item_rows, shown
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import Side
from ui.pages.readiness_item import ItemCard, LookForm
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import card, label, row
from ui.widgets.segments import Segments

COLUMNS = (
    "readiness-column-item",
    "readiness-column-state",
    "readiness-column-due",
    "readiness-column-seen",
)
LOOKS = {
    ItemStand.FAULTY: ("alert-triangle", "bad"),
    ItemStand.OPEN: ("circle-dashed", "text2"),
    ItemStand.PARTLY: ("circle-dashed", "warn"),
    ItemStand.OLD: ("history", "warn"),
    ItemStand.DONE: ("circle-check", "ok"),
    ItemStand.NONE_HERE: ("circle-check", "text2"),
}


class ItemsPart(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._filter = ItemFilter.ALL
        self._rows: dict[ReadinessItem, ItemRow] = {}
        self._item: ReadinessItem | None = None
        say = shell.say
        self.filter = Segments(say("readiness-filter"))
        self.filter.picked.connect(self._pick)
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("readiness-part-items"), wide=(0,))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.enter())
        self.first: QWidget = self.table
        self._none = label(say("readiness-items-none"), "Sub")
        self._none.setContentsMargins(14, 8, 14, 8)
        self.card = ItemCard(shell)
        self.card.asked.connect(self.enter)
        self.side = Side(asking, self.card)
        self.side.left.connect(self._back)
        self.side.opened.connect(lambda form: self.card.lead(leads=not form))
        left, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self._none)
        inside.addWidget(self.table, 1)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(left, 1)
        across.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(row(self.filter))
        outer.addLayout(across, 1)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, say = self._shell.bridge, self._shell.say
        every = item_rows(bridge.site, bridge.rulebook, bridge.now)
        counts = [(one, say("readiness-filter-count", filter=one, count=len(shown(every, one)))) for one in ItemFilter]
        self.filter.offer(counts, self._filter)
        rows = shown(every, self._filter)
        before = [line.key for line in self.table.lines.lines]
        self._rows = {one.rule.item: one for one in rows}
        self.table.lines.show_lines([self._line(one) for one in rows])
        if self._item not in self._rows:
            self._item = next((one.rule.item for one in rows if one.open), next(iter(self._rows), None))
        if before != list(self._rows) or not self.table.chosen_keys():
            self._select()
        self._none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._look()

    def show_only(self, wanted: ItemFilter) -> None:
        self._filter, self._item = wanted, None
        self.refresh()

    def show_item(self, item: ReadinessItem | None, room: RoomId | None) -> None:
        """This one, otherwise the first that is open at this place."""
        self._filter = ItemFilter.ALL
        self.refresh()
        if item is None:
            fits = (one for one in self._rows.values() if one.rule.per_room is (room is not None))
            found = next((one for one in fits if room in one.again and not one.rule.advice), None)
            item = found.rule.item if found else None
        if item in self._rows:
            self._item = item
            self._select()
            self._look()

    def enter(self) -> None:
        """The form for the chosen item."""
        one = self._rows.get(self._item) if self._item else None
        if one is None:
            return
        form = LookForm(self._shell, one)
        self.side.take(form, lambda: self._confirmed(form))

    # What is shown

    def _line(self, one: ItemRow) -> Line:
        shell, advice = self._shell, one.rule.advice
        icon, tone = LOOKS[one.stand]
        name = shell.word(one.rule.item)
        item = shell.say("readiness-advised", item=name) if advice else name
        due = one.due.strftime("%m-%d") if one.due else shell.say("blank")
        cells = (
            Cell(item, "text2" if advice else "text"),
            Cell(stand_of(shell, one), "text2" if advice and one.open else tone, icon),
            Cell(due, "bad" if one.late else "text2", "clock-exclamation" if one.late else ""),
            Cell(self._seen(one), "text2"),
        )
        return Line(one.rule.item, cells)

    def _seen(self, one: ItemRow) -> str:
        if one.last is None:
            return self._shell.say("blank")
        name = self._shell.bridge.console.directory.staff_name(one.last.by)
        return self._shell.say("readiness-seen", time=one.last.at.strftime("%m-%d"), person=name)

    def _look(self) -> None:
        self.card.look(self._rows.get(self._item) if self._item else None)
        self.card.lead(leads=self.side.form is None)

    def _select(self) -> None:
        if self._item in self._rows:
            self.table.setCurrentIndex(self.table.lines.index(list(self._rows).index(self._item), 0))

    # Hands

    def _pick(self, wanted: object) -> None:
        if isinstance(wanted, ItemFilter):
            self._filter = wanted
            self.refresh()

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], ReadinessItem) and keys[0] is not self._item:
            self._item = keys[0]
            self.side.drop()
            self._asking.clear()
            self._look()

    def _confirmed(self, form: LookForm) -> None:
        operation = form.operation()
        if operation is not None:
            console = self._shell.bridge.console
            said = self._shell.say("readiness-entered", item=operation.item)
            self._asking.ask(
                lambda *signers: free_text.submit(console, operation, *signers), said, lambda _: self.side.back()
            )

    def _back(self) -> None:
        self.refresh()
        self.table.setFocus()


def stand_of(shell: Shell, one: ItemRow) -> str:
    """In a word; of rooms also how many."""
    if one.rule.per_room and one.stand is not ItemStand.OPEN:
        return shell.say("readiness-stand-rooms", stand=one.stand, seen=one.seen, of=one.of)
    return shell.word(one.stand)
