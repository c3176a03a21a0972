"""The deck of injects: what may be struck, what bears on the deal already; nobody but the chair sees this list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.ui.stage.dealing import Card, deck
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton, Row
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import em, tip


class DeckPanel(QWidget):
    """`asked` carries Deed("strike"), Deed("lift") or Deed("card") with an Inject."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._language = ""
        self.list = QListWidget()
        self.list.setMinimumHeight(4 * em(self))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(self._activate)
        self.strike, self.lift = DeedButton(Deed("strike")), DeedButton(Deed("lift"))
        self.card = DeedButton(Deed("card"))
        for button in (self.strike, self.lift, self.card):
            button.asked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(Row(self.strike, self.lift, self.card))
        self._retranslate()

    def show_deck(self, show: Show, state: State) -> None:
        """Show the cards of this stage first."""
        cards = deck(state.document, state.catalogue, show.stage.inject if show.stage else None)
        if cards == self._cards and self._language == state.language:
            return
        chosen = self._chosen()
        self._cards, self._language = cards, state.language
        places = {
            "stage": self.tr("this stage"),
            "deck": self.tr("deck"),
            "own": self.tr("written for this session"),
            "rest": self.tr("catalogue"),
        }
        self.list.clear()
        for card in cards:
            title = card.inject.title.get(state.language) if card.inject else card.id
            status = self.tr("STRUCK") if card.struck else places[card.place]
            if card.inject is None:
                status = self.tr("unknown to this catalogue")
            item = QListWidgetItem(f"{'●' if card.struck else '○'}  {title} · {status}")
            if card.inject is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                item.setToolTip(tip(card.inject.card.get(state.language)))
            self.list.addItem(item)
        ids = [card.id for card in cards]
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self.list.setCurrentRow(row if cards else -1)
        self._choose(self.list.currentRow())

    def enter(self) -> None:
        """Give the keyboard to the deck."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> Card | None:
        row = self.list.currentRow()
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def _choose(self, row: int) -> None:
        card = self._chosen()
        known = card is not None and card.inject is not None
        self.strike.setEnabled(known and card is not None and not card.struck)
        self.lift.setEnabled(known and card is not None and card.struck)
        self.card.setEnabled(known)

    def _activate(self, item: QListWidgetItem) -> None:
        card = self._chosen()
        if card is not None and card.inject is not None and not card.struck:
            self.asked.emit(Deed("strike", card.inject))

    def _ask(self, deed: object) -> None:
        card = self._chosen()
        if card is not None and card.inject is not None and isinstance(deed, Deed):
            self.asked.emit(Deed(deed.name, card.inject))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Deck of injects"))
        self.strike.say(self.tr("Strike"), hint=self.tr("Lets it happen in the model and shows its card to the room"))
        self.lift.say(self.tr("Lift"), hint=self.tr("Takes it out of the model; the record keeps that it was struck"))
        self.card.say(self.tr("Show card"), hint=self.tr("Shows the card to the room without striking it"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._language = ""
            self._retranslate()
