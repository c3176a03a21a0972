"""What is opened from a control by a key gives the keyboard back to it when it closes; test_screens.py asks of all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from dealbuilder.ui.studio import BUTTONS
from dealbuilder.ui.widgets.clause_row import ClauseRow
from dealbuilder.ui.widgets.headline_card import HeadlineCard
from tests.ui.access import desks, faults
from tests.ui.access.returning import back, control, escaped, front
from tests.ui.access.world import Dress, World


@pytest.fixture(scope="module")
def world(worlds: Callable[[], World]) -> World:
    """One program for all of these."""
    made = worlds()
    made.wear(Dress("en"))
    return made


def held(one: QWidget) -> None:
    """Give a control the keyboard as Tab does."""
    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is one


def opened(world: World, press: Callable[[], object]) -> QWidget:
    """Return the dialog that a key opens."""
    before = {*world.dialogs()}
    press()
    world.wait(lambda: {*world.dialogs()} - before)
    (made,) = {*world.dialogs()} - before
    return made


def returns(world: World, one: QWidget, dialog: QWidget) -> list[str]:
    """Close a dialog with Esc and return what is amiss with the keyboard then."""
    front(dialog)
    assert escaped(dialog)
    world.settle()
    front(one.window())
    return [*back(one.window(), one)]


def test_a_button_above_the_desk_has_the_keyboard_again_when_its_dialog_closes(world: World):
    world.open("small")
    front(world.window)
    actions = [world.window.actions_table[id] for id in BUTTONS if id in ("report", "assumptions", "keys")]
    buttons = [b for b in world.window.findChildren(QToolButton) if b.defaultAction() in actions and b.isVisible()]
    assert len(buttons) == 3
    for button in buttons:
        held(button)
        dialog = opened(world, lambda button=button: QTest.keyClick(button, Qt.Key.Key_Space))
        assert not returns(world, button, dialog)


def test_a_score_and_the_menu_of_a_clause_have_it_again_when_their_card_closes(world: World):
    world.open("small")
    front(world.window)
    score = world.window.findChildren(HeadlineCard)[0]
    held(score)
    assert not returns(world, score, opened(world, lambda: QTest.keyClick(score, Qt.Key.Key_Return)))
    menu_button = next(row for row in world.window.findChildren(ClauseRow) if row.isVisible()).menu
    held(menu_button)
    QTest.keyClick(menu_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    why = next(action for action in menu.actions() if action.objectName() == "why")
    menu.setActiveAction(why)
    assert not returns(world, menu_button, opened(world, lambda: QTest.keyClick(menu, Qt.Key.Key_Return)))


def test_a_button_of_a_dialog_has_it_again_when_the_dialog_above_closes(world: World):
    world.open("small")
    deck = world.ask("injects")
    front(deck)
    held(deck.new)
    assert not returns(world, deck.new, opened(world, lambda: QTest.keyClick(deck.new, Qt.Key.Key_Space)))
    world.tidy()


def test_a_clause_has_it_again_when_its_detail_closes(world: World):
    world.open("small")
    desks.detail(world)
    desk = world.commands.studio.desk.package.desk
    front(world.window)
    held(desk.detail.close_button)
    QTest.keyClick(desk.detail.close_button, Qt.Key.Key_Space)
    assert not desk.detail.isVisible()
    assert not [*back(world.window, desk.board.row(desk.current()).picker)]


def test_what_had_it_has_it_again_when_notices_close_and_when_the_tour_ends(world: World):
    world.open("small")
    before = control(world)
    desks.notice(world)
    held(world.window.notices.findChild(QToolButton))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert not world.window.notices.isVisible()
    assert not [*back(world.window, before)]
    tour = faults.tour(world)
    assert tour.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    world.settle()
    assert not [*back(world.window, before)]
