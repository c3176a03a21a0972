"""The comparison told: every difference in words, the same numbers in every outlet, no secret in any."""

import io
import json
import zipfile

import numpy as np
import pytest

from dealbuilder.document.document import Target
from dealbuilder.errors import DealError
from dealbuilder.report import figures, svg, theme
from dealbuilder.report.blocks import Callout, Pictures, Table
from dealbuilder.report.compare import data, grid, multiples, outlets, words
from dealbuilder.report.compare.plane import plane
from dealbuilder.report.compare.waterfall import waterfall
from dealbuilder.report.figure import Scatter
from dealbuilder.report.study import compare
from tests.report.compare.answers import alone, one_draw, three, twins

SUPPLY = "supply_restored"
BOTH = pytest.mark.parametrize("language", ["en", "zh"])
EVERY = pytest.mark.parametrize("answer", [three, twins, one_draw, alone])


@BOTH
def test_the_clause_matrix_has_a_row_for_each_difference_and_a_cell_for_each_package(language):
    found = three()
    sheet = grid.clauses(found.comparison, language, found.gap, SUPPLY)
    assert len(sheet.rows) == len(found.comparison.rows) == 4
    assert all(len(row) == len(sheet.header) for row in sheet.rows)
    assert sum("◆" in str(row[2]) for row in sheet.rows) == 1


def test_a_cell_says_level_timing_and_terms():
    found = three().comparison
    row = next(row for row in found.rows if row.measure == "cn_whitelist")
    told = [words.cell(found.catalogue, row, clause, "en") for clause in row.line.clauses]
    assert told[1].startswith("●○○ ")
    assert "months 2 to 40" in told[1]
    assert "in full at once" in told[1]
    assert "snapback" in told[1]
    assert "from signing" in told[0]
    assert told[2] == "–"
    assert words.kinds(row, "en") == "there or not, level, timing, snapback, note"


@BOTH
def test_scores_and_differences_are_rows_of_one_length(language):
    found = three().comparison
    for against in (None, 0, 2):
        for extent in ("main", "material", "every"):
            sheet = grid.outcomes(found, language, against, extent)
            assert {len(row) for row in sheet.rows} == {len(sheet.header)}
    every = grid.outcomes(found, language, extent="every")
    assert len(every.rows) == len(found.catalogue.indicators)
    assert len(grid.shown(found, "main")) < len(grid.shown(found)) <= len(every.rows)


def test_headline_scores_have_a_row_even_where_nothing_differs():
    assert [one.indicator.id for one in grid.shown(twins().comparison)] == [SUPPLY, "leadership_cost"]


def test_the_parts_of_a_gap_end_with_the_whole_of_it():
    found = three()
    known = found.comparison.catalogue.indicator_by_id[SUPPLY]
    sheet = grid.parts(found.comparison, found.gap, known, "en")
    *parts, whole = (row[1] for row in sheet.rows)
    assert sum(parts) == pytest.approx(whole, abs=1e-9)
    figure = waterfall(found.comparison, found.gap, known, "en")
    assert figure is not None
    assert sum(step.value for step in figure.steps) == pytest.approx(whole, abs=1e-9)
    assert figure.last[1] - figure.first[1] == pytest.approx(whole, abs=1e-9)
    picture = svg.draw(figure, theme.load("print"), 480, 190)
    assert "Draft" in picture


@BOTH
def test_packages_that_are_the_same_deal_are_told_to_be(language):
    found = twins()
    (said,) = words.lead(found.comparison, language)
    assert said == (
        "They are the same deal: nothing separates them." if language == "en" else "各方案为同一协议，彼此没有差别。"
    )
    known = found.comparison.catalogue.indicator_by_id[SUPPLY]
    assert len(words.explained(found.comparison, found.gap, known, language)) == 2
    assert waterfall(found.comparison, found.gap, known, language) is None


def test_one_package_and_unknown_clauses_are_told():
    assert words.lead(alone().comparison, "en") == ("Only one package is here: there is nothing to compare it with.",)
    assert any("gone" in said for said in words.lead(three().comparison, "en"))


def test_a_gap_that_cannot_be_divided_says_so():
    found = three()
    known = found.comparison.catalogue.indicator_by_id["median_life"]
    assert "cannot be divided" in words.explained(found.comparison, found.gap, known, "en")[-1]
    assert waterfall(found.comparison, found.gap, known, "en") is None


