"""Slip that goes with a standalone package: who, which package and machine, what to compare; never its unlock code."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.standalone_state import Custody
from app.views.stamp import Stamp
from app.views.standalone_sheet import StandaloneSlip
from reports.blocks import MM, STRONG, WIDTH, Block, Strip, Whole, by_hand, facts, heading, paragraph, space
from reports.edition import labels
from reports.fonts import BOLD, Face
from reports.pen import Pen
from reports.sheet import build, payload
from reports.signature_boxes import signatures
from reports.site_frame import site_frame
from reports.standalone import Alone, grouped, wide

FINGERPRINT = Face(BOLD, 16)
_GROUPS = 6
"""On a line."""


def draw(slip: StandaloneSlip, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Slip(slip, stamp).pdf()


class _Slip:
    def __init__(self, slip: StandaloneSlip, stamp: Stamp) -> None:
        self.slip, self.stamp = slip, stamp
        self.said = Alone(stamp, slip.head)
        self.words = labels(stamp.edition, "standalone_slip")

    def pdf(self) -> bytes:
        head, words = self.slip.head, self.words
        package = f"{head.ticket}-{head.session}-{self.slip.package.number}"
        number, running = words("number", package=package), words("running", package=package)
        code = payload(self.stamp, head.site_code, head.session, head.room)
        frame = site_frame(head, self.stamp, words("title"), number, running, code)
        return build(frame, self.stamp, [self.said.facts(), self._package(package), self._compare(), self._closing()])

    @property
    def _ours(self) -> bool:
        return self.slip.package.custody == Custody.OURS

    def _package(self, package: str) -> Block:
        one, said, words = self.slip.package, self.said, self.words
        consent = self.slip.consent
        means = said.words("by_phone" if consent.by_phone else "in_person")
        values = {
            "package": words("file", package=package) if self._ours else package,
            "medium": one.medium,
            "machine": said.machine(one),
            "place": said.place(one),
            "watched_by": one.watched_by,
            "exported_at": said.at(one.exported_at),
            "left": said.left(one),
            "until": words("until", at=said.at(self.slip.until)),
        }
        pairs = facts([(words(f"facts.{key}"), value) for key, value in values.items()])
        agreed = words("consent", by=said.by(consent), means=means, at=said.at(consent.given_at))
        return Whole(
            [
                heading(words("sections.package")),
                *pairs.strips,
                wide(words("facts.ground"), said.ground(consent)),
                wide(words("facts.consent"), agreed),
                wide(words("digest"), grouped(one.file)),
                *([wide(words("station"), grouped(one.station))] if self._ours else []),
                paragraph(words("warning"), STRONG),
            ]
        )

    def _compare(self) -> Block:
        words = self.words
        title = heading(words("sections.compare"))
        if not self._ours:
            lines = [paragraph(words(f"compare.{key}")) for key in ("machine", "candidate")]
            return Whole([title, *lines, paragraph(words("other"), STRONG)])
        lines = [paragraph(words(f"compare.{key}")) for key in ("machine", "candidate", "clock", "lock")]
        return Whole([title, *lines, *_large(self.slip.lock), paragraph(words("no_code"), STRONG)])

    def _closing(self) -> Block:
        words = self.words
        return Whole(
            [
                heading(words("sections.steps")),
                by_hand(words("hand" if self._ours else "hand_other"), 9 * MM),
                by_hand(words("remarks"), 12 * MM),
                heading(words("sections.signatures")),
                paragraph(words("statement" if self._ours else "statement_other")),
                space(4),
                *signatures(
                    [words(f"signers.{who}") for who in ("invigilator", "room_admin")], words("signature_time")
                ),
            ]
        )


def _large(code: str) -> Sequence[Strip]:
    """To be read aloud, group by group, as on the screen."""
    groups = grouped(code).split()
    return [_line(groups[start : start + _GROUPS]) for start in range(0, len(groups), _GROUPS)]


def _line(groups: Sequence[str]) -> Strip:
    def draw_line(pen: Pen, left: float, top: float, height: float) -> None:
        for place, group in enumerate(groups):
            pen.text(left + place * WIDTH / _GROUPS, top - height + 6, group, FINGERPRINT)

    return Strip(9 * MM, draw_line)
