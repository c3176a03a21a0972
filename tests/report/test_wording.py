"""Numbers, units and months in words, in both languages."""

import math

import pytest

from dealbuilder.report import wording
from dealbuilder.report.units import ALIASES, CHINESE, ENGLISH

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "unit", "digits", "signed", "english", "chinese"),
    [
        (71.24, "%", 1, False, "71.2%", "71.2%"),
        (-4.52, "USD bn", 1, False, "USD_−4.5_bn", "−45亿美元"),
        (1, "months", 0, False, "1_month", "1个月"),
        (2, "months", 0, False, "2_months", "2个月"),
        (1234.5, "tonne", 0, False, "1,234_tonnes", "1,234吨"),
        (27.14, "percentage points", 1, True, "+27.1_percentage points", "+27.1个百分点"),
        (-0.04, "index points", 1, True, "0.0_points", "0.0点"),
        (2.41, "million H20-equivalents", 1, False, "2.4_million H20-equivalents", "241万颗H20当量"),
        (0.5, "index", 2, False, "0.50", "0.50"),
        (110, "USD/kg", 0, False, "USD_110/kg", "110美元/千克"),
        (3, "widgets", 0, False, "3_widgets", "3widgets"),
    ],
)
def test_a_number_carries_its_unit_in_both_languages(value, unit, digits, signed, english, chinese):
    assert wording.number(value, unit, "en", digits, signed) == english.replace("_", NBSP)
    assert wording.number(value, unit, "zh", digits, signed) == chinese


def test_what_is_not_defined_is_said_not_printed_as_nan():
    assert wording.number(math.nan, "%", "en") == "not defined"
    assert wording.number(math.nan, "%", "zh") == "无定义"
    assert wording.plain(math.nan) == "–"
    assert wording.span(math.nan, 1, "%", "en") == "not defined"


def test_a_minus_is_a_minus_and_nought_has_no_sign():
    assert wording.plain(-3) == "−3.0"
    assert wording.plain(-0.001) == "0.0"
    assert wording.plain(0.001, signed=True) == "0.0"
    assert wording.plain(3, signed=True) == "+3.0"


def test_a_range_names_its_unit_once():
    assert wording.span(58, 80.25, "%", "en") == "58.0 to 80.2%"
    assert wording.span(-0.5, 2, "index points", "zh") == "−0.5至2.0点"


def test_months_are_named_and_counted():
    assert wording.month_label("2025-07", "en") == "Jul 2025"
    assert wording.month_label("2025-07", "zh") == "2025年7月"
    assert wording.month_after("2025-07", 6) == "2026-01"
    assert wording.month_after("2025-07", -7) == "2024-12"
    assert wording.months_between("2025-07", "2024-01") == -18


def test_a_word_inside_a_sentence_is_small_unless_it_is_an_abbreviation():
    assert wording.lowered("All 140 firms") == "all 140 firms"
    assert wording.lowered("EV and hybrid traction") == "EV and hybrid traction"
    assert wording.lowered("SmCo magnets") == "SmCo magnets"
    assert wording.lowered("") == ""


def test_every_unit_is_written_in_both_languages():
    assert ENGLISH.keys() == CHINESE.keys()
    assert set(ALIASES.values()) <= ENGLISH.keys()
    assert all(form.many.count("{}") == 1 for form in (*ENGLISH.values(), *CHINESE.values()))
