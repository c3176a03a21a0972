"""The worldviews side by side: what each says, and where its four switches stand."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.ui.models.worlds import switches
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, em, sized

ROW = 1.8
"""Least height of a row, in lines of text."""


class WorldTable(QTableWidget):
    """A column for each worldview; the one the deal is read under is named so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("worldTable")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    def show_state(self, state: State) -> None:
        """Show the worldviews of the catalogue."""
        language, current = state.language, state.document.assumptions.worldview
        views = state.catalogue.worldviews
        names = [view.label.get(language) for view in views]
        heads = [self.tr("In short"), *dict.fromkeys(name for view in views for name, _ in switches(view))]
        heads.append(self.tr("Assumptions it replaces"))
        self.setColumnCount(len(views))
        self.setRowCount(len(heads))
        self.setVerticalHeaderLabels(heads)
        self.setHorizontalHeaderLabels(
            [
                self.tr("{name} (this deal)").format(name=name) if view.id == current else name
                for name, view in zip(names, views, strict=True)
            ]
        )
        for column, view in enumerate(views):
            said = dict(switches(view))
            texts = [
                view.summary.get(language),
                *(said.get(head, "") for head in heads[1:-1]),
                str(len(view.parameters)),
            ]
            for row, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{names[column]}, {heads[row]}: {text}")
                if view.id == current:
                    item.setFont(sized(bold=True))
                self.setItem(row, column, item)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each row have the lines it needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(round(ROW * em(self)))
        self.resizeRowsToContents()
