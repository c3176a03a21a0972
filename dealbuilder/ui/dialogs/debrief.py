"""The debrief of a workshop: the film-strip to scrub through, ledger, redlines, predictions, silence, the PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.text import Language
from dealbuilder.report.debrief import cells, content, words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.phrases import say
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.film_page import FilmPage
from dealbuilder.ui.widgets.plain_table import PlainTable
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.silence import SilenceSlide
from dealbuilder.ui.widgets.tab_order import in_order, into_view

WIDTH, HEIGHT = 150, 48
"""Size in average characters and lines, if the window leaves the room."""
SHARE = 0.96
"""Part of the window that the dialog may cover."""


class DebriefDialog(QDialog):
    """Shows one session; `chosen` carries the number of another, `exported` asks for a file, `silenced` that it began.

    `resumed`: the silence is over.

    It computes nothing: whoever opens it hands over a debrief, first without scores, then with them.
    """

    chosen = Signal(object)
    exported = Signal()
    silenced = Signal()
    resumed = Signal()

    def __init__(self, debrief: Debrief, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Debrief"))
        self._language: Language = language
        self._debrief = debrief
        self.title, self.facts = Caption(factor=1.3, bold=True), Caption(role="muted")
        self.agreement, self.predicted = Caption(), Caption()
        self.session = QComboBox()
        self.session.setAccessibleName(self.tr("Session"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Scoring the session"))
        self.progress.setTextVisible(False)
        self.film = FilmPage(language)
        self.sums = PlainTable(self.tr("Give and get by round"), (4, 5))
        self.ledger = PlainTable(self.tr("Ledger"), (3, 4))
        self.redline = PlainTable(self.tr("Redlines"), (2, 3))
        self.predictions = PlainTable(self.tr("Predictions"), (0, 2))
        self.tabs = QTabWidget()
        self.stack = QStackedWidget()
        self.slide = SilenceSlide(say("debrief.silence", language))
        self.silence = QPushButton(self.tr("Silence"))
        self.export = QPushButton(self.tr("Export PDF…"))
        self._lines: tuple[int, ...] = ()
        self._lay_out()
        self._connect()
        self.show_debrief(debrief)
        self.film.slider.setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def _lay_out(self) -> None:
        for caption in (self.title, self.facts, self.agreement, self.predicted):
            caption.setWordWrap(True)
        predictions = QWidget()
        inner = QVBoxLayout(predictions)
        inner.addWidget(self.predictions, 1)
        inner.addWidget(self.predicted)
        self.book = QWidget()
        halves = QVBoxLayout(self.book)
        halves.addWidget(self.sums, 2)
        halves.addWidget(self.ledger, 5)
        for page, name in (
            (self.film, self.tr("Film-strip")),
            (self.book, self.tr("Ledger")),
            (self.redline, self.tr("Redlines")),
            (Body(predictions), self.tr("Predictions")),
        ):
            self.tabs.addTab(page, name)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.silence, self.export):
            button.setAutoDefault(False)
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.session)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        for widget in (self.facts, self.agreement, self.progress):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._buttons)
        self.stack.addWidget(told)
        self.stack.addWidget(self.slide)
        QVBoxLayout(self).addWidget(self.stack)
        window = self.parentWidget()
        most = window.window().size() * SHARE if window else self.screen().availableSize()
        wide, high = self.fontMetrics().averageCharWidth() * WIDTH, HEIGHT * em(self)
        self.resize(min(wide, most.width()), min(high, most.height()))

    def _connect(self) -> None:
        self.silence.clicked.connect(self._be_silent)
        self.slide.left.connect(self._speak)
        self.export.clicked.connect(self.exported)
        self.session.activated.connect(self._choose)
        self.ledger.itemActivated.connect(self._look_at_line)
        self._buttons.rejected.connect(self.reject)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show a session, with or without scores."""
        self._debrief = debrief
        language = self._language
        self.title.setText(debrief.document.title or debrief.outcome.package.name or self.tr("Untitled deal"))
        colon = say("page.colon", language)
        self.facts.setText(" · ".join(label + colon + text for label, text in content.facts(debrief, language)))
        self.agreement.setText(words.agreement(debrief, language))
        self._name_sessions(debrief)
        self.film.show_debrief(debrief)
        self.sums.fill(*cells.sums(debrief, language))
        self.ledger.fill(*cells.ledger(debrief, language))
        self._lines = tuple(line.frame for line in debrief.ledger.lines)
        self.redline.fill(*cells.redlines(debrief, language))
        self.predictions.fill(*cells.predictions(debrief, language))
        self.predicted.setText(cells.predicted(debrief, language))
        scored = bool(debrief.headlines)
        self.export.setEnabled(scored)
        self.progress.setVisible(not scored)

    def show_progress(self, done: float) -> None:
        """Show how much of the scoring is done, 0 to 1."""
        self.progress.setValue(round(done * 100))

    def give_up(self) -> None:
        """Say that no scores come: the session is told without them."""
        self.progress.hide()

    def reject(self) -> None:
        """Leave the silence first, then the dialog."""
        if self.stack.currentWidget() is self.slide:
            self._speak()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrub with Home, End and the arrows while the film-strip is in front, wherever the focus is."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        slider = self.film.slider
        if self.tabs.currentWidget() is self.film and event.key() in steps:
            slider.setValue(slider.value() + steps[Qt.Key(event.key())])
        elif self.tabs.currentWidget() is self.film and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            slider.setValue(slider.minimum() if event.key() == Qt.Key.Key_Home else slider.maximum())
        else:
            super().keyPressEvent(event)

    def _name_sessions(self, debrief: Debrief) -> None:
        if self.session.count() != debrief.sessions:
            self.session.clear()
            for number in range(1, debrief.sessions + 1):
                self.session.addItem(self.tr("Session {number}").format(number=number), number)
        self.session.setCurrentIndex(debrief.number - 1)
        self.session.setVisible(debrief.sessions > 1)

    def _choose(self) -> None:
        self.chosen.emit(self.session.currentData())

    def _look_at_line(self, item: QTableWidgetItem) -> None:
        self.film.go(self._lines[item.row()])
        self.tabs.setCurrentWidget(self.film)

    def _be_silent(self) -> None:
        self.stack.setCurrentWidget(self.slide)
        self.slide.begin()
        self.silenced.emit()

    def _speak(self) -> None:
        self.slide.end()
        self.stack.setCurrentIndex(0)
        self.silence.setFocus()
        self.resumed.emit()
