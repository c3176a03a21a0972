"""What a package is worth to each role: nothing for no deal, something somewhere for all, red lines on both sides."""

import math
from itertools import product

import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Score, Setting
from dealbuilder.analysis.lens_value import crossed, lens_value
from dealbuilder.document.examples import examples
from dealbuilder.document.file import load
from tests.analysis.packages import clause, package

DRAWS = 16
SHIPPED = [shipped.id for shipped in examples(paths.resources() / "examples")]


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def valued(catalogue, evaluator):
    """Values by example and lens."""
    values = {}
    for shipped in examples(paths.resources() / "examples"):
        document = load(shipped.path).history.document
        setting = Setting(pack=document.pack, draws=DRAWS, seed=document.seed)
        scores = evaluator.evaluate(document.package(), setting, full=False).scores
        values[shipped.id] = {lens.id: lens_value(lens, scores) for lens in catalogue.lenses}
    return values


@pytest.fixture(scope="module")
def lines(catalogue):
    """Measures whose red line each example crosses, by lens."""
    found = {}
    for shipped in examples(paths.resources() / "examples"):
        signed = load(shipped.path).history.document.package()
        found[shipped.id] = {
            lens.id: [line.measure for line in crossed(catalogue, lens, signed)] for lens in catalogue.lenses
        }
    return found


def score(id, baseline, mean):
    return Score(id, "%", baseline, mean, mean, mean, mean, 0.0)


@pytest.mark.parametrize("pack", ["2025-07", "2026-11"])
def test_no_deal_is_worth_exactly_nothing_to_every_role(catalogue, evaluator, pack):
    scores = evaluator.evaluate(NO_DEAL, Setting(pack=pack, draws=DRAWS), full=False).scores
    for lens in catalogue.lenses:
        found = lens_value(lens, scores)
        assert (found.value, math.copysign(1.0, found.value)) == (0.0, 1.0)
        assert found.undefined == ()


def test_every_role_reacts_to_an_example(catalogue, valued):
    for lens in catalogue.lenses:
        assert max(abs(values[lens.id].value) for values in valued.values()) > 0.1, lens.id


def test_every_indicator_that_a_role_weighs_moves_under_an_example(catalogue, valued):
    for lens in catalogue.lenses:
        parts = [dict(values[lens.id].parts) for values in valued.values()]
        for weight in lens.weights:
            assert any(part[weight.indicator] != 0.0 for part in parts), (lens.id, weight.indicator)


def test_a_value_is_the_sum_of_its_parts(catalogue, valued):
    for example, lens in product(SHIPPED, catalogue.lenses):
        found = valued[example][lens.id]
        assert found.value == pytest.approx(sum(points for _, points in found.parts), abs=1e-12)


def test_red_lines_are_crossed_on_both_sides_by_an_example_that_trades_and_by_one_that_escalates(catalogue, lines):
    for example in ("essay_full", "escalation"):
        assert {lens.side for lens in catalogue.lenses if lines[example][lens.id]} >= {"us", "china"}


def test_no_deal_and_the_truce_s_framework_cross_no_line(lines):
    assert not any(lines["no_deal"].values())
    assert not any(lines["truce_framework"].values())


def test_the_essay_s_deal_crosses_the_security_organs_line_on_military_users(lines):
    assert "cn_access_military" in lines["essay_full"]["cn_security"]
    assert "ease_huawei" in lines["essay_full"]["us_control_advocates"]


def test_a_line_is_crossed_at_its_level_and_beyond_and_not_below(catalogue):
    lens = catalogue.lens_by_id["us_dealmakers"]
    levels = [level.id for level in catalogue.measure_by_id["oct22_chips"].levels]
    for level in levels:
        signed = package(clause(f"oct22_chips={level}", unlocked=True))
        assert bool(crossed(catalogue, lens, signed)) == (levels.index(level) >= levels.index("b30a_class"))


def test_a_locked_guardrail_is_not_signed_and_crosses_nothing(catalogue):
    lens = catalogue.lens_by_id["us_control_advocates"]
    assert crossed(catalogue, lens, package("oct22_chips=rescinded")) == ()
    assert [line.measure for line in crossed(catalogue, lens, package(clause("oct22_chips=rescinded", unlocked=True)))]


def test_sense_and_scale_decide_the_points(catalogue):
    lens = catalogue.lens_by_id["us_control_advocates"]
    before = {weight.indicator: score(weight.indicator, 10.0, 10.0) for weight in lens.weights}
    for weight in lens.weights:
        up = {**before, weight.indicator: score(weight.indicator, 10.0, 10.0 + weight.scale)}
        wanted = weight.weight if weight.sense == "more" else -weight.weight
        assert lens_value(lens, up.values()).value == pytest.approx(wanted)


def test_what_is_undefined_counts_nothing_and_is_named(catalogue):
    lens = catalogue.lens_by_id["us_control_advocates"]
    scores = [score(weight.indicator, 10.0, 10.0) for weight in lens.weights]
    scores[0] = score(lens.weights[0].indicator, 10.0, math.nan)
    found = lens_value(lens, scores)
    assert (found.value, found.undefined) == (0.0, (lens.weights[0].indicator,))


def test_scores_that_lack_an_indicator_are_refused(catalogue):
    with pytest.raises(KeyError, match="leadership_cost"):
        lens_value(catalogue.lens_by_id["us_control_advocates"], ())
