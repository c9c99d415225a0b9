"""The steps that are offered, the next one first; what cannot be done now stays in sight and says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Refusal
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Button, button, label

_FIRST = re.compile(r".+?(?:\u3002|\. |$)")
"""The first sentence."""


class Offer(QWidget):
    """One step: its button, and under it why it is of no use now."""

    def __init__(self, shell: Shell, asking: Asking, text: str, icon: str, does: Callable[[], object]) -> None:
        super().__init__()
        self._shell, self._asking, self._does, self._icon = shell, asking, does, icon
        self._no: Refusal | None = None
        self.button: Button = button(shell.look, text, self._press, icon)
        self._why = label("", "Cap")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self.button)
        inside.addWidget(self._why)
        self.setFocusProxy(self.button)
        self.tell(None, leads=False)

    def tell(self, no: Refusal | None, *, leads: bool) -> None:
        """`leads`: the next step. A no is said in one sentence; in full, and with its clause, where it is pressed."""
        self._no = no
        self.button.lead(self._shell.look, self._icon, leads=leads and no is None)
        self._why.setVisible(no is not None)
        said = self._shell.text.refusal(no) if no else ""
        first = _FIRST.match(said)
        self._why.setText(first[0].strip() if first else "")
        self.button.setAccessibleDescription(said)

    def _press(self) -> None:
        if self._no is not None:
            self._asking.refuse(self._no)
        else:
            self._does()


class Offers(QWidget):
    """`show_offers` puts the next steps first and folds the others away behind one button. `unfolded` says that they
    show or hide."""

    unfolded = Signal()

    def __init__(self, shell: Shell, more: str) -> None:
        super().__init__()
        self.offers: dict[StrEnum, Offer] = {}
        self._open = False
        self._next: Sequence[StrEnum] = ()
        self._more = button(shell.look, more, self._fold, "chevron-down", "link")
        self._folded = QWidget()
        self._now, self._further = QVBoxLayout(), QVBoxLayout(self._folded)
        for laid in (self._now, self._further):
            laid.setContentsMargins(0, 0, 0, 0)
            laid.setSpacing(8)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(self._now)
        inside.addWidget(self._more)
        inside.addWidget(self._folded)
        self._folded.hide()

    def add(self, act: StrEnum, offer: Offer) -> None:
        self.offers[act] = offer
        offer.hide()
        self._further.addWidget(offer)

    def show_offers(
        self,
        now: Sequence[StrEnum],
        further: Sequence[StrEnum],
        why: Callable[[StrEnum], Refusal | None],
        *,
        lead: bool,
    ) -> None:
        """`lead`: the first of `now` is the filled button."""
        self._next = now
        for act, offer in self.offers.items():
            offer.setVisible(act in now or act in further)
        for laid, acts in ((self._now, now), (self._further, further)):
            for act in acts:
                offer = self.offers[act]
                laid.addWidget(offer)
                offer.show()
                offer.tell(why(act), leads=lead and act is now[0] if now else False)
        self._more.setVisible(bool(further))
        self._folded.setVisible(bool(further) and self._open)

    @property
    def shown(self) -> list[Button]:
        """Every button that stands there now."""
        return [one.button for one in self.offers.values() if one.isVisibleTo(self)] + [self._more]

    def first(self) -> Button | None:
        """The first step in sight."""
        return next((self.offers[act].button for act in self._next if self.offers[act].isVisible()), None)

    def _fold(self) -> None:
        self._open = not self._open
        self._folded.setVisible(self._open)
        self.unfolded.emit()
