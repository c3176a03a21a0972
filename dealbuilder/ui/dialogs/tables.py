"""Tables: the files of a workshop's tables dragged in, scored under one setting, compared and merged."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.room.merging import Merged
from dealbuilder.analysis.room.standing import Room
from dealbuilder.document.tables import Reading
from dealbuilder.report.phrases import say
from dealbuilder.report.room import words
from dealbuilder.report.room.chart import room_map
from dealbuilder.ui.room_files import dropped
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.map_page import MapPage
from dealbuilder.ui.widgets.matrix_view import MatrixView
from dealbuilder.ui.widgets.merge_form import MergeForm
from dealbuilder.ui.widgets.tab_order import OrderedDialog
from dealbuilder.ui.widgets.table_list import TableList

MATRIX, MAP, MERGE, SKIPPED = range(4)
"""Places of the tabs."""
WIDTH, HEIGHT = 1360, 840
SHARE = 0.97
"""Part of the window or screen that the dialog may cover."""
ROWS = 7
"""Rows of the list that are shown at first, if there are so many."""


class TablesDialog(OrderedDialog):
    """Shows what it is given and asks for the rest.

    `added` and `removed` carry paths, `packaged` a path and a package's id, `adding` says that the current table's or
    the merged package is wanted in the deal: its place, or None for the merged one. `exporting` and `choosing` carry
    nothing. It stays open beside the work.
    """

    added = Signal(object)
    removed = Signal(object)
    packaged = Signal(object)
    adding = Signal(object)
    exporting = Signal()
    choosing = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._reading = Reading()
        self._room: Room | None = None
        self._merged: Merged | None = None
        self._scored: Room | None = None
        self._looked = False
        self.setting, self.busy = Caption(factor=0.95, role="muted"), Caption(role="muted")
        self.drop = Caption(factor=1.15, role="muted")
        self.list, self.matrix, self.map, self.merge = TableList(), MatrixView(), MapPage(), MergeForm()
        self.skipped, self.tabs, self.packages = QListWidget(), QTabWidget(), QComboBox()
        self.package_label = Caption()
        self.add, self.remove, self.take, self.export = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_state(state)

    def _lay_out(self) -> None:
        for caption in (self.setting, self.drop):
            caption.setWordWrap(True)
        self.drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop.setObjectName("note")
        self.drop.setMinimumHeight(3 * em(self))
        for part in (self.skipped, self.merge.told):
            part.setWordWrap(True)
            part.setResizeMode(QListWidget.ResizeMode.Adjust)
            part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self.add, self.remove, self.take, self.export, close):
            button.setAutoDefault(False)
        beside = QHBoxLayout()
        for widget in (self.add, self.remove, self.package_label, self.packages):
            beside.addWidget(widget)
        beside.addWidget(self.busy, 1)
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.drop, 1)
        upper.addWidget(self.list, 1)
        upper.addLayout(beside)
        for page in (self.matrix, self.map, self.merge, self.skipped):
            self.tabs.addTab(page, "")
        self._split.addWidget(above)
        self._split.addWidget(self.tabs)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        below = QHBoxLayout()
        below.addWidget(self.take)
        below.addWidget(self.export)
        below.addStretch(1)
        below.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.setting)
        column.addWidget(self._split, 1)
        column.addLayout(below)
        order = (self.add, self.remove, self.packages, self.list, self.tabs, self.take, self.export)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        window = self.parentWidget()
        most = (window.window().size() if window else self.screen().availableSize()) * SHARE
        self.resize(min(WIDTH, most.width()), min(HEIGHT, most.height()))

    def _connect(self) -> None:
        self.add.clicked.connect(self.choosing)
        self.remove.clicked.connect(self._remove)
        self.take.clicked.connect(self._take)
        self.export.clicked.connect(self.exporting)
        self.packages.activated.connect(self._package)
        self.list.pointed.connect(self._point)
        self.list.removed.connect(self._remove)
        self.map.pointed.connect(self._pointed_on_map)
        self.tabs.currentChanged.connect(self._turn)
        self._buttons.rejected.connect(self.reject)

    def show_state(self, state: State) -> None:
        """Follow language, setting and whether the deal may be changed."""
        spoke, self._state = self._state.language != state.language, state
        self._write_setting()
        if spoke:
            self.show_reading(self._reading)
            self.show_room(self._room)
        self._name_take()

    def show_reading(self, reading: Reading) -> None:
        """Show which files were read and which were skipped."""
        grown = len(reading.tables) != len(self._reading.tables)
        self._reading = reading
        language, tables = self._state.language, reading.tables
        self.drop.setVisible(not tables)
        self.list.setVisible(bool(tables))
        self.tabs.setVisible(bool(tables or reading.skipped))
        if reading.skipped and not tables:
            self.tabs.setCurrentIndex(SKIPPED)
        self.list.show_tables(tables, self._room_of(reading), language)
        self.merge.offer([table.deal.name for table in tables])
        self.skipped.clear()
        self.skipped.addItems(
            [
                say("room.skipped_line", language, file=one.path.name, reason=one.reason.get(language))
                for one in reading.skipped
            ]
        )
        self._name_tabs()
        self._point(self.list.current_place())
        if grown:
            upper = self.list.wanted(ROWS) + self.add.sizeHint().height() + em(self)
            self._split.setSizes([upper, max(self._split.height() - upper, 1)])

    def _room_of(self, reading: Reading) -> Room | None:
        """Return the room if it holds just these tables."""
        room = self._room
        names = [table.deal.name for table in reading.tables]
        return room if room is not None and [one.deal.name for one in room.standings] == names else None

    def show_room(self, room: Room | None) -> None:
        """Show where the tables stand, or that this is not known yet (None)."""
        self._room = room
        language = self._state.language
        self.list.show_tables(self._reading.tables, self._room_of(self._reading), language)
        self.matrix.show_room(room, language)
        self._draw()
        self._write_setting()
        self._point(self.list.current_place())

    def show_merge(self, merged: Merged | None, room: Room | None) -> None:
        """Show a merge, and its scores once they are there."""
        self._merged, self._scored = merged, room
        catalogue = self._room.catalogue if self._room else self._state.catalogue
        self.merge.show_merge(catalogue, merged, room, self._state.language)
        self._draw()
        self._name_take()

    def _draw(self) -> None:
        """Draw the map; a merged package is on it once somebody has looked at merging."""
        room, scored = self._room, self._scored
        extra = scored.standings[-1:] if scored is not None and self._looked else ()
        targets = self._state.document.targets
        self.map.show_map(room_map(room, self._state.language, targets, extra) if room else None)

    def _turn(self, tab: int) -> None:
        if tab == MERGE and not self._looked:
            self._looked = True
            self._draw()
        self._name_take()

    def tell_busy(self, share: float | None) -> None:
        """Say how far reading and scoring have come; None: nothing is under way."""
        self.busy.setText("" if share is None else self.tr("Scoring… {share} %").format(share=round(100 * share)))

    def _write_setting(self) -> None:
        room, language = self._room, self._state.language
        said = [words.setting(room.catalogue, room.setting, language), say("room.model", language)] if room else []
        said += [notice.get(language) for notice in room.notices] if room else []
        self.setting.setText((" " if language == "en" else "").join(said))
        self.setting.setVisible(bool(said))

    def _point(self, place: int | None) -> None:
        """Bring one table to the front everywhere."""
        tables = self._reading.tables
        table = tables[place] if place is not None and place < len(tables) else None
        self.packages.clear()
        for id, name in table.packages if table else ():
            self.packages.addItem(name or id, id)
        if table is not None:
            self.packages.setCurrentIndex(self.packages.findData(table.deal.package.id))
        choice = table is not None and len(table.packages) > 1
        for widget in (self.packages, self.package_label):
            widget.setVisible(choice)
        self.remove.setEnabled(table is not None)
        self.map.point(place)
        self._name_take()

    def _pointed_on_map(self, place: int | None) -> None:
        if place is not None and place < len(self._reading.tables):
            self.list.choose(place)

    def _remove(self) -> None:
        places = self.list.chosen_places()
        self.removed.emit(tuple(self._reading.tables[place].path for place in places))

    def _package(self, place: int) -> None:
        current = self.list.current_place()
        if current is not None:
            self.packaged.emit((self._reading.tables[current].path, self.packages.itemData(place)))

    def _take(self) -> None:
        self.adding.emit(None if self.tabs.currentIndex() == MERGE else self.list.current_place())

    def _name_take(self) -> None:
        """Say what the button would add, and whether it can."""
        merging, place = self.tabs.currentIndex() == MERGE, self.list.current_place()
        self.take.setText(self.tr("Add merged package to the deal") if merging else self.tr("Add as package"))
        there = self._merged is not None if merging else place is not None
        self.take.setEnabled(there and not self._state.read_only)
        self.export.setEnabled(self._room is not None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take deals and PDFs, any number of them."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths = dropped(event)
        if paths:
            event.acceptProposedAction()
            self.added.emit(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the state in that language follows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _name_tabs(self) -> None:
        names = (self.tr("Matrix"), self.tr("Map"), self.tr("Merge"), self.tr("Skipped files"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.setTabText(SKIPPED, f"{names[SKIPPED]} ({self.skipped.count()})")

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Tables of the room"))
        self.drop.setText(self.tr("Drag the tables’ deal files or PDFs onto this window, or choose “Add files…”."))
        self.add.setText(self.tr("Add files…"))
        self.remove.setText(self.tr("Remove"))
        self.export.setText(self.tr("Export…"))
        self.package_label.setText(self.tr("Package that counts"))
        self.packages.setAccessibleName(self.tr("Package that counts"))
        self.list.setAccessibleName(self.tr("Tables and their scores"))
        self.list.setAccessibleDescription(
            self.tr("Delete removes a table; Ctrl and the up or down arrow sort by the current column")
        )
        self.skipped.setAccessibleName(self.tr("Skipped files"))
        self.tabs.tabBar().setAccessibleName(self.tr("Tables: matrix, map, merge, skipped files"))
        self._name_tabs()
        self._name_take()
