"""The assumptions to argue about: what hangs on each, and a way to it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.ui.widgets.appearance import Caption


class Arguments(QWidget):
    """Shows a row an assumption; `asked` carries the id of one that is to be opened."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self.rows: list[tuple[QWidget, Caption, QPushButton]] = []

    def show_rows(self, items: tuple[tuple[str, str], ...], button: str, tip: str) -> None:
        """Show other assumptions, each as id and words."""
        for row, _, _ in self.rows:
            self._page.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(id, text, button, tip) for id, text in items]

    def _row(self, id: str, text: str, button: str, tip: str) -> tuple[QWidget, Caption, QPushButton]:
        row, words, opener = QWidget(), Caption(text), QPushButton(button)
        words.setWordWrap(True)
        opener.setAccessibleName(f"{button}: {text.split(':')[0]}")
        opener.setToolTip(tip)
        opener.clicked.connect(partial(self.asked.emit, id))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(opener)
        self._page.addWidget(row)
        return row, words, opener
