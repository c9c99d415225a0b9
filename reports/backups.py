"""Backup list of one session: what each file is, who made it before whom; and a label to cut out for each medium."""

from __future__ import annotations

from collections.abc import Iterator

from app.views.backup_sheet import BackupLine, BackupSheet, CarrierLine
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    STRONG,
    WIDTH,
    Block,
    Cell,
    Column,
    NextPage,
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
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled
from reports.pen import THICK, Pen
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, signing, site_frame

_NAME = 44 * MM
_WIDE, _HIGH = 130 * MM, 44 * MM
_HEAD, _LINE, _SMALL = Face(BOLD, 13), Face(REGULAR, 9.5), Face(REGULAR, 8.5)


def draw(sheet: BackupSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _List(sheet, stamp).pdf()


class _List:
    def __init__(self, sheet: BackupSheet, stamp: Stamp) -> None:
        self.sheet, self.stamp = sheet, stamp
        self.words, self.common = labels(stamp.edition, "backups"), labels(stamp.edition, "sheet")
        self.session = session_name(self.common, sheet.session)

    def pdf(self) -> bytes:
        head, words = self.sheet.head, self.words
        number = words("number", site=head.site_code, session=self.sheet.session)
        running = words("running", session=self.session, subject=self.sheet.subject)
        code = payload(self.stamp, head.site_code, self.sheet.session, NOWHERE)
        frame = site_frame(head, self.stamp, words("title"), number, running, code)
        backups = [self._backup(n, one) for n, one in enumerate(self.sheet.backups, 1)]
        first, *others = (Whole([self._label(one)]) for one in self.sheet.backups)
        title = Whole([heading(words("label.title")), space(4), *first.strips])
        before = [self._facts(), *backups, self._rooms(), self._closing()]
        return build(frame, self.stamp, [*before, NextPage(title), *others])

    def _facts(self) -> Block:
        values = {
            "site": self.common("site", name=self.sheet.head.site_name, code=self.sheet.head.site_code),
            "session": self.session,
            "subject": self.sheet.subject,
            "count": str(len(self.sheet.backups)),
        }
        return facts([(self.words(f"facts.{key}"), value) for key, value in values.items()])

    def _backup(self, number: int, one: BackupLine) -> Block:
        words = self.words
        receipt = words("not_receipted")
        if one.receipted_at:
            receipt = words("receipted", serial=one.receipt, at=moment(one.receipted_at))
        values = {
            "name": one.name,
            "kind": words("kind"),
            "size": words("megabytes", size=one.size),
            "digest": _grouped(one.digest),
            "journal": words("entries", entries=one.entries, head=_grouped(one.head[:16])),
            "made": words("made.by", name=one.made_by, at=moment(one.at)),
            "supervised": one.supervised_by or words("unsupervised"),
            "media": words("lines").join(self._carrier(medium) for medium in one.media) or words("no_medium"),
            "upload": words("lines").join(self._way(one)) or words("not_bundled"),
            "receipt": receipt,
        }
        rows = [
            cells([Cell(words(f"rows.{key}"), _NAME, False, STRONG), Cell(value, WIDTH - _NAME, False)])
            for key, value in values.items()
        ]
        return Whole([heading(words("sections.backup", number=number)), *rows])

    def _carrier(self, one: CarrierLine) -> str:
        words = self.words
        said = [words("carrier", label=one.label, custodian=one.custodian)]
        said += [words("sealed", seal=one.seal)] if one.seal else []
        said += [words("handed_over", number=one.handover)] if one.handover else []
        said += [words("lost", at=moment(one.lost))] if one.lost else []
        return words("carrier_parts").join(said)

    def _way(self, one: BackupLine) -> Iterator[str]:
        """How it went to the centre, step by step; a receipt has a row of its own."""
        words = self.words
        if one.bundled_at:
            yield words("bundled", at=moment(one.bundled_at))
        for attempt in one.attempts:
            said = words("attempt", at=moment(attempt.at), result=words(f"results.{attempt.result}"))
            yield words("attempt_told", said=said, reference=attempt.reference) if attempt.reference else said
        for step in one.city:
            yield words("city", number=step.handover, step=words(f"steps.{step.step}"), at=moment(step.at))
        if one.mismatched:
            yield words("mismatched")

    def _rooms(self) -> Block:
        """Kind R of the whole day: one list, whichever session it is printed for (DAT-08)."""
        words = self.words
        widths = {"room": 16.0, "name": 0, "size": 26, "taken_at": 36, "media": 22, "watched": 18}
        columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
        rows = [
            (
                one.room,
                words("room_backup", name=one.name, source=words(f"sources.{one.source}"), digest=one.digest[:16]),
                words("megabytes", size=one.size),
                moment(one.taken_at),
                words("carrier_parts").join(medium.label for medium in one.media) or words("no_medium"),
                words("watched" if one.supervised else "unsupervised"),
            )
            for one in self.sheet.rooms
        ]
        return table(words("sections.rooms", count=len(rows)), self.common, columns, rows)

    def _closing(self) -> Block:
        words, made = self.words, self.sheet.backups
        counts = {
            "backups": len(made),
            "supervised": sum(bool(one.supervised_by) for one in made),
            "receipted": sum(bool(one.receipt) for one in made),
        }
        makers = dict.fromkeys(one.made_by for one in made)
        watching = dict.fromkeys(one.supervised_by for one in made if one.supervised_by) or {"": None}
        parts = [("maker", name) for name in makers] + [("supervisor", name) for name in watching]
        return Whole(
            [
                heading(words("sections.totals")),
                figures([(words(f"counts.{key}"), str(number)) for key, number in counts.items()]),
                heading(words("sections.signatures")),
                paragraph(words("statement")),
                space(5),
                *signing(words, [(words(f"signers.{part}"), name) for part, name in parts]),
            ]
        )

    def _label(self, one: BackupLine) -> Strip:
        words, head = self.words, self.sheet.head
        watched = one.supervised_by or words("unsupervised")
        lines = (
            (words("label.head", session=self.session, subject=self.sheet.subject), _HEAD, 7),
            (words("label.site", site=head.site_name, exam=head.exam), _LINE, 13),
            (words("label.name", name=one.name), _LINE, 18),
            (
                words("label.size", kind=words("kind"), size=words("megabytes", size=one.size), entries=one.entries),
                _LINE,
                23,
            ),
            (words("label.digest", digest=_grouped(one.digest)), _SMALL, 28),
            (words("label.made", by=words("made.by", name=one.made_by, at=moment(one.at)), watched=watched), _LINE, 33),
            (words("label.medium"), _LINE, 40.5),
        )

        def draw_label(pen: Pen, left: float, top: float, _height: float) -> None:
            pen.box(left, top - _HIGH, _WIDE, _HIGH, THICK)
            for text, face, down in lines:
                said = spelled(text)
                pen.text(left + 4 * MM, top - down * MM, said, fitted(said, face, _WIDE - 8 * MM))

        return Strip(_HIGH + 5 * MM, draw_label)


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
