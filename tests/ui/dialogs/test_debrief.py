"""The debrief dialog: scrubbed by keys, marks as buttons, tables, silence; it computes nothing itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document import file
from dealbuilder.document.clause_edits import AddClause
from dealbuilder.document.session import Agreed, Began, Ended, StageBegan
from dealbuilder.model.package import Clause
from dealbuilder.report.debrief.debrief import Debrief, debrief, scored
from dealbuilder.ui.dialogs.debrief import DebriefDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.stage.presenter import Presenter
from dealbuilder.ui.widgets.silence import SilenceSlide
from tests.document.rooms import Room, deal, played


@pytest.fixture(scope="module")
def plain(catalogue) -> Debrief:
    room = played()
    return debrief(catalogue, room.document, tuple(room.entries))


@pytest.fixture(scope="module")
def rich(plain, catalogue) -> Debrief:
    return scored(plain, Evaluator(catalogue), draws=16)


@pytest.fixture
def dialog(qtbot: QtBot, rich: Debrief) -> DebriefDialog:
    made = DebriefDialog(rich, "en")
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_home_and_end_scrub_through_the_session(dialog, qtbot, rich):
    slider = dialog.film.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 0
    assert "begins with this package" in dialog.film.panel.change.text()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert "H20 with a cap" in dialog.film.panel.change.text()
    assert "United States" in dialog.film.panel.when.text()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == len(rich.film.frames) - 1


def test_the_keys_work_from_anywhere_on_the_strip(dialog, qtbot):
    dialog.film.go(0)
    qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.film.slider.value() == 1
    qtbot.keyClick(dialog, Qt.Key.Key_End)
    qtbot.keyClick(dialog, Qt.Key.Key_Home)
    assert dialog.film.slider.value() == 0


def test_a_state_shows_both_scores_with_their_change_and_the_clauses_of_each_side(dialog, rich):
    dialog.film.go(6)
    panel = dialog.film.panel
    assert "Supply restored" in panel.supply.text()
    assert "Δ\u00a0+" in panel.supply.text()
    text = panel.clauses.toPlainText()
    assert text.index("United States") < text.index("China") < text.index("Issue long-term licences")


def test_a_mark_leads_to_its_state(dialog, rich):
    button = next(one for one in dialog.film.marks if "First trade" in one.text())
    button.click()
    assert dialog.film.slider.value() == rich.first_trade == 2


def test_pointing_at_a_moment_leads_to_the_state_that_stood_then(dialog, rich):
    dialog.film.view.picked.emit(35.0)
    frame = rich.film.frames[dialog.film.slider.value()]
    assert frame.seconds <= 35 * 60 < rich.film.frames[frame.number + 1].seconds


def test_a_line_of_the_ledger_leads_to_its_state(dialog, rich):
    dialog.tabs.setCurrentWidget(dialog.book)
    dialog.ledger.itemActivated.emit(dialog.ledger.item(4, 0))
    assert dialog.tabs.currentWidget() is dialog.film
    assert dialog.film.slider.value() == rich.ledger.lines[4].frame


def test_the_tables_hold_every_move_redline_and_prediction(dialog, rich):
    assert dialog.ledger.rowCount() == len(rich.ledger.lines)
    assert dialog.sums.rowCount() == 2 * len(rich.ledger.rounds)
    assert dialog.redline.rowCount() == sum(len(one.moves) for one in rich.ledger.redlines)
    assert dialog.predictions.rowCount() == len(rich.predictions)
    assert dialog.predictions.item(1, 5).text() == "not tallied"


def test_a_session_is_shown_before_its_scores_come_and_keeps_its_place(qtbot, plain, rich):
    made = DebriefDialog(plain, "zh")
    qtbot.addWidget(made)
    made.show()
    assert not made.export.isEnabled()
    assert made.progress.isVisible()
    made.film.go(3)
    made.show_debrief(rich)
    assert made.export.isEnabled()
    assert not made.progress.isVisible()
    assert made.film.slider.value() == 3


def test_silence_is_an_empty_slide_that_escape_leaves_before_the_dialog(dialog, qtbot):
    dialog.silence.click()
    assert dialog.stack.currentWidget() is dialog.slide
    assert dialog.slide.title.text() == "Sixty seconds of silence"
    qtbot.keyClick(dialog.slide, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.stack.currentIndex() == 0


def test_the_silence_counts_down_on_a_clock_of_its_own(qtbot):
    now = [100.0]
    slide = SilenceSlide("Sixty seconds of silence", clock=lambda: now[0])
    qtbot.addWidget(slide)
    slide.begin()
    shown = [slide.count.text()]
    for at in (100.5, 130.0, 159.5, 160.0, 900.0):
        now[0] = at
        slide.look()
        shown.append(slide.count.text())
    assert shown == ["1:00", "1:00", "0:30", "0:01", "0:00", "0:00"]
    slide.end()


def test_every_control_has_a_name(dialog):
    for widget in (dialog.film.slider, dialog.film.view, dialog.ledger, dialog.redline, dialog.predictions):
        assert widget.accessibleName()
    assert all(button.accessibleName() for button in dialog.film.marks)


def put_on_desk(program, tmp_path, room: Room) -> None:
    path = tmp_path / "room.deal"
    file.save(path, room.history, session=tuple(room.entries))
    program.commands.open_path(path)
    program.scored()


def dialogs(program) -> list[DebriefDialog]:
    return [one for one in program.window.findChildren(DebriefDialog) if one.isVisible()]


def test_the_room_menu_opens_the_debrief_and_its_scores_follow(program, tmp_path):
    put_on_desk(program, tmp_path, played())
    program.commands.do("debrief")
    program.wait(lambda: bool(dialogs(program)))
    (shown,) = dialogs(program)
    program.wait(shown.export.isEnabled)
    shown.export.click()
    chooser = shown.findChild(QFileDialog)
    out = tmp_path / "out.pdf"
    chooser.fileSelected.emit(str(out))
    chooser.reject()
    program.wait(out.exists)
    assert out.read_bytes().startswith(b"%PDF")
    shown.reject()
    program.wait(lambda: not dialogs(program))


def test_another_session_of_the_file_can_be_chosen(program, tmp_path):
    first, second = played(), Room(deal())
    second.begin()
    first.entries += second.entries
    put_on_desk(program, tmp_path, first)
    for box in program.window.findChildren(QDialog):
        box.reject()
    program.commands.do("debrief")
    program.wait(lambda: bool(dialogs(program)))
    (shown,) = dialogs(program)
    assert shown.session.count() == 2
    assert shown.film.slider.maximum() == 0
    shown.session.setCurrentIndex(0)
    shown.session.activated.emit(0)
    program.wait(lambda: shown.film.slider.maximum() > 10)
    shown.reject()
    program.wait(lambda: not dialogs(program))


def test_a_deal_without_a_session_is_refused_in_words(program):
    program.new()
    program.commands.do("debrief")
    program.wait(lambda: "no record of a workshop" in " ".join(program.window.notices.lines()))
    assert dialogs(program) == []


def test_the_silence_darkens_what_the_room_looks_at(program, tmp_path):
    put_on_desk(program, tmp_path, played())
    program.commands.do("present")
    presenter = program.commands.studio.findChild(Presenter)
    program.commands.do("debrief")
    program.wait(lambda: bool(dialogs(program)))
    (shown,) = dialogs(program)
    assert presenter.show.shown.scene != "dark"
    shown.silence.click()
    assert presenter.show.shown.scene == "dark"
    shown.reject()
    assert shown.isVisible()
    assert presenter.show.shown.scene != "dark"
    shown.silence.click()
    presenter.show.choose("compare")
    shown.reject()
    assert presenter.show.shown.scene == "compare"
    shown.silence.click()
    shown.done(0)
    program.wait(lambda: not dialogs(program))
    assert presenter.show.shown.scene == "compare"
    presenter.stop()


def test_what_was_done_at_the_desk_in_a_session_is_what_the_debrief_tells(program):
    program.new()
    bench = program.commands.studio.workbench
    package = program.state.document.package()
    bench.record(Began(at="", package=package))
    bench.record(StageBegan(at="", stage=0, title="Round 1", round=1))
    for measure, level in (("cn_whitelist", "pilot"), ("lift_eda", "support")):
        bench.handle(Do(AddClause(package=package.id, clause=Clause(measure=measure, level=level))))
    bench.undo()
    bench.record(Agreed(at="", reached=True, package=program.state.document.package()))
    bench.record(Ended(at=""))
    program.commands.do("debrief")
    program.wait(lambda: bool(dialogs(program)))
    (shown,) = dialogs(program)
    flags = [shown.ledger.item(row, 5).text() for row in range(shown.ledger.rowCount())]
    assert ["undone" in text for text in flags] == [False, True]
    assert shown.film.slider.maximum() == 3
    assert "Agreed at 0:00" in shown.agreement.text()
    shown.reject()
    program.wait(lambda: not dialogs(program))
