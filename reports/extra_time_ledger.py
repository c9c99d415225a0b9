"""Extra-time ledger of a room: every grant as it was entered, and the sum of each candidate; signed like its record."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.extra_time_sheet import ExtraTimeLedger, GrantLine, PersonLine
from app.views.stamp import Stamp
from reports.blocks import SMALL, STRONG, Block, Column, Whole, facts, figures, heading, paragraph, table
from reports.edition import labels
from reports.measures import Measures
from reports.room_frame import head_facts, room_frame
from reports.sheet import build, moment
from reports.signature_boxes import signatures
from reports.signers import signer_names

_NAMED = 6
"""So many tickets stand in a line; the sums of all stand below."""


def draw(ledger: ExtraTimeLedger, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Ledger(ledger, stamp).pdf()


class _Ledger:
    def __init__(self, ledger: ExtraTimeLedger, stamp: Stamp) -> None:
        self.ledger, self.stamp = ledger, stamp
        self.words, self.common = labels(stamp.edition, "extra_time_ledger"), labels(stamp.edition, "sheet")
        self.room_words = labels(stamp.edition, "room_record")
        self.said = Measures(stamp, ledger.head.planned_start)

    def pdf(self) -> bytes:
        ledger, words = self.ledger, self.words
        frame = room_frame(ledger.head, self.stamp, words, self.common)
        causes = self.said.causes(ledger.causes, words("sections.causes", count=len(ledger.causes)))
        return build(frame, self.stamp, [self._facts(), self._grants(), self._people(), causes, self._closing()])

    def _facts(self) -> Block:
        ledger, words = self.ledger, self.words
        started = moment(ledger.started_at) if ledger.started_at else words("not_started")
        end = words("no_move")
        if ledger.ends_at and ledger.minutes:
            end = words("moved", at=self.said.at(ledger.ends_at), minutes=ledger.minutes)
        values = {
            "started": started,
            "ended": moment(ledger.ended_at) if ledger.ended_at else words("not_ended"),
            "end": end,
        }
        own = [(words(f"facts.{key}"), value) for key, value in values.items()]
        return facts([*head_facts(ledger.head, self.common), *own])

    def _grants(self) -> Block:
        widths = {"number": 17.0, "whom": 0, "minutes": 10, "total": 12, "lost": 18, "cause": 28, "by": 29, "at": 28}
        columns = [Column(self.words(f"columns.{key}"), width) for key, width in widths.items()]
        grants = self.ledger.grants
        struck = [n for n, one in enumerate(grants) if one.taken_back_at]
        rows = [self._grant(one) for one in grants]
        return table(self.words("sections.grants", count=len(rows)), self.common, columns, rows, struck=struck)

    def _grant(self, one: GrantLine) -> Sequence[str]:
        since, until = self.said.at(one.lost_from), self.said.at(one.lost_until)
        entered = self.words("told", at=self.said.at(one.at), by=one.told_by)
        if one.taken_back_at:
            reason = self.words(f"reasons.{one.taken_back_for}")
            entered = self.words("taken_back", at=self.said.at(one.taken_back_at), reason=reason)
        return (
            one.number,
            self._whom(one),
            str(one.minutes),
            str(one.total),
            self.words("lost", since=since, until=until),
            self.words("cause", cause=self.words(f"causes.{one.cause}"), numbers=self.said.listed(one.causes)),
            self._by(one),
            entered,
        )

    def _whom(self, one: GrantLine) -> str:
        words = self.words
        if not one.whole:
            some = "some" if len(one.tickets) <= _NAMED else "many"
            return words(some, count=len(one.tickets), tickets=words("separator").join(one.tickets))
        count = one.people
        here = one.lost_in == self.ledger.head.room
        whole = words("whole" if here else "whole_of", count=count, room=one.lost_in)
        if not one.without:
            return whole
        without = words("separator").join(one.without) if len(one.without) <= _NAMED else words("left_some")
        return words("less", whole=whole, count=len(one.without), tickets=without)

    def _by(self, one: GrantLine) -> str:
        if one.tool:
            return self.words("tool", tool=one.tool)
        by = self.said.words(f"by.{one.tier}")
        if not one.codes:
            return by
        said = self.words("code", by=by, numbers=self.said.listed(one.codes))
        return said if one.verified else self.words("unverified", code=said)

    def _people(self) -> Block:
        widths = {"seat": 13.0, "ticket": 30, "name": 34, "shares": 0, "sum": 16}
        columns = [Column(self.words(f"columns.{key}"), width, key != "shares") for key, width in widths.items()]
        rows = [self._person(one) for one in self.ledger.people]
        return table(self.words("sections.people", count=len(rows)), self.common, columns, rows)

    def _person(self, one: PersonLine) -> Sequence[str]:
        words = self.words
        shares = [
            words("share", number=each.number, minutes=each.minutes, total=each.total)
            if len(one.shares) > 1
            else words("one_share", number=each.number, minutes=each.minutes)
            for each in one.shares
        ]
        return (
            one.seat or words("none"),
            one.ticket,
            one.name or self.common("erased"),
            words("semicolon").join(shares) or words("left_out"),
            str(one.total),
        )

    def _closing(self) -> Block:
        ledger, words = self.ledger, self.words
        values = {
            "grants": len(ledger.grants),
            "taken_back": sum(one.taken_back_at is not None for one in ledger.grants),
            "people": sum(bool(one.shares) for one in ledger.people),
            "most": max((one.total for one in ledger.people), default=0),
            "room": ledger.minutes,
        }
        unverified = any(not one.verified for one in ledger.grants)
        return Whole(
            [
                heading(words("sections.totals")),
                figures([(words(f"counts.{key}"), str(value)) for key, value in values.items()]),
                *([paragraph(self.said.words("unverified_note"), STRONG)] if unverified else []),
                heading(words("sections.signatures")),
                *signatures(signer_names(ledger.signers, self.room_words), self.room_words("signature_time")),
                paragraph(words("statement"), SMALL),
            ]
        )
