"""The tables of a room told: rows, sentences, map and files, in both languages and with nothing confidential."""

import csv
import dataclasses
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.merging import merged
from dealbuilder.analysis.room.standing import room
from dealbuilder.document.document import Target
from dealbuilder.document.tables import Skipped
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.text import Text
from dealbuilder.report import svg, theme
from dealbuilder.report.drawing.places import beside
from dealbuilder.report.figures import table_twin
from dealbuilder.report.room import grid, merging, outlets, words
from dealbuilder.report.room.chart import NAMED, room_map
from tests.analysis.packages import clause
from tests.analysis.room.tabled import table

FEW = Setting(draws=24)
TABLES = (
    table("=cmd|' /C calc'!A0", "cn_whitelist=nearly_all", "rescind_ai_letters=all", "gone=x"),
    table("第二桌", clause("cn_whitelist=pilot", start=6, end=36), pack="2026-11"),
    table("three", clause("us_standstill=full", wait="cn_whitelist=most"), "cn_whitelist=odd"),
)
LEFT = (Skipped(path=Path("/tmp/bad.deal"), reason=Text(en="It is cut.", zh="已损坏。")),)


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def scored(service):
    return room(service, TABLES, FEW)


@pytest.fixture(scope="module")
def told(scored):
    return outlets.Told(scored, ("a.deal", "b.deal", "c.deal"), LEFT)


def test_the_list_has_a_row_a_table_with_bands_and_remarks(scored):
    sheet = grid.listed(scored, "en")
    assert all(len(row) == len(sheet.header) == len(sheet.digits) for row in sheet.rows)
    assert [row[1] for row in sheet.rows] == [one.name for one in TABLES]
    first = dict(zip(sheet.header[3:6], sheet.rows[0][3:6], strict=True))
    score = scored.standings[0].supply
    assert first["Supply restored, %"] == score.mean
    assert (first["5th pct."], first["95th pct."]) == (score.p05, score.p95)
    assert sheet.rows[0][-1] == "Unknown to this catalogue, not scored: gone."
    assert sheet.rows[1][-1].startswith("Made on the starting point November 2026")


def test_the_matrix_shows_levels_months_conditions_and_blanks(scored):
    sheet = grid.matrix(scored, "en")
    rows = {row[1]: row for row in sheet.rows}
    white = rows["Put US companies on a white list"]
    assert white[:3] == ("China", "Put US companies on a white list", 3.0)
    assert white[6:] == ("Nearly all: 90 of 100", "Pilot: 20 of 100 (month 6 to 36)", "odd (unknown)")
    assert white[4] == "2.0 of 3"
    standstill = rows["Promise a standstill on new controls"]
    assert standstill[6:8] == (None, None)
    assert standstill[8].endswith("†")
    assert rows["gone"][0] == "unknown"
    assert sheet.rows[0][0] == "United States"


def test_only_rows_that_differ_can_be_shown(service):
    alike = (table("A", "cn_whitelist=pilot", "us_standstill=full"), table("B", "cn_whitelist=pilot"))
    found = room(service, alike, FEW, full=False)
    assert len(grid.matrix(found, "en").rows) == 2
    assert [row[1] for row in grid.matrix(found, "en", differing=True).rows] == ["Promise a standstill on new controls"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_setting_is_one_paragraph_in_both_languages(catalogue, language):
    changes = (Change(parameter="approve_civil", value=0.5),)
    said = words.setting(catalogue, dataclasses.replace(FEW, changes=changes), language)
    assert "24" in said
    assert "20250715" in said
    label = catalogue.parameter_by_id["approve_civil"].label.get(language)
    assert label in said


def test_many_things_are_named_and_the_rest_counted(catalogue, service):
    changes = tuple(Change(parameter=p.id, value=p.value) for p in catalogue.parameters[:5])
    odd = table("A", assumptions=Assumptions(changes=changes))
    found = room(service, (odd,), FEW, full=False)
    (said,) = words.remarks(found, found.standings[0], "en")
    assert said.endswith("and 2 more.")
    (zh,) = words.remarks(found, found.standings[0], "zh")
    assert zh.endswith("另有2项。")


def test_the_map_has_every_table_the_baseline_and_the_targets(scored):
    targets = (
        Target(indicator="supply_restored", sense="at_least", value=80),
        Target(indicator="leadership_cost", sense="at_most", value=15),
        Target(indicator="alive_12", sense="at_least", value=5),
    )
    figure = room_map(scored, "en", targets)
    assert [mark.shape for mark in figure.marks] == ["dot", "dot", "dot", "cross"]
    assert [(rule.axis, rule.value, rule.label) for rule in figure.rules] == [
        ("x", 80, "target ≥ 80.0%"), ("y", 15, "target ≤ 15.0\u00a0points"),
    ]  # fmt: skip
    assert figure.x_range[0] <= min(mark.x_span[0] for mark in figure.marks)
    assert figure.x_range[1] >= 80
    assert figure.y_range[1] >= 15
    assert "第二桌" in figure.alt
    header, rows = table_twin(figure, "en")
    assert len(rows) == 4
    assert all(len(row) == len(header) for row in rows)


def test_many_tables_are_numbered_on_the_map_as_in_the_list(service):
    many = [table(f"table {n}", "cn_whitelist=pilot") for n in range(NAMED + 1)]
    found = room(service, many, FEW, full=False)
    figure = room_map(found, "en")
    assert [mark.key for mark in figure.marks[:-1]] == [str(n) for n in range(1, NAMED + 2)]
    assert figure.faint
    assert "Numbers" in figure.note


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_map_is_drawn_the_same_twice_as_valid_svg_with_names_as_text(scored, name):
    figure = room_map(scored, "zh", (Target(indicator="supply_restored", sense="at_least", value=60),))
    drawn = svg.draw(figure, theme.load(name), 480, 320)
    assert drawn == svg.draw(figure, theme.load(name), 480, 320)
    texts = {element.text for element in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")}
    assert {"第二桌", "three", "基准", "目标≥60.0%"} <= texts


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), min_size=1, max_size=20),
    st.integers(4, 60),
)
def test_labels_stay_in_the_picture_and_there_is_one_for_each_point(points, width):
    frame = (-80.0, -40.0, 480.0, 340.0)
    corners = beside(points, [(float(width), 9.0)] * len(points), frame, 3.0)
    assert len(corners) == len(points)
    for x, y in corners:
        assert frame[0] <= x
        assert x + width <= frame[2]
        assert frame[1] <= y <= frame[3] - 9.0


