"""WCAG 1.4.4, 1.4.10, 1.4.12: at twice the text size nothing is cut off, and what is shortened is told elsewhere."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from tests.ui.access.looking import here, inner, mark, within

SLACK = 2
"""Pixels that rounding may take."""


def told_elsewhere(widget: QWidget, text: str) -> bool:
    """Say whether a text that is shortened on screen can be had in full: as a tool tip and by name."""
    return text.replace("&", "") in widget.toolTip().replace("&", "") or bool(widget.toolTip())


def clipped(screen: QWidget) -> Iterator[str]:
    """Yield every text that is cut off."""
    for widget in here(screen):
        found = (
            _label(widget) or _button(widget) or _combo(widget) or _tabs(widget) or _header(widget) or _group(widget)
        )
        if found:
            yield f"{found}: {mark(widget)}"
        if (
            isinstance(widget, QLineEdit)
            and not widget.text()
            and widget.placeholderText() == widget.accessibleName()
            and not widget.toolTip()
            and widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > widget.width()
        ):
            yield f"example cut off: {mark(widget)}"


def _label(widget: QWidget) -> str:
    if not isinstance(widget, QLabel) or not widget.text() or widget.text() in ("…",):
        return ""
    room, text = widget.contentsRect(), widget.text()
    if widget.textFormat() == Qt.TextFormat.RichText or (
        widget.textFormat() == Qt.TextFormat.AutoText and "</" in text
    ):
        page = QTextDocument()
        page.setDefaultFont(widget.font())
        page.setHtml(text)
        page.setDocumentMargin(0)
        page.setTextWidth(room.width() if widget.wordWrap() else -1)
        need = QSize(int(page.idealWidth()), int(page.size().height()))
    elif widget.wordWrap():
        need = (
            widget.fontMetrics()
            .boundingRect(QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), text)
            .size()
        )
    else:
        flag = Qt.TextFlag.TextShowMnemonic if widget.buddy() is not None else Qt.TextFlag(0)
        need = widget.fontMetrics().size(flag, text)
    if need.height() > room.height() + SLACK + widget.fontMetrics().descent():
        return f"text {need.height()} high in {room.height()}"
    if need.width() > room.width() + SLACK and not told_elsewhere(widget, text):
        return f"text {need.width()} wide in {room.width()}"
    return ""


def _button(widget: QWidget) -> str:
    if not isinstance(widget, (QPushButton, QToolButton, QCheckBox, QRadioButton)) or inner(widget):
        return ""
    shows_text = (
        not isinstance(widget, QToolButton) or widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    icon_alone = isinstance(widget, QToolButton) and not widget.icon().isNull()
    if not widget.text() or not shows_text or icon_alone:
        return ""
    need = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text())
    if isinstance(widget, (QCheckBox, QRadioButton)):
        style = widget.style()
        need.setWidth(need.width() + style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, widget))
    return _short(widget, need)


def _short(widget: QAbstractButton | QWidget, need: QSize) -> str:
    if need.width() > widget.width() + SLACK and not widget.toolTip():
        return f"caption {need.width()} wide in {widget.width()}"
    if need.height() > widget.height() + SLACK:
        return f"caption {need.height()} high in {widget.height()}"
    return ""


def _combo(widget: QWidget) -> str:
    if not isinstance(widget, QComboBox) or widget.isEditable():
        return ""
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
    need = widget.fontMetrics().horizontalAdvance(widget.currentText())
    if need > room.width() + SLACK and widget.currentText() not in tipped(widget):
        return f"choice {need} wide in {room.width()}"
    if widget.fontMetrics().height() > widget.height() + SLACK:
        return f"choice {widget.fontMetrics().height()} high in {widget.height()}"
    return ""


def tipped(widget: QWidget) -> str:
    """Return what the pointer is told above a widget."""
    place = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    QToolTip.hideText()
    return widget.toolTip()


def _tabs(widget: QWidget) -> str:
    if not isinstance(widget, QTabBar):
        return ""
    for place in range(widget.count()):
        need = widget.fontMetrics().horizontalAdvance(widget.tabText(place).replace("&", ""))
        if need > widget.tabRect(place).width() + SLACK and not widget.tabToolTip(place):
            return f"tab “{widget.tabText(place)}” {need} wide in {widget.tabRect(place).width()}"
    return ""


def _header(widget: QWidget) -> str:
    if not isinstance(widget, QHeaderView) or widget.orientation() == Qt.Orientation.Vertical or widget.model() is None:
        return ""
    for place in range(widget.count()):
        text = str(widget.model().headerData(place, widget.orientation()) or "")
        tip = widget.model().headerData(place, widget.orientation(), Qt.ItemDataRole.ToolTipRole)
        lines = widget.fontMetrics().size(0, text)
        if not widget.isSectionHidden(place) and not tip and lines.width() > widget.sectionSize(place) + SLACK:
            return f"head “{text}” {lines.width()} wide in {widget.sectionSize(place)}"
    return ""


def _group(widget: QWidget) -> str:
    if isinstance(widget, QGroupBox) and widget.title():
        need = widget.fontMetrics().horizontalAdvance(widget.title())
        if need > widget.width():
            return f"title {need} wide in {widget.width()}"
    return ""


def outside(screen: QWidget) -> Iterator[str]:
    """Yield what cannot be brought into view: it stands beyond the screen, and in nothing that scrolls."""
    whole = screen.rect()
    for widget in here(screen):
        place = within(widget, screen)
        if whole.contains(place) or _scrolled(widget, screen):
            continue
        cut = place.intersected(whole)
        if not inner(widget) and (cut.width() < place.width() - SLACK or cut.height() < place.height() - SLACK):
            yield f"beyond the window ({place.width()}×{place.height()} at {place.x()},{place.y()}): {mark(widget)}"


def too_large(screen: QWidget, room: tuple[int, int]) -> Iterator[str]:
    """Yield a window that needs more than the screen has: its edge, and the buttons there, are out of reach."""
    if screen.width() > room[0] or screen.height() > room[1]:
        yield f"{screen.width()}×{screen.height()} on a screen of {room[0]}×{room[1]}: {mark(screen)}"


def _scrolled(widget: QWidget, screen: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not screen:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def sideways(screen: QWidget) -> Iterator[str]:
    """Yield areas of text that must be scrolled in two directions (1.4.10), or cannot be although they are too wide."""
    for widget in here(screen):
        if widget.inherits("QScrollArea"):
            inside = widget.widget()
            if inside is not None and inside.width() > widget.viewport().width() + SLACK:
                off = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                how = "cut off at" if off else "to be scrolled sideways at"
                yield f"{inside.width()} wide, {how} {widget.viewport().width()}: {mark(widget)}"
