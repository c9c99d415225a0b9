"""An answering station with a clock that tests set, and the site that makes its packages."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from pyrage import x25519

from app.core.terms import Digest, ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode, Ticket
from app.crypto import codes
from app.crypto.fingerprint import thumbprint
from app.crypto.standalone import voucher
from app.exchange import outbox, standalone, station_request
from app.exchange.agefile import recipient
from app.exchange.paper import Option, Paper, Question, QuestionKind, Section
from app.exchange.signed import Ed25519Key
from app.exchange.standalone import AloneManifest, Content, Keys, Person
from app.machine_clock import BEIJING, Machine
from app.settings import Settings
from app.station.host import Host
from app.station.machine import Station
from app.views.return_slip import ReturnSlip
from ui.station.shell import Tools
from ui.station.window import StationWindow

TICKET, ID_NUMBER, NAME = Ticket("2126010100312"), "210101199003070021", "张㐂吉"
SESSION, EXAM, SITE = SessionId("1-1"), ExamId("2026-lnzj"), SiteCode("210101")
CODE = codes.text(bytes(range(10)))
VOUCHER_KEY = hashlib.sha256(b"voucher").digest()
RARE = "㐂𠮷"
HOST = Host("KS-003-12", "made for tests")
BEGUN = datetime(2026, 6, 19, 9, 0, 0, tzinfo=BEIJING)


def paper(*, calculator: bool = True) -> Paper:
    """Two sections, all four kinds, a text that is longer than the screen, characters that few fonts have."""
    options = tuple(Option(key, f"选项 {key} {RARE}") for key in "ABCD")
    long = "某公司本年度的收入和费用如下。" * 14
    single = [Question(f"s{n}", QuestionKind.SINGLE, f"下列说法正确的是 {n} {RARE}", 15, options) for n in range(1, 9)]
    several = [Question(f"m{n}", QuestionKind.MULTIPLE, long, 20, options) for n in (1, 2)]
    judged = [Question("t1", QuestionKind.TRUE_FALSE, long[:60], 10)]
    written = [Question("w1", QuestionKind.TEXT, long, 200), Question("w2", QuestionKind.TEXT, long[:40], 100)]
    first = Section("第一部分　选择题", (*single, *several, *judged))
    second = Section("第二部分　文字题", tuple(written))
    return Paper(EXAM, SESSION, "中级会计实务", calculator, (first, second))


class StationDesk:
    """`at` is the station's time; the folders are its two places and a stick."""

    def __init__(self, folder: Path, mode: Mode = Mode.PRACTICE) -> None:
        self.folder, self.mode, self.at = folder, mode, BEGUN
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.lock, self.site, self.province, self.rescue = Ed25519Key.generate(), _age(), _age(), _age()
        self.station = self.take_up()

    @property
    def first(self) -> Path:
        return self.folder / "first"

    @property
    def second(self) -> Path:
        return self.folder / "second"

    def take_up(self) -> Station:
        """As a start of the program does."""
        clock = Machine(lambda: self.at, lambda: int((self.at - BEGUN).total_seconds() * 1_000_000_000), "one start")
        self.station = Station.take_up(self.first, self.second, self.mode, clock, HOST)
        return self.station

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)

    def package(
        self,
        number: int = 1,
        *,
        minutes: int = 90,
        closure: int = 30,
        request: bytes | None = None,
        of: Station | None = None,
    ) -> Path:
        """What the console writes on the stick, for this station, for whoever made the request, or `of` another one."""
        station = of or self.station
        asked = station_request.read(request or station.request(), station.mode)
        nonce = hashlib.sha256(f"nonce {number}".encode()).hexdigest()
        content = standalone.seal_content(
            Content(Person(NAME, VOUCHER_KEY.hex()), paper()), Keys(bytes(range(10)), ID_NUMBER), nonce, TICKET
        )
        manifest = AloneManifest(
            mode=self.mode,
            exam=EXAM,
            site=SITE,
            issued_at=self.at.replace(microsecond=0),
            serial=f"A{number}",
            session=SESSION,
            room=RoomId("003"),
            ticket=TICKET,
            number=number,
            seat="12",
            machine=asked.machine,
            station=thumbprint(asked.key),
            subject=paper().title,
            remaining_seconds=minutes * 60,
            closure_seconds=closure * 60,
            nonce=nonce,
            lock_serial=LockSerial("KW-000001"),
            lock=self.lock.public.jwk,
            recipient=str(self.site.to_public()),
            province=str(self.province.to_public()),
            rescue=str(self.rescue.to_public()),
            content=Digest(hashlib.sha256(content).hexdigest()),
        )
        path = self.stick / f"{manifest.package}{standalone.SUFFIX}"
        path.write_bytes(standalone.write(manifest, content, self.lock, recipient(asked.recipient)))
        return path

    def voucher(self, minutes: int, number: int = 1) -> str:
        return voucher(VOUCHER_KEY, f"{TICKET}-{SESSION}-{number}", minutes)


def _age() -> x25519.Identity:
    return x25519.Identity.generate()


def window_of(desk: StationDesk, settings: Settings | None = None) -> StationWindow:
    """Not shown yet."""
    tools = Tools(_draw, outbox.write_bytes)
    return StationWindow(desk.station, settings or Settings(), desk.folder / "settings", tools)


def _draw(slip: ReturnSlip) -> bytes:
    from reports import return_slip  # noqa: PLC0415 - as in the program, whose memory is measured without it

    return return_slip.draw(slip)
