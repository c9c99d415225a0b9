"""The names of the cases of which the table of permissions is made, and whom and what they are about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.core.operation import Operation
from app.core.terms import Digest, PersonId, RoomId, SessionId, Ticket


class Area(StrEnum):
    """The parts of the table."""

    BEFORE = "before"
    LOCKS = "locks"
    EXAM_DAY = "exam_day"
    ROOMS = "rooms"
    AFTER = "after"
    PEOPLE = "people"
    CONSOLE = "console"


class Party(StrEnum):
    """Persons whom the step itself names, whatever their roles."""

    HOLDER = "holder"
    RECEIVER = "receiver"
    SUPERVISOR = "supervisor"
    DEPUTY = "deputy"


class Case(StrEnum):
    """One case of one operation; an operation whose demand depends on something has one for each."""

    ENROL = "enrol"
    TAKE_PACKAGE = "take_package"
    TAKE_PACKAGE_AGAIN = "take_package_again"
    TIMESTAMP = "timestamp"
    SCAN = "scan"
    SCAN_TYPED = "scan_typed"
    OPEN_RECEIPT = "open_receipt"
    EXAM_AUTHORIZATION = "exam_authorization"
    SEALED_ROOM_TEST = "sealed_room_test"
    ACCEPT = "accept"
    SEAL = "seal"
    UNSEAL = "unseal"
    UNSEAL_OTHER_DAY = "unseal_other_day"
    DECIDE_ON_SEAL = "decide_on_seal"
    TAKE_REGISTER = "take_register"
    REPLACE_LOCK = "replace_lock"
    ISSUE_LOCK = "issue_lock"
    HAND_OVER_LOCK = "hand_over_lock"
    RETURN_LOCKS = "return_locks"
    LOCK_LOST = "lock_lost"
    OPEN_SITTING = "open_sitting"
    CALIBRATE = "calibrate"
    TAKE_INTO_USE = "take_into_use"
    END_SITTING = "end_sitting"
    GIVE_UP_SUPERVISION = "give_up_supervision"
    RECEIVE_STARTS = "receive_starts"
    REJECT_AUTHORIZATION = "reject_authorization"
    CHECK_START = "check_start"
    RELEASE = "release"
    CHECK_IN = "check_in"
    STARTS = "starts"
    ATTENDANCE = "attendance"
    CORRECT = "correct"
    CORRECT_TURNED_AWAY = "correct_turned_away"
    ROOM_REPORT = "room_report"
    OPEN_INCIDENT = "open_incident"
    CLOSE_INCIDENT = "close_incident"
    REPORT_FAULT = "report_fault"
    SEND_HELP = "send_help"
    CLOSE_FAULT = "close_fault"
    BELL = "bell"
    REMINDER = "reminder"
    REMINDERS = "reminders"
    HOLD = "hold"
    ADMIT_HELD = "admit_held"
    ADMIT_HELD_CHIEF = "admit_held_chief"
    REFUSE_HELD = "refuse_held"
    SUSPECT = "suspect"
    IMPOSTOR_STEP = "impostor_step"
    CLEAR_SUSPICION = "clear_suspicion"
    SECOND_CHECK = "second_check"
    SLIPS = "slips"
    DRAW_SEAT = "draw_seat"
    SEATS = "seats"
    SEATS_AGAIN = "seats_again"
    KEEP_SEATS = "keep_seats"
    LOGINS = "logins"
    TRANSFER_OUT = "transfer_out"
    TRANSFER_OUT_FIXED = "transfer_out_fixed"
    TRANSFER_IN = "transfer_in"
    CANCEL_TRANSFER = "cancel_transfer"
    SETTLE_TRANSFER = "settle_transfer"
    DECIDE_DISPUTE = "decide_dispute"
    OPEN_STANDBY = "open_standby"
    MOVE_ROOM = "move_room"
    RESET = "reset"
    RESET_FAILED = "reset_failed"
    LIST_MACHINES = "list_machines"
    SERVE_SPARE = "serve_spare"
    SWAP_MACHINE = "swap_machine"
    SWAP_MACHINE_UNCHECKED = "swap_machine_unchecked"
    GIVE_UP = "give_up"
    LEAVING = "leaving"
    LEAVING_EARLY = "leaving_early"
    ROOM_RESULT = "room_result"
    WRITE_OFF = "write_off"
    END_ROOMS = "end_rooms"
    CHECK_ANSWERS = "check_answers"
    KEEP_RECORD = "keep_record"
    PRINTED = "printed"
    KEEP_SHEET = "keep_sheet"
    SHEET_PRINTED = "sheet_printed"
    BACK_UP = "back_up"
    RECEIPT = "receipt"
    QUALIFY = "qualify"
    DECLARE = "declare"
    AGREEMENT = "agreement"
    DELEGATE = "delegate"
    END_DELEGATION = "end_delegation"
    CHANGE_PIN = "change_pin"
    RECOVER_PIN = "recover_pin"
    TAKE_DESK = "take_desk"
    LEAVE_DESK = "leave_desk"
    CONFIRM_TIME = "confirm_time"
    NOTE_CLOCK = "note_clock"
    NOTE_LOCK_OUT = "note_lock_out"
    NOTE_LOCK_BACK = "note_lock_back"
    NOTE_WRONG_PIN = "note_wrong_pin"
    NOTE_RIGHT_PIN = "note_right_pin"


# What the cases are about: any session, any candidate.
AT = datetime.combine(date.min, time(), UTC)
SESSION, ROOM, NO_DIGEST = SessionId("1-1"), RoomId("001"), Digest("")
HERE, TURNED_AWAY = Ticket("1"), Ticket("2")
SOMEBODY = PersonId("somebody")
Asked = tuple[tuple[Case, Operation], ...]
