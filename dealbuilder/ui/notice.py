"""The notice strip: one sentence the user should see, with what to do; it stays until it is closed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from dealbuilder.errors import DealError
from dealbuilder.ui import icons
from dealbuilder.ui.language import spoken
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.accessible import announce
from dealbuilder.ui.widgets.way_back import WayBack


class NoticeStrip(QFrame):
    """Shows the newest notices below the menu; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton()
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._lines: list[str] = []
        self._way_back = WayBack(self)
        self._retranslate()
        self.ink()
        self.hide()

    def say(self, text: str) -> None:
        """Show a notice below those that are still open; the same sentence is never shown twice."""
        if text and text not in self._lines:
            self._lines.append(text)
        self._text.setText("\n".join(self._lines))
        self.setVisible(bool(self._lines))
        if self.isVisible():
            announce(self, text)

    def unsay(self, text: str) -> None:
        """Close one notice whose matter is settled."""
        if text in self._lines:
            self._lines.remove(text)
            self._text.setText("\n".join(self._lines))
            self.setVisible(bool(self._lines))

    def say_error(self, error: DealError) -> None:
        """Show what happened and what to do."""
        self.say(error.told(spoken()))

    def clear(self) -> None:
        """Close every notice; the keyboard goes back to where it was."""
        self._way_back.take()
        self._lines.clear()
        self.hide()

    def lines(self) -> tuple[str, ...]:
        """Return what is shown."""
        return tuple(self._lines)

    def ink(self) -> None:
        """Draw the signs anew in the theme's colours."""
        theme = shown()
        size = self.fontMetrics().height()
        self._sign.setPixmap(icons.picture("warn", QColor(theme.warn), size))
        self._close.setIcon(icons.icon("close", *icons.inks(theme)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme; what was said in another language is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.clear()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.ink()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notices"))
        self._text.setAccessibleName(self.tr("Notice"))
        self._sign.setAccessibleName(self.tr("Notice"))
        self._close.setAccessibleName(self.tr("Close notices"))
        self._close.setToolTip(self.tr("Close notices"))
