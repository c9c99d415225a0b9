"""How a standalone exam is put into words: the lines of the list, and what each part of the way says."""

from __future__ import annotations

from app.core.standalone_state import Custody, PackageEnd
from app.core.terms import SessionId, Ticket
from app.views.standalone import AlonePart, AloneRow, AloneState
from ui.models.cases import CaseLine
from ui.pages.extra_time_words import name_of
from ui.pages.standalone_parts import About
from ui.shell import Shell, clock, hour

LOOKS: dict[AloneState, tuple[str, str]] = {
    AloneState.DOUBTFUL: ("alert-triangle", "bad"),
    AloneState.OVER: ("clock-exclamation", "bad"),
    AloneState.LOGIN: ("login", "warn"),
    AloneState.PACKAGE: ("archive", "warn"),
    AloneState.CONSENT: ("user-question", "warn"),
    AloneState.ANSWERING: ("player-play", "primary"),
    AloneState.BACK: ("circle-check", "ok"),
    AloneState.LOST: ("ban", "bad"),
    AloneState.IN_ROOM: ("arrow-back-up", "idle"),
}
_THEN = {
    AloneState.DOUBTFUL: "standalone-then-doubtful",
    AloneState.OVER: "standalone-then-over",
    AloneState.LOGIN: "standalone-then-login",
    AloneState.PACKAGE: "standalone-then-package",
    AloneState.BACK: "standalone-then-back",
    AloneState.LOST: "standalone-then-lost",
    AloneState.IN_ROOM: "standalone-then-in-room",
}
_NOW = {
    AlonePart.CONSENT: "standalone-now-consent",
    AlonePart.PACKAGE: "standalone-now-package",
    AlonePart.LOGIN: "standalone-now-login",
    AlonePart.ANSWERING: "standalone-now-answering",
    AlonePart.RETURN: "standalone-now-return",
    AlonePart.DECIDE: "standalone-now-decide",
}
"""What to do, and who does it."""


def key_of(session: SessionId, ticket: Ticket) -> str:
    """Under which somebody stands in the list."""
    return f"{session}/{ticket}"


def line_of(shell: Shell, row: AloneRow, *, session: bool) -> CaseLine:
    """`session`: people of several are listed."""
    say = shell.say
    who = say("standalone-line-who", seat=row.seat or "none", name=name_of(shell, row.ticket))
    said_session = shell.text.session(row.session) if session else "none"
    where = say("standalone-line-where", ticket=row.ticket, room=row.room, of=said_session)
    then, due = _then(shell, row)
    icon, tone = LOOKS[row.state]
    pill = (icon, shell.word(row.state), tone)
    return CaseLine(key_of(row.session, row.ticket), who, pill, where, then, "warn" if due else "text2")


def _then(shell: Shell, row: AloneRow) -> tuple[str, bool]:
    """What presses, or how it stands."""
    say = shell.say
    if row.unsigned and row.state is not AloneState.DOUBTFUL:
        return say("standalone-then-unsigned"), True
    if row.state is AloneState.CONSENT:
        return say("standalone-then-reset-failed" if row.reset_failed else "standalone-then-consent"), False
    if row.state is not AloneState.ANSWERING or row.ends_at is None:
        name = _THEN[row.state if row.state is not AloneState.ANSWERING else AloneState.OVER]
        return say(name, machine=row.machine or "none"), False
    now = shell.bridge.now
    if row.waiting_minutes:
        return say("standalone-then-minutes", minutes=row.waiting_minutes), True
    if row.copy_due and now >= row.copy_due:
        return say("standalone-then-copy", time=hour(row.copy_due)), True
    watched_by = shell.bridge.console.directory.staff_name(row.watched_by) if row.watched_by else say("blank")
    minutes = max(int((row.ends_at - now).total_seconds()) // 60, 0)
    return say("standalone-then-answering", minutes=minutes, machine=row.machine, person=watched_by), False


def told(shell: Shell, about: About, part: AlonePart, *, current: bool) -> tuple[str, str, str, str]:
    """Icon, word and tone of a part's state, and what is to be done now or was done."""
    say = shell.say
    if current:
        icon, tone = LOOKS[about.row.state]
        settled = about.row.state in (AloneState.BACK, AloneState.LOST)
        return icon, shell.word(about.row.state), tone, "" if settled else say(_NOW[part])
    done = _done(shell, about, part)
    if done:
        return "circle-check", say("standalone-part-done"), "ok", done
    return "circle-dashed", "" if part is AlonePart.DECIDE else say("standalone-part-ahead"), "idle", ""


def reached(about: About, part: AlonePart) -> bool:
    """Whether there is anything to see or to do in it."""
    alone, last = about.alone, about.last
    going = alone is not None and (bool(alone.packages) or about.row.state is AloneState.PACKAGE)
    return {
        AlonePart.CONSENT: about.row.state is AloneState.CONSENT or alone is not None,
        AlonePart.PACKAGE: going,
        AlonePart.LOGIN: last is not None,
        AlonePart.ANSWERING: about.live is not None and about.live.login_at is not None,
        AlonePart.RETURN: last is not None,
        AlonePart.DECIDE: bool(last) and (about.live is not None or about.row.state in _DECIDES or _several(about)),
    }[part]


_DECIDES = (AloneState.DOUBTFUL, AloneState.LOST)


def _several(about: About) -> bool:
    return about.alone is not None and len(about.alone.returns) > 1


def _done(shell: Shell, about: About, part: AlonePart) -> str:
    """In one sentence; "" where it is still to come."""
    say, alone, last = shell.say, about.alone, about.last
    if alone is None:
        return ""
    consent, staff = alone.consent, shell.bridge.console.directory
    match part:
        case AlonePart.CONSENT if consent:
            how = "ratified" if consent.ratified_at else "phone" if consent.by_phone else "here"
            return say(
                "standalone-consented-by", person=staff.staff_name(consent.by), time=clock(consent.given_at), how=how
            )
        case AlonePart.PACKAGE if last:
            ended = last.ended.value if last.ended in (PackageEnd.VOID, PackageEnd.LOST) else "none"
            custody = "ours" if last.custody is Custody.OURS else "registered"
            return say(
                "standalone-package-done",
                number=last.number,
                time=clock(last.exported_at),
                machine=last.machine,
                ended=ended,
                custody=custody,
            )
        case AlonePart.LOGIN if last and last.login_at:
            return say("standalone-login-done", time=clock(last.login_at))
        case AlonePart.ANSWERING if last and last.login_at:
            return say("standalone-course-done", copies=len(last.copies), minutes=last.minutes_after)
        case AlonePart.RETURN if alone.counted:
            one = next(one for one in alone.returns if one.file == alone.counted)
            return say("standalone-return-done", time=clock(one.at), number=one.number)
        case AlonePart.DECIDE if about.row.state is AloneState.LOST:
            return say("standalone-written-off", number=about.sitting.written_off_on)
    return ""
