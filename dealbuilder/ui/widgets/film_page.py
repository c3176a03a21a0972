"""The film-strip to scrub through: picture, slider, marks as buttons, and the state that is looked at."""

from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QSlider, QToolButton, QVBoxLayout, QWidget

from dealbuilder.document.film import Mark
from dealbuilder.model.text import Language
from dealbuilder.report.debrief import figure, words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.debrief.marks import marks, worded
from dealbuilder.ui.widgets.appearance import em, tip
from dealbuilder.ui.widgets.figure_table import FigureTable
from dealbuilder.ui.widgets.film_view import FilmView
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.frame_panel import FramePanel
from dealbuilder.ui.widgets.scrolled import Body

MOST = 80
"""Marks that have a button; a longer record is looked through with the slider."""
LONGEST = 44
"""Characters on a mark's button; its tip says it whole."""
LINES = 5.2
"""Height of the marks, in lines."""


class FilmPage(QWidget):
    """Shows a debrief state by state; the slider's arrows, Home and End scrub through it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._debrief: Debrief | None = None
        self.view, self.panel = FilmView(), FramePanel()
        self.table, self.twin = FigureTable(), QPushButton(self.tr("As a table"))
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._turn)
        self.table.hide()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("State of the package"))
        self.slider.setPageStep(5)
        self.marks: list[QToolButton] = []
        self._places: list[int] = []
        self._shelf = QScrollArea()
        self._shelf.setWidgetResizable(True)
        self._shelf.setFixedHeight(round(LINES * em(self)))
        self._shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        whole, column = QVBoxLayout(self), QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Body(inside))
        column.addWidget(self.twin, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.view)
        column.addWidget(self.table, 1)
        column.addWidget(self.slider)
        column.addWidget(self._shelf)
        column.addWidget(self.panel, 1)
        self.slider.valueChanged.connect(self._show)
        self.view.picked.connect(self._pick)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show a debrief; the state that is looked at stays, if the session is the same."""
        old, self._debrief = self._debrief, debrief
        last = len(debrief.film.frames) - 1
        same = old is not None and old.film is debrief.film
        strip = figure.figure(debrief, self._language)
        self.view.show_strip(strip)
        self.table.show_figure(strip, self._language)
        self._fill_marks(marks(debrief)[:MOST])
        self.slider.blockSignals(True)
        self.slider.setRange(0, last)
        self.slider.setValue(self.slider.value() if same else last)
        self.slider.blockSignals(False)
        self._show(self.slider.value())

    def _turn(self, table: bool) -> None:
        self.view.setVisible(not table)
        self.table.setVisible(table)

    def go(self, frame: int) -> None:
        """Look at one state."""
        self.slider.setValue(frame)

    def _fill_marks(self, found: tuple[Mark, ...]) -> None:
        inner = QWidget()
        flow = FlowLayout(inner)
        self.marks, self._places = [], []
        for mark in found:
            text = f"{words.clock(mark.seconds)} {worded(self._debrief, mark, self._language)}" if self._debrief else ""
            button = QToolButton()
            button.setText(words.short(text, LONGEST).replace("&", "&&"))
            button.setToolTip(tip(text))
            button.setAccessibleName(text)
            button.setProperty("chip", True)
            button.setProperty("frame", mark.frame)
            button.clicked.connect(self._to_mark)
            flow.addWidget(button)
            self.marks.append(button)
        self._shelf.setWidget(inner)
        self._shelf.setVisible(bool(found))

    def _to_mark(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.go(int(button.property("frame")))

    def _pick(self, minutes: float) -> None:
        if self._debrief is not None:
            times = [frame.seconds / words.MINUTE for frame in self._debrief.film.frames]
            self.go(max(0, bisect_right(times, minutes) - 1))

    def _show(self, number: int) -> None:
        debrief = self._debrief
        if debrief is None:
            return
        frame = debrief.film.frames[number]
        self.view.show_minute(frame.seconds / words.MINUTE)
        self.panel.show_frame(debrief, frame, self._language)
        place = self.tr("{number} of {count}").format(number=number + 1, count=len(debrief.film.frames))
        self.slider.setAccessibleDescription(f"{place}. {self.panel.when.text()}. {self.panel.change.text()}")
