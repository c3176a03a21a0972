"""WCAG 1.4.3: every text stands out from its ground by 4.5 to 1, large text by 3 to 1, measured on the picture."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.ui.access.colours import contrast
from tests.ui.access.looking import here, inner, mark, seen

TEXT, LARGE = 4.5, 3.0
LARGE_POINTS, LARGE_BOLD_POINTS = 18.0, 14.0
"""Points from which text counts as large, plain and bold."""
SMOOTHED = 0.93
"""Share of its true contrast that a thin, smoothed stroke still has at its darkest pixel."""
LEAST_SIZE = 6
"""Pixels of width and height below which there is no text to judge."""


def picture(screen: QWidget) -> np.ndarray:
    """Return a screen's picture, shape (height, width, 3), bytes."""
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].copy()


def faint(screen: QWidget) -> Iterator[str]:
    """Yield every text that is too faint; what is disabled is exempt (1.4.3)."""
    whole = picture(screen)
    for widget in here(screen):
        if not widget.isEnabled() or not _worded(widget) or inner(widget):
            continue
        place = seen(widget, screen).intersected(screen.rect())
        if place.size() != widget.size():
            continue  # partly scrolled away: it looks like its neighbours
        if place.width() < LEAST_SIZE or place.height() < LEAST_SIZE:
            continue
        ratio = measured(whole, place)
        wanted = LARGE if _large(widget) else TEXT
        if ratio < wanted * SMOOTHED:
            yield f"{ratio:.1f} to 1, {wanted} wanted: {mark(widget)}"


def measured(whole: np.ndarray, place: QRect) -> float:
    """Return the contrast of the pixel that stands out most with the commonest pixel of a place."""
    part = whole[place.top() : place.bottom() + 1, place.left() : place.right() + 1].reshape(-1, 3)
    codes = part.astype(np.uint32) @ np.array((65536, 256, 1), dtype=np.uint32)
    kinds, counts = np.unique(codes, return_counts=True)
    ground = kinds[np.argmax(counts)]
    colours = np.stack(((kinds >> 16) & 255, (kinds >> 8) & 255, kinds & 255), axis=-1).astype(np.uint8)
    return float(contrast(colours, colours[kinds == ground]).max())


def _worded(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text().strip()) and any(letter.isalnum() for letter in widget.text())
    if isinstance(widget, QAbstractButton):
        return bool(widget.text().strip())
    return isinstance(widget, (QComboBox, QLineEdit)) and bool(
        widget.currentText() if isinstance(widget, QComboBox) else widget.text() or widget.placeholderText()
    )


def _large(widget: QWidget) -> bool:
    info = QFontInfo(widget.font())
    return info.pointSizeF() >= LARGE_POINTS or (info.bold() and info.pointSizeF() >= LARGE_BOLD_POINTS)
