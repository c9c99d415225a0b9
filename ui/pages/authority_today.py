"""A time of day on the day that it is now: what is done to locks and seals belongs to no session."""

from __future__ import annotations

from datetime import date

from ui.widgets.moment import MomentField


class TodayField(MomentField):
    @property
    def _day(self) -> date:
        return self._shell.bridge.now.date()
