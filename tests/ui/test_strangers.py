"""Nothing that a file says is taken for markup on any screen: it stands there letter by letter, and no link opens."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from dealbuilder import paths
from dealbuilder.ui.widgets.appearance import tip
from tests.ui.strangers import EVIL, evil_file, taken_for_markup

SCREENS = (
    "versions", "report", "notes", "rename", "off_menu", "assumptions", "session", "seal", "injects", "propose",
    "agree", "tables", "kit", "rehearse", "about", "study_why", "study_hangs", "study_fails", "study_accepts",
    "study_holds", "study_better", "study_compare",
)  # fmt: skip


def put_away(program) -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()
    for dialog in program.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_no_screen_takes_a_file_s_words_for_markup(program, tmp_path):
    program.commands.open_path(evil_file(tmp_path / "evil.deal"))
    program.scored()
    found = set(taken_for_markup())
    shown = [label for label in program.window.findChildren(QLabel) if "HOSTILE" in label.text()]
    assert shown, "the evil is nowhere on the screen, so this test could not fail"
    for screen in SCREENS:
        program.commands.do(screen)
        QApplication.processEvents()
        found |= {f"{screen}: {one}" for one in taken_for_markup()}
        put_away(program)
    program.commands._room.dialogs.open_sealed(EVIL, program.window)
    found |= {f"sealed: {one}" for one in taken_for_markup()}
    put_away(program)
    program.commands.dialogues._cleaned((tmp_path / "x.deal", (EVIL,), (EVIL,)))
    found |= {f"clean: {one}" for one in taken_for_markup()}
    put_away(program)
    assert not found, "\n".join(sorted(found))


def test_that_a_label_that_guesses_would_be_found(qtbot):
    label = QLabel(EVIL)
    qtbot.addWidget(label)
    label.setToolTip(EVIL)
    assert len(taken_for_markup()) == 2
    label.setToolTip(tip(EVIL))
    assert len(taken_for_markup()) == 1


@pytest.mark.parametrize("word", ["QDesktopServices", "setOpenExternalLinks(True", "QtWebEngine"])
def test_that_no_window_opens_anything_outside_the_program(word):
    pattern = re.compile(re.escape(word))
    sources = (paths.resources().parent / "dealbuilder").rglob("*.py")
    assert not [path.name for path in sources if pattern.search(path.read_text(encoding="utf-8"))]
