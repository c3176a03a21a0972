"""Sealing a party's own values under a passphrase, opening them again, and old values that were never enciphered."""

import json

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from dealbuilder.document import embed, file
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Rename, SealValue
from dealbuilder.document.envelope import is_envelope, unseal
from dealbuilder.document.history import History
from dealbuilder.document.own_values import key, of_lens
from dealbuilder.document.versions import keep
from dealbuilder.ui.dialogs.sealing import SealingDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.open_deal import OpenDeal
from tests.ui.stage.conftest import Room, room

__all__ = ["room"]
NOTE = "we would settle for far less than we say"
PHRASE, OTHER = "nine lamps under water", "seven doors of glass"
ROLE = "us_defence"


def form(room: Room, lens: str = ROLE) -> SealingDialog:
    room.commands.do("seal")
    dialog = room.dialog()
    assert isinstance(dialog, SealingDialog)
    dialog.role.setCurrentIndex(dialog.role.findData(lens))
    return dialog


def give(dialog: SealingDialog, phrase: str, again: str | None = None) -> None:
    dialog.phrase.first.line.setText(phrase)
    dialog.phrase.again.line.setText(phrase if again is None else again)


def done(room: Room) -> None:
    room.program.wait(lambda: not room.dialogs())


def seal(room: Room, phrase: str = PHRASE) -> None:
    dialog = form(room)
    dialog.note.setPlainText(NOTE)
    dialog.reservation.setValue(0.77)
    give(dialog, phrase)
    dialog.seal.click()
    done(room)


def open_with(room: Room, dialog: SealingDialog, phrase: str) -> None:
    dialog.open_phrase.line.setText(phrase)
    dialog.open_button.click()
    room.program.wait(lambda: not dialog._runner.busy())


def sealed(room: Room) -> dict[str, str]:
    return room.program.state.document.sealed


def value(room: Room, phrase: str = PHRASE) -> dict:
    return json.loads(unseal(sealed(room)[key(ROLE)], key(ROLE), phrase))


def old(room: Room) -> None:
    """Put a deal on the desk that holds plain text, as format 2.2 wrote it: now, before, and in a kept version."""
    lens = room.workbench.catalogue.lens_by_id[ROLE]
    document = room.program.state.document
    history = History.start(document)
    for note in ("first MARKER", "second MARKER"):
        text = of_lens(lens).model_copy(update={"note": note}).model_dump_json()
        history = history.do(SealValue(key=key(ROLE), value=text))
    versions = keep((), history.document, at="", who="", note="")
    room.workbench.open(OpenDeal(history=history, versions=versions, kept=history.document, kept_versions=versions))
    room.program.scored()


def written(room: Room) -> bytes:
    deal = room.workbench.deal
    return embed.to_bytes(deal.history, deal.versions, deal.stamps, deal.session)


def test_a_partys_values_are_sealed_under_its_role_and_a_passphrase(room):
    seal(room)
    assert is_envelope(sealed(room)[key(ROLE)])
    assert (value(room)["reservation"], value(room)["note"]) == (0.77, NOTE)
    assert sum(weight["weight"] for weight in value(room)["weights"]) == pytest.approx(1.0)
    assert NOTE.encode() not in written(room)


@pytest.mark.parametrize(("phrase", "again", "said"), [(PHRASE, OTHER, "differ"), ("short", "short", "at least 8")])
def test_passphrases_that_differ_or_are_short_seal_nothing(room, phrase, again, said):
    dialog = form(room)
    give(dialog, phrase, again)
    dialog.seal.click()
    assert said in dialog.status.text()
    assert sealed(room) == {}
    assert dialog.isVisible()


def test_advice_says_in_words_how_hard_a_passphrase_is_to_guess(room):
    dialog = form(room)
    for phrase, said in (("", "drawn at random"), ("pass", "Too short"), ("password", "Easy"), (PHRASE, "Long enough")):
        dialog.phrase.first.line.setText(phrase)
        assert said in dialog.phrase.advice.text()


def test_what_is_typed_is_hidden_until_it_is_asked_for(room):
    dialog = form(room)
    line = dialog.phrase.first
    give(dialog, PHRASE)
    assert line.line.echoMode() == QLineEdit.EchoMode.Password
    line.show_text.click()
    assert line.line.echoMode() == QLineEdit.EchoMode.Normal
    dialog.reject()
    assert line.text() == ""
    assert line.line.echoMode() == QLineEdit.EchoMode.Password


