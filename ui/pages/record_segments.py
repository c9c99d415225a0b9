"""The kinds of sheets on the page of records: what is listed where, and which kinds this site has use for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.core.records import RoomForm
from app.core.sheet_open import delay_sheet_due
from app.core.site import Site
from app.core.site_form import APPLICATION_FORMS, SiteForm
from app.core.terms import SessionId
from ui.pages.record_list import SheetList
from ui.pages.record_papers import TimeSheets, TransferSheets, WorkingSheets
from ui.pages.record_sheets import Key, RoomSheets, SiteSheets
from ui.pages.record_standalone import StandaloneSheets
from ui.shell import Place, Shell


class Segment(StrEnum):
    """In the order in which they are used. Each value is the id of its word."""

    CHARTS = "records-charts"
    DOORS = "records-doors"
    SLIPS = "records-slips"
    TIME = "records-time"
    ROOMS = "records-rooms"
    LEDGERS = "records-ledgers"
    STANDALONE = "records-standalone"
    TRANSFERS = "records-transfers"
    SITE = "records-site"


_OF_ROOMS = {
    RoomForm.CHART: Segment.CHARTS,
    RoomForm.DOOR_LIST: Segment.DOORS,
    RoomForm.SLIPS: Segment.SLIPS,
    RoomForm.RECORD: Segment.ROOMS,
    RoomForm.EXTRA_TIME: Segment.LEDGERS,
}


def lists(shell: Shell) -> dict[Segment, SheetList]:
    """The list of each kind."""
    working = {
        Segment.CHARTS: RoomForm.CHART,
        Segment.DOORS: RoomForm.DOOR_LIST,
        Segment.SLIPS: RoomForm.SLIPS,
        Segment.LEDGERS: RoomForm.EXTRA_TIME,
    }
    found = {
        **{segment: SheetList(shell, WorkingSheets(shell, form)) for segment, form in working.items()},
        Segment.TIME: SheetList(shell, TimeSheets(shell)),
        Segment.ROOMS: SheetList(shell, RoomSheets(shell)),
        Segment.STANDALONE: SheetList(shell, StandaloneSheets(shell)),
        Segment.TRANSFERS: SheetList(shell, TransferSheets(shell)),
        Segment.SITE: SheetList(shell, SiteSheets(shell)),
    }
    return {one: found[one] for one in Segment}


def offered(site: Site) -> Sequence[Segment]:
    """What this site does not have, and what has not happened, nobody looks for."""
    drawn = site.package is not None and site.package.plan.overbooked
    states = site.sessions.values()
    hidden = {
        Segment.SLIPS: not drawn,
        Segment.TIME: not (site.applications or any(delay_sheet_due(site, one) for one in site.sessions)),
        Segment.LEDGERS: not any(state.extra_time for state in states),
        Segment.STANDALONE: not any(state.standalone for state in states),
        Segment.TRANSFERS: not (drawn or any(state.transfers for state in states)),
    }
    return [one for one in Segment if not hidden.get(one)]


def where(place: Place, session: SessionId | None) -> tuple[Segment, Key | None]:
    """The list and the sheet that a place means; None for the newest of its form."""
    form = place.form
    if form is None or isinstance(form, RoomForm):
        segment = _OF_ROOMS[form] if form else Segment.ROOMS
        return segment, (session or "", place.room or "")
    if form is SiteForm.TRANSFERS:
        return Segment.TRANSFERS, (form, session or "")
    if form is SiteForm.STANDALONE:
        return Segment.STANDALONE, (form, place.paper)
    if form in APPLICATION_FORMS or form is SiteForm.DELAYS:
        return Segment.TIME, (form, place.paper or session or "")
    return Segment.SITE, None
