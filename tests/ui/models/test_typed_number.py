"""Numbers as people type them, in either notation, and what is said of the rest."""

import pytest

from dealbuilder.ui.models import typed_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.25", 0.25), ("0,25", 0.25), ("0,125", 0.125), (",5", 0.5), (".5", 0.5), ("5.", 5.0), (" 12 ", 12.0),
        ("-3", -3.0), ("−3", -3.0), ("+3", 3.0), ("1e-3", 0.001), ("1E3", 1000.0),
        ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,234,567", 1_234_567.0), ("1.234.567", 1_234_567.0),
        ("12,5", 12.5), ("1234,5", 1234.5), ("1.234", 1.234), ("1 234", 1234.0), ("1'234.5", 1234.5),
        ("1\u00a0234,5", 1234.5), ("０．２５", 0.25), ("1,2345", 1.2345),
    ],
)  # fmt: skip
def test_a_number_in_either_notation_is_read(qapp, typed, value):
    assert typed_number.read(typed) == (value, "")


@pytest.mark.parametrize("typed", ["1,234", "12,500", "-1,234"])
def test_what_can_be_read_two_ways_is_refused_and_both_are_named(qapp, typed):
    value, said = typed_number.read(typed)
    assert value is None
    assert typed.replace(",", "") in said
    assert typed.replace(",", ".") in said


@pytest.mark.parametrize(
    "typed",
    ["abc", "nan", "inf", "-inf", "1,2,3", "1.2.3", "12 months", "25%", "0x10", "1e", "--1", "½", "1_0", "e5"],
)
def test_what_is_no_number_is_refused_in_words(qapp, typed):
    value, said = typed_number.read(typed)
    assert value is None
    assert typed in said


def test_what_no_number_can_hold_is_refused_in_words(qapp):
    value, said = typed_number.read("1e999")
    assert value is None
    assert "too large" in said


def test_nothing_typed_is_neither_a_number_nor_a_fault(qapp):
    assert typed_number.read("  ") == (None, "")


def test_a_long_text_is_not_repeated_whole(qapp):
    assert len(typed_number.read("x" * 500)[1]) < 100


@pytest.mark.parametrize("value", [0.1, 45.0, 1234567.0, -0.035, 1e-7, 2.5e15, 0.30000000000000004])
def test_what_is_written_can_be_read_again(qapp, value):
    assert typed_number.read(typed_number.write(value))[0] == pytest.approx(value, rel=1e-11)
