"""What is said of incidents in several places: where, how long, whom to call, the text to read out, and the course."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from app.core.free_text import PARAGRAPH, TextPart
from app.core.incident_kinds import Hop, IncidentKind, route
from app.core.incident_state import Evacuated, Graded, Incident, IncidentNote, IncidentReport, NoteKind, ReportKind
from app.core.paper_state import Contact
from app.core.terms import Digest, Role, RoomId
from app.views.incident_course import CourseKind, CourseLine, resets
from app.views.incident_links import LinkKind, LinkLine, links
from app.views.incidents import IncidentRow, ReportClock
from ui.shell import Shell, clock

_CALLED = {
    Hop.LEADING_GROUP: Contact.LEADING_GROUP,
    Hop.EXAM_AREA: Contact.EXAM_AREA,
    Hop.CITY: Contact.CITY,
    Hop.PROVINCE: Contact.PROVINCE,
    Hop.MINISTRY: Contact.MINISTRY,
    Hop.POLICE: Contact.POLICE,
    Hop.MEDICAL: Contact.MEDICAL,
}
_HERE = {Hop.CHIEF: Role.CHIEF, Hop.PATROL: Role.PATROL}
"""Who is on the site stands in the staff list."""
_CLOCKS = {
    ReportClock.NOT_REQUIRED: ("info-circle", "incident-clock-not-required", "idle"),
    ReportClock.DUE: ("hourglass", "incident-clock-due", "warn"),
    ReportClock.LATE: ("clock-exclamation", "incident-clock-late", "bad"),
    ReportClock.TOLD: ("check", "incident-clock-told", "ok"),
    ReportClock.TOLD_LATE: ("clock-exclamation", "incident-clock-told-late", "warn"),
}
_TOLD = (NoteKind.FACTS, NoteKind.PEOPLE, NoteKind.ACTION)
"""What was noted last of each goes into a report."""
_NAMED = 4


def passed(seconds: int) -> str:
    """03:12, and 1:03:12 after an hour."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes:02d}:{left:02d}"


def clock_of(shell: Shell, row: IncidentRow) -> tuple[str, str, str]:
    """Icon, words and tone."""
    icon, name, tone = _CLOCKS[row.clock.state]
    return icon, shell.say(name, time=passed(row.clock.seconds)), tone


def where(shell: Shell, room: RoomId | None) -> str:
    return shell.say("room-name", room=room) if room else shell.say("incident-whole-site")


def person(shell: Shell, hop: Hop) -> tuple[str, str]:
    """Name and telephone of whom to tell, as far as somebody entered them; who acts for the chief, while one does."""
    if role := _HERE.get(hop):
        staff = shell.bridge.console.directory.staff
        given, now = shell.bridge.site.delegation, shell.bridge.now
        acting = given.deputy if given and given.since <= now <= given.until else None
        found = staff.get(acting) if acting and role is Role.CHIEF else None
        found = found or next((one for _, one in sorted(staff.items()) if one.role is role), None)
        return (found.name, found.phone) if found else ("", "")
    contact = _CALLED.get(hop)
    return contact_of(shell, contact) if contact else ("", "")


def contact_of(shell: Shell, contact: Contact) -> tuple[str, str]:
    kept, people = shell.bridge.site.contacts.get(contact), shell.bridge.console.directory
    if kept is None:
        return "", ""
    return people.said(kept, TextPart.NAME) or "", people.said(kept, TextPart.PHONE) or ""


def call_line(shell: Shell, hop: Hop) -> str:
    """Whom to call now."""
    name, phone = person(shell, hop)
    if not name and not phone:
        return shell.say("incident-call-unknown", hop=hop)
    return shell.say("incident-call", hop=hop, name=name, phone=phone)


def said(shell: Shell, text: Digest, part: TextPart) -> str:
    """In one line, or that it was erased."""
    typed = shell.bridge.console.directory.said(text, part)
    return shell.say("incident-erased") if typed is None else " ".join(typed.split())


