"""The main window: what stands where, and nothing else."""

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dealbuilder import paths
from dealbuilder.ui.actions import Actions
from dealbuilder.ui.dialogs.start import StartScreen
from dealbuilder.ui.notice import NoticeStrip
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.tab_order import in_order, into_view

OPENS = (".deal", ".pdf")
FIRST_SIZE = (1440, 900)
LEAST_SIZE = (960, 600)


class Window(QMainWindow):
    """Menu, notices, the start screen or the desk, and the status bar.

    Signals go up: `asked` an action's id, `dropped` a path, `closing` the close event, which a listener may ignore.
    """

    asked = Signal(object)
    dropped = Signal(object)
    closing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "dealbuilder.svg")))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self.menuBar())
        self.actions_table.asked.connect(self.asked)
        self.addActions(self.menuBar().actions())
        self.notices = NoticeStrip()
        self.start = StartScreen()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.undo_label = QLabel()
        self.score_label = QLabel()
        self.busy_label = QLabel()
        bar = self.statusBar()
        bar.addWidget(self.undo_label)
        bar.addPermanentWidget(self.busy_label)
        bar.addPermanentWidget(self.score_label)
        self.name("", unsaved=False, read_only=False)
        self.enable(frozenset())

    def name(self, title: str, *, unsaved: bool, read_only: bool) -> None:
        """Show the deal's name in the title bar; the platform's own mark says that it is unsaved."""
        self.setWindowModified(unsaved)
        shown_name = title.replace("[*]", "")
        mark = self.tr(" (read-only)") if read_only else ""
        self.setWindowTitle(f"{shown_name}[*]{mark} - dealbuilder" if shown_name else "dealbuilder[*]")

    def enable(self, has: frozenset[str]) -> None:
        """Turn actions on and off: see ActionInfo.needs."""
        self.actions_table.enable(has)

    def add_desk(self, desk: QWidget) -> None:
        """Take in the desk; the start screen stays in front until `show_desk`."""
        self._pages.addWidget(desk)

    def show_desk(self) -> None:
        """Bring the desk to the front."""
        self._pages.setCurrentIndex(self._pages.count() - 1)

    def show_start(self) -> None:
        """Bring the start screen to the front."""
        self._pages.setCurrentIndex(0)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_desk(self) -> bool:
        """Say whether a deal is in front."""
        return self._pages.currentIndex() > 0

    def geometry_text(self) -> str:
        """Return the window's place as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore(self, geometry: str) -> None:
        """Go back to a saved place, or fill a screen that the first size does not fit."""
        room = self.screen().availableSize()
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))
        elif room.width() <= FIRST_SIZE[0] or room.height() <= FIRST_SIZE[1]:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether the window may close."""
        self.closing.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take deals and PDFs that are dragged over the window."""
        if any(url.toLocalFile().lower().endswith(OPENS) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        for url in event.mimeData().urls():
            if url.toLocalFile().lower().endswith(OPENS):
                event.acceptProposedAction()
                self.dropped.emit(url.toLocalFile())
                return

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_table.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.actions_table.ink(shown())
        super().changeEvent(event)
