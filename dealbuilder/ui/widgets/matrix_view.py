"""The clause matrix on screen: clause and summary stand still at the left, the tables scroll beside them."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from dealbuilder.analysis.room.standing import Room
from dealbuilder.model.text import Language
from dealbuilder.report.room import words
from dealbuilder.ui.models.matrix_rows import SUMMARY, MatrixRows
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, sized, theme_of

ROW, HEAD = 1.55, 2.9
"""Heights of a row and of the heads, in lines of text."""
WIDTHS, NARROW = (7.0, 18.0, 6.0, 8.5, 6.0, 8.5), (7.2, 15.0, 5.6, 6.0, 5.6, 6.0)
"""Widths of the columns that stand still, in lines of text: beside few tables, and beside many."""
FEW = 3
"""Most tables that count as few."""
MOST = 0.6
"""Share of the view that what stands still takes at most."""
TABLE = 9.0
"""Least width of a table's column; few tables share what room there is."""


class MatrixView(QWidget):
    """Two views of one model whose rows move together; a box hides what all tables have alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = False
        self._room: Room | None = None
        self._language: Language = "en"
        self.rows = MatrixRows(self)
        self.differing = QCheckBox()
        self.differing.setChecked(True)
        self.rule, self.read_out = Caption(factor=0.92, role="muted"), Caption()
        for caption in (self.rule, self.read_out):
            caption.setWordWrap(True)
        self.still, self.tables = QTableView(), QTableView()
        for view in (self.still, self.tables):
            self._dress(view)
        self.tables.setSelectionModel(self.still.selectionModel())
        self.still.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.still.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.still.verticalScrollBar().valueChanged.connect(self.tables.verticalScrollBar().setValue)
        self.tables.verticalScrollBar().valueChanged.connect(self.still.verticalScrollBar().setValue)
        # As high as the bar below the tables: else the last rows of the two views would not stand side by side.
        self._foot = QWidget()
        self.tables.horizontalScrollBar().rangeChanged.connect(self._level)
        left, pair = QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.still, 1)
        left.addWidget(self._foot)
        for layout in (left, pair):
            layout.setSpacing(0)
        pair.addLayout(left)
        pair.addWidget(self.tables, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.differing)
        column.addLayout(pair, 1)
        column.addWidget(self.read_out)
        column.addWidget(self.rule)
        self.still.selectionModel().currentChanged.connect(self._read)
        self.differing.toggled.connect(self._show)
        self.still.horizontalHeader().sectionResized.connect(self._hold)
        self.retranslate()

    def _level(self, _low: int, high: int) -> None:
        alone = high > 0 and not self._cut
        self._foot.setFixedHeight(self.tables.horizontalScrollBar().sizeHint().height() if alone else 0)

    def _dress(self, view: QTableView) -> None:
        view.setObjectName("roomMatrix")
        view.setModel(self.rows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionsClickable(False)

    def show_room(self, room: Room | None, language: Language) -> None:
        """Show the clauses of a room; None empties the matrix."""
        self._room, self._language = room, language
        self._show()

    def _show(self) -> None:
        room = self._room
        alone = room is not None and len(room.standings) < 2
        self.differing.setEnabled(not alone)
        differing = self.differing.isChecked() and not alone
        self.rows.show_room(room, self._language, differing, theme_of(self))
        self.read_out.clear()
        self.rule.setText(words.rule(self._language))
        for place in range(self.rows.columnCount()):
            self.still.setColumnHidden(place, place >= SUMMARY)
            self.tables.setColumnHidden(place, place < SUMMARY)
        self._fit()

    def _read(self, index: QModelIndex) -> None:
        """Read out the current cell whole, however narrow its column is."""
        self.read_out.setText(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _fit(self) -> None:
        line = em(self)
        for view in (self.still, self.tables):
            view.verticalHeader().setDefaultSectionSize(round(ROW * line))
            view.horizontalHeader().setFixedHeight(round(HEAD * line))
        count = max(self.rows.columnCount() - SUMMARY, 1)
        for place, share in enumerate(WIDTHS if count <= FEW else NARROW):
            self.still.setColumnWidth(place, round(share * line))
        self._hold()
        metrics, room = QFontMetrics(sized()), self.width() - self.still.width() - 3 * line
        for place in range(SUMMARY, self.rows.columnCount()):
            head = str(self.rows.headerData(place, Qt.Orientation.Horizontal)).splitlines()
            needed = max((metrics.horizontalAdvance(text) for text in head), default=0) + round(1.6 * line)
            self.tables.setColumnWidth(place, max(round(TABLE * line), min(needed, 18 * line), room // count))

    def _hold(self) -> None:
        """Keep what stands still as wide as its columns; where they take most of the view, they scroll too."""
        taken = sum(self.still.columnWidth(place) for place in range(min(SUMMARY, self.rows.columnCount())))
        taken += 2 * self.still.frameWidth()
        most = round(MOST * self.width())
        policy = Qt.ScrollBarPolicy
        self._cut = taken > most
        self.still.setFixedWidth(min(taken, most))
        self.still.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if self._cut else policy.ScrollBarAlwaysOff)
        self.tables.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if self._cut else policy.ScrollBarAsNeeded)
        self._level(0, self.tables.horizontalScrollBar().maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font, theme and language."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._show()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        self.differing.setText(self.tr("Only clauses in which the tables differ"))
        self.still.setAccessibleName(self.tr("Clauses and how far the tables lie apart"))
        self.tables.setAccessibleName(self.tr("Levels by table"))
