"""What Qt stands on, in lines for a report: platform, screens, scale, style, language."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

MIDDLE = 128
"""Lightness between a dark and a light window."""


def lines() -> tuple[str, ...]:
    """Return the lines; one that cannot be had is left out, for a report is written in bad times."""
    return tuple(_tried())


def _tried() -> Iterator[str]:
    for one in (_qt, _screens, _looks, _language):
        try:
            yield one()
        except Exception as error:
            yield f"{one.__name__.strip('_')}: {type(error).__name__}"


def _qt() -> str:
    return f"Qt {qVersion()}, platform {QGuiApplication.platformName()}"


def _screens() -> str:
    told = []
    for screen in QGuiApplication.screens():
        size, ratio = screen.size(), screen.devicePixelRatio()
        told.append(f"{size.width()} x {size.height()} at {ratio:g}, {screen.refreshRate():.0f} Hz")
    return f"screens: {'; '.join(told) or 'none'}"


def _looks() -> str:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return "style: none"
    dark = app.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE
    return f"style: {app.style().objectName()}, {'dark' if dark else 'light'}, text {app.font().pointSizeF():g} pt"


def _language() -> str:
    return f"language: {QLocale().name()}, system {QLocale.system().name()}"


Describe = Callable[[], tuple[str, ...]]
"""Returns lines on what the program stands on."""
