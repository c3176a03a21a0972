"""The facts on record, each a door to its card; those that sources disagree on say so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dealbuilder.ui.state import State


class FactList(QListWidget):
    """`chosen` carries a fact's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factList")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.itemActivated.connect(self._open)

    def show_state(self, state: State) -> None:
        """Show the facts of the catalogue in the language on screen."""
        self.setAccessibleName(self.tr("Facts on record"))
        self.clear()
        for fact in state.catalogue.facts:
            rival = self.tr(" (sources disagree)") if fact.disagrees_with else ""
            item = QListWidgetItem(f"{fact.claim.get(state.language)}  [{fact.as_of}, {fact.grade}]{rival}")
            item.setData(Qt.ItemDataRole.UserRole, fact.id)
            self.addItem(item)

    def search(self, text: str) -> None:
        """Show only facts that hold all these words."""
        words = text.casefold().split()
        for row in range(self.count()):
            said = self.item(row).text().casefold()
            self.item(row).setHidden(not all(word in said for word in words))

    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
