"""The report on a clean copy: shown, copied, saved, and loud if something private is in the copy."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dealbuilder.document.edits import WriteNote
from dealbuilder.document.private import private_in_file
from dealbuilder.ui import dialogues
from dealbuilder.ui.dialogs.cleaned import Cleaned, CleanedDialog
from dealbuilder.ui.intents import Do

MADE = Cleaned(Path("/deals/copy.deal"), ("1 private note.",), ("The title “x”.",))


@pytest.fixture
def dialog(qtbot):
    kept = []

    def make(made: Cleaned = MADE) -> CleanedDialog:
        shown = CleanedDialog(made)
        qtbot.addWidget(shown)
        # pytest-qt holds what it is given only weakly.
        kept.append(shown)
        return shown

    return make


def test_it_says_what_was_left_out_and_what_is_still_in_it(dialog):
    text = dialog().report.toPlainText()
    assert "copy.deal: It was read again" in text
    assert "/deals" not in text
    assert text.index("Left out:") < text.index("- 1 private note.") < text.index("Still in it")


def test_what_is_private_in_the_copy_is_said_first(dialog):
    shown = dialog(Cleaned(MADE.path, MADE.left_out, MADE.kept, ("1 sealed value.",)))
    assert "NOT" in shown.verdict.text()
    assert shown.text().index("Private") < shown.text().index("Left out")


def test_it_can_be_copied_and_saved(dialog, tmp_path):
    shown = dialog()
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == shown.text()
    shown._write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown.text()
    shown._write(tmp_path / "nowhere" / "report.txt")
    assert "report.txt" in shown.status.text()


def test_the_menu_writes_a_copy_reads_it_again_and_reports(program, tmp_path, monkeypatch):
    program.new()
    program.commands.studio.workbench.handle(Do(WriteNote(text="MARKER", private=True)))
    path = tmp_path / "clean.deal"
    monkeypatch.setattr(dialogues, "ask_save", lambda parent, folder, name, kinds, chosen: chosen(path))
    program.commands.do("clean")

    def reports():
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, CleanedDialog) and one.isVisible()]

    program.wait(lambda: bool(reports()))
    (report,) = reports()
    assert "The journal of 1 step " in report.text()
    assert "1 private note." in report.text()
    assert private_in_file(path)[1] == ()
    report.reject()
