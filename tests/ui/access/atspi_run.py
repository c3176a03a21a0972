"""The real program seen from outside, as a screen reader sees it: over AT-SPI, on an X server and a bus of its own.

`/usr/bin/python3 tests/ui/access/atspi_run.py PROGRAM_PYTHON [en|zh]` prints one line of JSON with what was found. It
needs Xvfb, dbus-run-session, at-spi2-core and python3-pyatspi; it imports nothing of the program, which runs beside it.
"""

import contextlib
import importlib
import inspect
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

NAME = "dealbuilder"
INSIDE = "DEALBUILDER_ATSPI_INSIDE"
PATIENCE = 200.0
TRIES = 5
ROOT = Path(__file__).resolve().parents[3]
CLAUSE = {"en": "Put US companies on a white list", "zh": "将美国企业列入白名单"}
NEW = {"en": "New deal", "zh": "新建协议"}
SUPPLY = {"en": "Supply restored", "zh": "供应恢复程度"}
EVENTS = ("object:announcement", "object:property-change:accessible-name")


def outside(python: str, language: str) -> int:
    """Start an X server and a bus, and this script again inside them."""
    number = 90 + os.getpid() % 100
    server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1440x900x24"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1.0)
        surroundings = os.environ | {"DISPLAY": f":{number}", INSIDE: "1", "NO_AT_BRIDGE": "0"}
        command = ["dbus-run-session", "--", "/usr/bin/python3", __file__, python, language]
        return subprocess.run(command, env=surroundings, check=False, timeout=600).returncode
    finally:
        server.terminate()
        server.wait()


class Reader:
    """What a screen reader does: walks the tree, hears events, acts on what it finds."""

    def __init__(self, atspi: Any) -> None:
        self.atspi = atspi
        self.loop = importlib.import_module("gi.repository.GLib").MainContext.default()
        self.heard: list[str] = []
        self.changed: list[str] = []

    def application(self) -> Any:
        """Return the program, once it is on the bus."""
        return self.wait(self._application)

    def _application(self) -> Any:
        desktop = self.atspi.Registry.getDesktop(0)
        for place in range(desktop.childCount):
            one = desktop.getChildAtIndex(place)
            if one is not None and one.name == NAME and one.childCount:
                return one
        return None

    def pump(self, seconds: float = 0.05) -> None:
        """Take what has been announced meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.atspi.Registry.pumpQueuedEvents()
            while self.loop.pending():
                self.loop.iteration(False)
            time.sleep(0.01)

    def wait(self, reached: Callable[[], Any]) -> Any:
        """Wait until something is so, and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = reached()
            except Exception:  # the tree changes while it is read
                found = None
            if found:
                return found
            self.pump(0.2)
        self.report(self._application())
        raise SystemExit(f"waited in vain: {inspect.getsource(reached)}; heard {self.heard[-5:]}")

    def walk(self, start: Any, depth: int = 40) -> Iterator[Any]:
        """Yield everything below an object."""
        if depth < 0:
            return
        for place in range(start.childCount):
            child = start.getChildAtIndex(place)
            if child is not None:
                yield child
                yield from self.walk(child, depth - 1)

    def shown(self, one: Any) -> bool:
        """Say whether an object is on screen."""
        return one.getState().contains(self.atspi.STATE_SHOWING)

    def again(self, read: Callable[[], Any]) -> Any:
        """Read once more what was not answered in time: a busy machine is slow on the bus."""
        for _ in range(TRIES):
            with contextlib.suppress(Exception):
                return read()
            self.pump(1.0)
        return read()

    def find(self, start: Any, fits: Callable[[Any], bool]) -> Any:
        """Return the first object on screen that fits."""
        return next((one for one in self.walk(start) if fits(one) and self.shown(one)), None)

    def act(self, one: Any, wanted: str = "Press") -> bool:
        """Do an object's action of that name, or its first."""
        action = one.queryAction()
        names = [action.getName(place) for place in range(action.nActions)]
        return action.doAction(names.index(wanted) if wanted in names else 0)

    def name_begins(self, start: Any, words: str, *roles: str) -> Any:
        """Return the first object on screen whose name begins so, and that plays one of the roles if any is named."""
        return self.find(start, lambda one: one.name.startswith(words) and (not roles or one.getRoleName() in roles))

    def report(self, app: Any) -> None:
        """Say what is on screen, for whoever looks into a run that failed."""
        for one in self.walk(app):
            if self.shown(one) and one.name:
                sys.stderr.write(f"{one.getRoleName()}: {one.name[:80]}\n")

    def listen(self) -> None:
        """Hear announcements and changes of names."""
        for kind in EVENTS:
            self.atspi.Registry.registerEventListener(self._hear, kind)

    def _hear(self, event: Any) -> None:
        told = self.heard if "announcement" in event.type else self.changed
        told.append(str(event.any_data or getattr(event.source, "name", "")))


def keys(*names: str) -> None:
    """Press keys on the X server, as a keyboard does."""
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)


def typed(text: str) -> None:
    """Type a text."""
    subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)


def front(title: str) -> None:
    """Give the keyboard to a window; there is no window manager that would."""
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowfocus"], check=False)


