"""A tour of four stops over the real desk: one part lit, a few words beside it, by mouse or keys."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.ui.desk import Desk
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.appearance import Caption, colour, em
from dealbuilder.ui.widgets.way_back import WayBack

WIDTH = 26
"""Width of the words, in lines of text."""
SHADE = 90
"""How dark the rest of the desk is, 0 to 255."""


class Shade(QWidget):
    """Darkens a window but for one part; the mouse passes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lit = QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shade around what is lit, and a frame on it."""
        painter = QPainter(self)
        dark = QColor(colour(self, "text")) if not shown().dark else QColor(colour(self, "background"))
        dark.setAlpha(SHADE)
        painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(self.lit)))
        painter.fillRect(self.rect(), dark)
        painter.setClipping(False)
        painter.setPen(QPen(colour(self, "accent"), 3))
        painter.drawRect(self.lit.adjusted(1, 1, -2, -2))


class Tour(QFrame):
    """`ended` when the last stop is left or somebody has seen enough."""

    ended = Signal()

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._around, self._desk = window, desk
        self.at = 0
        self._shade = Shade(window)
        self.setObjectName("tour")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.title, self.words = Caption(factor=1.2, bold=True), Caption()
        self.count = Caption(factor=0.88, role="muted")
        self.back, self.next, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("primary", True)
        self._lay_out()
        self.back.clicked.connect(self._before)
        self.next.clicked.connect(self._after)
        self.close_button.clicked.connect(self.end)
        window.installEventFilter(self)
        self._way_back = WayBack(self)
        self._shade.show()
        self.show()
        self.go(0)
        self.next.setFocus()

    def _lay_out(self) -> None:
        for caption in (self.title, self.words):
            caption.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        for widget in (self.title, self.words):
            column.addWidget(widget)
        column.addLayout(row)

    def stops(self) -> tuple[tuple[QWidget, str, str], ...]:
        """Return each stop: what is lit, its title and its words."""
        desk = self._desk
        return (
            (
                desk.catalogue,
                self.tr("Find a measure"),
                self.tr(
                    "Here stands what either side can do. Search by name or rule, rest on a measure to preview it, "
                    "and press Enter to put it into the package."
                ),
            ),
            (
                desk.package,
                self.tr("Say how far it goes"),
                self.tr(
                    "The United States left, China right. Pick a level for each clause, and drag its strip to say "
                    "when it starts and ends. Every step can be undone."
                ),
            ),
            (
                desk.scoreboard,
                self.tr("Read the scores"),
                self.tr(
                    "They follow by themselves, with a range, the worst cell and what moved. Click any number to see "
                    "where it comes from, and contest it. These are model results, not forecasts."
                ),
            ),
            (
                desk.header,
                self.tr("Keep it, study it, show it"),
                self.tr(
                    "Save keeps all in one file. The buttons open the PDF, the study and the assumptions; the menu "
                    "Room leads a workshop. F1 opens the manual at the part you are in."
                ),
            ),
        )

    def go(self, at: int) -> None:
        """Show a stop; one beyond the last ends the tour."""
        stops = self.stops()
        if at >= len(stops):
            self.end()
            return
        self.at = max(at, 0)
        target, title, words = stops[self.at]
        self._desk.reveal(target)
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(self.tr("{number} of {all}").format(number=self.at + 1, all=len(stops)))
        self.back.setText(self.tr("Back"))
        self.next.setText(self.tr("Next") if self.at + 1 < len(stops) else self.tr("Done"))
        self.close_button.setText(self.tr("End the tour"))
        self.back.setEnabled(self.at > 0)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._place()

    def _before(self) -> None:
        self.go(self.at - 1)

    def _after(self) -> None:
        self.go(self.at + 1)

    def end(self) -> None:
        """Take everything off the desk; the keyboard goes back to where it was."""
        self._way_back.take()
        self._around.removeEventFilter(self)
        self._shade.hide()
        self._shade.deleteLater()
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def _place(self) -> None:
        """Light the part, and stand beside it where there is most room."""
        window, target = self._around, self.stops()[self.at][0]
        lit = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        self._shade.setGeometry(window.rect())
        self._shade.lit = lit
        self._shade.update()
        self.setFixedWidth(min(WIDTH * em(self), window.width()))
        self.adjustSize()
        left, right = lit.left(), window.width() - lit.right()
        gap = em(self)
        across = lit.right() + gap if right >= left else lit.left() - gap - self.width()
        down = lit.bottom() + gap if lit.height() < window.height() / 2 else lit.center().y() - self.height() // 2
        self.move(
            min(max(across, gap), max(window.width() - self.width() - gap, 0)),
            min(max(down, gap), max(window.height() - self.height() - gap, 0)),
        )
        self._shade.raise_()
        self.raise_()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab on the tour: on the desk beneath it the keyboard could be where nobody sees it."""
        stops = [one for one in (self.close_button, self.back, self.next) if one.isEnabled()]
        here = self.focusWidget()
        at = [one is here for one in stops].index(True) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, end with Esc."""
        steps = {Qt.Key.Key_Right: self._after, Qt.Key.Key_Left: self._before, Qt.Key.Key_Escape: self.end}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size and language."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange) and self.title.text():
            self.go(self.at)
