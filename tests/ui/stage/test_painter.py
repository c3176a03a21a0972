"""Bold Chinese is painted once: its outline and its filling stand in the same place, whatever fonts a line mixes."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.marks import Words
from dealbuilder.ui.stage.painter import _words, theme_of

PX, TALL = 51.0, 70.0
DARK = 100
SLACK = 2.0
"""Pixels by which edges may be blurred."""


def _dark(image: QImage) -> set[tuple[int, int]]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y).lightness() < DARK}


class Sheet(QWidget):
    """A window whose font has figures of one width, as the program's has: a painter on it inherits that."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        made = self.font()
        made.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(made)
        self.resize(1000, int(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = Words((10.0, 0.0, 980.0, TALL), (self._words,), PX, self._words, bold=True)
        _words(painter, mark, theme_of(dark=False))
        painter.end()


@pytest.mark.parametrize("words", ["0.0点", "第2轮：8.5个百分点，11至17"])
def test_a_line_of_two_scripts_leaves_no_ink_beside_its_outline(qtbot, words):
    sheet = Sheet(words)
    qtbot.addWidget(sheet)
    base = PX * (lettering.BASE if TALL > PX * (lettering.LINE - 0.01) else lettering.TIGHT_BASE)
    path = QPainterPath()
    path.addText(QPointF(10.0, base), lettering.font(PX, True, "han"), words)
    outline = QImage(1000, int(TALL), QImage.Format.Format_RGB32)
    outline.fill(QColor("white"))
    painter = QPainter(outline)
    painter.strokePath(path, QPen(QColor("black"), PX * lettering.THICKER + SLACK))
    painter.fillPath(path, QColor("black"))
    painter.end()
    ink = _dark(sheet.grab().toImage())
    assert ink
    assert not ink - _dark(outline)
