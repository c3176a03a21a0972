"""The window's root: Qt first, then everything else in a thread while the start screen is already up."""

import argparse
import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from dealbuilder import paths, settings
from dealbuilder.document.examples import examples
from dealbuilder.errors import DealError
from dealbuilder.report.care.marker import Marker
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, icons
from dealbuilder.ui.application import Application, local
from dealbuilder.ui.care.home import home
from dealbuilder.ui.care.keeper import NO_DISPLAY, Keeper, no_display
from dealbuilder.ui.care.messages import Messages
from dealbuilder.ui.first_paint import FirstPaint
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.tidy import Tidy
from dealbuilder.ui.window import Window

EXAMPLE = "example:"
translate = QCoreApplication.translate


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dealbuilder", description="Open the workbench.")
    parser.add_argument("deal", nargs="?", default="", metavar="FILE", help="a .deal file, its PDF, or example:NAME")
    parser.add_argument("--new", action="store_true", help="begin with a new deal")
    hidden = argparse.SUPPRESS
    parser.add_argument("--shot", default="", help=hidden)
    parser.add_argument("--smoke", default="", help=hidden)
    parser.add_argument("--size", default="1440x900", help=hidden)
    parser.add_argument("--theme", default="", choices=("", "light", "dark"), help=hidden)
    parser.add_argument("--language", default="", choices=("", "en", "zh"), help=hidden)
    parser.add_argument("--scale", type=float, default=0.0, help=hidden)
    return parser.parse_args(list(argv))


def has_display() -> bool:
    """Say whether Qt will find something to draw on; only X11 and Wayland systems can lack it."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _keep(chosen: Settings) -> None:
    # Preferences that cannot be written are no reason to trouble anybody at work.
    with contextlib.suppress(OSError):
        settings.save(paths.config_folder(), chosen)


def _forget(chosen: Settings) -> None:
    """Keep nothing: a picture is no preference."""


def _ready(tick: Tick) -> Any:
    # The model, its libraries, pyqtgraph and the panes take far longer to import than Qt; imported here, in a thread,
    # they let the first window paint at once. They are named, not imported, for the same reason.
    return importlib.import_module("dealbuilder.ui.ready").prepare(paths.resources())


def main(argv: Sequence[str]) -> int:
    """Run the workbench and return its exit code."""
    wanted = _arguments(argv)
    if wanted.shot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 1
    marker = Marker()
    messages = Messages(partial(no_display, marker))
    messages.install()
    unattended = bool(wanted.shot or wanted.smoke)
    if not unattended:
        marker.begin()
    # Only dialogs of our own can be walked through.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, bool(wanted.smoke))
    app = Application()
    keeper = Keeper(app, messages, marker, unattended=unattended)
    keeper.begin()
    try:
        return Program(app, wanted, keeper).run()
    except Exception as error:
        return keeper.failed(error)
    finally:
        keeper.end()


class Program:
    """Everything that lives as long as the application; quits in order."""

    def __init__(self, app: Application, wanted: argparse.Namespace, keeper: Keeper) -> None:
        self.app = app
        self.wanted = wanted
        loaded = settings.load(paths.config_folder())
        missing = fonts.load()
        icons.register()
        self.interpreter = Interpreter(app, paths.resources() / "i18n")
        chosen = loaded.settings.model_copy(update=_overrides(wanted))
        self.preferences = Preferences(app, self.interpreter, chosen, _forget if wanted.shot or wanted.smoke else _keep)
        self.runner = Runner(app)
        self.window = Window()
        self.commands: Any = None
        self.keeper = keeper
        keeper.rescue, keeper.home = self._rescue, self._home
        keeper.guard.repeated.connect(self.window.notices.say)
        self.window.asked.connect(keeper.trail.action)
        self.tidy = Tidy(app)
        self.tidy.start()
        app.aboutToQuit.connect(self._quit)
        app.wanted.connect(self._open)
        self.preferences.changed.connect(self._follow)
        self._notices = [one.get(self.preferences.language) for one in loaded.notices]
        if missing:
            names = ", ".join(missing)
            self._notices.append(
                translate(
                    "Program", "Fonts are missing ({names}); the system's stand in. Install dealbuilder again."
                ).format(names=names)
            )

    def run(self) -> int:
        """Show the window, load the rest beside it, and stay until the window closes."""
        window = self.window
        window.restore(self.preferences.settings.geometry)
        for notice in self._notices:
            window.notices.say(notice)
        window.start.speak(self.preferences.language)
        window.start.show_recent(self.preferences.settings.recent)
        self._show_examples()
        window.start.show_state(translate("Program", "Loading the catalogue and the model…"))
        window.start.hold(True)
        if self.wanted.smoke:
            FirstPaint(window)
        window.show()
        self.runner.start("load", _ready, self._loaded, self._not_loaded)
        return self.app.exec()

    def _show_examples(self) -> None:
        try:
            self.window.start.show_examples(examples(paths.resources() / "examples"))
        except DealError as error:
            self.window.notices.say_error(error)

    def _loaded(self, ready: Any) -> None:
        window = self.window
        self.commands = ready.open(window, self.runner, self.preferences)
        self.commands.studio.desk.intent.connect(self.keeper.trail.intent)
        window.start.hold(False)
        window.start.show_state("")
        window.enable(frozenset())
        if self.wanted.deal:
            self._open(self.wanted.deal)
        elif self.wanted.new:
            self.commands.new()
        if not self.wanted.shot and not self.wanted.smoke:
            ready.look_back(self.commands, window, self.runner)
        if self.wanted.smoke:
            ready.smoke(self.commands, self.app, Path(self.wanted.smoke))
        if self.wanted.shot:
            ready.shoot(self.commands, self.app, Path(self.wanted.shot), self.wanted.size)

    def _open(self, deal: str) -> None:
        """Open a file or an example, or keep it in mind until the model is there."""
        if self.commands is None:
            self.wanted.deal = deal
        elif deal.startswith(EXAMPLE):
            self._open_example(deal.removeprefix(EXAMPLE))
        else:
            self.commands.open_path(local(deal))

    def _open_example(self, id: str) -> None:
        try:
            known = {one.id: one for one in examples(paths.resources() / "examples")}
        except DealError as error:
            self.window.notices.say_error(error)
            return
        if id in known:
            self.commands.open_example(known[id])
        else:
            self.window.notices.say(translate("Program", "There is no example of that name: {id}.").format(id=id))

    def _not_loaded(self, error: DealError) -> None:
        self.window.start.show_state("")
        self.window.notices.say_error(error)
        if self.wanted.shot or self.wanted.smoke:
            sys.stderr.write(f"{error.told(self.preferences.language)}\n")
            self.app.exit(1)

    def _follow(self, chosen: Settings) -> None:
        self.window.start.speak(self.preferences.language)

    def _rescue(self) -> str:
        return self.commands.studio.papers.rescue() if self.commands is not None else ""

    def _home(self) -> QWidget:
        return home(self.window)

    def _quit(self) -> None:
        """Stop threads first, so that nobody speaks to a window that is gone."""
        self.runner.stop()
        self.tidy.stop()


def _overrides(wanted: argparse.Namespace) -> dict[str, object]:
    """Return the preferences that the command line sets for this run."""
    chosen: dict[str, object] = {}
    if wanted.theme:
        chosen["theme"] = wanted.theme
    if wanted.language:
        chosen["language"] = wanted.language
    if wanted.scale:
        chosen["text_scale"] = min(max(wanted.scale, 0.8), 2.0)
    return chosen
