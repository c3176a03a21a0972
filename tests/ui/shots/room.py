"""Pictures of the room: set-up, console, what the audience sees, and the papers before and after."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document import file
from dealbuilder.document.examples import example
from dealbuilder.document.package_edits import AddPackage, SelectPackage
from dealbuilder.report.debrief.debrief import debrief, scored
from dealbuilder.ui.dialogs.debrief import DebriefDialog
from dealbuilder.ui.dialogs.session import SessionDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.tabling import Tabling, open_tables
from tests.document.rooms import played
from tests.ui.shots.dialogs import shot
from tests.ui.shots.held import Held, grabbed

Shots = Iterator[tuple[str, QImage]]
AUDIENCE = (960, 540)
CONSOLE = (1280, 800)
SCENES = ("brief", "package", "tally", "score", "time", "map", "why", "inject", "check", "dark", "curtain")
"""What the room sees, in the order in which the pictures are taken."""
TABLES = ("essay_minimal", "london_h20", "busan", "truce_framework")
BESIDE = ("essay_full", "london_h20")
ROUND_ONE, REVEAL, NEWS = 3, 4, 5
"""Stages of the ninety minutes."""
HANDS = (1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3)


def set_up(program: Held) -> None:
    """Choose the session of ninety minutes with scores after a reveal."""
    program.open("essay_minimal")
    program.commands.do("session")
    dialog = program.dialog(SessionDialog)
    dialog.radios["after_reveal"].setChecked(True)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    program.idle()


def dialogs(program: Held) -> Shots:
    """The dialogs around a session."""
    set_up(program)
    for id, name in (("session", "session"), ("seal", "seal"), ("propose", "proposal"), ("agree", "agreement")):
        program.commands.do(id)
        yield name, shot(program)
    program.commands.do("kit")
    yield "kit", shot(program)
    program.commands.do("rehearse")
    yield "rehearsal", shot(program)


def beside(program: Held, id: str) -> None:
    """Add the package of a shipped deal, and go back to the one before."""
    shipped = example(paths.resources() / "examples", id).path_in(program.language)
    document, active = file.load(shipped).history.document, program.bench.state.document.active
    package = document.package().model_copy(update={"id": id, "name": document.title})
    program.bench.handle(Do(AddPackage(package=package)))
    program.bench.handle(Do(SelectPackage(package=active)))
    program.idle()


def session(program: Held) -> Shots:
    """The console in the middle of a session, and what the room sees, scene by scene."""
    set_up(program)
    for id in BESIDE:
        beside(program, id)
    program.commands.do("present")
    presenter = program.commands._room.presenter
    audience, console = presenter.audience, presenter.console
    console.resize(*CONSOLE)
    audience.setMinimumSize(*AUDIENCE)
    audience.resize(*AUDIENCE)

    def does(name: str, value: object = None) -> None:
        presenter.do(Deed(name, value))

    def seen(scene: str = "") -> QImage:
        if scene:
            does("scene", scene)
        program.idle()
        return grabbed(audience)

    does("begin")
    does("go", 0)
    presenter._beats.stop()
    does("timer")
    yield "scene-brief", seen()
    does("go", ROUND_ONE)
    does("timer")
    does("move", "china")
    yield "scene-package", seen("package")
    does("go", REVEAL)
    does("timer")
    does("predict")
    for hand in HANDS:
        does("hand", hand)
    yield "scene-tally", seen()
    yield "console", grabbed(console)
    does("reveal")
    yield "scene-score", seen("score")
    yield "scene-time", seen("time")
    own = program.bench.state.document.active
    for id in (*BESIDE, own):
        # The room compares what it has been shown, and nothing else.
        program.bench.handle(Do(SelectPackage(package=id)))
        program.idle()
        does("reveal")
    yield "scene-map", seen("map")
    yield "scene-why", seen("why")
    does("go", NEWS)
    does("timer")
    does("inject")
    yield "scene-inject", seen()
    yield "scene-check", seen("check")
    does("scene", "score")
    does("predict")
    does("black")
    yield "scene-dark", seen()
    does("black")
    does("curtain")
    yield "scene-curtain", seen()
    presenter.stop()


def afterwards(program: Held) -> Shots:
    """The tables of a room, and a debrief."""
    program.open("essay_minimal")
    open_tables(program.commands.studio)
    tabling = program.commands.studio.findChild(Tabling)
    with tempfile.TemporaryDirectory() as folder:
        for number, id in enumerate(TABLES, 1):
            shipped = example(paths.resources() / "examples", id).path_in(program.language)
            Path(folder, f"{number}.deal").write_bytes(shipped.read_bytes())
        tabling.add(tuple(sorted(Path(folder).glob("*.deal"))))
        program.idle()
        yield "tables", shot(program)
    room, catalogue = played(), program.bench.catalogue
    told = debrief(catalogue, room.document, tuple(room.entries))
    dialog = DebriefDialog(scored(told, Evaluator(catalogue), draws=64), program.language, program.window)
    dialog.open()
    dialog.film.go(6)
    yield "debrief", shot(program)
