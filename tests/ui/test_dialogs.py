"""Dialogs: what they show, what they ask for."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QTextBrowser

from dealbuilder.document.recovery import Recoverable
from dealbuilder.settings import Settings
from dealbuilder.ui.cards import card
from dealbuilder.ui.dialogs.keys import rows
from dealbuilder.ui.dialogs.notes import NotesDialog
from dealbuilder.ui.dialogs.recover import RecoverDialog
from dealbuilder.ui.dialogs.settings import SettingsDialog
from dealbuilder.ui.dialogs.versions import VersionsDialog
from dealbuilder.ui.intents import ShowSource
from tests.ui.test_workbench import LETTERS, WHITE_LIST, add


def top_dialogs(program) -> list[QDialog]:
    return [dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize("id", ["about", "keys", "manual", "settings", "assumptions", "notes", "versions", "report"])
def test_every_dialog_opens_named_and_closes(program, id):
    program.new()
    program.commands.do(id)
    (dialog,) = top_dialogs(program)
    assert dialog.windowTitle()
    dialog.reject()
    program.wait(lambda: not top_dialogs(program))


def test_every_measure_level_indicator_and_parameter_has_a_card(program):
    program.new()
    state = program.state
    catalogue = state.catalogue
    subjects = [("measure", m.id) for m in catalogue.measures]
    subjects += [("level", f"{m.id}:{level.id}") for m in catalogue.measures for level in m.levels]
    subjects += [("indicator", i.id) for i in catalogue.indicators]
    subjects += [("parameter", p.id) for p in catalogue.parameters]
    subjects += [("series", s.id) for s in catalogue.series]
    subjects += [("fact", f.id) for f in catalogue.facts]
    without = [subject for subject in subjects if card(ShowSource(*subject), state) is None]
    assert without == []


def test_a_card_names_its_sources_and_both_sides_of_a_disagreement(program):
    program.new()
    state = program.state
    fact = next(fact for fact in state.catalogue.facts if fact.disagrees_with and fact.shown_with)
    measures = [id for id in fact.shown_with if id in state.catalogue.measure_by_id]
    kind = "measure" if measures else "indicator"
    text = card(ShowSource(kind, (measures or fact.shown_with)[0]), state).text()
    assert fact.claim.en in text
    rival = next(other for other in state.catalogue.facts if other.id == fact.disagrees_with[0])
    assert rival.claim.en in text
    assert "disagree" in text


def test_a_card_takes_no_markup_from_a_file(program):
    program.new()
    found = card(ShowSource("measure", WHITE_LIST), program.state)
    evil = type(found)("<b>kind</b>", "<img src=x>", found.parts)
    assert "<img" not in evil.html("#000000", "#000000")


def test_the_source_card_is_copied_as_text(program):
    program.new()
    program.commands.studio.workbench.handle(ShowSource("measure", LETTERS))
    (dialog,) = top_dialogs(program)
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert program.state.catalogue.measure_by_id[LETTERS].title.en in text
    assert dialog.findChild(QTextBrowser).toPlainText().count("\n") > 5
    dialog.reject()


def test_settings_give_back_what_was_chosen(qtbot):
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.scale.setCurrentIndex(dialog.scale.findData(1.5))
    dialog.paper.setCurrentIndex(dialog.paper.findData("letter"))
    dialog.author.setText("  Delegation  ")
    dialog.buttons.accepted.emit()
    assert (chosen[0].text_scale, chosen[0].paper, chosen[0].author) == (1.5, "letter", "Delegation")


def test_a_kept_version_comes_back_and_coming_back_can_be_undone(program):
    program.new()
    add(program, WHITE_LIST)
    program.commands.do("versions")
    (dialog,) = top_dialogs(program)
    dialog.note.setText("first offer")
    dialog.keep.click()
    version = program.commands.studio.workbench.deal.versions[0]
    assert version.note == "first offer"
    add(program, LETTERS)
    fuller = program.state.document
    again = VersionsDialog(program.commands.studio.workbench.deal.versions, False)
    program.qtbot.addWidget(again)
    again.restored.connect(program.commands.dialogues._restore_version)
    again.list.setCurrentRow(0)
    again.restore.click()
    assert program.state.document.package().clause(LETTERS) is None
    program.commands.do("undo")
    assert program.state.document == fuller


def test_notes_are_written_on_the_clause_they_stand_beside(program):
    program.new()
    add(program, WHITE_LIST)
    dialog = NotesDialog(program.state, WHITE_LIST)
    program.qtbot.addWidget(dialog)
    dialog.intent.connect(program.commands.studio.workbench.handle)
    dialog.public.setPlainText("as in London")
    dialog.private.setPlainText("our floor")
    dialog.buttons.accepted.emit()
    clause = program.state.document.package().clause(WHITE_LIST)
    assert (clause.note, clause.private_note) == ("as in London", "our floor")


def test_recovered_work_is_offered_and_can_be_discarded(qtbot, tmp_path):
    one = Recoverable(tmp_path / "x.deal", None, "Bridge", "2025-07-15T10:00:00+00:00")
    dialog = RecoverDialog((one,))
    qtbot.addWidget(dialog)
    gone = []
    dialog.discarded.connect(gone.append)
    assert "Bridge" in dialog.list.item(0).text()
    dialog.discard.click()
    assert gone == [one]
    assert not dialog.restore.isEnabled()


def test_the_keyboard_map_names_every_key_once():
    keys = [key for _, entries in rows()[:5] for key, _ in entries]
    assert len(keys) == len(set(keys)) > 20
