"""The pages by name: one module each."""

from __future__ import annotations

from ui.page import Page
from ui.pages.overview import OverviewPage
from ui.shell import PageName

PAGES: dict[PageName, type[Page]] = {page.name: page for page in (OverviewPage,)}
