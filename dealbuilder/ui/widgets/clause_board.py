"""All clauses of a package: gives beside gets, and below them what belongs to neither side's column."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from dealbuilder.model.parties import Side
from dealbuilder.ui.models.clauses import UNKNOWN, ClauseView, Section
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.clause_row import ClauseRow
from dealbuilder.ui.widgets.marks import PartyMark
from dealbuilder.ui.widgets.side_words import gives

COLUMNS: tuple[Side, Side] = ("us", "china")
BELOW: tuple[Section, ...] = ("home", "terms", "agenda", UNKNOWN)


class ClauseBoard(QWidget):
    """Keeps one row a measure, whatever moves; `row_added` hands each new row to the pane."""

    row_added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clauseBoard")
        # Rows keep to the top: what is painted stays when the board grows or shrinks below them.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._rows: dict[str, ClauseRow] = {}
        self._order: tuple[tuple[str, Section], ...] = ()
        self._heads: dict[Section, PartyMark | Caption] = {}
        self._none: dict[Section, Caption] = {}
        self._places: dict[Section, QVBoxLayout | QGridLayout] = {}
        self._stand: dict[Section, tuple[str, ...]] = {}
        self._tabs: tuple[str, ...] = ()
        self._editable = True
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, side in enumerate(COLUMNS):
            head = PartyMark(side)
            head.setObjectName("sideHead")
            grid.addWidget(head, 0, column)
            place = QVBoxLayout()
            place.setSpacing(0)
            grid.addLayout(place, 1, column)
            grid.setColumnStretch(column, 1)
            self._heads[side], self._places[side] = head, place
            self._none[side] = Caption(factor=0.9, role="muted")
            self._none[side].setWordWrap(True)
        for row, section in enumerate(BELOW):
            head = PartyMark(section) if section in ("home", "terms", "agenda") else Caption(bold=True, role="warn")
            grid.addWidget(head, 2 + 2 * row, 0, 1, 2)
            place = QGridLayout()
            place.setHorizontalSpacing(8)
            place.setVerticalSpacing(0)
            place.setColumnStretch(0, 1)
            place.setColumnStretch(1, 1)
            grid.addLayout(place, 3 + 2 * row, 0, 1, 2)
            self._heads[section], self._places[section] = head, place
        grid.setRowStretch(3 + 2 * len(BELOW), 1)
        self._retranslate()

    def row(self, measure: str) -> ClauseRow | None:
        """Return the row of a measure, or None."""
        return self._rows.get(measure)

    def rows(self) -> tuple[ClauseRow, ...]:
        """Return all rows in the package's order."""
        return tuple(self._rows[measure] for measure, _ in self._order)

    def rows_as_seen(self) -> tuple[ClauseRow, ...]:
        """Return all rows from the first column's top to the last section's bottom."""
        sections = (*COLUMNS, *BELOW)
        return tuple(self._rows[m] for section in sections for m, own in self._order if own == section)

    def show_views(self, views: tuple[ClauseView, ...]) -> None:
        """Show clauses; a row is touched only if what it shows has changed."""
        order = tuple((view.clause.measure, view.section) for view in views)
        wanted = {view.clause.measure for view in views}
        left = [self._rows.pop(measure) for measure in tuple(self._rows) if measure not in wanted]
        moved = order != self._order
        self._order = tuple(pair for pair in self._order if pair[0] in wanted)
        for row in left:
            # A row that leaves passes the focus on, to other leaving rows too: they have nothing more to say.
            row.blockSignals(True)
        for row in left:
            # Not taken from its parent: Qt would dress the whole row anew for a life of its own.
            for place in self._places.values():
                place.removeWidget(row)
            row.hide()
            row.deleteLater()
        gone = frozenset(row.measure for row in left)
        self._stand = {section: _without(ids, gone) for section, ids in self._stand.items()}
        self._tabs = _without(self._tabs, gone)
        for view in views:
            row = self._rows.get(view.clause.measure)
            if row is None:
                row = self._rows[view.clause.measure] = ClauseRow(view, self)
                row.set_editable(self._editable)
                self.row_added.emit(row)
            elif row.view() != view:
                row.show_view(view)
        if moved:
            self._order = order
            self._place_rows()

    def set_editable(self, editable: bool) -> None:
        """Let clauses be changed, or only read."""
        self._editable = editable
        for row in self._rows.values():
            row.set_editable(editable)

    def light(self, measures: frozenset[str]) -> None:
        """Light these rows and no others."""
        for measure, row in self._rows.items():
            row.set_lit(measure in measures)

    def fit(self, height: int) -> None:
        """Show the sentences below the levels if all of them fit into a height, else none of them."""
        width = max((self.width() - 16) // 2, 1)
        columns = [sum(self._rows[m].roomy_height(width) for m, s in self._order if s == side) for side in COLUMNS]
        total = max(columns) + self.fontMetrics().height() * 2
        for section in BELOW:
            tall = [self._rows[m].roomy_height(width) for m, s in self._order if s == section]
            total += sum(max(tall[i : i + 2]) for i in range(0, len(tall), 2)) + (
                self.fontMetrics().height() + 4 if tall else 0
            )
        for row in self._rows.values():
            row.set_roomy(total <= height)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for section, head in self._heads.items():
            text = self.tr("Unknown to this catalogue: kept, not scored") if section == UNKNOWN else gives(section)
            head.setText(text)
            head.setAccessibleName(text)
        self._none["us"].setText(self.tr("Nothing yet."))
        self._none["china"].setText(self.tr("Nothing yet."))

    def _place_rows(self) -> None:
        for section, place in self._places.items():
            mine = tuple(measure for measure, own in self._order if own == section)
            stand = self._stand.get(section)
            self._stand[section] = mine
            if isinstance(place, QVBoxLayout):
                self._none[section].setVisible(not mine)
                if mine != stand:
                    self._fill_column(place, section, mine)
            else:
                self._heads[section].setVisible(bool(mine))
                # A row that left has made a hole, so the grid is filled anew even if the order of the rest is the same.
                self._fill_grid(place, mine)
        rows = self.rows_as_seen()
        tabs = tuple(row.measure for row in rows)
        if tabs != self._tabs:
            self._tabs = tabs
            for row, following in pairwise(rows):
                QWidget.setTabOrder(row, following)

    def _fill_column(self, place: QVBoxLayout, section: Section, measures: tuple[str, ...]) -> None:
        self._empty(place)
        for measure in measures:
            place.addWidget(self._rows[measure])
            self._rows[measure].show()
        place.addWidget(self._none[section])
        place.addStretch(1)

    def _fill_grid(self, place: QGridLayout, measures: tuple[str, ...]) -> None:
        standing = [place.itemAtPosition(i // 2, i % 2) for i in range(len(measures))]
        if place.count() == len(measures) and all(
            item is not None and item.widget() is self._rows[measure]
            for item, measure in zip(standing, measures, strict=True)
        ):
            return
        self._empty(place)
        for i, measure in enumerate(measures):
            place.addWidget(self._rows[measure], i // 2, i % 2, Qt.AlignmentFlag.AlignTop)
            self._rows[measure].show()

    def _empty(self, place: QLayout) -> None:
        while place.count():
            place.takeAt(0)


def _without(measures: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(measure for measure in measures if measure not in gone)
