"""Forms of the end: the sealed hand-over that awaits cleaning, the day of publication, a recording that is kept."""

from __future__ import annotations

from datetime import date

from app.core.cleaning import AwaitCleaning
from app.core.lock_state import SealPlace
from app.core.retention import NotePublication, NoteVideo
from app.core.safe_state import VideoOf
from app.core.terms import RoomId
from ui.pages.readiness_form import DayMoment
from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.day import DayField
from ui.widgets.tick import Tick


class AwaitForm(StepForm):
    """Seal, place and custodian, who signs too."""

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        super().__init__(shell, say("await-title"), say("await-note"))
        self.seal = self.ask_text(say("await-seal"), say("await-seal-hint"))
        self.ask_what(say("await-place"), [(one, shell.word(one)) for one in SealPlace])
        self.ask_who(say("await-custodian"), None)
        self.finish(say("await-confirm"))

    def operation(self) -> AwaitCleaning:
        return AwaitCleaning(self.seal.text().strip(), SealPlace(self.what.currentData()), self.by())


class PublicationForm(StepForm):
    """The day on which the results were published."""

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        super().__init__(shell, say("publication-title"), say("publication-note"))
        self.day = DayField(shell)
        self._field(say("publication-day"), self.day)
        self.finish(say("publication-confirm"))

    def operation(self) -> NotePublication | None:
        """None where what stands there is no day."""
        day: date | None = self.day.value()
        return NotePublication(day) if day else None


class VideoForm(StepForm):
    """Which recording, on which recorder, from when to when."""

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        super().__init__(shell, say("video-title"), say("video-note"), columns=2)
        rooms = [(room, say("room-backup-room", room=room)) for room in sorted(shell.bridge.site.plans)]
        self.ask_what(say("video-of"), [(None, shell.word(VideoOf.SECRECY_ROOM)), *rooms])
        self.what.setCurrentIndex(min(1, len(rooms)))
        self.kept_on = self.ask_text(say("video-kept-on"), say("video-kept-on-hint"))
        self.day = DayField(shell)
        self._field(say("video-day"), self.day)
        self.since, self.until = DayMoment(shell, self.day), DayMoment(shell, self.day)
        self._field(say("video-since"), self.since)
        self._field(say("video-until"), self.until)
        self.evidence = Tick(shell.look, say("video-evidence"))
        self.add(self.evidence)
        self.finish(say("video-confirm"))

    def operation(self) -> NoteVideo | None:
        """None where a time cannot be read; its field says so."""
        since, until, room = self.since.value(), self.until.value(), self.what.currentData()
        for field, value in ((self.since, since), (self.until, until)):
            if value is None:
                field.complain()
        if since is None or until is None:
            return None
        of = VideoOf.ROOM if room else VideoOf.SECRECY_ROOM
        number = RoomId(str(room)) if room else None
        return NoteVideo(of, number, self.kept_on.text().strip(), since, until, self.evidence.on)
