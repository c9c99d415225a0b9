"""What is said of delays in several places: how late, on what, the text to read out, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.core.cause import cause_of
from app.core.consent import consenting
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Fault, Incident
from app.core.rulebook import Rulebook, Tier
from app.core.terms import CauseNo, RoomId
from app.core.time_state import Application, Consent, Directive, EnteredCode, Measure, Outcome
from app.core.timekeeping import delay_limit, delay_tier
from app.crypto.codes import Purpose
from app.views.delays import DelayStep
from ui.shell import Shell, clock, hour

_MINUTE, _SECOND = timedelta(minutes=1), timedelta(seconds=1)
SOON = timedelta(minutes=5)
"""With less than this left an authority is hardly reached in time: the next one is asked at once."""
_NUMBERED = 4
"""Causes that are read out one by one."""
_ROUND = 30
"""Minutes to which a delay without a limit is proposed."""


_OFFICES = {
    Tier.RESPONSIBLE: "delays-office-responsible",
    Tier.HEAD: "delays-office-head",
    Tier.CITY: "delays-office-city",
    Tier.PROVINCE: "delays-office-province",
    Tier.MINISTRY: "delays-office-ministry",
}


ANSWERS = (DelayStep.CONSENT, DelayStep.CODE, DelayStep.DIRECTIVE)
URGENT = (DelayStep.CAUSE, DelayStep.APPLY, *ANSWERS, DelayStep.START, DelayStep.WAIT)
"""Steps, the most urgent first."""


def length(span: timedelta) -> str:
    """Minutes and seconds, as the tiers count them: 64:10."""
    minutes, seconds = divmod(span // _SECOND, 60)
    return f"{minutes}:{seconds:02d}"


def cause_long(shell: Shell, number: CauseNo) -> str:
    """With where and when, and when it was mended."""
    site = shell.bridge.site
    cause = cause_of(site, number)
    if cause is None:
        return number
    where = shell.say("room-name", room=cause.room) if cause.room else shell.say("faults-whole-site")
    said = shell.say("delays-cause-long", number=number, kind=cause.kind, where=where, time=clock(cause.happened_at))
    return _mended(shell, said, cause)


def minutes_proposed(delay: timedelta, rulebook: Rulebook) -> int:
    """Up to the next limit that can still be met; in steps of half an hour where there is none."""
    at_least = max(delay, timedelta(seconds=max(rulebook.on_time_tolerance_seconds.value, 1)))
    limit = delay_limit(at_least, rulebook)
    if limit is not None and limit - delay < SOON:
        at_least, limit = limit + _SECOND, delay_limit(limit + _SECOND, rulebook)
    if limit is not None:
        return limit // _MINUTE
    return (at_least // _MINUTE // _ROUND + 1) * _ROUND


def asked_of(minutes: int, rulebook: Rulebook) -> Tier | None:
    """Who is asked for so many minutes; None where nobody has to be, or it is no delay."""
    tier = delay_tier(timedelta(minutes=minutes), rulebook) if minutes > 0 else Tier.ON_TIME
    return None if tier is Tier.ON_TIME else tier


def read_out(shell: Shell, one: Application) -> str:
    """The application in words for the telephone."""
    package, site = shell.bridge.site.package, shell.bridge.site
    starts = site.sessions[one.session].plan.starts_at
    causes = tuple(spoken(shell, one.causes))
    return shell.say(
        "delays-read-out",
        code=site.code,
        site=package.plan.name if package else "",
        session=one.session,
        starts=hour(starts),
        rooms=room_names(shell, one.rooms),
        causes=causes,
        minutes=one.minutes,
        until=clock(starts + one.minutes * _MINUTE),
        number=one.number,
    )


def telling(shell: Shell, causes: tuple[CauseNo, ...]) -> Iterator[Fault | Incident]:
    """Why it is late; that it is reported to the ministry goes without saying."""
    found = (cause_of(shell.bridge.site, number) for number in causes)
    return (one for one in found if one is not None and one.kind != IncidentKind.DELAY_TO_MINISTRY)


def spoken(shell: Shell, causes: tuple[CauseNo, ...]) -> Iterator[str]:
    """What happened at one time to several rooms is said once."""
    alike: dict[object, list[Fault | Incident]] = {}
    for cause in telling(shell, causes):
        alike.setdefault((cause.kind, cause.happened_at, cause.closed_at), []).append(cause)
    for same in alike.values():
        numbers = tuple(str(cause.number) for cause in same)
        kind, time = same[0].kind, clock(same[0].happened_at)
        if len(numbers) > _NUMBERED:
            said = shell.say("delays-cause-spoken-many", kind=kind, time=time, first=numbers[0], count=len(numbers))
        else:
            said = shell.say("delays-cause-spoken", kind=kind, time=time, numbers=numbers)
        yield _mended(shell, said, same[0])


def _mended(shell: Shell, said: str, cause: Fault | Incident) -> str:
    if not cause.closed_at:
        return said
    name = "delays-cause-restored" if isinstance(cause, Fault) else "delays-cause-closed"
    return shell.say(name, cause=said, time=clock(cause.closed_at))


def office(shell: Shell, tier: Tier) -> str:
    """Who is called."""
    return shell.say(_OFFICES[tier])


def room_names(shell: Shell, rooms: tuple[RoomId, ...]) -> tuple[str, ...]:
    """With the name where a room has one of its own."""
    plans = shell.bridge.site.plans
    return tuple(
        room if plans[room].name == room else shell.say("delays-room-named", room=room, name=plans[room].name)
        for room in rooms
    )


def answers(shell: Shell, one: Application) -> Iterator[str]:
    """What came of it, in the order of the desk's entries."""
    every: list[Consent | EnteredCode | Directive] = sorted(
        (*one.consents, *one.codes, *one.directives), key=lambda answer: answer.entered_at
    )
    for answer in every:
        time = clock(answer.issued_at if isinstance(answer, Directive) else answer.given_at)
        if isinstance(answer, Consent):
            speaker = shell.bridge.console.directory.said_by.get(answer.said_by)
            name = speaker.name if speaker else shell.say("blank")
            yield shell.say("delays-came-consent", time=time, tier=answer.authority, name=name, means=answer.means)
        elif isinstance(answer, EnteredCode):
            whole = answer.purpose is Purpose.DELAY_SITE
            what = shell.say("delays-code-all") if whole else shell.say("room-name", room=answer.subject)
            name = "delays-came-code" if answer.verified else "delays-came-unverified"
            yield shell.say(name, time=time, what=what, minutes=answer.minutes)
        elif answer.outcome is Outcome.START and answer.until:
            yield shell.say("delays-came-start-until", time=time, serial=answer.serial, until=clock(answer.until))
        else:
            yield shell.say("delays-came-directive", time=time, serial=answer.serial, outcome=answer.outcome)


def steps_known(rulebook: Rulebook) -> tuple[bool, bool, bool]:
    """Whether this rulebook knows consents, codes and directives for delays."""
    return (
        bool(consenting(Measure.DELAY, rulebook)),
        bool(rulebook.delay_province),
        not rulebook.responsible,
    )


def day_clock(at: datetime, shell: Shell) -> str:
    """With the date where it is another day's."""
    return clock(at) if at.date() == shell.bridge.now.date() else at.strftime("%Y-%m-%d %H:%M:%S")
