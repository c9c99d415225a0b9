"""Every paper of a room besides its record, by what it says."""

from __future__ import annotations

from collections.abc import Mapping

from app.views.extra_time_sheet import ExtraTimeLedger
from app.views.stamp import Stamp
from app.views.working_papers import DoorList, SeatingChart, WorkingPaper
from reports import door_list, extra_time_ledger, seating_chart, slip_list


def draw(paper: WorkingPaper | ExtraTimeLedger, photos: Mapping[str, bytes], stamp: Stamp) -> bytes:
    """The finished PDF; `photos` by ticket are on the chart alone."""
    match paper:
        case SeatingChart():
            return seating_chart.draw(paper, photos, stamp)
        case DoorList():
            return door_list.draw(paper, stamp)
        case ExtraTimeLedger():
            return extra_time_ledger.draw(paper, stamp)
        case _:
            return slip_list.draw(paper, stamp)
