"""What an edit paints, in which order, and what it leaves alone."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox

from dealbuilder.document.edits import RemoveClause, SetLevel
from dealbuilder.ui.intents import Do
from dealbuilder.ui.widgets.clause_row import ClauseRow
from tests.ui.test_workbench import LETTERS, WHITE_LIST, add


class Painted(QObject):
    """Notes who is painted, in order."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self.seen: list[QObject] = []
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched)
        return False


@pytest.fixture
def deal(program, qtbot):
    """A scored deal of four clauses, with nothing left to paint."""
    program.new()
    for measure in (WHITE_LIST, LETTERS, "grant_pending", "cn_review_clock"):
        add(program, measure, 1)
    program.scored()
    settle(qtbot)
    return program


def settle(qtbot) -> None:
    """Wait until what follows an answer in later frames is painted too."""
    qtbot.wait(120)


def raised(program, measure: str) -> Do:
    levels = program.state.catalogue.measure_by_id[measure].levels
    return Do(SetLevel(package=program.state.document.active, measure=measure, level=levels[-1].id))


def test_the_model_is_asked_before_any_pane_is_shown(deal, monkeypatch):
    order = []
    workbench, runner = deal.commands.studio.workbench, deal.commands.studio.around.runner
    start, show = runner.start, deal.commands.studio.desk.show_state
    monkeypatch.setattr(
        runner,
        "start",
        lambda lane, *work, **how: (order.append("asked") if not how else None, start(lane, *work, **how)),
    )
    monkeypatch.setattr(workbench._desk, "show_state", lambda *states: (order.append("shown"), show(*states)))
    workbench.handle(raised(deal, WHITE_LIST))
    assert order == ["asked", "shown"]
    deal.scored()


def test_both_scores_and_the_chart_are_painted_before_the_rest_takes_the_answer_in(deal, qtbot):
    desk, workbench = deal.commands.studio.desk, deal.commands.studio.workbench
    waited_for = [desk.charts.detail.plot.viewport(), *(card.bar for card in desk.scoreboard.cards)]
    rest = [desk.scoreboard.table.viewport(), desk.charts.multiples.chart("supply"), desk.package.balance]
    before, words = deal.state.evaluation, [desk.scoreboard.table.text(id, 1) for id in desk.scoreboard.table.lines()]
    found = []

    def look(state):
        if state.evaluation is not before and not found:
            found.append(
                (list(painted.seen), [desk.scoreboard.table.text(id, 1) for id in desk.scoreboard.table.lines()])
            )

    workbench.handle(raised(deal, WHITE_LIST))
    deal.window.repaint()
    painted = Painted(*waited_for, *rest)
    workbench.changed.connect(look)
    deal.scored()
    seen, still = found[0]
    assert set(seen) == set(waited_for)
    assert still == words
    settle(qtbot)
    assert [desk.scoreboard.table.text(id, 1) for id in desk.scoreboard.table.lines()] != words
    assert set(rest) <= set(painted.seen)


def test_a_changed_level_repaints_its_own_row_and_no_other(deal, qtbot):
    board = deal.commands.studio.desk.package.desk.board
    painted = Painted(*board.rows())
    deal.commands.studio.workbench.handle(raised(deal, WHITE_LIST))
    deal.scored()
    settle(qtbot)
    assert {row.measure for row in painted.seen} == {WHITE_LIST}


def test_a_clause_that_leaves_moves_only_the_rows_below_it(deal, qtbot):
    board = deal.commands.studio.desk.package.desk.board
    rows = {row.measure: row for row in board.rows()}
    below = [row.measure for row in rows.values() if row.x() == rows[LETTERS].x() and row.y() > rows[LETTERS].y()]
    assert below == ["grant_pending"]
    painted = Painted(*(row for id, row in rows.items() if id != LETTERS))
    deal.commands.studio.workbench.handle(Do(RemoveClause(package=deal.state.document.active, measure=LETTERS)))
    deal.scored()
    settle(qtbot)
    assert {row.measure for row in painted.seen} <= set(below)
    assert all(row.measure != LETTERS for row in board.findChildren(ClauseRow))


def test_an_edit_of_a_clause_fills_no_choice_of_the_header_anew(deal):
    header, refilled = deal.commands.studio.desk.header, []
    for choice in header.findChildren(QComboBox):
        choice.model().rowsRemoved.connect(lambda *place: refilled.append(place))
    deal.commands.studio.workbench.handle(raised(deal, WHITE_LIST))
    deal.scored()
    assert not refilled


def test_the_catalogue_renews_the_card_of_what_came_or_left_and_no_other(deal):
    catalogue, renewed = deal.commands.studio.desk.catalogue, []
    catalogue._model.dataChanged.connect(lambda first, last, roles: renewed.append(first))
    deal.commands.studio.workbench.handle(raised(deal, WHITE_LIST))
    assert not renewed
    deal.commands.studio.workbench.handle(Do(RemoveClause(package=deal.state.document.active, measure=LETTERS)))
    assert {index.data() for index in renewed} == {catalogue._model.place(LETTERS).data()}
    deal.scored()
