"""Pictures of the start screen and of the desk."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from tests.ui.shots.held import Held, grabbed
from tests.ui.shots.marks import numbered, place

Shots = Iterator[tuple[str, QImage]]
WHITE_LIST = {"en": "white list", "zh": "白名单"}


def start(program: Held) -> Shots:
    """The start screen."""
    yield "start", grabbed(program.window)


def first_deal(program: Held) -> Shots:
    """The steps of the first deal: search, add, pick levels, read."""
    program.new()
    desk = program.commands.studio.desk
    yield "first-empty", grabbed(program.window)
    desk.catalogue.search.setText(WHITE_LIST[program.language])
    program.idle()
    yield "first-search", grabbed(desk.catalogue)
    desk.catalogue.search.clear()
    program.add("cn_whitelist", "most")
    program.add("rescind_ai_letters", "h20_capped")
    yield "first-package", grabbed(desk.package)
    yield "first-scores", grabbed(desk.scoreboard)


def desk(program: Held) -> Shots:
    """The desk with the essay's package, whole and pane by pane."""
    program.open("essay_minimal")
    window, desk = program.window, program.commands.studio.desk
    points = (
        place(desk.header, window, 0.27, 0.3),
        place(desk.catalogue, window, 0.5, 0.03),
        place(desk.package, window, 0.5, 0.035),
        place(desk.scoreboard, window, 0.55, 0.025),
        place(desk.charts, window, 0.95, 0.35),
        place(window.statusBar(), window, 0.45, 0.5),
    )
    yield "desk", numbered(grabbed(window), points)
    yield "catalogue", grabbed(desk.catalogue)
    yield "package", grabbed(desk.package)
    yield "scoreboard", grabbed(desk.scoreboard)
    yield "charts", grabbed(desk.charts)


def large(program: Held) -> Shots:
    """The desk in the dark theme with text at 160 %: panes become tabs."""
    program.open("essay_minimal")
    program.preferences.set(theme="dark", text_scale=1.6)
    program.idle()
    yield "large-text", grabbed(program.window)
