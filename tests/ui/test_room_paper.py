"""Print kit and rehearsal check on screen: what they ask for, what they show, and what they say of screens."""

import pytest

from dealbuilder.analysis import reserve
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import of_lens, sealing
from dealbuilder.report.kit import making
from dealbuilder.report.kit.kit import PARTS
from dealbuilder.report.kit.order import KEYS as PRINTED
from dealbuilder.report.rehearsal.finding import Finding
from dealbuilder.ui.dialogs.kit import KitDialog
from dealbuilder.ui.dialogs.rehearsal import RehearsalDialog
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.room_paper import RoomPaper
from dealbuilder.ui.screens import Seen, lettering, screens
from dealbuilder.ui.stage.deeds import KEYS

DESK = Seen((0, 0, 1440, 900), 60.0, True)


@pytest.fixture
def room(program):
    program.new()
    paper = RoomPaper(program.commands.studio)
    yield paper
    for dialog in [one for kind in (KitDialog, RehearsalDialog) for one in program.window.findChildren(kind)]:
        dialog.reject()
    paper.deleteLater()


def dialog_of(program, kind):
    (dialog,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return dialog


def test_the_keys_on_paper_are_those_of_the_console():
    assert [key for key, _ in PRINTED] == [info.written for info in KEYS]


def test_a_kit_is_printed_into_the_folder_that_was_chosen(program, room, tmp_path, monkeypatch):
    for module in (reserve, making):
        monkeypatch.setattr(module, "DRAWS", 4)
    room.kit()
    dialog = dialog_of(program, KitDialog)
    assert [part for part, check in dialog.parts.items() if check.isChecked()] == list(PARTS)
    dialog.folder.setText(str(tmp_path / "kit"))
    dialog.paper.setCurrentIndex(dialog.paper.findData("letter"))
    dialog.make.click()
    assert dialog.bar.isVisible()
    assert not dialog.make.isEnabled()
    program.wait(lambda: not dialog.bar.isVisible())
    assert len(list((tmp_path / "kit").iterdir())) == len(PARTS) + 1
    assert str(tmp_path / "kit") in dialog.said.text()


def test_what_is_asked_for_is_what_the_fields_say(program, room):
    room.kit()
    dialog = dialog_of(program, KitDialog)
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    dialog.session.setCurrentIndex(dialog.session.findData("half_day"))
    for part in PARTS[1:]:
        dialog.parts[part].setChecked(False)
    request = dialog.request()
    assert (request.session, request.options.language, request.options.parts) == ("half_day", "zh", PARTS[:1])
    assert request.options.start == "09:00"
    dialog.parts[PARTS[0]].setChecked(False)
    assert not dialog.make.isEnabled()


def test_own_copies_are_offered_only_where_something_is_sealed_and_never_chosen_beforehand(program, room):
    room.kit()
    dialog = dialog_of(program, KitDialog)
    assert dialog.sealed == {}
    dialog.reject()
    lens = program.state.catalogue.lenses[0]
    own = of_lens(lens)
    edit = sealing(program.state.document, lens.id, own, Sealer.under("nine lamps"))
    program.commands.studio.workbench.handle(Do(edit))
    program.scored()
    room.kit()
    dialog = dialog_of(program, KitDialog)
    assert list(dialog.sealed) == [lens.id]
    assert dialog.request().options.own == ()
    dialog.sealed[lens.id].setChecked(True)
    assert not dialog.sealed[lens.id].isChecked()
    question = next(one for one in dialog.findChildren(UnsealingDialog) if one.isVisible())
    question.passphrase.line.setText("nine lamps")
    question.yes.click()
    program.wait(dialog.sealed[lens.id].isChecked)
    assert dialog.request().options.own == ((lens.id, own),)
    dialog.reject()
    assert dialog._opened == {}


def test_printing_can_be_stopped_and_a_place_that_cannot_be_written_is_told(program, room, tmp_path):
    room.kit()
    dialog = dialog_of(program, KitDialog)
    dialog.folder.setText(str(tmp_path / "kit"))
    dialog.make.click()
    dialog.stop.click()
    assert "nothing was written" in dialog.said.text()
    assert not (tmp_path / "kit").exists()
    (tmp_path / "file").write_text("")
    for part in PARTS[1:]:
        dialog.parts[part].setChecked(False)
    dialog.folder.setText(str(tmp_path / "file"))
    dialog.make.click()
    program.wait(lambda: not dialog.bar.isVisible())
    assert "nothing was written" in dialog.said.text()
    dialog.folder.setText("  ")
    dialog.make.click()
    assert not dialog.bar.isVisible()


def test_the_rehearsal_shows_a_row_a_line_with_what_to_do(program, room):
    room.rehearse()
    dialog = dialog_of(program, RehearsalDialog)
    program.wait(lambda: dialog.check.isEnabled())
    titles = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert "Screens" in titles
    assert len(titles) == len(set(titles)) > 10
    assert all(dialog.table.item(row, 1).text() in ("ok", "attention") for row in range(len(titles)))
    assert dialog.said.text().startswith("Nothing fails")
    dialog.print_kit.click()
    assert dialog_of(program, KitDialog).isVisible()


def test_the_rehearsal_runs_without_a_deal(program):
    paper = RoomPaper(program.commands.studio)
    paper.rehearse()
    dialog = dialog_of(program, RehearsalDialog)
    program.wait(lambda: dialog.check.isEnabled())
    assert dialog.table.rowCount() > 10
    assert not dialog.print_kit.isEnabled()
    dialog.reject()
    paper.deleteLater()


def test_what_fails_is_counted_first_and_copied_with_its_remedy(qtbot, catalogue, qapp):
    dialog = RehearsalDialog(catalogue, "en", planned=True, deal=True)
    qtbot.addWidget(dialog)
    dialog.show_findings((Finding("a", "ok", "Fonts", "There."), Finding("b", "fails", "File", "Locked.", "Save it.")))
    assert "1" in dialog.said.text()
    dialog.copy.click()
    assert qapp.clipboard().text() == "Fonts: ok. There.\nFile: fails. Locked. Save it.\n"


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ((), "attention"),
        ((Seen((1440, 0, 1920, 1080), 60.0, False),), "ok"),
        ((Seen((1440, 0, 1024, 768), 60.0, False),), "ok"),
        ((Seen((1440, 0, 800, 600), 60.0, False),), "fails"),
        ((Seen((0, 0, 1440, 900), 60.0, False),), "attention"),
    ],
)
def test_the_second_screen_is_judged_by_its_size_and_place(others, state):
    found = screens((DESK, *others))
    assert found.state == state
    assert "1440 × 900, 60 Hz (the desk)" in found.found
    assert bool(found.remedy) == (state != "ok")


def test_fonts_on_screen_are_the_programs_own(qapp):
    assert lettering().state == "ok"


def test_the_room_menu_opens_both(program):
    program.commands.do("rehearse")
    dialog = dialog_of(program, RehearsalDialog)
    program.wait(lambda: dialog.check.isEnabled())
    dialog.reject()
    program.new()
    program.commands.do("kit")
    dialog_of(program, KitDialog).reject()
