"""Which window a fault is told on: that of whoever works, never one that an audience sees."""

from PySide6.QtWidgets import QApplication, QWidget

AUDIENCE = "audience"
"""Name of the window that a room sees."""
CONSOLE = "console"
"""Name of the window from which a room is led."""


def home(window: QWidget) -> QWidget:
    """Return the dialog that waits for an answer, the window that is worked in, the console, or the main window."""
    candidates = [QApplication.activeModalWidget(), QApplication.activeWindow()]
    candidates += [one for one in QApplication.topLevelWidgets() if one.objectName() == CONSOLE]
    return next((one for one in candidates if one is not None and one.isVisible() and not _seen(one)), window)


def _seen(widget: QWidget) -> bool:
    """Say whether a window is the audience's or belongs to it."""
    above: QWidget | None = widget
    while above is not None:
        if above.objectName() == AUDIENCE:
            return True
        above = above.parentWidget()
    return False
