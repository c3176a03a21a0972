"""The contents of the manual as a tree: groups, pages, headings; in a search the places that were found instead."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from dealbuilder.report.manual import Page

PLACE_ROLE = Qt.ItemDataRole.UserRole
BEFORE, AFTER = 12, 40
"""Characters shown before and after what was found."""
MOST = 12
"""Places listed of one page; Enter in the search goes to the others."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, a heading on it if one is named, or the number of a place found on it."""

    page: str
    heading: str = ""
    hit: int = -1


class ManualContents(QTreeWidget):
    """`chosen` carries the Place of the row that became the current one."""

    chosen = Signal(object)

    def __init__(self, manual: tuple[Page, ...], heads: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manual = manual
        self._plain: dict[str, str] = {}
        self._pages: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        groups: dict[str, QTreeWidgetItem] = {}
        for page in manual:
            if page.group not in groups:
                groups[page.group] = self._head(heads[page.group])
            self._pages[page.id] = item = _row(groups[page.group], page.title, Place(page.id))
            for depth, heading in page.headings:
                if depth == 2:
                    _row(item, heading, Place(page.id, heading))
        self.currentItemChanged.connect(self._tell)

    def _head(self, text: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self, [text])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        head.setExpanded(True)
        return head

    def select(self, page: str, heading: str = "") -> None:
        """Make a page or one of its headings the current row without telling anybody."""
        item = self._pages[page]
        for child in _children(item):
            if heading and _place(child) == Place(page, heading) and not child.isHidden():
                item.setExpanded(True)
                item = child
                break
        with QSignalBlocker(self):
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def current(self) -> Place | None:
        """Return the place of the current row."""
        item = self.currentItem()
        return _place(item) if item is not None else None

    def search(self, wanted: str) -> tuple[str, ...]:
        """Keep only pages that hold the words, with each place in its context below; return their ids in order."""
        words = wanted.strip().casefold()
        found = []
        with QSignalBlocker(self):
            for page in self._manual:
                item = self._pages[page.id]
                self._clear(item)
                places = self._hits(page, words) if words else []
                for child in _children(item):
                    child.setHidden(bool(words))
                for number, context in enumerate(places[:MOST]):
                    row = _row(item, context, Place(page.id, hit=number))
                    row.setToolTip(0, context)
                item.setHidden(bool(words) and not places)
                item.setExpanded(bool(words))
                if places or not words:
                    found.append(page.id)
            for head in _children(self.invisibleRootItem()):
                head.setHidden(all(child.isHidden() for child in _children(head)))
        return tuple(found)

    def _clear(self, item: QTreeWidgetItem) -> None:
        for child in _children(item):
            if _place(child).hit >= 0:
                item.removeChild(child)

    def _hits(self, page: Page, words: str) -> list[str]:
        """Return each place with what stands around it."""
        text = self._text(page)
        folded, found, at = text.casefold(), [], 0
        while (at := folded.find(words, at)) >= 0:
            start, end = max(at - BEFORE, 0), at + len(words) + AFTER
            context = " ".join(text[start:end].replace("\ufffc", " ").split())
            found.append(("…" if start else "") + context + ("…" if end < len(text) else ""))
            at += len(words)
        return found

    def _text(self, page: Page) -> str:
        """Return a page's words without marks, as the browser finds them."""
        if page.id not in self._plain:
            document = QTextDocument()
            document.setLayoutEnabled(False)
            document.setMarkdown(page.text)
            self._plain[page.id] = document.toPlainText()
        return self._plain[page.id]

    def _tell(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, PLACE_ROLE) is not None:
            self.chosen.emit(_place(item))


def _row(parent: QTreeWidgetItem, text: str, place: Place) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [text])
    item.setData(0, PLACE_ROLE, place)
    return item


def _place(item: QTreeWidgetItem) -> Place:
    return item.data(0, PLACE_ROLE) or Place("")


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(place) for place in range(item.childCount())]
    return [child for child in found if child is not None]
