"""The study with its answers, the console, and the audience window with every scene."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dealbuilder.ui.stage.audience import Audience
from dealbuilder.ui.stage.deeds import Deed
from tests.ui.access.world import World
from tests.ui.stage.stagings import stagings, state

SCENES = (
    *("brief", "package", "package lit", "score", "score first", "score replay", "score hidden", "poll", "tally"),
    *("time", "time hidden", "compare", "compare two", "compare hidden", "map", "map replay", "map hidden"),
    *("why", "why cost", "why replay", "why hidden", "why not yet", "inject", "check", "dark", "dark empty"),
    *("curtain", "spotlight"),
)
"""One of every scene, and of every state that a scene can be in; a test holds them against the stagings."""


def study(world: World, id: str) -> QWidget:
    """The study at a question, with its answer."""
    world.commands.studying.open(id)
    world.rest()
    window = world.commands.studying.window
    assert window is not None
    window.resize(*world.dress.size)
    world.settle()
    return window


def console(world: World) -> QWidget:
    """The chair's window."""
    world.commands.do("present")
    world.rest()
    made = world.presenter.console
    made.resize(*world.dress.size)
    if world.state.document.plan is not None:
        world.presenter.do(Deed("step", 1))
        world.presenter.do(Deed("step", 1))
    world.rest()
    return made


def predicting(world: World) -> QWidget:
    """The chair's window while hands are counted."""
    made = console(world)
    world.presenter.do(Deed("predict"))
    world.rest()
    return made


def mark(world: World) -> QWidget:
    """Why this moment matters."""
    world.commands._room.dialogs.mark(world.window)
    world.settle()
    return world.dialogs()[-1]


def end(world: World) -> QWidget:
    """The question before a session is closed."""
    world.commands._room.dialogs.ask_end(world.window, lambda: None)
    world.settle()
    return world.dialogs()[-1]


def left_running(world: World) -> QWidget:
    """A session was left running."""
    world.commands._room.dialogs.ask_left_running(lambda: None, lambda: None)
    world.settle()
    return world.dialogs()[-1]


def keys(world: World) -> QWidget:
    """The keys of the room."""
    world.commands._room.dialogs.open("keys")
    world.settle()
    return world.dialogs()[-1]


def scene(world: World, name: str) -> QWidget:
    """The audience window with a scene, at the text size of the dress."""
    shown = state(world.catalogue, world.dress.language)
    staging = stagings(shown)[name]
    dress = replace(staging, dark=world.dress.theme == "dark", scale=world.dress.scale, still=True)
    window = Audience(world.window)
    window.resize(1280, 720)
    window.show_staging(shown, dress)
    window.show()
    world.settle(0)
    return window
