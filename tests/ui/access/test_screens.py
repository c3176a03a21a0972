"""Every screen passes the access tests in both languages (WCAG 2.2); `python -m tests.ui.access.all` looks further."""

import ast
import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

import dealbuilder.ui
from dealbuilder.ui.study.panel import Panel
from tests.ui.access import rooms
from tests.ui.access.screens import HEAVY, SCREENS, TABBED, entries
from tests.ui.access.survey import BACK, CHECKS, CLOSED, RESULTS, SPOKEN, STILL, WALKED, Found, look
from tests.ui.access.world import Dress, World
from tests.ui.stage.stagings import stagings, state

ELSEWHERE = {
    "Panel": "what panels share",
    "ClauseMenu": "a menu that opens on a clause: tests/ui/panes",
    "OrderedDialog": "what dialogs share",
    "GradeBadge": "nothing of the program shows it today",
    "Shade": "darkens the desk behind the tour; nothing stands on it",
}
"""Classes that are seen on no screen, and why."""
ENGLISH, CHINESE = Dress("en", "light", 2.0), Dress("zh", "dark", 2.0)
QUICK = tuple(screen for screen in SCREENS if screen.name not in HEAVY)


@pytest.fixture(scope="module")
def found(worlds: Callable[[], World]) -> Found:
    """What is found at twice the text size: in English with the keyboard, on some screens with Tab, and in Chinese."""
    made = Found()
    controls = tuple(screen for screen in QUICK if not screen.audience)
    # A program for each: Qt's bindings lose the menu bar that was looked at before the language changes.
    look(worlds(), ENGLISH, controls, (*STILL, *WALKED, CLOSED, BACK), made, TABBED)
    look(worlds(), CHINESE, QUICK, (*STILL, SPOKEN), made, ())
    return made


def campaign() -> set[str]:
    """Return the names of the widgets that the last campaign saw on every screen, the heavy ones too."""
    return set(json.loads(RESULTS.read_text(encoding="utf-8"))["seen"])


@pytest.mark.parametrize("check", CHECKS)
def test_every_control_of_every_screen_is(check: str, found: Found):
    left = found.lines(check)
    assert not left, "\n".join(left)


def classes() -> dict[str, type]:
    """Return every window, dialog, pane and panel of the program, by name."""
    made: dict[str, type] = {}
    for info in pkgutil.walk_packages(dealbuilder.ui.__path__, "dealbuilder.ui."):
        module = importlib.import_module(info.name)
        for name, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, QWidget) and one.__module__ == info.name:
                made[name] = one
    return made


def test_every_widget_of_the_program_is_seen_on_some_screen(found: Found):
    known = classes()
    assert any(issubclass(one, QDialog) for one in known.values())
    assert any(issubclass(one, QMainWindow) for one in known.values())
    assert any(issubclass(one, Panel) for one in known.values())
    unseen = {name for name, one in known.items() if one not in found.seen} - campaign() - set(ELSEWHERE)
    assert not unseen, f"add a screen to tests/ui/access/screens.py that shows: {', '.join(sorted(unseen))}"


def test_every_menu_entry_that_opens_something_has_a_screen():
    names = " ".join(screen.name for screen in SCREENS)
    files = {"open", "save_as", "export"}  # the platform's own dialogs
    renames = {"package_rename"}  # the same dialog as that of the deal
    short = {"study_": "study: ", "seal": "dialog: sealing", "rehearse": "dialog: rehearsal"}
    missing = []
    for id in entries() - files - renames:
        told = next((name for start, name in short.items() if id.startswith(start)), f"dialog: {id}")
        told = f"study: {id.removeprefix('study_')}" if id.startswith("study_") else told
        if told not in names and id not in ("clean",):
            missing.append(id)
    assert not missing


def test_every_scene_has_a_screen(catalogue):
    assert set(rooms.SCENES) == set(stagings(state(catalogue)))


def test_every_message_box_stands_in_a_function_that_some_screen_opens():
    """A box that is made somewhere new wants a screen of its own: add it, then name its function here."""
    known = {"leave", "ask_unencrypted", "ask_end", "ask_left_running", "ask_text", "mark"}
    known |= {"_plainly"}  # tells of a fault where the dialog for it fails
    found = set()
    for path in sorted(Path(dealbuilder.ui.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("QMessageBox", "QInputDialog"):
                        found.add(node.name)
    assert found == known
