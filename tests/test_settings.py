"""Preferences: tolerant to read, whole to write, and never in the way of a start."""

import json

import pytest

from dealbuilder import settings
from dealbuilder.settings import Settings


def test_what_is_saved_comes_back(tmp_path):
    wanted = Settings(language="zh", theme="dark", text_scale=1.5, recent=("/a.deal",), draws=256, author="desk 3")
    settings.save(tmp_path / "new" / "folder", wanted)
    assert settings.load(tmp_path / "new" / "folder") == settings.Loaded(wanted)


def test_without_a_file_the_defaults_hold_without_a_word(tmp_path):
    assert settings.load(tmp_path) == settings.Loaded(Settings())


@pytest.mark.parametrize("text", ["", "{", "[]", "nonsense", '{"a": ' * 3000, "\x00\xff"])
def test_a_broken_file_gives_the_defaults_and_a_sentence(tmp_path, text):
    (tmp_path / settings.FILE).write_bytes(text.encode("latin-1"))
    loaded = settings.load(tmp_path)
    assert loaded.settings == Settings()
    assert len(loaded.notices) == 1
    assert settings.FILE in loaded.notices[0]


def test_a_bad_key_is_skipped_and_the_others_are_kept(tmp_path):
    data = {"theme": "dark", "language": "klingon", "draws": -3, "colour": "green", "text_scale": float("nan")}
    (tmp_path / settings.FILE).write_text(json.dumps(data), encoding="utf-8")
    loaded = settings.load(tmp_path)
    assert loaded.settings == Settings(theme="dark")
    assert sorted(notice.split(": ")[1].split()[0] for notice in loaded.notices) == [
        "colour", "draws", "language", "text_scale",
    ]  # fmt: skip


def test_an_endless_file_is_not_read(tmp_path):
    (tmp_path / settings.FILE).write_text(" " * (settings.SIZE_LIMIT + 1), encoding="utf-8")
    assert "too long" in settings.load(tmp_path).notices[0]


def test_a_failed_save_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    settings.save(tmp_path, Settings(theme="dark"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        settings.save(tmp_path, Settings(theme="light"))
    assert settings.load(tmp_path).settings.theme == "dark"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [settings.FILE]


def test_recent_files_are_newest_first_without_twins_and_bounded():
    known = Settings()
    for number in range(20):
        known = known.with_recent(f"/deals/{number % 15}.deal")
    assert known.recent[0] == "/deals/4.deal"
    assert len(known.recent) == settings.RECENT == len(set(known.recent))
    assert known.last_folder == "/deals"
