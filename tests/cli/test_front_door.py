"""The front door: which roof is entered, and that the other one is not loaded."""

import subprocess
import sys

import pytest

from dealbuilder import __version__
from dealbuilder.__main__ import wants_window


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.deal"],
        ["/tmp/A.DEAL"],
        ["handed.pdf"],
        ["example:essay_full"],
        ["--shot", "a.png", "x.deal"],
        ["--new"],
        ["file:///tmp/a%20deal"],
    ],
)
def test_nothing_or_a_deal_opens_the_workbench(words):
    assert wants_window(words)


@pytest.mark.parametrize("words", [["score", "a.deal"], ["--help"], ["--version"], ["nonsense"], ["examples"]])
def test_a_verb_or_an_option_goes_to_the_command_line(words):
    assert not wants_window(words)


def test_a_verb_wins_over_a_folder_of_the_same_name(tmp_path, monkeypatch):
    (tmp_path / "score").mkdir()
    monkeypatch.chdir(tmp_path)
    assert not wants_window(["score"])


def test_a_file_without_an_ending_opens_in_the_workbench(tmp_path):
    path = tmp_path / "deal"
    path.write_bytes(b"")
    assert wants_window([str(path)])


@pytest.mark.parametrize(("name", "opens"), [("my deal", True), ("Deal2", True), ("score", False), ("deal", False)])
def test_a_file_here_without_an_ending_opens_unless_its_name_could_be_a_verb(name, opens, tmp_path, monkeypatch):
    (tmp_path / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert wants_window([name]) is opens


def test_completion_never_opens_a_window(monkeypatch):
    monkeypatch.setenv("_DEALBUILDER_COMPLETE", "complete_bash")
    assert not wants_window([])


def test_the_command_line_needs_no_display_and_loads_no_qt():
    code = (
        "import sys; from dealbuilder.__main__ import main; code = main(['examples']); "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    bare = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "NUMBA_DISABLE_JIT": "1"}
    ran = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "example:essay_full" in ran.stdout


def test_the_version_is_printed(run):
    assert run("--version").out.strip() == f"dealbuilder {__version__}"


def test_help_lists_every_command(run):
    said = run("--help").out
    for command in (
        "examples", "catalogue", "method", "new", "edit", "check", "score", "report", "export", "clean",
        "backtest", "calibrate", "check-model", "reference", "bench", "doctor", "debrief",
        "kit", "rehearse", "injects", "tables", "merge", "explore", "explain", "accept", "compare", "holds", "practise",
        "sensitivity", "discover", "improve",
    ):  # fmt: skip
        assert f" {command} " in said
