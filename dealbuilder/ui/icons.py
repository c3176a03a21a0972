"""Icons: our own SVG drawings, inked in the colour of the text they stand beside."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QDir, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dealbuilder import paths
from dealbuilder.report.theme import Theme

INK = "#000000"
"""The colour that stands for "ink" in every drawing."""
SIZES = (16, 24, 40)


def register() -> None:
    """Let the style sheet find drawings under `icon:`."""
    QDir.setSearchPaths("icon", [str(paths.resources() / "icons")])


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def picture(name: str, colour: QColor, size: int) -> QPixmap:
    """Return one drawing at one size in one colour."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(INK, colour.name()).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def icon(name: str, ink: QColor, faint: QColor) -> QIcon:
    """Return a drawing as an icon: `ink` when enabled, `faint` when not."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(picture(name, ink, size), QIcon.Mode.Normal)
        made.addPixmap(picture(name, faint, size), QIcon.Mode.Disabled)
    return made


def inks(theme: Theme) -> tuple[QColor, QColor]:
    """Return the colours of enabled and disabled icons in a theme."""
    return QColor(theme.text), QColor(theme.border)
