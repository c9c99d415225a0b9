"""A stranger at the answering station, with a stick or the keyboard; numbers are those of the review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.exchange import strict
from app.exchange.signed import Ed25519Key
from app.station.answering import Answering, Mistyped
from app.station.two_folders import Place
from app.trouble import Code, Trouble
from tests import papers
from tests.stations import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.station.close()


def test_clk_10_a_station_that_is_ahead_hands_in_too_early(bench: Bench) -> None:
    """3: as seen from the station: nothing there can know better, so the desk has to."""
    bench.hands.at += timedelta(minutes=31)
    assert bench.opened(minutes=60, closure=30).may_hand_in


def stranger_s(bench: Bench, number: int, **package: Any) -> Path:
    """Made by whoever read the station's request off a stick, under a lock of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(papers, "SITE_LOCK", Ed25519Key.generate())
        return bench.file("of-a-stranger.examsite-alone", number, **package)


def test_a_stranger_s_package_does_not_replace_the_site_s(bench: Bench) -> None:
    """20: number 999 under any lock made the real one, and every one to come, "older"."""
    real = bench.taken()
    bench.station.take(stranger_s(bench, 999))
    opened = bench.unlock(real)
    assert isinstance(opened, Answering)
    opened.answer("1", ("A",))
    assert bench.station.held


def test_a_stranger_s_package_does_not_keep_the_site_s_shut(bench: Bench) -> None:
    """20: opened by whoever made it, it was under way for a day."""
    real = bench.taken()
    theirs = bench.station.take(stranger_s(bench, 1, ticket=papers.OTHER, minutes=1440, closure=1440))
    bench.unlock(theirs, papers.OTHER)
    assert isinstance(bench.unlock(real), Answering)


def test_a_forged_count_of_wrong_tries_keeps_nobody_out_for_ever(bench: Bench) -> None:
    """29: whoever may write the folder wrote tries of the far future."""
    bench.taken()
    far = {"boot": bench.hands.boot, "up": 10**30}
    (bench.roots[Place.FIRST] / "tries.json").write_bytes(strict.encode({"unlock": [far] * 5}))
    assert bench.again().unlock_waits <= 60
    bench.hands.run(minutes=1)
    assert isinstance(bench.unlock(), Answering)


def test_what_is_noted_of_a_package_changes_nothing_that_counts(bench: Bench) -> None:
    """The site's signature is proved again before it opens, and answers that stand are not begun anew."""
    opened = bench.opened()
    opened.answer("1", ("A",))
    bench.station.close()
    for root in bench.roots.values():
        path = root / "station.json"
        told = json.loads(path.read_bytes())
        told["packages"][0]["manifest"] |= {"remaining_seconds": 86_400, "closure_seconds": 0}
        told["packages"][0] |= {"n": 0, "opened": False}
        path.write_bytes(strict.encode(told))
    bench.take_up()
    again = bench.unlock()
    assert (again.given("1").chosen, again.remaining(), again.may_hand_in) == (("A",), 3600, False)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "\u202e210105001007", "x" * 100_000, "<b>1</b>"])
def test_odd_signs_in_any_field_of_the_station_are_answered(bench: Bench, text: str) -> None:
    """Whoever is at the station can type or scan what they like; what they typed is told nobody."""
    package = bench.taken()
    if text.endswith(papers.TICKET):
        # What cannot be seen is left out.
        assert isinstance(bench.station.unlock(package, text, papers.CODE, papers.ID_NUMBER), Answering)
    else:
        with pytest.raises(Trouble, match="ticket-wrong") as caught:
            bench.station.unlock(package, text, papers.CODE, papers.ID_NUMBER)
        assert caught.value.facts == {"expected": papers.TICKET}
    assert isinstance(bench.station.unlock(package, papers.TICKET, text, papers.ID_NUMBER), Mistyped)
    with pytest.raises(Trouble, match="unlock-wrong"):
        bench.station.unlock(package, papers.TICKET, papers.CODE, text)
    opened = bench.unlock(package)
    assert isinstance(opened.voucher(text), Mistyped)
    with pytest.raises(Trouble) as caught:
        opened.answer("1", (text,))
    assert caught.value.code is Code.ANSWER_UNFIT
