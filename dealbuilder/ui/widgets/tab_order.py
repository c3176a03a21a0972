"""The order in which Tab goes: as things stand on screen, whenever they were made.

Qt goes by the order of making; rows that come later would follow everything else. A window that calls `in_order` from
its `focusNextPrevChild` puts that right before each step.
"""

from collections.abc import Iterator
from itertools import pairwise
from time import monotonic
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

TAB = Qt.FocusPolicy.TabFocus
FRESH = 1.0
"""Seconds that an order holds: hundreds of widgets are looked at, and keys are pressed faster than screens change."""

_looked: WeakKeyDictionary[QWidget, float] = WeakKeyDictionary()


def _laid(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of a parent's widgets that a layout holds, in its order, with the layouts within it in their place.

    No item of a layout is taken in hand: Qt's bindings keep a spacer for longer than Qt does, and then take whatever
    is made in its place for a spacer.
    """
    inside = [one for one in layout.children() if isinstance(one, QLayout)]
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in (*widgets, *inside)]
    held = sorted(((place, one) for place, one in found if place >= 0), key=lambda pair: pair[0])
    if isinstance(layout, QGridLayout):
        held.sort(key=lambda pair: tuple(layout.getItemPosition(pair[0]))[:2])  # pyright: ignore
    for _, one in held:
        if isinstance(one, QLayout):
            yield from _laid(one, widgets)
        else:
            yield one


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield the children of a widget in the order of its layout; those that no layout holds come last."""
    if isinstance(widget, QTabWidget):
        found = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QStackedWidget):
        found = [widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        found = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QMainWindow):
        found = [widget.centralWidget()]
    elif isinstance(widget, QScrollArea):
        found = [widget.widget()]
    else:
        layout = QWidget.layout(widget)  # pyqtgraph's plots have something else of that name
        widgets = [one for one in widget.children() if isinstance(one, QWidget)]
        found = list(_laid(layout, widgets)) if layout is not None else []
    held = [one for one in found if one is not None]
    yield from held
    if not isinstance(widget, (QTabWidget, QStackedWidget, QSplitter, QScrollArea)):
        known = set(held)
        yield from (one for one in widget.children() if isinstance(one, QWidget) and one not in known)


def reading(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab comes to below a widget, as it stands on screen."""
    for part in _parts(widget):
        if part.isWindow() or not part.isVisible():
            continue
        # Tab also comes to a set of tabs, which hands it on to its bar: it has to stand where the bar stands.
        stops = part.focusProxy() is None or isinstance(part, QTabWidget)
        # What cannot be used now has its place too: it may be turned on before Tab comes to it.
        if part.focusPolicy() & TAB and stops:
            yield part
        yield from reading(part)


def in_order(window: QWidget) -> None:
    """Let Tab go as things stand on screen; not looked at again while somebody goes on and on.

    Qt's own order is not asked for: its bindings tie each widget that they are handed so to the one before it, and
    think it deleted (a menu bar, say) when that one is.
    """
    now = monotonic()
    if now - _looked.get(window, -FRESH) < FRESH:
        return
    _looked[window] = now
    for one, other in pairwise(dict.fromkeys(reading(window))):
        QWidget.setTabOrder(one, other)


def round_again(window: QWidget, next: bool) -> bool:
    """Go from the last stop to the first, or back; say whether that was the step.

    Qt would begin with the box of buttons, whose stand-in is its first button, and never come to what is above it.
    """
    stops = [one for one in reading(window) if one.isEnabled()]
    if not stops or window.focusWidget() is not stops[-1 if next else 0]:
        return False
    reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
    stops[0 if next else -1].setFocus(reason)
    return True


def anew(widget: QWidget) -> None:
    """Look at the order again before the next step: something has come that Tab must not pass by."""
    _looked.pop(widget.window(), None)


def into_view(window: QWidget) -> bool:
    """Scroll to what has the keyboard; Qt does so only for steps within one area. Return True: there was a step."""
    found = above = window.focusWidget()
    while found is not None and above is not None and above is not window:
        above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(found)
    return True


class OrderedDialog(QDialog):
    """A dialog in which Tab goes as things stand on screen, and what it comes to is scrolled to."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """Look at the order before each step."""
        in_order(self)
        return (round_again(self, next) or super().focusNextPrevChild(next)) and into_view(self)
