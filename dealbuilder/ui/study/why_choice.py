"""What is asked of the credit: which indicator, and how it is told."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QLabel, QRadioButton, QVBoxLayout, QWidget

from dealbuilder.analysis.why.told import tellable
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.study.why_figures import VIEWS, View
from dealbuilder.ui.widgets.flow import FlowLayout

FIRST = "supply_restored"


class WhyChoice(QWidget):
    """A list of indicators that can be searched, headlines first, and four ways to tell; `changed` says either did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicators, self._label = QComboBox(), QLabel()
        self.views = {view: QRadioButton() for view in VIEWS}
        self._group = QButtonGroup(self)
        self._offered: tuple[str, ...] = ()
        self._lay_out()
        self.indicators.activated.connect(self._picked)
        self._group.buttonToggled.connect(self._toggled)
        self.retranslate()

    def _lay_out(self) -> None:
        self.indicators.setEditable(True)
        self.indicators.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.indicators.setMaxVisibleItems(20)
        completer = QCompleter(self.indicators.model(), self.indicators)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.indicators.setCompleter(completer)
        edit = self.indicators.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self._settle)
        self._label.setBuddy(self.indicators)
        for place, button in enumerate(self.views.values()):
            self._group.addButton(button, place)
        self.views["credit"].setChecked(True)
        picking, ways = FlowLayout(gap=8), FlowLayout(gap=12)
        picking.addWidget(self._label)
        picking.addWidget(self.indicators)
        for button in self.views.values():
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(picking)
        column.addLayout(ways)

    def offer(self, catalogue: Catalogue, language: Language) -> None:
        """Offer every indicator whose credit can be told, in a language; the one chosen stays."""
        told = [one for one in catalogue.indicators if tellable(one.id)]
        shown = sorted(told, key=lambda one: not one.headline)
        texts = tuple(one.label.get(language) for one in shown)
        if texts == self._offered:
            return
        chosen = self.indicator()
        self._offered = texts
        with QSignalBlocker(self.indicators):
            self.indicators.clear()
            for one, text in zip(shown, texts, strict=True):
                self.indicators.addItem(text, one.id)
            self.choose(chosen)

    def indicator(self) -> str:
        """Return the id of the indicator that is asked for."""
        found = self.indicators.currentData()
        return found if isinstance(found, str) else FIRST

    def choose(self, indicator: str) -> bool:
        """Ask for an indicator; return whether it is offered."""
        place = self.indicators.findData(indicator)
        if place < 0:
            return False
        self.indicators.setCurrentIndex(place)
        return True

    def view(self) -> View:
        """Return the way to tell it."""
        return VIEWS[max(self._group.checkedId(), 0)]

    def _picked(self, place: int) -> None:
        self.changed.emit()

    def _settle(self) -> None:
        """Take an indicator that was typed in full; put anything else back."""
        place = self.indicators.findText(self.indicators.currentText(), Qt.MatchFlag.MatchFixedString)
        moved = place >= 0 and place != self.indicators.currentIndex()
        if moved:
            self.indicators.setCurrentIndex(place)
        self.indicators.setEditText(self.indicators.itemText(self.indicators.currentIndex()))
        if moved:
            self.changed.emit()

    def _toggled(self, button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def retranslate(self) -> None:
        """Write every text of its own anew."""
        self._label.setText(self.tr("Score"))
        for part in filter(None, (self.indicators, self.indicators.lineEdit())):
            part.setAccessibleName(self.tr("Score whose credit is told"))
        self.indicators.setToolTip(self.tr("Type a part of a name to find a score."))
        texts = {
            "credit": self.tr("Credit of each clause"),
            "left": self.tr("Leave one out"),
            "side": self.tr("By side"),
            "theme": self.tr("By theme"),
        }
        for view, button in self.views.items():
            button.setText(texts[view])
