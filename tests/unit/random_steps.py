"""What may be asked on a random day about locks, seal, authorizations and people, and the next thing of a plain one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from app.core.agreement import RecordAgreement
from app.core.authorization import (
    CheckStartAuthorization,
    Flaw,
    ReceiveStartAuthorizations,
    RejectAuthorization,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.avoidance import DeclareAvoidance
from app.core.calibration import RecordCalibration, TakeIntoUse, rooms_without_lock
from app.core.clock import ConfirmSiteTime, NoteClockMoved
from app.core.custody import HandOverLock, IssueLock, ReportLockLost, ReturnLocks
from app.core.delegation import DelegateChief, EndDelegation
from app.core.lock_state import SealPlace, SupervisedKind
from app.core.locks import LockReason, NoteLockBack, NoteLockOut, TakeLockRegister, lock_of_room
from app.core.operation import Desk, Operation
from app.core.person_state import DrillTopic
from app.core.pin import ChangePin, NoteRightPin, NoteWrongPin, RecoverPin
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.qualification import RecordQualification
from app.core.readiness_state import TestKind
from app.core.records import ReprintReason
from app.core.replacement import ReplaceSiteLock
from app.core.room_test import RecordRoomTest, TestedRoom, without_test
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import DecideOnSeal, SealDecision, SealEquipment, UnsealEquipment, UnsealReason
from app.core.site import Source
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.start import ReleaseRooms
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import LockSerial, Role, SupervisionNo
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    D1,
    D2,
    DEPUTY,
    GUIDE,
    GUIDE_2,
    LIAONING,
    LOCK,
    LOCKS,
    PASSED,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    ROOM_LOCK_2,
    SEAL,
    STAMP,
    STRANGER,
    by,
    digest,
    present,
)
from tests.unit.random_seats import Seats

RECEIPT, SITTING = SupervisedKind
NEW_LOCK, NEW_KEY, SPARE = LockSerial("KW-2"), '{"x":"KW"}', LockSerial("JK-3")
ALL = (LOCK, NEW_LOCK, ROOM_LOCK, ROOM_LOCK_2, SPARE)
OWN = LOCKS[-1]
NEW = RegisteredLock(NEW_LOCK, RegisteredAs.SITE, NEW_KEY, software=False)
SPARE_LOCK = RegisteredLock(SPARE, RegisteredAs.INVIGILATION, '{"x":"3"}', software=False)
REGISTERS = (
    *[(*LOCKS, NEW, SPARE_LOCK)] * 3,
    (replace(LOCKS[0], reference="2"), replace(LOCKS[1], reference="2"), OWN, NEW),
    (replace(LOCKS[0], reference="2", room=R2), replace(LOCKS[1], reference="2", room=R1), OWN, NEW),
    (OWN, NEW),
    (replace(LOCKS[0], revoked=True), LOCKS[1], OWN, NEW),
)
GRANTED = (LOCKS[0], LOCKS[1], replace(OWN, revoked=True), NEW)


PEOPLE_HERE = (
    by(ADMIN, Role.SITE_ADMIN),
    by(CHIEF, Role.CHIEF),
    by(DEPUTY, Role.DEPUTY),
    by(GUIDE, Role.ROOM_ADMIN),
    by(GUIDE_2, Role.ROOM_ADMIN),
)
HOUR, AFTER = timedelta(hours=1), date(2021, 11, 1)


def everyone(now: datetime, first: int) -> Desk:
    """All of them at the desk with every lock; the first asks."""
    asks = PEOPLE_HERE[first]
    return present(now, asks, *(one for one in PEOPLE_HERE if one is not asks), locks=ALL)


class Morning(Seats):
    """What of a random day is about locks, seal, authorizations and people."""

    def until_release(self) -> Iterator[Operation]:
        """What stands between the package and the release of this room, in its order."""
        site, now = self.live, self.now
        if site.sealed and site.seal:
            yield UnsealEquipment(site.seal.number, intact=True)
        if not site.accepted_at:
            yield from self._until_acceptance()
        if site.seal is None or not site.seal.opened_at or site.seal.opened_at.date() != now.date():
            yield SealEquipment(SEAL, SealPlace.SECURE_ROOM)
        if rooms_without_lock(site, (self.room,), now, LIAONING) and (lock := lock_of_room(site, self.room)):
            yield OpenSupervision(SITTING)
            yield RecordCalibration(lock.serial, now, 1)
            yield TakeIntoUse(lock.serial, self.room, site.locks[lock.serial].holder or GUIDE)
        state = site.sessions.get(self.session)
        if state and not state.received:
            yield OpenSupervision(RECEIPT)
            yield ReceiveStartAuthorizations((StartDocument(self.session, f"{self.session}S-1", D1),))
        yield CheckStartAuthorization(self.session)
        yield ReleaseRooms(self.session, (self.room,), "S-1")

    def _until_acceptance(self) -> Iterator[Operation]:
        site = self.live
        for source in (Source.PLATFORM, Source.CALIBRATION):
            if source not in site.timestamps or site.timestamps[source].text != STAMP:
                yield RecordTimestamp(source, STAMP)
        if not site.scan_passed and site.package:
            yield CheckScan(scan_payload(site.package.exam, site.package.plan, site.package.edition))
        if not site.exam_authorization:
            yield OpenSupervision(RECEIPT)
            yield TakeExamAuthorization("S-1", D1)
        if not site.sealed_room_test:
            yield RecordSealedRoomTest(True, self.now, GUIDE)
        if rooms := without_test(site, LIAONING):
            yield RecordRoomTest(
                TestKind.SIMULATED, tuple(TestedRoom(room, True, 1) for room in rooms), self.now, ADMIN
            )
        yield AcceptSite()

    def about_locks(self) -> Operation:
        pick, site = self.dice.choice, self.live
        serial, to, number = pick(ALL), pick((ADMIN, GUIDE, GUIDE_2, CHIEF)), site.register + pick((0, 1))
        step = pick([*site.supervisions, SupervisionNo("A-009")][-2:])
        return pick(
            (
                OpenSupervision(pick(list(SupervisedKind))),
                CloseSupervision(step, done=pick((True, False))),
                RecordCalibration(serial, self.now - pick((0, 1, 24)) * HOUR, pick((0, 60, 61))),
                TakeIntoUse(serial, pick((R1, R2, R9)), to),
                IssueLock(serial, to),
                HandOverLock(serial, to),
                ReturnLocks(pick(((serial,), (ROOM_LOCK, ROOM_LOCK_2)))),
                TakeLockRegister(number, pick(REGISTERS), D1),
                pick((NoteLockOut(LOCK, LockReason.REMOVED), NoteLockBack(LOCK))),
                pick((*[NoteLockBack(LOCK)] * 4, ReportLockLost(serial, self.now, self.who))),
                pick((*[NoteLockBack(LOCK)] * 4, ReplaceSiteLock(NEW_LOCK, NEW_KEY, False, 2, number, GRANTED, D2))),
            )
        )

    def about_the_seal(self) -> Operation:
        pick, seal = self.dice.choice, self.live.seal
        number = seal.number if seal else SEAL
        return pick(
            (
                RecordSealedRoomTest(pick((True, True, False)), self.now, self.who),
                AcceptSite(),
                SealEquipment(pick((SEAL, "F-2")), SealPlace.SECURE_ROOM),
                UnsealEquipment(pick((number, number, "F-9")), pick((True, True, False)), pick((None, *UnsealReason))),
                DecideOnSeal(pick(list(SealDecision))),
                RejectAuthorization(pick(list(Flaw)), D2),
                self._sheet(),
            )
        )

    def _sheet(self) -> Operation:
        """One is kept, or it is said of one that was kept whether it came out."""
        pick, sheets = self.dice.choice, self.live.sheets
        if sheets and self.dice.random() < 0.5:
            one = pick(sheets)
            return ConfirmSiteSheet(SiteForm(one.form), one.subject, one.copy, came_out=pick((True, False)))
        step = pick([*self.live.supervisions, SupervisionNo("A-009")])
        form, subject = pick(((SiteForm.SUPERVISION, step), (SiteForm.SEAL, "1"), (SiteForm.CUSTODY, "2021-10-30")))
        return KeepSiteSheet(form, subject, pick((1, 1, 2)), pick((D1, D2)), D1, pick((None, *ReprintReason)))

    def about_people(self) -> Operation:
        pick = self.dice.choice
        person, verifier = pick((ADMIN, GUIDE, STRANGER)), digest(f"pin {self.dice.random()}"[:30])
        passed, signed = pick((PASSED, self.now.date(), AFTER)), pick((PASSED, AFTER))
        return pick(
            (
                RecordQualification(GUIDE, PASSED, passed, tuple(DrillTopic)),
                DeclareAvoidance(GUIDE_2, pick(((), (A1,), (A1, A1)))),
                RecordAgreement(pick((GUIDE, STRANGER)), signed),
                DelegateChief(pick((DEPUTY, DEPUTY, GUIDE)), "WT-1", self.now + pick((0, 1, 1, 24)) * HOUR),
                EndDelegation(),
                NoteWrongPin(person),
                NoteRightPin(pick((person, *self.live.people))),
                ChangePin(verifier),
                RecoverPin(pick((GUIDE, STRANGER)), verifier),
                ConfirmSiteTime(self.now, "boot", 1, self.now - pick((-1, 0)) * HOUR, self.now),
                NoteClockMoved(pick((0, 60))),
            )
        )
