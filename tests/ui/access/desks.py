"""The main window's screens: the start screen and the desk in its states."""

from PySide6.QtWidgets import QWidget

from dealbuilder.errors import DealError
from tests.ui.access.world import World


def start(world: World) -> QWidget:
    """The start screen of a machine that has never opened a deal."""
    world.preferences.set(recent=())
    world.window.start.verticalScrollBar().setValue(0)
    return world.window


def recent(world: World) -> QWidget:
    """The start screen with files opened before."""
    world.preferences.set(
        recent=("/home/delegate/London.deal", "/home/delegate/a-long-name-of-a-folder/Geneva two.deal")
    )
    return world.window


def desk(world: World) -> QWidget:
    """The desk with its deal."""
    world.commands.studio.desk.focus_catalogue()
    world.rest()
    return world.window


def detail(world: World) -> QWidget:
    """The desk with the detail of a clause at the foot of the package."""
    place = world.commands.studio.desk
    place.focus_package()
    place.package.desk.show_detail(True)
    world.rest()
    return world.window


def notice(world: World) -> QWidget:
    """The desk with a notice that says what went wrong."""
    told = DealError(
        "The file could not be written.", "Choose another folder.", zh="文件无法写入。", zh_hint="请选择其他文件夹。"
    )
    world.commands.studio.refuse(told)
    world.rest()
    return world.window


def chart(world: World) -> QWidget:
    """The desk with its charts in front, the first one large."""
    world.commands.studio.desk.focus_charts()
    world.rest()
    return world.window


def heat(world: World) -> QWidget:
    """The desk with a heat map."""
    desk = world.commands.studio.desk
    desk.focus_charts()
    desk.charts.show_chart("heat:civil")
    world.rest()
    return world.window
