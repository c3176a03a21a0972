"""Compare packages on the desk: what is chosen, what is shown, and what is said where there is nothing to compare."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.document.edits import AddClause, AddMeasure, AddPackage
from dealbuilder.model.package import Clause, Package
from dealbuilder.ui.intents import Copy, Do
from dealbuilder.ui.study.comparing.outcomes import MONTHS, SCORES
from dealbuilder.ui.study.panels.compare import OUTCOMES, ComparePanel
from dealbuilder.ui.study.studying import Studying
from dealbuilder.ui.study.subject import Subject
from tests.ui.conftest import Desk

BRIDGE = Package(id="bridge", name="Bridge", clauses=(Clause(measure="cn_whitelist", level="nearly_all"),))
DRAFT = Package(
    id="draft",
    name="Draft",
    clauses=(Clause(measure="cn_whitelist", level="pilot", start=3), Clause(measure="gone", level="x")),
)


def add(program: Desk, *packages: Package) -> None:
    for package in packages:
        program.commands.studio.workbench.handle(Do(AddPackage(package=package)))
    program.scored()


def opened(program: Desk) -> tuple[Studying, ComparePanel]:
    study = Studying(program.commands.studio, (ComparePanel,))
    study.open("compare")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, ComparePanel)
    return study, panel


def rows(panel: ComparePanel) -> dict[str, list[str]]:
    table = panel.clauses.table
    return {
        table.item(row, 1).text(): [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    }


@pytest.fixture
def compared(program: Desk):
    program.new()
    add(program, BRIDGE, DRAFT)
    study, panel = opened(program)
    program.wait(lambda: panel._answer is not None and panel._answer.gap is not None)
    yield program, study, panel
    study.close()


def test_with_one_package_the_panel_says_what_to_do(program: Desk) -> None:
    program.new()
    study, panel = opened(program)
    assert study.window is not None
    assert "one package" in study.window.missing.text()
    assert panel.tabs.isHidden()
    add(program, BRIDGE)
    program.wait(lambda: panel.clauses.table.rowCount() == 1)
    study.close()


def test_all_packages_are_compared_at_first_and_the_one_in_front_is_framed(compared) -> None:
    program, _, panel = compared
    assert [package.name for package in panel.choice.chosen()][1:] == ["Bridge", "Draft"]
    assert program.state.document.active == "draft"
    table = panel.clauses.table
    framed = table.framed()
    assert framed is not None
    assert table.horizontalHeaderItem(framed).text().startswith("Draft\n")
    found = rows(panel)
    assert set(found) == {"Put US companies on a white list", "gone"}
    assert "from month 3" in " ".join(found["Put US companies on a white list"])
    assert "gone" in panel.clauses.said.text()


def test_a_package_that_is_not_ticked_is_left_out_and_the_one_in_front_cannot_be(compared) -> None:
    program, study, panel = compared
    items = [panel.choice.list.item(place) for place in range(panel.choice.list.count())]
    assert not items[2].flags() & Qt.ItemFlag.ItemIsUserCheckable
    items[0].setCheckState(Qt.CheckState.Unchecked)
    program.wait(lambda: panel._answer is not None and len(panel._answer.comparison.packages) == 2)
    items = [panel.choice.list.item(place) for place in range(panel.choice.list.count())]
    items[1].setCheckState(Qt.CheckState.Unchecked)
    program.wait(lambda: "Tick another package" in study.window.missing.text())
    assert panel.tabs.isHidden()


def test_no_more_than_six_can_be_ticked(program: Desk) -> None:
    program.new()
    add(program, *(BRIDGE.model_copy(update={"id": f"p{n}", "name": f"P{n}"}) for n in range(7)))
    study, panel = opened(program)
    assert len(panel.choice.chosen()) == 6
    assert program.state.document.active in {package.id for package in panel.choice.chosen()}
    left = next(
        item
        for item in map(panel.choice.list.item, range(panel.choice.list.count()))
        if item.checkState() == Qt.CheckState.Unchecked
    )
    left.setCheckState(Qt.CheckState.Checked)
    assert left.checkState() == Qt.CheckState.Unchecked
    assert "At most 6" in panel.choice.told.text()
    study.close()


def test_another_pair_is_explained_without_comparing_again(compared) -> None:
    program, _, panel = compared
    first = panel._answer
    panel.choice.other.setCurrentIndex(panel.choice.other.findData("bridge"))
    panel.choice.other.activated.emit(panel.choice.other.currentIndex())
    program.wait(lambda: panel._answer is not first and panel._answer.gap is not None)
    assert panel._answer.comparison is first.comparison
    assert (panel._answer.gap.one, panel._answer.gap.other) == (2, 1)
    assert "Draft" in panel.gap.said.text()
    assert "Bridge" in panel.gap.said.text()
    assert panel.gap.view.figure() is not None


def test_the_two_of_a_pair_never_are_the_same(compared) -> None:
    _, _, panel = compared
    choice = panel.choice
    choice.other.setCurrentIndex(choice.other.findData(choice.one.currentData()))
    choice.other.activated.emit(choice.other.currentIndex())
    assert choice.one.currentData() != choice.other.currentData()


def test_an_edit_of_the_package_in_front_brings_another_answer(compared) -> None:
    program, _, panel = compared
    clause = Clause(measure="us_standstill", level="full")
    program.commands.studio.workbench.handle(Do(AddClause(package="draft", clause=clause)))
    program.wait(lambda: panel.clauses.table.rowCount() == 3)


def test_differences_are_charts_and_a_table_of_every_other_package(compared) -> None:
    _, _, panel = compared
    page = panel.outcomes
    assert {place for _, place in page.charts} == {0, 1, 2}
    page.mode.setCurrentIndex(1)
    assert {place for _, place in page.charts} == {1, 2}
    page.view.setCurrentIndex(SCORES)
    assert page.table.columnCount() == 5
    assert "+" in page.table.item(0, 1).text()
    chart = page.charts["supply", 2]
    chart.chosen.emit()
    assert page.view.currentIndex() == MONTHS
    assert page.months.rowCount() > 60


def test_the_table_in_front_is_copied(compared) -> None:
    _, _, panel = compared
    said: list[object] = []
    panel.intent.connect(said.append)
    for place in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(place)
        panel.copy.click()
    assert len(said) == 4
    assert all(isinstance(one, Copy) and "\t" in one.text for one in said)
    assert "Draft" in said[OUTCOMES].text


def test_the_map_has_a_table_twin(compared) -> None:
    _, _, panel = compared
    assert panel.where.table.rowCount() == 4
    panel.where.as_table.click()
    assert panel.where.stack.currentWidget() is panel.where.table


def test_a_score_and_a_tab_can_be_turned_to(compared) -> None:
    _, _, panel = compared
    panel.turn("map")
    assert panel.tabs.currentWidget() is panel.where
    panel.turn("alive_60")
    assert panel.choice.indicator() == "alive_60"
    assert "Deal alive at month 60" in panel.gap.said.text()


def test_the_comparison_is_written_to_a_file(compared, tmp_path: Path) -> None:
    program, study, panel = compared
    panel.export.click()
    dialog = study.window.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "out.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    program.wait(path.exists)
    program.wait(lambda: not program.commands.studio.around.runner.busy())
    assert "Bridge" in path.read_text(encoding="utf-8-sig")


def test_the_same_deal_twice_is_told_to_be(program: Desk) -> None:
    program.new()
    add(program, BRIDGE, BRIDGE.model_copy(update={"id": "again", "name": "Again"}))
    study, panel = opened(program)
    program.wait(lambda: panel._answer is not None)
    panel.choice.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    program.wait(lambda: "nothing separates them" in panel.clauses.said.text())
    assert panel.clauses.table.isHidden()
    assert panel.gap.view.isHidden()
    study.close()


def test_the_panel_speaks_the_language_of_the_desk(compared) -> None:
    program, _, panel = compared
    program.preferences.set(language="zh")
    program.wait(lambda: "各方案有2项条款不同" in panel.clauses.said.text())
    assert panel.clauses.table.horizontalHeaderItem(1).text() == "条款"


def test_packages_are_compared_before_their_gap_is_explained(program: Desk) -> None:
    program.new()
    add(program, BRIDGE, DRAFT)
    study, panel = opened(program)
    seen: list[bool] = []
    show = panel.show_answer

    def watch(answer: object, subject: Subject) -> None:
        assert isinstance(answer, Answer)
        seen.append(answer.gap is not None)
        show(answer, subject)

    panel.show_answer = watch
    program.wait(lambda: seen == [False, True])
    assert "Draft" in panel.gap.said.text()
    study.close()


def test_a_deal_with_measures_of_its_own_is_compared_once_and_then_rests(program: Desk) -> None:
    program.new()
    own = program.state.catalogue.measures[0].model_copy(update={"id": "own_one"})
    program.commands.studio.workbench.handle(Do(AddMeasure(measure=own)))
    add(program, BRIDGE, DRAFT)
    study, panel = opened(program)
    program.wait(lambda: panel._answer is not None and panel._answer.gap is not None)
    last = panel._answer
    program.qtbot.wait(150)
    assert panel._answer is last
    assert not program.commands.studio.around.runner.busy("study")
    study.close()
