"""Vectors of the ministry's directive, beyond those of every signed document."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.core.time_state import Outcome
from app.exchange.directive import MinistryDirective
from app.exchange.signed import Kind
from app.trouble import Code
from tests.vectors.bench import signed_as, token, vector
from tests.vectors.keys import MINISTRY, PROVINCE
from tests.vectors.sample import AT, DIRECTIVE, START_AUTHORIZATION


def directive(document: MinistryDirective) -> bytes:
    return signed_as(Kind.DIRECTIVE, document, MINISTRY)


def with_text(old: bytes, new: bytes) -> bytes:
    whole = msgspec.json.encode(DIRECTIVE)
    if old not in whole:
        raise ValueError(old)
    return token(Kind.DIRECTIVE, whole.replace(old, new), MINISTRY)


@vector("directive")
def postponed() -> bytes:
    """The rooms do not start today."""
    return directive(replace(DIRECTIVE, outcome=Outcome.POSTPONE, until=None))


@vector("directive")
def cancelled() -> bytes:
    """The session does not take place in these rooms."""
    return directive(replace(DIRECTIVE, outcome=Outcome.CANCEL, until=None))


@vector("directive")
def without_end() -> bytes:
    """A start that may be given at any time."""
    return directive(replace(DIRECTIVE, until=None))


@vector("directive", Code.SIGNER_UNKNOWN)
def by_the_province() -> bytes:
    """Signed by the province, which may not decide this."""
    return signed_as(Kind.DIRECTIVE, DIRECTIVE, PROVINCE)


@vector("directive", Code.KIND_WRONG)
def authorization_instead() -> bytes:
    """A start authorization, well signed."""
    return signed_as(Kind.START_AUTHORIZATION, START_AUTHORIZATION, PROVINCE)


@vector("directive", Code.CONTENT_UNFIT)
def outcome_unknown() -> bytes:
    """Neither start nor postpone nor cancel."""
    return with_text(b'"outcome":"start"', b'"outcome":"shorten"')


@vector("directive", Code.CONTENT_UNFIT)
def issued_without_zone() -> bytes:
    """`issued_at` does not say in which zone."""
    return with_text(b'"issued_at":"2026-06-19T01:00:00Z"', b'"issued_at":"2026-06-19T01:00:00"')


@vector("directive", Code.CONTENT_UNFIT)
def until_without_zone() -> bytes:
    """`until` does not say in which zone."""
    return with_text(b'"until":"2026-06-19T02:00:00Z"', b'"until":"2026-06-19T02:00:00"')


@vector("directive", Code.CONTENT_UNFIT)
def until_part_of_second() -> bytes:
    """`until` holds parts of a second."""
    return directive(replace(DIRECTIVE, until=AT.replace(microsecond=1)))


@vector("directive", Code.CONTENT_UNFIT)
def until_last_year() -> bytes:
    """`until` lies in the year 9999, which is already over in some zones."""
    return directive(replace(DIRECTIVE, until=AT.replace(year=9999)))


@vector("directive", Code.CONTENT_UNFIT)
def issued_in_year_one() -> bytes:
    """`issued_at` lies in the year 1, which has not begun in some zones."""
    return directive(replace(DIRECTIVE, issued_at=AT.replace(year=1)))
