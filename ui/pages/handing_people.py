"""Who gives, who receives and who escorts: asked alike of every hand-over."""

from __future__ import annotations

from app.core.free_text import LINE, FreeText, TextPart
from app.core.handover import HandOver
from app.core.paper_state import PaperRef
from app.core.terms import MediumSerial, Role
from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.parts import entry
from ui.widgets.person import PersonField
from ui.widgets.tick import Tick

_PARTS = (TextPart.RECEIVER_1, TextPart.RECEIVER_2, TextPart.OFFICE, TextPart.ESCORT_1, TextPart.ESCORT_2)


class HandingForm(StepForm):
    """Two give and two receive; what goes is asked below."""

    def __init__(self, shell: Shell, title: str, note: str) -> None:
        super().__init__(shell, title, note, columns=2)
        say, bridge = shell.say, shell.bridge
        self.named = {part: entry(most=LINE) for part in _PARTS}
        self.givers = PersonField(shell), PersonField(shell)
        for number, giver in enumerate(self.givers, 1):
            self._field(say("handing-giver", number=number), giver)
        office = next((one.code for one in bridge.console.directory.staff.values() if one.role is Role.EXAM_OFFICE), "")
        self.givers[1].setCurrentIndex(max(self.givers[1].findData(office), 0))
        self._field(say("handing-receiver", number=1), self.named[TextPart.RECEIVER_1])
        self._field(say("handing-receiver", number=2), self.named[TextPart.RECEIVER_2])
        self._field(say("handing-office"), self.named[TextPart.OFFICE])
        self._field(say("handing-escort", number=1), self.named[TextPart.ESCORT_1])
        self._field(say("handing-escort", number=2), self.named[TextPart.ESCORT_2])
        self.ask_when(say("handing-when"))
        self.cards = Tick(shell.look, say("handing-cards"))
        self.add(self.cards)

    def hand(self, papers: tuple[object, ...], media: tuple[object, ...], evidence: tuple[object, ...]) -> HandOver:
        """With the keys of the lines that were chosen."""
        said = ((part, field.text().strip()) for part, field in self.named.items())
        return HandOver(
            (self.givers[0].value(), self.givers[1].value()),
            FreeText(tuple((part, text) for part, text in said if text)),
            tuple(one for one in papers if isinstance(one, PaperRef)),
            tuple(MediumSerial(str(one)) for one in media),
            tuple(str(one) for one in evidence),
            self.cards.on,
            self.at(),
        )
