"""A card: a button that carries a title, a sentence and a small line below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.ui.widgets.appearance import Caption, unbroken


class Card(QPushButton):
    """A push button as tall as its words need; keyboard, focus and screen reader treat it as the button it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = Caption(bold=True)
        self._sentence = QLabel()
        self._footer = QLabel()
        self._footer.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for label in (self._title, self._sentence, self._footer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.insertStretch(2, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def write(self, title: str, sentence: str, footer: str = "") -> None:
        """Set the card's words."""
        self._title.setText(unbroken(title))
        self._sentence.setText(unbroken(sentence))
        self._footer.setText(footer)
        self._footer.setVisible(bool(footer))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {footer}".strip())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = max(self.fontMetrics().averageCharWidth() * 34, 180)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that shows every word."""
        width = self.fontMetrics().averageCharWidth() * 22
        return QSize(width, self.heightForWidth(max(self.width(), width)))
