"""The catalogue pane finds, previews and adds."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from dealbuilder.document.edits import AddClause, RemoveClause, apply
from dealbuilder.model.package import Package
from dealbuilder.ui.intents import Do, FocusClause, Preview, ShowSource
from dealbuilder.ui.models.measures import CARD
from dealbuilder.ui.panes.catalogue import CataloguePane
from tests.ui.panes.states import shipped, synthetic


@pytest.fixture
def pane(shown, catalogue):
    made = CataloguePane()
    made.intents = shown(made, 400, 620)
    made.show_state(None, shipped(catalogue))
    return made


def current_card(pane):
    return pane.tree.currentIndex().data(CARD)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("FDPR", "rescind_fdpr_sme"),
        ("50 % rule", "us_standstill"),
        ("50% rule", "us_standstill"),
        ("实体清单", "entity_list_dec24"),
        ("white list", "cn_whitelist"),
        ("白名单", "cn_whitelist"),
        ("H20", "rescind_ai_letters"),
        ("cn_review_clock", "cn_review_clock"),
        ("EDA", "lift_eda"),
        ("validatd end user", "keep_veu"),
    ],
)
def test_search_finds_a_measure_by_what_people_call_it(pane, query, wanted):
    pane.search.setText(query)
    assert wanted in pane.hits()[:4]


def test_a_hit_shows_the_path_to_it_and_a_row_of_the_tree_does_not(pane):
    pane.search.setText("FDPR")
    card = pane.tree.model().place("rescind_fdpr_sme").data(CARD)
    assert card.path == "US concessions › Lists and product rules"
    pane.search.clear()
    assert pane.tree.model().place("rescind_fdpr_sme").data(CARD).path == ""


def test_search_without_a_hit_says_so_and_keeps_nothing_selected(pane):
    pane.search.setText("qqqqzzzz")
    assert pane.hits() == ()
    assert pane._none.isVisible()


def test_the_united_states_come_first_and_every_measure_is_there_once(pane, catalogue):
    assert sorted(pane.hits()) == sorted(measure.id for measure in catalogue.measures)
    sides = [catalogue.measure_by_id[id].side for id in pane.hits()]
    assert sides == sorted(sides, key=["us", "china", "home", "terms", "agenda"].index)


def test_enter_adds_the_measure_at_its_first_level(pane, catalogue):
    pane.focus_measure("lift_eda")
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    edits = [intent.edit for intent in pane.intents if isinstance(intent, Do)]
    assert len(edits) == 1
    assert isinstance(edits[0], AddClause)
    assert edits[0].clause.measure == "lift_eda"
    assert edits[0].clause.level == catalogue.measure_by_id["lift_eda"].levels[1].id


def test_enter_in_the_search_box_adds_the_only_hit_and_readies_the_box_for_the_next_search(pane):
    pane.focus_search()
    pane.search.setText("lift_eda")
    assert pane.hits() == ("lift_eda",)
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert [intent.edit.clause.measure for intent in pane.intents if isinstance(intent, Do)] == ["lift_eda"]
    assert pane.search.selectedText() == "lift_eda"


def test_enter_in_the_search_box_goes_to_the_first_of_several_hits_and_adds_nothing(pane):
    pane.focus_search()
    pane.search.setText("H20")
    assert len(pane.hits()) > 1
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.tree.current_measure() == pane.hits()[0]
    assert not any(isinstance(intent, Do) for intent in pane.intents)


def test_a_measure_in_the_package_is_ticked_and_enter_leads_to_its_clause(pane):
    pane.focus_measure("cn_whitelist")
    assert current_card(pane).used
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert pane.intents[-1] == FocusClause("cn_whitelist")
    assert not any(isinstance(intent, Do) for intent in pane.intents)


def test_a_question_mark_opens_the_source_of_the_current_measure(pane):
    pane.focus_measure("cn_whitelist")
    QTest.keyClicks(pane.tree, "?")
    assert pane.intents[-1] == ShowSource("measure", "cn_whitelist")


def hover(pane, id):
    tree = pane.tree
    tree.scrollTo(tree.model().place(id))
    spot = tree.visualRect(tree.model().place(id)).center() - QPoint(40, 0)
    where = QPointF(spot)
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    tree.mouseMoveEvent(QMouseEvent(QMouseEvent.Type.MouseMove, where, where, none, none, plain))


def test_hovering_a_card_previews_it_after_a_rest_and_leaving_ends_it(pane, qtbot):
    hover(pane, "lift_ethane")
    assert not pane.intents
    qtbot.waitUntil(lambda: bool(pane.intents), timeout=2000)
    assert isinstance(pane.intents[-1], Preview)
    assert pane.intents[-1].edit.clause.measure == "lift_ethane"
    QTest.mouseMove(pane.search)
    pane.tree.end_preview()
    assert pane.intents[-1] == Preview(None)


def test_the_keyboard_previews_what_it_comes_to(pane, qtbot):
    pane.tree.setFocus()
    qtbot.waitUntil(pane.tree.hasFocus, timeout=2000)
    pane.focus_measure("lift_quartz")
    qtbot.waitUntil(lambda: any(isinstance(i, Preview) and i.edit is not None for i in pane.intents), timeout=2000)


def test_a_side_filter_shows_that_side_only_and_filters_add_up(pane, catalogue):
    pane._sides["china"].setChecked(True)
    assert {catalogue.measure_by_id[id].side for id in pane.hits()} == {"china"}
    pane._absent.setChecked(True)
    assert "cn_whitelist" not in pane.hits()
    pane._mirrors.setChecked(True)
    tied = {link.measure for link in catalogue.measure_by_id["entity_list_dec24"].links if link.kind == "mirrors"}
    assert set(pane.hits()) >= {id for id in tied if catalogue.measure_by_id[id].side == "china"} - {"cn_whitelist"}


def test_adding_ticks_the_card_without_moving_the_list(pane, catalogue):
    before = shipped(catalogue)
    position = pane.tree.verticalScrollBar().value()
    edit = RemoveClause(package="p1", measure="cn_whitelist")
    after = replace(before, document=apply(before.document, edit))
    pane.show_state(before, after)
    assert not pane.tree.model().place("cn_whitelist").data(CARD).used
    assert pane.tree.verticalScrollBar().value() == position


def test_a_read_only_deal_adds_nothing(pane, catalogue):
    pane.show_state(None, replace(shipped(catalogue), read_only=True))
    pane.focus_measure("lift_eda")
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert not any(isinstance(intent, Do) for intent in pane.intents)


def test_a_guardrail_says_that_it_is_locked_and_why(pane):
    card = pane.tree.model().place("oct22_chips").data(CARD)
    assert card.guard.startswith("Guardrail, locked: ")
    spoken = pane.tree.model().place("oct22_chips").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "guardrail, locked" in spoken


def test_chinese_titles_follow_the_language_of_the_state(pane, catalogue):
    pane.show_state(shipped(catalogue), shipped(catalogue, "zh"))
    card = pane.tree.model().place("cn_whitelist").data(CARD)
    assert card.title == catalogue.measure_by_id["cn_whitelist"].title.zh


def test_a_package_without_clauses_and_without_evaluation_is_shown(shown):
    pane = CataloguePane()
    shown(pane)
    state = synthetic(evaluation=None)
    empty = state.document.model_copy(update={"packages": (Package(id="p1", name="x"),)})
    pane.show_state(None, replace(state, document=empty))
    assert pane.hits()
