"""The rehearsal check's eyes on the screen: which screens there are, and whether the fonts are registered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget

from dealbuilder.report.rehearsal.finding import Finding, State
from dealbuilder.ui import fonts
from dealbuilder.ui.language import listed

LEAST = (1024, 768)
"""The smallest second screen the room's scenes are made for, in pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One screen: its place on the desktop and size in pixels, its refresh in Hz, and whether the desk stands on it."""

    box: tuple[int, int, int, int]
    hertz: float
    desk: bool

    def words(self) -> str:
        """Return size and refresh as they are told."""
        told = f"{self.box[2]} × {self.box[3]}, {self.hertz:.0f} Hz"
        return QCoreApplication.translate("rehearsal", "{screen} (the desk)").format(screen=told) if self.desk else told


def seen(desk: QWidget) -> tuple[Seen, ...]:
    """Return every screen of the machine; the desk is the window the chair works in."""
    home = desk.screen()
    found = []
    for screen in QGuiApplication.screens():
        ratio, place = screen.devicePixelRatio(), screen.geometry()
        box = (place.x(), place.y(), round(place.width() * ratio), round(place.height() * ratio))
        found.append(Seen(box, screen.refreshRate(), screen is home))
    return tuple(found)


def screens(found: Sequence[Seen]) -> Finding:
    """Return whether the room has a screen of its own that is large enough."""
    told = listed(one.words() for one in found) or "—"
    desk = next((one for one in found if one.desk), None)
    others = [one for one in found if not one.desk and (desk is None or one.box[:2] != desk.box[:2])]
    if not others and len(found) > 1:
        remedy = QCoreApplication.translate(
            "rehearsal", "The second screen mirrors the desk. Set it to extend the desktop."
        )
        return _screens("attention", told, remedy)
    if not others:
        remedy = QCoreApplication.translate(
            "rehearsal",
            "Only one screen: connect the projector and check again. Until then the room's window is an ordinary one.",
        )
        return _screens("attention", told, remedy)
    if all(one.box[2] < LEAST[0] or one.box[3] < LEAST[1] for one in others):
        remedy = QCoreApplication.translate(
            "rehearsal", "The second screen is smaller than 1024 × 768: choose a larger mode for it."
        )
        return _screens("fails", told, remedy)
    return _screens("ok", told, "")


def _screens(state: State, told: str, remedy: str) -> Finding:
    return Finding("screens", state, QCoreApplication.translate("rehearsal", "Screens"), told, remedy)


def lettering() -> Finding:
    """Return whether the fonts on screen are the program's own."""
    known = set(QFontDatabase.families())
    missing = [family for family in (fonts.LATIN, fonts.CHINESE) if family not in known]
    title = QCoreApplication.translate("rehearsal", "Fonts on screen")
    if missing:
        told = QCoreApplication.translate("rehearsal", "Missing: {names}; the system's fonts stand in.").format(
            names=", ".join(missing)
        )
        remedy = QCoreApplication.translate(
            "rehearsal", "Look at every scene in the room, or install the program again."
        )
        return Finding("lettering", "attention", title, told, remedy)
    return Finding("lettering", "ok", title, f"{fonts.LATIN}, {fonts.CHINESE}")
