"""移交: papers, media and evidence given to those who come for them; two give and two receive."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.core.handover import HandOver
from app.core.paper_state import Handover, PaperRef
from app.core.site_form import SiteForm
from app.core.terms import HandoverNo
from app.service import free_text
from app.views.handing_over import media_here, papers_ready, pieces_here
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.handing_people import HandingForm
from ui.pages.record_titles import numbered_title
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label, scrolled

_MOST_LINES = 7


class Things(QWidget):
    """Lines that are chosen one by one; those that usually go are chosen already."""

    def __init__(self, shell: Shell, name: str, lines: Sequence[tuple[Line, bool]]) -> None:
        super().__init__()
        self.table = LinesView(LinesModel(shell, (name,)), name, wide=(0,), several=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.lines.show_lines([line for line, _ in lines])
        self.table.fit_height(1, _MOST_LINES)
        chosen, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        for number, (_, usual) in enumerate(lines):
            if usual:
                chosen.select(self.table.lines.index(number, 0), flag.Select | flag.Rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.table)
        if not lines:
            self.hide()

    def chosen(self) -> tuple[object, ...]:
        return self.table.chosen_keys()


class HandOverForm(HandingForm):
    """Who gives, who receives, and what: everything that is ready goes unless it is taken out."""

    def __init__(self, shell: Shell) -> None:
        say, bridge = shell.say, shell.bridge
        super().__init__(shell, say("handing-title"), say("handing-note"))
        ready = papers_ready(bridge.site, bridge.rulebook)
        self.papers = self._things(
            say("handing-papers", count=len(ready)),
            [
                (
                    PaperRef(copy.form, copy.subject, copy.copy),
                    numbered_title(shell, copy),
                    usual,
                )
                for copy, usual in ready
            ],
        )
        pieces = pieces_here(bridge.site)
        self.evidence = self._things(
            say("handing-evidence", count=len(pieces)),
            [
                (
                    one.tag,
                    say("handing-piece", tag=one.tag, kind=one.kind, place=one.place),
                    True,
                )
                for one in pieces
            ],
        )
        media = media_here(bridge.site)
        self.media = self._things(
            say("handing-media", count=len(media)),
            [(serial, bridge.site.safe.media[serial].label, usual) for serial, usual in media],
        )
        if not (ready or pieces or media):
            self.add(label(say("handing-nothing"), "Cap"))
        self.finish(say("handing-confirm"))

    def operation(self) -> HandOver:
        return self.hand(self.papers.chosen(), self.media.chosen(), self.evidence.chosen())

    def _things(self, name: str, lines: Sequence[tuple[object, str, bool]]) -> Things:
        made = Things(self._shell, name, [(Line(key, (Cell(said),)), usual) for key, said, usual in lines])
        self.add(made)
        return made


class HandingOver(QWidget):
    """What was handed over, and the form for more."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        say = shell.say
        self._shell, self._asking = shell, asking
        self.form: HandOverForm | None = None
        self._around: QWidget | None = None
        self.begin = button(shell.look, say("handing-begin"), self.start, "arrow-right", "primary")
        self.sheet = button(shell.look, say("handing-sheet"), self._to_sheet, "printer")
        headers = (say("handing-column-number"), say("handing-column-at"), say("handing-column-what"))
        self.table = LinesView(LinesModel(shell, headers), say("handing-made"), wide=(2,))
        self.table.chosen.connect(self._count)
        self.table.opened.connect(lambda _: self._to_sheet())
        self.empty = label(say("handing-none"), "Sub")
        frame, held = card()
        for part in (self.empty, self.table, flow(self.begin, self.sheet)):
            held.addWidget(part)
        self._made = QWidget()
        listed = QVBoxLayout(self._made)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(frame)
        listed.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._made)

    @property
    def first(self) -> QWidget:
        return self.begin if self.form is None else self.form.first

    def refresh(self) -> None:
        """What somebody is typing stays."""
        made = self._shell.bridge.site.handovers
        self.table.lines.show_lines([self._line(one) for one in made.values()])
        self.table.fit_height(1, _MOST_LINES)
        self.table.setVisible(bool(made))
        self.empty.setVisible(not made)
        self._count()

    def start(self) -> None:
        """The form, in the place of the list."""
        self._asking.clear()
        self.form = HandOverForm(self._shell)
        self.form.confirmed.connect(self._confirm)
        self.form.given_up.connect(self.drop)
        frame, inside = card()
        inside.addWidget(self.form)
        held = QWidget()
        top = QVBoxLayout(held)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(frame)
        top.addStretch(1)
        self._around = scrolled(held)
        self._made.hide()
        self._outer.addWidget(self._around)
        self.form.start()

    def drop(self) -> None:
        """Given up, or done."""
        self._asking.clear()
        if self._around is not None:
            self._outer.removeWidget(self._around)
            self._around.deleteLater()
        self.form = self._around = None
        self._made.show()
        self.begin.setFocus()

    def _confirm(self) -> None:
        form, console = self.form, self._shell.bridge.console
        if form is not None:
            operation = form.operation()
            said = self._shell.say("handing-done")
            self._asking.ask(lambda *signers: free_text.submit(console, operation, *signers), said, self._printed)

    def _printed(self, _: object) -> None:
        """The sheet that both sides sign is the next step."""
        self.drop()
        self._go_to(next(reversed(self._shell.bridge.site.handovers)))

    def _line(self, one: Handover) -> Line:
        what = self._shell.say("handing-what", papers=len(one.papers), media=len(one.media), evidence=len(one.evidence))
        return Line(one.number, (Cell(one.number), Cell(f"{one.at:%m-%d} {clock(one.at)}"), Cell(what, "text2")))

    def _count(self) -> None:
        self.sheet.setVisible(bool(self.table.chosen_keys()))

    def _to_sheet(self) -> None:
        for number in self.table.chosen_keys():
            self._go_to(HandoverNo(str(number)))

    def _go_to(self, number: HandoverNo) -> None:
        self._shell.go(Place(PageName.RECORDS, form=SiteForm.HANDOVER, paper=number))
