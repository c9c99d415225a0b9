"""Forms of the upload: an attempt over VPN, media given to the city agency, and what the city said."""

from __future__ import annotations

from app.core.city_way import GiveToCity, NoteCityStep
from app.core.safe_state import Backup, CityStep, UploadResult
from app.core.terms import HandoverNo
from app.core.upload import NoteAttempt
from ui.models.lines import Cell, Line
from ui.pages.handing_over import Things
from ui.pages.handing_people import HandingForm
from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.parts import label


class AttemptForm(StepForm):
    """What came of uploading this bundle."""

    def __init__(self, shell: Shell, backup: Backup) -> None:
        say = shell.say
        super().__init__(shell, say("attempt-title"), say("attempt-note", name=backup.name))
        self._backup = backup.name
        self.ask_what(say("attempt-result"), [(one, shell.word(one)) for one in UploadResult])
        self.reference = self.ask_text(say("attempt-reference"), say("attempt-reference-hint"))
        self.ask_when(say("attempt-when"))
        self.finish(say("attempt-confirm"))

    def operation(self) -> NoteAttempt:
        return NoteAttempt(
            self._backup, UploadResult(self.what.currentData()), self.reference.text().strip(), self.at()
        )


class CityForm(HandingForm):
    """Two give and two receive; the media that hold these bundles go."""

    def __init__(self, shell: Shell, backups: tuple[Backup, ...]) -> None:
        say, bridge = shell.say, shell.bridge
        super().__init__(shell, say("city-title"), say("city-note"))
        self._backups = tuple(one.name for one in backups)
        register = bridge.site.safe.media
        serials = dict.fromkeys(serial for one in backups for serial in one.media if not register[serial].handed_over)
        lines = [(Line(serial, (Cell(register[serial].label),)), True) for serial in serials]
        self.media = Things(shell, say("handing-media", count=len(lines)), lines)
        self.add(self.media)
        if not lines:
            self.add(label(say("city-no-media"), "Bad"))
        self.finish(say("city-confirm"))

    def operation(self) -> GiveToCity:
        return GiveToCity(self.hand((), self.media.chosen(), ()), self._backups)


class CityStepForm(StepForm):
    """What the city agency said, when, and who heard it."""

    def __init__(self, shell: Shell, number: HandoverNo, done: frozenset[CityStep]) -> None:
        say = shell.say
        super().__init__(shell, say("city-step-title", number=number), say("city-step-note"))
        self._number = number
        left = [step for step in CityStep if step not in done]
        self.ask_what(say("city-step-what"), [(one, shell.word(one)) for one in left])
        self.ask_when(say("city-step-when"))
        self.ask_who(say("city-step-who"), None)
        self.finish(say("city-step-confirm"))

    def operation(self) -> NoteCityStep:
        return NoteCityStep(self._number, CityStep(self.what.currentData()), self.at(), self.by())
