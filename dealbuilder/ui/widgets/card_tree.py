"""The list of cards: what is pointed at, added and asked about, by mouse and by keyboard alike."""

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QTreeView, QWidget

from dealbuilder.ui.models.measures import CARD, Card
from dealbuilder.ui.widgets.appearance import RESTYLING, em
from dealbuilder.ui.widgets.branches import paint_branch
from dealbuilder.ui.widgets.card_delegate import CardDelegate
from dealbuilder.ui.widgets.marks import grade_words

Index = QModelIndex | QPersistentModelIndex
DWELL = 120
"""Milliseconds that the pointer or focus rests on a card before it is previewed."""


class CardTree(QTreeView):
    """Emits ids: `added`, `asked` (source), `pointed` (id after a short rest, None when it ends)."""

    added = Signal(object)
    asked = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardDelegate(self)
        self.setItemDelegate(self.cards)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setExpandsOnDoubleClick(True)
        self.activated.connect(self._activate)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DWELL)
        self._rest.timeout.connect(self._point)
        self._waiting: str | None = None
        self._shown: str | None = None
        self._refit()

    def current_measure(self) -> str | None:
        """Return the id of the current card, or None on a heading."""
        return self._id(self.currentIndex())

    def _id(self, index: Index) -> str | None:
        card: Card | None = index.data(CARD) if index.isValid() else None
        return None if card is None else card.measure.id

    def _activate(self, index: QModelIndex) -> None:
        id = self._id(index)
        if id is not None:
            self.end_preview()
            self.added.emit(id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Preview the card that the keyboard has come to."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._wait(self._id(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, Insert or Space, ask with "?", open and close headings with Enter."""
        current = self.currentIndex()
        id = self._id(current)
        key = event.key()
        if id is None and current.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.setExpanded(current, not self.isExpanded(current))
        elif (id is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert, Qt.Key.Key_Space)) or (
            id is not None and event.text() == "+"
        ):
            self._activate(current)
        elif id is not None and event.text() in ("?", "？"):
            self.asked.emit(id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Preview the card under the pointer."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._wait(self._id(self.indexAt(event.position().toPoint())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a card's button, or choose the card."""
        index = self.indexAt(event.position().toPoint())
        id = self._id(index)
        part = self.cards.part_at(self.visualRect(index), event.position()) if id is not None else ""
        if part and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.asked.emit(id) if part == "source" else self._activate(index)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more when a button is pressed twice."""
        index = self.indexAt(event.position().toPoint())
        if self._id(index) is None or not self.cards.part_at(self.visualRect(index), event.position()):
            super().mouseDoubleClickEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the arrow of a heading."""
        paint_branch(self, painter, rect, index)

    def leaveEvent(self, event: QEvent) -> None:
        """End the preview when the pointer leaves."""
        super().leaveEvent(event)
        self.end_preview()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the preview when the keyboard leaves."""
        super().focusOutEvent(event)
        self.end_preview()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a card in full as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            card: Card | None = index.data(CARD) if index.isValid() else None
            if card is not None:
                QToolTip.showText(event.globalPos(), self._tip(card), self, self.visualRect(index))
                return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._refit()

    def end_preview(self) -> None:
        """Stop previewing."""
        self._waiting = None
        self._rest.stop()
        if self._shown is not None:
            self._shown = None
            self.pointed.emit(None)

    def _tip(self, card: Card) -> str:
        parts = [f"<b>{escape(card.title)}</b>", escape(card.summary), escape(card.guard)]
        parts.append(f"<i>{grade_words()[card.measure.grade]}</i>")
        return "<br>".join(part for part in parts if part)

    def _wait(self, id: str | None) -> None:
        if id == self._waiting and id is not None:
            return
        if id is None:
            self.end_preview()
            return
        self._waiting = id
        self._rest.start()

    def _point(self) -> None:
        if self._waiting is not None and self._waiting != self._shown:
            self._shown = self._waiting
            self.pointed.emit(self._shown)

    def _refit(self) -> None:
        self.setIndentation(round(em(self) * 0.7))
        self.scheduleDelayedItemsLayout()
