"""The board of the session that is shown, as pages of rooms need it."""

from __future__ import annotations

from app.views.board import Board, board
from ui.bridge import Bridge


def board_now(bridge: Bridge) -> Board | None:
    """None before there is a session with rooms."""
    session = bridge.session
    if session is None:
        return None
    return board(
        bridge.site,
        bridge.rulebook,
        session,
        bridge.live,
        bridge.now,
        bridge.console.actual.heard,
        bridge.settings.stale_minutes,
    )
