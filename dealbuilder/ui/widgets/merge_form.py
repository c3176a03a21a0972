"""Merging: whose US side, whose Chinese side, whose all else; what it scores; what is disputed and what is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.room.merging import PARTS, Merged, Part
from dealbuilder.analysis.room.standing import Room
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.room import grid, merging
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.calm_box import CalmBox
from dealbuilder.ui.widgets.disputes import Disputes
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.whole_choice import tell_whole

ROLES: dict[Part, str] = {"us": "us", "china": "china", "rest": "text"}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which tables are merged, by their place in the order the files came, and what was decided against the rule."""

    us: int
    china: int
    rest: int
    choices: dict[str, Part] = field(default_factory=dict)


class MergeForm(QWidget):
    """`wished` carries a Wish."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._choices: dict[str, Part] = {}
        self._labels = {part: Caption(bold=True, role=ROLES[part]) for part in PARTS}
        self.tables: dict[Part, QComboBox] = {part: CalmBox() for part in PARTS}
        tell_whole(*self.tables.values())
        self.scores = QTableWidget(0, 0)
        self.disputes = Disputes()
        self.told = QListWidget()
        self.told.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._heading = Caption(bold=True)
        for part in PARTS:
            self.tables[part].setMinimumContentsLength(12)
            self.tables[part].currentIndexChanged.connect(self._wish_anew)
        self.disputes.decided.connect(self._decide)
        self._dress()
        self._lay_out()
        self.retranslate()

    def _dress(self) -> None:
        view = self.scores
        view.setObjectName("mergeScores")
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionsClickable(False)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        choosing = QGridLayout()
        for place, part in enumerate(PARTS):
            choosing.addWidget(self._labels[part], 0, place)
            choosing.addWidget(self.tables[part], 1, place)
            choosing.setColumnStretch(place, 1)
        below = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.disputes, 1)
        right.addWidget(self._heading)
        right.addWidget(self.told, 1)
        below.addLayout(left, 1)
        below.addLayout(right, 1)
        inside = QWidget()
        whole, column = QVBoxLayout(self), QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Body(inside))
        column.addLayout(choosing)
        column.addWidget(self.scores)
        column.addLayout(below, 1)

    def offer(self, names: Sequence[str]) -> None:
        """Offer tables by name; what is chosen stays chosen as far as it is there."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        first: dict[Part, int] = {"us": 0, "china": 1, "rest": 0}
        for part, box in self.tables.items():
            chosen = box.currentText()
            box.blockSignals(True)
            box.clear()
            box.addItems(list(names))
            place = names.index(chosen) if chosen in names else min(first[part], len(names) - 1)
            box.setCurrentIndex(place)
            box.blockSignals(False)
        self._wish_anew()

    def wish(self) -> Wish | None:
        """Return what is chosen; None while there is no table."""
        if not self._names:
            return None
        us, china, rest = (self.tables[part].currentIndex() for part in PARTS)
        return Wish(us, china, rest, dict(self._choices))

    def _wish_anew(self) -> None:
        self._choices = {}
        self._tell()

    def _decide(self, choices: object) -> None:
        if isinstance(choices, dict):
            self._choices = dict(choices)
            self._tell()

    def _tell(self) -> None:
        wish = self.wish()
        if wish is not None:
            self.wished.emit(wish)

    def show_merge(self, catalogue: Catalogue, merged: Merged | None, room: Room | None, language: Language) -> None:
        """Show a merge; `room` holds the US table, the Chinese table and the merged package, None until scored."""
        self.disputes.show_merge(catalogue, merged, language)
        self.told.clear()
        if merged is not None:
            said = merging.told(catalogue, merged, language)
            self.told.addItems(list(said) or [self.tr("Nothing: every condition has its counterpart.")])
        self._show_scores(room, language)

    def _show_scores(self, room: Room | None, language: Language) -> None:
        view = self.scores
        if room is None:
            view.setRowCount(0)
        else:
            sheet = grid.brief(room, language)
            view.setColumnCount(len(sheet.header) - 1)
            view.setHorizontalHeaderLabels(list(sheet.header[1:]))
            view.setRowCount(len(sheet.rows))
            for i, row in enumerate(sheet.rows):
                for j, text in enumerate(grid.texts(sheet, row)[1:]):
                    item = QTableWidgetItem(text)
                    if j:
                        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    view.setItem(i, j, item)
                view.setRowHeight(i, round(1.5 * em(self)))
            view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setFixedHeight(round(1.5 * em(self)) * 3 + view.horizontalHeader().sizeHint().height() + 6)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        texts: dict[Part, str] = {
            "us": self.tr("United States gives, as at"),
            "china": self.tr("China gives, as at"),
            "rest": self.tr("Home programme, terms and agenda, as at"),
        }
        for part, text in texts.items():
            self._labels[part].setText(text)
            self.tables[part].setAccessibleName(text)
        self._heading.setText(self.tr("What no longer holds"))
        self.told.setAccessibleName(self.tr("What no longer holds in the merged package"))
        self.scores.setAccessibleName(self.tr("Scores of both tables and of the merged package"))
