"""Start, entry, closure, end, and the tiers of delay and extra time: one pure place for all of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.plan import Session
from app.core.rulebook import Rule, Rulebook, Tier

SECOND = timedelta(seconds=1)


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def entry_rule(session: Session, rulebook: Rulebook) -> Rule[int]:
    """By which entry to this session closes, in minutes, as it is read out to the room."""
    return rulebook.late_entry_media if session.media else rulebook.late_entry


def entry_limit(session: Session, rulebook: Rulebook) -> timedelta:
    """The longest time after the room's start at which someone may still come in (CLK-01..03)."""
    limit = _minutes(entry_rule(session, rulebook).value)
    return limit if session.media or rulebook.late_entry_inclusive.value else limit - SECOND


def entry_closes(started_at: datetime, session: Session, rulebook: Rulebook) -> datetime:
    """The last second at which the room still admits; counted from its own start, also when that was late (J-13)."""
    return started_at + entry_limit(session, rulebook)


def closure_ends(started_at: datetime, session: Session, rulebook: Rulebook) -> datetime:
    """The first second at which someone may submit and leave (CLK-04..08)."""
    if session.media:
        return started_at + _minutes(session.minutes)
    if session.minutes > rulebook.closure_threshold.value:
        return started_at + _minutes(min(rulebook.closure_long.value, session.minutes))
    early = 0 if session.paper else rulebook.early_release.value
    return started_at + _minutes(max(session.minutes - early, 0))


def ends(started_at: datetime, session: Session) -> datetime:
    """A late start moves the end; the duration is not cut (TIM-07)."""
    return started_at + _minutes(session.minutes)


def reminder(started_at: datetime, session: Session, rulebook: Rulebook) -> datetime:
    """When the room is reminded of the time left (CLK-12)."""
    return ends(started_at, session) - _minutes(rulebook.reminder_before_end.value)


def authorization_opens(session: Session, rulebook: Rulebook) -> datetime:
    """T-60: from here on the start authorization is taken (LCK-07)."""
    return session.starts_at - _minutes(rulebook.site_machine_before.value)


def room_ready(session: Session, rulebook: Rulebook) -> datetime:
    """T-30: staff are in the room, data are downloaded, candidates come in (CLK-14)."""
    return session.starts_at - _minutes(rulebook.room_ready_before.value)


def delay_tier(delay: timedelta, rulebook: Rulebook) -> Tier:
    """Who may allow a start so long after the unified start; never asked for a start before it (TIM-01..04).

    A rulebook without tiers of its own leaves every postponement to the ministry (TIM-09).
    """
    if delay < timedelta(0):
        raise ValueError(delay)
    if delay < timedelta(seconds=rulebook.on_time_tolerance_seconds.value) or not delay:
        return Tier.ON_TIME
    if rulebook.delay_city and delay <= _minutes(rulebook.delay_city.value):
        return Tier.CITY
    if rulebook.delay_province and delay <= _minutes(rulebook.delay_province.value):
        return Tier.PROVINCE
    return Tier.MINISTRY


def extra_time_tier(total: int, rulebook: Rulebook) -> Tier:
    """Who may allow one candidate `total` minutes of extra time in this session, all grants added (TIM-12..15)."""
    if total < 1:
        raise ValueError(total)
    if rulebook.extra_time_on_the_spot and total <= rulebook.extra_time_on_the_spot.value:
        return Tier.ON_THE_SPOT
    if rulebook.extra_time_province and total <= rulebook.extra_time_province.value:
        return Tier.PROVINCE
    return Tier.MINISTRY
