"""WCAG 4.1.2, 1.1.1, 3.3.2: every control has a name of its own and a role, every picture an alternative."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.access.looking import controls, here, inner, mark, name, role, scrolls_only

Role = QAccessible.Role
FILLER = (Role.NoRole, Role.Client, Role.Pane, Role.LayeredPane)
"""Roles that say nothing to a reader; a scroll area may have one, a control may not."""


def nameless(screen: QWidget) -> Iterator[str]:
    """Yield every control without a name in words."""
    for widget in controls(screen):
        if not scrolls_only(widget) and not any(letter.isalnum() for letter in name(widget)):
            yield f"no name: {mark(widget)}"


def roleless(screen: QWidget) -> Iterator[str]:
    """Yield every control that a reader takes for filler, and every painted picture without an alternative."""
    for widget in controls(screen):
        if role(widget) in FILLER and not scrolls_only(widget):
            yield f"no role ({role(widget).name}): {mark(widget)}"
    for widget in here(screen):
        if role(widget) == Role.Chart and not (
            name(widget) and QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
        ):
            yield f"chart without name or description: {mark(widget)}"


def twice(screen: QWidget) -> Iterator[str]:
    """Yield names that two buttons share, which do different things."""
    found: dict[str, list[QWidget]] = defaultdict(list)
    for widget in controls(screen):
        if isinstance(widget, QAbstractButton) and name(widget):
            found[f"{role(widget).name} {name(widget)}"].append(widget)
    for shared, widgets in found.items():
        if len(widgets) > 1:
            yield f"{len(widgets)} buttons are called {shared!r}: {mark(widgets[0])}, {mark(widgets[1])}"


def unlabelled(screen: QWidget) -> Iterator[str]:
    """Yield fields whose only name is the example written in them."""
    for widget in controls(screen):
        held = getattr(widget, "placeholderText", str)()
        if held and name(widget) == held and not widget.accessibleName():
            yield f"named by its example alone: {mark(widget)}"
    for label in here(screen):
        if (
            isinstance(label, QLabel)
            and not label.text()
            and not label.pixmap().isNull()
            and not inner(label)
            and not name(label)
        ):
            yield f"picture without alternative: {mark(label)}"
