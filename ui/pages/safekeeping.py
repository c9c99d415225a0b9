"""备份、上传与移交: what of the exam is safe where, from the answers' check to the cleaning of this machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.operation import Fact
from app.core.site_form import SiteForm
from app.views.safe import SafeState, kept
from app.views.step import StepKind
from ui.page import Page
from ui.pages.handing_over import HandingOver
from ui.pages.mirror_part import MirrorPart
from ui.pages.resumed_part import ResumedPart
from ui.pages.safe_cleaning import CleaningPart
from ui.pages.safe_media import MediaPart
from ui.pages.safe_part import SafePart
from ui.pages.safe_rooms import RoomsPart
from ui.pages.safe_sessions import SessionsPart
from ui.shell import KeepingPart as Part
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import label
from ui.widgets.segments import Segments


class SafekeepingPage(Page):
    name = PageName.SAFEKEEPING
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.parts = Segments(shell.say("safekeeping-parts"))
        self.parts.picked.connect(lambda part: self.turn(Part(part)))
        self.part = Part.BACKUP
        self.head()
        self.outer.addWidget(self.parts)
        self.empty = label(shell.say("safekeeping-nothing"), "Sub")
        self.outer.addWidget(self.empty)
        self._made: dict[Part, SafePart | HandingOver] = {}
        self._makers: dict[Part, Callable[[], SafePart | HandingOver]] = {
            Part.BACKUP: lambda: SessionsPart(shell, self.asking, self._to_media),
            Part.ROOMS: lambda: RoomsPart(shell, self.asking, self._to_media),
            Part.MEDIA: lambda: MediaPart(shell, self.asking),
            Part.MIRROR: lambda: MirrorPart(shell, self.asking),
            Part.PAPER: lambda: ResumedPart(shell, self.asking),
            Part.HANDOVER: lambda: HandingOver(shell, self.asking),
            Part.CLEANING: lambda: CleaningPart(shell, self.asking),
        }

    # What is shown

    def shown(self, part: Part) -> SafePart | HandingOver:
        """Made when it is first turned to."""
        if part not in self._made:
            self._made[part] = self._makers[part]()
            self.outer.addWidget(self._made[part], 1)
        return self._made[part]

    def turn(self, part: Part) -> None:
        """Show this part; what is being typed in another one stays."""
        self.asking.clear()
        self.part = part
        self.refresh()

    def go(self, place: Place) -> None:
        """To the part that is named, or to what holds the form, the room or the step that is."""
        if (part := _part(place)) is None:
            return
        self.turn(part if part in self._offered else Part.BACKUP)
        shown = self._made.get(self.part)
        if place.room is not None and isinstance(shown, RoomsPart | ResumedPart):
            shown.show_room(place.room)

    @property
    def _offered(self) -> list[Part]:
        resumed = bool(self.shell.bridge.site.safe.resumed)
        return [part for part in Part if part is not Part.PAPER or resumed]

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, say = self.shell.bridge, self.shell.say
        there = bridge.session is not None
        self.empty.setVisible(not there)
        self.parts.setVisible(there)
        self.parts.offer([(part, self.shell.word(part)) for part in self._offered], self.part)
        for part, made in self._made.items():
            made.setVisible(there and part is self.part)
        if not there:
            self.sub.tell("")
            return
        shown = self.shown(self.part)
        shown.show()
        self.first = shown.first
        day = [kept(bridge.site, plan.id) for plan in bridge.today]
        done = sum(one.state is SafeState.RECEIPTED for one in day)
        self.sub.tell(say("safekeeping-sub", total=len(day), done=done))
        shown.refresh()

    def _to_media(self) -> None:
        self.turn(Part.MEDIA)


def _part(place: Place) -> Part | None:
    """None where only the page is named."""
    if place.paper in set(Part):
        return Part(place.paper)
    if place.form is SiteForm.HANDOVER:
        return Part.HANDOVER
    if place.step is StepKind.ROOM_BACKUP or place.room is not None:
        return Part.ROOMS
    return Part.BACKUP if place.session is not None or place.step is not None else None
