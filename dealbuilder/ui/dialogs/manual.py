"""The manual: Markdown pages from resources/manual in the language on screen, beside a list of their titles."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.text import Language


def pages(folder: Path, language: Language) -> tuple[tuple[str, str], ...]:
    """Return title and Markdown text of each page, in the order of the file names."""
    found = []
    for path in sorted((folder / language).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = next((line[2:] for line in text.splitlines() if line.startswith("# ")), path.stem)
        found.append((title, text))
    return tuple(found)


class ManualDialog(QDialog):
    """Shows one page at a time; opens no links."""

    def __init__(self, manual: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = manual
        self.setWindowTitle(self.tr("Manual"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.list.addItems([title for title, _ in manual])
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(20)
        self.list.currentRowChanged.connect(self._turn)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addWidget(self.browser, 3)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.list.setCurrentRow(0)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 130, metrics.height() * 36)

    def _turn(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            title, text = self._pages[row]
            self.browser.setAccessibleName(title)
            self.browser.setMarkdown(text)
