"""The panel on who accepts: cards of both sides, edits that turn a role, changed roles, sealed values kept close."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget, QWidget

from dealbuilder.document.deal_edits import RestoreLens, SetLens
from dealbuilder.document.edits import AddClause, SealValue
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import key, of_lens, sealing
from dealbuilder.document.session import Began, bare
from dealbuilder.model.lens import LensChange, Reservation
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Text
from dealbuilder.report.figure import Bars
from dealbuilder.ui.dialogs.role import RoleDialog
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.study.panels.accepts import AcceptsPanel
from dealbuilder.ui.study.role_card import RoleCard
from tests.ui.conftest import Desk

SECRET = 6.54321
PHRASE = "nine lamps under water"
ROLE = "us_defence"


@pytest.fixture
def asked(program: Desk):
    """The panel of a deal with one clause, answered."""
    program.new()
    measure = program.state.catalogue.measure_by_id["cn_whitelist"]
    clause = Clause(measure=measure.id, level=measure.levels[1].id)
    do(program, AddClause(package=program.state.document.active, clause=clause))
    program.scored()
    program.commands.studying.open("accepts")
    settle(program)
    return program


def do(program: Desk, edit) -> None:
    program.commands.studio.workbench.handle(Do(edit))


def panel(program: Desk) -> AcceptsPanel:
    window = program.commands.studying.window
    assert window is not None
    found = window.front()
    assert isinstance(found, AcceptsPanel)
    return found


def settle(program: Desk) -> None:
    runner = program.commands.studio.around.runner
    program.wait(lambda: not program.state.busy and not runner.busy("study"))
    QApplication.processEvents()


def written(widget: QWidget) -> str:
    """Everything that a widget says."""
    said = [label.text() for label in widget.findChildren(QLabel)]
    said += [one.accessibleName() + one.accessibleDescription() + one.toolTip() for one in widget.findChildren(QWidget)]
    for table in widget.findChildren(QTableWidget):
        for row in range(table.rowCount()):
            cells = (table.item(row, column) for column in range(table.columnCount()))
            said += [cell.text() for cell in cells if cell is not None]
    return "\n".join(said)


def seal(program: Desk) -> None:
    lens = program.state.catalogue.lens_by_id[ROLE]
    own = of_lens(lens).model_copy(update={"reservation": SECRET, "note": "never below"})
    do(program, sealing(program.state.document, ROLE, own, Sealer.under(PHRASE)))
    settle(program)


def question(program: Desk) -> UnsealingDialog:
    """The question for the passphrase that is open."""
    found = [one for one in panel(program).findChildren(UnsealingDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def unseal(program: Desk, card: RoleCard) -> None:
    """Open what is sealed for the role of a card."""
    card.own.click()
    dialog = question(program)
    dialog.passphrase.line.setText(PHRASE)
    dialog.yes.click()
    program.wait(lambda: panel(program).private())
    settle(program)


def test_every_role_has_a_card_on_its_side_with_word_shape_and_reason(asked: Desk) -> None:
    shown = panel(asked)
    cards = {card.id: card for card in shown.board.cards}
    lenses = asked.state.catalogue.lenses
    assert list(cards) == [lens.id for lens in lenses]
    for card in cards.values():
        assert card.says.text().split(" ")[0] in ("accepts", "leans", "rejects")
        assert card.reason.text()
        assert card.bar.accessibleName()
    for us, china in zip(*([one for one in lenses if one.side == side] for side in ("us", "china")), strict=True):
        assert abs(cards[us.id].width() - cards[china.id].width()) <= 1
    assert "that must agree accept" in shown.outcome.text()


def test_the_chart_has_its_table(asked: Desk) -> None:
    shown = panel(asked)
    figures = [view.figure() for view in shown.figures.values()]
    assert all(isinstance(figure, Bars) for figure in figures)
    assert sum(len(figure.labels) for figure in figures if figure) == shown.table.rowCount() == len(shown.board.cards)


def test_an_edit_that_turns_a_role_is_previewed_and_made_as_one_step(asked: Desk) -> None:
    card = next(card for card in panel(asked).board.cards if card.step() is not None)
    step, steps = card.step(), len(asked.commands.studio.workbench.deal.history.steps)
    QApplication.sendEvent(card.apply, QEvent(QEvent.Type.Enter))
    asked.wait(lambda: asked.state.preview is not None)
    QApplication.sendEvent(card.apply, QEvent(QEvent.Type.Leave))
    asked.wait(lambda: asked.state.preview is None)
    card.apply.click()
    assert len(asked.commands.studio.workbench.deal.history.steps) == steps + 1
    assert asked.state.document.package().clauses == step.package.clauses
    role = card.id
    settle(asked)
    now = panel(asked).board.card(role)
    assert now is not None
    assert now.says.text().split(" ")[0] in ("accepts", "leans")


def test_a_changed_role_is_marked_and_restored(asked: Desk) -> None:
    lens = asked.state.catalogue.lens_by_id[ROLE]
    firm = Reservation(value=50.0, reason=Text(en="x", zh="x"), grade="D")
    do(asked, SetLens(change=LensChange(lens=lens.model_copy(update={"reservation": firm}))))
    settle(asked)
    card = panel(asked).board.card(ROLE)
    assert card is not None
    assert "changed in this deal" in card.name.text()
    assert card.says.text().startswith("rejects")
    do(asked, RestoreLens(id=ROLE))
    settle(asked)
    assert "changed" not in card.name.text()


def test_the_dialog_changes_a_role_and_leaves_what_nobody_touched(asked: Desk) -> None:
    lens = asked.state.catalogue.lens_by_id[ROLE]
    dialog = RoleDialog(asked.state, ROLE, asked.window)
    told: list[object] = []
    dialog.intent.connect(told.append)
    dialog.reservation.setValue(0.75)
    dialog.reason.setText("heard in the corridor")
    dialog.keep.click()
    (intent,) = told
    assert isinstance(intent, Do)
    assert isinstance(intent.edit, SetLens)
    made = intent.edit.change
    assert made.reason == "heard in the corridor"
    assert made.lens.reservation.value == 0.75
    assert (made.lens.weights, made.lens.red_lines, made.lens.consent) == (lens.weights, lens.red_lines, lens.consent)
    dialog.deleteLater()


def test_the_dialog_makes_a_role_of_the_deals_own_and_takes_it_away(asked: Desk) -> None:
    dialog = RoleDialog(asked.state, "", asked.window)
    dialog.intent.connect(asked.commands.studio.workbench.handle)
    dialog.keep.click()
    assert "name" in dialog.status.text()
    dialog.name.setText("Port workers")
    dialog.keep.click()
    assert "weight" in dialog.status.text()
    dialog.side.setCurrentIndex(1)
    dialog.more.setCurrentIndex(dialog.more.findData("alive_36"))
    dialog.add.click()
    dialog.lines.draw.click()
    dialog.keep.click()
    (change,) = asked.state.document.lenses
    assert (change.lens.name.en, change.lens.side, change.lens.grade) == ("Port workers", "china", "D")
    assert len(change.lens.red_lines) == 1
    settle(asked)
    card = panel(asked).board.card(change.id)
    assert card is not None
    assert "added by this deal" in card.name.text()
    again = RoleDialog(asked.state, change.id, asked.window)
    again.intent.connect(asked.commands.studio.workbench.handle)
    again.restore.click()
    assert asked.state.document.lenses == ()
    settle(asked)
    assert panel(asked).board.card(change.id) is None
    for each in (dialog, again):
        each.deleteLater()


def test_sealed_values_are_used_only_after_they_are_opened_and_marked(asked: Desk) -> None:
    seal(asked)
    card = panel(asked).board.card(ROLE)
    assert card is not None
    assert card.own.isVisibleTo(card)
    assert "6.54" not in written(panel(asked))
    unseal(asked, card)
    assert "6.54" in card.worth.text()
    assert panel(asked).holdouts.text().startswith("CONFIDENTIAL")
    assert "CONFIDENTIAL" in card.secret.text()
    assert "confidential" in card.name.text()
    assert "6.54" not in written(asked.window.centralWidget())
    assert "never below" not in written(panel(asked))
    assert not asked.commands.studying._answers or "6.54" not in repr(asked.commands.studying._answers)
    card.own.click()
    settle(asked)
    assert "6.54" not in written(panel(asked))


def test_saying_no_or_another_passphrase_leaves_them_sealed(asked: Desk) -> None:
    seal(asked)
    card = panel(asked).board.card(ROLE)
    assert card is not None
    card.own.click()
    dialog = question(asked)
    assert not dialog.yes.isEnabled()
    dialog.passphrase.line.setText("another one")
    dialog.yes.click()
    asked.wait(lambda: "does not open it" in dialog.status.text())
    assert dialog.passphrase.text() == ""
    assert not dialog.yes.isEnabled()
    dialog.reject()
    settle(asked)
    assert "6.54" not in written(panel(asked))
    assert not panel(asked).private()


def test_what_an_old_file_holds_in_the_open_is_said_and_opened_without_a_passphrase(asked: Desk) -> None:
    lens = asked.state.catalogue.lens_by_id[ROLE]
    own = of_lens(lens).model_copy(update={"reservation": SECRET})
    do(asked, SealValue(key=key(ROLE), value=own.model_dump_json()))
    settle(asked)
    card = panel(asked).board.card(ROLE)
    assert card is not None
    assert "NOT ENCRYPTED" in card.secret.text()
    card.own.click()
    dialog = question(asked)
    assert not dialog.passphrase.isVisible()
    assert "NOT ENCRYPTED" in dialog.status.text()
    dialog.yes.click()
    asked.wait(lambda: panel(asked).private())
    settle(asked)
    assert "6.54" in card.worth.text()


def test_what_is_opened_after_it_was_sealed_anew_or_a_workshop_began_is_not_used(asked: Desk) -> None:
    seal(asked)
    card = panel(asked).board.card(ROLE)
    assert card is not None
    card.own.click()
    dialog = question(asked)
    do(asked, SealValue(key=key(ROLE), value=None))
    dialog.passphrase.line.setText(PHRASE)
    dialog.yes.click()
    asked.wait(lambda: not panel(asked).findChildren(UnsealingDialog))
    settle(asked)
    assert not panel(asked).private()


def opened(asked: Desk) -> AcceptsPanel:
    seal(asked)
    shown = panel(asked)
    card = shown.board.card(ROLE)
    assert card is not None
    unseal(asked, card)
    assert "6.54" in written(shown)
    return shown


def test_they_are_put_away_when_something_is_presented(asked: Desk) -> None:
    shown = opened(asked)
    asked.commands.do("present")
    settle(asked)
    assert "6.54" not in written(shown)
    assert all("6.54" not in written(window) for window in QApplication.topLevelWidgets())
    asked.commands._room.presenter.stop()


def test_they_are_put_away_when_a_workshop_begins_and_stay_closed_in_it(asked: Desk) -> None:
    shown = opened(asked)
    workbench = asked.commands.studio.workbench
    assert workbench.record(Began(at="", visibility="public", package=bare(asked.state.document.package())))
    settle(asked)
    assert "6.54" not in written(shown)
    card = shown.board.card(ROLE)
    assert card is not None
    assert not card.own.isEnabled()
    assert card.step() is None
    shown.advice.setChecked(True)
    settle(asked)
    assert any(one.step() is not None for one in shown.board.cards)


def test_they_are_put_away_when_the_study_closes_or_what_is_sealed_changes(asked: Desk) -> None:
    shown = opened(asked)
    do(asked, SealValue(key=key(ROLE), value=None))
    settle(asked)
    assert "6.54" not in written(shown)
    opened(asked)
    asked.commands.studying.close()
    asked.commands.studying.open("accepts")
    settle(asked)
    assert "6.54" not in written(panel(asked))
