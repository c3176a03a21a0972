"""The clause matrix on screen: clause and summary stand still at the left, the tables scroll beside them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from dealbuilder.analysis.room.standing import Room
from dealbuilder.model.text import Language
from dealbuilder.report.room import words
from dealbuilder.ui.models.matrix_rows import SUMMARY, MatrixRows
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, sized, theme_of

ROW, HEAD = 1.55, 2.9
"""Heights of a row and of the heads, in lines of text."""
WIDTHS = (7.0, 16.0, 6.0, 8.5, 6.0, 8.5)
"""Widths of the columns that stand still, in lines of text."""
TABLE = 11.0
"""Least width of a table's column; few tables share what room there is."""


class MatrixView(QWidget):
    """Two views of one model whose rows move together; a box hides what all tables have alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._language: Language = "en"
        self.rows = MatrixRows(self)
        self.differing = QCheckBox()
        self.differing.setChecked(True)
        self.rule = Caption(factor=0.92, role="muted")
        self.rule.setWordWrap(True)
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
        column.addWidget(self.rule)
        self.differing.toggled.connect(self._show)
        self.retranslate()

    def _level(self, _low: int, high: int) -> None:
        self._foot.setFixedHeight(self.tables.horizontalScrollBar().sizeHint().height() if high > 0 else 0)

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
        self.rule.setText(words.rule(self._language))
        for place in range(self.rows.columnCount()):
            self.still.setColumnHidden(place, place >= SUMMARY)
            self.tables.setColumnHidden(place, place < SUMMARY)
        self._fit()

    def _fit(self) -> None:
        line = em(self)
        for view in (self.still, self.tables):
            view.verticalHeader().setDefaultSectionSize(round(ROW * line))
            view.horizontalHeader().setFixedHeight(round(HEAD * line))
        wide = self.width() >= 70 * line
        for place, share in enumerate(WIDTHS):
            self.still.setColumnWidth(place, round(share * line * (1.25 if wide and place == 1 else 1.0)))
        taken = sum(self.still.columnWidth(place) for place in range(min(SUMMARY, self.rows.columnCount())))
        self.still.setFixedWidth(taken + 2 * self.still.frameWidth())
        count = max(self.rows.columnCount() - SUMMARY, 1)
        metrics, room = QFontMetrics(sized()), self.width() - taken - 2 * line
        for place in range(SUMMARY, self.rows.columnCount()):
            head = str(self.rows.headerData(place, Qt.Orientation.Horizontal)).splitlines()
            needed = max((metrics.horizontalAdvance(text) for text in head), default=0) + round(1.6 * line)
            self.tables.setColumnWidth(place, max(round(TABLE * line), min(needed, 18 * line), room // count))

    def resizeEvent(self, event: object) -> None:
        """Share the width there is."""
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType]
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
