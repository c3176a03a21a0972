"""Every screen of the program: what it is called, which deal it needs, and how the real program is brought to show it.

A new dialog, window, pane or panel belongs here; test_screens.py fails while one is seen on no screen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

from dealbuilder.ui.actions import ACTIONS
from dealbuilder.ui.study.figure_card import FigureCard
from dealbuilder.ui.study.studying import PANELS
from tests.ui.access import desks, faults, forms, rooms, sealed
from tests.ui.access.world import World

Opener = Callable[[World], QWidget]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, the deal it shows, what opens it, and whether it is the audience's (no controls)."""

    name: str
    deal: str
    open: Opener
    audience: bool = False


def _asked(id: str) -> Opener:
    def open(world: World) -> QWidget:
        made = world.ask(id)
        world.rest()
        return made

    return open


def _study(id: str) -> Opener:
    def open(world: World) -> QWidget:
        return rooms.study(world, id)

    return open


def _scene(name: str) -> Opener:
    def open(world: World) -> QWidget:
        return rooms.scene(world, name)

    return open


PLAIN = (
    "about",
    "keys",
    "manual",
    "settings",
    "report",
    "recover",
    "rename",
    "off_menu",
    "session",
    "propose",
    "agree",
)
"""Entries of the menus that open a dialog on a small deal, and nothing more."""

SCREENS: tuple[Screen, ...] = (
    Screen("start", "none", desks.start),
    Screen("start with recent files", "none", desks.recent),
    Screen("desk, empty deal", "empty", desks.desk),
    Screen("desk", "small", desks.desk),
    Screen("desk, detail of a clause", "small", desks.detail),
    Screen("desk, notice", "small", desks.notice),
    Screen("desk, every clause", "large", desks.desk),
    Screen("desk, large chart", "small", desks.chart),
    Screen("desk, heat map", "small", desks.heat),
    Screen("desk, several packages", "pair", desks.desk),
    *(Screen(f"dialog: {id}", "small", _asked(id)) for id in PLAIN),
    Screen("dialog: notes", "small", _asked("notes")),
    Screen("dialog: versions", "small", forms.versions),
    Screen("dialog: assumptions", "small", _asked("assumptions")),
    Screen("dialog: source card", "small", forms.source_card),
    Screen("dialog: recover, one found", "none", forms.recover),
    Screen("dialog: unsaved changes", "small", forms.unsaved),
    Screen("dialog: clean copy", "small", sealed.clean),
    Screen("dialog: injects", "small", _asked("injects")),
    Screen("dialog: inject editor", "small", forms.inject_editor),
    Screen("dialog: sealing", "small", _asked("seal")),
    Screen("dialog: role", "small", forms.role),
    Screen("dialog: sealing, closed", "sealed", sealed.closed),
    Screen("dialog: unsealing", "sealed", sealed.unsealing),
    Screen("dialog: sealed, not encrypted", "unsealed", sealed.bare),
    Screen("dialog: crash", "none", faults.crash),
    Screen("dialog: left over", "none", faults.left_over),
    Screen("dialog: computer", "small", faults.computer),
    Screen("tour", "small", faults.tour),
    Screen("dialog: kit", "session", _asked("kit")),
    Screen("dialog: rehearsal", "session", _asked("rehearse")),
    Screen("dialog: debrief", "session", _asked("debrief")),
    Screen("dialog: debrief, silence", "session", forms.silence),
    Screen("dialog: tables, none yet", "small", _asked("tables")),
    Screen("dialog: tables", "small", forms.tables),
    Screen("dialog: mark", "session", rooms.mark),
    Screen("dialog: end of the session", "session", rooms.end),
    Screen("dialog: session left running", "session", rooms.left_running),
    Screen("dialog: keys of the room", "session", rooms.keys),
    *(Screen(f"study: {panel.id}", "pair", _study(panel.id)) for panel in PANELS),
    Screen("study: nothing to ask", "empty", _study("why")),
    Screen("console", "small", rooms.console),
    Screen("console, session under way", "session", rooms.console),
    Screen("console, question before the room", "session", rooms.predicting),
    *(Screen(f"room: {name}", "small", _scene(name), audience=True) for name in rooms.SCENES),
)


HEAVY = frozenset(
    (
        *("study: better", "study: hangs", "study: fails", "study: holds", "study: compare", "study: accepts"),
        *("dialog: debrief, silence", "desk, heat map", "desk, several packages", "desk, large chart"),
        *("console, question before the room", "dialog: tables", "desk, every clause"),
    )
)
"""Screens that take long to work out, or differ little from another: the campaign looks at them, not every change."""
TABBED = frozenset(
    (
        "start",
        "desk",
        "dialog: session",
        "dialog: off_menu",
        "dialog: role",
        "dialog: settings",
        "console",
        "study: why",
    )
)
"""Screens on which every change is followed by a walk with Tab; the campaign walks on all."""


def entries() -> frozenset[str]:
    """Return the menu entries that open something, as the table of actions marks them with dots."""
    return frozenset(info.id for info in ACTIONS if info.text.endswith("…"))


def views(screen: QWidget) -> Iterator[str]:
    """Turn a screen to each of its tabs and charts to their tables in turn; yield what it shows now."""
    yield ""
    bars = [bar for bar in screen.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]
    for bar in bars:
        if not isinstance(bar.parent(), QTabWidget) and not isinstance(bar.window(), QDialog):
            continue  # the packages of the desk
        first = bar.currentIndex() if isValid(bar) else 0
        for place in range(bar.count() if isValid(bar) else 0):
            if not isValid(bar):
                break  # what it held was made anew
            if place != first and bar.isTabEnabled(place) and bar.isTabVisible(place):
                bar.setCurrentIndex(place)
                yield f"tab {place + 1}"
        if isValid(bar):
            bar.setCurrentIndex(first)
    cards = [card for card in screen.findChildren(FigureCard) if card.isVisible() and card.twin.isEnabled()]
    if cards:
        for card in cards:
            card.twin.setChecked(True)
        yield "as tables"
        for card in cards:
            card.twin.setChecked(False)
