"""When a deal fails, said: one sentence with plain counts, its picture and table, and the regrets."""

import json
import re

import pytest

from dealbuilder import paths
from dealbuilder.document import file
from dealbuilder.report import svg, theme
from dealbuilder.report.blocks import Callout, Heading, Paragraph, Pictures, Table
from dealbuilder.report.figures import table_twin
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.study import fails
from dealbuilder.report.study.sense_data import fails_data
from tests.report import fixtures
from tests.report.study import sensed


@pytest.fixture
def matter(catalogue):
    document = file.open_any(paths.resources() / "examples" / "essay_full.deal").history.document
    evaluation = fixtures.evaluation()
    return Matter(catalogue, document, document.package(), evaluation, "en", False, Sources(catalogue))


def test_the_sentence_names_the_rule_and_counts_unseen_worlds(catalogue):
    told = sensed.discovery(catalogue)
    said = fails.sentence(catalogue, told, "en")
    assert said.startswith("“Supply restored” fails mostly when “Delay of separation and metal plants” is above ")
    assert re.search(r"“Skilled people at the start” is below [\d,]+\s?people", said)
    coverage, density, base = (int(count) for count in re.findall(r"(\d+) of 10{1,2}\b", said))
    whole = 100 if "of 100" in said else 10
    assert coverage == round(told.tested.coverage * whole)
    assert density == round(told.tested.density * whole)
    assert base == round(told.tested.hits / told.tested.all * whole)
    assert "512 worlds that had no part" in fails.basis(told, "en")


@pytest.mark.parametrize(
    ("kind", "word"),
    [("turned", "holds mostly when"), ("luck", "by luck the first break of the truce comes early"),
     ("no_rule", "no rule of two or three assumptions"), ("never", "fails in none of 1,024 worlds"),
     ("rare", "fails in 3 of 1,024 worlds"), ("few", "Too few worlds for a rule (64)")],
)  # fmt: skip
def test_every_outcome_has_its_sentence(catalogue, kind, word):
    told = sensed.discovery(catalogue, kind)
    assert word in fails.sentence(catalogue, told, "en")
    assert re.search("[\u4e00-\u9fff]", fails.sentence(catalogue, told, "zh"))
    assert "{" not in fails.sentence(catalogue, told, "zh") + fails.basis(told, "zh")


@pytest.mark.parametrize("kind", ["rule", "turned", "luck", "no_rule", "never", "rare"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_shows_two_assumptions_and_its_table_adds_up(catalogue, kind, language):
    told = sensed.discovery(catalogue, kind)
    drawn = fails.picture(catalogue, told, language)
    if kind == "never":
        assert drawn is None
        return
    assert (drawn.box is None) is (not told.limits)
    assert svg.draw(drawn, theme.load("print"), 480, 220).startswith("<svg")
    header, rows = table_twin(drawn, language)
    *parts, whole = rows
    assert len(header) == 3
    if parts:
        assert [sum(row[column] for row in parts) for column in (1, 2)] == list(whole[1:])
    assert whole[1] == told.bad.sum()
    assert whole[2] == len(told.points)


def test_counts_are_tens_unless_tens_would_say_none_all_or_no_difference():
    assert fails.counts((0.52, 0.68, 0.21), "en") == ("5 of 10", "7 of 10", "2 of 10")
    assert fails.counts((0.52, 0.24, 0.21), "en") == ("52 of 100", "24 of 100", "21 of 100")
    assert fails.counts((0.97,), "en") == ("97 of 100",)
    assert fails.counts((0.3,), "zh") == ("每10个有3个",)


def test_the_least_worst_regret_is_named_for_both_scores_and_both_parties(catalogue):
    told = sensed.regret()
    said = fails.regret_sentence(catalogue, told, "en")
    assert said == (
        "Least worst regret: Package 1 for supply restored; Package 2 for technology-leadership cost; "
        "Package 1 for value to the United States; Package 2 for value to China."
    )
    rows = fails.regret_rows(catalogue, told, "en")
    assert rows[0][1] == "none · least"
    assert rows[1][1] == "1.5\u00a0percentage points (Essay)"
    assert "add another" in fails.regret_sentence(catalogue, sensed.regret(1), "en")


def test_paper_says_the_sentence_first_the_picture_second(catalogue, matter):
    blocks = fails.blocks(matter, sensed.fails(catalogue))
    assert [type(block) for block in blocks] == [
        Callout, Paragraph, Pictures, Paragraph, Table, Heading, Paragraph, Table, Paragraph,
    ]  # fmt: skip
    alone = fails.blocks(matter, sensed.fails(catalogue, "never", packages=1))
    assert [type(block) for block in alone] == [Callout, Paragraph, Heading, Paragraph]


@pytest.mark.parametrize("kind", ["rule", "never", "few"])
def test_json_holds_the_rule_its_counts_and_the_regrets(catalogue, kind):
    told = json.loads(json.dumps(fails_data(catalogue, sensed.fails(catalogue, kind), "en"), allow_nan=False))
    assert told["outcome"] == kind
    assert told["tested"]["worlds"] >= told["tested"]["inside"] >= told["tested"]["hits_inside"]
    assert [column["id"] for column in told["regret"]["columns"]] == [
        "supply_restored", "leadership_cost", "value_us", "value_china",
    ]  # fmt: skip
    assert bool(told["rule"]) is (kind == "rule")
