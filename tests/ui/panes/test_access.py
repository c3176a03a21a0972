"""Every control can be reached by keyboard, has a name, and fits large text, in both languages."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QAccessible, QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QScrollBar, QWidget

from dealbuilder import paths
from dealbuilder.ui.panes.catalogue import CataloguePane
from dealbuilder.ui.panes.charts import ChartsPane
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from dealbuilder.ui.widgets.spark import Spark
from tests.ui.panes.states import shipped, synthetic

PANES = (CataloguePane, PackagePane, ScoreboardPane, ChartsPane)


@pytest.fixture
def large_text():
    before = QFont(QApplication.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 2)
    QApplication.setFont(font)
    yield
    QApplication.setFont(before)


def state(kind, catalogue, language):
    return synthetic(language) if kind is ChartsPane else shipped(catalogue, language)


def controls(pane):
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or isinstance(widget, QScrollBar):
            continue
        inner = isinstance(widget.parent(), QAbstractScrollArea) and widget.objectName() == "qt_scrollarea_viewport"
        if not inner and not isinstance(widget, QLabel) and widget.objectName() != "qt_spinbox_lineedit":
            yield widget


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", PANES)
def test_every_control_that_takes_the_focus_has_a_name(kind, language, shown, catalogue):
    pane = kind()
    shown(pane, 700, 700)
    pane.show_state(None, state(kind, catalogue, language))
    if kind is PackagePane:
        pane.desk.show_detail(True)
    QApplication.processEvents()
    found = list(controls(pane))
    assert len(found) > 4
    nameless = [w for w in found if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    assert not nameless


@pytest.mark.parametrize("kind", PANES)
def test_large_text_is_laid_out_again_and_no_caption_is_lower_than_its_letters(kind, shown, catalogue, large_text):
    pane = kind()
    shown(pane, 900, 1400)
    pane.show_state(None, state(kind, catalogue, "en"))
    QApplication.processEvents()
    for label in pane.findChildren(QLabel):
        if label.isVisible() and label.text() and label.width() > 0:
            assert label.height() >= label.fontMetrics().ascent(), label.text()


@pytest.mark.parametrize("kind", PANES)
def test_the_font_may_grow_while_the_pane_is_shown(kind, shown, catalogue, qtbot):
    pane = kind()
    shown(pane, 900, 900)
    pane.show_state(None, state(kind, catalogue, "en"))
    before = QFont(QApplication.font())
    captions = [label for label in pane.findChildren(QLabel) if label.isVisible()]
    sizes = [label.font().pointSizeF() for label in captions]
    bigger = QFont(before)
    bigger.setPointSizeF(before.pointSizeF() * 1.5)
    try:
        QApplication.setFont(bigger)
        QApplication.processEvents()
        grown = [label.font().pointSizeF() for label in captions]
        assert all(now == pytest.approx(old * 1.5, rel=0.02) for now, old in zip(grown, sizes, strict=True))
    finally:
        QApplication.setFont(before)


@pytest.mark.parametrize("kind", PANES)
def test_every_pane_repaints_in_the_dark(kind, shown, catalogue):
    pane = kind()
    shown(pane, 700, 700)
    pane.show_state(None, state(kind, catalogue, "zh"))
    before = QApplication.palette()
    dark = QApplication.palette()
    dark.setColor(dark.ColorRole.Window, Qt.GlobalColor.black)
    try:
        QApplication.setPalette(dark)
        QApplication.processEvents()
        assert not pane.grab().isNull()
    finally:
        QApplication.setPalette(before)


def test_painted_charts_are_charts_to_a_screen_reader(shown):
    pane = ScoreboardPane()
    shown(pane)
    pane.show_state(None, synthetic())
    spark = pane.findChildren(Spark)[0]
    told = QAccessible.queryAccessibleInterface(spark)
    assert told.role() == QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == "Supply"


def test_a_level_picker_is_a_slider_with_its_level_in_its_name(shown, catalogue):
    pane = PackagePane()
    shown(pane)
    pane.show_state(None, shipped(catalogue))
    picker = pane.desk.board.row("cn_whitelist").picker
    told = QAccessible.queryAccessibleInterface(picker)
    assert told.role() == QAccessible.Role.Slider
    assert told.text(QAccessible.Text.Name).endswith(": Pilot: 20 of 100")
    assert told.text(QAccessible.Text.Description)


def test_a_picker_leaves_the_wheel_alone_unless_it_has_the_focus(shown, catalogue, qtbot):
    pane = PackagePane()
    intents = shown(pane)
    pane.show_state(None, shipped(catalogue))
    picker = pane.desk.board.row("cn_whitelist").picker
    place, none, plain = QPointF(5, 5), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase

    def turn():
        picker.wheelEvent(QWheelEvent(place, place, QPoint(), QPoint(0, 120), none, plain, phase, False))

    picker.clearFocus()
    turn()
    assert not intents
    picker.setFocus()
    qtbot.waitUntil(picker.hasFocus, timeout=2000)
    turn()
    assert len(intents) == 1


@pytest.fixture
def chinese(qapp):
    translator = QTranslator()
    assert translator.load(str(paths.resources() / "i18n" / "dealbuilder_zh.qm"))
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("kind", PANES)
def test_a_pane_that_is_shown_speaks_chinese_when_the_language_changes(kind, shown, catalogue, chinese, qapp):
    pane = kind()
    shown(pane, 700, 700)
    pane.show_state(None, state(kind, catalogue, "en"))
    names = [w.accessibleName() for w in controls(pane)]
    qapp.installTranslator(chinese)
    QApplication.processEvents()
    pane.show_state(state(kind, catalogue, "en"), state(kind, catalogue, "zh"))
    now = [w.accessibleName() for w in controls(pane)]
    assert now != names
    spoken = [name for name in now if name and not any("\u4e00" <= letter <= "\u9fff" for letter in name)]
    assert len(spoken) <= 1, spoken
