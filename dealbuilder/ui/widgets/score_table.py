"""All indicators in groups: value, change, baseline and band, each row a door to its source."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from dealbuilder.ui.models.scores import ScoreLine
from dealbuilder.ui.widgets.appearance import colour, em, sized

ID = int(Qt.ItemDataRole.UserRole) + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScoreTable(QTreeView):
    """Rows keep their place while their numbers change; `chosen` carries an indicator's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoreTable")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._rows: dict[str, list[QStandardItem]] = {}
        self._groups: dict[str, QStandardItem] = {}
        self._shape: tuple[tuple[str, str, str], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setIndentation(round(em(self) * 0.6))
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: tuple[ScoreLine, ...], groups: dict[str, str], heads: tuple[str, ...]) -> None:
        """Show lines below the names of their groups; `heads` are the five column heads."""
        shape = tuple((line.id, line.group, line.label) for line in lines)
        names = tuple(groups.values())
        if shape != self._shape or names != tuple(item.text() for item in self._groups.values()):
            self._shape = shape
            self._build(lines, groups)
        self._model.setHorizontalHeaderLabels(list(heads))
        for column in range(1, 5):
            self._model.setHeaderData(column, Qt.Orientation.Horizontal, int(RIGHT), Qt.ItemDataRole.TextAlignmentRole)
        for line in lines:
            self._fill(line, heads)

    def lines(self) -> tuple[str, ...]:
        """Return the ids shown, from top to bottom."""
        return tuple(self._rows)

    def text(self, id: str, column: int) -> str:
        """Return what stands in a column of an indicator's row."""
        return self._rows[id][column].text()

    def _build(self, lines: tuple[ScoreLine, ...], groups: dict[str, str]) -> None:
        self._model.clear()
        self._rows, self._groups = {}, {}
        for line in lines:
            head = self._groups.get(line.group)
            if head is None:
                head = self._groups[line.group] = QStandardItem(groups.get(line.group, line.group))
                head.setFont(sized(0.95, bold=True))
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._model.appendRow(head)
            row = [QStandardItem() for _ in range(5)]
            for item in row[1:]:
                item.setTextAlignment(RIGHT)
            row[0].setText(line.label)
            head.appendRow(row)
            self._rows[line.id] = row
        for item in self._groups.values():
            self.setFirstColumnSpanned(item.row(), QModelIndex(), True)
        self.expandAll()
        self._share()

    def _fill(self, line: ScoreLine, heads: tuple[str, ...]) -> None:
        row = self._rows[line.id]
        value = f"{line.value} → {line.ghost}" if line.ghost else line.value
        for item, text in zip(row[1:], (value, line.delta, line.baseline, line.band), strict=True):
            if item.text() != text:
                item.setText(text)
        said = ", ".join(
            f"{head} {text}"
            for head, text in zip(heads[1:], (value, line.delta, line.baseline, line.band), strict=True)
            if text
        )
        row[0].setData(line.id, ID)
        row[0].setData(f"{line.label}: {said}", Qt.ItemDataRole.AccessibleTextRole)
        for item in row:
            item.setToolTip(line.explanation)
        for item in row[3:]:
            item.setForeground(colour(self, "muted"))

    def resizeEvent(self, event) -> None:  # noqa: ANN001
        """Share the width: numbers take what they need, names the rest."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            self.setIndentation(round(em(self) * 0.6))
            for head in self._groups.values():
                head.setFont(sized(0.95, bold=True))
            self._share()

    def _share(self) -> None:
        header = self.header()
        if self._model.columnCount() < 5:
            return
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(3 * em(self))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        narrow = self.width() < 26 * em(self)
        self.setColumnHidden(4, narrow)

    def _choose(self, index: QModelIndex) -> None:
        id = index.siblingAtColumn(0).data(ID)
        if id is not None:
            self.chosen.emit(id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))
