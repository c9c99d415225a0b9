"""The province makes codes from its master, the site has only roots: 10,000 right ones hold, and no wrong one does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import pytest

from app.core.code_entry import CodeEntered, CodeMistyped, CodeNotForThis, EnterCode
from app.core.directory import Roots
from app.core.fault import FaultKind, FaultReported
from app.core.operation import Decision, Desk, Refused
from app.core.rulebook import Tier
from app.core.site import Site
from app.core.terms import ApplicationNo, CauseNo, FaultNo, RoomId, SessionId, Ticket
from app.core.time_state import Application, Measure
from app.crypto.codes import LONGEST, SIZE, Purpose, Subject, code, links, root, text
from tests.builders import GUIDE, LAW, PEOPLE, TAX, Story, at, desk

PROVINCES = 42
"""Masters; each reads out a code for every minute, for one subject of each purpose."""
ASKED, CUT = ApplicationNo("AS-001"), FaultNo("AF-001")
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Given:
    """One master, one subject, and the application on which its codes are entered."""

    master: bytes
    subject: Subject
    site: Site
    desk: Desk

    def entered(self, typed: str) -> Decision:
        """What the site says; it is asked only and keeps nothing."""
        of = self.subject
        return EnterCode(ASKED, of.purpose, of.subject, typed, at("8:55"), GUIDE).decide(self.site, self.desk)


def application(purpose: Purpose, session: SessionId, subject: str) -> Application:
    """Any code for it is enough: one minute was asked for."""
    measure = Measure.DELAY if purpose in (Purpose.DELAY, Purpose.DELAY_SITE) else Measure.EXTRA_TIME
    rooms = (RoomId("001"),) if purpose in (Purpose.DELAY_SITE, Purpose.EXTRA_TIME) else (RoomId(subject),)
    tickets = (Ticket(subject),) if purpose is Purpose.EXTRA_TIME else ()
    cause = (CauseNo(CUT),)
    return Application(ASKED, measure, session, rooms, tickets, 1, Tier.PROVINCE, cause, at("8:40"))


def packaged(master: bytes, only: Subject) -> Roots:
    """As the package brings it: the root, and nothing that it was made from."""
    roots = {(str(only.purpose), only.session, only.subject): root(master, only)}
    return lambda *of: roots[of]


def provinces(purpose: Purpose, dice: Random) -> Iterator[Given]:
    for _ in range(PROVINCES):
        master, session = dice.randbytes(32), dice.choice((LAW, TAX))
        whom = {
            Purpose.DELAY_SITE: "*",
            Purpose.EXTRA_TIME: f"{dice.randrange(10**12):012}",
        }.get(purpose, f"{dice.randrange(1, 1000):03}")
        site = Story("started").given(FaultReported(CUT, FaultKind.POWER, None, None, (), at("8:20"), GUIDE)).site
        site.applications[ASKED] = application(purpose, session, whom)
        assert site.package
        subject = Subject(purpose, site.package.exam.id, site.code, session, whom)
        people = replace(PEOPLE, root=packaged(master, subject))
        yield Given(master, subject, site, replace(desk(now=at("9:00")), directory=people))


@pytest.mark.parametrize("purpose", Purpose)
def test_every_code_of_the_province_holds_at_the_site_for_its_minutes(purpose: Purpose) -> None:
    heard = 0
    for one in provinces(purpose, Random(f"right {purpose}")):
        for minutes in range(1, LONGEST + 1):
            decision = one.entered(code(one.master, one.subject, minutes))
            assert isinstance(decision, tuple)
            (fact,) = decision
            assert isinstance(fact, CodeEntered)
            assert (fact.purpose, fact.subject, fact.minutes, fact.verified) == (
                purpose,
                one.subject.subject,
                minutes,
                True,
            )
            heard += 1
    assert heard * len(Purpose) >= 10_000


def wrong(one: Given, dice: Random) -> Iterator[str]:
    """For every minute something that is no code for this: strangers' codes, any bytes, and slips of the tongue."""
    of, said = one.subject, dice.randrange(1, LONGEST + 1)
    room = Purpose.EXTRA_TIME_ROOM if of.purpose is Purpose.DELAY else Purpose.DELAY
    strangers = (
        replace(of, purpose=room),
        replace(of, session="2-1"),
        replace(of, exam="another"),
        replace(of, site="2102"),
        replace(of, purpose=room, subject="999"),
    )
    for minutes in range(1, LONGEST + 1):
        right = links(one.master, of)[minutes]
        match minutes % 9:
            case 0:
                yield text(dice.randbytes(SIZE))
            case 1:
                yield text(links(one.master, of)[0])
            case 2:
                flipped = int.from_bytes(right, "big") ^ 1 << dice.randrange(8 * SIZE)
                yield text(flipped.to_bytes(SIZE, "big"))
            case 3:
                yield code(dice.randbytes(32), of, said)
            case 4 | 5:
                yield code(one.master, dice.choice(strangers), minutes)
            case 6:
                typed = text(right).replace("-", "")
                place = dice.randrange(len(typed))
                yield typed[:place] + dice.choice(SIGNS.replace(typed[place], "")) + typed[place + 1 :]
            case 7:
                groups = text(right).split("-")
                yield "-".join((*groups[1:], groups[0]))
            case _:
                yield text(right)[: -dice.randrange(1, 24)]


@pytest.mark.parametrize("purpose", Purpose)
def test_no_wrong_code_holds(purpose: Purpose) -> None:
    dice = Random(f"wrong {purpose}")
    tried = refused_as_typed = 0
    for one in provinces(purpose, dice):
        for typed in wrong(one, dice):
            decision = one.entered(typed)
            assert isinstance(decision, Refused)
            assert isinstance(decision.refusal, CodeMistyped | CodeNotForThis), typed
            tried += 1
            refused_as_typed += isinstance(decision.refusal, CodeNotForThis)
    assert tried * len(Purpose) >= 10_000
    assert tried / 2 < refused_as_typed < tried, "most are typed as they should be, and belong to somebody else"
