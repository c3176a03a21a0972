"""The scoreboard pane shows two scores, what moved and where the numbers come from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.ui.intents import FocusClause, ShowChart, ShowSource, ToggleCompare
from dealbuilder.ui.models.scores import lines
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from tests.report import fixtures
from tests.ui.panes.states import shipped, synthetic


def moved_by(evaluation: Evaluation, id: str, by: float) -> Evaluation:
    scores = tuple(replace(s, mean=s.mean + by) if s.id == id else s for s in evaluation.scores)
    return replace(evaluation, scores=scores, by_id={})


@pytest.fixture
def pane(shown):
    made = ScoreboardPane()
    made.intents = shown(made, 520, 700)
    made.show_state(None, synthetic())
    return made


def test_there_are_exactly_two_headline_scores_with_their_units(pane):
    assert len(pane.cards) == 2
    assert [card.unit.text() for card in pane.cards] == ["%", "index points"]
    assert pane.cards[0].number.text() == "71.2"


def test_the_delta_is_against_the_last_commit_or_the_baseline(pane):
    state = synthetic()
    before = moved_by(state.evaluation, "supply_restored", -9.0)
    pane.show_state(state, replace(state, before=before))
    assert pane.cards[0].delta.text() == "▲ +9.0%"
    score = state.evaluation.score("supply_restored")
    pane.show_state(state, replace(state, before=before, compare="baseline"))
    assert pane.cards[0].delta.text() == f"▲ +{score.mean - score.baseline:.1f}%"
    assert "baseline" in pane.cards[0].since.text()


def test_the_comparison_is_switched_by_a_button(pane):
    pane.compare.click()
    assert pane.intents == [ToggleCompare()]


def test_a_preview_shows_ghost_values_and_its_end_takes_them_away(pane):
    state = synthetic()
    preview = moved_by(state.evaluation, "supply_restored", 3.0)
    ghosted = replace(state, preview=preview)
    pane.show_state(state, ghosted)
    assert pane.cards[0].ghost.text() == "preview → 74.2%"
    assert pane.cards[0].number.text() == "71.2"
    pane.show_state(ghosted, state)
    assert pane.cards[0].ghost.text() == ""


def test_a_long_unit_stands_apart_from_value_change_and_preview_alike(pane):
    state = synthetic()
    before, preview = (moved_by(state.evaluation, "china_compute", by) for by in (-0.5, 0.25))
    pane.show_state(state, replace(state, before=before))
    assert pane.table.text("china_compute", 1) == "2.4"
    assert pane.table.text("china_compute", 2) == "▲ +0.5"
    assert pane.table.below("china_compute").startswith("H20-equivalents, million; baseline")
    pane.show_state(state, replace(state, before=before, preview=preview))
    assert pane.table.text("china_compute", 1) == "→ 2.7"


def test_a_long_chinese_unit_stands_apart_from_a_number_in_that_unit(catalogue):
    shown = {line.id: line for line in lines(shipped(catalogue, "zh"))}["china_compute"]
    assert (shown.short, shown.unit) == ("241", "万颗H20当量")
    assert shown.value.startswith(shown.short)


def test_the_worst_cell_of_each_class_and_the_worst_that_can_move_are_named(pane):
    ids = [id for id, _ in pane.worst.lines()]
    assert {id.split(":")[2] for id in ids[:3]} == {"civil", "dual_use", "military"}
    assert pane.worst.lines()[3][1].startswith("worst that can move: Dy · EV")
    pane.worst.chosen.emit(ids[0])
    assert pane.intents[-1] == ShowSource("cell", ids[0])


def test_what_moved_names_the_cause_and_each_line_is_a_door(pane):
    assert pane.ribbon.lines()[0][1] == "Dy · EV · Civil ▲ +14% → 51%"
    pane.ribbon.chosen.emit("1")
    assert pane.intents[-1] == ShowSource("indicator", "supply_civil")


def test_any_indicator_opens_its_source_by_keyboard(pane):
    pane.table.setFocus()
    model = pane.table.model()
    pane.table.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.intents[-1] == ShowSource("indicator", pane.table.lines()[0])


def test_every_number_of_the_table_carries_its_unit_beside_or_below_it(pane):
    for indicator in fixtures.catalogue().indicators:
        if indicator.headline or indicator.id not in {s.id for s in fixtures.evaluation().scores}:
            continue
        text = pane.table.text(indicator.id, 1)
        beside = any(not c.isdigit() and c not in " .,−-–" for c in text)
        assert beside or pane.table.below(indicator.id).startswith(indicator.unit_label.en), text


def test_readings_of_all_worldviews_are_shown_and_the_own_one_is_marked(pane):
    names = [pane.readings.item(row, 0).text() for row in range(pane.readings.rowCount())]
    assert len(names) == 3
    assert [name.startswith("●") for name in names].count(True) == 1


def test_a_target_says_whether_it_is_met(pane):
    assert pane.cards[0].target.text() == "✓ Target met: at least 65%"
    state = synthetic()
    missed = replace(state, evaluation=moved_by(state.evaluation, "supply_restored", -30.0))
    pane.show_state(state, missed)
    assert pane.cards[0].target.text() == "Target: at least 65%"


def test_busy_keeps_the_last_numbers_and_marks_them_after_a_while(pane, qtbot):
    state = synthetic()
    pane.show_state(state, replace(state, busy=True))
    assert pane.cards[0].number.text() == "71.2"
    qtbot.waitUntil(lambda: "Updating" in pane._busy.text(), timeout=2000)
    assert pane.cards[0].number.text() == "71.2"
    pane.show_state(replace(state, busy=True), state)
    assert "draws" in pane._busy.text()


def test_clauses_beyond_the_evidence_are_named_and_lead_to_their_row(shown, catalogue):
    pane = ScoreboardPane()
    intents = shown(pane)
    state = shipped(catalogue)
    evaluation = replace(state.evaluation, beyond_evidence=("cn_whitelist",))
    pane.show_state(None, replace(state, evaluation=evaluation))
    assert pane.beyond.isVisible()
    pane.beyond.chosen.emit("cn_whitelist")
    assert intents[-1] == FocusClause("cn_whitelist")


def test_the_pane_stands_without_an_evaluation(shown):
    pane = ScoreboardPane()
    shown(pane)
    pane.show_state(None, synthetic(evaluation=None, busy=True))
    assert pane.cards[0].number.text() == "–"
    assert "first score" in pane._busy.text()


def test_the_spark_opens_its_series_large(pane):
    QTest.mouseClick(pane.cards[0].spark, Qt.MouseButton.LeftButton)
    assert pane.intents == [ShowChart("supply")]


def test_a_number_under_another_worldview_opens_its_source_by_keyboard(pane):
    pane.readings.setCurrentCell(1, 2)
    QTest.keyClick(pane.readings, Qt.Key.Key_Return)
    assert pane.intents == [ShowSource("indicator", "leadership_cost")]
