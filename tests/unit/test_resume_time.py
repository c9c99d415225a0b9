"""Where the day is taken up nobody has confirmed the time: it goes by the last entry, however long the machine ran."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.operation import Refusal
from app.service.clock import SiteClock
from app.service.resume import resume
from app.service.site_time import confirm
from tests.stores import ADMIN, EVE, OFFICER
from tests.unit.mirrors import STICK, mirrored
from tests.unit.test_clock import Hands


@pytest.mark.parametrize("hours", [0, 5])
def test_dat_16_hours_that_the_spare_machine_ran_are_none_of_the_gap(tmp_path: Path, hours: int) -> None:
    first = mirrored(tmp_path)
    first.let_go()
    last = EVE
    hands = Hands(wall=last, up=hours * 3_600_000_000_000, boot="boot-2")
    clock = SiteClock(hands.machine)
    console = resume(first.mirror, tmp_path / "second", first.place.lock(), STICK, clock, lambda _: (ADMIN, OFFICER))
    assert not isinstance(console, Refusal)
    try:
        assert not clock.confirmed
        assert abs(console.site.safe.resumed[-1].at - last) < timedelta(minutes=1)
        # Nor does it stand in the way of the true time.
        assert confirm(console, last + timedelta(minutes=20), clock.moment(), ADMIN, OFFICER, far=True) is None
    finally:
        console.store.close()
