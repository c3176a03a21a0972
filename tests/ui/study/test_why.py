"""The panel on who earned it: one answer for every score, four ways to tell it, doors to clauses and to more runs."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from dealbuilder.analysis.credit import BUDGET
from dealbuilder.document.edits import AddClause
from dealbuilder.model.package import Clause
from dealbuilder.report.figure import Waterfall
from dealbuilder.report.study.why_figures import VIEWS
from dealbuilder.ui.intents import Do, FocusClause, ShowMethod, ShowStudy
from dealbuilder.ui.study.panels.why import MORE, WhyPanel
from dealbuilder.ui.study.studying import Studying
from tests.ui.conftest import Desk

CLAUSES = ("cn_whitelist", "us_standstill", "cn_standstill")


def opened(program: Desk, clauses: tuple[str, ...] = CLAUSES) -> tuple[Studying, WhyPanel]:
    """Return the study at the panel, with its answer for a package of these measures at their last levels."""
    program.new()
    for measure in clauses:
        level = program.state.catalogue.measure_by_id[measure].levels[-1].id
        program.commands.studio.workbench.handle(
            Do(AddClause(package=program.state.document.active, clause=Clause(measure=measure, level=level)))
        )
    study = program.commands.studying
    study.open("why")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, WhyPanel)
    if clauses:
        program.wait(lambda: panel.figure.figure() is not None and panel.table.rowCount() == len(clauses) + 1)
    return study, panel


def column(panel: WhyPanel, place: int) -> list[str]:
    return [panel.table.item(row, place).text() for row in range(panel.table.rowCount())]


def test_every_clause_has_a_bar_and_a_row_and_they_agree(program: Desk) -> None:
    study, panel = opened(program)
    figure = panel.figure.figure()
    assert isinstance(figure, Waterfall)
    titles = {program.state.catalogue.measure_by_id[id].title.en for id in CLAUSES}
    assert {step.label for step in figure.steps} == titles == set(column(panel, 0)[:-1])
    assert [step.text for step in figure.steps] == column(panel, 1)[:-1]
    shown = program.state.evaluation.score("supply_restored")
    assert sum(step.value for step in figure.steps) == pytest.approx(shown.mean - shown.baseline, abs=1e-9)
    assert panel.lead.text().startswith("Supply restored goes from")
    study.close()


def test_another_score_and_another_way_to_tell_need_no_more_work(program: Desk) -> None:
    study, panel = opened(program)
    answer = panel._answer
    for view in VIEWS:
        panel.choice.views[view].click()
        assert isinstance(panel.figure.figure(), Waterfall)
        assert panel.aside.text()
    panel.choice.views["credit"].click()
    panel.turn("leadership_cost")
    assert panel.figure.figure().title.endswith("Technology-leadership cost")
    assert panel._answer is answer
    study.close()


def test_a_score_is_found_by_a_part_of_its_name(program: Desk) -> None:
    study, panel = opened(program)
    edit = panel.choice.indicators.lineEdit()
    edit.setText("supply restored, month 60")
    edit.editingFinished.emit()
    if panel.choice.indicator() == "supply_restored":
        label = program.state.catalogue.indicator_by_id["alive_60"].label.en
        edit.setText(label.upper())
        edit.editingFinished.emit()
        assert panel.choice.indicator() == "alive_60"
    edit.setText("no such score")
    edit.editingFinished.emit()
    assert edit.text() == panel.choice.indicators.currentText()
    ids = [panel.choice.indicators.itemData(place) for place in range(panel.choice.indicators.count())]
    assert ids[:2] == ["supply_restored", "leadership_cost"]
    assert "median_life" not in ids
    study.close()


def test_a_click_on_a_clause_brings_it_into_view_and_one_on_the_sum_does_nothing(program: Desk) -> None:
    study, panel = opened(program)
    asked: list[object] = []
    panel.intent.connect(asked.append)
    panel.table.cellClicked.emit(0, 1)
    panel.table.cellClicked.emit(len(CLAUSES), 1)
    (focus,) = asked
    assert isinstance(focus, FocusClause)
    assert program.state.catalogue.measure_by_id[focus.measure].title.en == column(panel, 0)[0]
    panel.method.click()
    assert isinstance(asked[-1], ShowMethod)
    study.close()


def test_the_study_turns_to_a_score_and_to_a_clause(program: Desk) -> None:
    study, panel = opened(program)
    program.commands.studio.workbench.handle(ShowStudy("why", "alive_60"))
    assert panel.choice.indicator() == "alive_60"
    program.commands.studio.workbench.handle(ShowStudy("why", "us_standstill"))
    title = program.state.catalogue.measure_by_id["us_standstill"].title.en
    assert column(panel, 0)[panel.table.currentRow()] == title
    study.close()


def test_more_runs_are_asked_for_with_a_button_where_they_help(program: Desk) -> None:
    study, panel = opened(program)
    assert not panel.more.isVisible()  # every draw of this deal was run
    asked: list[None] = []
    panel.wanted.connect(lambda: asked.append(None))
    panel.more.click()
    assert panel.choices() == BUDGET * MORE
    assert asked == [None]
    program.wait(lambda: not program.commands.studio.around.runner.busy("study"))
    study.close()


def test_an_empty_package_is_told_what_to_do(program: Desk) -> None:
    study, panel = opened(program, ())
    assert "has no clause yet" in study.window.missing.text()
    assert not panel.figure.isVisible()
    study.close()


def test_one_clause_has_no_pairs(program: Desk) -> None:
    study, panel = opened(program, CLAUSES[:1])
    assert not panel.pairs.isVisible()
    assert not panel.pairs_head.isVisible()
    assert not panel.no_pair.isVisible()
    study.close()


def test_a_score_that_is_not_defined_is_said_to_be_so(program: Desk) -> None:
    study, panel = opened(program)
    told = panel._answer
    object.__setattr__(told, "indicators", tuple("x" if id == "gap_closed" else id for id in told.indicators))
    panel.choice.choose("gap_closed")
    panel._show()
    assert "not defined" in panel.lead.text()
    assert not panel.table.isVisible()
    panel.turn("supply_restored")
    assert panel.table.isVisible()
    study.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tables_are_as_high_as_their_rows_at_any_text_size(program: Desk, qapp: QApplication, scale: float) -> None:
    program.preferences.set(text_scale=scale)
    study, panel = opened(program)
    qapp.processEvents()
    for shown in (panel.table, panel.pairs):
        if shown.isVisible():
            rows = sum(shown.rowHeight(row) for row in range(shown.rowCount()))
            assert shown.viewport().height() >= rows
    study.close()


def test_the_language_of_the_screen_reaches_every_word(program: Desk) -> None:
    study, panel = opened(program)
    program.preferences.set(language="zh")
    program.wait(lambda: "供应" in panel.lead.text())
    assert panel.choice.indicators.itemText(0) == program.state.catalogue.indicator_by_id["supply_restored"].label.zh
    assert np.all([any(char >= "\u2e80" for char in text) for text in column(panel, 0)])
    study.close()
