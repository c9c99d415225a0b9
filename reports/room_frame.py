"""The frame of a paper that a room works with, and what stands at its head."""

from __future__ import annotations

from app.views.stamp import Stamp
from app.views.working_papers import RoomHead
from reports.edition import Labels
from reports.sheet import Frame, moment, payload, session_name


def room_frame(head: RoomHead, stamp: Stamp, words: Labels, common: Labels) -> Frame:
    session, room = session_name(common, head.session), common("room", room=head.room)
    return Frame(
        title=words("title"),
        subtitle=head.exam,
        running=words("running", room=room, session=session, subject=head.subject),
        number=words("number", site=head.site_code, session=head.session, room=head.room),
        code=payload(stamp, head.site_code, head.session, head.room),
        mode=head.mode,
        ministry=head.ministry,
        software_lock=head.software_lock,
    )


def head_facts(head: RoomHead, common: Labels) -> list[tuple[str, str]]:
    """Label and value of what every such paper says of its room and session."""
    between = common("between", start=minute(head, first=True), end=minute(head, first=False))
    values = {
        "room": common("room_named", room=head.room, name=head.room_name),
        "place": common("floor", building=head.building, floor=head.floor),
        "subject": head.subject,
        "session": session_name(common, head.session),
        "site": common("site", name=head.site_name, code=head.site_code),
        "planned": between,
    }
    return [(common(f"facts.{key}"), value) for key, value in values.items()]


def minute(head: RoomHead, *, first: bool) -> str:
    """Start with its day, or end, without seconds: they are planned to the minute."""
    return moment(head.planned_start)[:-3] if first else moment(head.planned_end, head.planned_start)[:-3]
