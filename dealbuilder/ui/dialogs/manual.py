"""The manual: how to use the program and how the model works, page by page, with a search over all of them."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.text import Language
from dealbuilder.report.manual import Page, linked
from dealbuilder.ui.widgets.manual_contents import ManualContents, Place
from dealbuilder.ui.widgets.page_view import PageView

WIDTH, HEIGHT = 165, 42
"""Size in average characters and lines."""
LIST_PART, PAGE_PART = 1, 3

Spot = tuple[str, int]
"""A page and how far it was scrolled."""


class ManualDialog(QDialog):
    """Shows one page at a time; links turn to other pages and open nothing outside."""

    def __init__(
        self, manual: tuple[Page, ...], language: Language = "en", page: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = {each.id: each for each in manual}
        self._page = ""
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []
        self.language = language
        self.setWindowTitle(self.tr("Manual"))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setToolTip(self.search.placeholderText())
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._next)
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setProperty("muted", True)
        heads = {"use": self.tr("Using dealbuilder"), "model": self.tr("How the model works")}
        self.contents = ManualContents(manual, heads)
        self.contents.setAccessibleName(self.tr("Pages of the manual"))
        self.contents.chosen.connect(self._show_place)
        self.browser = PageView()
        self.browser.followed.connect(self._follow)
        self.back, self.forward = QPushButton(self.tr("Back")), QPushButton(self.tr("Forward"))
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self._lay_out()
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Find, self._seek),
            (keys.Back, self._go_back),
            (keys.Forward, self._go_forward),
            (keys.FindNext, self._next),
            (keys.FindPrevious, self._before),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self.turn(page or next(iter(self._pages), ""))
        self.contents.setFocus()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in (self.back, self.forward):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setEnabled(False)
        for button in buttons.findChildren(QPushButton):
            # Enter belongs to the search.
            button.setAutoDefault(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.found, self.contents):
            column.addWidget(widget)
        both = QSplitter()
        both.setChildrenCollapsible(False)
        for place, (widget, part) in enumerate(((left, LIST_PART), (self.browser, PAGE_PART))):
            both.addWidget(widget)
            both.setStretchFactor(place, part)
        whole = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(both)
        whole.addLayout(row, 1)
        whole.addWidget(buttons)
        self.found.hide()
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        width, height = metrics.averageCharWidth() * WIDTH, metrics.height() * HEIGHT
        self.resize(min(width, room.width()), min(height, room.height()))
        parts = LIST_PART + PAGE_PART
        both.setSizes([self.width() * LIST_PART // parts, self.width() * PAGE_PART // parts])

    def turn(self, page: str, place: str = "") -> None:
        """Turn to a page of the manual, and to a heading, symbol or id on it; an unknown page changes nothing."""
        if page not in self._pages:
            return
        if self.search.text() and page not in self.contents.search(self.search.text()):
            self.search.clear()
        self._remember()
        self._read(page)
        heading = self._pages[page].heading(place)
        self.contents.select(page, heading)
        if place:
            self.browser.go_to(heading)

    def page(self) -> str:
        """Return the page on screen."""
        return self._page

    def _read(self, id: str) -> None:
        if id != self._page:
            page = self._pages[id]
            self._page = id
            self.browser.read(page.title, page.text, page.folder)
            self._mark()

    def _remember(self) -> None:
        """Keep where the reader is, so that Back returns there."""
        if self._page:
            self._behind.append(self._here())
            self._ahead.clear()
        self._light()

    def _here(self) -> Spot:
        return self._page, self.browser.verticalScrollBar().value()

    def _light(self) -> None:
        self.back.setEnabled(bool(self._behind))
        self.forward.setEnabled(bool(self._ahead))

    def _show_place(self, place: Place) -> None:
        if place.page != self._page:
            self._remember()
            self._read(place.page)
        if place.hit >= 0:
            self._mark(place.hit)
        elif place.heading:
            self.browser.go_to(place.heading)

    def _go_back(self) -> None:
        self._go(self._behind, self._ahead)

    def _go_forward(self) -> None:
        self._go(self._ahead, self._behind)

    def _go(self, there: list[Spot], here: list[Spot]) -> None:
        if there:
            page, scrolled = there.pop()
            here.append(self._here())
            self._read(page)
            self.browser.verticalScrollBar().setValue(scrolled)
            self.contents.select(page)
        self._light()

    def _follow(self, link: str) -> None:
        page, place = linked(link)
        if page or place:
            self.turn(page or self._page, place)

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search(self, text: str) -> None:
        """Keep only the pages that hold the words in sight, and show the first of them."""
        shown = self.contents.search(text)
        if shown and self._page not in shown:
            self._remember()
            self._read(shown[0])
        else:
            self._mark()
        if self._page in shown:
            self.contents.select(self._page)

    def _mark(self, hit: int = 0) -> None:
        wanted = self.search.text().strip()
        hits = self.browser.mark(wanted, hit)
        self.found.setText(self.tr("%n place(s) on this page; Enter goes to the next", "", hits) if hits else "")
        if wanted and not hits:
            self.found.setText(self.tr("Nothing on this page"))
        self.found.setVisible(bool(wanted))

    def _next(self) -> None:
        self.browser.next_hit()

    def _before(self) -> None:
        self.browser.next_hit(back=True)
