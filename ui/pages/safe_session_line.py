"""One session in the list of 备份与上传: checked or not, how many backups, how far its bundle is."""

from __future__ import annotations

from app.views.safe import Kept, SafeState
from ui.models.lines import Cell, Line
from ui.pages.safe_backups import UPLOADS
from ui.shell import Shell, hour

_LOOKS: dict[SafeState, tuple[str, str]] = {
    SafeState.UNCHECKED: ("circle-dashed", "idle"),
    SafeState.TO_BACK_UP: ("device-floppy", "primary"),
    SafeState.TO_CARRY: ("device-floppy", "bad"),
    SafeState.TO_BUNDLE: ("archive", "primary"),
    SafeState.TO_UPLOAD: ("cloud-upload", "warn"),
    SafeState.RECEIPTED: ("circle-check", "ok"),
}


def session_line(shell: Shell, one: Kept) -> Line:
    say = shell.say
    (icon, tone), (way, way_tone) = _LOOKS[one.state], UPLOADS[one.upload]
    checked = say("safekeeping-unchecked")
    if one.checked_at:
        checked = say("safekeeping-checked", time=hour(one.checked_at))
    return Line(
        one.session,
        (
            Cell(f"{shell.session(one.session)} {shell.bridge.site.sessions[one.session].plan.subject}"),
            Cell(shell.word(one.state), tone, icon),
            Cell(checked, "text2"),
            Cell(say("safekeeping-count", count=len(one.backups)), "text2"),
            Cell(shell.word(one.upload), way_tone, way),
        ),
    )
