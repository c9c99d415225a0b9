"""People to draw: five invigilators, three of whom know computers, and two who rove; trained, on the exam morning."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime

from msgspec.structs import replace

from app.core.authorization import ExamAuthorized
from app.core.directory import Directory, directory
from app.core.duty import DrawDuty, DrawNumbered, DutyDrawn, NumberDraw
from app.core.duty_state import Numbered, Post, RedrawReason, Round
from app.core.operation import Desk, Fact
from app.core.rulebook import Rulebook
from app.core.staffing import StaffMember
from app.core.terms import Digest, PersonId, Role, RoomId
from app.core.training import StaffTrained, TrainingTopic
from tests.builders import CANDIDATES, LIAONING, PASSED, R1, R2, STAFF, Story, at, desk, staff

E1, E2, E3, E4, E5, X1, X2 = (PersonId(code) for code in ("E1", "E2", "E3", "E4", "E5", "X1", "X2"))
EYES, ROVERS = (E1, E2, E3, E4, E5), (X1, X2)
TWIN = PersonId("T1")
NEW = PersonId("N1")
"""A code that the staff list does not know."""
DAY = at("8:30").date()
TOKEN = "head.body.c2lnbmF0dXJl"
NOW = at("7:40")


def eye(code: PersonId, *, skill: bool = False, room: RoomId | None = None, id_number: str = "") -> StaffMember:
    return replace(staff(code, f"Name {code}", Role.INVIGILATOR, room), skill=skill, id_number=id_number)


INVIGILATORS = (
    eye(E1, skill=True, room=R1, id_number="21010119800101001x"),
    eye(E2, skill=True),
    eye(E3, skill=True, room=R2),
    eye(E4),
    eye(E5, room=R1),
)
ROVING = (staff(X1, "Ren", Role.ROVING), staff(X2, "Lu", Role.ROVING))
PEOPLE = directory(CANDIDATES, (*STAFF, *INVIGILATORS, *ROVING))


def listing(*more: StaffMember) -> Directory:
    """With these besides, or instead of who has their code."""
    members = {one.code: one for one in (*STAFF, *INVIGILATORS, *ROVING, *more)}
    return directory(CANDIDATES, members.values())


def trained(*people: PersonId) -> StaffTrained:
    return StaffTrained(people, PASSED, (TrainingTopic.DUTIES,), late=False)


def here(*roles: Role, now: datetime = NOW, rules: Rulebook = LIAONING, people: Directory = PEOPLE) -> Desk:
    """The site administrator with the chief, unless said otherwise; on the morning before the rooms start."""
    return dataclasses.replace(desk(*roles, now=now, rules=rules), directory=people)


def staffed(*facts: Fact, stage: str = "opened") -> Story:
    """Everybody is trained, and the exam authorization is the one of `TOKEN`."""
    authorized = ExamAuthorized("E-2", Digest(hashlib.sha256(TOKEN.encode()).hexdigest()))
    return Story(stage).given(authorized, trained(*EYES, *ROVERS), *facts)


def number(reason: RedrawReason | None = None, *, beyond: bool = False) -> NumberDraw:
    return NumberDraw(DAY, TOKEN, reason, beyond)


DRAW = DrawDuty(DAY)


NUMBERED = Numbered(1, "00", EYES, ROVERS, (R1, R2), (E1, E2, E3), (), None, False, NOW)
POSTS = (Post(E1, R1), Post(E4, R1), Post(E2, R2), Post(E5, R2))
"""E3 stays in reserve, and X2 of those who rove. In the second room E2 alone knows computers, in the first E1."""
ROUNDS = (Round(X1, (R1, R2)),)


def posted(*facts: Fact, stage: str = "opened") -> Story:
    """After a draw that gave just this."""
    return staffed(DrawNumbered(DAY, NUMBERED), DutyDrawn(DAY, 1, POSTS, ROUNDS, NOW), *facts, stage=stage)
