"""How a violation is said: its state, its line in the list, and its facts."""

from __future__ import annotations

from app.core.free_text import TextPart
from app.core.terms import Digest, PersonId
from app.core.violation_state import Evidence, Found, Violation
from app.views.violations import ViolationGap, ViolationRow, ViolationState
from ui.models.cases import CaseLine
from ui.shell import Shell, clock, hour

LOOKS: dict[ViolationState, tuple[str, str]] = {
    ViolationState.RECORDED: ("circle-dashed", "warn"),
    ViolationState.TOLD: ("hourglass", "warn"),
    ViolationState.SIGNED: ("circle-check", "ok"),
    ViolationState.REFUSED: ("user-off", "ok"),
    ViolationState.REMOVED: ("door-enter", "ok"),
    ViolationState.WITHDRAWN: ("ban", "idle"),
    ViolationState.LATER: ("search", "idle"),
}
_DIGITS = 16
"""Signs of a digest that are shown: enough to find it by."""


def pill_of(shell: Shell, row: ViolationRow) -> tuple[str, str, str]:
    icon, tone = LOOKS[row.state]
    return icon, shell.word(row.state), tone


def line_of(shell: Shell, row: ViolationRow) -> CaseLine:
    name = shell.bridge.console.directory.name(row.ticket) if row.ticket else shell.say("conduct-stranger")
    where = shell.say("conduct-where", room=row.room, name=name or shell.say("blank"), ticket=row.ticket or "none")
    kind = shell.word(row.kind)
    then, tone = (lacks(shell, row.missing), "warn") if row.missing else (kind, "text2")
    return CaseLine(row.number, row.number, pill_of(shell, row), where, then, tone)


def lacks(shell: Shell, missing: tuple[ViolationGap, ...]) -> str:
    return shell.say("conduct-lacks", what=missing)


def facts_of(shell: Shell, row: ViolationRow, one: Violation) -> list[tuple[str, str]]:
    """All that is recorded, in the order in which it happens."""
    say, now = shell.say, one.now
    facts = [
        (say("conduct-room"), say("room-name", room=one.room)),
        (say("conduct-happened-at"), clock(now.happened_at)),
        (say("conduct-act"), said(shell, now.text, TextPart.ACT)),
        (say("conduct-handling"), said(shell, now.text, TextPart.HANDLING)),
        (say("conduct-place"), said(shell, now.text, TextPart.PLACE)),
        (say("conduct-person"), said(shell, now.text, TextPart.PERSON)),
        (say("conduct-reminded"), clock(now.reminded_at)),
        (say("conduct-found"), _found(shell, one)),
        (say("conduct-sheet"), now.sheet or say("conduct-sheet-none")),
        (say("conduct-told-at"), clock(one.told_at)),
        (say("conduct-signed-at"), clock(one.signed_at)),
        *_refused(shell, one),
        *_removed(shell, one),
        *_police(shell, one),
        *((say("conduct-evidence-piece"), _piece(shell, piece)) for piece in one.evidence),
        (say("conduct-incident"), one.incident or ""),
        *_corrections(shell, one),
        *_withdrawn(shell, one),
    ]
    return [(name, text) for name, text in facts if text]


def said(shell: Shell, text: Digest, part: TextPart) -> str:
    """ "" where nothing was typed."""
    found = shell.bridge.console.directory.said(text, part)
    return shell.say("conduct-erased") if found is None else found


def _found(shell: Shell, one: Violation) -> str:
    if one.now.found is Found.IN_EXAM and one.now.found_at == one.now.happened_at:
        return shell.word(one.now.found)
    return shell.say("conduct-found-then", how=shell.word(one.now.found), at=one.now.found_at)


def _two(shell: Shell, witnesses: tuple[PersonId, PersonId]) -> tuple[str, str]:
    staff = shell.bridge.console.directory
    return staff.staff_name(witnesses[0]), staff.staff_name(witnesses[1])


def _refused(shell: Shell, one: Violation) -> list[tuple[str, str]]:
    refused = one.refused
    if refused is None:
        return []
    who = shell.say("conduct-refused-then", time=clock(refused.at), people=_two(shell, refused.witnesses))
    return [
        (shell.say("conduct-refused"), who),
        (shell.say("conduct-refusal"), said(shell, refused.text, TextPart.REFUSAL)),
        (shell.say("conduct-damage"), said(shell, refused.text, TextPart.DAMAGE)),
    ]


def _removed(shell: Shell, one: Violation) -> list[tuple[str, str]]:
    removed = one.removed
    if removed is None:
        return []
    then = shell.say(
        "conduct-removed-then",
        time=clock(removed.at),
        people=_two(shell, removed.witnesses),
        roving=shell.bridge.console.directory.staff_name(removed.roving),
        place=removed.place,
    )
    return [(shell.say("conduct-removed"), then)]


def _police(shell: Shell, one: Violation) -> list[tuple[str, str]]:
    police = one.police
    if police is None:
        return []
    parts = (TextPart.STATION, TextPart.OFFICER, TextPart.RECEIPT, TextPart.ITEM)
    told = [text for part in parts if (text := said(shell, police.text, part))]
    between = shell.say("list-separator")
    return [(shell.say("conduct-police-then"), f"{clock(police.at)} {between.join(dict.fromkeys(told))}")]


def _piece(shell: Shell, piece: Evidence) -> str:
    item = said(shell, piece.text, TextPart.ITEM)
    told = shell.say("conduct-piece-line", tag=piece.tag, kind=shell.word(piece.kind), item=item, place=piece.place)
    return f"{told} {piece.digest[:_DIGITS]}".strip()


def _corrections(shell: Shell, one: Violation) -> list[tuple[str, str]]:
    """When and why, and what the version before said that it was."""
    return [
        (
            shell.say("conduct-corrected", count=count),
            shell.say(
                "conduct-corrected-then",
                time=hour(made.at),
                reason=said(shell, made.text, TextPart.REASON),
                basis=said(shell, made.text, TextPart.BASIS),
                act=said(shell, before.text, TextPart.ACT),
                kind=before.kind,
            ),
        )
        for count, (made, before) in enumerate(zip(one.corrections, one.versions, strict=False), 1)
    ]


def _withdrawn(shell: Shell, one: Violation) -> list[tuple[str, str]]:
    if one.withdrawn is None:
        return []
    reason, basis = (said(shell, one.withdrawn.text, part) for part in (TextPart.REASON, TextPart.BASIS))
    then = shell.say("conduct-withdrawn-then", time=clock(one.withdrawn.at), reason=reason, basis=basis)
    return [(shell.say("conduct-withdrawn"), then)]