def test_what_is_sealed_is_shown_only_once_its_passphrase_opened_it(room):
    seal(room)
    dialog = form(room)
    assert not dialog.form.isVisible()
    assert not dialog.phrase.isVisible()
    assert dialog.note.toPlainText() == ""
    assert not dialog.seal.isEnabled()
    open_with(room, dialog, OTHER)
    assert "does not open it" in dialog.status.text()
    assert dialog.open_phrase.text() == ""
    assert not dialog.form.isVisible()
    open_with(room, dialog, PHRASE)
    assert dialog.note.toPlainText() == NOTE
    assert dialog.reservation.value() == 0.77
    assert dialog.open_phrase.text() == ""
    dialog.role.setCurrentIndex(dialog.role.findData("cn_security"))
    assert dialog.note.toPlainText() == ""
    dialog.role.setCurrentIndex(dialog.role.findData(ROLE))
    assert not dialog.form.isVisible()


def test_return_in_the_passphrase_opens_and_seals_nothing(room):
    seal(room)
    before = sealed(room)
    dialog = form(room)
    dialog.open_phrase.line.setText(PHRASE)
    dialog.open_phrase.line.returnPressed.emit()
    room.program.wait(lambda: dialog.note.toPlainText() == NOTE)
    assert sealed(room) == before


def test_opened_values_are_changed_under_the_same_passphrase_or_another(room):
    seal(room)
    dialog = form(room)
    open_with(room, dialog, PHRASE)
    dialog.note.setPlainText("we changed our mind")
    dialog.seal.click()
    done(room)
    assert value(room)["note"] == "we changed our mind"
    dialog = form(room)
    open_with(room, dialog, PHRASE)
    give(dialog, OTHER)
    dialog.seal.click()
    done(room)
    assert value(room, OTHER)["note"] == "we changed our mind"
    room.workbench.undo()
    assert value(room)["note"] == "we changed our mind"


def test_a_closed_form_keeps_nothing_of_what_was_opened(room):
    seal(room)
    dialog = form(room)
    open_with(room, dialog, PHRASE)
    dialog.reject()
    assert (dialog._phrase, dialog._text, dialog.note.toPlainText()) == ("", "", "")


def test_what_is_sealed_can_be_removed_without_its_passphrase_and_that_can_be_undone(room):
    seal(room)
    form(room).remove.click()
    assert sealed(room) == {}
    room.workbench.undo()
    assert value(room)["note"] == NOTE


def test_each_delegation_has_a_passphrase_of_its_own(room):
    seal(room)
    dialog = form(room, "cn_security")
    give(dialog, OTHER)
    dialog.seal.click()
    done(room)
    dialog = form(room, "cn_security")
    open_with(room, dialog, PHRASE)
    assert not dialog.form.isVisible()
    open_with(room, dialog, OTHER)
    assert dialog.form.isVisible()


def test_a_role_may_give_no_least_value_and_weights_of_nought_are_left_out(room):
    dialog = form(room)
    dialog.given.setChecked(False)
    shares = [share for _, share, _, _ in dialog.weights._rows]
    shares[0].setValue(0)
    shares[1].setValue(1)
    give(dialog, PHRASE)
    dialog.seal.click()
    done(room)
    assert value(room)["reservation"] is None
    assert len(value(room)["weights"]) == len(shares) - 1


def test_weights_that_are_all_nought_are_refused(room):
    dialog = form(room)
    for _, share, _, _ in dialog.weights._rows:
        share.setValue(0)
    give(dialog, PHRASE)
    dialog.seal.click()
    assert "more than 0" in dialog.status.text()
    assert sealed(room) == {}


def test_sealed_values_that_cannot_be_read_are_told_and_left_alone(room):
    seal(room)
    document = room.program.state.document.model_copy(update={"sealed": {key(ROLE): "{"}})
    deal = room.workbench.deal
    room.workbench.keep(deal.with_history(type(deal.history).start(document)))
    dialog = form(room)
    dialog.open_button.click()
    room.program.wait(lambda: "cannot be read" in dialog.status.text())
    dialog.reject()
    assert sealed(room) == {key(ROLE): "{"}


def test_no_sealed_value_reaches_the_room_the_record_or_the_console_unasked(room):
    seal(room)
    room.set_up("public")
    room.start()
    room.do("begin")
    for scene in ("brief", "package", "score", "time", "compare", "inject", "check", "dark"):
        room.do("scene", scene)
        assert NOTE not in room.audience.spoken
        assert room.show.sight()[0].document.sealed == {}
    assert NOTE not in repr(room.workbench.deal.session)
    console = room.console.sealed.list
    assert console.count() == 1
    assert console.item(0).text().startswith("Sealed: ")
    room.do("open_sealed", key(ROLE))
    dialog = room.dialog()
    assert isinstance(dialog, SealingDialog)
    assert not dialog.form.isVisible()


