"""A page of the manual: Markdown dressed in the theme, places to go to, words to find; opens nothing outside."""

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from dealbuilder.ui.fonts import CHINESE, LATIN
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.page_pictures import Pictures, captioned

MARGIN = 20
HEADING_ROOM = 1.2
"""Lines of space above a heading."""
PADDING = 5
WIDTH = 99
"""Width of a table, percent of the page: its frame stands outside."""
MOST = 2000
"""Hits that are marked on one page."""


def slug(heading: str) -> str:
    """Return a heading as a link names it: small letters, words joined by hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-")


class PageView(QTextBrowser):
    """`followed` carries the target of a link that was chosen."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._wanted = ""
        self._pictures = Pictures(Path())
        self.setOpenLinks(False)
        # No word is torn in a narrow column.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)

    def read(self, name: str, text: str, folder: Path | None = None) -> None:
        """Show a page from its beginning; its pictures lie in a folder."""
        self._text = captioned(text)
        self._pictures = Pictures(folder or Path())
        self.setAccessibleName(name)
        self._write()

    def go_to(self, place: str) -> bool:
        """Bring the heading, symbol or id of that name into view and select it; say whether the page has it."""
        block = self.document().begin()
        while place and block.isValid():
            heading = block.blockFormat().headingLevel() > 0
            if block.text() == place or (heading and slug(block.text()) == slug(place)):
                self._show_block(block)
                return True
            block = block.next()
        return False

    def mark(self, wanted: str, hit: int = 0) -> int:
        """Mark every occurrence of some words, go to one of them, and return how many there are."""
        self._wanted = wanted
        hits = self._hits()
        self.setExtraSelections([_selection(cursor) for cursor in hits])
        if hits:
            self.setTextCursor(hits[min(hit, len(hits) - 1)])
        return len(hits)

    def next_hit(self, back: bool = False) -> None:
        """Go to the next occurrence, from the other end where the page is through."""
        if not self._wanted:
            return
        way = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if not self.find(self._wanted, way):
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            self.moveCursor(end)
            self.find(self._wanted, way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let pictures fill the width there is."""
        super().resizeEvent(event)
        self._fit_pictures()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._text:
            self._write()

    def _write(self) -> None:
        # Laid out once at the end: after each of some thousand changes a long page would take seconds to open.
        self.document().setLayoutEnabled(False)
        self.setMarkdown(self._text)
        _dress(self.document())
        self._fit_pictures()
        self.document().setLayoutEnabled(True)
        self.document().markContentsDirty(0, self.document().characterCount())
        # Asking for the size lays out the page to its end, so that every place on it can be gone to.
        self.document().size()
        self.setExtraSelections([_selection(cursor) for cursor in self._hits()])

    def _fit_pictures(self) -> None:
        width = self.viewport().width() - 2 * MARGIN
        self._pictures.fit(self.document(), width, self.fontMetrics().height(), self.devicePixelRatioF())

    def _hits(self) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        cursor = self.document().find(self._wanted) if self._wanted else QTextCursor()
        while not cursor.isNull() and len(found) < MOST:
            found.append(cursor)
            cursor = self.document().find(self._wanted, cursor)
        return found

    def _show_block(self, block: QTextBlock) -> None:
        self.moveCursor(QTextCursor.MoveOperation.End)
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - 2 * self.fontMetrics().height())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        kept = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(kept)

    def _follow(self, link: QUrl) -> None:
        self.followed.emit(link.toString())


def _selection(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    theme = shown()
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(QColor(theme.warn_soft))
    made.format.setForeground(QColor(theme.text))
    return made


def _dress(document: QTextDocument) -> None:
    """Give tables and code the colours of the theme, and code fonts that have its letters."""
    theme = shown()
    # The system's "monospace" is an alias that a list of families passes over; its real name is not.
    fixed = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()
    code = QTextCharFormat()
    code.setFontFamilies([fixed, LATIN, CHINESE])
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    line = QFontMetrics(document.defaultFont()).height()
    block = document.begin()
    while block.isValid():
        if _is_code(block):
            cursor = QTextCursor(block)
            cursor.setBlockFormat(_ground(block, QColor(theme.surface), line))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(code)
        elif block.blockFormat().headingLevel() > 0:
            form = block.blockFormat()
            form.setTopMargin(line * HEADING_ROOM if block.blockNumber() else 0)
            form.setBottomMargin(line / 2)
            cursor = QTextCursor(block)
            cursor.setBlockFormat(form)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(bold)
        else:
            for cursor in _code_spans(block):
                cursor.mergeCharFormat(code)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, QColor(theme.border), QColor(theme.surface))


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _ground(block: QTextBlock, colour: QColor, line: int) -> QTextBlockFormat:
    """Return the format of a line of equations; the first and the last keep their distance from the text."""
    form = block.blockFormat()
    form.setBackground(colour)
    form.setLeftMargin(line)
    form.setTopMargin(0 if _is_code(block.previous()) else line / 2)
    form.setBottomMargin(0 if _is_code(block.next()) else line)
    return form


def _code_spans(block: QTextBlock) -> list[QTextCursor]:
    spans = []
    for part in block:  # pyright: ignore[reportGeneralTypeIssues]
        fragment = part.fragment()
        if fragment.charFormat().fontFixedPitch():
            cursor = QTextCursor(block)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            spans.append(cursor)
    return spans


def _dress_table(table: QTextTable, line: QColor, ground: QColor) -> None:
    form = QTextTableFormat(table.format())
    form.setBorder(1)
    form.setBorderBrush(QBrush(line))
    form.setBorderCollapse(True)
    form.setCellPadding(PADDING)
    form.setCellSpacing(0)
    form.setHeaderRowCount(1)
    form.setTopMargin(PADDING)
    form.setBottomMargin(PADDING)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, WIDTH))
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = QTextTableCellFormat(cell.format().toTableCellFormat())
            look.setBorder(1)
            look.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(QBrush(line))
            if row == 0:
                look.setBackground(QBrush(ground))
            cell.setFormat(look)
