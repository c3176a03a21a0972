"""A role's red lines, as a form: a measure and the level from which on the role says no."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import RedLine
from dealbuilder.model.text import Language, Text
from dealbuilder.ui.widgets.appearance import em, tip
from dealbuilder.ui.widgets.whole_choice import tell_whole

LINES = 4
SHOWN = 12
"""Characters of a name in a closed box; the list shows it whole."""


class RedLinesForm(QWidget):
    """Shows red lines and lets them be drawn and taken away; one measure has one line."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._language: Language = language
        self.list, self.measure, self.level = QListWidget(), QComboBox(), QComboBox()
        self.draw, self.drop = QPushButton(self.tr("Draw")), QPushButton(self.tr("Take away"))
        self.list.setMaximumHeight(LINES * em(self) * 2)
        self.list.setAccessibleName(self.tr("Red lines"))
        self.measure.setAccessibleName(self.tr("Measure of a new red line"))
        self.level.setAccessibleName(self.tr("Level from which on the role says no"))
        for box in (self.measure, self.level):
            box.setMinimumContentsLength(SHOWN)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            tell_whole(box)
        for measure in catalogue.measures:
            if measure.recorded_only is None:
                self.measure.addItem(measure.title.get(language), measure.id)
        for button in (self.draw, self.drop):
            button.setAutoDefault(False)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.measure, 2)
        row.addWidget(self.level, 1)
        row.addWidget(self.draw)
        row.addWidget(self.drop)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(row)
        self.measure.currentIndexChanged.connect(self._offer_levels)
        self.draw.clicked.connect(self._draw)
        self.drop.clicked.connect(self._drop)
        self.list.currentRowChanged.connect(self._choose)
        self._offer_levels()
        self._choose()

    def take(self, lines: tuple[RedLine, ...]) -> None:
        """Show other red lines."""
        self.list.clear()
        for line in lines:
            self._add(line)

    @property
    def lines(self) -> tuple[RedLine, ...]:
        """Return the red lines as they stand."""
        return tuple(self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))

    def _add(self, line: RedLine) -> None:
        known = self._catalogue.measure_by_id.get(line.measure)
        level = known.level(line.level) if known else None
        name = known.title.get(self._language) if known else line.measure
        stands = level.label.get(self._language) if level else line.level
        text = self.tr("{measure}: from “{level}” on (grade {grade})").format(
            measure=name, level=stands, grade=line.grade
        )
        item = QListWidgetItem(text)
        item.setToolTip(tip(line.reason.get(self._language)))
        item.setData(Qt.ItemDataRole.UserRole, line)
        self.list.addItem(item)

    def _offer_levels(self) -> None:
        self.level.clear()
        measure = self._catalogue.measure_by_id.get(self.measure.currentData() or "")
        for level in measure.levels[1:] if measure else ():
            self.level.addItem(level.label.get(self._language), level.id)

    def _draw(self) -> None:
        """Draw a line at the chosen level; an earlier one on the measure gives way."""
        measure, level = self.measure.currentData(), self.level.currentData()
        if measure and level:
            rest = tuple(line for line in self.lines if line.measure != measure)
            reason = Text(en="Drawn in this deal (judgement).", zh="由本协议划定（判断）。")
            self.take((*rest, RedLine(measure=measure, level=level, reason=reason, grade="D")))
            self.changed.emit()

    def _drop(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self.changed.emit()

    def _choose(self) -> None:
        self.drop.setEnabled(self.list.currentRow() >= 0)