def test_labels_of_points_that_lie_apart_stand_beside_them_and_cover_nothing():
    corners = beside([(50.0, 50.0), (50.0, 52.0)], [(40.0, 9.0)] * 2, (0.0, 0.0, 200.0, 100.0), 3.0)
    (x1, y1), (x2, y2) = corners
    assert abs(y1 - y2) >= 9.0 or abs(x1 - x2) >= 40.0


def test_a_label_keeps_clear_of_the_ranges_through_its_point():
    arms = [(20.0, 50.0, 180.0, 50.0), (100.0, 20.0, 100.0, 80.0)]
    ((x, y),) = beside([(100.0, 50.0)], [(40.0, 9.0)], (0.0, 0.0, 200.0, 100.0), 3.0, arms)
    assert x >= 100.0 or x + 40.0 <= 100.0
    assert y >= 50.0 or y + 9.0 <= 50.0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", outlets.KINDS)
def test_every_kind_of_file_is_written_and_the_same_twice(told, kind, language):
    made = outlets.exported(kind, told, language)
    assert made
    assert made == outlets.exported(kind, told, language)


def test_csv_holds_every_score_and_every_clause_and_no_formula(told, scored):
    rows = list(csv.DictReader(io.StringIO(outlets.exported(".csv", told).decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert all(row["table"].startswith("'=") for row in rows if row["file"] == "a.deal")
    means = [float(row["value"]) for row in rows if row["id"] == "supply_restored" and row["statistic"] == "mean"]
    assert means == pytest.approx([one.supply.mean for one in scored.standings], rel=1e-8)
    clauses = [(row["file"], row["id"], row["level"], row["value"]) for row in rows if row["kind"] == "clause"]
    assert ("b.deal", "cn_whitelist", "pilot", "1") in clauses
    assert ("a.deal", "gone", "x", "") in clauses


def test_the_workbook_has_list_matrix_and_what_was_skipped(told):
    book = openpyxl.load_workbook(io.BytesIO(outlets.exported(".xlsx", told)))
    assert book.sheetnames == ["About", "Tables", "Clauses", "Skipped", "Numbers"]
    assert [row[0].value for row in book["Skipped"].iter_rows()] == ["file", "bad.deal"]
    assert book["Tables"]["B2"].value == TABLES[0].name
    assert book["Tables"]["B2"].data_type == "s"


def test_markdown_tells_list_matrix_map_and_what_was_skipped(told):
    said = outlets.exported(".md", told, "en").decode()
    assert "# Tables of the room" in said
    assert "- bad.deal: It is cut." in said
    assert "Model result, not a forecast" in said
    assert re.search(r"\| 2 \| 第二桌 \| A \|", said)


def test_json_keeps_its_contract(told):
    said = json.loads(outlets.exported(".json", told))
    assert said.keys() == {"setting", "tables", "matrix", "skipped", "notices", "stamps"}
    assert said["tables"][0].keys() == {
        "name", "file", "package", "supply_restored", "leadership_cost", "alive_60", "clauses", "idle", "unknown",
        "remarks",
    }  # fmt: skip
    white = next(line for line in said["matrix"] if line["measure"] == "cn_whitelist")
    assert (white["touched"], white["minimum"], white["mean"], white["maximum"]) == (3, 1, 2.0, 3)
    assert white["levels"] == ["nearly_all", "pilot", "odd"]
    assert said["skipped"] == [{"file": "/tmp/bad.deal", "reason": "It is cut."}]


def test_another_ending_is_refused(told):
    with pytest.raises(DealError, match="Nothing can be written"):
        outlets.exported(".doc", told)


def test_a_package_taken_from_a_table_says_from_which_file():
    assert words.added("mine", "t.deal", "en") == "mine\nFrom the table’s file t.deal."
    assert words.added("", "t.deal", "zh") == "取自桌文件t.deal。"


def test_a_merged_package_says_where_it_comes_from_and_what_it_lost(catalogue):
    us = table("U", clause("ease_huawei=case_by_case", wait="cn_access_dual_use=most"), "cn_access_dual_use=most")
    china = table("C", "term_length=m24", "odd=x")
    found = merged(catalogue, us, china, choices={"term_length": "china"})
    assert merging.name(found, "en") == "US side of U with China’s side of C"
    note = merging.note(catalogue, found, "en")
    assert note.splitlines() == [
        "Merged from tables’ files. US clauses: U. Chinese clauses: C. All else: U.",
        "“Fix the length of the deal”: 2 years, from C.",
    ]
    said = merging.told(catalogue, found, "en")
    assert "waited at U for “Open access for dual-use end users” (60 of 100 buyers)" in said[0]
    assert said[-1].endswith("whose they are: odd.")
    assert "不会生效" in merging.told(catalogue, found, "zh")[0]
    (dispute,) = merging.disputes(catalogue, found, "en")
    assert "(U: no clause; C: 2 years); taken: 2 years" in dispute
