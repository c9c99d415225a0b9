"""The frame of a sheet of one session or room, and the facts at its head."""

from __future__ import annotations

from app.views.session_head import PlaceHead, SessionHead
from app.views.stamp import Stamp
from reports.edition import Labels
from reports.sheet import Frame, moment, payload, session_name
from reports.site_frame import NOWHERE, site_frame


def session_frame(head: SessionHead, stamp: Stamp, words: Labels, common: Labels, title: str = "") -> Frame:
    """`words` hold title, number and running head; these may name site, session, room and subject."""
    room = head.room if isinstance(head, PlaceHead) else ""
    session = session_name(common, head.session)
    named = common("room", room=room) if room else ""
    return site_frame(
        head,
        stamp,
        title or words("title"),
        words("number", site=head.site_code, session=head.session, room=room),
        words("running", session=session, room=named, subject=head.subject),
        payload(stamp, head.site_code, head.session, room or NOWHERE),
    )


def session_facts(head: SessionHead, common: Labels) -> list[tuple[str, str]]:
    """Label and value; a sheet that asks for it adds its own."""
    end = moment(head.planned_end, head.planned_start)[:-3]
    values = {
        "site": common("site", name=head.site_name, code=head.site_code),
        "subject": head.subject,
        "session": session_name(common, head.session),
        "planned": common("between", start=moment(head.planned_start)[:-3], end=end),
    }
    if isinstance(head, PlaceHead):
        values["room"] = common("room_named", room=head.room, name=head.room_name)
        values["place"] = common("floor", building=head.building, floor=head.floor)
    return [(common(f"facts.{key}"), value) for key, value in values.items()]
