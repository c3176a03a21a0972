"""WCAG 2.5.8: a target is 24 by 24 pixels, or so far from others that a circle of that size meets none."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QTabBar, QTableView, QWidget

from tests.ui.access.looking import controls, mark, seen, within

LEAST = 24
EQUAL = ("mirror", "fix")
"""Buttons in a clause's row whose deed its menu, a larger target, does as well (2.5.8, exception “equivalent”)."""


def targets(screen: QWidget) -> Iterator[tuple[QRect, str]]:
    """Yield place and name of everything that is clicked."""
    for widget in controls(screen):
        place = within(widget, screen)
        if not seen(widget, screen).contains(place):
            continue  # half of it is scrolled away: it is as large as its neighbours
        if isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                yield widget.tabRect(tab).translated(place.topLeft()), f"tab {tab} of {mark(widget)}"
        elif isinstance(widget, QAbstractItemView):
            model, root = widget.model(), widget.rootIndex()
            if model is None or model.rowCount(root) == 0:
                continue
            rect = widget.visualRect(model.index(0, 0, root))
            if isinstance(widget, QTableView):
                rect.setHeight(widget.rowHeight(0))
            yield rect.translated(place.topLeft()), f"first row of {mark(widget)}"
        elif not widget.inherits("QScrollArea") and widget.objectName() not in EQUAL:
            yield place, mark(widget)


def small(screen: QWidget) -> Iterator[str]:
    """Yield every target that is too small and too near to another."""
    found = list(targets(screen))
    little = [(place, told) for place, told in found if min(place.width(), place.height()) < LEAST]
    for place, told in little:
        circle = QRect(0, 0, LEAST, LEAST)
        circle.moveCenter(place.center())
        rows = told.startswith("first row")
        near = [
            other for rect, other in found if other != told and rect.intersects(circle) and not rect.contains(place)
        ]
        if rows and place.height() < LEAST:
            near = ["its next row"]
        if near:
            yield f"{place.width()}×{place.height()}, beside {near[0]}: {told}"
