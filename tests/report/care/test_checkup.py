"""The doctor: what the program stands on, told without ever failing."""

import json
import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.errors import DealError
from dealbuilder.report.care import shelf
from dealbuilder.report.care.checkup import examine as examining
from dealbuilder.report.care.checkup import machine, screen
from dealbuilder.report.care.checkup.examine import examine
from dealbuilder.report.care.checkup.lines import as_text, asked
from dealbuilder.report.phrases import phrases
from dealbuilder.report.rehearsal.finding import Finding

ANSWER = {
    "platform": "xcb",
    "screens": [{"name": "HDMI-1", "width": 1920, "height": 1080, "scale": 150, "hertz": 60}],
    "families": ["Inter", "Noto Sans SC"],
    "chinese": True,
    "inputs": ["compose", "ibus"],
    "accessible": False,
    "renderer": "Mesa, llvmpipe",
}


def by_id(lines) -> dict[str, Finding]:
    return {one.id: one for one in lines}


@pytest.fixture
def looked(catalogue, monkeypatch):
    monkeypatch.setattr(examining, "_model", lambda known, language: Finding("model", "ok", "model", "-"))

    def look(language="en", answer=ANSWER):
        return by_id(examine(lambda: catalogue, language, ask=lambda _: answer))

    return look


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_has_a_title_and_says_something(looked, language):
    lines = looked(language)
    assert len(lines) == 20
    assert all(one.title and one.found for one in lines.values())
    assert all(one.remedy for one in lines.values() if one.state == "attention")
    assert all(one.state != "fails" for one in lines.values())


def test_screens_and_graphics_are_told_as_qt_said(looked):
    lines = looked()
    assert lines["screen"].found == "xcb: HDMI-1 1920 × 1080 at 150 %, 60 Hz"
    assert "llvmpipe" in lines["graphics"].found
    assert lines["lettering"].state == "ok"


def test_without_a_screen_commands_are_recommended_and_nothing_fails(looked):
    lines = looked(answer={"reason": "it ended with code 1"})
    assert lines["screen"].state == "attention"
    assert "ended with code 1" in lines["screen"].found
    assert "graphics" not in lines


def test_letters_that_are_missing_are_said(looked):
    assert looked(answer=ANSWER | {"chinese": False})["lettering"].state == "attention"


@pytest.mark.parametrize(("method", "state"), [("ibus", "ok"), ("", "ok"), ("fcitx", "attention"), ("xim", "ok")])
def test_an_input_method_without_a_plug_in_is_said(looked, monkeypatch, method, state):
    monkeypatch.setenv("QT_IM_MODULE", method)
    assert looked()["typing"].state == state


def test_a_program_that_asks_qt_lives_on_when_it_dies_hangs_or_is_missing(monkeypatch, tmp_path):
    for act, said in (("import os; os.abort()", "-6"), ("import time; time.sleep(60)", "0 seconds"), (None, "No such")):
        words = [sys.executable, "-c", act] if act else [str(tmp_path / "nothing")]
        monkeypatch.setattr(screen, "command", lambda words=words: words)
        assert said in screen.ask("en", patience=0.4)["reason"]


def test_what_qt_said_before_it_died_is_kept(monkeypatch):
    act = "import sys, os, json; open(sys.argv[2], 'w').write(json.dumps({'platform': 'xcb'})); os.abort()"
    monkeypatch.setattr(screen, "command", lambda: [sys.executable, "-c", act])
    answer = screen.ask("en")
    assert answer["platform"] == "xcb"
    assert "-6" in answer["reason"]


def test_qt_itself_answers_where_it_can_start():
    answer = screen.ask("en")
    assert answer["platform"] == "offscreen"
    assert answer["chinese"]
    assert answer["families"] == ["Inter", "Noto Sans SC"]
    assert answer["screens"]


def test_a_folder_that_cannot_be_written_fails_and_names_the_variable(tmp_path):
    (tmp_path / "file").write_text("")
    found = machine.folder("state", tmp_path / "file" / "below", "en")
    assert found.state == "fails"
    assert "XDG_STATE_HOME" in found.remedy


def test_a_disk_that_is_almost_full_is_said(tmp_path, monkeypatch):
    for free, state in ((10**12, "ok"), (10**8, "attention"), (10**6, "fails")):
        monkeypatch.setattr(machine.shutil, "disk_usage", lambda _, free=free: type("Usage", (), {"free": free}))
        assert machine.folder("cache", tmp_path, "en").state == state


def test_a_clock_before_the_program_was_made_is_said(tmp_path, monkeypatch):
    assert machine.clock("en").state == "ok"
    os.utime(tmp_path, (4e9, 4e9))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    found = machine.clock("en")
    assert found.state == "attention"
    assert "before this program was made" in found.remedy


def test_locks_are_tried_and_leave_nothing(tmp_path, monkeypatch):
    assert machine.locks("en").state == "ok"
    assert not [*(tmp_path / "state" / "locks").iterdir()]
    monkeypatch.setattr(machine, "take", lambda path: None)
    assert machine.locks("en").state == "attention"


def test_reports_of_faults_are_counted():
    assert machine.crashes("en").state == "ok"
    path = shelf.keep("a report", "cli")
    found = machine.crashes("en")
    assert (found.state, str(path) in found.found) == ("attention", True)


def test_a_look_that_raises_is_a_line_without_a_word_of_the_deal():
    secret = "".join(("Zeph", "yrine"))

    def broken():
        raise ValueError(secret)

    def refused():
        raise DealError("It cannot be read.", "Do this.", zh="读不了。", zh_hint="请这样做。")

    assert secret not in asked("clock", broken, "en").found
    assert asked("clock", refused, "zh").found == "读不了。请这样做。"


def test_the_text_to_pass_on_names_neither_home_nor_user(looked):
    line = Finding("state", "ok", "unsaved work", f"{Path.home()}/.local/state", "")
    assert str(Path.home()) not in as_text([line])
    assert as_text([line]).startswith("[ok] unsaved work: ~/")


def test_every_phrase_of_the_doctor_is_used():
    source = "\n".join(path.read_text(encoding="utf-8") for path in Path(machine.__file__).parent.glob("*.py"))
    for key in (name.removeprefix("doctor.") for name in phrases() if name.startswith("doctor.")):
        assert f'"{key.removeprefix("title_").removeprefix("do_")}"' in source or f"doctor.{key}" in source, key


def test_every_library_that_the_project_needs_is_looked_for():
    project = (Path(__file__).resolve().parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    needed = machine_dependencies(project)
    assert needed == {name.lower() for name in machine.LIBRARIES}


def machine_dependencies(text: str) -> set[str]:
    lines = tomllib.loads(text)["project"]["dependencies"]
    return {re.split(r"[=<>]", line)[0].lower() for line in lines}


def test_a_file_of_rubbish_is_no_answer(tmp_path):
    for rubbish in (b"", b"[]", b"\xff", json.dumps("x").encode()):
        (tmp_path / "a").write_bytes(rubbish)
        assert screen._read(tmp_path / "a") == {}
