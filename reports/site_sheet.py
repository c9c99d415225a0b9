"""Every sheet of the site as a whole, by what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.views.application_sheet import ApplicationSheet, AuthoritySheet
from app.views.custody_sheet import CustodySheet
from app.views.delay_sheet import DelaySheet
from app.views.seal_sheet import SealSheet
from app.views.site_sheet import SiteSheet
from app.views.stamp import Stamp
from app.views.standalone_sheet import StandaloneSheet, StandaloneSlip
from app.views.supervision_sheet import SupervisionSheet
from app.views.transfer_sheet import TransferSheet
from reports import (
    application,
    authorities,
    custody,
    delay_record,
    seal,
    standalone,
    standalone_slip,
    supervision,
    transfer_sheet,
)

DRAWN: Mapping[type[SiteSheet], Callable[[Any, Stamp], bytes]] = {
    ApplicationSheet: application.draw,
    AuthoritySheet: authorities.draw,
    CustodySheet: custody.draw,
    DelaySheet: delay_record.draw,
    SealSheet: seal.draw,
    StandaloneSheet: standalone.draw,
    StandaloneSlip: standalone_slip.draw,
    SupervisionSheet: supervision.draw,
    TransferSheet: transfer_sheet.draw,
}


def draw(sheet: SiteSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return DRAWN[type(sheet)](sheet, stamp)
