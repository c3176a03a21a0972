"""The header strip: the deal, what it is compared with, under which worldview and pack, and its packages as tabs."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.edits import SelectPackage, SetBaseline, SetPack, SetWorldview
from dealbuilder.report import befallen, differing
from dealbuilder.ui.intents import Do, ShowAssumptions, ShowInjects
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import em, tip
from dealbuilder.ui.widgets.elided import ElidedCaption

CHOICE_WIDTH, NARROW_CHOICE = 16, 9
"""Least widths of a choice, in average characters: as a rule, and where the text is large for the window."""
WIDEST_CHOICE = 20
"""Greatest width of a choice, in lines of text."""
NARROW = 70
"""Width of the strip, in lines of text, below which labels give way and changed assumptions are only counted."""


class Header(QFrame):
    """Emits Do(SetBaseline), Do(SetWorldview), Do(SetPack), Do(SelectPackage), ShowAssumptions, ShowInjects."""

    intent = Signal(object)

    def __init__(
        self,
        buttons: tuple[QAction, ...],
        add: QAction,
        renames: tuple[QAction, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._state: State | None = None
        self._rename_deal, self._rename = renames
        self._name = ElidedCaption(factor=1.3, bold=True)
        self._name.doubled.connect(self._rename_deal.trigger)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._mark = QLabel()
        self._mark.setProperty("muted", True)
        self._labels = {id: QLabel() for id in ("baseline", "worldview", "pack")}
        self._choices = {id: QComboBox() for id in self._labels}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.differs, self.befell = QToolButton(), QToolButton()
        for chip in (self.differs, self.befell):
            chip.setProperty("chip", True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.hide()
        self._buttons: list[QToolButton] = []
        self._lay_out(buttons, add)
        self._choices["baseline"].activated.connect(self._choose_baseline)
        self._choices["worldview"].activated.connect(self._choose_worldview)
        self._choices["pack"].activated.connect(self._choose_pack)
        self.differs.clicked.connect(self._show_differing)
        self.befell.clicked.connect(self._show_injects)
        self.tabs.currentChanged.connect(self._choose_package)
        self.tabs.tabBarDoubleClicked.connect(self._rename_package)
        self._retranslate()

    def _lay_out(self, buttons: tuple[QAction, ...], add: QAction) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        first.addWidget(self._name)
        first.addWidget(self._mark)
        first.addStretch(1)
        for id, choice in self._choices.items():
            label = self._labels[id]
            label.setProperty("muted", True)
            label.setBuddy(choice)
            first.addWidget(label)
            first.addWidget(choice)
        second.setSpacing(2)
        second.addWidget(self.tabs, 1)
        second.addWidget(self._button(add))
        second.addWidget(self.differs)
        second.addWidget(self.befell)
        for action in buttons:
            second.addWidget(self._button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the labels of the choices give way where the text is large for the window; tool tips still name them."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        line = em(self)
        narrow = self.width() < NARROW * line
        for id, choice in self._choices.items():
            self._labels[id].setVisible(not narrow)
            choice.setMinimumContentsLength(NARROW_CHOICE if narrow else CHOICE_WIDTH)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROW_CHOICE if narrow else 0)
            choice.setMaximumWidth(WIDEST_CHOICE * line)
        self._say_differing()
        self._say_befallen()
        for button in self._buttons:
            button.setIconSize(QSize(line, line))

    def show_state(self, old: State | None, new: State) -> None:
        """Show what has changed between two states."""
        self._state = new
        moved = old is None or old.language != new.language or old.path != new.path
        if old is None or moved or old.catalogue is not new.catalogue or _said(old) != _said(new):
            self._fill()
        if old is None or moved or (old.unsaved, old.read_only) != (new.unsaved, new.read_only):
            self._write_mark()
        if old is None or old.read_only != new.read_only:
            for choice in self._choices.values():
                choice.setEnabled(not new.read_only)

    def _write_mark(self) -> None:
        state = self._state
        if state is None:
            return
        text = self.tr("● unsaved") if state.unsaved else self.tr("saved") if state.path else ""
        self._mark.setText(self.tr("read-only") if state.read_only else text)

    def _fill(self) -> None:
        state = self._state
        if state is None:
            return
        document, catalogue, language = state.document, state.catalogue, state.language
        title = document.title or Path(state.path).stem or self.tr("Untitled deal")
        self._name.setText(title)
        if not state.read_only:
            keys = self._rename_deal.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            hint = self.tr("Double-click or {0}: rename the deal").format(keys)
            self._name.setToolTip(f"{tip(title)}<br>{hint}")
        packages = [(package.name or package.id, package.id) for package in document.packages]
        self._offer("baseline", [(self.tr("No new deal"), None), *packages], document.baseline)
        views = [(view.label.get(language), view.id) for view in catalogue.worldviews]
        self._offer("worldview", views, document.assumptions.worldview)
        self._offer("pack", [(pack.label.get(language), pack.id) for pack in catalogue.packs], document.pack)
        self._say_differing()
        self._say_befallen()
        with QSignalBlocker(self.tabs):
            while self.tabs.count() > len(packages):
                self.tabs.removeTab(self.tabs.count() - 1)
            for place, (name, id) in enumerate(packages):
                if place == self.tabs.count():
                    self.tabs.addTab(name)
                self.tabs.setTabText(place, name.replace("&", "&&"))
                self.tabs.setTabData(place, id)
                if id == document.active:
                    self.tabs.setCurrentIndex(place)

    def _say_differing(self) -> None:
        """Say how many assumptions differ from the catalogue; in two words where the text is large for the window."""
        state = self._state
        changes = state.document.assumptions.changes if state is not None else ()
        if state is None or not changes:
            self.differs.hide()
            return
        said = differing.counted(state.catalogue, changes, state.language)
        short = self.tr("%n changed", "assumptions", len(differing.differing(state.catalogue, changes)))
        self.differs.setText(f"● {short if self.width() < NARROW * em(self) else said}")
        names = differing.sentence(state.catalogue, changes, state.language)
        self.differs.setToolTip(tip(names))
        self.differs.setAccessibleName(said)
        self.differs.setAccessibleDescription(names)
        self.differs.show()

    def _say_befallen(self) -> None:
        """Say how many injects befall the deal: every score on screen is with them."""
        state = self._state
        injects = state.document.injects if state is not None else ()
        self.befell.setVisible(bool(injects))
        if state is None or not injects:
            return
        names = befallen.sentence(injects, state.language)
        self.befell.setText("◆ " + self.tr("%n inject(s)", "", len(injects)))
        self.befell.setToolTip(tip(names))
        self.befell.setAccessibleName(befallen.counted(injects, state.language))
        self.befell.setAccessibleDescription(names)

    def _offer(self, which: str, offered: Sequence[tuple[str, str | None]], current: str | None) -> None:
        """Fill a choice; a value that nobody knows is kept and shown by its id."""
        choice, entries = self._choices[which], list(offered)
        if current not in [value for _, value in entries]:
            entries.append((str(current), current))
        choice.clear()
        for text, value in entries:
            choice.addItem(text, value)
            choice.setItemData(choice.count() - 1, tip(text), Qt.ItemDataRole.ToolTipRole)
        choice.setCurrentIndex([value for _, value in entries].index(current))

    def _choose_baseline(self) -> None:
        self.intent.emit(Do(SetBaseline(package=self._choices["baseline"].currentData())))

    def _choose_worldview(self) -> None:
        self.intent.emit(Do(SetWorldview(worldview=self._choices["worldview"].currentData())))

    def _choose_pack(self) -> None:
        self.intent.emit(Do(SetPack(pack=self._choices["pack"].currentData())))

    def _show_differing(self) -> None:
        self.intent.emit(ShowAssumptions())

    def _show_injects(self) -> None:
        self.intent.emit(ShowInjects())

    def _choose_package(self, place: int) -> None:
        if place >= 0 and self._state is not None and self.tabs.tabData(place) != self._state.document.active:
            self.intent.emit(Do(SelectPackage(package=self.tabs.tabData(place))))

    def _rename_package(self, place: int) -> None:
        if place >= 0:
            self._rename.trigger()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._labels["baseline"].setText(self.tr("Baseline"))
        self._labels["worldview"].setText(self.tr("World"))
        self._labels["pack"].setText(self.tr("Starting point"))
        self._choices["baseline"].setAccessibleName(self.tr("Baseline: what the package is compared with"))
        self._choices["worldview"].setAccessibleName(self.tr("Worldview the scores are read under"))
        self._choices["pack"].setAccessibleName(self.tr("Starting point: what was law at signing"))
        for choice in self._choices.values():
            choice.setToolTip(tip(choice.accessibleName()))
        self.tabs.setAccessibleName(self.tr("Packages of this deal"))
        self._name.setAccessibleName(self.tr("Name of the deal"))
        self._write_mark()
        self._fill()


def _said(state: State) -> tuple[object, ...]:
    """Return what the strip says of a deal; while it stays the same, nothing is filled or laid out again."""
    document = state.document
    packages = tuple((package.id, package.name) for package in document.packages)
    chosen = (document.title, document.active, document.baseline, document.pack, document.assumptions)
    return (*chosen, document.injects, packages, state.read_only)
