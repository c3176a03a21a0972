"""What is said about who earned a score: sentences, tables, waterfalls and data that agree with the numbers."""

import json
import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from dealbuilder.report import figures, svg, theme
from dealbuilder.report.blocks import Bullets, Paragraph, Pictures, Table
from dealbuilder.report.drawing import side_mark
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.study.why import blocks, group_table, pair_table, table
from dealbuilder.report.study.why_data import as_data
from dealbuilder.report.study.why_figures import MOST, VIEWS, waterfall
from dealbuilder.report.study.why_words import Words, digits
from tests.report import fixtures
from tests.report.study.found import CLAUSES, credit

FOUR = [[6.0, 0.1], [3.0, 0.0], [2.0, -0.3], [-1.0, 2.5]]
TEXT = "{http://www.w3.org/2000/svg}text"


def words(catalogue, shapley=None, indicator="supply_restored", language="en", **more) -> Words:
    return Words(catalogue, credit(catalogue, FOUR if shapley is None else shapley, **more), indicator, language)


def told(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


def test_the_first_sentences_say_from_where_to_where_and_who_earned_most(catalogue):
    first, most, against = map(told, words(catalogue).lead("no new deal"))
    assert first == "Supply restored goes from 40.0% to 50.0%."
    assert "earned most: +6.0 percentage points of +10.0 percentage points in all" in most
    assert catalogue.measure_by_id["rescind_ai_letters"].title.en in against
    assert "−1.0 percentage points" in against


def test_nobody_earns_a_cost(catalogue):
    said = " ".join(words(catalogue, indicator="leadership_cost").lead(""))
    assert "earned" not in said
    assert "moved it most: +2.5" in said


def test_two_credits_within_their_errors_are_not_ranked(catalogue):
    close = [[5.0, 0.0], [4.9, 0.0]]
    assert "too close to say" in " ".join(words(catalogue, close).lead(""))
    assert "too close to say" not in " ".join(words(catalogue, close, error=0.01).lead(""))


def test_what_is_smaller_than_the_last_digit_is_said_to_be_so(catalogue):
    said = words(catalogue, [[0.012, 0.0], [0.003, 0.0]], error=0.0001).lead("")
    assert "+0.012" in said[1]
    assert "less than the score’s own last digit" in said[-1]


@pytest.mark.parametrize(("largest", "expected"), [(25.0, 1), (2.5, 1), (0.76, 2), (0.022, 3), (0.0, 1), (1e-9, 4)])
def test_digits_tell_credits_apart(catalogue, largest, expected):
    made = words(catalogue, [[largest, 0.0]])
    assert digits(made.earned, catalogue.indicator_by_id["supply_restored"]) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_clause_and_no_movement_are_sentences(catalogue, language):
    assert len(words(catalogue, [], language=language).lead("X")) == 1
    still = words(catalogue, [[0.0, 0.0], [0.0, 0.0]], language=language)
    assert len(still.lead("X")) == 1
    assert still.share(0.0) == "–"


def test_a_pair_overlaps_where_it_takes_from_both_and_reinforces_where_it_adds(catalogue):
    pairs = {(0, 1): -1.0, (0, 2): 2.0, (0, 3): 0.7, (1, 2): 0.15, (2, 3): 0.1}
    made = words(catalogue, pairs=pairs)
    assert [made.kind(pair) for pair in made.noted()] == ["synergy", "overlap", "crossed"]
    assert "overlap by 1.0 percentage points" in told(made.pair(made.noted()[1]))
    assert "+0.7 percentage points" in told(made.pair(made.noted()[2]))
    # Where both lower the score, to take from both is a plus.
    both_lower = words(catalogue, [[-6.0, 0.0], [-3.0, 0.0]], pairs={(0, 1): 2.0})
    assert both_lower.kind(both_lower.noted()[0]) == "overlap"


def test_the_strongest_pair_is_named_first_and_with_it_the_two_that_overlap_most(catalogue):
    made = words(catalogue, pairs={(0, 1): -1.0, (0, 2): 2.0, (0, 3): 0.7})
    assert [made.kind(pair) for pair in made.foremost()] == ["synergy", "overlap"]
    (said,) = made.foremost_words()
    assert told(said).index("reinforce each other by +2.0") < told(said).index("overlap by 1.0 percentage points")
    alone = words(catalogue, pairs={(0, 1): -1.0, (0, 2): 0.7})
    assert [made.kind(pair) for pair in alone.foremost()] == ["overlap"]


def test_no_pair_beyond_chance_is_said_in_a_sentence(catalogue):
    assert "No two clauses" in words(catalogue, pairs={(0, 1): 0.15}).pairs()[0]
    assert words(catalogue, [[1.0, 0.0]]).pairs() == []


def test_leave_one_out_says_by_how_much_it_misses_the_change(catalogue):
    assert "exceed the change by 5.0 percentage points" in told(words(catalogue).caution()[-1])
    made = credit(catalogue, FOUR)
    less = Words(catalogue, replace(made, leave_one_out=made.shapley * 0.5), "supply_restored", "en")
    assert "fall short of the change by 5.0 percentage points" in told(less.caution()[-1])
    whole = Words(catalogue, replace(made, leave_one_out=made.shapley), "supply_restored", "en")
    assert len(whole.caution()) == 1


def test_the_method_is_told_with_draws_orders_and_what_was_left_out(catalogue):
    assert "16 combinations of 4 clauses was run, on 8 draws; the shown change rests on 64 draws" in told(
        words(catalogue).method()[0]
    )
    assert "on all 64 draws" in told(words(catalogue, draws=64).method()[0])
    sampled = words(catalogue, method="sampled", orders=1200).method()
    assert "1,200 orders" in sampled[0]
    silent, single = words(catalogue, heard=3, draws=1, of_draws=1).method()[1:]
    assert silent.startswith("1 clause that the model does not hear of")
    assert "single draw" in single


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_waterfall_goes_from_the_baseline_to_the_package(catalogue, view, language):
    fall = waterfall(words(catalogue, language=language), view)
    steps = sum(step.value for step in fall.steps)
    if view != "theme":
        assert fall.first[1] + steps == pytest.approx(fall.last[1])
    assert fall.x_range[0] <= min(fall.first[1], fall.last[1])
    assert fall.x_range[1] >= max(fall.first[1], fall.last[1])
    for step in fall.steps:
        assert step.label in fall.alt
        assert step.text in fall.alt


def test_a_chinese_waterfall_is_drawn_in_the_unit_of_its_axis(catalogue):
    made = replace(credit(catalogue, FOUR), indicators=("revenue_toolmakers", "leadership_cost"))
    fall = waterfall(Words(catalogue, made, "revenue_toolmakers", "zh"))
    assert fall.unit == "亿美元"
    assert fall.first[1] == 400.0
    assert fall.steps[0].value == 60.0
    assert fall.steps[0].text == "+60"


def test_leave_one_out_has_a_bar_for_what_it_misses(catalogue):
    fall = waterfall(words(catalogue), "left")
    assert fall.steps[-1].label == "Overlap and synergy"
    assert fall.steps[-1].value == pytest.approx(-5.0)
    assert fall.steps[-1].side == ""
    assert fall.key == ""


def test_small_clauses_share_a_bar_where_there_are_many(catalogue):
    many = [[20.0 - i, 0.0] for i in range(15)]
    clauses = tuple(measure.id for measure in catalogue.measures[:15])
    fall = waterfall(words(catalogue, many, clauses=clauses))
    assert len(fall.steps) == MOST
    assert fall.steps[-1].label == "4 smaller clauses"
    assert fall.steps[-1].value == pytest.approx(9 + 8 + 7 + 6)
    assert fall.first[1] + sum(step.value for step in fall.steps) == pytest.approx(fall.last[1])


def test_bars_carry_the_side_of_their_clause(catalogue):
    fall = waterfall(words(catalogue))
    assert [step.side for step in fall.steps] == ["china", "china", "us", "us"]
    dressed = theme.load("print")
    assert side_mark.tint("us", dressed) == dressed.us
    assert side_mark.tint("china", dressed) == dressed.china
    assert {side_mark.tint(side, dressed) for side in ("home", "terms", "agenda")} == {dressed.accent}
    shapes = ["".join(side_mark.mark(side, 5, 5, 8, dressed)) for side in ("us", "china", "home", "terms", "agenda")]
    assert len(set(shapes)) == 5
    assert side_mark.mark("", 5, 5, 8, dressed) == []


@pytest.mark.parametrize("size", [(520, 260), (220, 120), (1200, 700)])
@pytest.mark.parametrize("view", VIEWS)
def test_a_waterfall_is_drawn_whole_and_the_same_every_time(catalogue, view, size):
    fall = waterfall(words(catalogue), view)
    drawn = svg.draw(fall, theme.load("print"), *size)
    assert drawn == svg.draw(fall, theme.load("print"), *size)
    for text in ET.fromstring(drawn).iter(TEXT):
        assert 0 <= float(text.get("x", "-1")) <= size[0] + 0.5
        assert 0 <= float(text.get("y", "-1")) <= size[1] + 0.5
    shown = [text.text for text in ET.fromstring(drawn).iter(TEXT)]
    assert {step.text for step in fall.steps} <= set(shown)


def test_a_fall_points_down_and_a_rise_up(catalogue):
    up, down = (svg.draw(waterfall(words(catalogue, [[v, 0.0]])), theme.load("print"), 400, 120) for v in (5, -5))
    assert up != down
    # The point of the arrow is the corner halfway up, on the side that the bar moves to.
    tips = []
    for drawn in (up, down):
        path = next(p.get("d", "") for p in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}path"))
        corners = [tuple(map(float, corner.split())) for corner in path.strip("MZ").split("L")]
        tips.append(corners[2][0] - corners[0][0])
    assert tips[0] > 0 > tips[1]


@pytest.mark.parametrize("shapley", [[], [[0.0, 0.0]]])
def test_a_waterfall_without_a_bar_is_drawn_too(catalogue, shapley):
    drawn = svg.draw(waterfall(words(catalogue, shapley)), theme.load("print"), 300, 100)
    assert [text.text for text in ET.fromstring(drawn).iter(TEXT)].count("40.0%") == 2


def test_the_table_of_a_waterfall_tells_where_every_bar_ends(catalogue):
    header, rows = figures.table_twin(waterfall(words(catalogue)))
    assert header == ("Item", "adds", "standard error", "after it")
    assert [row[-1] for row in rows] == pytest.approx([40.0, 46.0, 49.0, 51.0, 50.0, 50.0])
    assert [row[1] for row in rows[1:-1]] == [6.0, 3.0, 2.0, -1.0]


def test_the_table_has_a_row_a_clause_and_their_sum(catalogue):
    header, rows = table(words(catalogue))
    assert header[1] == "Credit (percentage points)"
    assert [row[1] for row in rows] == ["+6.0", "+3.0", "+2.0", "−1.0", "+10.0"]
    assert [row[3] for row in rows] == ["60%", "30%", "20%", "−10%", "100%"]
    assert rows[-1][5] == "+15.0"


def test_groups_are_told_with_what_their_clauses_have_within_them(catalogue):
    _, rows, ids = group_table(words(catalogue), "side")
    assert ids == ("china", "cn_whitelist", "cn_long_licences", "us", "us_standstill", "rescind_ai_letters")
    assert [row[0] for row in rows if not row[0].startswith("–")] == ["China", "United States"]
    assert [row[1] for row in rows] == ["+9.0", "+6.0", "+3.0", "+1.0", "+2.0", "−1.0"]


def test_pairs_have_a_sentence_each(catalogue):
    _, rows = pair_table(words(catalogue, pairs={(0, 1): -1.0, (0, 2): 2.0}))
    assert [row[:2] for row in rows] == [("synergy", "+2.0"), ("overlap", "−1.0")]


def test_data_keep_their_contract_and_hold_no_nan(catalogue):
    said = as_data(words(catalogue, pairs={(0, 1): -1.0}, error=math.nan))
    json.dumps(said, allow_nan=False)
    assert {"indicator", "unit", "baseline", "total", "method", "credits", "interactions"} <= said.keys()
    assert {"clause", "shapley", "error", "leave_one_out", "first_in"} <= said["credits"][0].keys()
    assert said["credits"][0]["error"] is None
    assert said["interactions"][0] | {"title": ""} == {
        "clauses": list(CLAUSES[:2]), "value": -1.0, "error": None, "kind": "overlap", "title": "",
    }  # fmt: skip
    assert [group["id"] for group in said["groups"]["side"]] == ["us", "china"]


def matter(catalogue, language) -> Matter:
    document = fixtures.document()
    return Matter(catalogue, document, document.package(), fixtures.evaluation(), language, False, Sources(catalogue))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_tells_both_headlines_and_the_method_once(catalogue, language):
    made = blocks(matter(catalogue, language), credit(catalogue, FOUR, pairs={(0, 1): -1.0}))
    kinds = [type(block) for block in made]
    assert kinds.count(Pictures) == kinds.count(Table) == 2
    assert Bullets in kinds
    assert isinstance(made[-1], Paragraph)
    assert sum(isinstance(b, Paragraph) and ("Shapley" in b.text or "夏普利" in b.text) for b in made) == 1


def test_the_report_says_that_there_is_nothing_to_share_out(catalogue):
    (only,) = blocks(matter(catalogue, "en"), credit(catalogue, []))
    assert isinstance(only, Paragraph)
    assert "no credit to share out" in only.text
