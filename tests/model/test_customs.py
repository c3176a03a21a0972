"""A table of months: what is taken, what is passed over with a notice, what is refused with a sentence."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbuilder.errors import DealError
from dealbuilder.model.customs import read

HEAD = "month,destination,tonnes\n"


def counts(text: str) -> list[tuple[str, str, float]]:
    return [(count.month, count.destination, count.tonnes) for count in read(text, "x.csv").counts]


def test_months_of_the_united_states_and_the_world_are_taken_in_order():
    text = HEAD + "2025-06,World,3188\n2025-05,United States,46.4\n2025-05,world,1238\n"
    assert counts(text) == [("2025-05", "us", 46.4), ("2025-05", "world", 1238.0), ("2025-06", "world", 3188.0)]


def test_other_columns_their_order_and_capitals_do_not_matter():
    text = "note,Tonnes,exact,MONTH,Destination\nx,590,yes,2025-08,US\n"
    assert counts(text) == [("2025-08", "us", 590.0)]


@pytest.mark.parametrize("period", ["2024-FY", "2024", "2025-01..02", "2025-H1", "2025-Q3"])
def test_longer_periods_are_passed_over_with_a_notice(period):
    found = read(f"{HEAD}{period},World,10\n2025-05,World,1238\n", "x.csv")
    assert len(found.counts) == 1
    assert "1 row(s) for periods longer than a month" in found.notices[0]


def test_countries_that_the_model_does_not_tell_apart_are_named():
    found = read(f"{HEAD}2025-05,Germany,209\n2025-05,Japan,1\n2025-05,World,1238\n", "x.csv")
    assert len(found.counts) == 1
    assert "not compared: Germany, Japan" in found.notices[0]


def test_a_row_without_a_figure_is_a_gap_and_no_zero():
    found = read(f"{HEAD}2025-05,World,\n2025-06,World,3188\n", "x.csv")
    assert [count.month for count in found.counts] == ["2025-06"]
    assert "without a figure" in found.notices[0]


def test_commas_that_part_thousands_are_read():
    assert counts(f'{HEAD}2025-05,World,"1,238.5"\n') == [("2025-05", "world", 1238.5)]


@pytest.mark.parametrize("figure", ["many", "-3", "nan", "inf", "1e999", "0x10", '"1,23"', "12 t"])
def test_a_figure_that_is_none_is_refused_with_its_line(figure):
    with pytest.raises(DealError, match=r"x\.csv, line 3: .* is no quantity in tonnes"):
        read(f"{HEAD}2025-05,World,1\n2025-06,World,{figure}\n", "x.csv")


@pytest.mark.parametrize("month", ["2025-13", "2025-00", "May 2025", "25-05", "2025/05", ""])
def test_a_month_that_is_none_is_refused_with_its_line(month):
    with pytest.raises(DealError, match=r"line 2: .* is not a month written YYYY-MM"):
        read(f"{HEAD}{month},World,1\n", "x.csv")


def test_a_month_told_twice_is_refused():
    with pytest.raises(DealError, match="line 3: 2025-05 stands twice for World"):
        read(f"{HEAD}2025-05,World,1\n2025-05,World,2\n", "x.csv")


@pytest.mark.parametrize("text", ["", "\n", "month;destination;tonnes\n2025-05;World;1\n", "date,place,t\n1,2,3\n"])
def test_a_table_without_the_columns_is_refused_by_their_names(text):
    with pytest.raises(DealError, match="lacks the column"):
        read(text, "x.csv")


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_the_reader(text):
    for candidate in (text, HEAD + text):
        with contextlib.suppress(DealError):
            assert read(candidate, "x.csv").counts is not None
