"""F1 finds the manual's section on every part of the screen, and each of those sections exists."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

import dealbuilder.ui
from dealbuilder import paths
from dealbuilder.report.manual import pages
from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.dialogs.settings import SettingsDialog
from dealbuilder.ui.dialogs.versions import VersionsDialog
from dealbuilder.ui.help_places import FIRST, PLACES, place_of
from dealbuilder.ui.study.studying import PANELS


def kinds() -> set[str]:
    """Return the names of all dialogs of the program."""
    for module in pkgutil.walk_packages(dealbuilder.ui.__path__, "dealbuilder.ui."):
        importlib.import_module(module.name)
    found = [*QDialog.__subclasses__()]
    for kind in found:
        found += kind.__subclasses__()
    # A kind that others are made of is never shown itself.
    ours = [kind for kind in found if kind.__module__.startswith("dealbuilder.") and not kind.__subclasses__()]
    return {kind.__name__ for kind in ours}


def manuals(program) -> list[ManualDialog]:
    return [one for one in program.window.findChildren(ManualDialog) if one.isVisible()]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_section_that_f1_opens_exists(language):
    known = {page.id: page for page in pages(paths.resources(), language)}
    for name, (page, place) in {**PLACES, "first": FIRST}.items():
        assert page in known, name
        assert not place or place in known[page].anchors, name


def test_every_dialog_and_every_panel_of_the_study_has_a_section():
    assert not kinds() - PLACES.keys()
    assert not {panel.__name__ for panel in PANELS} - PLACES.keys()


def test_f1_on_a_pane_opens_its_section(program, qtbot):
    program.new()
    desk = program.commands.studio.desk
    program.window.activateWindow()
    desk.focus_catalogue()
    program.commands.do("help_here")
    (manual,) = manuals(program)
    assert manual.page() == "20-desk"
    assert manual.browser.textCursor().selectedText() == "2. The catalogue"
    manual.reject()


def test_f1_in_a_dialog_opens_the_manual_above_it(program, qtbot):
    program.new()
    program.commands.do("versions")
    (dialog,) = [one for one in program.window.findChildren(VersionsDialog) if one.isVisible()]
    dialog.activateWindow()
    program.commands.helping.serve(dialog)
    program.commands.helping.serve(dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(manuals(program)))
    (manual,) = manuals(program)
    assert manual.parentWidget() is dialog
    assert manual.browser.textCursor().selectedText() == "Versions"
    manual.reject()
    dialog.reject()


def test_a_part_without_a_section_of_its_own_opens_that_of_what_is_around_it(program):
    program.new()
    box = QMessageBox(program.window)
    assert place_of(box) == PLACES["Window"]
    settings = SettingsDialog(program.preferences.settings, program.window)
    assert place_of(settings) == PLACES["SettingsDialog"]
    assert place_of(None) == FIRST
    for made in (box, settings):
        made.deleteLater()


def test_the_study_opens_the_section_of_the_panel_in_front(program):
    program.new()
    program.commands.studying.open("holds")
    window = program.commands.studying.window
    assert place_of(window) == PLACES["HoldsPanel"]
    assert place_of(window.list) == PLACES["HoldsPanel"]
    window.show_panel("why")
    assert place_of(window.stop) == PLACES["WhyPanel"]
    program.commands.studying.close()
