"""Where each cause on the board is settled: on another page, or in another part of this one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.core.go_no_go import Cause, Cell
from app.core.readiness_items import ReadinessItem
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.views.step import StepKind
from ui.shell import KeepingPart, PageName, Place


class Segment(StrEnum):
    """Each value is the id of its word."""

    BOARD = "readiness-part-board"
    ITEMS = "readiness-part-items"
    TESTS = "readiness-part-tests"
    RUNBOOK = "readiness-part-runbook"


_C, _P, _S = Cause, PageName, StepKind
WAYS: Mapping[Cause, tuple[PageName, StepKind | None]] = {
    _C.PACKAGE_MISSING: (_P.ARRANGEMENT, _S.IMPORT),
    _C.NOT_ARRANGED: (_P.ARRANGEMENT, None),
    _C.AUTHORIZATION_MISSING: (_P.AUTHORITY, _S.EXAM_AUTHORIZATION),
    _C.NOT_COMPARED: (_P.ARRANGEMENT, _S.TIMESTAMPS),
    _C.TIMESTAMPS_DIFFER: (_P.ARRANGEMENT, _S.TIMESTAMPS),
    _C.SCAN_FAILED: (_P.ARRANGEMENT, _S.SCAN),
    # The register of locks is where they are returned.
    _C.LOCK_OUT: (_P.AUTHORITY, _S.RETURN_LOCKS),
    _C.LOCK_UNFIT: (_P.AUTHORITY, _S.RETURN_LOCKS),
    _C.NO_ROOM_LOCK: (_P.AUTHORITY, _S.RETURN_LOCKS),
    _C.NOT_CALIBRATED: (_P.AUTHORITY, _S.LOCKS),
    _C.CALIBRATED_EARLIER: (_P.AUTHORITY, _S.LOCKS),
    _C.NOT_IN_USE: (_P.AUTHORITY, _S.LOCKS),
    _C.TIME_NOT_CONFIRMED: (_P.CLOCK, None),
    _C.TIME_CONFIRMED_EARLIER: (_P.CLOCK, None),
    _C.SITE_MACHINE_UNCHECKED: (_P.HARDWARE, None),
    _C.INVIGILATION_MACHINE_UNCHECKED: (_P.HARDWARE, None),
    _C.MACHINES_UNCHECKED: (_P.HARDWARE, None),
    _C.MACHINES_FAIL: (_P.HARDWARE, None),
    _C.MACHINES_DOWN: (_P.FAULTS, None),
    _C.NO_SPARE_MACHINE: (_P.HARDWARE, None),
    _C.SPARE_UNCHECKED: (_P.HARDWARE, None),
    _C.NO_SPARE_SEAT: (_P.ARRANGEMENT, None),
    _C.SEALED_ROOM_TEST_MISSING: (_P.AUTHORITY, _S.SEALED_ROOM_TEST),
    _C.SEALED_ROOM_TEST_FAILED: (_P.AUTHORITY, _S.SEALED_ROOM_TEST),
    _C.NOT_ACCEPTED: (_P.AUTHORITY, _S.ACCEPT),
    _C.LEFT_OUT: (_P.AUTHORITY, _S.ACCEPT),
    _C.CHIEFS: (_P.PEOPLE, None),
    _C.SITE_ADMINS: (_P.PEOPLE, None),
    _C.ROOM_ADMINS: (_P.PEOPLE, None),
    _C.NOT_QUALIFIED: (_P.PEOPLE, None),
    _C.NOT_TRAINED: (_P.PEOPLE, None),
    _C.NOT_DECLARED: (_P.PEOPLE, None),
    _C.NOT_DRAWN: (_P.DUTY, None),
    _C.TOO_FEW_INVIGILATORS: (_P.DUTY, None),
    _C.SOMEBODY_MISSING: (_P.DUTY, None),
    # The telephones are entered beside the incidents.
    _C.DUTY_PHONE_MISSING: (_P.CONDUCT, _S.REPORT_INCIDENT),
    _C.FORMS_NOT_PRINTED: (_P.RECORDS, None),
    **dict.fromkeys((_C.NO_MEDIUM, _C.MIRROR_NOT_BEGUN, _C.MIRROR_OUT), (_P.SAFEKEEPING, None)),
}
_PARTS: Mapping[Cause, KeepingPart] = {
    _C.NO_MEDIUM: KeepingPart.MEDIA,
    _C.MIRROR_NOT_BEGUN: KeepingPart.MIRROR,
    _C.MIRROR_OUT: KeepingPart.MIRROR,
}
HERE: Mapping[Cause, Segment] = {
    cause: segment
    for segment, causes in {
        Segment.ITEMS: (
            _C.CLOCK_NOT_LOOKED_AT,
            _C.CLOCK_WRONG,
            _C.ITEMS_OPEN,
            _C.ITEMS_FAULTY,
            _C.ITEMS_OLD,
            _C.PRINTER_NOT_TRIED,
            _C.PRINTER_FAULTY,
            _C.PRINTER_TRIED_EARLIER,
        ),
        Segment.TESTS: (_C.TEST_MISSING, _C.TEST_FAILED, _C.FULL_LOAD_MISSING, _C.NOT_CLOSED, _C.DISTURBED),
    }.items()
    for cause in causes
}
"""What is settled on this page, and in which part."""
ITEMS: Mapping[Cause, ReadinessItem] = {
    _C.CLOCK_NOT_LOOKED_AT: ReadinessItem.ROOM_CLOCK,
    _C.CLOCK_WRONG: ReadinessItem.ROOM_CLOCK,
    _C.PRINTER_NOT_TRIED: ReadinessItem.PRINTER,
    _C.PRINTER_FAULTY: ReadinessItem.PRINTER,
    _C.PRINTER_TRIED_EARLIER: ReadinessItem.PRINTER,
}


def way(cell: Cell, session: SessionId | None) -> Place | None:
    """Where this is settled; None where nothing is open, or on this page."""
    if cell.cause is None or cell.cause in HERE:
        return None
    page, step = WAYS[cell.cause]
    if part := _PARTS.get(cell.cause):
        return Place(page, paper=part)
    if page is PageName.RECORDS:
        form = SiteForm.VIOLATION_BLANKS if cell.room else SiteForm.CONTACTS
        return Place(page, session, cell.room, form=form)
    return Place(page, session if cell.room else None, cell.room, step=step)
