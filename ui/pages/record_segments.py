"""The kinds of sheets on the page of records: what is listed where, and which kinds this site has use for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.core.records import RoomForm
from app.core.sheet_open import delay_sheet_due
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.views.step import StepKind
from ui.pages.record_forms import AFTER, BEFORE, CASES, STANDALONE, STEPS, TIME, TRANSFERS, FormSheets
from ui.pages.record_list import SheetList
from ui.pages.record_papers import WorkingSheets
from ui.pages.record_sheets import Key, RoomSheets
from ui.shell import Place, Shell


class Segment(StrEnum):
    """In the order in which they are used. Each value is the id of its word."""

    TO_SIGN = "records-to-sign"
    """No list of sheets to print, but the folder of those that came out."""
    BEFORE = "records-before"
    CHARTS = "records-charts"
    DOORS = "records-doors"
    SLIPS = "records-slips"
    ROOMS = "records-rooms"
    TIME = "records-time"
    LEDGERS = "records-ledgers"
    STANDALONE = "records-standalone"
    TRANSFERS = "records-transfers"
    CONDUCT = "records-conduct"
    AFTER = "records-after"
    SITE = "records-site"


_OF_ROOMS = {
    RoomForm.CHART: Segment.CHARTS,
    RoomForm.DOOR_LIST: Segment.DOORS,
    RoomForm.SLIPS: Segment.SLIPS,
    RoomForm.RECORD: Segment.ROOMS,
    RoomForm.EXTRA_TIME: Segment.LEDGERS,
}
_LISTED = {
    Segment.BEFORE: BEFORE,
    Segment.TIME: TIME,
    Segment.STANDALONE: STANDALONE,
    Segment.TRANSFERS: TRANSFERS,
    Segment.CONDUCT: CASES,
    Segment.AFTER: AFTER,
    Segment.SITE: STEPS,
}
_OF_SITE = {form: segment for segment, listed in _LISTED.items() for form in listed.forms}


def lists(shell: Shell) -> dict[Segment, SheetList]:
    """The list of each kind."""
    working = {one: segment for one, segment in _OF_ROOMS.items() if one is not RoomForm.RECORD}
    found = {
        **{segment: SheetList(shell, WorkingSheets(shell, form)) for form, segment in working.items()},
        **{segment: SheetList(shell, FormSheets(shell, listed)) for segment, listed in _LISTED.items()},
        Segment.ROOMS: SheetList(shell, RoomSheets(shell)),
    }
    return {one: found[one] for one in Segment if one in found}


def offered(site: Site) -> Sequence[Segment]:
    """What this site does not have, and what has not happened, nobody looks for."""
    drawn = site.package is not None and site.package.plan.overbooked
    states = site.sessions.values()
    hidden = {
        Segment.TO_SIGN: not any(one.came_out for one in site.every_copy),
        Segment.SLIPS: not drawn,
        Segment.TIME: not (site.applications or any(delay_sheet_due(site, one) for one in site.sessions)),
        Segment.LEDGERS: not any(state.extra_time for state in states),
        Segment.STANDALONE: not any(state.standalone for state in states),
        Segment.TRANSFERS: not (drawn or any(state.transfers for state in states)),
        Segment.CONDUCT: not (site.violations or site.incidents),
    }
    return [one for one in Segment if not hidden.get(one)]


def where(place: Place, session: SessionId | None) -> tuple[Segment, Key | None]:
    """The list and the sheet that a place means; None for the newest of its form."""
    form = place.form
    if place.step is StepKind.SIGN:
        return Segment.TO_SIGN, None
    if form is None or isinstance(form, RoomForm):
        segment = _OF_ROOMS[form] if form else Segment.ROOMS
        return segment, (session or "", place.room or "")
    if place.paper:
        return _OF_SITE[form], (form, place.paper)
    if form in (SiteForm.TRANSFERS, SiteForm.DELAYS):
        return _OF_SITE[form], (form, session or "")
    return _OF_SITE[form], None
