"""How widgets find their colours and sizes: from the palette and the application font, never from fixed numbers."""

import re
from html import escape

from PySide6.QtCore import QEvent, Qt, qAddPostRoutine
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from dealbuilder.model.parties import Side
from dealbuilder.report import theme
from dealbuilder.report.theme import Theme

PER_CENT = re.compile("([0-9]) %")
MIDDLE_GREY = 128
BOLD = 620.0
"""Place on the weight axis of a variable font."""
MANY = 4096
"""Widths of texts, and texts cut to a width, that are kept at most."""


RESTYLING = (
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.FontChange,
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
)
"""Events after which colours and sizes have to be taken anew."""


class _Kept:
    """What the program's palette and font say, found once for each of them: painting asks thousands of times."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Let go of everything; a font must not outlive the application."""
        self.palette = -1
        self.theme: Theme | None = None
        self.colours: dict[str, QColor] = {}
        self.base: QFont | None = None
        self.fonts: dict[tuple[float, bool], QFont] = {}
        self.widths: dict[tuple[str, float, bool], int] = {}
        self.cut: dict[tuple[str, int, float, bool], str] = {}

    def dressed(self) -> Theme:
        """Return the theme that goes with the palette as it is now."""
        palette = QApplication.palette()
        if self.theme is None or palette.cacheKey() != self.palette:
            self.palette, self.colours = palette.cacheKey(), {}
            dark = palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE_GREY
            self.theme = theme.load("dark" if dark else "light")
        return self.theme

    def font(self, factor: float, bold: bool) -> QFont:
        """Return a size of the font as it is now."""
        base = QApplication.font()
        if self.base is None or base != self.base:
            self.base, self.fonts, self.widths, self.cut = base, {}, {}, {}
        known = self.fonts.get((factor, bold))
        if known is None:
            known = self.fonts[factor, bold] = _size(base, factor, bold)
        return known


_kept = _Kept()
qAddPostRoutine(_kept.forget)


def theme_of(widget: QWidget) -> Theme:
    """Return the theme that goes with the program's palette: dark if its window colour is dark.

    The widget's own palette cannot tell: a style sheet makes the window colour of flat widgets transparent black.
    """
    return _kept.dressed()


def colour(widget: QWidget, role: str) -> QColor:
    """Return the colour of a theme role for a widget."""
    dressed = _kept.dressed()
    known = _kept.colours.get(role)
    if known is None:
        known = _kept.colours[role] = QColor(dressed.colour(role))
    return QColor(known)


def side_role(side: Side) -> str:
    """Return the colour role of a side: the two parties have their own, all else shares the accent."""
    return side if side in ("us", "china") else "accent"


def sized(factor: float = 1.0, bold: bool = False) -> QFont:
    """Return the application font at a multiple of its size; to be taken as it is, not changed."""
    return _kept.font(factor, bold)


def text_width(text: str, factor: float = 1.0, bold: bool = False) -> int:
    """Return how wide a text is in a size of the application font, in pixels."""
    font = _kept.font(factor, bold)
    known = _kept.widths.get((text, factor, bold))
    if known is None:
        if len(_kept.widths) >= MANY:
            _kept.widths.clear()
        known = _kept.widths[text, factor, bold] = QFontMetrics(font).horizontalAdvance(text)
    return known


def elided(text: str, width: int, factor: float = 1.0, bold: bool = False) -> str:
    """Return as much of a text as fits a width in pixels in a size of the application font."""
    font, asked = _kept.font(factor, bold), (text, width, factor, bold)
    known = _kept.cut.get(asked)
    if known is None:
        if len(_kept.cut) >= MANY:
            _kept.cut.clear()
        known = _kept.cut[asked] = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return known


def _size(base: QFont, factor: float, bold: bool) -> QFont:
    font = QFont(base)
    font.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
        # Qt does not derive the weight axis of a variable font from its weight: without this Inter stays regular.
        font.setVariableAxis(QFont.Tag("wght"), BOLD)
    return font


def em(widget: QWidget) -> int:
    """Return the height of one line of the widget's font, the unit of all distances."""
    return QFontMetrics(widget.font()).height()


def tip(text: str) -> str:
    """Return text that a tool tip shows as it stands: a deal file's words are never taken for markup."""
    return f"<span>{escape(text)}</span>" if "<" in text or "&" in text else text


def plainly(root: QWidget) -> None:
    """Have a label, or all labels of a box, show text as it stands: nothing a deal file says is taken for markup."""
    labels = [root] if isinstance(root, QLabel) else root.findChildren(QLabel)
    for label in labels:
        label.setTextFormat(Qt.TextFormat.PlainText)


def unbroken(text: str) -> str:
    """Return text in which no line ends between a number and its per cent sign."""
    return PER_CENT.sub("\\1\u00a0%", text)


def redress(root: QWidget) -> None:
    """Dress all captions below a widget: one with a font of its own is not told when the application's changes."""
    for caption in root.findChildren(Caption):
        caption.dress()


class Caption(QLabel):
    """A label whose size is a multiple of the application font and whose colour is a theme role."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        factor: float = 1.0,
        bold: bool = False,
        role: str = "text",
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._factor, self._bold, self._role = factor, bold, role
        self._dressing = False
        self.dress()

    def set_role(self, role: str) -> None:
        """Change the colour role."""
        if role != self._role:
            self._role = role
            self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font and palette."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.dress()

    def dress(self) -> None:
        """Take size and colour from the application anew."""
        if self._dressing:
            return
        self._dressing = True
        font = sized(self._factor, self._bold)
        if font != self.font():
            self.setFont(font)
        palette = QPalette(self.palette())
        wanted = colour(self, self._role)
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)
        self._dressing = False
