"""Sheets to look at: many pictures on one page, and charts as people with five kinds of sight see them."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from dealbuilder.report import svg, theme
from tests.ui.access import samples
from tests.ui.access.colours import SIGHTS, seen_as

CELL = QSize(360, 240)
COLUMNS = 5
THEMES = ("light", "dark", "print")


def sights(folder: Path) -> None:
    """Write one sheet a theme: a row a kind of figure, a column a sight."""
    kinds = {type(figure): figure for figure in samples.every().values()}
    for name in THEMES:
        sheet = QImage(CELL.width() * len(SIGHTS), CELL.height() * len(kinds), QImage.Format.Format_RGB32)
        painter = QPainter(sheet)
        for row, figure in enumerate(kinds.values()):
            drawn = svg.draw(figure, theme.load(name), CELL.width(), CELL.height())
            plain = QImage(CELL, QImage.Format.Format_RGB32)
            plain.fill(QColor(theme.load(name).background))
            inside = QPainter(plain)
            QSvgRenderer(QByteArray(drawn.encode())).render(inside, QRectF(plain.rect()))
            inside.end()
            for column, sight in enumerate(SIGHTS):
                painter.drawImage(column * CELL.width(), row * CELL.height(), as_seen(plain, sight))
        painter.end()
        sheet.save(str(folder / f"sights-{name}.png"))


def as_seen(image: QImage, sight: str) -> QImage:
    """Return a picture as somebody with this sight sees it."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    colours = raw[..., 2::-1] / 255.0
    other = np.full_like(raw, 255)
    other[..., 2::-1] = np.round(seen_as(colours, sight) * 255.0).astype(np.uint8)
    return QImage(other.tobytes(), image.width(), image.height(), image.bytesPerLine(), image.format()).copy()


def contact(folder: Path, most: int = 20) -> None:
    """Put the pictures of a folder on sheets of `most`, each small, in the order of their names."""
    found = [path for path in sorted(folder.glob("*.png")) if not path.name.startswith(("sights-", "sheet-"))]
    for first in range(0, len(found), most):
        some = found[first : first + most]
        rows = -(-len(some) // COLUMNS)
        sheet = QImage(CELL.width() * COLUMNS, CELL.height() * rows, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.gray)
        painter = QPainter(sheet)
        for place, path in enumerate(some):
            room = CELL - QSize(8, 24)
            small = QImage(str(path)).scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            x, y = place % COLUMNS * CELL.width() + 4, place // COLUMNS * CELL.height() + 4
            painter.drawImage(x, y, small)
            painter.drawText(x, y + CELL.height() - 8, path.stem[:60])
        painter.end()
        sheet.save(str(folder / f"sheet-{first // most:02d}.png"))
