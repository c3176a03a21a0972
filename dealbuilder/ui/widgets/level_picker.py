"""Picking one of a few worded levels: segments with a notch at the baseline, words inside where they fit."""

from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from dealbuilder.ui.widgets.appearance import LEAST_TARGET, colour, em

HATCH = 0.6
"""How much of the ground shows in the hatching of a level without precedent."""
NOTCH_DEGREES = 120
"""One detent of a wheel in Qt's units."""


class LevelPicker(QAbstractSlider):
    """A row of levels; `picked` carries the index a person chose, `hovered` the one pointed at, or None.

    Left and right step, 1 to 5 choose, 0 is the baseline; the wheel counts only with focus. A slider to screen readers.
    """

    picked = Signal(object)
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None, role: str = "accent") -> None:
        super().__init__(parent)
        self._role = role
        self._subject = ""
        self._words: tuple[str, ...] = ()
        self._sentences: tuple[str, ...] = ()
        self._under: int | None = None
        self._turned = 0
        self._untested = False
        self._measured: tuple[QFont, list[float]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, subject: str, words: tuple[str, ...], sentences: tuple[str, ...], current: int) -> None:
        """Show the levels of a subject; `current` -1 marks none of them."""
        if words != self._words:
            self._words, self._measured = words, None
            self.updateGeometry()
        self._subject, self._sentences = subject, sentences
        self.setRange(-1 if current < 0 else 0, len(words) - 1)
        self.setValue(current)
        picked = words[current] if current >= 0 else self.tr("unknown level")
        self.setAccessibleName(self.tr("Level of {0}: {1}").format(subject, picked))
        self.setAccessibleDescription(sentences[current] if current >= 0 else "")
        self.update()

    def set_untested(self, untested: bool) -> None:
        """Hatch the picked level because nothing so strong was ever observed."""
        if untested:
            said = self.tr("Stronger than any precedent: outside the tested range")
            self.setAccessibleDescription(f"{self.accessibleDescription()} {said}".strip())
        if untested != self._untested:
            self._untested = untested
            self.update()

    def words(self) -> tuple[str, ...]:
        """Return the words of the levels in order."""
        return self._words

    def pick(self, index: int) -> None:
        """Choose a level as a person would; nothing happens at either end."""
        if 0 <= index < len(self._words) and index != self.value() and self.isEnabled():
            self.picked.emit(index)

    def sizeHint(self) -> QSize:
        """Return room for the segments and the longest word beside them."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self._words), default=0)
        return QSize(round(self._narrow() * len(self._words)) + longest + em(self), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Return room for the segments alone and a stub of the word."""
        return QSize(round(self._narrow() * len(self._words)) + 3 * em(self), self._tall())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, choose with digits, go to either end with Home and End."""
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1}
        key = event.key()
        if key in steps:
            self.pick(max(self.value(), 0) + steps[key])
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.pick(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_Home:
            self.pick(0)
        elif key == Qt.Key.Key_End:
            self.pick(len(self._words) - 1)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only when focused, so that scrolling past never changes a deal."""
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= NOTCH_DEGREES:
            step = 1 if self._turned > 0 else -1
            self._turned -= step * NOTCH_DEGREES
            self.pick(self.value() + step)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self.pick(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which level is pointed at."""
        self._point(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the release, so that the slider below does nothing with it."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that no level is pointed at."""
        self._point(None)
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Start pointing."""
        self._point(self._at(event.position()))
        super().enterEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the sentence of the level under the pointer as a tool tip."""
        if isinstance(event, QHelpEvent) and self._under is not None and self._under < len(self._words):
            text = f"<b>{escape(self._words[self._under])}</b><br>{escape(self._sentences[self._under])}"
            if self._untested and self._under == self.value():
                text += f"<br><i>{self.tr('Stronger than any precedent: outside the tested range')}</i>"
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _point(self, index: int | None) -> None:
        if index != self._under:
            self._under = index
            self.hovered.emit(index)
            self.update()

    def _tall(self) -> int:
        return max(self.fontMetrics().height() + 6, LEAST_TARGET)

    def _narrow(self) -> float:
        return em(self) * 1.05

    def _worded_widths(self) -> list[float]:
        """Return the widths of the segments with their words inside, measured once for each font."""
        font = self.font()
        if self._measured is None or self._measured[0] != font:
            metrics = QFontMetrics(font)
            self._measured = font, [metrics.horizontalAdvance(word) + metrics.height() * 0.9 for word in self._words]
        return self._measured[1]

    def _boxes(self) -> tuple[list[QRectF], bool]:
        widths = self._worded_widths()
        height = self.fontMetrics().height() + 4.0
        top = (self.height() - height) / 2
        worded = sum(widths) <= self.width()
        if not worded:
            widths = [self._narrow()] * len(self._words)
        boxes, x = [], 0.5
        for width in widths:
            boxes.append(QRectF(x, top, width, height))
            x += width
        return boxes, worded

    def _at(self, point: QPointF) -> int | None:
        boxes, _ = self._boxes()
        return next((i for i, box in enumerate(boxes) if box.contains(point)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments; what lies between the baseline and the picked level is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, worded = self._boxes()
        tint, edge, ink = colour(self, self._role), colour(self, "edge"), colour(self, "text")
        for i, box in enumerate(boxes):
            self._paint_segment(painter, box, i, worded, tint)
        if not worded and boxes:
            rest = QRectF(boxes[-1].right() + em(self) * 0.4, 0, 0, self.height())
            rest.setRight(self.width())
            shown = self._under if self._under is not None else self.value()
            word = self._words[shown] if 0 <= shown < len(self._words) else "?"
            painter.setPen(colour(self, "muted") if shown == 0 or shown != self.value() else ink)
            elided = self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(rest.width()))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        if boxes:
            frame = QRectF(boxes[0].left(), boxes[0].top(), boxes[-1].right() - boxes[0].left(), boxes[0].height())
            focused = self.hasFocus()
            painter.setPen(QPen(colour(self, "focus") if focused else edge, 2 if focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 3, 3)

    def _paint_segment(self, painter: QPainter, box: QRectF, index: int, worded: bool, tint: QColor) -> None:
        current = self.value()
        fill = QColor(tint)
        if index == current and index > 0:
            fill.setAlphaF(1.0)
        elif 0 < index < current:
            fill.setAlphaF(0.4)
        elif index == self._under:
            fill.setAlphaF(0.18)
        else:
            fill = colour(self, "raised")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRect(box)
        solid = index == current and index > 0
        if solid and self._untested:
            hatch = QColor(colour(self, "background"))
            hatch.setAlphaF(HATCH)
            painter.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)
        if index:
            painter.setPen(QPen(colour(self, "edge"), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
        ink = colour(self, "background") if solid else colour(self, "text" if index == current else "muted")
        painter.setPen(ink)
        if worded:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words[index])
        elif solid:
            painter.setBrush(ink)
            painter.drawEllipse(box.center(), box.height() * 0.14, box.height() * 0.14)
        if index == 0:
            notch = QColor(ink if current == 0 else colour(self, "muted"))
            painter.setPen(QPen(notch, 2))
            middle = box.center().x()
            if worded:
                painter.drawLine(QPointF(middle, box.bottom() - 3), QPointF(middle, box.bottom()))
            else:
                painter.drawLine(QPointF(middle, box.top() + 4), QPointF(middle, box.bottom() - 4))
