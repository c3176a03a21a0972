"""What the tables of a merge disagree on beside the two sides: one row a clause, with a choice of whose counts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.analysis.room.merging import PARTS, Conflict, Merged, Part
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say
from dealbuilder.report.room import words
from dealbuilder.ui.widgets.appearance import em, tip
from dealbuilder.ui.widgets.calm_box import CalmBox
from dealbuilder.ui.widgets.heads import put_heads
from dealbuilder.ui.widgets.whole_choice import tell_whole

ROW = 2.1
"""Height of a row with its choice, in lines of text."""


class Disputes(QTableWidget):
    """`decided` carries all choices that stray from the rule, as a dict of parts by measure."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setObjectName("roomDisputes")
        self._choices: dict[str, Part] = {}
        self._shown: tuple[object, ...] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def show_merge(self, catalogue: Catalogue, merged: Merged | None, language: Language) -> None:
        """Show the disputes of a merge; rows that are still the same keep their choice in hand."""
        conflicts = () if merged is None else merged.conflicts
        tables: dict[Part, str] = {} if merged is None else {part: table.name for part, table in merged.tables.items()}
        shown = (language, tables, tuple((one.line.id, tuple(one.clauses.values())) for one in conflicts))
        self._choices = {one.line.id: one.taken for one in conflicts if one.taken != "rest"}
        if shown == self._shown:
            return
        self._shown = shown
        self.setRowCount(len(conflicts))
        before: QWidget = self
        for row, conflict in enumerate(conflicts):
            title = words.measure(catalogue, conflict.line.id, language)
            item = QTableWidgetItem(title)
            item.setToolTip(tip(title))
            self.setItem(row, 0, item)
            box = self._choice(catalogue, conflict, tables, title, language)
            self.setCellWidget(row, 1, box)
            # A new widget stands last in the order of the keyboard unless it is told where it belongs.
            QWidget.setTabOrder(before, box)
            before = box
            self.setRowHeight(row, round(ROW * em(self)))

    def _choice(
        self, catalogue: Catalogue, conflict: Conflict, tables: Mapping[Part, str], title: str, language: Language
    ) -> CalmBox:
        box = CalmBox()
        box.setProperty("measure", conflict.line.id)
        box.setAccessibleName(title)
        tell_whole(box)
        seen: set[str] = set()
        # The table whose terms count by rule stands first; the same table under another part would say it twice.
        for part in reversed(PARTS):
            if tables[part] in seen:
                continue
            seen.add(tables[part])
            level = words.level(catalogue, conflict.clauses[part], language) or say("room.no_clause", language)
            box.addItem(f"{tables[part]}: {level}", part)
            if part == conflict.taken:
                box.setCurrentIndex(box.count() - 1)
        box.currentIndexChanged.connect(self._decide)
        return box

    def _decide(self) -> None:
        box = self.sender()
        if not isinstance(box, CalmBox):
            return
        choices: dict[str, Part] = dict(self._choices)
        choices.pop(box.property("measure"), None)
        if box.currentIndex() > 0:
            choices[box.property("measure")] = box.currentData()
        self._choices = choices
        self.decided.emit(dict(choices))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        put_heads(self, (self.tr("Disputed beside the two sides"), self.tr("Taken")))
        self.setAccessibleName(self.tr("What the tables disagree on, and whose counts"))
