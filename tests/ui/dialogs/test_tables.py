"""The tables dialog: files dragged in, scored, compared, merged, taken into the deal; by mouse and by keys alone."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QFileDialog

from dealbuilder import paths
from dealbuilder.document import edits, file
from dealbuilder.document.history import History
from dealbuilder.model.package import Clause
from dealbuilder.ui.dialogs.tables import MAP, MATRIX, MERGE, SKIPPED
from dealbuilder.ui.intents import Do
from dealbuilder.ui.models.matrix_rows import SUMMARY
from dealbuilder.ui.models.table_rows import T
from dealbuilder.ui.tabling import Tabling, open_tables
from tests.document.deals import own_measure

EXAMPLES = paths.resources() / "examples"


@pytest.fixture
def opened(program):
    """A new, scored deal with the empty tables dialog open."""
    program.new()
    open_tables(program.commands.studio)
    yield program
    tabling(program).close()


def tabling(program):
    return program.commands.studio.findChild(Tabling)


def dialog_of(program):
    return tabling(program)._dialog


def workbench(program):
    return program.commands.studio.workbench


def example(folder, name):
    path = shutil.copy(EXAMPLES / f"{name}.deal", folder / f"{name}.deal")
    return type(folder)(path)


def drop(program, *files):
    """Drag files onto the dialog and wait for every answer."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dialog_of(program).dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *keys))
    settled(program)


def settled(program):
    held, runner = tabling(program), program.commands.studio.around.runner
    program.wait(lambda: not any(runner.busy(lane) for lane in ("tables", "room", "merge")))
    assert not held._reading.tables or held._room.final


def column(program, place):
    view = dialog_of(program).list
    return [view.sorted.index(row, place).data() for row in range(view.sorted.rowCount())]


def test_files_that_are_dragged_in_are_scored_and_the_rest_is_told(opened, tmp_path):
    bad = tmp_path / "photo.deal"
    bad.write_bytes(b"\xff\xd8 a picture")
    drop(opened, example(tmp_path, "essay_minimal"), bad, example(tmp_path, "london"))
    dialog = dialog_of(opened)
    assert column(opened, T.table) == ["essay_minimal", "london"]
    assert all("to" in text for text in column(opened, T.supply))
    assert column(opened, T.idle)[0].isdigit()
    assert dialog.tabs.tabText(SKIPPED) == "Skipped files (1)"
    assert dialog.skipped.item(0).text().startswith("photo.deal: This is not a deal file.")
    assert dialog.setting.text().startswith("All tables are scored under one setting")
    assert not dialog.drop.isVisible()


def test_files_come_beside_those_that_are_there_and_a_file_given_again_is_read_anew(opened, tmp_path):
    one = example(tmp_path, "essay_minimal")
    drop(opened, one)
    before = column(opened, T.clauses)
    history = file.load(one).history
    package = history.document.package()
    file.save(one, history.do(edits.ClearPackage(package=package.id)))
    drop(opened, example(tmp_path, "london"), one)
    assert column(opened, T.table) == ["london", "essay_minimal"]
    assert column(opened, T.clauses)[1] == "0" != before[0]


def test_columns_sort_numbers_as_numbers_and_keys_do_it_too(opened, tmp_path):
    drop(opened, *(example(tmp_path, name) for name in ("essay_minimal", "essay_full", "no_deal")))
    view = dialog_of(opened).list
    view.sortByColumn(T.clauses, Qt.SortOrder.DescendingOrder)
    assert column(opened, T.clauses) == ["29", "11", "0"]
    view.setCurrentIndex(view.sorted.index(0, T.supply))
    opened.qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    supply = [float(text.partition(" ")[0]) for text in column(opened, T.supply)]
    assert supply == sorted(supply)


