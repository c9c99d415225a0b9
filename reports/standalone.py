"""Record of a standalone exam: consent, every package and what came back; signed by those who were there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.core.room_state import Answers
from app.core.standalone_state import Custody, PackageEnd
from app.core.terms import Role
from app.views.stamp import Stamp
from app.views.standalone_sheet import AloneHead, ConsentLine, PackageLine, ReturnLine, StandaloneSheet
from reports.blocks import (
    MM,
    PLAIN,
    STRONG,
    WIDTH,
    Block,
    Cell,
    Column,
    Strip,
    Whole,
    cells,
    facts,
    figures,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import labels
from reports.measures import Measures
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import signing, site_frame

_LABEL = 29 * MM
_GROUP = 4


def draw(sheet: StandaloneSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Record(sheet, stamp).pdf()


class Alone:
    """How candidate, consent, places and packages are said on both papers of a standalone exam."""

    def __init__(self, stamp: Stamp, head: AloneHead) -> None:
        self.words, self.common = labels(stamp.edition, "standalone"), labels(stamp.edition, "sheet")
        self.head, self.session = head, session_name(self.common, head.session)

    def at(self, when: datetime) -> str:
        """Of the exam day without its date."""
        return moment(when, self.head.planned_start)

    def facts(self) -> Whole:
        head, common, words = self.head, self.common, self.words
        end = moment(head.planned_end, head.planned_start)
        values = {
            "site": common("site", name=head.site_name, code=head.site_code),
            "subject": head.subject,
            "session": self.session,
            "planned": common("between", start=moment(head.planned_start), end=end),
            "ticket": head.ticket,
            "name": head.name or common("erased"),
            "room": common("room_named", room=head.room, name=head.room_name),
            "seat": head.seat or words("no_seat"),
        }
        return facts([(words(f"facts.{key}"), value) for key, value in values.items()])

    def by(self, one: ConsentLine) -> str:
        if one.by.role == Role.DEPUTY:
            return self.words("by_deputy", name=one.by.name)
        return self.words("by", name=one.by.name, role=self.words("signers.chief"))

    def ground(self, one: ConsentLine) -> str:
        return self.words(f"grounds.{one.ground}")

    def machine(self, one: PackageLine) -> str:
        return one.machine if one.custody == Custody.OURS else self.words("other_system", machine=one.machine)

    def place(self, one: PackageLine) -> str:
        return self.words("place" if one.place else "no_place", room=one.host, place=one.place)

    def left(self, one: PackageLine) -> str:
        left = self.span(one.remaining_seconds)
        return self.words("left_with", left=left, minutes=one.extra_minutes) if one.extra_minutes else left

    def span(self, seconds: int) -> str:
        minutes, seconds = divmod(seconds, 60)
        return self.words("left", hours=minutes // 60, minutes=minutes % 60, seconds=seconds)


def grouped(code: str) -> str:
    """In groups, as two people read it to each other."""
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def wide(label: str, text: str) -> Strip:
    """Label and value over the whole width."""
    return cells([Cell(label, _LABEL, False, STRONG), Cell(text, WIDTH - _LABEL, False)])


class _Record:
    def __init__(self, sheet: StandaloneSheet, stamp: Stamp) -> None:
        self.sheet, self.stamp = sheet, stamp
        self.said = Alone(stamp, sheet.head)
        self.words, self.common = self.said.words, self.said.common
        self.measures = Measures(stamp, sheet.head.planned_start)

    def pdf(self) -> bytes:
        sheet, words = self.sheet, self.words
        head = sheet.head
        number = words("number", site=head.site_code, session=head.session, ticket=head.ticket)
        running = words("running", ticket=head.ticket, session=self.said.session)
        code = payload(self.stamp, head.site_code, head.session, head.room)
        frame = site_frame(head, self.stamp, words("title"), number, running, code)
        causes = self.measures.causes(sheet.causes, words("sections.causes", count=len(sheet.causes)))
        blocks = [self.said.facts(), *self._consents(), causes, *self._packages(), *self._returns(), self._closing()]
        return build(frame, self.stamp, blocks)

    def _consents(self) -> Sequence[Block]:
        widths = {"ground": 0.0, "causes": 19, "by": 33, "means": 13, "given_at": 19, "ratified_at": 19, "told_by": 22}
        columns = [Column(self.words(f"columns.{key}"), width) for key, width in widths.items()]
        lines = self.sheet.consents
        rows = [self._consent(one) for one in lines]
        listed = table(self.words("sections.consents", count=len(rows)), self.common, columns, rows)
        return (listed, Whole([paragraph(self.words("warning"), STRONG)]))

    def _consent(self, one: ConsentLine) -> Sequence[str]:
        words, ratified = self.words, self.words("none")
        if one.by_phone:
            ratified = self.said.at(one.ratified_at) if one.ratified_at else words("not_ratified")
        return (
            self.said.ground(one),
            self.measures.listed(one.causes),
            self.said.by(one),
            words("by_phone" if one.by_phone else "in_person"),
            self.said.at(one.given_at),
            ratified,
            one.told_by,
        )

    # Packages

    def _packages(self) -> Sequence[Block]:
        lines = self.sheet.packages
        title = heading(self.words("sections.packages", count=len(lines)))
        return _listed(title, self.words("no_package"), [self._package(one) for one in lines])

    def _package(self, one: PackageLine) -> Sequence[Strip]:
        words, said = self.words, self.said
        none = words("none")
        values = {
            "machine": said.machine(one),
            "place": said.place(one),
            "watched_by": one.watched_by,
            "medium": one.medium,
            "exported_at": said.at(one.exported_at),
            "left": said.left(one),
            "login_at": said.at(one.login_at) if one.login_at else none,
            "copies": words("comma").join(said.at(at) for at in one.copies) or none,
        }
        given = [words("voucher", minutes=each.minutes, at=said.at(each.at)) for each in one.vouchers]
        key = [wide(words("packages.station"), grouped(one.station))] if one.station else []
        return [
            _titled(words("package", number=one.number, state=self._state(one))),
            *facts([(words(f"packages.{name}"), value) for name, value in values.items()]).strips,
            *([wide(words("packages.vouchers"), words("comma").join(given))] if given else []),
            *key,
            *([wide(words("packages.so_far"), grouped(one.so_far))] if one.so_far else []),
            wide(words("packages.file"), grouped(one.file)),
        ]

    def _state(self, one: PackageLine) -> str:
        words = self.words
        if one.ended == PackageEnd.VOID:
            reason = words(f"void_for.{one.void_for}") if one.void_for else words("states.replaced")
            return words("void", reason=reason)
        return words(f"states.{one.ended or 'out'}")

    # What came back

    def _returns(self) -> Sequence[Block]:
        lines = self.sheet.returns
        title = heading(self.words("sections.returns", count=len(lines)))
        return _listed(title, self.words("no_return"), [self._return(one) for one in lines])

    def _return(self, one: ReturnLine) -> Sequence[Strip]:
        words, at = self.words, self.said.at
        none = words("none")
        answered = words("answered", questions=one.questions, answered=one.answered) if one.told else words("not_told")
        values = {
            "opened_at": at(one.opened_at),
            "closed_at" if one.final else "copied_at": at(one.closed_at),
            "used": self.said.span(one.used_seconds) if one.told else none,
            "answered": answered,
            "at": at(one.at),
            "decided_at": at(one.decided_at) if one.decided_at else none,
        }
        flaws = words("semicolon").join(words(f"flaws.{flaw}") for flaw in one.flaws)
        return [
            _titled(words("return", number=one.number, kind=self._kind(one), state=self._counts(one))),
            *facts([(words(f"returns.{name}"), value) for name, value in values.items()]).strips,
            *([wide(words("returns.flaws"), flaws)] if flaws else []),
            wide(words("returns.file"), grouped(one.file)),
        ]

    def _kind(self, one: ReturnLine) -> str:
        return self.words("final" if one.final else "interim")

    def _counts(self, one: ReturnLine) -> str:
        words = self.words
        if one.counts:
            return words("counts_on", incident=one.incident) if one.incident else words("states.returned")
        if self._waits(one):
            return words("states.undecided")
        return words("states.not_counted" if one.final or one.decided_at else "states.kept")

    def _waits(self, one: ReturnLine) -> bool:
        return bool(one.flaws) and one.decided_at is None

    # Result and signatures

    def _closing(self) -> Block:
        """Who signs has the result under the same eyes."""
        sheet, words = self.sheet, self.words
        numbers = {
            "packages": len(sheet.packages),
            "voids": sum(one.ended == PackageEnd.VOID for one in sheet.packages),
            "copies": sum(len(one.copies) for one in sheet.packages),
            "returns": len(sheet.returns),
            "minutes": sum(max((each.minutes for each in one.vouchers), default=0) for one in sheet.packages),
        }
        by = sheet.consents[-1].by
        first = (words("signers.deputy" if by.role == Role.DEPUTY else "signers.chief"), by.name)
        others = [(words(f"signers.{who}"), "") for who in ("room_admin", "invigilator", "candidate")]
        settled = sheet.answers != Answers.OPEN
        counted = next((one for one in sheet.returns if one.counts), None)
        waiting = sum(self._waits(one) for one in sheet.returns)
        return Whole(
            [
                heading(words("sections.totals")),
                figures([(words(f"counts.{key}"), str(value)) for key, value in numbers.items()]),
                paragraph(self._result(counted), PLAIN if settled else STRONG),
                *([wide(words("returns.file"), grouped(counted.file))] if counted else []),
                *([paragraph(words("undecided", count=waiting), STRONG)] if waiting else []),
                heading(words("sections.signatures")),
                paragraph(words("statement" if counted and counted.final and counted.told else "statement_no_slip")),
                space(5),
                *signing(words, [first, *others]),
            ]
        )

    def _result(self, counted: ReturnLine | None) -> str:
        sheet, words = self.sheet, self.words
        if sheet.answers == Answers.WRITTEN_OFF:
            return words("result_written_off", incident=sheet.incident)
        if counted:
            return words("result_collected", number=counted.number, kind=self._kind(counted))
        others = {Answers.COLLECTED: "result_room", Answers.NEVER_LOGGED_IN: "result_never"}
        return words(others.get(Answers(sheet.answers), "result_open"))


def _titled(text: str) -> Strip:
    return cells([Cell(text, WIDTH, False, STRONG)])


def _listed(title: Strip, nothing: str, found: Sequence[Sequence[Strip]]) -> Sequence[Block]:
    """One block each, the first under the title."""
    if not found:
        return [Whole([title, paragraph(nothing)])]
    first, *others = found
    return [Whole([title, *first]), *(Whole([space(4), *strips]) for strips in others)]
