"""Record of what was allowed on an application: consents, codes and directives, signed by administrator and chief."""

from __future__ import annotations

from app.views.application_sheet import Asked, AuthoritySheet
from app.views.stamp import Stamp
from reports.blocks import Block, Whole, facts, heading, paragraph, space
from reports.edition import Labels, labels
from reports.measures import Measures
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, site_frame


def draw(sheet: AuthoritySheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common, asked = labels(stamp.edition, "authorities"), labels(stamp.edition, "sheet"), sheet.asked
    said = Measures(stamp, asked.planned_start)
    number = words("number", site=sheet.head.site_code, number=asked.number)
    running = words("running", number=asked.number, session=session_name(common, asked.session))
    code = payload(stamp, sheet.head.site_code, asked.session, NOWHERE)
    frame = site_frame(sheet.head, stamp, words("title"), number, running, code)
    given = (said.causes(asked.causes), *said.came(sheet.answers))
    return build(frame, stamp, (_facts(sheet, said, words, common), *given, _closing(said, words)))


def _facts(sheet: AuthoritySheet, said: Measures, words: Labels, common: Labels) -> Block:
    head, asked = sheet.head, sheet.asked
    planned = common("between", start=moment(asked.planned_start), end=moment(asked.planned_end, asked.planned_start))
    values = {
        "site": common("site", name=head.site_name, code=head.site_code),
        "number": asked.number,
        "measure": said.words(f"measures.{asked.measure}"),
        "whom": said.words(f"tiers.{asked.tier}"),
        "session": session_name(common, asked.session),
        "subject": asked.subject,
        "rooms": said.listed([room.room for room in asked.rooms]),
        "limit": _limit(asked, said, words),
        "planned": planned,
        "asked_at": moment(asked.asked_at),
    }
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _limit(asked: Asked, said: Measures, words: Labels) -> str:
    if asked.measure == "extra_time":
        return words("limit_extra", minutes=asked.minutes)
    return words("limit_delay", latest=said.at(asked.latest))


def _closing(said: Measures, words: Labels) -> Block:
    title, statement = heading(words("sections.signatures")), paragraph(words("statement"))
    return Whole([title, statement, space(5), *said.signatures("site_admin", "chief")])
