"""The rulebook page: every number with its clause, and every clause though no number stands on it."""

from __future__ import annotations

from app.core.terms import ClauseId
from app.rulebooks import Basis, clauses
from app.service.console import Console
from app.views.rulebook import RuleRow, rows
from tests.gui.conftest import OpenScreen
from tests.gui.screen import Screen, texts
from ui.pages.rulebook import Part, RulebookPage
from ui.shell import PageName


def opened(site: Screen, clause: str | None = None) -> RulebookPage:
    page = site.go(PageName.RULEBOOK, clause=ClauseId(clause) if clause else None)
    assert isinstance(page, RulebookPage)
    return page


def test_every_number_and_every_clause_is_listed(site: Screen) -> None:
    page = opened(site)
    assert [line.key for line in page.numbers.lines.lines] == list(rows(site.console.rulebook))
    assert [line.key for line in page.clauses.lines.lines] == list(clauses().rows)
    assert site.console.rulebook.title in texts(page)
    assert site.shell.say("rulebook-signed", edition=1) in texts(page)


def test_our_reading_is_marked_with_a_word(site: Screen) -> None:
    page = opened(site)
    word = site.shell.say("rulebook-basis-reading")
    for line in page.numbers.lines.lines:
        assert isinstance(line.key, RuleRow)
        assert (word in line.cells[-1].text) == line.key.reading


def test_a_refusal_leads_to_the_number_on_its_clause(site: Screen) -> None:
    page = opened(site, "REC-07")
    assert page.part is Part.NUMBERS
    (chosen,) = page.numbers.chosen_keys()
    assert isinstance(chosen, RuleRow)
    assert chosen.clause == "REC-07"
    row, said = clauses().rows[ClauseId("REC-07")], texts(page.detail)
    for passage in (row, *row.also):
        assert passage.quote in said
        assert clauses().documents[passage.document].number in said
    assert row.note in said


def test_a_clause_without_a_number_opens_too(site: Screen) -> None:
    held = {rule.clause for rule in rows(site.console.rulebook)}
    bare = next(clause for clause, row in clauses().rows.items() if clause not in held and row.basis is Basis.DERIVED)
    page = opened(site)
    page.words.setText("nothing of this kind")
    assert not page.clauses.lines.lines
    opened(site, bare)
    assert page.part is Part.CLAUSES
    assert page.clauses.chosen_keys() == (bare,)
    assert clauses().rows[bare].note in texts(page.detail)


def test_clauses_are_found_by_their_words(site: Screen) -> None:
    page = opened(site)
    quote = clauses().rows[ClauseId("LCK-13")].quote
    page.words.setFocus()
    page.words.setText(quote)
    assert [line.key for line in page.clauses.lines.lines] == ["LCK-13"]


def test_before_the_package_it_is_only_a_template(bare_console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(bare_console)
    page = opened(site)
    assert site.shell.say("rulebook-unsigned") in texts(page)
    assert page.minimumSizeHint().width() < 900


def test_what_is_for_internal_use_is_shown_to_whoever_signed_in(site: Screen) -> None:
    catalogue = clauses()
    row = catalogue.rows[ClauseId("LCK-03")]
    assert catalogue.internal(row)
    page = opened(site, "LCK-03")
    assert row.quote not in "".join(texts(page))
    assert site.shell.say("rulebook-internal") in texts(page.detail)
    page.words.setText(row.quote)
    assert "LCK-03" not in [line.key for line in page.clauses.lines.lines]
    page.words.clear()
    site.sign_in()
    opened(site, "LCK-03")
    assert row.quote in "".join(texts(page.detail))
    site.window.nav.leave.emit()
    assert row.quote not in "".join(texts(page.detail))
