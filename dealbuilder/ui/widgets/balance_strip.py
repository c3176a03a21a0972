"""What each side gives and receives, in its own values: two halves of equal weight, United States left, China right."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.model.parties import Side
from dealbuilder.ui.language import listed
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import colour, em, sized
from dealbuilder.ui.widgets.marks import paint_mark
from dealbuilder.ui.widgets.side_words import side_names

SIDES: tuple[Side, Side] = ("us", "china")


@dataclass(frozen=True, slots=True)
class Ledger:
    """One side's given and received value, with the words that say them."""

    given: float
    received: float
    given_words: str
    received_words: str


class BalanceStrip(QWidget):
    """Bars of equal scale for both sides; `chosen` carries the side clicked, or taken with the arrows and Enter."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._ledgers: tuple[Ledger, Ledger] | None = None
        self._stale = False
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_ledgers(self, us: Ledger | None, china: Ledger | None, stale: bool) -> None:
        """Show both ledgers; None leaves the strip waiting."""
        self._ledgers = (us, china) if us is not None and china is not None else None
        self._stale = stale
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Return three lines: a name and two bars."""
        return QSize(20 * em(self), round(3.2 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size."""
        return QSize(12 * em(self), round(3.2 * em(self)))

    def changeEvent(self, event: QEvent) -> None:
        """Name the strip anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a side and open it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._current = 0 if event.key() == Qt.Key.Key_Left else 1
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(SIDES[self._current])
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the side clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._current = 0 if event.position().x() < self.width() / 2 else 1
            self.chosen.emit(SIDES[self._current])

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Balance: value given and received by each side"))
        if self._ledgers is None:
            self.setAccessibleDescription(self.tr("waiting for the first score"))
            return
        names = side_names()
        said = [
            self.tr("{0} gives {1}, receives {2}").format(names[side], ledger.given_words, ledger.received_words)
            for side, ledger in zip(SIDES, self._ledgers, strict=True)
        ]
        self.setAccessibleDescription(listed(said))
        self.setToolTip(
            "\n".join([*said, self.tr("Each side's own valuation, in points; click for how it is computed.")])
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two halves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = em(self) * 0.5
        half = (self.width() - gap) / 2
        for i, side in enumerate(SIDES):
            box = QRectF(i * (half + gap), 0, half, self.height())
            if self.hasFocus() and i == self._current:
                painter.setPen(QPen(colour(self, "focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
            self._paint_half(painter, box.adjusted(5, 2, -5, -2), i, side)

    def _paint_half(self, painter: QPainter, box: QRectF, index: int, side: Side) -> None:
        line = box.height() / 3
        tint = QColor(colour(self, side))
        size = line * 0.55
        paint_mark(painter, QRectF(box.left(), box.top() + (line - size) / 2, size, size), side, tint)
        painter.setFont(sized(0.92, bold=True))
        painter.setPen(colour(self, "text"))
        painter.drawText(
            QRectF(box.left() + size * 1.5, box.top(), box.width(), line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, side_names()[side],
        )  # fmt: skip
        painter.setOpacity(0.55 if self._stale else 1.0)
        ledger = self._ledgers[index] if self._ledgers else None
        top = max((value for pair in self._ledgers or () for value in (pair.given, pair.received)), default=0.0)
        rows = (
            (self.tr("gives"), ledger.given if ledger else 0.0, ledger.given_words if ledger else "–"),
            (self.tr("receives"), ledger.received if ledger else 0.0, ledger.received_words if ledger else "–"),
        )
        painter.setFont(sized(0.85))
        metrics = painter.fontMetrics()
        left = max(metrics.horizontalAdvance(word) for word, _, _ in rows) + em(self) * 0.4
        right = max(metrics.horizontalAdvance(words) for _, _, words in rows) + em(self) * 0.4
        for row, (word, value, words) in enumerate(rows, start=1):
            slot = QRectF(box.left(), box.top() + row * line, box.width(), line)
            painter.setPen(colour(self, "muted"))
            painter.drawText(slot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
            painter.setPen(colour(self, "text"))
            painter.drawText(slot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            track = QRectF(slot.left() + left, slot.center().y() - line * 0.2, slot.width() - left - right, line * 0.4)
            if track.width() > 0 and top > 0 and value == value:
                fill = QColor(tint)
                fill.setAlphaF(1.0 if row == 1 else 0.5)
                painter.setPen(QPen(tint, 1))
                painter.setBrush(fill)
                painter.drawRect(
                    QRectF(track.left(), track.top(), max(value, 0.0) / top * track.width(), track.height())
                )
        painter.setOpacity(1.0)
