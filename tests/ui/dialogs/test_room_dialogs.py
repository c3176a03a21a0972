"""Setting up a session, writing down proposals and the agreement."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from dealbuilder.document.plan import Seat
from dealbuilder.model.parties import SIDES
from dealbuilder.report.kit.codes import codes
from dealbuilder.ui.dialogs.agreement import AgreementDialog
from dealbuilder.ui.dialogs.proposal import ProposalDialog
from dealbuilder.ui.dialogs.session import SessionDialog
from dealbuilder.ui.theme import PROPERTY, apply, by_name
from tests.ui.stage.conftest import Room, room

__all__ = ["room"]
OK = QDialogButtonBox.StandardButton.Ok
SEEN = 60
"""Difference of lightness, of 255, from which an edge is seen at a glance."""


def _set_up(room: Room) -> SessionDialog:
    room.commands.do("session")
    dialog = room.dialog()
    assert isinstance(dialog, SessionDialog)
    return dialog


def test_who_sees_scores_must_be_chosen_before_a_session_is_set_up(room):
    dialog = _set_up(room)
    assert not dialog.buttons.button(OK).isEnabled()
    assert "Choose who sees scores" in dialog.told.text()
    dialog.radios["chair"].setChecked(True)
    assert dialog.buttons.button(OK).isEnabled()
    dialog.buttons.button(OK).click()
    plan = room.program.state.document.plan
    template = room.workbench.catalogue.sessions[0]
    assert (plan.visibility, plan.template, plan.stages) == ("chair", template.id, template.stages)
    assert plan.deck == template.deck
    assert [seat.lens for seat in plan.seats] == list(template.roles)


def test_a_plan_is_one_edit_and_one_step_back(room):
    dialog = _set_up(room)
    dialog.template.setCurrentIndex(2)
    dialog.radios["public"].setChecked(True)
    dialog.buttons.button(OK).click()
    assert room.program.state.document.plan.template == room.workbench.catalogue.sessions[2].id
    room.workbench.undo()
    assert room.program.state.document.plan is None


def test_a_plan_without_stages_is_refused(room):
    dialog = _set_up(room)
    dialog.radios["public"].setChecked(True)
    while dialog.stages.stages:
        dialog.stages.list.setCurrentRow(0)
        dialog.stages.remove.click()
    assert not dialog.buttons.button(OK).isEnabled()
    assert "at least one stage" in dialog.told.text()
    dialog.stages.add.click()
    assert dialog.buttons.button(OK).isEnabled()


def test_stages_are_moved_renamed_and_given_other_minutes(room):
    dialog = _set_up(room)
    dialog.radios["public"].setChecked(True)
    editor = dialog.stages
    editor.list.setCurrentRow(1)
    editor.up.click()
    editor.minutes.setValue(33)
    editor.title.setText("Where we are")
    editor.title.textEdited.emit("Where we are")
    assert "115 minutes" in editor.total.text()
    dialog.buttons.button(OK).click()
    first, second = room.program.state.document.plan.stages[:2]
    template = room.workbench.catalogue.sessions[0]
    assert (first.minutes, first.title.en, first.title.zh) == (33, "Where we are", "Where we are")
    assert first.brief == template.stages[1].brief
    assert second == template.stages[0]


def test_the_deck_is_what_is_ticked(room):
    dialog = _set_up(room)
    dialog.radios["public"].setChecked(True)
    last = dialog.deck.item(dialog.deck.count() - 1)
    last.setCheckState(Qt.CheckState.Checked)
    dialog.deck.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.buttons.button(OK).click()
    deck = room.program.state.document.plan.deck
    template = room.workbench.catalogue.sessions[0]
    assert deck == (*template.deck[1:], last.data(Qt.ItemDataRole.UserRole))


def test_a_role_this_catalogue_does_not_know_is_told_and_kept(room):
    room.set_up(seats=(Seat(name="Old table", lens="a_role_of_old"),))
    dialog = _set_up(room)
    assert "a_role_of_old" in dialog.told.text()
    assert dialog.buttons.button(OK).isEnabled()
    dialog.stages.minutes.setValue(9)
    dialog.buttons.button(OK).click()
    assert room.program.state.document.plan.seats == (Seat(name="Old table", lens="a_role_of_old"),)


def test_while_a_session_runs_the_policy_cannot_be_changed(room):
    room.set_up("after_reveal")
    room.start()
    room.do("begin")
    dialog = _set_up(room)
    assert not any(button.isEnabled() for button in dialog.radios.values())
    assert dialog.plan.visibility == "after_reveal"


def test_seats_are_added_named_and_removed(room):
    dialog = _set_up(room)
    dialog.radios["public"].setChecked(True)
    dialog.seats.add.click()
    row = dialog.seats.table.rowCount() - 1
    dialog.seats.table.item(row, 0).setText("The allies' table")
    box = dialog.seats.table.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("allies"))
    dialog.seats.table.setCurrentCell(0, 0)
    dialog.seats.remove.click()
    dialog.buttons.button(OK).click()
    seats = room.program.state.document.plan.seats
    assert seats[-1] == Seat(name="The allies' table", lens="allies")
    assert len(seats) == len(room.workbench.catalogue.sessions[0].roles)


def test_a_proposal_is_recorded_with_its_side_and_measures(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("propose")
    dialog = room.dialog()
    assert isinstance(dialog, ProposalDialog)
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.side.setCurrentIndex(1)
    dialog.who.setCurrentIndex(1)
    dialog.gives.setPlainText("a white list")
    dialog.measures.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.buttons.button(OK).click()
    entry = room.workbench.deal.session[-1]
    assert (entry.kind, entry.side, entry.who, entry.gives) == ("proposed", "china", "Table 1", "a white list")
    first = next(one for one in room.workbench.catalogue.measures if one.side == "us")
    assert entry.measures == (first.id,)


def test_the_agreement_is_recorded_with_the_package_as_it_stands(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.add("cn_whitelist")
    room.do("agree")
    dialog = room.dialog()
    assert isinstance(dialog, AgreementDialog)
    dialog.us.setText("A")
    dialog.china.setText("B")
    dialog.buttons.button(OK).click()
    entry = room.workbench.deal.session[-1]
    assert (entry.kind, entry.reached, entry.us, entry.china) == ("agreed", True, "A", "B")
    assert entry.package == room.program.state.document.package()


def test_a_proposal_outside_of_a_session_is_told_not_recorded(room):
    room.commands.do("propose")
    dialog = room.dialog()
    dialog.asks.setPlainText("letters rescinded")
    dialog.buttons.button(OK).click()
    assert room.kinds == []
    assert any("No session is running" in line for line in room.program.window.notices.lines())


def test_a_deal_that_is_read_only_can_be_looked_at_but_not_set_up(room):
    room.workbench.keep(replace(room.workbench.deal, read_only=True))
    dialog = _set_up(room)
    dialog.radios["public"].setChecked(True)
    assert not dialog.buttons.button(OK).isEnabled()
    assert "read-only" in dialog.told.text()


@pytest.mark.parametrize("command", ["session", "seal", "off_menu", "propose", "agree"])
def test_enter_answers_a_dialog_and_never_cancels_it(room, command):
    if command in ("propose", "agree"):
        room.set_up()
        room.start()
        room.do("begin")
    room.commands.do(command)
    dialog = room.dialog()
    defaults = [one for one in dialog.findChildren(QPushButton) if one.isDefault()]
    assert [dialog.buttons.buttonRole(one) for one in defaults] == [QDialogButtonBox.ButtonRole.AcceptRole]
    assert isinstance(dialog.focusWidget(), QComboBox | QLineEdit)
    assert dialog.focusWidget().isVisible()


def test_a_proposals_measures_stand_by_side_under_their_printed_codes(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.commands.do("propose")
    dialog = room.dialog()
    assert isinstance(dialog, ProposalDialog)
    shown = [dialog.measures.item(row).text().split(" · ")[0] for row in range(dialog.measures.count())]
    catalogue = room.workbench.catalogue
    named = codes(catalogue, "en")
    assert shown == [named[one.id] for side in SIDES for one in catalogue.measures if one.side == side]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_an_unticked_box_of_a_list_stands_out_from_its_row(qapp, name):
    assert isinstance(qapp, QApplication)
    before = qapp.property(PROPERTY)
    apply(qapp, by_name(name), 1.0)
    try:
        shown = QListWidget()
        item = QListWidgetItem("")
        item.setCheckState(Qt.CheckState.Unchecked)
        shown.addItem(item)
        shown.resize(120, 60)
        picture = shown.grab(shown.viewport().geometry()).toImage()
        row = shown.visualItemRect(item).center().y()
        greys = [picture.pixelColor(x, row).lightness() for x in range(40)]
        assert max(greys) - min(greys) > SEEN
    finally:
        apply(qapp, by_name(before or "light"), 1.0)
