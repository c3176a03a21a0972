"""Presenting through the real windows: sessions begun, recorded, left running, ended; what can go wrong on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QTextEdit,
)

from dealbuilder.document import file
from dealbuilder.model.inject import Inject, ParameterShift
from dealbuilder.model.text import Text
from dealbuilder.ui.dialogs.report import ReportDialog
from dealbuilder.ui.open_deal import OpenDeal

WHITE_LIST, LETTERS = "cn_whitelist", "rescind_ai_letters"


def test_without_a_deal_there_is_nothing_to_present(program):
    program.commands.do("present")
    assert program.commands._room.presenter.console is None


def test_presenting_twice_opens_one_console(room):
    room.start()
    first = room.console
    room.commands.do("present")
    assert room.console is first


def test_with_one_screen_the_chair_is_told_where_the_rooms_window_is(room):
    room.start()
    assert any("one screen only" in line for line in room.console.notices.lines())


def test_a_screen_that_is_gone_is_told_and_nothing_is_lost(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("step", 1)
    room.audience.placed.emit(replace(room.audience.placement, how="away"))
    assert any("screen is gone" in line for line in room.console.notices.lines())
    assert room.show.at == 1
    room.console.notices.say("Something else.")
    room.audience.placed.emit(replace(room.audience.placement, how="screen"))
    assert not any("screen is gone" in line for line in room.console.notices.lines())
    assert "Something else." in room.console.notices.lines()


def test_before_the_start_stages_can_be_rehearsed_and_nothing_is_recorded(room):
    room.set_up()
    room.start()
    room.do("step", 1)
    room.do("predict")
    room.do("reveal")
    assert room.show.at == 0
    assert room.kinds == []
    assert "nothing is recorded" in room.console.order.where.text()


def test_without_a_plan_a_session_cannot_begin_and_the_chair_is_told_why(room):
    room.start()
    room.do("begin")
    assert room.kinds == []
    assert any("Set up a session" in line for line in room.console.notices.lines())


def test_a_session_is_saved_with_the_deal(room, deal_file):
    room.set_up()
    room.start()
    room.do("begin")
    room.add(WHITE_LIST)
    room.do("mark")
    box = room.dialog()
    assert isinstance(box, QInputDialog)
    box.setTextValue("first trade")
    box.accept()
    room.do("step", 1)
    assert room.kinds == ["began", "stage", "changed", "marked", "stage"]
    kept = room.workbench.deal.session
    room.commands.studio.papers.save(deal_file)
    room.program.wait(lambda: bool(room.workbench.deal.path))
    assert not room.workbench.deal.unsaved
    room.program.new()
    assert room.presenter.console is None
    room.commands.open_path(deal_file)
    room.program.wait(lambda: bool(room.dialogs()))
    assert room.workbench.deal.session == kept


def test_a_session_survives_a_crash(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.add(LETTERS)
    kept = room.workbench.deal.session
    aside = room.commands.studio.papers.rescue()
    assert file.load(Path(aside)).session == kept


@pytest.fixture
def left_running(room, deal_file):
    """A file whose session was never ended, opened again."""
    room.set_up()
    room.start()
    room.do("begin")
    room.do("step", 1)
    room.do("step", 1)
    room.commands.studio.papers.save(deal_file)
    room.program.wait(lambda: bool(room.workbench.deal.path))
    room.program.new()
    room.commands.open_path(deal_file)
    room.program.wait(lambda: bool(room.dialogs()))
    return room


def _choose(box, words: str) -> None:
    next(button for button in box.buttons() if words in button.text()).click()


def test_a_session_that_was_left_running_goes_on_at_its_stage(left_running):
    room = left_running
    _choose(room.dialog(), "Go on")
    room.program.qtbot.waitExposed(room.console)
    assert room.show.at == 2
    assert not room.staging.clock.running
    assert room.show.secrecy.policy == "after_reveal"
    room.do("step", 1)
    assert room.kinds == ["began", "stage", "stage", "stage", "stage"]


def test_a_session_that_was_left_running_can_be_ended(left_running):
    room = left_running
    _choose(room.dialog(), "End")
    assert room.kinds[-1] == "ended"
    assert room.console is None


def test_esc_leaves_the_session_running_and_presenting_again_goes_on(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("step", 1)
    room.do("stop")
    assert room.kinds == ["began", "stage", "stage"]
    room.add(WHITE_LIST)
    room.start()
    assert room.show.at == 1
    assert room.kinds == ["began", "stage", "stage", "changed"]


def test_a_session_is_ended_only_after_a_question(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("end")
    box = room.dialog()
    assert isinstance(box, QMessageBox)
    box.reject()
    assert room.kinds[-1] == "stage"
    room.do("end")
    box = next(one for one in room.dialogs() if one is not box)
    box.button(QMessageBox.StandardButton.Ok).click()
    assert room.kinds[-1] == "ended"
    room.add(WHITE_LIST)
    assert room.kinds[-1] == "ended"


def test_a_deal_that_is_read_only_is_presented_but_not_recorded_and_says_so(room):
    room.set_up()
    deal: OpenDeal = replace(room.workbench.deal, read_only=True)
    room.workbench.keep(deal)
    room.start()
    assert any("read-only" in line for line in room.console.notices.lines())
    room.do("begin")
    room.do("step", 1)
    assert room.kinds == []
    assert room.show.at == 1
    assert any("nothing of it is recorded" in line for line in room.console.notices.lines())
    room.do("undo")
    assert room.program.state.document.plan is not None


def test_the_end_of_a_round_keeps_a_version_and_offers_its_term_sheet(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("go", 3)
    assert room.workbench.deal.versions == ()
    room.add(WHITE_LIST)
    room.do("step", 1)
    (version,) = room.workbench.deal.versions
    assert version.note == "Round 1"
    assert version.document.package().clauses
    assert room.console.offer.isVisible()
    room.console.offer.click()
    dialog = room.dialog()
    assert isinstance(dialog, ReportDialog)
    assert dialog.term_sheet.isChecked()
    assert not room.console.offer.isVisible()


def test_the_inject_of_a_stage_is_struck_shown_undone_and_lifted(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.do("go", 5)
    room.do("inject")
    (struck,) = room.program.state.document.injects
    assert struck.id == room.show.stage.inject
    assert room.staging.scene == "inject"
    assert room.staging.inject == struck
    assert room.kinds[-2:] == ["changed", "struck"]
    room.program.scored()
    room.do("undo")
    assert room.program.state.document.injects == ()
    room.do("redo")
    room.do("lift", struck)
    assert room.program.state.document.injects == ()
    assert room.kinds.count("struck") == 1


def _inject(**shifts) -> Inject:
    word = Text(en="Own", zh="自拟")
    return Inject(id="own", origin="others", title=word, card=word, month=3, **shifts)


def test_an_inject_that_names_an_unknown_parameter_is_told_and_not_struck(room):
    shift = ParameterShift(parameter="no_such_thing", value=1, low=1, high=1)
    room.set_up(injects=(_inject(parameters=(shift,)),))
    room.start()
    room.do("strike", room.program.state.document.plan.injects[0])
    assert room.program.state.document.injects == ()
    assert any("no_such_thing" in line for line in room.console.notices.lines())


def test_a_stage_whose_inject_nobody_describes_says_so(room):
    stages = room.plan().stages
    room.set_up(stages=(stages[0].model_copy(update={"inject": "gone"}),))
    room.start()
    room.do("step", 1)
    room.do("inject")
    assert any("gone" in line for line in room.console.notices.lines())


def test_a_machine_that_slept_pauses_the_timer_and_tells_the_chair(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.show.timer._beat -= 3600
    room.presenter._beat()
    assert not room.staging.clock.running
    assert room.staging.clock.left > 7 * 60
    assert any("asleep" in line for line in room.console.notices.lines())


def test_a_plan_that_changes_in_a_session_brings_new_stages_but_no_other_policy(room):
    room.set_up("after_reveal")
    room.start()
    room.do("begin")
    room.set_up("public", template=1)
    assert len(room.show.stages) == len(room.workbench.catalogue.sessions[1].stages)
    assert room.show.secrecy.policy == "after_reveal"
    assert room.staging.hidden


def test_before_the_start_a_plan_can_be_chosen_anew_with_its_policy(room):
    room.set_up("chair")
    room.start()
    assert room.staging.hidden
    room.set_up("public")
    assert not room.staging.hidden


def test_other_packages_are_scored_for_the_scene_compare_where_scores_are_public(room):
    room.commands.do("package_duplicate")
    room.add(WHITE_LIST)
    room.program.scored()
    room.set_up("public")
    room.start()
    room.do("scene", "compare")
    room.program.wait(lambda: all(one.evaluation is not None for one in room.staging.compared))
    assert [one.package.id for one in room.staging.compared] == [p.id for p in room.program.state.document.packages]


def test_closing_the_console_ends_the_show_and_closing_the_desk_closes_both(room):
    room.start()
    room.console.close()
    assert room.console is None
    room.start()
    room.workbench.keep(replace(room.workbench.deal, kept=room.workbench.deal.document))
    room.program.window.close()
    assert room.console is None


def test_the_rooms_window_can_be_opened_again(room):
    room.start()
    room.audience.close()
    assert any("was closed" in line for line in room.console.notices.lines())
    room.do("window")
    assert room.audience.isVisible()


def test_the_language_changes_while_presenting(room):
    room.set_up()
    room.start()
    room.do("begin")
    room.commands.do("language")
    room.program.wait(lambda: room.console.windowTitle() == "主持控制台")
    assert room.staging.stage_title == "开场"
    room.commands.do("language")
    room.program.wait(lambda: room.staging.stage_title == "Welcome")


def test_every_control_of_the_console_has_a_name(room):
    room.set_up()
    room.start()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTextEdit)
    nameless = [
        widget
        for kind in kinds
        for widget in room.console.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_console_fits_a_laptop_at_every_text_size(room, language, scale):
    room.program.preferences.set(text_scale=scale, language=language)
    room.set_up()
    room.start()
    room.do("begin")
    room.console.resize(1440, 900)
    room.program.qtbot.wait(80)
    assert (room.console.width(), room.console.height()) == (1440, 900)
    for area in room.console.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    for button in (room.console.covers.freeze, room.console.covers.black, room.console.covers.redo):
        corner = button.mapTo(room.console, QPoint(button.width(), button.height()))
        assert corner.x() <= 1440
        assert corner.y() <= 900


def test_undo_on_the_console_says_what_it_takes_back(room):
    room.start()
    assert not room.console.covers.undo.isEnabled()
    room.add(WHITE_LIST)
    assert room.console.covers.undo.isEnabled()
    assert "white list" in room.console.covers.undo.toolTip()


def test_the_minute_of_silence_leaves_its_question_on_a_dark_screen(room):
    room.set_up()
    room.start()
    room.do("go", 8)
    assert room.staging.scene == "dark"
    assert room.staging.question == room.show.stage.brief.en
    room.do("go", 4)
    room.do("black")
    assert room.staging.question == ""


def test_the_chair_points_for_the_room_while_the_mouse_is_held_on_the_picture(room):
    room.set_up()
    room.start()
    room.program.qtbot.wait(50)
    picture = room.console.sights.now
    box = picture._box()
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert room.staging.spotlight == pytest.approx((0.5, 0.5), abs=0.02)
    QTest.mouseMove(picture, QPoint(0, 0))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert room.staging.spotlight is None
    QTest.mousePress(room.console.sights.next, Qt.MouseButton.LeftButton)
    assert room.staging.spotlight is None


def test_a_key_before_the_room_does_not_take_the_running_order_away(room):
    room.set_up("public")
    room.start()
    planned = room.workbench.deal.document.plan
    room.do("undo")
    assert room.workbench.deal.document.plan == planned
    assert any("Undo it on the desk" in line for line in room.console.notices.lines())
    room.workbench.undo()
    assert room.workbench.deal.document.plan is None
