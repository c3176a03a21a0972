"""What a score hangs on, said: the bars that are drawn, the others counted, three to argue about with their sources."""

import json
from dataclasses import replace

import pytest

from dealbuilder import paths
from dealbuilder.analysis.quantity import Line, quantity
from dealbuilder.document import file
from dealbuilder.report import svg, theme
from dealbuilder.report.blocks import Heading, Paragraph, Pictures, Table
from dealbuilder.report.figures import table_twin
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.study import assumed, hangs
from dealbuilder.report.study.sense_data import hangs_data
from tests.report import fixtures
from tests.report.study import sensed


@pytest.fixture
def matter(catalogue):
    document = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document
    evaluation = fixtures.evaluation()
    return Matter(catalogue, document, document.package(), evaluation, "en", False, Sources(catalogue))


def test_ten_bars_are_drawn_and_the_others_are_counted(catalogue):
    found = sensed.hangs(catalogue)
    drawn = hangs.figure(catalogue, found, "en")
    assert len(drawn.labels) == 10
    assert drawn.flips[0].startswith("flips at 18.4")
    assert not any(drawn.flips[1:])
    # The eleventh bar is 1.0 + 0.5 percentage points wide.
    told = drawn.note.replace("\u00a0", " ")
    assert "2 other assumptions move it by less than 1.51 percentage points each; 83 do not move it at all." in told


def test_the_verdict_says_where_it_stands_and_what_would_flip_it(catalogue):
    said = hangs.verdict(catalogue, sensed.hangs(catalogue), "en")
    assert said.startswith("Supply restored is 48.3%: it should be at least 50.0%, and it is not. It flips if “Delay")
    assert "passes 18.4\u00a0months (now 26\u00a0months)" in said
    assert "供应恢复程度为48.3%；要求至少50.0%：未达到。" in hangs.verdict(catalogue, sensed.hangs(catalogue), "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("bars", [0, 1, 12])
def test_it_is_drawn_tabled_and_told_with_none_one_or_many_bars(catalogue, language, bars):
    found = sensed.hangs(catalogue, bars=bars)
    drawn = hangs.figure(catalogue, found, language)
    picture = svg.draw(drawn, theme.load("print"), 480, 60 + 21 * len(drawn.labels), heading=True)
    assert picture.count("<rect") >= 2 * len(drawn.labels)
    header, rows = table_twin(drawn, language)
    assert len(rows) == min(bars, 10)
    assert all(len(row) == len(header) for row in rows)
    assert all(label in drawn.alt for label in drawn.labels)
    assert len(hangs.argued(catalogue, found, language)) == min(bars, 3)


def test_each_to_argue_about_has_its_share_range_grade_and_flip(catalogue):
    (first, text), *_ = hangs.argued(catalogue, sensed.hangs(catalogue), "en")
    assert first == "delay_plant"
    assert "20% of the spread hangs on it, 16% on it alone." in text
    assert "range 12 to 44\u00a0months" in text
    assert f"evidence grade {catalogue.parameter_by_id[first].grade}." in text
    assert text.endswith("The verdict flips at 18.4\u00a0months.")


def test_a_part_is_never_told_to_be_more_than_its_whole(catalogue):
    planted = sensed.hangs(catalogue)
    indices = planted.indices
    found = replace(planted, indices=replace(indices, first=indices.total + 0.02))
    for language, part in (("en", "20% of the spread hangs on it, nearly all of it"), ("zh", "20%与之有关，几乎全部")):
        text = hangs.argued(catalogue, found, language)[0][1]
        assert part in text
        assert "22%" not in text


def test_bars_that_reach_past_the_baseline_without_a_flip_are_explained(catalogue):
    planted = sensed.hangs(catalogue)
    against = replace(planted, tornado=sensed.tornado(catalogue, line=Line("baseline", True, 0.0)))
    assert "The baseline is run again with each assumption" in hangs.note(against, "en")
    assert "基准随每项假设重新运行" in hangs.note(against, "zh")
    assert "run again" not in hangs.note(planted, "en")


def test_the_table_of_shares_names_luck_and_all_others(catalogue):
    rows = hangs.indices_rows(catalogue, sensed.hangs(catalogue), "en")
    assert rows[0] == ("Luck: when the truce breaks and is mended", "24% ± 0%", "30% ± 0%")
    assert any(row[0] == "The other 164 assumptions together" for row in rows)
    quick = sensed.hangs(catalogue, full=False)
    assert len(hangs.indices_header(quick, "en")) == 2
    assert "could be chance" in hangs.indices_lead(quick, "en")


def test_a_small_score_is_told_in_digits_that_tell_its_bars_apart(catalogue):
    wanted = quantity(catalogue, (), "leadership_cost")
    assert assumed.telling(wanted, 0.0029) == 4
    assert assumed.telling(wanted, 30.0) == wanted.digits
    assert assumed.line(wanted, Line("target", False, 0.0001), "en") == "at most 0.0001\u00a0points"


def test_paper_has_the_verdict_the_picture_the_tables_and_the_sources(catalogue, matter):
    blocks = hangs.blocks(matter, sensed.hangs(catalogue))
    assert [type(block) for block in blocks] == [
        Paragraph, Pictures, Paragraph, Table, Heading, Paragraph, Paragraph, Paragraph, Heading, Paragraph, Table,
    ]  # fmt: skip
    assert any(block.notes for block in blocks if isinstance(block, Paragraph))
    assert isinstance(hangs.blocks(matter, sensed.hangs(catalogue, bars=0))[-1], Paragraph)


def test_json_holds_every_bar_and_nothing_that_is_not_a_number(catalogue):
    told = hangs_data(catalogue, sensed.hangs(catalogue), "en")
    again = json.loads(json.dumps(told, allow_nan=False))
    assert len(again["bars"]) == 12
    assert again["bars"][0]["flips_at"] == pytest.approx(18.4)
    assert again["bars"][1]["flips_at"] is None
    assert again["argue_about"] == ["delay_plant", "hazard_truce", "carry_bias"]
    assert json.loads(json.dumps(hangs_data(catalogue, sensed.hangs(catalogue, full=False), "zh"), allow_nan=False))
