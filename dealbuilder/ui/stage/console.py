"""The presenter console: a window on the desk's screen with everything the chair needs, and nothing the room sees."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QGroupBox,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dealbuilder import paths
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.ui.notice import NoticeStrip
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton, Row
from dealbuilder.ui.stage.panels.clock import ClockPanel
from dealbuilder.ui.stage.panels.covers import Covers
from dealbuilder.ui.stage.panels.deck import DeckPanel
from dealbuilder.ui.stage.panels.order import OrderPanel
from dealbuilder.ui.stage.panels.predict import PredictPanel
from dealbuilder.ui.stage.panels.scenes import ScenesPanel
from dealbuilder.ui.stage.panels.sealed import SealedPanel
from dealbuilder.ui.stage.panels.sights import SightsPanel
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, sized
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.tab_order import in_order, into_view

FIRST_SIZE = (1360, 820)
COLUMNS = (34, 36, 30)
"""Shares of the width: sights, stage, running order."""

NOTES = 1.25
"""Size of the chair's notes, as a multiple of the text."""


class Console(QWidget):
    """`asked` carries a Deed; `closed` when the chair closes the window."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(None)
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "dealbuilder.svg")))
        self.resize(*FIRST_SIZE)
        self.notices = NoticeStrip()
        self._offered = 0
        self.sights, self.covers, self.clock = SightsPanel(), Covers(), ClockPanel()
        self.scenes, self.predict, self.deck = ScenesPanel(catalogue), PredictPanel(), DeckPanel()
        self.order, self.sealed = OrderPanel(), SealedPanel()
        self.title = Caption(bold=True, factor=1.4)
        self.title.setWordWrap(True)
        self.notes = QTextBrowser()
        self.notes.setMinimumHeight(6 * em(self))
        self.steps = {name: DeedButton(Deed(name)) for name in ("begin", "setup", "end", "propose", "agree", "mark")}
        self.steps |= {name: DeedButton(Deed(name)) for name in ("window", "keys", "stop")}
        self.back, self.forth = DeedButton(Deed("step", -1)), DeedButton(Deed("step", 1))
        self.offer = DeedButton(Deed("term_sheet"))
        self.offer.hide()
        self._groups = {name: QGroupBox() for name in ("scenes", "predict", "order", "deck", "sealed")}
        self._lay_out()
        self._dress()
        panels = (self.sights, self.covers, self.clock, self.scenes, self.predict, self.deck, self.order, self.sealed)
        for part in (*panels, *self.steps.values(), self.back, self.forth, self.offer):
            part.asked.connect(self.asked)
        self._retranslate()

    def _lay_out(self) -> None:
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.sights)
        left.addWidget(self._grouped("scenes", self.scenes))
        left.addStretch(1)
        middle.addWidget(self.title)
        middle.addWidget(self.clock)
        middle.addWidget(Row(self.back, self.forth))
        middle.addWidget(self.offer)
        middle.addWidget(self.notes, 1)
        middle.addWidget(self._grouped("predict", self.predict))
        steps = self.steps
        right.addWidget(Row(steps["begin"], steps["end"], steps["setup"]))
        right.addWidget(self._grouped("order", self.order), 3)
        right.addWidget(self._grouped("deck", self.deck), 3)
        right.addWidget(self._grouped("sealed", self.sealed), 1)
        right.addWidget(Row(*(steps[name] for name in ("propose", "agree", "mark", "window", "keys", "stop"))))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for place, (column, share) in enumerate(zip((left, middle, right), COLUMNS, strict=True)):
            inside = QWidget()
            inside.setLayout(column)
            splitter.addWidget(Body(inside))
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * FIRST_SIZE[0] // 100 for share in COLUMNS])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(splitter, 1)
        # Never scrolled away: what the chair reaches for in a hurry.
        below = QVBoxLayout()
        below.setContentsMargins(8, 6, 8, 8)
        below.addWidget(self.covers)
        column.addLayout(below)

    def _grouped(self, name: str, panel: QWidget) -> QGroupBox:
        box = self._groups[name]
        inside = QVBoxLayout(box)
        inside.addWidget(panel)
        return box

    def show_show(self, show: Show, state: State, *, running: bool) -> None:
        """Show everything anew; `running`: a session is being recorded."""
        stage = show.stage
        self.title.setText(stage.title.get(state.language) if stage else self.tr("Before the first stage"))
        notes = stage.notes.get(state.language) if stage else self._first_words(show, running)
        if self.notes.toPlainText() != notes:
            self.notes.setPlainText(notes)
        self.sights.show_show(show)
        self.scenes.show_show(show)
        self.predict.show_show(show, state)
        self.order.show_show(show)
        self.deck.show_deck(show, state)
        self.sealed.show_state(state)
        self.steps["begin"].setVisible(bool(show.stages) and not running)
        self.steps["end"].setVisible(running)
        self.steps["setup"].setVisible(not running)

    def show_time(self, show: Show, seconds: float | None) -> None:
        """Show the clocks."""
        self.clock.show_clock(show.timer.read())
        self.order.show_time(show, seconds)

    def offer_term_sheet(self, round: int) -> None:
        """Offer the term sheet of a round that is over; 0 takes the offer away."""
        self._offered = round
        self.offer.say(self.tr("Term sheet of round {round} as PDF…").format(round=round))
        self.offer.setVisible(round > 0)

    def _first_words(self, show: Show, running: bool) -> str:
        if running or not show.stages:
            return self.tr("Choose what the room sees below. F1 lists the keys.")
        return self.tr("Check the room, then begin the session with F5. Until then nothing is recorded.")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Presenter console"))
        self.notes.setAccessibleName(self.tr("Notes for the chair"))
        self.offer_term_sheet(self._offered)
        titles = {
            "scenes": self.tr("What the room sees"),
            "predict": self.tr("Predict, reveal, replay"),
            "order": self.tr("Running order"),
            "deck": self.tr("Deck of injects"),
            "sealed": self.tr("Sealed values"),
        }
        for name, box in self._groups.items():
            box.setTitle(titles[name])
        words = {
            "begin": (self.tr("Begin the session"), "F5"),
            "setup": (self.tr("Set up a session…"), ""),
            "end": (self.tr("End the session…"), ""),
            "propose": (self.tr("Proposal…"), ""),
            "agree": (self.tr("Agreement…"), ""),
            "mark": (self.tr("Mark…"), "M"),
            "window": (self.tr("Room's window"), ""),
            "keys": (self.tr("Keys"), "H"),
            "stop": (self.tr("Stop presenting"), "Esc"),
        }
        for name, (text, key) in words.items():
            self.steps[name].say(text, key)
        self.steps["window"].setToolTip(self.tr("Opens the room's window again where it belongs"))
        self.back.say(self.tr("Back"), self.tr("PgUp"))
        self.forth.say(self.tr("On"), self.tr("PgDn"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RESTYLING:
            self._dress()

    def _dress(self) -> None:
        """Write the notes larger than all else: the chair reads them standing."""
        self.notes.document().setDefaultFont(sized(NOTES))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the chair closed the window."""
        self.closed.emit()
        super().closeEvent(event)
