"""Help > About this computer, and the whole program run once with a fault in it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from dealbuilder.report.care.checkup import examine as examining
from dealbuilder.report.rehearsal.finding import Finding
from dealbuilder.ui.care import computer
from dealbuilder.ui.care.computer import ComputerDialog

ROOT = Path(__file__).resolve().parents[3]


def test_the_lines_of_the_doctor_stand_in_the_window_and_are_copied_as_text(program, qtbot, monkeypatch):
    monkeypatch.setattr(examining, "_model", lambda known, language: Finding("model", "ok", "model", "-"))
    monkeypatch.setattr(examining.screen, "ask", lambda language: {})
    monkeypatch.setattr(
        computer, "examine", lambda known, language, tick: examining.examine(known, language, tick, lambda _: {})
    )
    program.commands.do("computer")
    (dialog,) = program.window.findChildren(ComputerDialog)
    program.wait(dialog.copy.isEnabled)
    assert dialog.table.rowCount() >= 15
    dialog._copy()
    assert "[ok] catalogue: " in QGuiApplication.clipboard().text()
    assert str(Path.home()) not in QGuiApplication.clipboard().text()
    dialog.reject()


def test_what_fails_is_said_above_the_lines(qtbot):
    dialog = ComputerDialog()
    qtbot.addWidget(dialog)
    dialog.show_lines((Finding("state", "fails", "unsaved work", "cannot be written", "Move it."),))
    assert "does not work" in dialog.said.text()
    assert dialog.table.item(0, 2).text() == "cannot be written\nMove it."


WHOLE = """
import os, sys, signal
from pathlib import Path
from PySide6.QtCore import QTimer
from dealbuilder import app, paths
state = Path(sys.argv[1])
paths.state_folder = lambda: state
paths.config_folder = lambda: state / "config"
class Program(app.Program):
    def run(self):
        ACT
        return super().run()
app.Program = Program
sys.exit(app.main([]))
"""


@pytest.mark.parametrize(
    ("act", "code", "said"),
    [
        ("QTimer.singleShot(50, lambda: os.kill(os.getpid(), signal.SIGTERM))", 128 + signal.SIGTERM, ""),
        ("app.CrashDialog = None; raise RuntimeError('before the window')", 3, "RuntimeError: before the window"),
    ],
)
def test_the_whole_program_ends_in_order(act, code, said, tmp_path):
    state = tmp_path / "state"
    # Nobody is there to close the dialog of a fault before the window: it closes itself.
    quiet = "import dealbuilder.ui.care.keeper as k; k.CrashDialog.exec = lambda self: 0; "
    words = [sys.executable, "-c", quiet + WHOLE.replace("ACT", act), str(state)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == code, ran.stderr
    assert said in ran.stderr
    assert not [*state.glob("crashes/run-*")]
    assert len([*state.glob("crashes/start-*")]) == (1 if said else 0)