def read_out(shell: Shell, one: Incident) -> str:
    """The report in words for the telephone, with what was noted last; never longer than a report may be."""
    package, site = shell.bridge.site.package, shell.bridge.site
    over = one.closed_at
    state = shell.say("incident-read-over", time=clock(over)) if over else shell.say("incident-read-open")
    begin = shell.say(
        "incident-read-out",
        code=site.code,
        site=package.plan.name if package else "",
        session=one.session or "none",
        where=where(shell, one.room),
        time=clock(one.found),
        kind=IncidentKind(one.kind),
        severity=one.severity,
    )
    noted = (note for kind in _TOLD for note in [n for n in one.notes if n.kind is kind][-1:])
    parts = (begin, *(_sentence(shell, said(shell, note.text, TextPart(note.kind.value))) for note in noted), state)
    return "".join(parts)[:PARAGRAPH]


def _sentence(shell: Shell, text: str) -> str:
    """With one full stop, however it was typed."""
    while text and unicodedata.category(text[-1]) == "Po":
        text = text[:-1]
    return shell.say("incident-read-noted", text=text)


def way(shell: Shell, one: Incident) -> Iterator[tuple[str, str]]:
    """Every level that is told, and when it heard of it or why not."""
    hops = route(one.severity, shell.bridge.rulebook)
    others = dict.fromkeys(report.hop for report in one.reports if report.hop not in hops)
    for hop in (*hops, *others):
        told = next((report for report in one.reports if report.hop is hop and report.at >= one.since), None)
        if told is not None:
            name = "incident-way-late" if told.late else "incident-way-told"
            yield shell.word(hop), shell.say(name, time=clock(told.at), means=told.means)
        elif hop in one.skipped:
            yield shell.word(hop), shell.say("incident-way-skipped", reason=one.skipped[hop])
        elif hop in hops:
            yield shell.word(hop), shell.say("incident-way-open")


def link_lines(shell: Shell, one: Incident) -> Iterator[tuple[str, str]]:
    """What was done on it, by kind, session and rooms; of many only how many they are."""
    site = shell.bridge.site
    alike: dict[tuple[object, ...], list[LinkLine]] = {}
    for link in links(site, one, shell.bridge.now, over=True):
        alike.setdefault((link.kind, link.session, link.rooms), []).append(link)
    for same in alike.values():
        named = [_what(shell, link) for link in same]
        yield shell.word(LinkKind(same[0].kind)), _linked(shell, same[0].rooms, named)
    if reset := resets(site, one):
        yield shell.say("incident-resets"), _linked(shell, (one.room,) if one.room else (), list(reset))


def _linked(shell: Shell, rooms: tuple[str, ...], named: list[str]) -> str:
    more = shell.say("incident-link-more", count=len(named)) if len(named) > _NAMED else "none"
    where = shell.say("incident-link-rooms", rooms=rooms) if rooms else "none"
    return shell.say("incident-link", where=where, what=tuple(named[:_NAMED]), more=more)


def _what(shell: Shell, link: LinkLine) -> str:
    """Its number or its candidate, and how much; of a whole room how many people."""
    name = link.number or link.ticket
    if link.minutes:
        return shell.say("incident-link-minutes", what=name, minutes=link.minutes)
    if link.seconds:
        return shell.say("incident-link-late", time=passed(link.seconds))
    return link.ticket or name or shell.say("incident-link-people", count=link.people)


def course_said(shell: Shell, line: CourseLine) -> str:
    """What happened, without its time."""
    match line.about:
        case IncidentReport(kind=kind, hop=hop, means=means, text=text):
            told = said(shell, text, TextPart.TOLD_TO) or "none"
            content = said(shell, text, TextPart.RESULT if kind is ReportKind.FINAL else TextPart.CONTENT)
            return shell.say("incident-course-report", kind=kind, hop=hop, means=means, person=told) + content
        case IncidentNote(kind=note, text=text):
            return shell.say("incident-course-note", kind=note) + said(shell, text, TextPart(note.value))
        case Graded(severity=severity, text=text):
            why = said(shell, text, TextPart.REASON) if text else ""
            return shell.say("incident-course-grade", severity=severity) + why
        case Evacuated(room=room, people=people):
            if line.kind is CourseKind.LEFT:
                return shell.say("incident-course-left", room=room, people=people)
            return shell.say("incident-course-back", room=room)
        case _:
            return shell.word(line.kind)
