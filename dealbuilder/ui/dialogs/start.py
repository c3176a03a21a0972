"""The start screen: new, open, recover, recent files, examples as cards, and what the user is trying to get."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dealbuilder import paths
from dealbuilder.document.document import Target
from dealbuilder.document.examples import Example
from dealbuilder.model.catalogue import Pack
from dealbuilder.model.text import Language
from dealbuilder.ui import icons
from dealbuilder.ui.marked import QT_TRANSLATE_NOOP
from dealbuilder.ui.models.goals import GOALS
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.appearance import Caption, em, tip
from dealbuilder.ui.widgets.card import Card
from dealbuilder.ui.widgets.fold import fold

LEFT = (
    ("new", QT_TRANSLATE_NOOP("start", "New deal"), "new"),
    ("open", QT_TRANSLATE_NOOP("start", "Open a deal or its PDF…"), "open"),
    ("recover", QT_TRANSLATE_NOOP("start", "Recover unsaved work…"), "recover"),
    ("tour", QT_TRANSLATE_NOOP("start", "Show me around"), "goal"),
)
COLUMNS = 4
CARD_WIDTH, GOAL_WIDTH = 34, 24
"""Most cards in a row; least widths of an example's card and of a goal's, in average characters."""
MARGIN, GAP = 40, 48
LEFT_WIDTH = 30
"""Width of the left column, in average characters."""


class StartScreen(QScrollArea):
    """`asked` carries an action's id, `opened` a recent file's path, `example` an Example, `begun` a pack's id."""

    asked = Signal(object)
    opened = Signal(object)
    example = Signal(object)
    begun = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._language: Language = "en"
        self._examples: tuple[Example, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._packs: tuple[Pack, ...] = ()
        self.pack, self._pack_label = QComboBox(), QLabel()
        self._pack_label.setBuddy(self.pack)
        self.pack.activated.connect(self._begin)
        self._mark = QLabel()
        self._name = Caption("dealbuilder", factor=1.8, bold=True)
        self._claim, self._state = QLabel(), QLabel()
        for label in (self._claim, self._state):
            label.setWordWrap(True)
            label.setProperty("muted", True)
        self._buttons = {id: QPushButton() for id, _, _ in LEFT}
        self._buttons["new"].setProperty("primary", True)
        for id, button in self._buttons.items():
            button.setObjectName(id)
            button.clicked.connect(self._ask)
        self._recent_title, self._goal_title, self._example_title = (Caption(factor=1.25, bold=True) for _ in range(3))
        self._goal_note = QLabel()
        self._goal_note.setProperty("muted", True)
        self._goal_note.setWordWrap(True)
        self._goals = [Card() for _ in GOALS]
        for card in self._goals:
            card.setCheckable(True)
        self._cards: list[Card] = []
        self._columns = (0, 0, True)
        self._files: list[QPushButton] = []
        self._lay_out()
        self.show_recent(())
        self._retranslate()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("start")
        self._left = QVBoxLayout()
        self._left.setSpacing(8)
        for widget in (self._mark, self._name, self._claim, *self._buttons.values(), self._recent_title):
            self._left.addWidget(widget)
        self._left.insertSpacing(3, 12)
        for place, widget in enumerate((self._pack_label, self.pack)):
            self._left.insertWidget(5 + place, widget)
        self._left.insertSpacing(10, 16)
        self._file_box = QVBoxLayout()
        self._file_box.setSpacing(2)
        self._left.addLayout(self._file_box)
        self._left.addStretch(1)
        self._left.addWidget(self._state)
        self._column = QWidget()
        self._column.setLayout(self._left)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._goal_grid = QGridLayout()
        self._goal_grid.setSpacing(12)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._goal_title)
        right.addWidget(self._goal_note)
        right.addLayout(self._goal_grid)
        right.addSpacing(18)
        right.addWidget(self._example_title)
        right.addLayout(self._grid)
        right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(MARGIN, 32, MARGIN, 20)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._column)
        self._row.addLayout(right, 1)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.setWidget(page)
        self._measure()

    def _measure(self) -> None:
        """Give the left column its width, and pictures the size of the text."""
        line = em(self)
        self._column.setFixedWidth(self.fontMetrics().averageCharWidth() * LEFT_WIDTH)
        self._mark.setPixmap(QIcon(str(paths.resources() / "icons" / "dealbuilder.svg")).pixmap(QSize(4, 4) * line))
        for button in self._buttons.values():
            button.setIconSize(QSize(line, line))

    def targets(self) -> tuple[Target, ...]:
        """Return the lines of the goals that are chosen."""
        return tuple(goal.target for goal, card in zip(GOALS, self._goals, strict=True) if card.isChecked())

    def show_examples(self, examples: tuple[Example, ...]) -> None:
        """Show the shipped deals as cards."""
        self._examples = examples
        for card in self._cards:
            card.setParent(None)
        self._cards = [Card() for _ in examples]
        for card in self._cards:
            card.clicked.connect(self._choose_example)
        self._columns = (0, 0, True)
        self._deal_cards()
        self._retranslate()

    def _deal_cards(self) -> None:
        """Lay the cards out in as many columns as there is room for."""
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - 2 * MARGIN
        beside = room - letter * LEFT_WIDTH - GAP
        wide = beside >= letter * CARD_WIDTH
        columns = min(max((beside if wide else room) // (letter * CARD_WIDTH), 1), COLUMNS)
        goals = min(max((beside if wide else room) // (letter * GOAL_WIDTH), 1), len(self._goals))
        if (columns, goals, wide) == self._columns:
            return
        self._columns = (columns, goals, wide)
        fold(self._row, wide)
        for grid, cards, across in ((self._grid, self._cards, columns), (self._goal_grid, self._goals, goals)):
            for place, card in enumerate(cards):
                grid.addWidget(card, place // across, place % across)
            for column in range(COLUMNS):
                grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._deal_cards()

    def show_recent(self, recent: tuple[str, ...]) -> None:
        """Show the files that were open lately."""
        self._recent = recent[:8]
        for button in self._files:
            button.setParent(None)
        self._files = []
        for path in self._recent:
            button = QPushButton(Path(path).name)
            button.setProperty("flat", True)
            button.setToolTip(tip(path))
            button.setAccessibleDescription(path)
            button.clicked.connect(self._choose_file)
            self._file_box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._files.append(button)
        self._recent_title.setVisible(bool(self._files))

    def show_packs(self, packs: tuple[Pack, ...], chosen: str) -> None:
        """Offer the moments from which a new deal can start; the catalogue's first if none is chosen."""
        self._packs = packs
        self.pack.clear()
        for pack in packs:
            self.pack.addItem(pack.label.get(self._language), pack.id)
        self.pack.setCurrentIndex(max(0, self.pack.findData(chosen)))

    def _begin(self) -> None:
        self.begun.emit(self.pack.currentData())

    def show_state(self, text: str) -> None:
        """Say what the program is doing before a deal is open."""
        self._state.setText(text)

    def hold(self, on: bool) -> None:
        """Let nothing be started while the program still loads; what is on screen can be read and chosen."""
        for button in (*self._buttons.values(), *self._cards, *self._files):
            button.setEnabled(not on)

    def speak(self, language: Language) -> None:
        """Show the examples in a language."""
        self._language = language
        self._retranslate()

    def _ask(self) -> None:
        self.asked.emit(self.sender().objectName())

    def _choose_file(self) -> None:
        self.opened.emit(self._recent[[button is self.sender() for button in self._files].index(True)])

    def _choose_example(self) -> None:
        self.example.emit(self._examples[[card is self.sender() for card in self._cards].index(True)])

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, theme and text size."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._ink()
        elif event.type() == QEvent.Type.FontChange:
            self._measure()
            self._deal_cards()
        super().changeEvent(event)

    def _ink(self) -> None:
        theme = shown()
        colours = icons.inks(theme)
        for id, _, name in LEFT:
            self._buttons[id].setIcon(icons.icon(name, *colours))
        self._buttons["new"].setIcon(icons.icon("new", QColor(theme.on_accent), QColor(theme.on_accent)))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Start screen"))
        self._mark.setAccessibleName(self.tr("The mark of dealbuilder: a blue disc and a vermilion square in balance"))
        self._claim.setText(
            self.tr("Build a US-China package, see what supply it restores and what it costs. Offline.")
        )
        self._recent_title.setText(self.tr("Recent files"))
        self._goal_title.setText(self.tr("What are you trying to get?"))
        self._goal_note.setText(
            self.tr("Choose any; each becomes a line to reach on the scoreboard. Then start a new deal or an example.")
        )
        self._example_title.setText(self.tr("Start from an example"))
        self._pack_label.setText(self.tr("New deals start from"))
        self.pack.setAccessibleName(self._pack_label.text())
        for place, pack in enumerate(self._packs):
            self.pack.setItemText(place, pack.label.get(self._language))
        for id, text, _ in LEFT:
            self._buttons[id].setText(QCoreApplication.translate("start", text))
        for goal, card in zip(GOALS, self._goals, strict=True):
            card.write(
                QCoreApplication.translate("goals", goal.title), QCoreApplication.translate("goals", goal.sentence)
            )
        for example, card in zip(self._examples, self._cards, strict=True):
            footer = self._clauses(example.clauses)
            card.write(example.title.get(self._language), example.summary.get(self._language), footer)
        self._ink()

    def _clauses(self, count: int) -> str:
        return self.tr("%n clause(s)", "", count)
