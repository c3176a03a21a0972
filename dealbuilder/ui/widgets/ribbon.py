"""Short lines that are doors: what moved, the worst cells, what lies beyond the evidence."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.ui.language import headed, listed
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, colour

NBSP = "\u00a0"


class LinkLines(QWidget):
    """A head and lines below it, each a link reached by mouse and by Tab; `chosen` carries the line's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, role: str = "text") -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str], ...] = ()
        self._between, self._role = "<br>", role
        self._head = Caption(factor=0.88, bold=True, role="warn" if role == "warn" else "muted")
        self._head.setWordWrap(True)
        self._body = Caption(role=role)
        self._body.setWordWrap(True)
        self._body.setMinimumWidth(1)
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._body.linkActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return (id, text) of the lines shown."""
        return self._lines

    def show_lines(self, head: str, lines: tuple[tuple[str, str], ...], between: str = "<br>") -> None:
        """Show lines below a head with `between` them; nothing at all if there are none."""
        self._lines, self._between = lines, between
        self._head.setText(head)
        self._body.setAccessibleName(headed(head, listed(text for _, text in lines)))
        self._write()
        self.setVisible(bool(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Write the links anew in another colour."""
        super().changeEvent(event)
        if event.type() in RESTYLING and self._lines:
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep each link on one line wherever it fits the width there is."""
        super().resizeEvent(event)
        if self._lines and event.size().width() != event.oldSize().width():
            self._write()

    def _held(self, text: str) -> str:
        """Return text that does not break where it fits one line."""
        fits = self._body.fontMetrics().horizontalAdvance(text + self._between) <= self.width()
        return text.replace(" ", NBSP) if fits else text

    def _write(self) -> None:
        style = f"color:{colour(self, self._role).name()}; text-decoration:none"
        whole = [(id, text if self._between == "<br>" else self._held(text)) for id, text in self._lines]
        links = [f'<a style="{style}" href="{escape(id)}">{escape(text)}</a>' for id, text in whole]
        self._body.setText(self._between.join(links))

    def _choose(self, id: str) -> None:
        self.chosen.emit(id)
