"""What a printed sheet says about itself."""

from __future__ import annotations

from datetime import datetime

import msgspec

CURRENT_EDITION = "2026-11"
"""The edition of the forms that new sheets are printed in; older ones stay for reprints."""


class Stamp(msgspec.Struct, frozen=True):
    """Where a sheet comes from.

    `entry` and `head` (hex) name the journal at that moment, `record` is the digest of the content; `reason` is
    required for every copy after the first and empty for the first; a draft counts as no copy, and `copy` is 0
    where none is kept.
    """

    form: str
    edition: str
    copy: int
    reason: str
    event_time: datetime
    printed_at: datetime
    printed_by: str
    entry: int
    head: str
    record: str
    draft: bool = False
