"""The chair's keys, through the real windows."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from dealbuilder.ui.dialogs.keys import KeysDialog, rows
from dealbuilder.ui.stage.deeds import ANYWHERE, BY_KEY, KEYS, NO_LETTERS, Deed, deed
from tests.ui.stage.conftest import Key

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_no_key_asks_for_two_deeds():
    every = [key for info in KEYS for key, _ in info.keys]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("key", [Key.Key_Exclam, Key.Key_QuoteDbl, Key.Key_section, Key.Key_Dollar, Key.Key_Percent])
def test_shift_and_a_digit_takes_a_hand_back_on_other_keyboards_too(key):
    assert deed(QKeyCombination(SHIFT, key)).name == "unhand"


def test_a_digit_with_shift_takes_a_hand_back_and_ctrl_is_for_text_size_and_undo_only():
    assert deed(QKeyCombination(SHIFT, Key.Key_3)) == Deed("unhand", 2)
    assert deed(QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Key.Key_3)) == Deed("hand", 2)
    assert deed(QKeyCombination(CTRL, Key.Key_Plus)) == Deed("scale", 1)
    assert deed(QKeyCombination(CTRL, Key.Key_Z)) == Deed("undo")
    assert deed(QKeyCombination(CTRL, Key.Key_C)) is None
    assert deed(QKeyCombination(Key.Key_Z)) is None


def test_every_key_of_the_console_is_in_the_key_map(room):
    words = {text for _, entries in rows() for _, text in entries}
    assert {info.text for info in KEYS} <= words
    assert set(BY_KEY) >= ANYWHERE | NO_LETTERS


def test_a_prediction_is_asked_counted_revealed_and_replayed_with_keys_alone(room):
    room.set_up("public")
    room.start()
    room.press(Key.Key_F5)
    room.add("cn_whitelist")
    room.program.scored()
    room.press(Key.Key_P)
    assert room.staging.hidden
    assert room.staging.scene == "score"
    for key in (Key.Key_2, Key.Key_2, Key.Key_5):
        room.press(key)
    room.press(Key.Key_2, SHIFT)
    room.press(Key.Key_Exclam, SHIFT)
    assert room.staging.prediction.hands == (0, 1, 0, 0, 1)
    room.press(Key.Key_Space)
    assert not room.staging.hidden
    room.press(Key.Key_R)
    assert room.staging.replay is not None
    room.program.wait(lambda: room.staging.replay is None)
    assert room.kinds == ["began", "stage", "changed", "asked", "tallied", "revealed"]


def test_covers_go_on_and_off_and_say_so(room):
    room.start()
    for key, button, word in (
        (Key.Key_F, room.console.covers.freeze, "FROZEN"),
        (Key.Key_C, room.console.covers.curtain, "CURTAIN"),
        (Key.Key_B, room.console.covers.black, "BLACK"),
    ):
        room.press(key)
        assert button.isChecked()
        assert word in button.text()
        assert word in room.console.sights.now_title.text()
    assert room.staging.curtain
    assert room.staging.scene == "dark"
    for key in (Key.Key_B, Key.Key_C, Key.Key_F):
        room.press(key)
    assert not room.staging.curtain
    assert room.staging.scene != "dark"


def test_a_clicker_works_at_the_desk_too_and_no_other_key_does(room):
    room.set_up()
    room.start()
    desk = room.program.window
    desk.activateWindow()
    room.commands.studio.desk.scoreboard.setFocus()
    room.press(Key.Key_PageDown, at=desk)
    room.press(Key.Key_PageDown, at=desk)
    assert room.show.at == 1
    room.press(Key.Key_PageUp, at=desk)
    assert room.show.at == 0
    room.press(Key.Key_Period, at=desk)
    assert room.show.black
    room.press(Key.Key_C, at=desk)
    room.press(Key.Key_U, at=desk)
    assert not room.show.curtain


def test_keys_work_in_the_audience_window(room):
    room.set_up()
    room.start()
    room.press_in_room(Key.Key_PageDown)
    room.press_in_room(Key.Key_C)
    assert room.show.at == 0
    assert room.show.curtain


def test_after_the_show_the_keys_are_the_desks_again(room):
    room.set_up()
    room.start()
    room.press(Key.Key_Escape)
    assert room.console is None
    room.press(Key.Key_PageDown, at=room.program.window)
    assert room.program.state is not None


def test_letters_typed_into_a_field_are_letters_and_escape_only_leaves_the_field(room):
    room.start()
    field = room.console.predict.question
    field.clear()
    room.press_on(field, Key.Key_F)
    room.press_on(field, Key.Key_1)
    assert field.text().lower() == "f1"
    assert not room.show.frozen
    room.press_on(field, Key.Key_Escape)
    assert room.console is not None
    assert not field.hasFocus()


def test_enter_presses_the_button_that_has_the_keyboard_and_space_still_reveals(room):
    room.set_up()
    room.start()
    room.press_on(room.console.covers.curtain, Key.Key_Return)
    assert room.show.curtain
    room.press_on(room.console.covers.curtain, Key.Key_Space)
    assert room.show.curtain
    assert not room.staging.hidden


def test_text_timer_undo_and_scenes_have_keys(room):
    room.set_up()
    room.start()
    room.press(Key.Key_F5)
    room.press(Key.Key_Plus)
    assert room.staging.scale == 1.1
    room.press(Key.Key_Minus)
    room.press(Key.Key_T)
    assert not room.staging.clock.running
    total = room.staging.clock.total
    room.press(Key.Key_BracketRight)
    assert room.staging.clock.total == total + 60
    room.press(Key.Key_Right)
    assert room.staging.scene == "package"
    room.press(Key.Key_Left)
    assert room.staging.scene == "brief"
    room.add("cn_whitelist")
    room.press(Key.Key_U)
    assert room.program.state.document.package().clauses == ()
    room.press(Key.Key_U, SHIFT)
    assert room.program.state.document.package().clauses != ()


@pytest.mark.parametrize("key", [Key.Key_H, Key.Key_F1])
def test_the_key_map_opens_from_the_console(room, key):
    room.start()
    room.press(key)
    dialog = room.dialog()
    assert isinstance(dialog, KeysDialog)
    assert "While presenting" in dialog.browser.toPlainText()
