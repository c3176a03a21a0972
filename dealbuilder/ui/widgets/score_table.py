"""All indicators in groups: value and change, baseline and band below the name, each row a door to its source."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from dealbuilder.ui.language import listed
from dealbuilder.ui.models.scores import ScoreLine
from dealbuilder.ui.widgets.appearance import LEAST_TARGET, RESTYLING, colour, elided, em, sized, text_width
from dealbuilder.ui.widgets.branches import paint_branch

ID = int(Qt.ItemDataRole.UserRole) + 1
BELOW = int(Qt.ItemDataRole.UserRole) + 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = 3

Index = QModelIndex | QPersistentModelIndex


class ScoreDelegate(QStyledItemDelegate):
    """Paints a row in two lines: what stands in its column, and below the name its baseline and band."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines for a score, one for a group; the width of the text."""
        tall = QFontMetrics(sized()).height()
        lines = 2.15 if index.sibling(index.row(), 0).data(ID) is not None else 1.4
        return QSize(text_width(index.data() or "") + tall, max(round(tall * lines), LEAST_TARGET))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        widget = option.widget
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(widget, "grid"))
        score = index.sibling(index.row(), 0).data(ID) is not None
        box = QRectF(option.rect).adjusted(2, 1, -4, -1)
        bold = not score or index.column() == 1
        painter.setFont(sized(bold=bold))
        painter.setPen(colour(widget, "text"))
        head = QRectF(box.left(), box.top(), box.width(), box.height() / 2 if score else box.height())
        text = elided(index.data() or "", int(head.width()), bold=bold)
        if index.column():
            painter.drawText(box, RIGHT, text)
        else:
            painter.drawText(head, LEFT, text)
            painter.setFont(sized(0.85))
            painter.setPen(colour(widget, "muted"))
            below = QRectF(box.left(), head.bottom(), box.width(), box.height() / 2)
            painter.drawText(below, LEFT, elided(index.data(BELOW) or "", int(box.width()), 0.85))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour(widget, "focus"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()


class ScoreTable(QTreeView):
    """Rows keep their place while their numbers change; `chosen` carries an indicator's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoreTable")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ScoreDelegate(self))
        self._rows: dict[str, list[QStandardItem]] = {}
        self._groups: dict[str, QStandardItem] = {}
        self._shape: tuple[tuple[str, str, str], ...] = ()
        self._heads: tuple[str, str, str] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(round(em(self) * 0.6))
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: tuple[ScoreLine, ...], groups: dict[str, str], heads: tuple[str, str, str]) -> None:
        """Show lines below the names of their groups; `heads` name the columns: indicator, value, change."""
        shape = tuple((line.id, line.group, line.label) for line in lines)
        if shape != self._shape:
            self._shape = shape
            self._build(lines, groups)
        for id, item in self._groups.items():
            _write(item, groups.get(id, id), Qt.ItemDataRole.DisplayRole)
        if heads != self._heads:
            self._heads = heads
            self._head(heads)
        # Each row that changes is told once and not once for every word of it.
        for line in lines:
            self._model.blockSignals(True)
            try:
                changed = self._fill(line)
            finally:
                self._model.blockSignals(False)
            if changed:
                row = self._rows[line.id]
                self._model.dataChanged.emit(row[0].index(), row[-1].index())
        self._share()

    def lines(self) -> tuple[str, ...]:
        """Return the ids shown, from top to bottom."""
        return tuple(self._rows)

    def text(self, id: str, column: int) -> str:
        """Return what stands in a column of an indicator's row."""
        return self._rows[id][column].text()

    def below(self, id: str) -> str:
        """Return what stands below an indicator's name."""
        return self._rows[id][0].data(BELOW)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the arrow of a heading."""
        paint_branch(self, painter, rect, index)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.setIndentation(round(em(self) * 0.6))
            if self._rows:
                self._share()
            self.scheduleDelayedItemsLayout()

    def _head(self, heads: tuple[str, str, str]) -> None:
        self._model.setHorizontalHeaderLabels(list(heads))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, COLUMNS):
            self._model.setHeaderData(column, Qt.Orientation.Horizontal, int(RIGHT), Qt.ItemDataRole.TextAlignmentRole)

    def _build(self, lines: tuple[ScoreLine, ...], groups: dict[str, str]) -> None:
        self._model.clear()
        self._rows, self._groups, self._heads = {}, {}, None
        for line in lines:
            head = self._groups.get(line.group)
            if head is None:
                head = self._groups[line.group] = QStandardItem(groups.get(line.group, line.group))
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._model.appendRow(head)
            row = [QStandardItem() for _ in range(COLUMNS)]
            row[0].setText(line.label)
            row[0].setData(line.id, ID)
            head.appendRow(row)
            self._rows[line.id] = row
        for item in self._groups.values():
            self.setFirstColumnSpanned(item.row(), QModelIndex(), True)
        self.expandAll()

    def _fill(self, line: ScoreLine) -> bool:
        """Write a line into its row; tell whether anything in it has changed."""
        row = self._rows[line.id]
        value = f"{line.value} → {line.ghost}" if line.ghost else line.value
        below = self.tr("baseline {0}; 5–95 %: {1}").format(line.baseline, line.band) if line.band else ""
        if line.short != line.value:
            below = listed((line.unit, below))
        now = f"→ {line.short_ghost}" if line.ghost else line.short
        said = ", ".join(part for part in (value, line.delta, below) if part)
        texts = (now, line.short_delta)
        changed = [_write(item, text, Qt.ItemDataRole.DisplayRole) for item, text in zip(row[1:], texts, strict=True)]
        changed.append(_write(row[0], below, BELOW))
        changed.append(_write(row[0], f"{line.label}: {said}", Qt.ItemDataRole.AccessibleTextRole))
        changed += [_write(item, line.explanation, Qt.ItemDataRole.ToolTipRole) for item in row]
        return any(changed)

    def _share(self) -> None:
        """Give the numbers the width they need, an arrow of a preview included, and the names the rest."""
        header = self.header()
        for column, bold, lead in ((1, True, "→ "), (2, False, "")):
            texts = (lead + row[column].text().removeprefix(lead) for row in self._rows.values())
            needed = max((text_width(text, bold=bold) for text in texts), default=0)
            head = text_width(str(self._model.headerData(column, Qt.Orientation.Horizontal))) + em(self)
            header.resizeSection(column, max(needed, head) + em(self))

    def _choose(self, index: QModelIndex) -> None:
        id = index.siblingAtColumn(0).data(ID)
        if id is not None:
            self.chosen.emit(id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))


def _write(item: QStandardItem, value: str, role: int) -> bool:
    """Write a value where another one stands; tell whether one did."""
    if item.data(role) == value:
        return False
    item.setData(value, role)
    return True
