"""Who plays which role: names beside roles, in the session's set-up."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.plan import SEATS, Seat
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.ui.widgets.appearance import em
from dealbuilder.ui.widgets.whole_choice import tell_whole

LONGEST = 200
LEAST = 6
"""Least width of a column, in lines of text."""


class SeatsEditor(QWidget):
    """A table of seats. A role that this catalogue does not know keeps its id and is marked; it can be changed."""

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._language: Language = language
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Seats"))
        self.table.setHorizontalHeaderLabels([self.tr("Person or table"), self.tr("Role")])
        self.table.verticalHeader().setVisible(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.table.horizontalHeader()
        # A name is short; the words of a role have all the room they need.
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(em(self) * LEAST)
        self.add, self.remove = QPushButton(self.tr("Add seat")), QPushButton(self.tr("Remove seat"))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        for button in (self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return the seats."""
        found = []
        for row in range(self.table.rowCount()):
            item, box = self.table.item(row, 0), self.table.cellWidget(row, 1)
            if isinstance(box, QComboBox):
                found.append(Seat(name=item.text().strip()[:LONGEST] if item else "", lens=box.currentData()))
        return tuple(found)

    def take(self, seats: tuple[Seat, ...]) -> None:
        """Show other seats."""
        self.table.setRowCount(0)
        for seat in seats:
            self._row(seat)

    def unknown(self) -> tuple[str, ...]:
        """Return roles that this catalogue does not know."""
        return tuple(seat.lens for seat in self.seats if seat.lens not in self._catalogue.lens_by_id)

    def _row(self, seat: Seat) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(seat.name))
        box = QComboBox()
        box.setAccessibleName(self.tr("Role of seat {number}").format(number=row + 1))
        for lens in self._catalogue.lenses:
            box.addItem(lens.name.get(self._language), lens.id)
        if box.findData(seat.lens) < 0:
            box.addItem(self.tr("{id} (unknown role)").format(id=seat.lens), seat.lens)
        box.setCurrentIndex(box.findData(seat.lens))
        tell_whole(box)
        self.table.setCellWidget(row, 1, box)
        self.table.setRowHeight(row, box.sizeHint().height() + 4)

    def _add(self) -> None:
        if self._catalogue.lenses and self.table.rowCount() < SEATS:
            self._row(Seat(name="", lens=self._catalogue.lenses[0].id))
            self.table.setCurrentCell(self.table.rowCount() - 1, 0)
            self.table.setFocus()

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
