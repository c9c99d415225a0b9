"""Whether a room takes part in a session (考场是否开放): released, not called off, and not left for another one."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import Refusal
from app.core.room_state import CalledOff, RoomSession
from app.core.terms import ClauseId, RoomId, SessionId


def not_here(room: RoomSession) -> Refusal | None:
    """Why this session does not go on in this room at all."""
    if room.moved_to:
        return RoomMovedAway(room.session, room.room, room.moved_to)
    return called_off(room)


def called_off(room: RoomSession) -> Refusal | None:
    """Whether the ministry called this session off in this room."""
    return RoomCalledOff(room.session, room.room, room.called_off) if room.called_off else None


def unreleased(room: RoomSession) -> Refusal | None:
    """Why nobody comes into this room for this session."""
    return called_off(room) or (None if room.release else RoomNotReleased(room.session, room.room))


class RoomMovedAway(Refusal, frozen=True):
    """Everyone of this room goes on in another one."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-04")
    session: SessionId
    room: RoomId
    to: RoomId


class RoomCalledOff(Refusal, frozen=True):
    """By a directive of the ministry this session does not take place in this room."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-04")
    session: SessionId
    room: RoomId
    called_off: CalledOff


class RoomNotReleased(Refusal, frozen=True):
    """The room has no release for this session."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-14")
    session: SessionId
    room: RoomId
