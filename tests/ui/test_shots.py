"""The pictures of the manual: a quick one is made anew and looks like the one that is kept; a changed one does not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from dealbuilder import paths
from tests.ui.looks import differing
from tests.ui.shots.desk import desk, large, start
from tests.ui.shots.held import held
from tests.ui.shots.table import NAMES, SHOTS

WORST = 0.02


def kept(language: str, name: str) -> QImage:
    return QImage(str(paths.resources() / "manual" / language / "pictures" / f"{name}.png"))


def test_names_of_pictures_stand_once():
    assert len(set(NAMES)) == len(NAMES) == sum(len(names) for names in SHOTS.values())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scenario", [start, desk, large], ids=lambda scenario: scenario.__name__)
def test_start_screen_and_desk_look_as_their_pictures(qapp, answerer, language, scenario):
    with held(answerer, language) as program:
        apart = {name: differing(made, kept(language, name)) for name, made in scenario(program)}
    assert apart.keys() == set(SHOTS[scenario])
    # Whoever changes the looks on purpose runs packaging/make_pictures.py and looks at what it made.
    assert max(apart.values()) < WORST, apart


def test_a_moved_or_missing_part_is_seen_and_an_eye_is_not_harder_to_please():
    picture = kept("en", "desk").convertToFormat(QImage.Format.Format_RGB32)
    assert differing(picture, picture) == 0.0
    moved = QImage(picture.size(), QImage.Format.Format_RGB32)
    moved.fill(QColor("white"))
    painter = QPainter(moved)
    painter.drawImage(24, 0, picture)
    painter.end()
    assert differing(picture, moved) > WORST
    faint = picture.scaled(picture.size() * 2).scaled(picture.size())
    assert differing(picture, faint) < WORST
    assert differing(picture, picture.scaledToWidth(600)) == 1.0


def test_every_kept_picture_has_a_scenario_that_names_it():
    folder = Path(paths.resources()) / "manual"
    assert {path.stem for path in folder.glob("*/pictures/*.png")} == set(NAMES)
