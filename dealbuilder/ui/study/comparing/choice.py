"""What is compared: up to six packages, the one in front among them; which two, and by which score."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from dealbuilder.analysis.compare.comparing import MOST, SUPPLY, named
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em
from dealbuilder.ui.widgets.whole_choice import tell_whole

ROWS = 4
"""Most packages of the list that are seen without scrolling."""
ID = Qt.ItemDataRole.UserRole


class CompareChoice(QWidget):
    """A list to tick packages in, two boxes for the pair, one for the score.

    `changed` says that other packages or another pair are chosen, `scored` that another score is.
    """

    changed = Signal()
    scored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.one, self.other, self.score = QListWidget(), QComboBox(), QComboBox(), QComboBox()
        self.told, self._minus, self._by = Caption(role="muted", factor=0.92), Caption(), Caption()
        self.told.setWordWrap(True)
        self._active = ""
        self._packages: tuple[Package, ...] = ()
        self._shown: tuple[object, ...] = ()
        boxes, pair = QGridLayout(), QHBoxLayout()
        pair.addWidget(self.one, 1)
        pair.addWidget(self._minus)
        pair.addWidget(self.other, 1)
        self._gap = Caption()
        boxes.addWidget(self._gap, 0, 0)
        boxes.addLayout(pair, 0, 1)
        boxes.addWidget(self._by, 1, 0)
        boxes.addWidget(self.score, 1, 1)
        boxes.addWidget(self.told, 2, 0, 1, 2)
        boxes.setRowStretch(2, 1)
        boxes.setColumnStretch(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 2)
        row.addLayout(boxes, 3)
        for box in (self.one, self.other, self.score):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        tell_whole(self.one, self.other, self.score)
        self.list.itemChanged.connect(self._ticked)
        self.one.activated.connect(self._paired)
        self.other.activated.connect(self._paired)
        self.score.activated.connect(self.scored)
        self.retranslate()
        self._fit()

    def offer(self, packages: Sequence[Package], active: str, preferred: str | None) -> None:
        """Offer the packages of a deal; what is ticked stays, the one in front always is.

        At first all are ticked, six at most. `preferred` is the one that the pair is compared with if it may choose.
        """
        self._packages, first = tuple(packages), self.list.count() == 0
        ticked = self._ticks()
        ids = [package.id for package in packages]
        wanted = ids if first else [id for id in ids if id in ticked]
        others = [id for id in wanted if id != active]
        if first and preferred in others:
            others.sort(key=lambda id: id != preferred)
        kept = {active, *others[: MOST - 1]}
        names = named(packages)
        shown = (active, names, tuple(ids), frozenset(kept))
        if shown == self._shown:
            return
        self._active, self._shown = active, shown
        with QSignalBlocker(self.list):
            self.list.clear()
            for id, name in zip(ids, names, strict=True):
                self.list.addItem(self._item(id, name, id in kept))
        self._offer_pair(preferred)
        self._fit()

    def _item(self, id: str, name: str, ticked: bool) -> QListWidgetItem:
        front = id == self._active
        item = QListWidgetItem(self._words(id, name))
        item.setData(ID, id)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if front else flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _words(self, id: str, name: str) -> str:
        return self.tr("{name} (in front)").format(name=name) if id == self._active else name

    def chosen(self) -> tuple[Package, ...]:
        """Return the ticked packages, in the order of the deal."""
        ticked = self._ticks()
        return tuple(package for package in self._packages if package.id in ticked)

    def pair(self) -> tuple[int, int]:
        """Return which of the chosen packages is less which."""
        ids = [package.id for package in self.chosen()]
        one, other = self.one.currentData(), self.other.currentData()
        return (ids.index(one), ids.index(other)) if one in ids and other in ids and one != other else (0, 1)

    def indicator(self) -> str:
        """Return the score whose gap is explained."""
        return self.score.currentData() or SUPPLY

    def active(self) -> int | None:
        """Return the place of the package in front among the chosen ones."""
        ids = [package.id for package in self.chosen()]
        return ids.index(self._active) if self._active in ids else None

    def offer_scores(self, catalogue: Catalogue, language: Language) -> None:
        """Offer every indicator by its name; the one in front stays."""
        front = self.indicator()
        with QSignalBlocker(self.score):
            self.score.clear()
            for indicator in catalogue.indicators:
                self.score.addItem(indicator.label.get(language), indicator.id)
            self.score.setCurrentIndex(max(self.score.findData(front), 0))

    def choose_score(self, id: str) -> None:
        """Bring a score to the front."""
        place = self.score.findData(id)
        if place >= 0 and place != self.score.currentIndex():
            self.score.setCurrentIndex(place)
            self.scored.emit()

    def _ticks(self) -> set[str]:
        items = (self.list.item(place) for place in range(self.list.count()))
        return {item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked}

    def _ticked(self, item: QListWidgetItem) -> None:
        if len(self._ticks()) > MOST:
            with QSignalBlocker(self.list):
                item.setCheckState(Qt.CheckState.Unchecked)
            self.told.set_role("warn")
            self.told.setText(self.tr("At most {count} packages fit beside one another.").format(count=MOST))
            return
        self._shown = ()
        self._offer_pair(None)
        self.changed.emit()

    def _offer_pair(self, preferred: str | None) -> None:
        """Offer the chosen packages for the pair: the one in front less another, unless a pair stands."""
        self.told.set_role("muted")
        self.told.clear()
        there = {package.id: name for package, name in zip(self._packages, named(self._packages), strict=True)}
        ids = [package.id for package in self.chosen()]
        one, other = self.one.currentData(), self.other.currentData()
        one = one if one in ids else self._active if self._active in ids else next(iter(ids), None)
        if other not in ids or other == one:
            rest = [id for id in ids if id != one]
            other = preferred if preferred in rest else next(iter(rest), None)
        for box, front in ((self.one, one), (self.other, other)):
            with QSignalBlocker(box):
                box.clear()
                for id in ids:
                    box.addItem(there[id], id)
                box.setCurrentIndex(box.findData(front))

    def _paired(self) -> None:
        """Take another pair; a package less itself would be nothing, so the other box gives way."""
        if self.one.currentData() == self.other.currentData():
            box = self.other if self.sender() is self.one else self.one
            with QSignalBlocker(box):
                box.setCurrentIndex((box.currentIndex() + 1) % max(box.count(), 1))
        self.changed.emit()

    def _fit(self) -> None:
        row = max(self.list.sizeHintForRow(0), round(1.4 * em(self)))
        self.list.setFixedHeight(row * min(max(self.list.count(), 3), ROWS) + 2 * self.list.frameWidth() + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fit()

    def retranslate(self) -> None:
        """Write every text anew."""
        self._gap.setText(self.tr("Difference"))
        self._minus.setText("−")
        self._by.setText(self.tr("Gap in"))
        self.list.setAccessibleName(self.tr("Packages to compare"))
        self.one.setAccessibleName(self.tr("Package"))
        self.other.setAccessibleName(self.tr("Less this package"))
        self.score.setAccessibleName(self.tr("Score whose gap is explained"))
        with QSignalBlocker(self.list):
            for row, name in enumerate(named(self._packages)):
                self.list.item(row).setText(self._words(self._packages[row].id, name))
