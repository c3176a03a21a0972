"""The pictures of the manual: a quick one is made anew and looks like the one that is kept; a changed one does not."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from dealbuilder import paths
from tests.ui.looks import differing
from tests.ui.shots.desk import start
from tests.ui.shots.held import held
from tests.ui.shots.table import NAMES, SHOTS

WORST = 0.02


def kept(language: str, name: str) -> QImage:
    return QImage(str(paths.resources() / "manual" / language / "pictures" / f"{name}.png"))


def test_names_of_pictures_stand_once():
    assert len(set(NAMES)) == len(NAMES) == sum(len(names) for names in SHOTS.values())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_start_screen_looks_as_its_picture(qapp, answerer, language):
    with held(answerer, language) as program:
        (made,) = [image for _, image in start(program)]
    assert differing(made, kept(language, "start")) < WORST


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
