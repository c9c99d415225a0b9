"""The gates of the runbook: which step must be finished before another one may be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import SessionId
from app.views.measures import before, of_session
from app.views.step import StepKind


def gates(site: Site, rulebook: Rulebook, session: SessionId | None, now: datetime) -> Mapping[StepKind, StepKind]:
    """By step, those that have one; `session` is None for the days before."""
    measures = before(site, rulebook) if session is None else of_session(site, rulebook, site.sessions[session], now)
    return {one.kind: one.gate for one in measures if one.gate}
