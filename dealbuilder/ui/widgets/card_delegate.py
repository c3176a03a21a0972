"""Painting the rows of the catalogue: sides, groups and cards with their marks and buttons."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dealbuilder.ui.models.measures import CARD, KIND, SIDE, Card
from dealbuilder.ui.widgets.appearance import colour, elided, side_role, sized
from dealbuilder.ui.widgets.marks import paint_grade, paint_mark

Index = QModelIndex | QPersistentModelIndex
DIMMED = 0.7


class CardDelegate(QStyledItemDelegate):
    """Paints one row; `part_at` says which button of a card a point hits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines for a card, three in a list of hits, one for a heading."""
        line = QFontMetrics(sized()).height()
        small = QFontMetrics(sized(0.88)).height()
        card: Card | None = index.data(CARD)
        if card is None:
            return QSize(100, round(line * (1.75 if index.data(KIND) == "side" else 1.4)))
        return QSize(100, line + small * (2 if card.path else 1) + round(line * 0.55))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a card."""
        widget = option.widget
        painter.save()
        painter.setClipRect(option.rect)
        card: Card | None = index.data(CARD)
        if card is None:
            self._paint_heading(painter, widget, option, index)
        else:
            self._paint_card(painter, widget, option, card)
        painter.restore()

    def _ground(self, painter: QPainter, widget: QWidget, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            fill = colour(widget, "raised" if not state & QStyle.StateFlag.State_Selected else "grid")
            painter.fillRect(option.rect, fill)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour(widget, "focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3)

    def _paint_heading(self, painter: QPainter, widget: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        self._ground(painter, widget, option)
        top = index.data(KIND) == "side"
        font = sized(1.0 if top else 0.88, bold=True)
        metrics = QFontMetrics(font)
        box = QRectF(option.rect)
        if top:
            size = metrics.height() * 0.62
            mark = QRectF(box.left() + 2, box.center().y() - size / 2, size, size)
            paint_mark(painter, mark, index.data(SIDE), colour(widget, side_role(index.data(SIDE))))
            box.setLeft(mark.right() + size * 0.7)
        painter.setFont(font)
        painter.setPen(colour(widget, "text" if top else "muted"))
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def buttons(self, box: QRect) -> tuple[QRect, QRect]:
        """Return where a card's "?" and "+" buttons are."""
        size = round(QFontMetrics(sized()).height() * 1.25)
        top = box.top() + round(QFontMetrics(sized()).height() * 0.2)
        plus = QRect(box.right() - size - 2, top, size, size)
        return plus.translated(-size - 2, 0), plus

    def part_at(self, box: QRect, point: QPointF) -> str:
        """Return "source" or "add" if a point hits that button of a card in `box`, else an empty text."""
        ask, plus = self.buttons(box)
        if plus.contains(point.toPoint()):
            return "add"
        return "source" if ask.contains(point.toPoint()) else ""

    def _paint_card(self, painter: QPainter, widget: QWidget, option: QStyleOptionViewItem, card: Card) -> None:
        self._ground(painter, widget, option)
        line, small = QFontMetrics(sized()).height(), QFontMetrics(sized(0.88)).height()
        ask, plus = self.buttons(option.rect)
        box = QRectF(option.rect).adjusted(2, line * 0.22, 0, -line * 0.2)
        if card.used:
            painter.setOpacity(DIMMED)
        size = line * 0.5
        mark = QRectF(box.left(), box.top() + (line - size) / 2, size, size)
        paint_mark(painter, mark, card.measure.side, colour(widget, side_role(card.measure.side)))
        left = mark.right() + size * 0.7
        active = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        wide = (ask.left() if active else plus.left()) - 4 - left
        self._paint_texts(painter, widget, QRectF(left, box.top(), wide, line), card.title, "text", 1.0, bold=True)
        down = box.top() + line
        if card.path:
            self._paint_texts(painter, widget, QRectF(left, down, wide, small), card.path, "accent", 0.88, bold=False)
            down += small
        badge = QRectF(plus.center().x() - line * 0.45, option.rect.bottom() - line * 1.02, line * 0.9, line * 0.85)
        room = QRectF(left, down, badge.left() - line * 0.9 - left, small)
        self._paint_texts(painter, widget, room, card.summary, "muted", 0.88, bold=False)
        paint_grade(painter, badge, card.measure.grade, colour(widget, "muted"), colour(widget, "border"))
        if card.measure.guardrail:
            self._paint_lock(
                painter, widget, QRectF(badge.left() - line * 0.7, badge.top() + 1, line * 0.5, line * 0.65)
            )
        painter.setOpacity(1.0)
        self._paint_buttons(painter, widget, option, card, ask, plus)

    def _paint_texts(
        self, painter: QPainter, widget: QWidget, box: QRectF, text: str, role: str, factor: float, *, bold: bool
    ) -> None:
        painter.setPen(colour(widget, role))
        painter.setFont(sized(factor, bold))
        shown = elided(text, max(int(box.width()), 0), factor, bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_buttons(
        self, painter: QPainter, widget: QWidget, option: QStyleOptionViewItem, card: Card, ask: QRect, plus: QRect
    ) -> None:
        active = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(colour(widget, "text" if active else "muted"))
        if active:
            painter.setPen(QPen(colour(widget, "border"), 1))
            painter.setBrush(colour(widget, "background"))
            painter.drawRoundedRect(QRectF(ask).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if not card.used:
                painter.drawRoundedRect(QRectF(plus).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(ink)
        painter.setFont(sized(bold=True))
        if active:
            painter.drawText(ask, Qt.AlignmentFlag.AlignCenter, "?")
        pen = QPen(colour(widget, "accent") if card.used or active else ink, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, arm = QRectF(plus).center(), plus.width() * 0.22
        if card.used:
            painter.drawPolyline(
                [middle + QPointF(-arm, 0), middle + QPointF(-arm * 0.2, arm * 0.8), middle + QPointF(arm * 1.1, -arm)]
            )
        else:
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

    def _paint_lock(self, painter: QPainter, widget: QWidget, box: QRectF) -> None:
        tint = colour(widget, "warn")
        painter.setPen(QPen(tint, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(box.adjusted(box.width() * 0.18, 0, -box.width() * 0.18, 0), 0, 180 * 16)
        painter.setBrush(tint)
        painter.drawRect(QRectF(box.left(), box.center().y(), box.width(), box.height() * 0.5))
