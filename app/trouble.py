"""The world failed, or trust is broken: raised at an edge with a code, worded once in resources/text."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Every way in which disk, files, keys and devices fail; each has a sentence with the next step."""

    STORE_IN_USE = "store-in-use"
    STORE_MISSING = "store-missing"
    STORE_EXISTS = "store-exists"
    STORE_DAMAGED = "store-damaged"
    STORE_OTHER_LOCK = "store-other-lock"
    CHAIN_BROKEN = "chain-broken"
    ENTRY_UNREADABLE = "entry-unreadable"
    CUT_SHORT = "cut-short"
    REWRITTEN = "rewritten"
    MARK_MISSING = "mark-missing"
    WRITE_DOUBTFUL = "write-doubtful"
    DISK_FULL = "disk-full"
    MEDIUM_FULL = "medium-full"
    MEDIUM_SMALL = "medium-small"
    FOLDER_UNFIT = "folder-unfit"
    BLOB_DAMAGED = "blob-damaged"
    BLOB_MISSING = "blob-missing"
    CONSOLE_STOPPED = "console-stopped"
    SUPERSEDED = "superseded"
    MIRROR_FAILED = "mirror-failed"
    MIRROR_MISSING = "mirror-missing"
    MIRROR_BUSY = "mirror-busy"
    MIRROR_NOT_HERE = "mirror-not-here"
    PERSONAL_ERASED = "personal-erased"
    ERASE_FAILED = "erase-failed"

    PASSPHRASE_SHORT = "passphrase-short"
    WRONG_PASSPHRASE = "wrong-passphrase"
    WRONG_PIN = "wrong-pin"
    PIN_BLOCKED = "pin-blocked"
    PIN_WAITS = "pin-waits"
    PIN_UNFIT = "pin-unfit"
    RECOVERY_MISSING = "recovery-missing"
    RECOVERY_WRONG = "recovery-wrong"
    WRONG_KEY = "wrong-key"
    LOCK_REMOVED = "lock-removed"
    LOCK_DAMAGED = "lock-damaged"
    LOCK_FULL = "lock-full"
    LOCK_KIND_WRONG = "lock-kind-wrong"
    PIN_NEEDED = "pin-needed"
    LOCK_IN_SERVICE = "lock-in-service"
    LOCK_DOUBLED = "lock-doubled"
    SOFTWARE_LOCK_REFUSED = "software-lock-refused"

    PACKAGE_MISSING = "package-missing"
    FILE_MISSING = "file-missing"
    FILE_DAMAGED = "file-damaged"
    FILE_TOO_LARGE = "file-too-large"
    FILE_NOT_FOR_US = "file-not-for-us"
    MEMBER_STRANGE = "member-strange"
    MEMBER_DOUBLED = "member-doubled"
    MEMBER_MISSING = "member-missing"
    MEMBER_DIFFERS = "member-differs"
    FIELD_DOUBLED = "field-doubled"
    CONTENT_UNFIT = "content-unfit"
    SIGNATURE_BAD = "signature-bad"
    SIGNER_UNKNOWN = "signer-unknown"
    FINGERPRINT_WRONG = "fingerprint-wrong"
    KIND_WRONG = "kind-wrong"
    MODE_WRONG = "mode-wrong"
    EXAM_WRONG = "exam-wrong"
    SITE_WRONG = "site-wrong"
    SITE_CODE_WRONG = "site-code-wrong"
    SESSION_WRONG = "session-wrong"
    ROOM_WRONG = "room-wrong"
    DAY_WRONG = "day-wrong"
    MACHINE_WRONG = "machine-wrong"
    TICKET_WRONG = "ticket-wrong"
    PACKAGE_WRONG = "package-wrong"
    UNLOCK_WRONG = "unlock-wrong"
    CLOCK_BEHIND = "clock-behind"
    CLOCK_AHEAD = "clock-ahead"
    CODE_WAITS = "code-waits"
    VOUCHER_WRONG = "voucher-wrong"
    PACKAGE_OLDER = "package-older"
    PACKAGE_OPEN = "package-open"
    STATION_DAMAGED = "station-damaged"
    PLACES_APART = "places-apart"
    ANSWERS_LOST = "answers-lost"
    SAVE_FAILED = "save-failed"
    ANSWER_UNFIT = "answer-unfit"
    TIME_OVER = "time-over"
    HANDED_IN = "handed-in"
    HAND_IN_EARLY = "hand-in-early"
    PAPER_MISSING = "paper-missing"
    MEDIUM_UNREGISTERED = "medium-unregistered"
    EDITION_WRONG = "edition-wrong"
    ARRANGEMENT_UNFIT = "arrangement-unfit"
    COPY_DIFFERS = "copy-differs"
    ASKED_UNFIT = "asked-unfit"
    LEDGER_DAMAGED = "ledger-damaged"
    PACKAGE_NOT_ISSUED = "package-not-issued"
    SITE_UNKNOWN = "site-unknown"
    EXAM_UNKNOWN = "exam-unknown"
    SIDECAR_MISSING = "sidecar-missing"
    BACKUP_MISSING = "backup-missing"
    ARRIVED_OTHERWISE = "arrived-otherwise"
    JOURNAL_SHORTER = "journal-shorter"

    PRINTER_FAILED = "printer-failed"
    EXAM_DAY = "exam-day"
    NO_SCREEN = "no-screen"
    PROBE_FAILED = "probe-failed"


BROKEN_TRUST = frozenset(
    {
        Code.MARK_MISSING,
        Code.CHAIN_BROKEN,
        Code.ENTRY_UNREADABLE,
        Code.CUT_SHORT,
        Code.REWRITTEN,
        Code.SUPERSEDED,
        Code.STORE_DAMAGED,
        Code.BLOB_DAMAGED,
        Code.PLACES_APART,
        Code.ANSWERS_LOST,
    }
)


class Trouble(Exception):
    """What happened, by code; `facts` are plain values for its sentence, never names, ID numbers, PINs or keys."""

    def __init__(self, code: Code, **facts: str | int) -> None:
        super().__init__(code.value, facts)
        self.code = code
        self.facts = facts

    @property
    def fatal(self) -> bool:
        """Broken trust: the console stops, reading and export stay possible."""
        return self.code in BROKEN_TRUST

    def __str__(self) -> str:
        said = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        return f"{self.code.value}: {said}" if said else self.code.value
