"""The catalogue as a tree of sides, groups and measures, or as a ranked list of hits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.parties import SIDES, Side
from dealbuilder.model.text import Language
from dealbuilder.ui.models.dragging import MEASURE, carrying

KIND = int(Qt.ItemDataRole.UserRole) + 1
CARD = int(Qt.ItemDataRole.UserRole) + 2
SIDE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True, slots=True)
class Card:
    """What one measure's card shows; `path` is set in a list of hits, `guard` says why a guardrail is locked."""

    measure: Measure
    title: str
    summary: str
    path: str = ""
    guard: str = ""
    used: bool = False


def spoken(card: Card, words: "Spoken") -> str:
    """Return a card as a screen reader says it."""
    parts = [card.path, card.title, card.summary, words.grades[card.measure.grade]]
    parts += [words.used] if card.used else []
    parts += [words.locked] if card.measure.guardrail else []
    return ". ".join(part.rstrip(".。") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of the pane's language that rows need: marks, grades and the names of sides."""

    used: str
    locked: str
    grades: dict[str, str]
    sides: dict[str, str]


class MeasureModel(QStandardItemModel):
    """Rows of cards; ids, never indexes, are kept by those who need to find a row again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QStandardItem] = {}

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that is dragged out."""
        return [MEASURE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the first measure among the indexes."""
        for index in indexes:
            card = index.data(CARD)
            if card is not None:
                return carrying(card.measure.id)
        return QMimeData()

    def place(self, measure: str) -> QModelIndex:
        """Return where a measure stands now; an invalid index if it is not shown."""
        item = self._rows.get(measure)
        return QModelIndex() if item is None else item.index()

    def measures(self) -> tuple[str, ...]:
        """Return the measures shown, from top to bottom."""
        return tuple(self._rows)

    def show_tree(self, catalogue: Catalogue, cards: dict[str, Card], words: Spoken, language: Language) -> None:
        """Show cards below their sides and groups."""
        self.clear()
        self._rows = {}
        for side in SIDES:
            mine = [card for card in cards.values() if card.measure.side == side]
            if not mine:
                continue
            head = self._heading("side", words.sides[side], side)
            self.appendRow(head)
            for group in catalogue.groups:
                members = [card for card in mine if card.measure.group == group.id]
                if not members:
                    continue
                below = self._heading("group", group.label.get(language), side)
                head.appendRow(below)
                for card in members:
                    below.appendRow(self._row(card, words))

    def show_hits(self, cards: Sequence[Card], words: Spoken) -> None:
        """Show cards as one list in the given order."""
        self.clear()
        self._rows = {}
        for card in cards:
            self.appendRow(self._row(card, words))

    def refresh(self, cards: dict[str, Card], words: Spoken) -> None:
        """Renew the cards that are shown without moving any of them."""
        for id, item in self._rows.items():
            card = cards.get(id)
            if card is not None and item.data(CARD) != card:
                item.setData(card, CARD)
                item.setData(spoken(card, words), Qt.ItemDataRole.AccessibleTextRole)

    def _heading(self, kind: str, text: str, side: Side) -> QStandardItem:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setDragEnabled(False)
        item.setData(kind, KIND)
        item.setData(side, SIDE)
        return item

    def _row(self, card: Card, words: Spoken) -> QStandardItem:
        item = QStandardItem(card.title)
        item.setEditable(False)
        item.setData("measure", KIND)
        item.setData(card.measure.side, SIDE)
        item.setData(card, CARD)
        item.setData(spoken(card, words), Qt.ItemDataRole.AccessibleTextRole)
        self._rows[card.measure.id] = item
        return item