def census(reader: Reader, app: Any) -> dict[str, Any]:
    """Count what is on screen, by role, and what can be used but has no name."""
    roles: Counter[str] = Counter()
    nameless = []
    for one in reader.walk(app):
        if not reader.shown(one):
            continue
        roles[one.getRoleName()] += 1
        usable = one.getState().contains(reader.atspi.STATE_FOCUSABLE)
        if usable and not one.name.strip() and one.getRoleName() not in ("table cell", "filler", "scroll pane"):
            nameless.append(f"{one.getRoleName()} in {one.parent.name if one.parent else ''}")
    return {"objects": sum(roles.values()), "roles": dict(roles.most_common(12)), "nameless": nameless}


def inside(python: str, language: str) -> int:
    """Start the program, use it from outside, tell what was found."""
    reader = Reader(importlib.import_module("pyatspi"))  # a system package that only this run needs
    reader.listen()
    with tempfile.TemporaryDirectory() as home:
        # Few draws: what is listened to is how the score is told, not how exact it is.
        settings = Path(home) / "config" / NAME / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"draws": 32, "language": language}), encoding="utf-8")
        # The home folder stays: the compiled kernel is kept there.
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_STATE_HOME": f"{home}/state",
        }
        start = "import sys; from dealbuilder import app; sys.exit(app.main(sys.argv[1:]))"
        program = subprocess.Popen([python, "-c", start, "--language", language], cwd=ROOT, env=surroundings)
        try:
            found = use(reader, language, Path(home))
        finally:
            program.terminate()
            program.wait(PATIENCE)
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    return 0 if found["exported"] and not any(place["nameless"] for place in found["screens"].values()) else 1


def use(reader: Reader, language: str, home: Path) -> dict[str, Any]:
    """Add a clause, change its level, read the score, open the study, read its table, export; by names alone."""
    app = reader.application()
    front(NAME)
    screens = {"start": reader.again(lambda: census(reader, app))}
    new = reader.wait(lambda: _enabled(reader, reader.name_begins(app, NEW[language], "push button", "button")))
    reader.wait(lambda: reader.act(new))
    card = reader.wait(lambda: reader.name_begins(app, f"{SUPPLY[language]}: "))
    first = reader.wait(lambda: _number(reader.name_begins(app, f"{SUPPLY[language]}: ")))
    screens["desk"] = reader.again(lambda: census(reader, app))
    front(NAME)
    keys("ctrl+f")
    reader.wait(lambda: reader.find(app, lambda one: _written_in(reader, one)))
    typed("white list" if language == "en" else "FDPR")
    reader.pump(1.0)
    if language == "zh":
        field = reader.wait(lambda: reader.find(app, lambda one: _written_in(reader, one)))
        field.queryEditableText().setTextContents(CLAUSE[language])
        reader.pump(1.0)
    keys("Down", "Return")
    level = reader.wait(
        lambda: reader.find(app, lambda one: one.getRoleName() == "slider" and CLAUSE[language] in one.name)
    )
    before = level.name
    keys("ctrl+2")
    reader.pump(0.5)
    keys("Right")
    reader.wait(lambda: level.name != before)
    after = level.name
    second = reader.wait(lambda: _changed(_number(reader.name_begins(app, f"{SUPPLY[language]}: ")), first))
    front(NAME)
    keys("ctrl+shift+w")
    chart = reader.wait(
        lambda: reader.find(app, lambda one: one.getRoleName() == "chart" and CLAUSE[language] in one.description)
    )
    table = reader.wait(lambda: _study_table(reader, app, language))
    screens["study"] = reader.again(lambda: census(reader, app))
    cells = [one.name for one in list(reader.walk(table, 1))[:6]]
    front(NAME)
    keys("Escape")
    reader.pump(0.5)
    path = home / "out.csv"
    front(NAME)
    keys("ctrl+e")
    reader.pump(0.5)
    reader.wait(lambda: reader.find(app, lambda one: _written_in(reader, one)))
    reader.pump(0.5)
    typed(str(path))
    reader.pump(0.3)
    keys("Return")
    reader.wait(path.exists)
    reader.pump(1.0)
    return {
        "language": language,
        "screens": screens,
        "first": first,
        "second": second,
        "level": [before, after],
        "card": [card.name, card.getRoleName()],
        "chart": [chart.name, chart.description[:120]] if chart else None,
        "cells": cells,
        "exported": path.stat().st_size,
        "announced": reader.heard[-8:],
        "names changed": len(reader.changed),
    }


def _study_table(reader: Reader, app: Any, language: str) -> Any:
    """Return the table of the study: one whose first cells name the clause."""
    tables = [one for one in reader.walk(app) if one.getRoleName() == "table" and reader.shown(one)]
    return next((one for one in tables if any(CLAUSE[language] in cell.name for cell in reader.walk(one, 1))), None)


def _written_in(reader: Reader, one: Any) -> bool:
    return one.getRoleName() in ("text", "entry") and one.getState().contains(reader.atspi.STATE_FOCUSED)


def _enabled(reader: Reader, one: Any) -> Any:
    return one if one is not None and one.getState().contains(reader.atspi.STATE_ENABLED) else None


def _number(card: Any) -> str:
    told = card.name.rpartition(": ")[2] if card is not None else ""
    return told if any(letter.isdigit() for letter in told) else ""


def _changed(now: str, before: str) -> str:
    return now if now and now != before else ""


if __name__ == "__main__":
    act = inside if os.environ.get(INSIDE) else outside
    sys.exit(act(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "en"))
