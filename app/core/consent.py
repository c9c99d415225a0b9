"""Consent (同意): what somebody outside the site said, by whom, by what means and when (TIM-02, TIM-17)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.cause import began
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.rulebook import Rulebook, Tier
from app.core.site import Site
from app.core.terms import ApplicationNo, ClauseId, Digest, PersonId
from app.core.time_state import Consent, Means, Measure


def consenting(measure: Measure, rulebook: Rulebook) -> tuple[Tier, ...]:
    """Whose consent this rulebook knows: the city's for delays alone, extra time has no city tier (G3)."""
    if rulebook.responsible:
        return (Tier.RESPONSIBLE, Tier.HEAD)
    return (Tier.CITY,) if rulebook.delay_city and measure is Measure.DELAY else ()


class RecordConsent(Operation, frozen=True):
    """Enter a consent to an application. `said_by` is the personal blob with name, office and telephone (J-45)."""

    application: ApplicationNo
    authority: Tier
    means: Means
    said_by: Digest
    given_at: datetime
    told_to: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        asked = site.applications.get(self.application)
        if asked is None:
            return NoSuchApplication(self.application)
        if self.authority not in consenting(asked.measure, desk.rulebook):
            return NotTheirsToAllow(self.application, self.authority)
        if no := untold(self.given_at, self.told_to, desk):
            return no
        happened = began(site, asked.causes)
        if self.given_at < happened:
            return AllowedBeforeCause(self.given_at, happened)
        if any((one.said_by, one.given_at) == (self.said_by, self.given_at) for one in asked.consents):
            return ()
        return (
            ConsentGiven(
                self.application, self.authority, self.means, self.said_by, self.given_at, desk.now, self.told_to
            ),
        )


class ConsentGiven(Fact, frozen=True):
    """Somebody outside agreed."""

    application: ApplicationNo
    authority: Tier
    means: Means
    said_by: Digest
    given_at: datetime
    at: datetime
    told_to: PersonId

    def apply(self, site: Site) -> None:
        site.blobs.add(self.said_by)
        given = Consent(self.authority, self.means, self.said_by, self.given_at, self.at, self.told_to)
        site.applications[self.application].consents.append(given)


class NoSuchApplication(Refusal, frozen=True):
    """Nothing was applied for under this number."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-05")
    number: ApplicationNo


class SpeakerUnfit(Refusal, frozen=True):
    """Name and office are needed, each as a short line; `part` says which of the three is not one."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-02")
    part: str
    most: int


class NotTheirsToAllow(Refusal, frozen=True):
    """Their consent allows nothing here: the rulebook names somebody else."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-02")
    application: ApplicationNo
    authority: Tier


class AllowedBeforeCause(Refusal, frozen=True):
    """Nobody agreed to it before it happened."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-05")
    given_at: datetime
    happened_at: datetime
