"""Every chart has a table twin that is reached by keys (1.1.1), or is small enough to be told whole in words."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTableView, QWidget

from tests.ui.access.looking import here, mark, name, role

TABLED = ("DetailChart", "FanChart", "FigureView", "FilmView", "MapView")
"""Charts of many numbers: their window holds a table of them, in view or behind a button or a tab."""
TOLD = ("BalanceStrip", "ScoreBar", "Spark", "ValueBar")
"""Charts of a few numbers: their name and description hold every one, or the card that they stand on does."""


def untabled(screen: QWidget) -> Iterator[str]:
    """Yield every chart of a kind that is not known here, without a table, or with nothing to tell."""
    for widget in here(screen):
        if role(widget) != QAccessible.Role.Chart:
            continue
        kind = type(widget).__name__
        if kind not in TABLED + TOLD:
            yield f"a new kind of chart; give it a table and name it in twins.py: {mark(widget)}"
        elif kind in TABLED and not any(table.model() is not None for table in screen.findChildren(QTableView)):
            yield f"no table beside it: {mark(widget)}"
        elif kind in TOLD and not any(letter.isdigit() for letter in told(widget)):
            yield f"no number is told: {mark(widget)}"


def told(widget: QWidget) -> str:
    """Return what a reader hears of a small chart and of the card it stands on."""
    card = widget.parentWidget()
    heard = [name(one) + one.accessibleDescription() for one in (widget, card) if one is not None]
    return " ".join(heard)
