"""What a panel judges the deal by: an indicator or the worth to a role, and the line that it has to reach."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dealbuilder.analysis.quantity import Line, Quantity, lines, quantities
from dealbuilder.report.study import assumed
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.widgets.calm_box import CalmBox
from dealbuilder.ui.widgets.fold import fold
from dealbuilder.ui.widgets.whole_choice import tell_whole

FIRST = "supply_restored"
ROOM = 60
"""Letters that two pickers need beside their names."""


class Yardstick(QWidget):
    """Two pickers; `chosen` says that either was turned by hand."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.line = CalmBox(), CalmBox()
        self.what_label, self.line_label = QLabel(), QLabel()
        self._known: tuple[Quantity, ...] = ()
        self._offers: list[tuple[str, object]] = []
        self._subject: Subject | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for label, box in ((self.what_label, self.what), (self.line_label, self.line)):
            label.setBuddy(box)
            tell_whole(box)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            pair = QHBoxLayout()
            pair.addWidget(label)
            pair.addWidget(box, 1)
            self._row.addLayout(pair, 1)
        self.what.activated.connect(self._turned)
        self.line.activated.connect(self.chosen)

    def offers(self, wanted: Quantity, subject: Subject) -> Sequence[tuple[str, object]]:
        """Return the lines that a quantity may be held against, each as words and what stands for it."""
        found = lines(wanted, targets(subject))
        return [(assumed.line(wanted, line, subject.language), line) for line in found]

    def show_subject(self, subject: Subject) -> None:
        """Offer what this deal defines; what was chosen stays, if it still can be."""
        kept, line = self.wanted(), self.chosen_line()
        self._subject, self._known = subject, quantities(subject.catalogue, subject.lenses)
        with QSignalBlocker(self.what):
            self.what.clear()
            self.what.addItems([assumed.quantity(one, subject.language) for one in self._known])
        self.turn(kept.id if kept else FIRST)
        for place, (_, offer) in enumerate(self._offers):
            if offer == line:
                self.line.setCurrentIndex(place)

    def turn(self, id: str) -> bool:
        """Choose what is judged by its id; return whether it is there."""
        for place, one in enumerate(self._known):
            if one.id == id:
                self.what.setCurrentIndex(place)
                self._offer()
                return True
        if self._known and self.what.currentIndex() < 0:
            self.what.setCurrentIndex(0)
        self._offer()
        return False

    def wanted(self) -> Quantity | None:
        """Return what is judged; None before a deal was shown."""
        place = self.what.currentIndex()
        return self._known[place] if 0 <= place < len(self._known) else None

    def chosen_line(self) -> object:
        """Return the line that was chosen, as the offers have it."""
        place = self.line.currentIndex()
        return self._offers[place][1] if 0 <= place < len(self._offers) else None

    def _turned(self) -> None:
        self._offer()
        self.chosen.emit()

    def _offer(self) -> None:
        wanted = self.wanted()
        if wanted is None or self._subject is None:
            return
        self._offers = list(self.offers(wanted, self._subject))
        with QSignalBlocker(self.line):
            self.line.clear()
            self.line.addItems([words for words, _ in self._offers])
            self.line.setCurrentIndex(0)

    def name(self, what: str, line: str) -> None:
        """Name both pickers."""
        for label, box, text in ((self.what_label, self.what, what), (self.line_label, self.line, line)):
            label.setText(text)
            box.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one picker below the other where the text is large for the window."""
        super().resizeEvent(event)
        labels = self.what_label.sizeHint().width() + self.line_label.sizeHint().width()
        fold(self._row, self.width() > labels + ROOM * self.fontMetrics().averageCharWidth())

    def direction(self) -> QBoxLayout.Direction:
        """Return how the pickers stand."""
        return self._row.direction()


def targets(subject: Subject) -> list[tuple[str, bool, float]]:
    """Return the targets of the deal: indicator, whether at least, value."""
    return [(one.indicator, one.sense == "at_least", one.value) for one in subject.state.document.targets]


def line_of(offer: object) -> Line | None:
    """Return an offer as a line; None if it is none."""
    return offer if isinstance(offer, Line) else None
