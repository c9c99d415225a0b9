"""Start, entry, closure, end, and the tiers of delay and extra time: one pure place for all of them.

A room's moments are counted from `RoomSession.runs_from`, entry from `door_from`: its start, moved by the minutes that
the whole room was given. The start itself never moves.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.plan import Session
from app.core.rulebook import Rule, Rulebook, Tier
from app.core.terms import ClauseId

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
    if rulebook.responsible:
        return Tier.RESPONSIBLE if delay <= _minutes(rulebook.responsible.value) else Tier.HEAD
    if rulebook.delay_city and delay <= _minutes(rulebook.delay_city.value):
        return Tier.CITY
    if rulebook.delay_province and delay <= _minutes(rulebook.delay_province.value):
        return Tier.PROVINCE
    return Tier.MINISTRY


def extra_time_tier(total: int, rulebook: Rulebook) -> Tier:
    """Who may allow one candidate `total` minutes of extra time in this session, all grants added (TIM-12..15)."""
    if total < 1:
        raise ValueError(total)
    if rulebook.responsible:
        return Tier.RESPONSIBLE if total <= rulebook.responsible.value else Tier.HEAD
    if rulebook.extra_time_on_the_spot and total <= rulebook.extra_time_on_the_spot.value:
        return Tier.ON_THE_SPOT
    if rulebook.extra_time_province and total <= rulebook.extra_time_province.value:
        return Tier.PROVINCE
    return Tier.MINISTRY


def delay_limit(delay: timedelta, rulebook: Rulebook) -> timedelta | None:
    """The longest delay of the same tier as this one, None where it has no limit: "1:50 left before a code"."""
    tier = delay_tier(delay, rulebook)
    limits = [timedelta(seconds=max(rulebook.on_time_tolerance_seconds.value - 1, 0))]
    limits += [_minutes(rule.value) for rule in _delay_rules(rulebook)]
    return next((limit for limit in limits if limit >= delay and delay_tier(limit, rulebook) is tier), None)


def extra_time_limit(total: int, rulebook: Rulebook) -> int | None:
    """The most minutes of the same tier as this sum, None where it has no limit."""
    tier = extra_time_tier(total, rulebook)
    limits = (rule.value for rule in _extra_time_rules(rulebook))
    return next((limit for limit in limits if limit >= total and extra_time_tier(limit, rulebook) is tier), None)


def _delay_rules(rulebook: Rulebook) -> tuple[Rule[int], ...]:
    own = (rulebook.delay_city, rulebook.delay_province)
    return tuple(rule for rule in ((rulebook.responsible,) if rulebook.responsible else own) if rule)


def _extra_time_rules(rulebook: Rulebook) -> tuple[Rule[int], ...]:
    own = (rulebook.extra_time_on_the_spot, rulebook.extra_time_province)
    return tuple(rule for rule in ((rulebook.responsible,) if rulebook.responsible else own) if rule)


def delay_clause(tier: Tier, rulebook: Rulebook) -> ClauseId:
    """On what this tier of delay stands."""
    rule = {Tier.CITY: rulebook.delay_city, Tier.PROVINCE: rulebook.delay_province}.get(tier)
    if rule:
        return rule.clause
    if tier is Tier.ON_TIME:
        return rulebook.on_time_tolerance_seconds.clause
    if rulebook.responsible and tier is not Tier.MINISTRY:
        return rulebook.responsible.clause
    return ClauseId("TIM-04" if rulebook.delay_province else "TIM-09")


def extra_time_clause(tier: Tier, rulebook: Rulebook) -> ClauseId:
    """On what this tier of extra time stands."""
    rule = {Tier.ON_THE_SPOT: rulebook.extra_time_on_the_spot, Tier.PROVINCE: rulebook.extra_time_province}.get(tier)
    if rule:
        return rule.clause
    if rulebook.responsible and tier is not Tier.MINISTRY:
        return rulebook.responsible.clause
    return ClauseId("TIM-14")
