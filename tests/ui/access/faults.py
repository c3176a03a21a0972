"""What is seen after a fault and by whoever looks for one; and the tour of who is new."""

from PySide6.QtWidgets import QWidget

from dealbuilder.ui.care.dialog import CrashDialog, Rescue
from dealbuilder.ui.care.left_over_dialog import LeftOverDialog
from tests.ui.access.forms import shown
from tests.ui.access.world import World


def crash(world: World) -> QWidget:
    """A fault of ours, and another since."""
    path = str(world.folder / "crash.txt")
    dialog = CrashDialog("…", Rescue("aside", str(world.folder / "aside.deal")), path, world.window)
    dialog.add(1, "…")
    return shown(world, dialog)


def left_over(world: World) -> QWidget:
    """The last time was no end."""
    return shown(world, LeftOverDialog("…", str(world.folder / "crash.txt"), 2, world.window))


def computer(world: World) -> QWidget:
    """What the program stands on here."""
    dialog = world.ask("computer")
    world.wait(dialog.copy.isEnabled)
    world.rest()
    return dialog


def tour(world: World) -> QWidget:
    """The second stop of the tour, where both ways are open."""
    world.commands.do("tour")
    world.rest()
    tour = world.commands._touring
    tour.go(1)
    world.settle()
    return tour
