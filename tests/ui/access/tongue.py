"""Language of the screen (3.1.1, 3.1.2): no English words stand on a Chinese screen but names, units and codes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.access.looking import here, inner, mark, name

WORD = re.compile(r"[A-Za-z][a-z]{2,}(?:[ -][a-z]{2,})*")
"""Words as English writes them; codes in capitals (H20, FDPR, BIS) are no language."""
PROGRAMS = "dealbuilder Python Qt PySide Numba NegMAS Typst SQLite Windows Linux macOS Inter Noto Sans Excel Markdown"
FORMATS = "deal pdf csv xlsx svg png json Latin English letter Letter"
KEYS = "Esc Alt Ctrl Shift Enter Tab Home End Del Delete Page Up Down Left Right Space Return Backspace Insert Menu"
METHODS = "Pareto Shapley Nash Sobol Monte Carlo Kalai Smorodinsky Rubinstein Boulware Argon exp Blackwell"
FIELD = "Entity List Nvidia Gaudi Intel Micron Lynas Materials Huawei Samsung Hynix Synopsys Cadence Siemens Fed Reg"
SYSTEM = "Debian Fedora doctor offscreen compose ibus qtvirtualkeyboardplugin"
KNOWN = frozenset(" ".join((PROGRAMS, FORMATS, KEYS, METHODS, FIELD, SYSTEM)).split())
"""Words that Chinese leaves as they are."""
NAME = re.compile(r"\b[0-9a-f]{12}\b|[A-Za-z0-9-]+ \d+(?:\.[a-z0-9]+)+|(?<![A-Za-z])[A-Za-z]*[a-z][A-Z][A-Za-z0-9]*")
"""Marks of contents, packages with their version, names that hold a capital within (OpenGL, macOS)."""
NOTHING: Mapping[str, Iterable[str]] = MappingProxyType({})
ROWS = 60
"""Rows of a list that are read; the rest come from the same place."""


def texts(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget shows or tells."""
    yield widget.toolTip()
    yield name(widget)
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle().replace("[*]", "")
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (
            text for place in range(widget.count()) for text in (widget.tabText(place), widget.tabToolTip(place))
        )
    elif isinstance(widget, (QTextEdit, QPlainTextEdit)):
        yield widget.toPlainText() if widget.isReadOnly() else ""
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        if model is not None and not widget.isHidden():
            yield from (str(model.headerData(place, widget.orientation()) or "") for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from rows(widget.model(), widget.rootIndex())


def rows(model: QAbstractItemModel, root: QModelIndex) -> Iterator[str]:
    """Yield the texts of a list, a table or a tree."""
    for row in range(min(model.rowCount(root), ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
        for column in range(columns):
            index = model.index(row, column, root)
            for part in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                data = index.data(part)
                if isinstance(data, str):
                    yield data
        yield from rows(model, model.index(row, 0, root))


def english(text: str, proper: Mapping[str, Iterable[str]] = NOTHING) -> list[str]:
    """Return the English words of a text that is to be Chinese.

    `proper` are titles that stay as they are printed, each with words that stay so where the title stands too.
    """
    plain = QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text
    plain = re.sub(r"(?:https?://|www\.)[^\s（）；，]+", " ", plain)
    named = [title for title in proper if title in plain]
    for words in sorted({*named, *(place for title in named for place in proper[title])}, key=len, reverse=True):
        plain = plain.replace(words, " ")
    files = r"\S+\.(?:deal|pdf|txt|csv|toml|md|otf|ttf)\b|Linux-\S+|[/\\]\S+|\w+@\S+|\{\w+\}"
    plain = re.sub(files, " ", plain)
    found = []
    for match in WORD.finditer(NAME.sub(" ", plain)):
        words = re.split("[ -]", match.group())
        if not KNOWN.issuperset(words):
            found.append(match.group())
    return found


def foreign(screen: QWidget, proper: Mapping[str, Iterable[str]] = NOTHING) -> Iterator[str]:
    """Yield every text of a Chinese screen with English words in it."""
    seen: set[str] = set()
    for widget in (screen, *here(screen)):
        if inner(widget) and not isinstance(widget, QHeaderView):
            continue
        for text in texts(widget):
            words = english(text, proper) if text and text not in seen else []
            seen.add(text)
            if words:
                yield f"{', '.join(words[:4])} in “{text[:90]}”: {mark(widget)}"
