"""Returns that are kept at 10:01 and not counted, and what the chief decides at noon."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff
from app.core.operation import Fact
from app.core.standalone_return import DecideReturn, ReturnDecided, ReturnDoubtful, TakeStandaloneReturn
from app.core.standalone_state import PackageEnd, ReturnFlaw
from app.core.terms import Digest, IncidentNo
from tests.builders import A1, LAW, R1, Story, at
from tests.unit.alone_story import BACK, LOST, came_back, comes_back, now, package_of

BACK_AT = now("10:01")
NONE = Digest("")
ANSWERS_GONE = AnswersWrittenOff(LAW, R1, A1, LOST)


def came(asked: TakeStandaloneReturn, *flaws: ReturnFlaw) -> Fact:
    """It was kept at 10:01."""
    plain = came_back(asked.number, asked.file, final=asked.final)
    return replace(
        plain,
        opened_at=asked.opened_at,
        closed_at=asked.closed_at,
        used_seconds=asked.used_seconds,
        open_seconds=asked.open_seconds,
        flaws=flaws,
    )


def doubtful(story: Story, asked: TakeStandaloneReturn, *flaws: ReturnFlaw) -> Story:
    """Refused and kept."""
    fact = came(asked, *flaws)
    return story.when(asked, BACK_AT).refused(ReturnDoubtful(A1, asked.number, flaws), fact).given(fact)


def at_station(opened: str, closed: str, used: int = 2400) -> TakeStandaloneReturn:
    """Both clocks of the station say so."""
    since, until = at(opened), at(closed)
    open_seconds = int((until - since).total_seconds())
    return replace(
        comes_back(), opened_at=since, closed_at=until, used_seconds=min(used, open_seconds), open_seconds=open_seconds
    )


def decides(file: Digest = BACK, incident: IncidentNo | None = None) -> DecideReturn:
    return DecideReturn(LAW, A1, file, incident)


def decided(file: Digest = BACK, incident: IncidentNo | None = None) -> ReturnDecided:
    return ReturnDecided(LAW, R1, A1, file, incident, at("12:00"))


def ends(story: Story) -> list[PackageEnd | None]:
    return [one.ended for one in package_of(story).packages]
