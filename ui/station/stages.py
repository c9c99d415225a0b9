"""Which screen stands at which stage, and where a start of the program goes on."""

from __future__ import annotations

from app.station.machine import State, Station
from app.station.packages import by_lock
from ui.station.page import StepPage
from ui.station.register import RegisterPage
from ui.station.shell import Stage, StationShell, Step
from ui.station.take import TakePage
from ui.station.unlock import UnlockPage

_BEGINS = {State.OPEN: Step.UNLOCK, State.TAKEN: Step.TAKE}


def begin(station: Station) -> Stage:
    """A package that was being answered first, then one that waits, then what there is; otherwise the registration.

    Where several site locks signed packages, somebody chooses from the list.
    """
    held = station.held
    locks = by_lock(held)
    found = [one for _, packages in locks for one in packages]
    offered = [one for one in found if len(locks) == 1 or one.state is State.OPEN]
    for state, step in _BEGINS.items():
        for package in offered:
            if package.state is state:
                return Stage(step, package)
    return Stage(Step.TAKE if held else Step.REGISTER)


def page_of(shell: StationShell, stage: Stage) -> StepPage:
    """The screen of this stage, made anew."""
    match stage:
        case Stage(Step.UNLOCK, package) if package is not None:
            return UnlockPage(shell, package)
        case Stage(Step.ANSWER, package, answering, question) if package is not None and answering is not None:
            # Read in when there is a paper: the first screens must not wait for it.
            from ui.station.answer import AnswerPage  # noqa: PLC0415

            return AnswerPage(shell, package, answering, question)
        case Stage(Step.HANDED, package, answering) if package is not None and answering is not None:
            from ui.station.handed import HandedPage  # noqa: PLC0415 - with it the printers

            return HandedPage(shell, package, answering)
        case Stage(Step.TAKE, package):
            return TakePage(shell, package)
        case _:
            return RegisterPage(shell)
