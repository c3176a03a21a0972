"""The manual: how to use the program and how the model works, page by page, with a search over all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.text import Language
from dealbuilder.report.manual import Page, linked
from dealbuilder.ui.widgets.page_view import PageView

WIDTH, HEIGHT = 165, 42
"""Size in average characters and lines."""
LIST_PART, PAGE_PART = 1, 3
PAGE_ROLE = Qt.ItemDataRole.UserRole


class ManualDialog(QDialog):
    """Shows one page at a time; links turn to other pages and open nothing outside."""

    def __init__(
        self, manual: tuple[Page, ...], language: Language = "en", page: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = {each.id: each for each in manual}
        self._trail: list[str] = []
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
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill(manual)
        self.browser = PageView()
        self.browser.followed.connect(self._follow)
        self.list.currentItemChanged.connect(self._show_item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.back = buttons.addButton(self.tr("Back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.setEnabled(False)
        self.back.clicked.connect(self._go_back)
        for button in buttons.buttons():
            # Enter belongs to the search.
            button.setAutoDefault(False)  # pyright: ignore[reportAttributeAccessIssue]
        self._lay_out(buttons)
        for keys, act in ((QKeySequence.StandardKey.Find, self._seek), (QKeySequence.StandardKey.Back, self._go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.turn(page or next(iter(self._pages), ""))
        self.list.setFocus()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        left = QVBoxLayout()
        for widget in (self.search, self.found, self.list):
            left.addWidget(widget)
        row = QHBoxLayout()
        row.addLayout(left, LIST_PART)
        row.addWidget(self.browser, PAGE_PART)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.found.hide()
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        width, height = metrics.averageCharWidth() * WIDTH, metrics.height() * HEIGHT
        self.resize(min(width, room.width()), min(height, room.height()))

    def _fill(self, manual: tuple[Page, ...]) -> None:
        heads = {"use": self.tr("Using dealbuilder"), "model": self.tr("How the model works")}
        group = ""
        for page in manual:
            if page.group != group:
                group = page.group
                head = QListWidgetItem(heads[group], self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                font = head.font()
                font.setBold(True)
                head.setFont(font)
            item = QListWidgetItem(page.title, self.list)
            item.setData(PAGE_ROLE, page.id)

    def turn(self, page: str, place: str = "") -> None:
        """Turn to a page of the manual, and to a heading, symbol or id on it; an unknown page changes nothing."""
        if page not in self._pages:
            return
        item = next(item for item in self._items() if item.data(PAGE_ROLE) == page)
        if item.isHidden():
            self.search.clear()
        self.list.setCurrentItem(item)
        if place:
            self.browser.go_to(place)

    def page(self) -> str:
        """Return the page on screen."""
        item = self.list.currentItem()
        return item.data(PAGE_ROLE) if item is not None else ""

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _show_item(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        page = self._pages.get(item.data(PAGE_ROLE)) if item is not None else None
        if page is None:
            return
        if before is not None:
            self._trail.append(before.data(PAGE_ROLE))
            self.back.setEnabled(True)
        self.browser.read(page.title, page.text)
        self._mark()

    def _go_back(self) -> None:
        if self._trail:
            self.turn(self._trail[-1])
            # Turning back has itself left a trace.
            del self._trail[-2:]
            self.back.setEnabled(bool(self._trail))

    def _follow(self, link: str) -> None:
        page, place = linked(link)
        self.turn(page or self.page(), place)

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search(self, text: str) -> None:
        """Keep only the pages that hold the words in sight."""
        wanted = text.strip().casefold()
        head, here = None, self.list.currentItem()
        for item in self._items():
            page = self._pages.get(item.data(PAGE_ROLE))
            if page is None:
                head = item
                item.setHidden(True)
                continue
            item.setHidden(wanted not in f"{page.title}\n{page.text}".casefold())
            if head is not None and not item.isHidden():
                head.setHidden(False)
        shown = [item for item in self._items() if not item.isHidden() and item.data(PAGE_ROLE)]
        if shown and (here is None or here.isHidden()):
            self.list.setCurrentItem(shown[0])
        else:
            self._mark()

    def _mark(self) -> None:
        wanted = self.search.text().strip()
        hits = self.browser.mark(wanted)
        self.found.setText(self.tr("%n place(s) on this page; Enter goes to the next", "", hits) if hits else "")
        if wanted and not hits:
            self.found.setText(self.tr("Nothing on this page"))
        self.found.setVisible(bool(wanted))

    def _next(self) -> None:
        self.browser.next_hit()
