"""The way by the city agency (地市级考试机构上传): media given to it, and how far they are there (DAT-06)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.handover import HandOver, next_handover
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.safe_state import CityStep, CityWay
from app.core.site import Site
from app.core.terms import ClauseId, HandoverNo, PersonId
from app.core.upload import BundleMissing, current


class GiveToCity(Operation, frozen=True):
    """Hand media with bundles to the city agency, which uploads them from there: two give, two receive (DAT-06)."""

    hand: HandOver
    backups: tuple[str, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return self.hand.demand(site, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        names = tuple(dict.fromkeys(self.backups))
        if not names:
            return NothingForCity()
        for name in names:
            made = current(site, name)
            if isinstance(made, Refusal):
                return made
            if made.bundled_at is None or made.mismatched:
                return BundleMissing(name)
            if not set(made.media) & set(self.hand.media):
                return NotOnTheseMedia(name)
        facts = self.hand.decide(site, desk)
        if not isinstance(facts, tuple):
            return facts
        return (*facts, BundlesGiven(next_handover(site, desk), names, self.hand.happened_at))


class BundlesGiven(Fact, frozen=True):
    """The city agency has the media with these bundles."""

    handover: HandoverNo
    backups: tuple[str, ...]
    at: datetime

    def apply(self, site: Site) -> None:
        for name in self.backups:
            site.safe.backups[name].city = CityWay(self.handover, {CityStep.GIVEN: self.at})


class NoteCityStep(Operation, frozen=True):
    """Enter what the city agency said of media given to it: arrived there, or uploaded from there (DAT-06)."""

    handover: HandoverNo
    step: CityStep
    happened_at: datetime
    heard_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.heard_by, desk):
            return no
        ways = [one.city for one in site.safe.backups.values() if one.city and one.city.handover == self.handover]
        if not ways or self.step is CityStep.GIVEN:
            return NotGivenToCity(self.handover)
        steps = tuple(CityStep)
        # What was uploaded has arrived, whether or not that was told.
        if steps.index(self.step) <= steps.index(ways[0].step):
            return ()
        since = max(ways[0].steps.values())
        if self.happened_at < since:
            return CityStepTooEarly(self.handover, since)
        return (CityStepTold(self.handover, self.step, self.happened_at, self.heard_by),)


class CityStepTold(Fact, frozen=True):
    """How far the bundles of a hand-over are at the city agency, as it said."""

    handover: HandoverNo
    step: CityStep
    at: datetime
    heard_by: PersonId

    def apply(self, site: Site) -> None:
        for one in site.safe.backups.values():
            if one.city and one.city.handover == self.handover:
                one.city.steps[self.step] = self.at


class NothingForCity(Refusal, frozen=True):
    """Say which sessions the city agency is to upload."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-06")


class NotOnTheseMedia(Refusal, frozen=True):
    """None of the media handed over holds this bundle."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-06")
    name: str


class NotGivenToCity(Refusal, frozen=True):
    """No bundles went to the city agency under this number, or what is told is none of its steps."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-06")
    number: HandoverNo


class CityStepTooEarly(Refusal, frozen=True):
    """It cannot have been before the step that came first."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-06")
    number: HandoverNo
    since: datetime
