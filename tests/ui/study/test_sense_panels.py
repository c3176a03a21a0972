"""What it hangs on, and when it fails: answers in two steps, pickers that are followed, a way to each assumption."""

import pytest

from dealbuilder import paths
from dealbuilder.document.document import Target
from dealbuilder.document.edits import AddClause, AddMeasure, SetTarget
from dealbuilder.document.examples import examples
from dealbuilder.model.package import Clause
from dealbuilder.ui.intents import Do, ShowAssumptions
from dealbuilder.ui.question import question
from dealbuilder.ui.study.panels.fails import FailsPanel
from dealbuilder.ui.study.panels.hangs import HangsPanel
from dealbuilder.ui.study.studying import Studying
from tests.document.deals import own_measure
from tests.ui.conftest import Desk


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr("dealbuilder.analysis.hangs.POINTS", 4)
    monkeypatch.setattr("dealbuilder.analysis.fails.WORLDS", 512)


def studied(program: Desk, panel, to: str = "") -> Studying:
    found = {each.id: each for each in examples(paths.resources() / "examples")}
    program.commands.open_example(found["essay_minimal"])
    program.scored()
    study = Studying(program.commands.studio, (panel,))
    study.open(panel.id, to)
    return study


def test_the_tornado_comes_first_and_the_shares_follow(program):
    study = studied(program, HangsPanel)
    panel = study.window.front()
    first = []
    panel.wanted.connect(lambda: first.append((len(panel.figure.figure().labels), panel.indices.columnCount())))
    program.wait(lambda: panel.indices.columnCount() == 3 and panel.indices.rowCount() > 3)
    assert first == [(10, 2)]
    assert panel.bars.rowCount() == 10
    assert "Supply restored is" in panel.verdict.text()
    assert panel.figure.accessibleDescription()
    study.close()


def test_a_deal_with_a_clause_off_the_menu_is_answered_as_any_other(program):
    study = studied(program, HangsPanel)
    panel = study.window.front()
    program.wait(lambda: panel.indices.columnCount() == 3)
    package, own = program.state.document.active, own_measure("own_cn").model_copy(update={"side": "china"})
    answers = []
    panel.wanted.connect(lambda: answers.append(panel.verdict.text()))
    program.commands.studio.workbench.handle(Do(AddMeasure(measure=own)))
    clause = Clause(measure="own_cn", level="all")
    program.commands.studio.workbench.handle(Do(AddClause(package=package, clause=clause)))
    program.scored()
    assert question(program.state.document).measures == (own,)
    program.wait(lambda: len(answers) > 0 and not study.window.stop.isVisible())
    study.close()


def test_each_to_argue_about_opens_its_assumption(program):
    study = studied(program, HangsPanel)
    panel = study.window.front()
    asked = []
    program.wait(lambda: len(panel.arguments.rows) == 3 and panel.indices.columnCount() == 3)
    # Else the dialogue of the assumptions would open and wait.
    panel.intent.disconnect()
    panel.intent.connect(asked.append)
    panel.arguments.rows[0][2].click()
    assert isinstance(asked[-1], ShowAssumptions)
    assert asked[-1].parameter in program.state.catalogue.parameter_by_id
    study.close()


def test_another_indicator_is_answered_from_the_same_runs(program, monkeypatch):
    study = studied(program, HangsPanel)
    panel = study.window.front()
    program.wait(lambda: panel.indices.columnCount() == 3)
    monkeypatch.setattr("dealbuilder.analysis.hangs.batch", None)
    panel.turn("leadership_cost")
    program.wait(lambda: "leadership cost is" in panel.verdict.text().lower())
    program.wait(lambda: not study.window.stop.isVisible())
    study.close()


def test_a_target_of_the_deal_is_the_first_line(program):
    study = studied(program, HangsPanel, "supply_civil")
    panel = study.window.front()
    assert panel.yardstick.wanted().id == "supply_civil"
    assert panel.yardstick.line.currentText() == "more than in the baseline"
    target = Target(indicator="supply_civil", sense="at_least", value=60)
    program.commands.studio.workbench.handle(Do(SetTarget(target=target)))
    program.wait(lambda: panel.yardstick.line.itemText(0) == "at least 60.0%")
    study.close()


def test_the_sentence_is_shown_with_its_picture_and_one_package_regrets_nothing(program):
    study = studied(program, FailsPanel)
    panel = study.window.front()
    program.wait(lambda: bool(panel.sentence.text()))
    assert "Supply restored" in panel.sentence.text()
    assert panel.figure.figure() is not None
    assert panel.counts.rowCount() in (1, 3)
    assert "add another" in panel.least.text()
    study.close()


def test_what_counts_as_failing_can_be_chosen(program):
    study = studied(program, FailsPanel)
    panel = study.window.front()
    program.wait(lambda: bool(panel.sentence.text()))
    panel.yardstick.line.setCurrentIndex(panel.yardstick.line.count() - 1)
    panel.yardstick.line.activated.emit(panel.yardstick.line.currentIndex())
    program.wait(lambda: "worst fifth" in panel.basis.text())
    panel.yardstick.line.setCurrentIndex(1)
    panel.yardstick.line.activated.emit(1)
    program.wait(lambda: "this is missed" in panel.basis.text())
    study.close()


def test_an_edit_asks_anew_and_the_choice_stays(program):
    study = studied(program, FailsPanel, "supply_military")
    panel = study.window.front()
    program.wait(lambda: "Supply restored, military" in panel.sentence.text() or "ilitary" in panel.sentence.text())
    before = panel.sentence.text()
    package = program.state.document.package()
    taken = {clause.measure for clause in package.clauses}
    measure = next(one for one in program.state.catalogue.measures if one.id not in taken and not one.guardrail)
    edit = AddClause(package=package.id, clause=Clause(measure=measure.id, level=measure.levels[-1].id))
    program.commands.studio.workbench.handle(Do(edit))
    program.scored()
    program.wait(lambda: not study.window.stop.isVisible())
    assert panel.yardstick.wanted().id == "supply_military"
    assert panel.sentence.text()
    assert before
    study.close()
