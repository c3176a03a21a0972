"""Questions to the room: five ranges in round numbers around where an indicator stands, or five words."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.analysis.evaluation import Score
from dealbuilder.document.session import HANDS
from dealbuilder.ui.stage.asking import asking, edges, ranges, round_up, words
from tests.report import fixtures


def score(mean: float, low: float, high: float, unit: str = "%") -> Score:
    return Score("x", unit, 0.0, mean, low, mean, high, 0.1)


def test_edges_are_round_and_the_mean_lies_in_the_middle_answer():
    assert edges(score(71.24, 58.0, 80.0)) == (60.0, 70.0, 80.0, 90.0)
    assert edges(score(1.83, 0.7, 2.9, "index points")) == (0.0, 1.0, 2.0, 3.0)


def test_shares_stay_between_nothing_and_all():
    for mean, low, high in ((98.0, 90.0, 100.0), (1.0, 0.0, 6.0), (50.0, 0.0, 100.0)):
        found = edges(score(mean, low, high))
        assert 0.0 < found[0] < found[-1] <= 100.0


def test_what_has_no_number_has_no_edges_and_is_asked_in_words():
    assert edges(score(float("nan"), float("nan"), float("nan"))) == ()
    catalogue, evaluation = fixtures.catalogue(), fixtures.evaluation()
    assert asking(catalogue, None, "supply_restored", "en").answers == words()
    known = asking(catalogue, evaluation, "supply_restored", "en")
    assert len(known.answers) == HANDS
    assert known.edges == edges(evaluation.score("supply_restored"))


def test_a_figure_without_a_band_gets_answers_a_tenth_of_it_wide():
    assert edges(score(86.0, 86.0, 86.0, "month")) == (70.0, 80.0, 90.0, 100.0)
    assert edges(score(0.0, 0.0, 0.0, "index points")) == (-0.1, 0.0, 0.1, 0.2)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_names_its_unit(language):
    found = ranges((10.0, 12.5, 15.0, 17.5), "%", language)
    assert len(found) == HANDS
    assert all("%" in one for one in found)
    assert "12.5" in found[1]


def test_negative_values_carry_their_sign():
    assert "−5" in ranges((-5.0, 0.0, 5.0, 10.0), "index points", "en")[0]


@given(mean=st.floats(-1e6, 1e6), half=st.floats(0, 1e6), unit=st.sampled_from(["%", "USD bn", "month"]))
@settings(deadline=None, derandomize=True)
def test_edges_always_ascend_in_equal_steps(mean, half, unit):
    found = edges(score(mean, mean - half, mean + half, unit))
    steps = [second - first for first, second in itertools.pairwise(found)]
    assert all(step > 0 for step in steps)
    assert max(steps) == pytest.approx(min(steps), rel=1e-6)


@given(width=st.floats(1e-6, 1e9))
@settings(derandomize=True)
def test_round_numbers_are_no_smaller_and_at_most_two_and_a_half_times_as_large(width):
    assert width * (1 - 1e-6) <= round_up(width) <= 2.5 * width


def test_an_indicator_of_another_language_is_asked_about_in_that_language():
    catalogue = fixtures.catalogue()
    label = catalogue.indicator_by_id["supply_restored"].label
    assert label.zh in asking(catalogue, replace(fixtures.evaluation()), "supply_restored", "zh").question
