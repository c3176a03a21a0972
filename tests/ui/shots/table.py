"""Every picture of the manual and of the comparison of looks: which scenario makes it, and how to make them all."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from dealbuilder.ui.question import Answerer
from tests.ui.shots import desk, dialogs, room, study
from tests.ui.shots.held import Held, held

Scenario = Callable[[Held], Iterator[tuple[str, QImage]]]

SHOTS: dict[Scenario, tuple[str, ...]] = {
    desk.start: ("start",),
    desk.first_deal: ("first-empty", "first-search", "first-package", "first-scores"),
    desk.desk: ("desk", "catalogue", "package", "scoreboard", "charts"),
    desk.large: ("large-text",),
    dialogs.dialogs: (
        *(id.replace("_", "-") for id in dialogs.PLAIN),
        *("source-card", "manual", "versions"),
    ),
    study.study: tuple(f"study-{panel.id}" for panel in study.PANELS),
    room.dialogs: ("session", "seal", "proposal", "agreement", "kit", "rehearsal"),
    room.session: (*(f"scene-{name}" for name in room.SCENES), "console"),
    room.afterwards: ("tables", "debrief"),
}
"""The names of the pictures that each scenario yields, """

NAMES = tuple(name for names in SHOTS.values() for name in names)


def images(
    answerer: Answerer, language: str, theme: str = "light", wanted: Callable[[str], bool] = bool
) -> Iterator[tuple[str, QImage]]:
    """Yield the wanted pictures in one language and theme; a scenario without any is not played."""
    for scenario, names in SHOTS.items():
        if not any(map(wanted, names)):
            continue
        with held(answerer, language, theme) as program:
            for name, image in scenario(program):
                if wanted(name):
                    yield name, image
