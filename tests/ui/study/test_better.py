"""Better deals on the desk: choices, suggestions tried on and taken, and silence in a running session."""

import pytest
from PySide6.QtCore import Qt

from dealbuilder.document.clause_edits import MoveClauses
from dealbuilder.document.edits import AddClause
from dealbuilder.document.session import Began
from dealbuilder.model.package import Clause
from dealbuilder.ui.intents import Do, Preview
from dealbuilder.ui.study.panels.better import BetterPanel
from dealbuilder.ui.study.studying import Studying
from tests.ui.conftest import Desk

CLAUSES = {"cn_whitelist": "pilot", "us_standstill": "notice_30", "rescind_ai_letters": "h20_capped"}


def opened(program: Desk, clauses: dict[str, str] = CLAUSES) -> tuple[Studying, BetterPanel]:
    program.new()
    bench = program.commands.studio.workbench
    for measure, level in clauses.items():
        clause = Clause(measure=measure, level=level)
        bench.handle(Do(AddClause(package=program.state.document.active, clause=clause)))
    program.scored()
    study = Studying(program.commands.studio, (BetterPanel,))
    study.open("better")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, BetterPanel)
    return study, panel


def answered(program: Desk, panel: BetterPanel) -> None:
    program.wait(lambda: panel._found is not None and panel.told.table.rowCount() > 0)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch, catalogue) -> None:
    """Let only a few measures move: the coach itself is tested without a window."""
    from dealbuilder.analysis import space

    moving = {*CLAUSES, "cn_access_dual_use", "home_permitting"}
    whole = space._options

    def options(catalogue, package, bounds, measure, now):
        return whole(catalogue, package, bounds, measure, now) if measure.id in moving else (now,)

    monkeypatch.setattr(space, "_options", options)


def test_a_suggestion_is_tried_on_and_taken_as_one_step_of_undo(program: Desk) -> None:
    study, panel = opened(program)
    answered(program, panel)
    before = program.state.document
    asked: list[object] = []
    panel.intent.connect(asked.append)
    assert panel.told.swap.isVisible()
    assert panel.told.swap.text().startswith(("The single move", "No single move", "No one or two moves"))
    panel.told.table.selectRow(0)
    assert panel.told.reason.text().startswith("1. ")
    panel.told.try_on.click()
    assert isinstance(asked[-1], Preview)
    assert isinstance(asked[-1].edit, MoveClauses)
    program.wait(lambda: program.state.preview is not None)
    panel.told.apply.click()
    done = [one for one in asked if isinstance(one, Do)]
    assert len(done) == 1
    assert Preview(None) in asked
    assert program.state.document != before
    program.commands.do("undo")
    assert program.state.document.packages == before.packages
    study.close()


def test_what_was_found_for_another_package_cannot_be_taken(program: Desk) -> None:
    study, panel = opened(program)
    answered(program, panel)
    assert panel.told.apply.isEnabled()
    study.window.stop.click()
    clause = Clause(measure="cn_customs", level="day_1")
    program.commands.studio.workbench.handle(Do(AddClause(package=program.state.document.active, clause=clause)))
    assert not panel.told.apply.isEnabled()
    assert panel.told.edit() is None
    study.close()


def test_a_lock_a_role_and_a_wish_are_part_of_what_is_asked(program: Desk) -> None:
    study, panel = opened(program)
    answered(program, panel)
    plain = panel.choices()
    asking = panel.asking
    asking.open.click()
    assert asking.locks.isVisible()
    asking.locks.item(0).setCheckState(Qt.CheckState.Checked)
    locked = asking.asked()
    assert locked is not None
    assert locked.bounds.locked == {"cn_whitelist"}
    assert "1" in asking.open.text()
    asking.us.setCurrentIndex(asking.us.findData("us_defence"))
    asking.supply.setValue(60.0)
    asking.lines.click()
    asked = asking.asked()
    assert asked is not None
    assert [lens.id for lens in asked.lenses if lens.side == "us"] == ["us_defence"]
    assert asked.bounds.lines == ()
    assert (asked.wish.supply, asked.wish.cost) == (60.0, None)
    assert panel.choices() != plain
    program.wait(lambda: panel._found is not None and panel._found.asked == asked)
    moved = [panel.told.table.item(row, 1).text() for row in range(panel.told.table.rowCount())]
    title = program.state.catalogue.measure_by_id["cn_whitelist"].title.en
    assert not any(title in words for words in moved)
    study.close()


def test_in_a_running_session_nothing_is_worked_out_until_the_chair_turns_it_on(program: Desk) -> None:
    program.new()
    bench = program.commands.studio.workbench
    bench.record(Began(at="", package=program.state.document.package()))
    study = Studying(program.commands.studio, (BetterPanel,))
    study.open("better")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, BetterPanel)
    assert panel._subject is not None
    assert panel._subject.session
    assert panel.allow.isVisible()
    assert not panel.asking.isVisible()
    assert not study.window.progress.isVisible()
    assert "chair" in study.window.missing.text()
    panel.allow.click()
    program.wait(lambda: panel._found is not None)
    assert not panel.allow.isVisible()
    study.close()


def test_the_maps_have_a_table_and_the_front_joins_them(program: Desk) -> None:
    study, panel = opened(program)
    answered(program, panel)
    panel.numbers.click()
    rows = panel.table.rowCount()
    assert rows == panel.told.table.rowCount() + 2
    assert panel.parties.accessibleDescription()
    panel.search.click()
    program.wait(lambda: panel._found is not None and panel._found.wide is not None)
    assert panel.table.rowCount() > rows
    assert "Nash" in panel.points.text() or "without a deal" in panel.points.text()
    assert not panel.search.isEnabled()
    program.preferences.set(language="zh")
    assert "不是预测" in panel.basis.text()
    study.close()
