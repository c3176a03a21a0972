import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dealbuilder import paths
from dealbuilder.model.house import Estimate, House, pooled
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.off_menu import LEVELS, MARKS, free_id, marked, measure
from dealbuilder.model.text import Text

CATALOGUE = load_catalogue(paths.resources())
CHANNEL = CATALOGUE.channel_by_id["document_relief"]


def estimate(low, likely, high, who=""):
    return Estimate(who=who, low=low, likely=likely, high=high)


def house(*first, second=()):
    return House(channel=CHANNEL.id, first=first, second=second)


def made(estimates, title="Share magnet data", **more):
    return measure("house_share", "china", title, estimates, CHANNEL, **more)


def test_that_the_second_round_counts_once_it_is_there():
    first, second = (estimate(0, 0.2, 1),), (estimate(0.3, 0.4, 0.5),)
    assert house(*first).pooled() == (0, 0.2, 1)
    assert house(*first, second=second).pooled() == (0.3, 0.4, 0.5)


def test_that_an_estimate_out_of_order_is_refused():
    with pytest.raises(ValidationError, match="likely"):
        estimate(0.5, 0.2, 1)


figures = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(st.tuples(figures, figures, figures).map(sorted), min_size=1, max_size=20))
def test_that_the_mean_of_ordered_estimates_is_ordered_and_lies_among_them(triples):
    estimates = tuple(estimate(*triple) for triple in triples)
    low, likely, high = pooled(estimates)
    assert low <= likely <= high
    slack = 1e-9 * max(1.0, *(abs(value) for triple in triples for value in triple))
    assert min(one.likely for one in estimates) - slack <= likely <= max(one.likely for one in estimates) + slack


def test_that_levels_are_the_pooled_figures_within_the_channels_bounds():
    found = made(house(estimate(-3, 0.5, 7)))
    assert [level.id for level in found.levels] == ["none", *LEVELS]
    assert [level.channels.get(CHANNEL.id) for level in found.levels] == [None, CHANNEL.low, 0.5, CHANNEL.high]
    assert found.grade == "D"


def test_that_the_title_says_house_estimate_in_both_languages_and_once():
    found = made(house(estimate(0, 0.5, 1)))
    assert found.title.en == "Share magnet data" + MARKS.en
    assert found.title.zh.endswith(MARKS.zh)
    assert marked(found.title) == found.title


def test_that_a_file_cannot_hide_that_a_clause_is_a_house_estimate():
    found = made(house(estimate(0, 0.5, 1))).model_copy(update={"title": Text(en="Official", zh="官方")})
    known = CATALOGUE.with_measures((found,))
    assert known.measure_by_id[found.id].title == Text(en="Official" + MARKS.en, zh="官方" + MARKS.zh)


def test_that_ids_are_free_and_made_of_letters():
    assert free_id("Share magnet data!", ()) == "house_share_magnet_data"
    assert free_id("磁体数据共享", ("house_clause",)) == "house_clause_2"
    assert made(house(estimate(0, 0.5, 1)), title="  磁体 ").title.en == "磁体" + MARKS.en
