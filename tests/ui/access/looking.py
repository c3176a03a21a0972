"""What stands on a screen: its controls, its texts, and how a reader of a finding recognises each."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

INNER = (
    "qt_spinbox_lineedit",
    "qt_scrollarea_viewport",
    "qt_toolbar_ext_button",
    "qt_msgboxex_icon_label",
    "qt_msgbox_label",
    "qt_msgbox_informativelabel",
)
"""Parts that Qt puts into its own widgets; they are reached and named through them."""


def name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def role(widget: QWidget) -> QAccessible.Role:
    """Return the role a screen reader is told."""
    return QAccessible.queryAccessibleInterface(widget).role()


def mark(widget: QWidget) -> str:
    """Return a widget as a finding names it: class, object name and what it is called."""
    inside = widget.parentWidget()
    own = f"#{widget.objectName()}" if widget.objectName() else ""
    within = f" in {type(inside).__name__}" if inside is not None else ""
    return f"{type(widget).__name__}{own}{within} “{name(widget)[:48]}”"


def within(widget: QWidget, screen: QWidget) -> QRect:
    """Return a widget's place on its screen."""
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def area(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area that a widget stands in."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow() and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above if isinstance(above, QScrollArea) else None


def unscrolled(widget: QWidget, screen: QWidget) -> QRect:
    """Return a widget's place on its screen as if nothing had been scrolled yet."""
    above = area(widget)
    if above is None or above is screen or not screen.isAncestorOf(above):
        return within(widget, screen)
    place = QRect(widget.mapTo(above.widget(), QPoint(0, 0)), widget.size())
    return place.translated(unscrolled(above, screen).topLeft())


def seen(widget: QWidget, screen: QWidget) -> QRect:
    """Return the part of a widget that is in view, on its screen."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(screen, QPoint(0, 0)))


def here(screen: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a screen that is shown, but no other window."""
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and widget.window() is screen.window() and not widget.size().isEmpty():
            yield widget


def inner(widget: QWidget) -> bool:
    """Say whether a widget is a part that Qt put into one of its own."""
    above = widget.parentWidget()
    return (
        widget.objectName() in INNER
        or isinstance(widget, (QScrollBar, QHeaderView))
        or isinstance(above, (QTabBar, QLineEdit, QAbstractSpinBox, QHeaderView, QMenuBar))
        or (isinstance(above, QComboBox) and isinstance(widget, QLineEdit))
        or (isinstance(above, QAbstractItemView) and isinstance(widget, QAbstractButton))
    )


def scrolls_only(widget: QWidget) -> bool:
    """Say whether a widget takes the keyboard for nothing but scrolling."""
    return (
        isinstance(widget, QAbstractScrollArea)
        and not isinstance(widget, QAbstractItemView)
        and widget.inherits("QScrollArea")
    )


def controls(screen: QWidget) -> Iterator[QWidget]:
    """Yield every control: what takes the keyboard, and every button."""
    for widget in here(screen):
        if inner(widget) or not widget.isEnabled() or isinstance(widget, QMenuBar):
            continue
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if takes and isinstance(widget, QLabel) and not widget.openExternalLinks():
            continue
        if takes or isinstance(widget, QAbstractButton):
            yield widget
