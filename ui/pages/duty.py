"""Skeleton; the page's maker replaces it."""

from __future__ import annotations

from ui.page import Page
from ui.shell import PageName, Shell


class DutyPage(Page):
    name = PageName.DUTY

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
