"""WCAG 2.1.1, 2.1.2, 2.1.4, 2.4.3, 2.4.7, 2.4.11: all is reached and left by keys, in order, in view, visibly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from dealbuilder.ui.widgets import tab_order
from dealbuilder.ui.widgets.silence import SilenceSlide
from tests.ui.access.colours import contrast
from tests.ui.access.looking import area, controls, inner, mark, seen, unscrolled, within

MOST = 600
"""Presses of Tab after which a walk is given up."""
PATIENCE = 3000
"""Milliseconds that a window may take to have the keyboard."""
START = 2
"""Places from its beginning that a round may leave out: a window may begin on something that is no stop."""
LINKS = 60
"""Links of one text that Tab may go through."""
RING = 3.0
"""Least contrast of a focused control with itself unfocused, where they differ (1.4.11)."""
ENOUGH = 24
"""Least pixels that must differ so much: one side of the least target."""


@dataclass(slots=True)
class Walk:
    """What had the keyboard, in order, where it stood and how much of it was seen; `stuck`: Tab did not leave it.

    `rings` are the pixels that told of the keyboard, `round` the place that the walk came back to.
    """

    visited: list[QWidget] = field(default_factory=list)
    places: list[QRect] = field(default_factory=list)
    shown: list[QRect] = field(default_factory=list)
    rings: list[int] = field(default_factory=list)
    round: int = 0
    stuck: bool = False


def walk(screen: QWidget) -> Walk:
    """Press Tab from the first control until it comes round again."""
    made = Walk()
    tab_order._looked.clear()
    window = screen.window()
    window.activateWindow()
    QTest.qWaitForWindowActive(window, PATIENCE)
    start = next((one for one in controls(screen) if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if start is None:
        return made
    visited = made.visited
    still = 0
    start.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(MOST):
        now = QApplication.focusWidget()
        if now is None or (visited and now is not visited[-1] and now in visited):
            made.round = visited.index(now) if now is not None else 0
            break
        if visited and now is visited[-1]:
            still += 1  # a text with links has the keyboard once for each of them
            if still > LINKS:
                made.stuck = True
                break
        else:
            visited.append(now)
            made.rings.append(_ring(now, screen))
            made.places.append(unscrolled(now, screen) if screen.isAncestorOf(now) else QRect())
            made.shown.append(seen(now, screen).intersected(screen.rect()) if screen.isAncestorOf(now) else QRect())
            still = 0
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return made


def unreached(screen: QWidget, walked: Walk) -> Iterator[str]:
    """Yield controls that Tab never comes to; of radio buttons that belong together one is enough."""
    visited = walked.visited
    got = set(visited)
    groups = {group for one in visited if isinstance(one, QRadioButton) for group in _siblings(one)}
    for widget in controls(screen):
        if widget in got or widget in groups or widget.focusProxy() in got:
            continue
        if any(one.focusProxy() is widget or widget.isAncestorOf(one) for one in visited) and not isinstance(
            widget, QAbstractButton
        ):
            continue
        yield f"never reached by Tab: {mark(widget)}"


def _siblings(one: QRadioButton) -> list[QAbstractButton]:
    group: QButtonGroup | None = one.group()
    return group.buttons() if group is not None else one.parentWidget().findChildren(QRadioButton)


def trapped(screen: QWidget, walked: Walk) -> Iterator[str]:
    """Yield where Tab goes in and does not come out: the walk must end where it began."""
    if len(walked.visited) >= MOST:
        yield f"Tab never comes round: {mark(walked.visited[-1])}"
    if walked.round > START:
        yield f"Tab comes back to {mark(walked.visited[walked.round])} and never to what was before it"
    # Where all there is is one button, it keeps the keyboard; the slide of silence is left by Esc.
    if walked.stuck and len(walked.visited) > 1 and not isinstance(walked.visited[-1], SilenceSlide):
        yield f"Tab does not leave it: {mark(walked.visited[-1])}"
    for widget in controls(screen):
        if isinstance(widget, (QTextEdit, QPlainTextEdit)) and not widget.isReadOnly() and not widget.tabChangesFocus():
            yield f"Tab writes a tab instead of going on: {mark(widget)}"
        if getattr(widget, "tabKeyNavigation", bool)():
            yield f"Tab goes from cell to cell and never out: {mark(widget)}"


def disorder(screen: QWidget, walked: Walk) -> Iterator[str]:
    """Yield steps that go back: up and not to a column further right, or leftwards in the same line.

    One step back to where the screen begins is the end of the round.
    """
    steps = list(zip(walked.visited, walked.places, strict=True))
    top = min((place for _, place in steps), key=QRect.top, default=QRect())
    line = [at for at, (_, place) in enumerate(steps) if place.top() < top.bottom()]
    first = min(line, key=lambda at: steps[at][1].left(), default=0)
    for (one, here), (other, there) in pairwise((*steps[first:], *steps[:first])):
        if area(one) is not area(other):
            here, there = _edges(one, here, screen), _edges(other, there, screen)
        if (
            inner(one)
            or inner(other)
            or one.isAncestorOf(other)
            or other.isAncestorOf(one)
            or here.isEmpty()
            or there.isEmpty()
        ):
            continue
        up = there.bottom() <= here.top() + 2 and there.left() < here.right() - 2 and there.right() <= here.right() + 2
        line = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        back = line > min(here.height(), there.height()) / 2 and there.right() <= here.left() + 2
        if up or back:
            yield f"from {mark(one)} back {'up' if up else 'left'} to {mark(other)}"


def _edges(one: QWidget, place: QRect, screen: QWidget) -> QRect:
    """Return where a control stands for what is outside of its scroll area: anywhere within that."""
    scrolled = area(one)
    return place if scrolled is None or not screen.isAncestorOf(scrolled) else within(scrolled, screen)


def hidden(screen: QWidget, walked: Walk) -> Iterator[str]:
    """Yield controls that got the keyboard where nobody sees it: scrolled away or covered (2.4.11)."""
    for one, place, shown in zip(walked.visited, walked.places, walked.shown, strict=True):
        least = min(place.height(), 24) * min(place.width(), 24)
        if shown.width() * shown.height() < least:
            yield f"has the keyboard out of view: {mark(one)}"


def pixels(screen: QWidget, place: QRect) -> np.ndarray:
    """Return the picture of a place on a screen, shape (height, width, 3)."""
    image = screen.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].copy()


def _ring(one: QWidget, screen: QWidget) -> int:
    """Return how many pixels tell, at 3 to 1, that a control has the keyboard; it has it again afterwards."""
    place = seen(one, screen).adjusted(-2, -2, 2, 2).intersected(screen.rect()) if screen.isAncestorOf(one) else QRect()
    if place.isEmpty():
        return ENOUGH  # `hidden` tells
    with_it = pixels(screen, place)
    one.clearFocus()
    without = pixels(screen, place)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    if with_it.shape != without.shape:
        return ENOUGH
    differ = np.any(with_it != without, axis=2)
    return int((contrast(with_it[differ], without[differ]) >= RING).sum())


def unseen(screen: QWidget, walked: Walk) -> Iterator[str]:
    """Yield controls that look the same, or nearly, with the keyboard and without it (2.4.7, 1.4.11)."""
    for one, ring in zip(walked.visited, walked.rings, strict=True):
        if ring < ENOUGH and not isinstance(one, (QLabel, SilenceSlide)):
            yield f"{ring} pixels tell that it has the keyboard: {mark(one)}"


def single_keys(screen: QWidget) -> Iterator[str]:
    """Yield shortcuts of one letter that fire while somebody writes (2.1.4)."""
    fields = [one for one in controls(screen) if one.inherits("QLineEdit") or one.inherits("QPlainTextEdit")]
    for short in screen.window().findChildren(QShortcut):
        text = short.key().toString()
        if len(text) == 1 and fields and short.isEnabled() and short.context() != Qt.ShortcutContext.WidgetShortcut:
            yield f"the key {text} acts while somebody writes in {mark(fields[0])}"


def stays_open(screen: QWidget) -> Iterator[str]:
    """Yield dialogs that Esc does not close; leave the dialog closed."""
    if isinstance(screen, QDialog):
        defaults = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.isDefault()]
        if len(defaults) > 1:
            yield f"{len(defaults)} default buttons: {mark(screen)}"
        for slide in [one for one in screen.findChildren(SilenceSlide) if one.isVisible()]:
            QTest.keyClick(slide, Qt.Key.Key_Escape)  # ends the silence
        screen.activateWindow()
        screen.setFocus()
        QTest.keyClick(screen, Qt.Key.Key_Escape)
        if screen.isVisible():
            yield f"Esc does not close it: {mark(screen)}"
