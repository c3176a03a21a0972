"""The deck as a list: one card a line, what befalls the deal marked."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.report import befallen

STRUCK = "◆"
"""As in the header's mark."""


class InjectDeck(QListWidget):
    """Injects by title and months; the id of each lies in its item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_deck(self, deck: Mapping[str, Inject], struck: Collection[str], language: Language) -> None:
        """Show a deck, quietly; the card that is chosen stays chosen if it is still there."""
        chosen = self.chosen_id()
        with QSignalBlocker(self):
            self.clear()
            for one in deck.values():
                title, when = befallen.title(one, language), befallen.when(one, language)
                item = QListWidgetItem(f"{STRUCK if one.id in struck else '·'} {title}\n    {when}")
                said = self.tr("befalls the deal") if one.id in struck else self.tr("in the deck")
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {when}, {said}")
                self.addItem(item)
            self.choose(chosen)
            if self.currentRow() < 0:
                self.setCurrentRow(0)

    def chosen_id(self) -> str:
        """Return the id of the card in front; none if no card is."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def choose(self, id: str) -> None:
        """Bring a card to the front, if it is in the deck."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == id:
                self.setCurrentRow(row)
