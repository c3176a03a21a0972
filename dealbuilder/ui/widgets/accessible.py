"""What screen readers are told: roles for painted widgets, which are mere filler without one, and announcements."""

from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible_role"
"""The dynamic property that says which role a widget plays."""


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(ROLE)
    if role is None:
        return None
    made = QAccessibleWidget(thing, QAccessible.Role(role))
    # Qt keeps only a pointer: without this reference Python would free what Qt still reads.
    thing.accessible_interface = made  # type: ignore[attr-defined]
    return made


@lru_cache(maxsize=1)
def _install() -> None:
    QAccessible.installFactory(_interface)


def play(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a painted widget a role."""
    _install()
    widget.setProperty(ROLE, role.value)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say what has happened, wherever its reader is (WCAG 2.2, 4.1.3)."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
