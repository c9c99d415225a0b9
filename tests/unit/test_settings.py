"""What was chosen comes back; what cannot be read is set aside and stops nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app import settings
from app.settings import Settings
from app.trouble import Code, Trouble

CHOSEN = Settings(language="en", theme="dark", idle_minutes=60, stale_minutes=5)
SET_ASIDE = "^WARNING app.settings: settings.json cannot be read and is set aside$"


def test_where_nothing_was_chosen_the_defaults_serve(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings("zh-CN", "light", 5, 30)
    assert not list(tmp_path.iterdir())


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    settings.save(tmp_path / "new", CHOSEN)
    settings.save(tmp_path / "new", CHOSEN)
    assert settings.load(tmp_path / "new") == CHOSEN
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


def test_what_another_release_wrote_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "font": 12}', encoding="utf-8")
    assert settings.load(tmp_path) == Settings(theme="dark")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"theme": "pink"}',
        '{"idle_minutes": 0}',
        '{"idle_minutes": 61}',
        '{"stale_minutes": 4}',
        '{"stale_minutes": 241}',
        '{"theme": "dark", "theme": "light"}',
        '{"x":' + "[" * 9999 + "]" * 9999 + "}",
    ],
)
def test_what_cannot_be_read_is_set_aside(tmp_path: Path, text: str, expect_log: Callable[[str], None]) -> None:
    expect_log(SET_ASIDE)
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path) == Settings()
    assert (tmp_path / "settings.json.unreadable").read_text(encoding="utf-8") == text
    assert settings.load(tmp_path) == Settings()


def test_a_folder_in_its_place_is_set_aside_too(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log(SET_ASIDE)
    (tmp_path / "settings.json").mkdir()
    assert settings.load(tmp_path) == Settings()
    settings.save(tmp_path, CHOSEN)
    assert settings.load(tmp_path) == CHOSEN


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    settings.save(tmp_path, CHOSEN)
    with pytest.raises(Trouble, match=Code.CONTENT_UNFIT.value):
        settings.save(tmp_path, Settings(idle_minutes=0))
    assert settings.load(tmp_path) == CHOSEN


def test_a_folder_that_cannot_be_made_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(Trouble, match=Code.FILE_MISSING.value):
        settings.save(tmp_path / "home", CHOSEN)
