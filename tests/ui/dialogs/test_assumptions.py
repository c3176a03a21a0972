"""The assumptions dialog: contested, judged, restored, and followed by everything that shows a score."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.edits import ChangeAssumption, SetWorldview
from dealbuilder.document.history import History
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.package import Package
from dealbuilder.report import wording
from dealbuilder.ui.intents import Do, ShowAssumptions
from dealbuilder.ui.models.parameters import C

ID = "approve_civil"


@pytest.fixture
def opened(program):
    """A new, scored deal with the dialog open and importance found."""
    program.new()
    program.commands.do("assumptions")
    yield program
    program.commands.dialogues._assuming.close()


def dialog_of(program):
    return program.commands.dialogues._assuming._dialog


def workbench(program):
    return program.commands.studio.workbench


def changes(program):
    return {change.parameter: change for change in program.state.document.assumptions.changes}


def change(program, id=ID, **fields):
    """Type into the form of an assumption, as a person would."""
    dialog = dialog_of(program)
    dialog.edit(id)
    for name, text in fields.items():
        dialog.form.fields[name].setText(text)
    return dialog.form


def cell(program, id, column):
    dialog = dialog_of(program)
    for row in range(dialog.table.filter.rowCount()):
        index = dialog.table.filter.index(row, column)
        if index.data(Qt.ItemDataRole.UserRole) == id:
            return index.data()
    raise AssertionError(f"{id} is not shown")


def press(program, widget, key):
    program.qtbot.keyClick(widget, key)


def test_a_change_is_one_edit_with_who_and_why_and_one_step_back(opened):
    before = opened.state.document
    form = change(opened, value="0.9", low="0.8", high="0.95", reason=" in the\tlog ", who="Trade desk")
    form.apply.click()
    made = changes(opened)[ID]
    assert (made.value, made.low, made.high, made.reason, made.who) == (0.9, 0.8, 0.95, "in the log", "Trade desk")
    deal = workbench(opened).deal
    assert len(deal.history.steps) == 1
    assert cell(opened, ID, C.now) == "0.9"
    assert cell(opened, ID, C.why) == "Trade desk: in the log"
    opened.commands.do("undo")
    assert opened.state.document == before
    assert cell(opened, ID, C.why) == ""


def test_the_score_follows_a_change_and_the_dialog_stays_open(opened):
    opened.scored()
    before = opened.state.evaluation.score("supply_restored").mean
    change(opened, value="0.05", low="", high="").apply.click()
    opened.scored()
    assert opened.state.evaluation.score("supply_restored").mean != before
    assert opened.state.evaluation.setting.changes == tuple(changes(opened).values())
    assert dialog_of(opened).isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "much"}, "not a number"),
        ({"value": "nan"}, "not a number"),
        ({"value": "inf"}, "not a number"),
        ({"value": "1,234"}, "1234"),
        ({"value": ""}, "needed"),
        ({"value": "7"}, "between 0 and 1"),
        ({"value": "0.5", "low": "0.6", "high": "0.9"}, "outside"),
        ({"low": "0.9", "high": "0.1"}, "above"),
        ({"high": "x"}, "High"),
    ],
)
def test_what_cannot_be_is_refused_at_once_in_words_and_changes_nothing(opened, typed, said):
    form = change(opened, **typed)
    assert said in form.fields["value"].accessibleDescription()
    assert not form.apply.isEnabled()
    press(opened, form.fields["value"], Qt.Key.Key_Return)
    assert changes(opened) == {}
    assert all(form.fields[name].text() == text for name, text in typed.items())


def test_a_decimal_comma_is_read_as_one(opened):
    change(opened, value="0,7", low="0,6", high="0,8").apply.click()
    made = changes(opened)[ID]
    assert (made.value, made.low, made.high) == (0.7, 0.6, 0.8)


def test_empty_ends_make_a_value_certain(opened):
    change(opened, value="0.7", low="", high="").apply.click()
    assert (changes(opened)[ID].low, changes(opened)[ID].high) == (None, None)
    assert cell(opened, ID, C.span) == "certain"


def test_a_figure_is_typed_in_the_unit_that_the_language_counts_in(opened):
    money = next(p for p in opened.state.catalogue.parameters if p.unit == "USD bn" and p.distribution != "fixed")
    opened.preferences.set(language="zh")
    form = change(opened, money.id)
    assert float(form.fields["value"].text()) == pytest.approx(money.value * wording.in_unit(1.0, "USD bn", "zh"))
    form.fields["reason"].setText("另有依据")
    form.apply.click()
    made = changes(opened)[money.id]
    assert (made.value, made.low, made.high) == pytest.approx((money.value, money.low, money.high))


def test_one_row_is_restored_by_key_by_button_and_by_its_sign(opened):
    table, form = dialog_of(opened).table, dialog_of(opened).form
    other = "review_capacity"
    workbench(opened).handle(Do(ChangeAssumption(change=Change(parameter=other, value=9))))

    def by_key():
        table.choose(ID)
        press(opened, table, Qt.Key.Key_Delete)

    def by_button():
        table.choose(ID)
        form.restore.click()

    def by_sign():
        table.choose(ID)
        table.clicked.emit(table.filter.index(table.currentIndex().row(), C.restore))

    for way in (by_key, by_button, by_sign):
        workbench(opened).handle(Do(ChangeAssumption(change=Change(parameter=ID, value=0.5))))
        assert ID in changes(opened)
        way()
        assert list(changes(opened)) == [other], way.__name__


def test_delete_on_an_untouched_row_asks_for_nothing(opened):
    table = dialog_of(opened).table
    table.choose(ID)
    press(opened, table, Qt.Key.Key_Delete)
    assert opened.window.notices.lines() == ()
    assert not opened.state.unsaved


def test_restoring_all_is_one_step_and_comes_back_whole(opened):
    for id in (ID, "review_capacity", "hazard_truce"):
        value = opened.state.catalogue.parameter_by_id[id].value
        workbench(opened).handle(Do(ChangeAssumption(change=Change(parameter=id, value=value))))
    three = opened.state.document
    dialog_of(opened).restore_all.click()
    assert changes(opened) == {}
    assert not dialog_of(opened).restore_all.isVisible()
    opened.commands.do("undo")
    assert opened.state.document == three


def test_importance_comes_by_itself_orders_the_list_and_says_what_chance_could_do(opened):
    opened.scored()
    dialog = dialog_of(opened)
    opened.wait(lambda: dialog._importance is not None)
    found = dialog._importance
    assert f"{found.floor:.2f}" in dialog.note.text()
    dialog.search.indicators.setCurrentIndex(dialog.search.indicators.findData("supply_restored"))
    dialog.table.sortByColumn(C.importance, Qt.SortOrder.DescendingOrder)
    shown = [dialog.table.filter.index(row, C.importance).data() for row in range(dialog.table.filter.rowCount())]
    weights = [float(text.split()[0]) for text in shown if text != wording.EN_DASH]
    assert weights == sorted(weights, reverse=True)
    assert weights == sorted((round(abs(v), 2) for v in found.of("supply_restored").values()), reverse=True)
    assert all(text == wording.EN_DASH for text in shown[len(weights) :])


def test_the_head_of_the_column_that_sorts_says_so(opened):
    table = dialog_of(opened).table
    for order, sign in ((Qt.SortOrder.DescendingOrder, "▼"), (Qt.SortOrder.AscendingOrder, "▲")):
        table.sortByColumn(C.grade, order)
        heads = [table.filter.headerData(column, Qt.Orientation.Horizontal) for column in C]
        assert [head for head in heads if "▲" in head or "▼" in head] == [f"Grade {sign}"]


def test_the_words_of_a_deal_are_never_markup(opened):
    evil = "<b>why</b><img src=x>"
    made = Change(parameter=ID, value=0.5, reason=evil, who="<i>who</i>")
    workbench(opened).handle(Do(ChangeAssumption(change=made)))
    table = dialog_of(opened).table
    table.choose(ID)
    current = table.currentIndex()
    tips = [current.siblingAtColumn(column).data(Qt.ItemDataRole.ToolTipRole) for column in C]
    assert not any("<img" in tip or "<b>" in tip for tip in tips)
    assert dialog_of(opened).form.fields["reason"].text() == evil


def test_importance_belongs_to_the_deal_on_screen_and_is_found_again_after_a_change(opened):
    opened.scored()
    dialog = dialog_of(opened)
    opened.wait(lambda: dialog._importance is not None)
    first = dialog._importance
    change(opened, value="0.2", low="0.1", high="0.4").apply.click()
    assert dialog.note.text().startswith("Updating")
    assert dialog._importance is first
    opened.wait(lambda: dialog._importance is not first)
    assert not dialog.note.text().startswith("Updating")


def test_the_last_good_result_stays_when_a_change_cannot_be_scored(opened):
    opened.scored()
    dialog = dialog_of(opened)
    opened.wait(lambda: dialog._importance is not None)
    answer, found = opened.state.evaluation, dialog._importance
    workbench(opened).handle(Do(ChangeAssumption(change=Change(parameter=ID, value=7))))
    opened.wait(lambda: not opened.state.busy)
    assert opened.state.evaluation is answer
    assert dialog._importance is found
    assert "last score" in dialog.note.text()
    assert any("restore it under Assumptions" in line for line in opened.window.notices.lines())
    opened.commands.do("undo")
    opened.wait(lambda: "last score" not in dialog.note.text() and not dialog.note.text().startswith("Updating"))


def test_tabs_and_filters_keep_facts_and_judgements_apart(opened):
    dialog = dialog_of(opened)
    count = len(opened.state.catalogue.parameters)
    seen = []
    for place in (1, 2):
        dialog.tabs.setCurrentIndex(place)
        seen.append(dialog.table.filter.rowCount())
    assert sum(seen) == count
    dialog.tabs.setCurrentIndex(3)
    assert dialog.table.filter.rowCount() == 0
    assert not dialog.form.apply.isEnabled()
    dialog.tabs.setCurrentIndex(0)
    dialog.search.topics.setCurrentIndex(dialog.search.topics.findData("licensing"))
    assert dialog.table.filter.rowCount() == sum(p.topic == "licensing" for p in opened.state.catalogue.parameters)
    dialog.search.words.setText("approve_civil")
    assert dialog.table.filter.rowCount() == 1


def test_another_worldview_is_followed_and_marked(opened):
    workbench(opened).handle(Do(SetWorldview(worldview="sceptic")))
    view = opened.state.catalogue.worldview_by_id["sceptic"]
    dialog = dialog_of(opened)
    assert view.summary.en in dialog.world.text()
    assert cell(opened, "backfire", C.why) == f"World: {view.label.en}"
    heads = [dialog.worlds.horizontalHeaderItem(column).text() for column in range(dialog.worlds.columnCount())]
    assert sum("this deal" in head for head in heads) == 1
    assert dialog.worlds.rowCount() == 6


def test_what_is_typed_survives_a_change_elsewhere_and_escape_takes_it_back(opened):
    form = change(opened, value="0.77")
    workbench(opened).handle(Do(ChangeAssumption(change=Change(parameter="hazard_truce", value=0.05))))
    assert form.fields["value"].text() == "0.77"
    press(opened, form.fields["value"], Qt.Key.Key_Escape)
    assert dialog_of(opened).isVisible()
    assert not form.edited()


def test_the_keyboard_reaches_edits_and_restores_everything(opened):
    dialog = dialog_of(opened)
    dialog.table.choose(ID)
    press(opened, dialog.table, Qt.Key.Key_F2)
    assert dialog.focusWidget() is dialog.form.fields["value"]
    order, widget = [], dialog.search.words
    for _ in range(60):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is dialog.search.words:
            break
    wanted = (
        dialog.search.words,
        dialog.search.topics,
        dialog.search.indicators,
        dialog.tabs,
        dialog.table,
        *dialog.form.controls(),
    )
    places = [order.index(part) for part in wanted]
    assert places == sorted(places)
    unnamed = [part for part in wanted if not (part.accessibleName() or getattr(part, "text", str)())]
    assert unnamed == []


def test_the_header_and_the_scoreboard_say_what_differs_and_lead_to_it(program):
    program.new()
    header, pane = workbench(program)._desk.header, workbench(program)._desk.scoreboard
    assert header.differs.isHidden()
    edit = ChangeAssumption(change=Change(parameter=ID, value=0.5, reason="so"))
    workbench(program).handle(Do(edit))
    program.scored()
    label = program.state.catalogue.parameter_by_id[ID].label.en
    assert header.differs.accessibleName() == "1 assumption differs from the catalogue"
    assert label in header.differs.accessibleDescription()
    assert pane.differs.lines() == ((ID, label),)
    header.differs.click()
    assert dialog_of(program).isVisible()
    dialog_of(program).reject()
    pane.differs.chosen.emit(ID)
    assert dialog_of(program).table.current_id() == ID
    program.commands.do("undo")
    program.scored()
    assert header.differs.isHidden()
    assert pane.differs.lines() == ()


def test_asking_twice_brings_the_same_dialog_and_leaving_the_deal_closes_it(opened):
    first = dialog_of(opened)
    workbench(opened).handle(ShowAssumptions("hazard_truce"))
    assert dialog_of(opened) is first
    assert first.table.current_id() == "hazard_truce"
    opened.commands.studio.leave_desk()
    assert dialog_of(opened) is None


def test_an_assumption_behind_a_filter_is_brought_into_view(opened):
    dialog = dialog_of(opened)
    dialog.tabs.setCurrentIndex(3)
    dialog.search.words.setText("zzz")
    workbench(opened).handle(ShowAssumptions("hazard_truce"))
    assert dialog.table.current_id() == "hazard_truce"


def test_who_is_remembered_for_the_next_change(opened):
    change(opened, value="0.7", low="", high="", who="Delegation of one side").apply.click()
    assert opened.preferences.settings.author == "Delegation of one side"
    assert change(opened, "hazard_truce").fields["who"].text() == "Delegation of one side"
    dialog_of(opened).reject()
    opened.commands.do("assumptions")
    assert change(opened, "lesson").fields["who"].text() == "Delegation of one side"
    opened.preferences.set(author="")


def deal_with(path, *made, worldview="central"):
    document = Document(
        id="d", title="By hand", packages=(Package(id="p", name="P"),), active="p", draws=16,
        assumptions=Assumptions(worldview=worldview, changes=made),
    )  # fmt: skip
    file.save(path, History.start(document))
    return path


def test_an_impossible_value_of_a_file_is_said_and_restored_from_the_dialog(program, deal_file):
    program.commands.open_path(deal_with(deal_file, Change(parameter=ID, value=7)))
    program.wait(lambda: program.state is not None and not program.state.busy)
    assert program.state.evaluation is None
    assert any("Assumptions" in line and ID in line for line in program.window.notices.lines())
    program.commands.do("assumptions")
    dialog = dialog_of(program)
    assert "between 0 and 1" in cell(program, ID, C.why)
    dialog.table.choose(ID)
    assert "between 0 and 1" in dialog.form.fields["value"].accessibleDescription()
    press(program, dialog.table, Qt.Key.Key_Delete)
    program.scored()
    assert program.state.evaluation.final


def test_a_value_outside_its_own_range_is_restored_from_the_dialog(program, deal_file):
    program.commands.open_path(deal_with(deal_file, Change(parameter=ID, value=0.9, low=0.1, high=0.2)))
    program.wait(lambda: program.state is not None and not program.state.busy)
    assert any("outside its range" in line for line in program.window.notices.lines())
    program.commands.do("assumptions")
    assert "outside" in cell(program, ID, C.why)
    dialog_of(program).restore_all.click()
    program.scored()


def test_an_assumption_nobody_knows_is_kept_shown_and_can_be_taken_out(program, deal_file):
    program.commands.open_path(deal_with(deal_file, Change(parameter="ether_drag", value=3)))
    program.scored()
    program.commands.do("assumptions")
    dialog = dialog_of(program)
    assert "Unknown" in cell(program, "ether_drag", C.why)
    dialog.edit("ether_drag")
    assert not dialog.form.fields["value"].isEnabled()
    assert not dialog.form.source.isEnabled()
    dialog.form.restore.click()
    assert changes(program) == {}


def test_a_deal_that_can_only_be_read_is_shown_and_not_changed(program, deal_file):
    program.commands.open_path(deal_with(deal_file, Change(parameter=ID, value=0.5)))
    program.scored()
    workbench(program).keep(replace(workbench(program).deal, read_only=True))
    program.commands.do("assumptions")
    dialog = dialog_of(program)
    dialog.edit(ID)
    assert not dialog.form.apply.isEnabled()
    assert not dialog.restore_all.isEnabled()
    assert "read-only" in dialog.form.fields["value"].accessibleDescription()
    press(program, dialog.table, Qt.Key.Key_Delete)
    assert ID in changes(program)


def test_the_dialog_speaks_the_language_that_is_chosen_while_it_is_open(opened):
    dialog = dialog_of(opened)
    opened.preferences.set(language="zh")
    opened.wait(lambda: dialog.windowTitle() != "Assumptions and sources")
    assert cell(opened, ID, C.label) == opened.state.catalogue.parameter_by_id[ID].label.zh
    assert dialog.form.apply.text() == "应用"
    assert dialog.search.topics.itemText(0) == "全部模块"


def test_a_file_that_is_opened_next_is_followed_or_the_dialog_closes(opened, deal_file):
    opened.commands.open_path(deal_with(deal_file, Change(parameter=ID, value=0.5)))
    opened.wait(lambda: opened.state is not None and opened.state.document.title == "By hand")
    assert cell(opened, ID, C.now) == "0.5"
