"""WCAG 2.4.3, 2.4.11 when a dialog closes: the keyboard is where it was before, in view, and nothing is lost."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from dealbuilder.document.document import Document
from dealbuilder.ui.widgets.level_picker import LevelPicker
from dealbuilder.ui.widgets.silence import SilenceSlide
from dealbuilder.ui.widgets.tab_order import into_view
from tests.ui.access.looking import controls, mark, seen
from tests.ui.access.world import World

PATIENCE = 10.0
"""Seconds that a window may take to have the keyboard."""
PRESSES = 3
"""Times that Esc may be asked for: it first takes back what is being typed, or ends the silence."""


def control(world: World) -> QWidget:
    """Give the keyboard to the control that a dialog is asked for from: the level of a clause, or the first button."""
    window = world.window
    front(window)
    levels = [one for one in window.findChildren(LevelPicker) if one.isVisible()]
    one = levels[-1] if levels else next(one for one in controls(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    into_view(window)
    return one


def front(window: QWidget) -> None:
    """Bring a window to the front, as a window manager does when another one before it closes."""
    end = monotonic() + PATIENCE
    while QApplication.activeWindow() is not window and monotonic() < end:
        window.activateWindow()
        QTest.qWait(2)
    assert QApplication.activeWindow() is window


def typed(dialog: QWidget) -> None:
    """Write into the first field that takes it."""
    for field in dialog.findChildren(QWidget):
        writable = isinstance(field, (QLineEdit, QPlainTextEdit)) and not field.isReadOnly()
        if writable and field.isVisible() and field.isEnabled():
            QTest.keyClicks(field, "x")
            return


def escaped(dialog: QWidget) -> bool:
    """Press Esc where the keyboard is until a dialog is closed; say whether it is."""
    for _ in range(PRESSES):
        if not isValid(dialog) or not dialog.isVisible():
            return True
        slides = [one for one in dialog.findChildren(SilenceSlide) if one.isVisible()]
        QTest.keyClick(slides[0] if slides else dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        QApplication.processEvents()
    return not isValid(dialog) or not dialog.isVisible()


def after(
    world: World, shown: QWidget, below: QWidget, kept: QWidget | None, document: Document | None
) -> Iterator[str]:
    """Leave a dialog by Esc if it is still open; yield what is amiss with the keyboard, or with the deal, then."""
    if isValid(shown) and shown.isVisible() and not escaped(shown):
        yield f"Esc does not close it: {mark(shown)}"
        return
    world.settle(0)
    front(below)
    yield from back(below, kept)
    if document is not None and world.document() != document:
        yield "Esc has changed the deal"


def back(below: QWidget, kept: QWidget | None) -> Iterator[str]:
    """Yield what is amiss with the keyboard in the window below a dialog that was closed."""
    now = QApplication.focusWidget()
    if kept is None or not isValid(kept):
        yield "the control it was opened from is gone"
    elif now is not kept:
        yield f"the keyboard was on {mark(kept)} and is now on {mark(now) if now is not None else 'nothing'}"
    elif seen(kept, below).intersected(below.rect()).isEmpty():
        yield f"has the keyboard out of view: {mark(kept)}"
