"""Figures are plain data that say in words what they show."""

import math

import numpy as np
import pytest

from dealbuilder.errors import DealError
from dealbuilder.report import axes, figures
from dealbuilder.report.figure import Bars, Chart, Grid
from tests.report import fixtures

EVERY = [
    *(series for series, *_ in fixtures.SERIES),
    "heat:civil",
    "heat:dual_use",
    "heat:military",
    "bars:classes",
    "bars:stages",
    "bars:sources",
    "bars:fronts",
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", EVERY)
def test_every_figure_says_what_it_shows_with_numbers(name, language):
    figure = figures.named(fixtures.catalogue(), fixtures.evaluation(), name, language)
    assert len(figure.alt) > 30
    assert any(char.isdigit() for char in figure.alt)
    assert "nan" not in figure.alt
    assert ("，" in figure.alt or "；" in figure.alt or "：" in figure.alt) == (language == "zh")


def test_a_chart_tells_signing_month_twelve_and_month_sixty():
    chart = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), "supply", "en")
    assert "At signing in Jul 2025 the baseline stands at 44.0%." in chart.alt
    assert (
        "In Jul 2026, 12 months after signing, the package gives 62.2% (54.2 to 70.2%), the baseline 48.4%."
        in chart.alt
    )
    assert "In Jul 2030, 60 months after signing" in chart.alt


def test_observed_months_stand_in_their_own_month_beside_the_model():
    chart = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), "magnets_us", "en")
    seen = next(line for line in chart.lines if line.role == "observed")
    assert seen.marker == "dot"
    assert seen.x.tolist() == list(range(-6, 4))
    assert "10 observed months from Jan 2025 to Oct 2025" in chart.alt
    header, rows = figures.table_twin(chart, "en")
    assert header == ("Month", "Baseline", "Package", "Observed", "5th percentile", "95th percentile")
    by_month = {row[0]: row for row in rows}
    assert by_month["2025-01"][3] == pytest.approx(1.0)
    assert math.isnan(by_month["2026-01"][3])
    assert len(rows) == 80


def test_a_fixed_range_stays_fixed_and_never_cuts_anything_off():
    chart = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), "supply", "en")
    assert chart.y_range == (0.0, 100.0)
    for series, *_ in fixtures.SERIES:
        chart = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), series, "en")
        low, high = chart.y_range
        for values in (*(line.y for line in chart.lines), *(band.low for band in chart.bands)):
            assert np.nanmin(values) >= low
            assert np.nanmax(values) <= high


def test_chinese_charts_count_money_in_the_unit_they_name():
    english = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), "revenue_us", "en")
    chinese = figures.series_chart(fixtures.catalogue(), fixtures.evaluation(), "revenue_us", "zh")
    assert (english.unit, chinese.unit) == ("USD bn a month", "亿美元/月")
    assert chinese.lines[1].y == pytest.approx(english.lines[1].y * 10)


def test_a_heat_map_names_its_lowest_cell_and_marks_it():
    evaluation = fixtures.evaluation()
    grid = figures.heat_grid(fixtures.catalogue(), evaluation, "civil", "en")
    assert grid.worst is not None
    assert grid.values[grid.worst] == np.nanmin(grid.values)
    assert f"Lowest: {grid.rows[grid.worst[0]]} for" in grid.alt


def test_an_empty_heat_map_says_so():
    evaluation = fixtures.evaluation()
    nothing = evaluation.heat[0].values * math.nan
    object.__setattr__(evaluation.heat[0], "values", nothing)
    assert figures.heat_grid(fixtures.catalogue(), evaluation, "civil", "en").alt.endswith("No combination is needed.")


def test_bars_against_the_baseline_of_nought_show_no_reference():
    assert figures.front_bars(fixtures.catalogue(), fixtures.evaluation(), "en").reference == ()
    header, rows = figures.table_twin(figures.headline_bars(fixtures.catalogue(), fixtures.evaluation(), "en"))
    assert header == ("Item", "mean", "5th percentile", "95th percentile", "Baseline")
    assert rows[0][:2] == ("All users", 71.24)


def test_figures_are_of_the_three_kinds():
    kinds = {type(figures.named(fixtures.catalogue(), fixtures.evaluation(), name, "en")) for name in EVERY}
    assert kinds == {Chart, Grid, Bars}


def test_an_unknown_chart_is_answered_with_the_names_there_are():
    with pytest.raises(DealError) as raised:
        figures.named(fixtures.catalogue(), fixtures.evaluation(), "heat:martian", "en")
    assert "heat:martian" in raised.value.message
    assert "heat:military" in raised.value.hint


def test_axes_step_in_numbers_people_read():
    assert axes.ticks(0, 100) == (0, 20, 40, 60, 80, 100)
    assert axes.nice(0.3, 9.7) == (0, 10)
    low, high = axes.nice(5, 5)
    assert low < 5 < high
    assert axes.nice(math.nan, 3) == (0.0, 1.0)
    assert axes.digits((0.25, 0.5)) == 2