def test_old_values_are_marked_and_sealed_as_they_are_in_history_and_versions_too(room):
    old(room)
    assert b"MARKER" in written(room)
    dialog = form(room)
    assert "NOT ENCRYPTED" in dialog.status.text()
    assert not dialog.form.isVisible()
    give(dialog, PHRASE)
    dialog.seal.click()
    done(room)
    assert value(room)["note"] == "second MARKER"
    assert b"MARKER" not in written(room)
    assert room.workbench.deal.unsaved
    room.workbench.undo()
    assert value(room)["note"] == "first MARKER"
    room.workbench.undo()
    assert sealed(room) == {}


def test_old_values_can_be_opened_changed_and_sealed(room):
    old(room)
    dialog = form(room)
    dialog.open_button.click()
    room.program.wait(lambda: dialog.note.toPlainText() == "second MARKER")
    assert "until you seal it" in dialog.status.text()
    dialog.note.setPlainText("third MARKER")
    dialog.seal.click()
    assert "at least 8" in dialog.status.text()
    give(dialog, PHRASE)
    dialog.seal.click()
    done(room)
    assert value(room)["note"] == "third MARKER"
    assert b"MARKER" not in written(room)


def test_removing_old_values_clears_them_from_the_history_for_good(room):
    old(room)
    form(room).remove.click()
    assert sealed(room) == {}
    assert b"MARKER" not in written(room)
    room.workbench.undo()
    assert is_envelope(sealed(room)[key(ROLE)])


def test_old_values_that_stand_in_the_history_alone_are_told_and_cleared(room):
    old(room)
    room.workbench.handle(Do(SealValue(key=key(ROLE), value=None)))
    assert b"MARKER" in written(room)
    dialog = form(room)
    assert "Nothing is sealed now" in dialog.status.text()
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    assert b"MARKER" not in written(room)
    assert room.workbench.deal.unsaved


def test_what_is_sealed_under_no_role_is_offered_opened_as_text_and_sealed(room):
    document = room.program.state.document.model_copy(update={"sealed": {"own line": "72 MARKER"}})
    room.workbench.open(OpenDeal(history=History.start(document), kept=document))
    dialog = form(room, "own line")
    assert "NOT ENCRYPTED" in dialog.status.text()
    dialog.open_button.click()
    room.program.wait(lambda: dialog.note.toPlainText() == "72 MARKER")
    assert dialog.note.isReadOnly()
    assert not dialog.weights.isVisible()
    give(dialog, PHRASE)
    dialog.seal.click()
    done(room)
    assert unseal(sealed(room)["own line"], "own line", PHRASE) == "72 MARKER"
    assert b"MARKER" not in written(room)


def test_a_deal_that_is_a_copy_says_that_it_was_sealed_elsewhere(room):
    seal(room)
    document: Document = room.program.state.document.model_copy(update={"id": "another"})
    room.workbench.open(OpenDeal(history=History.start(document), kept=document))
    dialog = form(room)
    open_with(room, dialog, PHRASE)
    assert dialog.note.toPlainText() == NOTE
    assert "sealed in another deal" in dialog.status.text()


def test_opening_an_old_file_says_once_that_it_is_not_encrypted_and_offers_to_seal(room, tmp_path):
    old(room)
    path = tmp_path / "old.deal"
    file.save(path, room.workbench.deal.history, room.workbench.deal.versions)
    room.commands.studio.papers.close()
    room.commands.studio.papers.open_path(path)
    room.program.wait(lambda: bool(room.dialogs()))
    box = room.dialog()
    assert isinstance(box, QMessageBox)
    assert "1 sealed value" in box.text()
    box.buttons()[0].click()
    room.program.wait(lambda: isinstance(room.dialog(), SealingDialog))
    dialog = room.dialog()
    assert dialog.role.currentData() == ROLE
    dialog.reject()


def test_a_deal_that_is_open_for_reading_is_not_sealed_and_stays_as_it_is(room):
    old(room)
    deal = room.workbench.deal
    room.workbench.open(OpenDeal(history=deal.history, versions=deal.versions, kept=deal.document, read_only=True))
    dialog = form(room)
    assert not dialog.seal.isEnabled()
    assert not dialog.remove.isEnabled()
    assert dialog.open_button.isEnabled()
    dialog.reject()
    assert b"MARKER" in written(room)


def test_work_goes_on_after_sealing_and_can_be_taken_back(room):
    seal(room)
    room.workbench.handle(Do(Rename(title="another")))
    room.workbench.undo()
    room.workbench.undo()
    assert sealed(room) == {}
    room.workbench.redo()
    assert value(room)["note"] == NOTE
