"""No table that we write has a cell that a spreadsheet runs; numbers stay numbers; what we read again is as it was."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.model.text import steady
from dealbuilder.report import sheets, tables
from dealbuilder.report.sheets import harmless, unharmed
from tests.report import fixtures
from tests.report.test_injection import evil_document

FORMULAS = (
    "=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u00a0=1", "\u3000=1", "＝1+1", "＋1", "－1", "＠x",
    "\u200b=1", "\ufeff=1", "\u202e=1", "\x00=1", "\x1b=1", '=cmd|"/C calc"!A1', '=HYPERLINK("http://x","y")', " \t@x",
)  # fmt: skip
SIGNS = "=+-@＝＋－＠"


def runs(cell: str) -> bool:
    """Return whether a spreadsheet may run a cell, whatever stands unseen before the sign."""
    seen = steady(cell).lstrip()
    return bool(seen) and (seen[0] in SIGNS or cell[0] in "\t\r\n")


@pytest.mark.parametrize("formula", FORMULAS)
def test_that_a_formula_is_written_as_text(formula):
    assert runs(formula) or formula[0] in "\t\r\n "
    assert harmless(formula).startswith("'")
    assert not runs(harmless(formula))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("=+-@＝＋－＠ \t\r\n'\u00a0\u200b\u202eabc1,\""), max_size=12))
def test_that_no_text_at_all_is_run_and_ours_is_read_again_as_it_was(text):
    assert not runs(harmless(text))
    assert unharmed(harmless(text)) == steady(text.replace("\r", "\n"))


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "a=b", "稀土", "12 %", "−5", "–"])
def test_that_plain_words_are_left_alone(text):
    assert harmless(text) == text
    assert unharmed(text) == text


def test_that_numbers_stay_numbers():
    data = sheets.comma_separated(("a", "b", "c"), [("=x", -5.0, None), ("x", 0.25, -1e-9)]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))
    assert rows[1] == ["'=x", "-5", ""]
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook("t", [("s", ("a",), [(-5.0,), ("=1+1",)])])))
    number, text = book["s"]["A2"], book["s"]["A3"]
    assert (number.value, number.data_type) == (-5, "n")
    assert (text.value, text.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("start", FORMULAS[::4])
def test_that_no_cell_of_any_exported_table_is_run(start):
    document = evil_document(tuple(start + str(n) for n in range(6)))
    package, shown = document.package(), fixtures.evaluation(64)
    for kind in (".csv", ".xlsx"):
        made = tables.exported(kind, fixtures.catalogue(), document, package, shown, "en", "supply", "light")
        if kind == ".csv":
            cells = [cell for row in csv.reader(io.StringIO(made.decode("utf-8-sig"))) for cell in row]
            assert not [cell for cell in cells if runs(cell) and not _number(cell)]
        else:
            book = openpyxl.load_workbook(io.BytesIO(made))
            kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
            assert kinds <= {"s", "n"}
            assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
