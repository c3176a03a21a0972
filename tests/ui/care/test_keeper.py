"""Crash care in a program of its own: signals, the last word of Qt, what is left of a crash, the leak test."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from dealbuilder.document.edits import WriteNote
from dealbuilder.report.care import shelf
from dealbuilder.report.care.marker import left_over
from dealbuilder.ui.care import looking_back
from dealbuilder.ui.care.guard import Guard
from dealbuilder.ui.care.left_over_dialog import LeftOverDialog
from dealbuilder.ui.care.looking_back import look_back
from dealbuilder.ui.intents import Do

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import signal
import sys
from functools import partial
from pathlib import Path
# A job in the background of a shell ignores it, and so would this.
signal.signal(signal.SIGINT, signal.default_int_handler)
from PySide6.QtCore import QTimer, qFatal
from dealbuilder import paths
state = Path(sys.argv[1])
paths.state_folder = lambda: state
from dealbuilder.report.care.marker import Marker
from dealbuilder.ui.application import Application
from dealbuilder.ui.care.keeper import Keeper, no_display
from dealbuilder.ui.care.messages import Messages
def rescue():
    state.mkdir(exist_ok=True)
    (state / "rescued").write_text("work")
    return str(state / "rescued")
marker = Marker()
messages = Messages(partial(no_display, marker))
messages.install()
marker.begin()
app = Application()
keeper = Keeper(app, messages, marker, unattended=True)
keeper.rescue = rescue
keeper.begin()
def act():
    print("on", flush=True)
    ACT
QTimer.singleShot(0, act)
code = app.exec()
keeper.end()
sys.exit(code)
"""


def start(act: str, state: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PROGRAM.replace("ACT", act), str(state)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_program_asked_to_end_saves_the_work_and_ends_at_once(number, tmp_path):
    state = tmp_path / "state"
    with start("pass", state) as program:
        assert program.stdout
        assert program.stdout.readline() == "on\n"
        program.send_signal(number)
        try:
            _, said = program.communicate(timeout=30)
        finally:
            program.kill()
    assert program.returncode == 128 + number
    assert (state / "rescued").read_text() == "work"
    assert "Traceback" not in said
    assert left_over() == ()


def test_the_last_word_of_qt_is_written_down_and_the_work_saved(tmp_path):
    state = tmp_path / "state"
    with start("qFatal('no more of this')", state) as program:
        program.communicate(timeout=30)
    assert program.returncode == -signal.SIGABRT
    assert (state / "rescued").exists()
    (left,) = left_over()
    assert "Qt fatal: " in left.fault
    assert "Fatal Python error: Aborted" in left.fault


def test_a_fault_where_nobody_answers_ends_the_program_with_three(tmp_path):
    state = tmp_path / "state"
    with start("raise RuntimeError('slot')", state) as program:
        program.communicate(timeout=30)
    assert program.returncode == 3
    assert (state / "rescued").exists()
    assert len(shelf.reports()) == 1
    assert left_over() == ()


def test_after_a_crash_the_report_and_unsaved_work_are_told_in_one_dialog(tmp_path, qtbot, monkeypatch):
    state = tmp_path / "state"
    with start("import faulthandler; faulthandler._sigsegv()", state) as program:
        program.communicate(timeout=30)
    monkeypatch.setattr(looking_back.recovery, "recoverable", lambda: ("one", "two"))
    last = look_back()
    assert last is not None
    assert last.unsaved == 2
    assert "Segmentation fault" in last.report
    assert Path(last.path).read_text(encoding="utf-8") == last.report
    dialog = LeftOverDialog(last.report, last.path, last.unsaved)
    qtbot.addWidget(dialog)
    asked = []
    dialog.recovering.connect(lambda: asked.append(True))
    dialog._recover()
    assert asked == [True]
    assert look_back() is None


def test_after_a_kill_with_nothing_unsaved_nobody_is_troubled(tmp_path):
    with start("import os; os.kill(os.getpid(), 9)", tmp_path / "state") as program:
        program.communicate(timeout=30)
    assert look_back() is None
    assert left_over() == ()


def test_after_a_kill_unsaved_work_is_offered_without_a_report(qtbot):
    dialog = LeftOverDialog("", "", 1)
    qtbot.addWidget(dialog)
    assert dialog.box is None
    assert any("unsaved work" in label.text() for label in dialog.findChildren(QLabel))


def test_no_secret_of_a_deal_stands_in_a_report(program, qtbot, tmp_path, capsys):
    """Title, note, sealed value, file name: planted, then a fault happens in the middle of them all."""
    secrets = [
        f"{half}{tail}" for half, tail in (("Zeph", "yrine"), ("Quo", "kkamole"), ("44", "17.25"), ("Min", "ister9"))
    ]
    title, note, sealed, name = secrets
    program.new()
    workbench = program.commands.studio.workbench
    workbench.handle(Do(WriteNote(measure=None, text=note)))
    assert note in repr(workbench.deal.document)
    guard = Guard(program.commands.studio.papers.rescue, lambda: program.window, tuple, program.window)
    guard.install()
    path = tmp_path / f"{name}.deal"

    def broken(deal: object) -> None:
        raise LookupError(f"{title} {note} at {sealed} in {path}: {deal!r}")

    try:
        try:
            broken(workbench.deal)
        except LookupError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: guard.dialog is not None)
        shown = guard.dialog.box.toPlainText()
        written = shelf.reports()[0].read_text(encoding="utf-8")
        for secret in secrets:
            assert secret not in shown + written + capsys.readouterr().err
        assert "LookupError" in shown
        assert guard.dialog.parentWidget() is program.window
    finally:
        guard.remove()
        guard.dialog.accept()
