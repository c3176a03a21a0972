"""The window: actions, languages, themes, text size, dropping files."""

from collections import Counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from dealbuilder.ui.actions import ACTIONS
from dealbuilder.ui.theme import shown
from tests.ui.test_workbench import WHITE_LIST, add

SIZES = ((1280, 720), (1440, 900), (1920, 1080))


def test_every_action_that_is_shown_is_answered(program):
    table = program.window.actions_table
    assert {info.id for info in ACTIONS if table[info.id].isVisible()} == set(program.commands._steps)
    assert {info.id for info in ACTIONS if info.menu != "room"} <= set(program.commands._steps)


def test_no_key_stands_for_two_actions():
    keys = Counter(info.shortcut for info in ACTIONS if info.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_needs_a_deal_is_off_without_one(program):
    table = program.window.actions_table
    off = [info.id for info in ACTIONS if info.needs and table[info.id].isEnabled()]
    assert off == []
    program.new()
    assert table["save_as"].isEnabled()


def test_every_control_of_the_window_has_a_name(program):
    program.new()
    add(program, WHITE_LIST)
    program.scored()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
    nameless = [
        widget
        for kind in kinds
        for widget in program.window.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _name(widget)
    ]
    assert nameless == []


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_the_language_changes_while_a_deal_is_open_and_changes_back(program):
    program.new()
    add(program, WHITE_LIST)
    english = program.window.actions_table["save"].text()
    program.commands.do("language")
    assert program.state.language == "zh"
    program.wait(lambda: program.window.actions_table["save"].text() == "保存")
    assert program.window.undo_label.text().startswith("撤销")
    program.commands.do("language")
    program.wait(lambda: program.window.actions_table["save"].text() == english)
    assert program.state.language == "en"


def test_the_language_changes_though_the_menu_bar_was_once_too_narrow_for_its_menus(program):
    bar = program.window.menuBar()
    for width in (90, 1400, 90):
        bar.setFixedWidth(width)
        program.qtbot.wait(20)
        program.commands.do("language")
        program.qtbot.wait(20)
    assert bar.isVisible()


def test_light_turns_dark_and_every_picture_follows(program):
    program.new()
    before = program.window.grab().toImage()
    program.commands.do("theme")
    assert shown().dark
    after = program.window.grab().toImage()
    corner = QPoint(5, program.window.height() // 2)
    assert before.pixelColor(corner).lightness() > 128 > after.pixelColor(corner).lightness()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_fits_the_screens_it_is_made_for(program, size, scale):
    program.preferences.set(text_scale=scale)
    program.new()
    program.window.resize(*size)
    program.qtbot.wait(50)
    assert (program.window.width(), program.window.height()) == size
    for part in (program.commands.studio.desk.header, program.commands.studio.desk.scoreboard):
        right = part.mapTo(program.window, QPoint(part.width(), 0)).x()
        assert right <= program.window.width()
    inside = program.window.findChild(QWidget, "scoreboardInside")
    assert inside.width() <= program.commands.studio.desk.scoreboard.width()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_start_screen_never_scrolls_sideways(program, size, scale):
    program.preferences.set(text_scale=scale)
    program.window.show_start()
    program.window.resize(*size)
    program.qtbot.wait(50)
    assert program.window.start.horizontalScrollBar().maximum() == 0


def test_text_grows_and_shrinks_by_keys_between_its_bounds(program):
    for _ in range(20):
        program.commands.do("larger")
    assert program.preferences.settings.text_scale == 2.0
    program.commands.do("normal")
    assert program.preferences.settings.text_scale == 1.0


def test_steps_of_the_text_size_in_quick_succession_are_laid_out_once_and_whole(program):
    program.new()
    program.window.resize(1440, 900)
    shown_sizes = []
    program.preferences.changed.connect(shown_sizes.append)
    for _ in range(10):
        program.commands.do("larger")
    assert not shown_sizes
    program.window.resize(1280, 720)
    program.qtbot.waitUntil(lambda: bool(shown_sizes))
    program.qtbot.wait(100)
    assert [settings.text_scale for settings in shown_sizes] == [2.0]
    desk = program.commands.studio.desk
    assert desk._tabs.isVisible()
    assert desk.width() == 1280
    program.preferences.changed.disconnect(shown_sizes.append)


def test_a_notice_closes_when_another_language_is_spoken(program):
    program.new()
    program.window.notices.say("Said in English.")
    program.commands.do("language")
    program.qtbot.waitUntil(lambda: not program.window.notices.lines())
    assert not program.window.notices.isVisible()


def test_a_double_click_on_the_name_of_the_deal_asks_for_another(program, monkeypatch):
    program.new()
    header = program.commands.studio.desk.header
    asked = []
    program.window.asked.connect(asked.append)
    monkeypatch.setattr(program.commands.dialogues, "ask_text", lambda *parts: None)
    assert "F2" in header._name.toolTip()
    QTest.mouseDClick(header._name, Qt.MouseButton.LeftButton)
    program.window.asked.disconnect(asked.append)
    assert asked == ["rename"]


def test_large_text_turns_panes_into_tabs_and_normal_text_turns_them_back(program):
    program.new()
    program.window.resize(1440, 900)
    desk = program.commands.studio.desk
    program.preferences.set(text_scale=2.0)
    program.qtbot.wait(50)
    assert desk._tabs.isVisible()
    program.commands.do("focus_package")
    assert desk.package.isVisible()
    program.preferences.set(text_scale=1.0)
    program.qtbot.wait(50)
    assert not desk._tabs.isVisible()
    assert all(pane.isVisible() for pane in (desk.catalogue, desk.package, desk.charts))
    assert desk.catalogue.x() < desk.package.x()


def test_a_file_dropped_on_the_window_is_opened(program, tmp_path):
    dropped = []
    program.window.dropped.disconnect(program.commands.open_path)
    program.window.dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt")), QUrl.fromLocalFile(str(tmp_path / "a.deal"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    program.window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert dropped == [str(tmp_path / "a.deal")]


def test_packages_are_made_copied_named_and_removed_from_the_menu(program):
    program.new()
    add(program, WHITE_LIST)
    program.commands.do("package_duplicate")
    assert len(program.state.document.packages) == 2
    assert program.state.document.package().clause(WHITE_LIST) is not None
    assert program.commands.studio.desk.header.tabs.count() == 2
    program.commands.do("package_previous")
    assert program.state.document.active == program.state.document.packages[0].id
    program.commands.do("package_baseline")
    program.commands.do("package_next")
    program.scored()
    assert program.state.document.baseline == program.state.document.packages[0].id
    program.commands.do("package_clear")
    assert program.state.document.package().clauses == ()
    program.commands.do("package_remove")
    assert len(program.state.document.packages) == 1


def test_switching_everything_again_and_again_breaks_nothing(program):
    program.new()
    add(program, WHITE_LIST)
    for step in range(8):
        program.commands.do(("theme", "larger", "language", "charts")[step % 4])
        program.preferences.set(text_scale=(1.0, 2.0, 1.5)[step % 3])
        program.qtbot.wait(5)
    program.scored()
    assert program.state.document.package().clause(WHITE_LIST) is not None
