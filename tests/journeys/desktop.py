"""A screen without anybody before it: an X server in memory, keys and clicks as a person's, and what is seen there."""

from __future__ import annotations

import ctypes
import os
import select
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

Box = tuple[int, int, int, int]
PATIENCE = 40.0
"""Seconds after which what was waited for does not come any more, also on a busy machine."""
_LOOKS_EVERY = 0.05
_KEYS_APART_MS = "4"
_A_LOOK_S = "0.3"
_CLIENT_MESSAGE = 33


def until(happened: Callable[[], object], what: str) -> None:
    """Look again and again; fails naming `what` once patience is over."""
    pause = threading.Event()
    for _ in range(int(PATIENCE / _LOOKS_EVERY)):
        if happened():
            return
        pause.wait(_LOOKS_EVERY)
    raise AssertionError(f"in vain for {PATIENCE:.0f} s: {what}")


class Desktop:
    """There is no window manager: who types must say into which window."""

    def __init__(self, display: str) -> None:
        self.display = display

    @classmethod
    @contextmanager
    def open(cls, width: int, height: int) -> Iterator[Desktop]:
        """On the first free display."""
        told, tells = os.pipe()
        size = f"{width}x{height}x24"
        server = subprocess.Popen(
            # Without -noreset it begins anew whenever the last client has gone, and turns away who comes meanwhile.
            ["Xvfb", "-displayfd", str(tells), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[tells],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tells)
        try:
            with os.fdopen(told) as pipe:
                assert select.select([pipe], [], [], PATIENCE)[0], "Xvfb does not come up"
                number = pipe.readline().strip()
            assert number, f"Xvfb ended with {server.wait(PATIENCE)}"
            yield cls(f":{number}")
        finally:
            server.terminate()
            server.wait(PATIENCE)

    # Hands

    def press(self, *keys: str) -> None:
        """Keys by their X names, one after the other, faster than a hand."""
        self._do("key", "--delay", _KEYS_APART_MS, *keys)

    def press_by_hand(self, *keys: str) -> None:
        """After a moment, as somebody does who looked first."""
        self._do("sleep", _A_LOOK_S, "key", "--delay", _KEYS_APART_MS, *keys)

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y), "click", "1")

    def type_into(self, window: int) -> None:
        self._do("windowfocus", "--sync", str(window))

    def ask_to_close(self, window: int) -> None:
        """As a title bar does it. This xdotool only knows how to destroy a window, so it is said to X directly."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        connection = ctypes.c_void_p(x11.XOpenDisplay(self.display.encode()))
        protocols, delete = (x11.XInternAtom(connection, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        message = _ClientMessage(
            kind=_CLIENT_MESSAGE, sent=1, window=window, message=protocols, format=32, data=(delete, 0, 0, 0, 0)
        )
        x11.XSendEvent(connection, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(connection)

    # Eyes

    def windows(self, process: int) -> list[int]:
        """Those of this process that are shown."""
        found = self._xdotool("search", "--onlyvisible", "--pid", str(process))
        # It also says so by its exit code when there are none.
        return [int(line) for line in found.stdout.split()]

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def share(self, box: Box, *colours: str) -> float:
        """How much of this part of the screen has exactly one of these colours, from 0 to 1."""
        seen = self.picture().crop(box)
        wanted = {tuple(bytes.fromhex(colour.removeprefix("#"))) for colour in colours}
        counted = seen.getcolors(seen.width * seen.height) or []
        return sum(number for number, colour in counted if colour in wanted) / (seen.width * seen.height)

    def colours(self) -> int:
        """How many different ones there are; an empty screen has one."""
        seen = self.picture()
        return len(seen.getcolors(seen.width * seen.height) or [])

    @contextmanager
    def kept_on_failure(self, path: Path) -> Iterator[None]:
        """What was to be seen when a test failed lies at `path` then."""
        try:
            yield
        except BaseException as error:
            self.picture().save(path)
            error.add_note(f"the screen at that moment: {path}")
            raise

    def _do(self, *words: str) -> None:
        self._xdotool(*words).check_returncode()

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"DISPLAY": self.display}
        return subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, and as long as the longest of all events."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 24),
    )