def test_delete_takes_a_table_out(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"), example(tmp_path, "london"))
    view = dialog_of(opened).list
    view.choose(0)
    opened.qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(opened)
    assert column(opened, T.table) == ["london"]
    opened.qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(opened)
    assert dialog_of(opened).drop.isVisible()
    assert not dialog_of(opened).take.isEnabled()


def test_another_package_of_a_table_can_count(opened, tmp_path):
    history = file.load(EXAMPLES / "essay_minimal.deal").history
    first = history.document.package()
    package = first.model_copy(update={"id": "p9", "name": "Fallback", "clauses": ()})
    path = tmp_path / "two.deal"
    file.save(path, history.do(edits.AddPackage(package=package)).do(edits.SelectPackage(package=first.id)))
    drop(opened, path)
    dialog = dialog_of(opened)
    assert dialog.packages.isVisible()
    dialog.packages.setCurrentIndex(1)
    dialog.packages.activated.emit(1)
    settled(opened)
    assert column(opened, T.package) == ["Fallback"]


def test_the_matrix_shows_differing_rows_or_all_and_summary_beside_tables(opened, tmp_path):
    one = example(tmp_path, "essay_minimal")
    history = file.load(one).history
    package = history.document.package()
    other = tmp_path / "other.deal"
    file.save(other, history.do(edits.SetLevel(package=package.id, measure="cn_whitelist", level="pilot")))
    drop(opened, one, other)
    view = dialog_of(opened).matrix
    assert view.rows.rowCount() == 1
    texts = [view.rows.index(0, place).data() for place in range(view.rows.columnCount())]
    assert texts == [
        "China", "Put US companies on a white list", "2", "Pilot: 20 of 100", "1.5 of 3", "Most: 60 of 100",
        "Most: 60 of 100", "Pilot: 20 of 100",
    ]  # fmt: skip
    assert view.rows.headerData(SUMMARY, Qt.Orientation.Horizontal).startswith("essay_minimal\n")
    view.tables.setCurrentIndex(view.rows.index(0, SUMMARY + 1))
    assert view.read_out.text().startswith("Put US companies on a white list, other, ")
    view.differing.setChecked(False)
    assert view.rows.rowCount() == len(package.clauses)


def test_one_table_has_a_whole_matrix(opened, tmp_path):
    drop(opened, example(tmp_path, "london"))
    view = dialog_of(opened).matrix
    assert view.rows.rowCount() == 7
    assert not view.differing.isEnabled()


def test_the_map_and_the_list_point_at_the_same_table(opened, tmp_path):
    drop(opened, *(example(tmp_path, name) for name in ("essay_minimal", "london", "no_deal")))
    dialog = dialog_of(opened)
    dialog.tabs.setCurrentIndex(MAP)
    dialog.list.choose(1)
    assert dialog.map.view.current() == 1
    assert dialog.map.read_out.text().startswith("london. Supply restored, %: ")
    dialog.map.view.setFocus()
    opened.qtbot.keyClick(dialog.map.view, Qt.Key.Key_Right)
    assert dialog.list.current_place() == 2
    opened.qtbot.keyClick(dialog.map.view, Qt.Key.Key_Right)
    assert dialog.map.read_out.text().startswith("Baseline. ")
    assert dialog.list.current_place() == 2
    opened.qtbot.keyClick(dialog.map.view, Qt.Key.Key_Home)
    assert dialog.list.current_place() == 0


def test_a_point_of_the_map_can_be_clicked(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_full"), example(tmp_path, "no_deal"))
    dialog = dialog_of(opened)
    dialog.tabs.setCurrentIndex(MAP)
    view = dialog.map.view
    view.grab()
    opened.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._painted.points[1].toPoint())
    assert dialog.list.current_place() == 1


def test_a_table_is_taken_into_the_deal_as_one_step_with_where_it_comes_from(opened, tmp_path):
    drop(opened, example(tmp_path, "london"))
    before = opened.state.document
    dialog_of(opened).take.click()
    package = opened.state.document.package()
    assert (package.name, len(package.clauses)) == ("london", 7)
    assert "From the table’s file london.deal." in package.note
    assert len(workbench(opened).deal.history.steps) == 1
    opened.commands.do("undo")
    assert opened.state.document == before


def test_the_merged_package_is_scored_told_and_taken(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_full"), example(tmp_path, "london"))
    dialog = dialog_of(opened)
    dialog.tabs.setCurrentIndex(MERGE)
    form = dialog.merge
    assert [box.currentText() for box in form.tables.values()] == ["essay_full", "london", "essay_full"]
    assert [form.scores.item(row, 0).text() for row in range(3)] == ["essay_full", "london", "Merged"]
    assert "waited at essay_full" in form.told.item(0).text()
    assert "diamond" in [mark.shape for mark in dialog.map.view.figure().marks]
    titles = [form.disputes.item(row, 0).text() for row in range(form.disputes.rowCount())]
    box = form.disputes.cellWidget(titles.index("Fix the length of the deal"), 1)
    box.setCurrentIndex(1)
    settled(opened)
    dialog.take.click()
    package = opened.state.document.package()
    assert package.clause("term_length").level == "m3"
    assert package.clause("home_capital") is not None
    assert package.name == "US side of essay_full with China’s side of london"
    assert "“Fix the length of the deal”: 3 months, from london." in package.note


def test_another_choice_of_tables_merges_anew_and_forgets_what_was_decided(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_full"), example(tmp_path, "london"))
    form = dialog_of(opened).merge
    form.disputes.cellWidget(0, 1).setCurrentIndex(1)
    assert form.wish().choices
    form.tables["rest"].setCurrentIndex(1)
    settled(opened)
    assert not form.wish().choices
    assert tabling(opened)._merged.package.clause("term_length").level == "m3"


def test_scrolling_past_a_choice_decides_nothing(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_full"), example(tmp_path, "london"))
    dialog_of(opened).tabs.setCurrentIndex(MERGE)
    form = dialog_of(opened).merge
    box = form.disputes.cellWidget(0, 1)
    down = QPoint(0, -120)
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    box.wheelEvent(QWheelEvent(QPointF(3, 3), QPointF(3, 3), down, down, *none))
    assert box.currentIndex() == 0
    assert not form.wish().choices


def test_own_measures_of_a_table_come_along_in_the_same_step(opened, tmp_path):
    history = file.load(EXAMPLES / "london.deal").history
    package = history.document.package().id
    own = history.do(edits.AddMeasure(measure=own_measure("off_menu")))
    own = own.do(edits.AddClause(package=package, clause=Clause(measure="off_menu", level="all")))
    path = tmp_path / "own.deal"
    file.save(path, own)
    drop(opened, path)
    dialog_of(opened).take.click()
    assert [measure.id for measure in opened.state.document.measures] == ["off_menu"]
    assert len(workbench(opened).deal.history.steps) == 1
    settled(opened)


def test_the_room_follows_the_facilitator_s_setting(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"))
    before = column(opened, T.supply)
    workbench(opened).handle(Do(edits.SetWorldview(worldview="sceptic")))
    settled(opened)
    assert column(opened, T.supply) != before
    assert column(opened, T.remarks) == ["Read under the worldview Central."]


def test_an_edit_that_is_no_part_of_the_setting_scores_nothing_anew(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"))
    held = tabling(opened)._room
    workbench(opened).handle(Do(edits.Rename(title="Other")))
    assert tabling(opened)._room is held
    assert not opened.commands.studio.around.runner.busy("room")


def test_a_newer_file_and_a_duplicate_are_told_in_the_language_on_screen(opened, tmp_path):
    one = example(tmp_path, "essay_minimal")
    copy = shutil.copy(one, tmp_path / "copy.deal")
    newer = shutil.copy(one, tmp_path / "newer.deal")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 9000")
        connection.commit()
    drop(opened, one, copy, newer)
    dialog = dialog_of(opened)
    opened.preferences.set(language="zh")
    texts = [dialog.skipped.item(row).text() for row in range(dialog.skipped.count())]
    assert texts[0] == "copy.deal：与 essay_minimal.deal 逐字节相同。"
    assert texts[1].startswith("newer.deal：此文件由较新的 dealbuilder 保存")
    assert dialog.tabs.tabText(MATRIX) == "矩阵"
    opened.wait(lambda: dialog.windowTitle() == "各桌方案")


def test_names_that_look_like_markup_stay_text(opened, tmp_path):
    path = example(tmp_path, "essay_minimal").rename(tmp_path / "<b>bold<b>.deal")
    drop(opened, path)
    view = dialog_of(opened).list
    index = view.sorted.index(0, T.table)
    assert index.data() == "<b>bold<b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_twelve_and_forty_tables_fit(opened, tmp_path):
    made = []
    for number in range(40):
        path = tmp_path / f"Table {number + 1}.deal"
        document = file.load(EXAMPLES / "essay_minimal.deal").history.document
        start = History.start(document.model_copy(update={"id": f"t{number}"}))
        file.save(path, start)
        made.append(path)
    drop(opened, *made)
    dialog = dialog_of(opened)
    assert dialog.list.sorted.rowCount() == 40
    assert dialog.matrix.rows.columnCount() == SUMMARY + 40
    for place in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(place)
        assert not dialog.grab().isNull()


def test_the_room_is_written_to_a_file(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"))
    dialog_of(opened).export.click()
    path = tmp_path / "room.md"
    chooser = dialog_of(opened).findChild(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    opened.wait(path.exists)
    opened.wait(lambda: not opened.commands.studio.around.runner.busy("write"))
    assert "essay\\_minimal" in path.read_text(encoding="utf-8")


def test_a_read_only_deal_takes_no_package(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"))
    bench = workbench(opened)
    assert dialog_of(opened).take.isEnabled()
    bench.keep(bench.deal.__class__(bench.deal.history, read_only=True))
    assert not dialog_of(opened).take.isEnabled()


def test_everything_has_a_name_and_can_be_reached_by_tab(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_full"), example(tmp_path, "london"))
    dialog = dialog_of(opened)
    views = (
        dialog.list, dialog.matrix.still, dialog.matrix.tables, dialog.map.view, dialog.merge.scores,
        dialog.merge.disputes, dialog.merge.told, dialog.skipped, *dialog.merge.tables.values(), dialog.packages,
    )  # fmt: skip
    for view in views:
        assert view.accessibleName(), view
        assert view.focusPolicy() & Qt.FocusPolicy.TabFocus, view
    assert dialog.tabs.tabBar().accessibleName()
    assert QAccessible.queryAccessibleInterface(dialog.map.view).role() == QAccessible.Role.Chart
    assert "essay_full" in dialog.map.view.accessibleDescription()
    index = dialog.list.sorted.index(0, T.supply)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Supply restored, %: ")


def test_the_files_stay_when_the_dialog_is_closed_and_leave_with_the_deal(opened, tmp_path):
    drop(opened, example(tmp_path, "essay_minimal"))
    dialog_of(opened).reject()
    assert dialog_of(opened) is None
    open_tables(opened.commands.studio)
    settled(opened)
    assert column(opened, T.table) == ["essay_minimal"]
    opened.commands.studio.leave_desk()
    assert dialog_of(opened) is None
    assert tabling(opened)._paths == ()
