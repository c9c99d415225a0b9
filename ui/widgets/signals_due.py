"""Above the time lines: rooms that have reached the reminder of the time left, and the way to enter it (CLK-12)."""

from __future__ import annotations

from app.views.session_clock import session_clock
from ui.shell import PageName, Place, Shell
from ui.widgets.notice import Notice


class SignalsDue(Notice):
    """Hidden while no room waits; of two live sessions the first that has one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look)
        self._shell = shell
        self._shown: tuple[object, ...] = ()

    def refresh(self) -> None:
        bridge, say = self._shell.bridge, self._shell.say
        clocks = (session_clock(bridge.site, bridge.rulebook, one, bridge.now) for one in bridge.live)
        due = next((one for one in clocks if one.to_remind), None)
        shown = (due.session, due.to_remind) if due else ()
        if shown == self._shown:
            return
        self._shown = shown
        if due is None:
            self.clear()
            return
        place = Place(PageName.CLOCK, due.session)
        go = (say("go-there", page=say(f"page-{PageName.CLOCK}")), lambda: self._shell.go(place))
        self.tell("warn", say("clock-remind-rail", count=len(due.to_remind)), go)
