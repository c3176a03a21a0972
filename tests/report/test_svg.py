"""SVG pictures: deterministic, well formed, text as text, labels apart."""

import itertools
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from dealbuilder.report import figures, svg, theme
from dealbuilder.report.drawing import chart as chart_drawing
from dealbuilder.report.drawing import pen
from dealbuilder.report.figure import Chart, Line
from tests.report import fixtures
from tests.report.test_figures import EVERY

TEXT = "{http://www.w3.org/2000/svg}text"


def _drawn(name, language="en", style="print", size=(480, 160)):
    figure = figures.named(fixtures.catalogue(), fixtures.evaluation(), name, language)
    return svg.draw(figure, theme.load(style), *size)


@pytest.mark.parametrize("name", EVERY)
def test_a_picture_is_the_same_every_time_and_well_formed(name):
    assert _drawn(name) == _drawn(name)
    root = ET.fromstring(_drawn(name))
    assert root.get("aria-label")
    assert "nan" not in _drawn(name)
    assert list(root.iter(TEXT))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["supply", "heat:civil", "bars:stages"])
def test_text_stays_text_in_a_font_that_has_its_letters(name, language):
    texts = list(ET.fromstring(_drawn(name, language)).iter(TEXT))
    assert texts
    for text in texts:
        chinese = any(char >= "\u2e80" for char in text.text or "")
        assert text.get("font-family") == (pen.CHINESE if chinese else pen.LATIN)


def test_themes_change_colours_and_nothing_else():
    light, dark = (_drawn("supply", style=style) for style in ("light", "dark"))
    assert light != dark
    assert [t.text for t in ET.fromstring(light).iter(TEXT)] == [t.text for t in ET.fromstring(dark).iter(TEXT)]


@pytest.mark.parametrize("size", [(480, 160), (160, 86), (240, 110), (1200, 500)])
@pytest.mark.parametrize("name", EVERY[:16])
def test_text_stays_inside_the_picture(name, size):
    for text in ET.fromstring(_drawn(name, size=size)).iter(TEXT):
        assert 0 <= float(text.get("x", "-1")) <= size[0] + 0.5
        assert 0 <= float(text.get("y", "-1")) <= size[1] + 0.5


def test_labels_at_line_ends_never_stand_on_each_other():
    for wanted in itertools.product((10.0, 11.0, 50.0, 98.0), repeat=3):
        places = sorted(chart_drawing.spread(list(wanted), 12, 0, 100))
        assert all(after - before >= 12 - 1e-9 for before, after in itertools.pairwise(places))
        assert places[0] >= -1e-9
        assert places[-1] <= 100 + 1e-9


def test_every_cell_of_a_heat_map_prints_its_value():
    grid = figures.heat_grid(fixtures.catalogue(), fixtures.evaluation(), "military", "en")
    texts = [t.text for t in ET.fromstring(svg.draw(grid, theme.load("dark"), 520, 190)).iter(TEXT)]
    printed = sum(1 for text in texts if text is not None and text.isdigit())
    assert printed == np.count_nonzero(~np.isnan(grid.values))
    assert texts.count("·") == np.count_nonzero(np.isnan(grid.values))


def test_words_of_the_deal_cannot_become_markup():
    line = Line("<script>&", np.array([0.0, 1.0]), np.array([1.0, 2.0]), "package")
    chart = Chart('"quoted" <b>', "%", (line,), (), (), (0.0, 1.0), (0.0, 2.0), 0.0, 'alt "<&>"')
    root = ET.fromstring(svg.draw(chart, theme.load("print"), 200, 100))
    assert root.get("aria-label") == 'alt "<&>"'
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_a_gap_in_a_line_lifts_the_pen():
    drawn = pen.polyline([(0, 0), (1, 1), (2, float("nan")), (3, 1)], "#000000", 1)
    assert drawn.count("M") == 2
