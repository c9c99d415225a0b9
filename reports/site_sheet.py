"""Every sheet of the site as a whole, by what it says."""

from __future__ import annotations

from app.views.application_sheet import ApplicationSheet, AuthoritySheet
from app.views.custody_sheet import CustodySheet
from app.views.delay_sheet import DelaySheet
from app.views.seal_sheet import SealSheet
from app.views.site_papers import SheetContent
from app.views.stamp import Stamp
from app.views.standalone_sheet import StandaloneSheet, StandaloneSlip
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


def draw(sheet: SheetContent, stamp: Stamp) -> bytes:
    """The finished PDF."""
    match sheet:
        case CustodySheet():
            return custody.draw(sheet, stamp)
        case SealSheet():
            return seal.draw(sheet, stamp)
        case TransferSheet():
            return transfer_sheet.draw(sheet, stamp)
        case ApplicationSheet():
            return application.draw(sheet, stamp)
        case AuthoritySheet():
            return authorities.draw(sheet, stamp)
        case DelaySheet():
            return delay_record.draw(sheet, stamp)
        case StandaloneSheet():
            return standalone.draw(sheet, stamp)
        case StandaloneSlip():
            return standalone_slip.draw(sheet, stamp)
        case _:
            return supervision.draw(sheet, stamp)
