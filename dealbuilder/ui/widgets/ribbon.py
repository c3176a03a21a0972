"""Short lines that are doors: what moved, the worst cells, what lies beyond the evidence."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.ui.widgets.appearance import Caption

NBSP = "\u00a0"


class LinkLines(QWidget):
    """A head and lines below it, each a link reached by mouse and by Tab; `chosen` carries the line's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, role: str = "text") -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str], ...] = ()
        self._head = Caption(factor=0.88, bold=True, role="warn" if role == "warn" else "muted")
        self._head.setWordWrap(True)
        self._body = Caption(role=role)
        self._body.setWordWrap(True)
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
        self._lines = lines
        self._head.setText(head)
        ink = self._body.palette().color(QPalette.ColorRole.WindowText).name()
        style = f"color:{ink}; text-decoration:none"
        links = [
            f'<a style="{style}" href="{escape(id)}">{escape(text).replace(" ", NBSP) if between != "<br>" else escape(text)}</a>'
            for id, text in lines
        ]
        self._body.setText(between.join(links))
        self._body.setAccessibleName(f"{head}: " + "; ".join(text for _, text in lines))
        self.setVisible(bool(lines))

    def _choose(self, id: str) -> None:
        self.chosen.emit(id)
