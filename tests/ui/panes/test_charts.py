"""The charts pane draws what the figures say, in small, large and as a table."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dealbuilder.ui.intents import Copy, ShowSource
from dealbuilder.ui.panes.charts import ChartsPane
from tests.ui.panes.states import synthetic


@pytest.fixture
def pane(shown):
    made = ChartsPane()
    made.intents = shown(made, 1200, 320)
    made.show_state(None, synthetic())
    return made


def test_choosing_a_small_chart_shows_it_large(pane):
    small = pane.multiples.chart("magnets_us")
    QTest.mouseClick(small, Qt.MouseButton.LeftButton)
    assert pane.shown() == "magnets_us"
    assert pane.detail.chart() is small.chart()


def test_small_charts_are_walked_and_chosen_by_keyboard(pane):
    first = pane.multiples.chart(pane.shown())
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = next(chart for chart in pane.multiples._charts.values() if chart.hasFocus())
    assert second is not first
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert pane.shown() == second.objectName()


def test_every_chart_says_in_words_what_it_shows(pane):
    for chart in pane.multiples._charts.values():
        assert chart.accessibleName()
        assert len(chart.accessibleDescription()) > 30


def test_the_read_out_gives_mean_band_and_baseline_of_the_month(pane):
    pane.detail.point(12)
    text = pane.readout.text()
    assert text.startswith("Jul 2026")
    assert text.count("·") >= 2
    QTest.keyClick(pane.detail, Qt.Key.Key_Right)
    assert pane.readout.text().startswith("Aug 2026")


def test_the_items_of_the_large_chart_are_made_once(pane):
    before = list(pane.detail.plot.getPlotItem().items)
    for id in ("magnets_us", "supply", "magnets_us"):
        pane.show_chart(id)
    assert list(pane.detail.plot.getPlotItem().items) == before


def test_the_heat_map_is_switched_by_class_and_stepped_through_by_keyboard(pane):
    pane.show_chart("heat:civil")
    assert pane.heat.isVisible()
    pane.classes["military"].click()
    assert pane.shown() == "heat:military"
    pane.heat.setFocus()
    pane.heat.setCurrentIndex(pane.heat.model().index(0, 0))
    QTest.keyClick(pane.heat, Qt.Key.Key_Right)
    assert pane.heat.currentIndex().column() == 1
    QTest.keyClick(pane.heat, Qt.Key.Key_Return)
    assert pane.intents[-1] == ShowSource("cell", "sm:cars:military")


def test_each_cell_is_read_out_with_material_use_and_unit(pane):
    pane.show_chart("heat:civil")
    said = pane.heat.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Samarium" in said
    assert said.endswith("%") or "none needed" in said


def test_the_table_twin_holds_the_same_months_as_the_chart(pane):
    pane.table_button.setChecked(True)
    assert pane.table.isVisible()
    assert pane.table.rowCount() == 80
    assert pane.table.item(18, 0).text() == "Jul 2025"


def test_copying_gives_a_table_with_title_and_unit(pane):
    pane.show_chart("supply")
    pane.copy.click()
    assert isinstance(pane.intents[-1], Copy)
    lines = pane.intents[-1].text.splitlines()
    assert "(%)" in lines[0]
    assert len(lines) == 82


def test_where_the_numbers_come_from_is_one_press_away(pane):
    pane.source.click()
    assert pane.intents[-1] == ShowSource("series", "supply")


def test_another_language_renames_the_charts(pane):
    pane.show_state(synthetic(), synthetic("zh"))
    assert "年" in pane.detail.chart().ticks[0][1]


def test_the_pane_stands_without_an_evaluation(shown):
    pane = ChartsPane()
    shown(pane)
    state = synthetic(evaluation=None)
    pane.show_state(None, state)
    assert pane.readout.text() == "Charts appear with the first score."
    pane.show_chart("heat:civil")
    pane.copy.click()
    pane.show_state(state, replace(state, evaluation=synthetic().evaluation))
    assert pane.heat.model().rowCount() == 11


def test_figures_are_not_made_while_nobody_sees_them_and_are_there_once_shown(shown):
    pane = ChartsPane()
    shown(pane, 1200, 320)
    pane.hide()
    pane.show_state(None, synthetic())
    assert pane.figure() is None
    pane.show()
    assert pane.figure() is not None
    assert pane.multiples.chart("supply") is not None
