"""The pages by name: one module each."""

from __future__ import annotations

from ui.page import Page
from ui.pages.arrangement import ArrangementPage
from ui.pages.authority import AuthorityPage
from ui.pages.candidates import CandidatesPage
from ui.pages.clock import ClockPage
from ui.pages.closing import ClosingPage
from ui.pages.conduct import ConductPage
from ui.pages.delays import DelaysPage
from ui.pages.duty import DutyPage
from ui.pages.exceptions import ExceptionsPage
from ui.pages.faults import FaultsPage
from ui.pages.hardware import HardwarePage
from ui.pages.journal import JournalPage
from ui.pages.overview import OverviewPage
from ui.pages.people import PeoplePage
from ui.pages.readiness import ReadinessPage
from ui.pages.records import RecordsPage
from ui.pages.reports import ReportsPage
from ui.pages.room import RoomPage
from ui.pages.rulebook import RulebookPage
from ui.pages.safekeeping import SafekeepingPage
from ui.pages.settings import SettingsPage
from ui.pages.standalone import StandalonePage
from ui.pages.transfers import TransfersPage
from ui.shell import PageName

PAGES: dict[PageName, type[Page]] = {
    page.name: page
    for page in (
        OverviewPage,
        RoomPage,
        CandidatesPage,
        ReportsPage,
        TransfersPage,
        ArrangementPage,
        AuthorityPage,
        ClosingPage,
        JournalPage,
        PeoplePage,
        RulebookPage,
        ClockPage,
        SettingsPage,
        RecordsPage,
        SafekeepingPage,
        ExceptionsPage,
        FaultsPage,
        ConductPage,
        DelaysPage,
        StandalonePage,
        ReadinessPage,
        HardwarePage,
        DutyPage,
    )
}