@EVERY
@BOTH
def test_the_map_holds_every_ellipse_and_target_and_names_the_package_in_front(answer, language):
    found = answer().comparison
    target = Target(indicator=SUPPLY, sense="at_least", value=97)
    figure = plane(found, language, 0, (target,))
    assert len(figure.marks) == len(found.packages) + 1
    assert found.packages[0].name in figure.note
    assert figure.x_range[1] >= 97
    for ellipse in figure.ellipses:
        across, down = ellipse.outline()
        assert figure.x_range[0] <= across.min()
        assert across.max() <= figure.x_range[1]
        assert figure.y_range[0] <= down.min()
        assert down.max() <= figure.y_range[1]
        wide, tall = ellipse.reach()
        assert across.max() - ellipse.x == pytest.approx(wide, rel=2e-3)
        assert down.max() - ellipse.y == pytest.approx(tall, rel=2e-3, abs=1e-12)
    picture = svg.draw(figure, theme.load("print"), 480, 190)
    assert picture.count("<path") >= len(figure.ellipses)
    assert len(figures.table_twin(figure, language)[1]) == len(figure.marks)


def test_an_axis_of_the_map_never_makes_dust_look_large():
    figure = plane(alone().comparison, "en")
    assert figure.y_range[1] - figure.y_range[0] >= 1.0


@BOTH
def test_charts_of_a_row_share_one_scale_that_holds_them_all(language):
    found = three().comparison
    for id in multiples.series(found, every=True):
        rows = (multiples.levels(found, id, language), multiples.apart(found, id, 1, language))
        for row in rows:
            assert len({chart.y_range for chart in row}) == 1
            for chart in row:
                curves = np.concatenate([*(line.y for line in chart.lines), chart.bands[0].low, chart.bands[0].high])
                curves = curves[np.isfinite(curves)]
                assert chart.y_range[0] <= curves.min() + 1e-9
                assert curves.max() <= chart.y_range[1] + 1e-9
        assert len(rows[1]) == len(found.packages) - 1


def test_series_in_which_nothing_differs_have_no_row():
    assert multiples.series(twins().comparison, every=True) == ()
    assert "supply" in multiples.series(three().comparison)


@EVERY
@BOTH
def test_blocks_hold_matrix_outcomes_and_map(answer, language):
    found = answer()
    made = compare.told(found, language, extent="main")
    tables = [block for block in made if isinstance(block, Table)]
    for table in tables:
        assert {len(row) for row in table.rows} == {len(table.header)}
        assert len(table.align) == len(table.widths) == len(table.header)
    drawn = [block.pictures[0].figure for block in made if isinstance(block, Pictures)]
    assert isinstance(drawn[-1], Scatter)
    if not found.comparison.rows:
        assert any(isinstance(block, Callout) for block in made)


@EVERY
@pytest.mark.parametrize("kind", outlets.KINDS)
def test_every_outlet_takes_every_comparison_and_tells_no_secret(answer, kind):
    made = outlets.exported(kind, answer(), SUPPLY, "zh")
    assert made == outlets.exported(kind, answer(), SUPPLY, "zh")
    if kind == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(made)) as book:
            made = b"".join(book.read(name) for name in book.namelist())
    assert b"SECRET" not in made
    assert b"OURS" not in made


def test_an_ending_that_nobody_writes_is_refused():
    with pytest.raises(DealError, match="Nothing can be written"):
        outlets.exported(".doc", three(), SUPPLY)


def test_json_keeps_its_contract():
    found = json.loads(json.dumps(compare.as_data(three()), allow_nan=False))
    assert found.keys() == {"setting", "packages", "same", "indicators", "clauses", "gap", "stamps"}
    assert found["packages"][0].keys() == {"name", "id", "clauses", "unknown", "ellipses"}
    first = found["indicators"][0]
    assert first.keys() == {"id", "label", "unit", "sense", "material", "scores", "differences"}
    assert [(one["one"], one["other"]) for one in first["differences"]] == [(0, 1), (0, 2), (1, 2)]
    assert first["scores"][0].keys() == {"mean", "p05", "p50", "p95", "baseline", "rank"}
    assert found["clauses"][0].keys() == {"measure", "title", "side", "differs_in", "packages"}
    gap = found["gap"]
    assert gap.keys() == {"one", "other", "method", "draws", "indicators"}
    for one in gap["indicators"]:
        assert sum(part["value"] for part in one["parts"]) == pytest.approx(one["gap"], abs=1e-6)
    assert compare.as_data(alone())["gap"] is None


def test_the_long_table_says_what_the_comparison_says():
    found = three()
    rows = [dict(zip(data.HEADER, row, strict=True)) for row in data.rows(found)]
    apart = found.comparison.pair(0, 1).differences[SUPPLY]
    told = next(r for r in rows if (r["kind"], r["id"], r["statistic"]) == ("difference", SUPPLY, "value"))
    assert told["value"] == apart.value
    assert told["unit"] == "percentage points"
    assert {row["kind"] for row in rows} == {"score", "difference", "clause", "part"}
