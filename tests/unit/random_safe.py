"""What may be asked on a random day about media, backups, uploads, the mirror, the spare machine and the end of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from app.core.city_way import GiveToCity, NoteCityStep
from app.core.cleaning import AwaitCleaning, CleanData, lacks
from app.core.day_close import CloseDay
from app.core.erasing import NoteErased
from app.core.handover import HandOver
from app.core.lock_state import SealPlace
from app.core.media import RegisterMedium, ReportMediumLost, SealMedium, TryMedium
from app.core.mirror import BeginMirror, GoOnWithoutMirror, NoteDrill, NoteMirrorBack, NoteMirrorOut
from app.core.operation import Operation
from app.core.resume import ConfirmPaperEntered, ResumeDay
from app.core.retention import NotePublication, NoteVideo
from app.core.room_backup import RecordRoomBackup, over_at, rooms_used
from app.core.safe_state import (
    NO_MEDIUM,
    Backup,
    CityStep,
    MediumFault,
    MirrorReason,
    RoomSource,
    UploadResult,
    VideoOf,
    WaiverReason,
)
from app.core.safekeeping import CopyBackup, RecordBackup, since_check
from app.core.sealing import UnsealEquipment, UnsealReason
from app.core.terms import HandoverNo
from app.core.upload import ExportBundle, NoteAttempt, TakeReceipt
from tests.builders import ADMIN, CHIEF, D1, D2, DEPUTY, GUIDE, MINUTE, ROOM_LOCK, SECOND
from tests.unit.random_alone import OTHER, STICK
from tests.unit.random_duty import Eve
from tests.unit.test_handover import TEXT


class Safe(Eve):
    """Media and what they carry, and the machine itself."""

    entries: int

    def medium(self) -> Operation:
        pick, stick = self.dice.choice, self.dice.choice((STICK, STICK, OTHER))
        trial = TryMedium(stick, "exfat", 9, 8, 7, pick((None, *MediumFault)), virus_checked=pick((True, False)))
        return pick(
            (
                RegisterMedium(stick, pick((stick, stick, "U-1")), ADMIN, read=pick((True, True, False))),
                RegisterMedium(stick, stick, ADMIN, read=True),
                trial,
                SealMedium(stick, pick(("", "", "S-1"))),
                ReportMediumLost(stick, self.now - pick((0, 1)) * MINUTE, self.who),
            )
        )

    def made(self) -> Backup | None:
        """Mostly the newest."""
        made = list(self.live.safe.backups.values())
        return self.dice.choice([*made, *made[-1:] * len(made)]) if made else None

    def about_safety(self) -> Operation:
        pick, now, stick = self.dice.choice, self.now, self.dice.choice((STICK, STICK, OTHER))
        made = self.made()
        name, digest = (made.name, made.digest) if made else ("none", D1)
        rooms = [one.name for one in self.live.safe.room_backups.values()]
        told = pick((digest, digest, digest, D2))
        return pick(
            (
                self.medium(),
                self.medium(),
                RecordBackup(
                    f"{self.session}-{pick((1, 7, 8))}", self.session, D1, 1, 1, "head", pick((stick, NO_MEDIUM))
                ),
                self.a_room_backup(),
                CopyBackup(pick([name, *rooms]), told, stick),
                ExportBundle(name, told),
                NoteAttempt(name, pick(list(UploadResult)), pick(("", "OK-1", "a b")), now - pick((0, 9)) * MINUTE),
                TakeReceipt(pick(("Q-1", "Q-2")), name, told, D1),
                self.to_the_city(name),
                self.heard_of_the_city(),
                NotePublication(now.date()),
                self.a_video(),
            )
        )

    def something_safe(self) -> Iterator[Operation]:
        yield self.about_safety()

    def a_room_backup(self) -> RecordRoomBackup:
        pick = self.dice.choice
        day, room = pick([*rooms_used(self.live), (self.now.date(), self.room)])
        over = over_at(self.live, room, day)
        taken = (over or self.now) + pick((0, 0, 0, -1, 60)) * SECOND
        count = len(self.live.safe.room_backups)
        name = f"r-{room}-{count + pick((0, 0, 0, -1))}"
        return RecordRoomBackup(
            name, room, day, pick(list(RoomSource)), ROOM_LOCK, D1, 1, 1, taken, pick((STICK, STICK, OTHER))
        )

    def to_the_city(self, name: str) -> GiveToCity:
        pick = self.dice.choice
        givers = pick(((ADMIN, CHIEF), (ADMIN, DEPUTY), (ADMIN, ADMIN)))
        hand = HandOver(givers, TEXT, (), (pick((STICK, OTHER)),), (), True, self.now)
        return GiveToCity(hand, pick(((name,), (name, name), ())))

    def heard_of_the_city(self) -> NoteCityStep:
        pick = self.dice.choice
        ways = [one.city.handover for one in self.live.safe.backups.values() if one.city]
        return NoteCityStep(pick([*ways, HandoverNo("AH-009")]), pick(list(CityStep)), self.now, self.who)

    def a_video(self) -> NoteVideo:
        pick = self.dice.choice
        of = pick(list(VideoOf))
        room = self.room if of is VideoOf.ROOM else None
        since = self.now - pick((90, 91)) * MINUTE
        return NoteVideo(of, room, pick(("NVR-1", "NVR 1")), since, self.now, evidence=pick((True, False)))

    def about_the_machine(self) -> Iterator[Operation]:
        """Its mirror, and how another one takes its place."""
        pick, stick = self.dice.choice, self.dice.choice((STICK, STICK, OTHER))
        if self.dice.random() < 0.02:
            yield ResumeDay(stick, self.entries, self.now, self.entries + pick((-1, 0, 3)))
        due = sorted(self.live.safe.paper_due)
        session = pick(due)[0] if due else self.session
        rooms = pick((tuple(room for one, room in due if one == session), (self.room,)))
        yield pick(
            (
                BeginMirror(stick),
                NoteMirrorOut(pick(list(MirrorReason))),
                NoteMirrorBack(stick),
                NoteDrill(stick, 1, 0),
                GoOnWithoutMirror(pick(list(WaiverReason))),
                ConfirmPaperEntered(session, rooms, pick((True, False)), self.now, self.who),
                ConfirmPaperEntered(session, rooms, pick((True, False)), self.now, GUIDE),
            )
        )

    def what_keeps_the_day_open(self) -> Iterator[Operation]:
        """Before a day is closed: what was taken up is typed in, and everything lies on a stick that is here."""
        for session in sorted({one for one, _ in self.live.safe.paper_due}):
            rooms = tuple(room for one, room in sorted(self.live.safe.paper_due) if one == session)
            yield ConfirmPaperEntered(session, rooms, True, self.now, GUIDE)
        yield RegisterMedium(STICK, "U-1", ADMIN, read=True)
        yield SealMedium(STICK, "")

    def the_day_is_closed(self) -> Iterator[Operation]:
        yield from self.what_keeps_the_day_open()
        for operation in super().the_day_is_closed():
            if isinstance(operation, CloseDay):
                yield from self.rooms_are_backed_up()
            yield replace(operation, medium=STICK) if isinstance(operation, RecordBackup) else operation

    def rooms_are_backed_up(self) -> Iterator[Operation]:
        for day, room in list(rooms_used(self.live)):
            name = f"r-{room}-{len(self.live.safe.room_backups)}"
            over = over_at(self.live, room, day) or self.now
            yield RecordRoomBackup(name, room, day, RoomSource.SIGNED, ROOM_LOCK, D1, 1, 1, over, STICK)

    def all_is_cleaned(self) -> Iterator[Operation]:
        """The day closed, every session confirmed but now and then one, and the data gone or under seal."""
        yield from self.the_day_is_closed()
        for state in list(self.live.sessions.values()):
            for made in since_check(self.live, state.plan.id)[-1:]:
                yield ExportBundle(made.name, made.digest)
                if self.dice.random() < 0.3:
                    yield self.to_the_city(made.name)
                    yield self.heard_of_the_city()
                if self.dice.random() < 0.7:
                    yield TakeReceipt(f"Q-{made.name}", made.name, made.digest, D1)
        ends = (CleanData(D2), AwaitCleaning("F-9", SealPlace.SECURE_ROOM, CHIEF))
        yield ends[bool(lacks(self.live)) != (self.dice.random() < 0.2)]
        if self.live.safe.awaiting and self.live.sealed:
            yield UnsealEquipment("F-9", True, UnsealReason.RECEIPTS_AND_CLEANING)
        yield NoteErased((STICK, OTHER))
        yield NotePublication(self.now.date())
