"""A deal is rehearsed from its panel: proposals, answers, take-over; nothing is kept but what the user takes."""

import pytest

from dealbuilder.analysis.counterpart.reply import Turn
from dealbuilder.document.edits import AddClause, SetDraws, SetWorldview
from dealbuilder.document.session import Began
from dealbuilder.model.package import Clause
from dealbuilder.report import theme
from dealbuilder.ui.intents import Do
from dealbuilder.ui.study.panels.counterpart import CounterpartPanel
from dealbuilder.ui.study.studying import Studying
from tests.ui.conftest import Desk

TRADE = (("cn_whitelist", "most"), ("rescind_ai_letters", "h20_capped"))


def opened(program: Desk, *clauses: tuple[str, str]) -> tuple[Studying, CounterpartPanel]:
    program.new()
    do(program, SetDraws(draws=2))
    for measure, level in clauses:
        do(program, AddClause(package=program.state.document.active, clause=Clause(measure=measure, level=level)))
    program.scored()
    study = Studying(program.commands.studio, (CounterpartPanel,))
    study.open("counterpart")
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, CounterpartPanel)
    return study, panel


def do(program: Desk, edit) -> None:
    program.commands.studio.workbench.handle(Do(edit))


def proposed(program: Desk, panel: CounterpartPanel, rounds: int = 1) -> None:
    panel.propose.click()
    program.wait(lambda: panel.transcript.table.rowCount() == 2 * rounds and "thinking" not in panel.status.text())


def test_a_proposal_is_answered_and_told_in_words_table_and_figure(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    assert "Nothing has been proposed" in panel.status.text()
    assert not panel.accept.isEnabled()
    assert not panel.transcript.figure.isVisible()
    proposed(program, panel)
    assert "Round 2 of 6" in panel.status.text()
    assert "China asks for" in panel.why.text()
    assert panel.transcript.figure.figure() is not None
    assert panel.transcript.twin.rowCount() == 2
    assert panel.accept.isEnabled()
    assert not panel.form.isEnabled()
    assert "your turn" in study.window.missing.text() or study.window.missing.text() == ""
    study.close()


def test_the_other_side_can_be_played_with_another_tactic(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    panel.form.side.setCurrentIndex(1)
    panel.form.tactic.setCurrentIndex(1)
    assert not panel.form.exponent.isEnabled()
    assert panel.form.rules.side == "us"
    proposed(program, panel)
    assert "The United States asks for" in panel.why.text()
    study.close()


def test_its_offer_is_taken_over_in_one_step_that_can_be_undone(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    before = program.state.document
    offer = panel._game.offer
    assert offer is not None
    panel.into.click()
    assert program.state.document.package().clauses == offer.clauses
    program.commands.do("undo")
    assert program.state.document == before
    panel.as_new.click()
    assert len(program.state.document.packages) == 2
    assert program.state.document.package().clauses == offer.clauses
    program.commands.do("undo")
    assert program.state.document == before
    study.close()


def test_the_deal_may_change_between_proposals_and_the_transcript_stays(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    do(
        program,
        AddClause(package=program.state.document.active, clause=Clause(measure="ease_hbm", level="one_million")),
    )
    program.scored()
    assert panel.transcript.table.rowCount() == 2
    assert "your turn" in study.window.missing.text()
    proposed(program, panel, rounds=2)
    study.close()


def test_an_accepted_offer_ends_the_rehearsal_with_a_debrief(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    panel.accept.click()
    assert "there is an agreement" in panel.status.text()
    assert "packages looked at" in panel.transcript.left.text()
    assert not panel.propose.isEnabled()
    assert "over" in study.window.missing.text()
    panel.again.click()
    assert panel.transcript.table.rowCount() == 0
    assert panel.form.isEnabled()
    study.close()


def test_the_last_round_leaves_its_last_offer_to_take_or_leave(program: Desk) -> None:
    study, panel = opened(program)
    panel.form.rounds.setValue(1)
    proposed(program, panel)
    assert not panel.propose.isEnabled()
    panel.leave.click()
    assert "without an agreement" in panel.status.text()
    study.close()


def test_what_it_carries_at_least_is_shown_only_if_asked_for(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    lines = len(panel.transcript.figure.figure().lines)
    panel.transcript.least.setChecked(True)
    assert len(panel.transcript.figure.figure().lines) == lines + 1
    assert panel.transcript.figure.figure().lines[-1].role in theme.ROLES
    study.close()


def test_other_assumptions_end_what_its_figures_fit(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    do(program, SetWorldview(worldview="sceptic"))
    program.scored()
    assert "Start again" in study.window.missing.text()
    assert not panel.propose.isEnabled()
    panel.again.click()
    program.wait(lambda: panel.propose.isEnabled())
    study.close()


def test_while_a_session_runs_it_is_closed_and_says_so(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    program.commands.studio.workbench.record(
        Began(at="2026-01-01T00:00:00+00:00", package=program.state.document.package())
    )
    program.wait(lambda: "session is running" in study.window.missing.text())
    assert not panel.form.isVisible()
    assert not panel.transcript.isVisible()
    panel.propose.click()
    assert panel._game.pending is None
    study.close()


def test_nothing_is_written_to_the_record_of_sessions_or_the_document(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    deal = program.commands.studio.workbench.deal
    proposed(program, panel)
    panel.accept.click()
    assert program.commands.studio.workbench.deal is deal
    study.close()


@pytest.mark.parametrize(("button", "words"), [("text", "Opens with"), ("markdown", "| Round |")])
def test_the_transcript_can_be_copied(program: Desk, qapp, button: str, words: str) -> None:
    study, panel = opened(program, *TRADE)
    proposed(program, panel)
    getattr(panel, button).click()
    assert words in qapp.clipboard().text()
    study.close()


def test_clauses_left_alone_are_chosen_from_the_package(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    actions = panel.form.locks.menu().actions()
    assert [action.data() for action in actions] == [measure for measure, _ in TRADE]
    actions[0].trigger()
    assert panel.form.rules.locked == {"cn_whitelist"}
    assert "1 clause alone" in panel.form.locks.text()
    proposed(program, panel)
    turn = panel._game.turns[0]
    assert isinstance(turn, Turn)
    assert all(seen.package.clause("cn_whitelist") is not None for seen in turn.looked)
    study.close()


def test_texts_follow_the_language_and_the_table_folds_where_text_is_large(program: Desk) -> None:
    study, panel = opened(program, *TRADE)
    study.window.resize(1500, 800)
    proposed(program, panel)
    program.wait(lambda: panel.transcript.table.columnCount() == 7)
    program.preferences.set(language="zh", text_scale=2.0)
    program.wait(lambda: panel.propose.text() == "提议当前方案")
    assert "中国" in panel.why.text()
    study.window.resize(900, 700)
    program.wait(lambda: panel.transcript.table.columnCount() == 2)
    study.close()
