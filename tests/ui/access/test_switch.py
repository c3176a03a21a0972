"""All that is open while the language changes speaks the other one: nothing is said once and never renewed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.study.studying import PANELS
from tests.ui.access import clipping, desks, forms, rooms, tongue
from tests.ui.access.screens import HEAVY
from tests.ui.access.survey import quoted
from tests.ui.access.world import Dress, World

BESIDE = ("keys", "manual", "assumptions", "injects", "tables")
"""Entries that open a dialog which lets the work beside it go on."""
STUDIES = tuple(panel.id for panel in PANELS if f"study: {panel.id}" not in HEAVY)


def left(proper: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the English on every window that is shown."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.windowTitle():
            yield from tongue.foreign(window, proper)


def turned(world: World) -> None:
    """Change the language as the menu does."""
    world.commands.do("language")
    world.settle()


@pytest.fixture(scope="module")
def world(worlds: Callable[[], World]) -> World:
    """One program for all of these."""
    return worlds()


def test_what_is_open_follows_the_language_and_the_manual_stays_at_its_page(world: World):
    world.wear(Dress("en"))
    world.open("pair")
    desks.detail(world)
    desks.heat(world)
    desks.notice(world)
    for id in STUDIES:
        rooms.study(world, id)
    forms.source_card(world)
    opened = [world.ask(id) for id in BESIDE]
    assert not any(isinstance(one, QDialog) and one.isModal() for one in opened)
    manual = opened[BESIDE.index("manual")]
    assert isinstance(manual, ManualDialog)
    manual.turn("20-desk")
    place = manual.geometry()
    turned(world)
    (other,) = (one for one in world.dialogs() if isinstance(one, ManualDialog))
    assert (other.language, other.page(), other.geometry()) == ("zh", "20-desk", place)
    proper = quoted(world.catalogue)
    found = [*left(proper)]
    for id in STUDIES:  # those behind the one that was in front
        found += tongue.foreign(rooms.study(world, id), proper)
    assert not found, "\n".join(dict.fromkeys(found))
    world.tidy()
    turned(world)


def test_the_console_follows_the_language(world: World):
    world.wear(Dress("en"))
    world.open("session")
    rooms.console(world)
    turned(world)
    found = [*left(quoted(world.catalogue))]
    assert not found, "\n".join(found)
    world.tidy()


def test_choices_that_nobody_sees_follow_the_language_too(world: World):
    world.wear(Dress("en", scale=2.0))  # catalogue, package and charts are tabs: two of them are hidden
    world.open("small")
    for box in world.window.findChildren(QComboBox):
        clipping.tipped(box)  # a tip that was asked for before must not be told in the old language
    turned(world)
    proper = quoted(world.catalogue)
    boxes: list[QWidget] = [*world.window.findChildren(QComboBox)]
    assert any(not box.isVisible() for box in boxes)
    found = [word for box in boxes for text in tongue.texts(box) for word in tongue.english(text, proper)]
    assert not found
