"""The page for keyboard, mouse and display: its own script in front of as much of a browser as it asks for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQml import QJSEngine

from tests.contract.test_probe_windows import LATER_THAN_ES3, evaluated

BROWSER = (Path(__file__).parent / "page.js").read_text("utf-8")


@pytest.fixture(scope="module")
def page(project: Path, qapp: object) -> str:
    content = (project / "resources/probe/peripherals.html").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return content.decode("utf-8-sig")


def script(page: str) -> str:
    (found,) = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    return str(found)


class Browser:
    """The page, opened."""

    def __init__(self, page: str, *, old: bool) -> None:
        self._engine = QJSEngine()
        ids = re.findall(r'id="([\w-]+)"', page)
        for text in (f"var old = {json.dumps(old)}, ids = {json.dumps(ids)};", BROWSER, script(page)):
            evaluated(self._engine, text)

    def ask(self, text: str) -> Any:
        return evaluated(self._engine, text).toVariant()

    def happens(self, where: str, **event: object) -> bool:
        """Whether the browser is kept from doing what it usually does."""
        return bool(self.ask(f"happens({json.dumps(where)}, {json.dumps(event)})"))


@pytest.fixture(params=[False, True], ids=["now", "then"])
def browser(page: str, request: pytest.FixtureRequest) -> Browser:
    return Browser(page, old=request.param)


def test_every_key_lights_up_and_those_that_were_not_pressed_stay(browser: Browser) -> None:
    codes = [int(code) for code in browser.ask("Object.keys(keys)")]
    assert browser.ask("text('left')") == str(len(codes))
    assert browser.ask("cells().length") == len(codes) + 3
    assert browser.happens("document keydown", keyCode=65)
    assert browser.ask("keys[65].cells[0].className") == "down"
    for code in codes:
        browser.happens("document keyup", keyCode=code)
        browser.happens("document keyup", keyCode=code)
        if code == codes[0]:
            assert browser.ask("cells().filter((one) => one.className === 'done').length") == 1
    assert browser.ask("text('left')") == "0"
    assert browser.ask("cells().every((one) => one.className === 'done')")


def test_keys_of_other_numbers_and_of_none(browser: Browser) -> None:
    browser.happens("document keyup", keyCode=59)
    assert browser.ask("keys[186].done")
    assert not browser.happens("document keydown", keyCode=255)
    assert "255" in browser.ask("text('other')")
    assert not browser.happens("document keydown", keyCode=122)


def test_each_part_of_the_mouse_is_done_by_itself(browser: Browser) -> None:
    browser.happens("m-left mousedown", button=2)
    assert "done" not in browser.ask("byId['m-left'].className")
    browser.happens("m-left mousedown", button=0)
    browser.happens("m-right mouseup", button=2)
    browser.happens("m-double dblclick")
    browser.happens("m-wheel mousewheel", wheelDelta=120)
    assert "done" not in browser.ask("byId['m-wheel'].className")
    browser.happens("m-wheel DOMMouseScroll", detail=3)
    browser.happens("piece mousedown")
    browser.happens("document mousemove", clientX=50, clientY=50)
    browser.happens("document mouseup", clientX=50, clientY=50)
    for one in ("m-left", "m-right", "m-double", "m-wheel", "m-to"):
        assert browser.ask(f"byId['{one}'].className").strip() == "done", one
    assert browser.happens("m-right contextmenu")


def test_six_pictures_and_back(browser: Browser) -> None:
    assert browser.ask("text('size')") == "1024*768"
    browser.happens("start click")
    seen = []
    while browser.ask("byId.cover.style.display") == "block":
        seen.append((browser.ask("byId.cover.style.background"), browser.ask("byId.frame.childNodes.length")))
        browser.happens("cover click")
    assert seen == [
        *((color, 0) for color in ("#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff")),
        ("#ffffff", 193),
    ]
    assert browser.ask("text('seen')")


def test_old_browsers_understand_it_and_it_stands_alone(page: str) -> None:
    plain = re.sub(r"//[^\n]*", "", re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', script(page)))
    assert "function drawKeyboard" in plain
    assert not LATER_THAN_ES3.findall(plain)
    assert not re.findall(r"(?:src|href|url)\s*[=(]", page)
