"""What the tests of the room page share: its people, and short ways to its states."""

from PySide6.QtWidgets import QWidget

from app.core.entry import CheckIn
from app.core.fault import FaultKind, ReportFault
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.terms import PersonId, RoomId, Ticket
from app.views.room_needs import Act
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle
from ui.pages.room import RoomPage
from ui.pages.room_form import StepForm
from ui.shell import PageName
from ui.widgets.parts import Button

SECOND = RoomId("002")
ADMIN = PersonId("A01")


def ticket(seat: int) -> Ticket:
    return Ticket(f"21010000{seat}")


def room(site: Screen, **where: object) -> RoomPage:
    page = site.go(PageName.ROOM, **where)
    assert isinstance(page, RoomPage)
    return page


def document(site: Screen) -> str:
    return site.console.rulebook.id_types.value[0]


def present(site: Screen, seat: int = 1) -> None:
    """Released, and one candidate has come in."""
    site.released()
    site.do(CheckIn(MORNING_SESSION, ticket(seat), document(site), site.clock.moment().at, ADMIN))


def broken(site: Screen, seat: str = "002") -> None:
    now = site.clock.moment().at
    site.do(ReportFault(FaultKind.MACHINE, MORNING_SESSION, ROOM, (seat,), now, ADMIN))


def lost(site: Screen) -> None:
    site.do(OpenIncident(IncidentKind.ANSWERS_LOST, MORNING_SESSION, ROOM, site.clock.moment().at, ADMIN))


def links_of(widget: QWidget) -> list[Button]:
    return [one for one in widget.findChildren(Button) if one.isVisible() and one.property("kind") == "link"]


def act(page: RoomPage, what: Act) -> Button:
    """The button of a step with the seat that was chosen, folded away or not."""
    return page.panel.seat.offers.offers[what].button


def closers(page: RoomPage) -> list[Button]:
    """The ways to close what is open in the room."""
    settle()
    return page.panel.room.links


def opened(page: RoomPage) -> StepForm:
    """The form that is open now."""
    assert page.panel.form is not None
    return page.panel.form


def closed(page: RoomPage) -> bool:
    return page.panel.form is None


def cell(page: RoomPage, seat: str) -> str:
    return str(page.seats.find(seat, None).data())
