"""What can be wrong with the agency's tables, and where (ARR-12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What can be wrong with the tables; every kind of app.core.arrangement_rules is among them."""

    FILE_MISSING = "file_missing"
    FILE_DOUBLED = "file_doubled"
    """The same table as CSV and as XLSX."""
    UNREADABLE = "unreadable"
    ENCODING_UNCLEAR = "encoding_unclear"
    """The bytes make sense as UTF-8 and as GBK; the reader must be told."""
    SEVERAL_SHEETS = "several_sheets"
    UNKNOWN_COLUMN = "unknown_column"
    MISSING_COLUMN = "missing_column"
    DOUBLED_COLUMN = "doubled_column"
    RAGGED_ROW = "ragged_row"
    """More or fewer cells than the header."""
    NOT_TEXT = "not_text"
    """A spreadsheet number, date or error where text is expected: leading zeros or digits may be lost."""
    UNPRINTABLE = "unprintable"
    """A control, invisible or replacement character."""

    BLANK = "blank"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_FLAG = "not_a_flag"
    NOT_A_DATE = "not_a_date"
    UNKNOWN_ROLE = "unknown_role"
    DIFFERING_PERSON = "differing_person"
    """One ticket with another name, ID or photo."""
    PHOTO_UNKNOWN = "photo_unknown"
    """A row names a file that is not there, or a file is named by no row (ARR-13)."""

    SESSION_TIMES = "session_times"
    SESSIONS_OVERLAP = "sessions_overlap"
    ID_MALFORMED = "id_malformed"
    DOUBLED_ID = "doubled_id"
    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_ROOM = "unknown_room"
    TICKET_MALFORMED = "ticket_malformed"
    DOUBLED_TICKET = "doubled_ticket"
    DOUBLED_CANDIDATE_IN_SESSION = "doubled_candidate_in_session"
    SEAT_TAKEN = "seat_taken"
    SEAT_NOT_SEQUENCE = "seat_not_sequence"
    SEAT_OUTSIDE_ROOM = "seat_outside_room"
    SEQUENCE_DOUBLED_IN_ROOM = "sequence_doubled_in_room"
    ROOM_OVERFULL = "room_overfull"
    OVER_NATIONAL_RATIO = "over_national_ratio"

    # only ever notes
    FULL_WIDTH = "full_width"
    SEATS_GIVEN_IN_OVERBOOKED_SITE = "seats_given_in_overbooked_site"
    ID_CHECKSUM = "id_checksum"
    TWO_BATCHES = "two_batches"
    STAFF_IS_CANDIDATE = "staff_is_candidate"
    """Someone on the staff list sits this exam; the site will not let that person serve (STF-12)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad place in one source, or a note on one; `value` is what stands there."""

    source: str
    row: int
    column: str
    kind: FaultKind
    value: str = ""
