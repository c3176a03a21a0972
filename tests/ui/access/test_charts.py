"""Every chart can be told by people who see fewer colours, and read as a table by those who see none."""

import math
from typing import get_args

import numpy as np
import pytest

from dealbuilder.report import figures, svg, theme
from dealbuilder.report.figure import Figure, Grid
from tests.ui.access import colours, samples, sighted

FIGURES = samples.every()
PARTIES = 20.0
"""CIEDE2000 that the two parties keep from each other with every sight but that without any colour."""


@pytest.fixture(params=theme.NAMES)
def dress(request):
    return theme.load(request.param)


def test_there_is_a_sample_of_every_kind_of_figure():
    assert {type(one) for one in FIGURES.values()} == set(get_args(Figure))


@pytest.mark.parametrize("name", FIGURES)
def test_no_two_meanings_of_a_chart_differ_by_a_colour_that_some_cannot_see(name, dress):
    assert not list(sighted.alike(FIGURES[name], dress))


def test_a_chart_that_tells_by_colour_alone_would_be_found(dress, monkeypatch):
    drawn = {dress.us.lower(): {"fill rect"}, dress.china.lower(): {"fill rect"}}
    monkeypatch.setattr(sighted, "signs", lambda picture: drawn)
    (found,) = sighted.alike(FIGURES["supply"], dress)
    assert "grey" in found


def test_the_parties_are_told_apart_with_every_sight_that_has_colours(dress):
    us, china = colours.rgb(dress.us), colours.rgb(dress.china)
    for sight in set(colours.SIGHTS) - {"grey"}:
        assert colours.difference(colours.seen_as(us, sight), colours.seen_as(china, sight)) >= PARTIES, sight


def test_the_steps_of_the_heat_map_keep_their_order_with_every_sight(dress):
    for sight in colours.SIGHTS:
        light = [colours.lab(colours.seen_as(colours.rgb(step), sight))[0] for step in dress.ramp]
        rising = np.diff(light if not dress.dark else light[::-1])
        assert (rising > 1.0).all(), (sight, light)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_chart_has_a_table_with_every_number_it_draws(name, language):
    header, rows = figures.table_twin(FIGURES[name], language)
    assert len(rows) >= 1
    assert {len(row) for row in rows} == {len(header)}
    assert all(isinstance(head, str) and head for head in header)
    figure = FIGURES[name]
    if isinstance(figure, Grid):
        told = [value for row in rows for value in row[1:] if isinstance(value, float) and not math.isnan(value)]
        assert len(told) == int(np.isfinite(figure.values).sum())


@pytest.mark.parametrize("name", FIGURES)
def test_every_chart_carries_its_meaning_in_words(name):
    figure = FIGURES[name]
    assert figure.alt
    assert figure.alt in svg.draw(figure, theme.load("print"), 300, 200).replace("&#x27;", "'").replace("&amp;", "&")


def test_marks_and_lines_stand_out_from_their_ground(dress):
    for role in sighted.ROLES:
        for ground in ("background", "surface"):
            assert colours.contrast(colours.rgb(dress.colour(role)), colours.rgb(dress.colour(ground))) >= 3.0, role


def test_edges_of_fields_and_the_ring_of_the_focus_stand_out_from_what_is_beside_them(dress):
    for role in ("edge", "focus"):
        for ground in ("background", "surface", "raised"):
            assert colours.contrast(colours.rgb(dress.colour(role)), colours.rgb(dress.colour(ground))) >= 3.0, role


def test_the_measure_of_difference_is_that_of_its_paper():
    """Three of the pairs that Sharma, Wu and Dalal print, by way of their Lab values."""
    for one, other, wanted in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ):
        assert colours.apart(np.array(one), np.array(other)) == pytest.approx(wanted, abs=1e-4)


def test_a_colour_that_nobody_lacks_stays_and_grey_has_no_colour():
    plain = colours.rgb("#a83518")
    assert colours.seen_as(plain, "full") == pytest.approx(plain, abs=1e-6)
    grey = colours.seen_as(plain, "grey")
    assert np.ptp(grey) == pytest.approx(0.0, abs=1e-9)
    assert colours.contrast(colours.rgb("#000000"), colours.rgb("#ffffff")) == pytest.approx(21.0)
