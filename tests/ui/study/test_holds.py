"""The panel Will it hold on the real window: figures, tables, the builder and its one step of undo."""

from PySide6.QtCore import Qt

from dealbuilder.analysis.tranches import SNAPBACK, TRANCHES
from dealbuilder.document.edits import AddClause
from dealbuilder.model.package import Clause
from dealbuilder.report.stacks import Stacks
from dealbuilder.ui.intents import Do, FocusClause, ShowMethod
from dealbuilder.ui.study.panels.holds import HoldsPanel
from dealbuilder.ui.study.studying import Studying
from dealbuilder.ui.study.tranche_table import CLAUSE, MATCHED
from tests.ui.conftest import Desk

CLAUSES = (
    ("us_standstill", "full"),
    ("grant_pending", "less_sensitive"),
    ("cn_standstill", "all"),
    ("cn_whitelist", "most"),
)


def asked(program: Desk, *clauses: tuple[str, str]) -> tuple[Studying, HoldsPanel]:
    program.new()
    for measure, level in clauses:
        clause = Clause(measure=measure, level=level, note=f"note on {measure}")
        program.commands.studio.workbench.handle(Do(AddClause(package=program.state.document.active, clause=clause)))
    program.scored()
    study = Studying(program.commands.studio, (HoldsPanel,))
    study.open("holds")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, HoldsPanel)
    program.wait(lambda: panel.headline.text() != "" and not busy(program))
    return study, panel


def busy(program: Desk) -> bool:
    return program.commands.studio.around.runner.busy("study")


def choose(program: Desk, panel: HoldsPanel, preset: str, snapback: str = "") -> None:
    builder = panel.builder
    builder.preset.setCurrentIndex(builder.preset.findData(preset))
    builder.snapback.setCurrentIndex(builder.snapback.findData(snapback))
    builder.preset.activated.emit(builder.preset.currentIndex())
    program.wait(lambda: not busy(program))


def test_an_empty_deal_is_shown_as_the_truce_and_nothing_can_be_staged(program: Desk) -> None:
    study, panel = asked(program)
    assert panel.headline.text() == "The package is empty: what is shown is the truce as it stands."
    assert not panel.builder.preset.isEnabled()
    assert not panel.builder.apply.isEnabled()
    assert "no clause of either side" in panel.builder.told.text()
    assert panel.worth.isHidden()
    study.close()


def test_every_figure_has_its_table_behind_a_button(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    assert isinstance(panel.hazard.view.figure(), Stacks)
    for card in (panel.alive, panel.hazard, panel.clock, panel.dates):
        card.twin.click()
        assert not card.table.isHidden()
        assert card.table.rowCount() > 0
        assert card.view.accessibleDescription()
    assert panel.hazard.table.rowCount() == 60
    assert panel.worth.rowCount() == len(CLAUSES)
    study.close()


def test_a_plan_is_previewed_and_applied_in_one_step_that_undo_takes_back(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    builder = panel.builder
    before = program.state.document
    assert builder.plan() is None
    assert builder.preview.isHidden()
    choose(program, panel, "halves", "automatic")
    program.wait(lambda: builder.apply.isEnabled())
    assert builder.preview.rowCount() == 7
    assert program.state.document is before
    builder.apply.click()
    after = program.state.document.package()
    grant = after.clause("grant_pending")
    assert grant is not None
    assert (grant.start, grant.note, grant.snapback) == (6, "note on grant_pending", True)
    assert after.clause(TRANCHES) is not None
    assert after.clause(SNAPBACK) is not None
    program.scored()
    program.commands.do("undo")
    assert program.state.document.package() == before.package()
    study.close()


def test_after_applying_the_builder_rests_and_the_study_answers_for_the_new_deal(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    choose(program, panel, "signing", "automatic")
    program.wait(lambda: panel.builder.apply.isEnabled())
    headline = panel.headline.text()
    panel.builder.apply.click()
    assert panel.builder.plan() is None
    program.wait(lambda: panel.headline.text() != headline)
    assert not panel.builder.apply.isEnabled()
    study.close()


def test_an_unticked_clause_stays_as_it_is(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    choose(program, panel, "halves")
    table = panel.builder.table
    row = next(r for r in range(table.rowCount()) if "Put US companies" in table.item(r, CLAUSE).text())
    table.item(row, CLAUSE).setCheckState(Qt.CheckState.Unchecked)
    program.wait(lambda: not busy(program) and panel.builder.apply.isEnabled())
    assert table.item(row, MATCHED).text() == ""
    panel.builder.apply.click()
    kept = program.state.document.package().clause("cn_whitelist")
    assert kept is not None
    assert (kept.start, kept.condition, kept.snapback) == (0, None, False)
    study.close()


def test_a_tranche_chosen_by_hand_counts(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    choose(program, panel, "quarters")
    panel.builder.table.placed.emit(("cn_whitelist", 3))
    program.wait(lambda: not busy(program) and panel.builder.apply.isEnabled())
    panel.builder.apply.click()
    moved = program.state.document.package().clause("cn_whitelist")
    assert moved is not None
    assert moved.start == 9
    study.close()


def test_the_panel_follows_the_language(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    program.commands.studio.around.preferences.set(language="zh")
    program.wait(lambda: "仍有效的概率" in panel.headline.text())
    assert panel.builder.preset.itemText(1) == "签署时全部履行"
    study.close()


def test_a_row_leads_to_its_clause_and_the_button_to_the_method(program: Desk) -> None:
    study, panel = asked(program, *CLAUSES)
    told: list[object] = []
    panel.intent.connect(told.append)
    panel.worth.cellActivated.emit(0, 0)
    panel.method.click()
    assert isinstance(told[0], FocusClause)
    assert told[0].measure in dict(CLAUSES)
    assert told[1] == ShowMethod("80-durability", "hazard")
    for to in ("exposure_us", "dates", "builder", "cn_whitelist", "strange"):
        panel.turn(to)
    study.close()
