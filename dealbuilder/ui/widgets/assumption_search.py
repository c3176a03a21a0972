"""What of the assumptions is shown, and for which indicator they are weighed: words, block, indicator."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dealbuilder.analysis.scoreboard import DRAWN
from dealbuilder.ui.models.parameters import topic
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import tip

LETTERS = 14
"""Least width of a choice, in average characters."""


class AssumptionSearch(QWidget):
    """Emits `searched` with words, `narrowed` with a block of the model ("" for all), `weighed` without anything."""

    searched = Signal(object)
    narrowed = Signal(object)
    weighed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.topics, self.indicators = QLineEdit(), QComboBox(), QComboBox()
        self._topic_label, self._indicator_label = QLabel(), QLabel()
        self.words.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 2)
        for label, choice in ((self._topic_label, self.topics), (self._indicator_label, self.indicators)):
            label.setBuddy(choice)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(LETTERS)
            row.addWidget(label)
            row.addWidget(choice, 1)
        self.words.textChanged.connect(self._search)
        self.topics.currentIndexChanged.connect(self._narrow)
        self.indicators.currentIndexChanged.connect(self.weighed)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what the keyboard visits, in order."""
        return (self.words, self.topics, self.indicators)

    def indicator(self) -> str:
        """Return the id of the indicator that assumptions are weighed for."""
        return self.indicators.currentData() or ""

    def reset(self) -> None:
        """Show everything again."""
        self.words.clear()
        self.topics.setCurrentIndex(0)

    def offer(self, state: State) -> None:
        """Fill the choices of block and indicator; headline scores come first."""
        topics = dict.fromkeys(parameter.topic for parameter in state.catalogue.parameters)
        known = sorted((i for i in state.catalogue.indicators if i.id in DRAWN), key=lambda i: not i.headline)
        offered = (
            (self.topics, [(self.tr("All blocks"), ""), *((topic(id), id) for id in topics)]),
            (self.indicators, [(indicator.label.get(state.language), indicator.id) for indicator in known]),
        )
        for choice, entries in offered:
            chosen = choice.currentIndex()
            with QSignalBlocker(choice):
                choice.clear()
                for text, id in entries:
                    choice.addItem(text, id)
                    choice.setItemData(choice.count() - 1, tip(text), Qt.ItemDataRole.ToolTipRole)
                choice.setCurrentIndex(max(chosen, 0))

    def serve(self, *, table: bool, words: bool) -> None:
        """Show what the page in front can use: blocks and indicators a table, words a table or a list."""
        self.words.setVisible(words)
        for part in (self.topics, self._topic_label, self.indicators, self._indicator_label):
            part.setVisible(table)

    def retranslate(self) -> None:
        """Write every text anew in the language on screen."""
        self.words.setPlaceholderText(self.tr("Search assumptions and facts"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.words.setToolTip(self.words.placeholderText())
        self._topic_label.setText(self.tr("Block"))
        self._indicator_label.setText(self.tr("Importance for"))
        self.topics.setAccessibleName(self._topic_label.text())
        self.indicators.setAccessibleName(self._indicator_label.text())

    def _search(self) -> None:
        self.searched.emit(self.words.text())

    def _narrow(self) -> None:
        self.narrowed.emit(self.topics.currentData() or "")
