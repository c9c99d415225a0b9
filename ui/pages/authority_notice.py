"""A notice that is asked for again every second, and changes only with what it says."""

from __future__ import annotations

from ui.widgets.notice import Notice


class SteadyNotice(Notice):
    def keep(self, tone: str, sentence: str, note: str = "") -> None:
        """Made anew each time, it would flicker, and be read out each time."""
        if self.isHidden() or self.accessibleName() != sentence:
            self.tell(tone, sentence, note=note)
