"""The builders' people with those who sign records and lead somebody out: two invigilators a room, one who roves."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.directory import directory
from app.core.terms import PersonId, Role
from tests.builders import CANDIDATES, R1, R2, R9, STAFF, staff

EYE_1, EYE_2, EYE_3, EYE_4, EYE_9 = (PersonId(f"J{n}") for n in (1, 2, 3, 4, 9))
ROVER = PersonId("X1")
EYES = (
    replace(staff(EYE_1, "Chu", Role.INVIGILATOR, R1), skill=True),
    staff(EYE_2, "Wei", Role.INVIGILATOR, R1),
    replace(staff(EYE_3, "Jiang", Role.INVIGILATOR, R2), skill=True),
    staff(EYE_4, "Shen", Role.INVIGILATOR, R2),
    replace(staff(EYE_9, "Han", Role.INVIGILATOR, R9), skill=True),
    staff(ROVER, "Yang", Role.ROVING),
)
STAFFED = directory(CANDIDATES, (*STAFF, *EYES))
