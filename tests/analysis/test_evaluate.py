"""The service: identities that no package may break, and what an evaluation must say."""

import dataclasses
import math
import threading

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.analysis import evaluate, runs
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document.file import load
from dealbuilder.errors import Cancelled, DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Clause, Package
from tests.analysis.packages import clause, package

FEW = Setting(draws=24)
SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def essay():
    return load(paths.resources() / "examples" / "essay_full.deal").history.document.package()


def any_package(catalogue):
    """Draw a package of a few known clauses at any level and time."""
    measures = st.lists(st.sampled_from(catalogue.measures), unique_by=lambda m: m.id, max_size=6)

    @st.composite
    def build(draw):
        clauses = [
            Clause(
                measure=measure.id,
                level=draw(st.sampled_from(measure.levels)).id,
                start=draw(st.integers(0, 59)),
                unlocked=measure.guardrail,
            )
            for measure in draw(measures)
        ]
        return Package(id="p", name="any", clauses=tuple(clauses))

    return build()


def values(evaluation):
    return {score.id: (score.mean, score.p05, score.p50, score.p95) for score in evaluation.scores}


def same(one, other):
    """Compare values bit for bit, taking two undefined numbers as equal."""
    return all(
        a == b or (math.isnan(a) and math.isnan(b)) for id in one for a, b in zip(one[id], other[id], strict=True)
    )


def test_the_empty_package_is_the_baseline_to_the_last_bit(evaluator):
    empty = evaluator.evaluate(package(), FEW)
    for score in empty.scores:
        assert score.mean == score.baseline or score.id == "gap_closed", score
    assert empty.score("leadership_cost").mean == 0.0
    assert empty.score("leadership_cost").p05 == empty.score("leadership_cost").p95 == 0.0
    for monthly in empty.monthly:
        assert np.array_equal(monthly.mean, monthly.baseline, equal_nan=True)
    assert empty.worst_movable is None


def test_a_package_of_clauses_at_none_is_the_baseline_too(evaluator, catalogue):
    every = package(*(f"{measure.id}=none" for measure in catalogue.measures))
    assert same(
        values(evaluator.evaluate(every, FEW, full=False)), values(evaluator.evaluate(package(), FEW, full=False))
    )


def test_unknown_clauses_change_nothing_and_are_named(evaluator):
    known = package("cn_whitelist=most", "cn_accept_chips=free")
    strange = package("cn_whitelist=most", "made_up=much", "cn_accept_chips=free", "lift_eda=entirely")
    one, other = evaluator.evaluate(known, FEW), evaluator.evaluate(strange, FEW)
    assert same(values(one), values(other))
    assert other.unknown == ("made_up", "lift_eda:entirely")
    assert {"made_up", "lift_eda"} <= {idle.measure for idle in other.idle}


@SLOW
@given(data=st.data())
def test_the_order_of_clauses_never_matters(evaluator, catalogue, data):
    one = data.draw(any_package(catalogue))
    other = one.model_copy(update={"clauses": tuple(data.draw(st.permutations(one.clauses)))})
    # Two evaluators: neither may answer from the memory of the other.
    first = Evaluator(catalogue).evaluate(one, FEW, full=False)
    second = Evaluator(catalogue).evaluate(other, FEW, full=False)
    assert same(values(first), values(second))


@SLOW
@given(data=st.data())
def test_costs_against_two_baselines_differ_by_the_cost_between_them(evaluator, catalogue, data):
    ours, first, second = (data.draw(any_package(catalogue)) for _ in range(3))

    def cost(of, against):
        setting = dataclasses.replace(FEW, baseline=against)
        return evaluator.evaluate(of, setting, full=False).score("leadership_cost").mean

    assert cost(ours, second) == cost(ours, first) - cost(second, first)


def test_notes_never_matter_to_the_score(evaluator, essay):
    noted = essay.model_copy(update={"clauses": tuple(c.model_copy(update={"note": "n"}) for c in essay.clauses)})
    assert same(values(evaluator.evaluate(essay, FEW, full=False)), values(evaluator.evaluate(noted, FEW, full=False)))


def test_the_first_answer_is_the_whole_answer_without_the_extras(evaluator, essay):
    first, whole = evaluator.evaluate(essay, FEW, full=False), evaluator.evaluate(essay, FEW)
    assert same(values(first), values(whole))
    assert (first.final, whole.final) == (False, True)
    assert first.readings == first.idle == ()
    assert [reading.worldview for reading in whole.readings] == [view.id for view in evaluator.catalogue.worldviews]


def test_a_reading_is_the_score_under_that_worldview(evaluator, essay):
    whole = evaluator.evaluate(essay, FEW)
    for reading in whole.readings:
        alone = evaluator.evaluate(essay, dataclasses.replace(FEW, worldview=reading.worldview), full=False)
        assert reading.supply_restored == alone.score("supply_restored").mean
        assert reading.leadership_cost == alone.score("leadership_cost").mean
        assert reading.alive_60 == alone.score("alive_60").mean


def test_every_indicator_of_the_catalogue_is_scored_with_its_unit(evaluator, essay):
    evaluation = evaluator.evaluate(essay, FEW, full=False)
    assert [(s.id, s.unit) for s in evaluation.scores] == [(i.id, i.unit) for i in evaluator.catalogue.indicators]
    assert all(math.isfinite(score.mean) for score in evaluation.scores if score.id != "gap_closed")


def test_bands_hold_the_median_and_mostly_the_mean(evaluator, essay):
    for score in evaluator.evaluate(essay, FEW, full=False).scores:
        assert math.isnan(score.mean) or score.p05 <= score.p50 <= score.p95


def test_every_monthly_series_has_a_unit_and_one_value_a_month(evaluator, essay):
    evaluation = evaluator.evaluate(essay, FEW, full=False)
    assert len(evaluation.months) == evaluation.signing + 61
    assert evaluation.months[evaluation.signing] == "2025-07"
    for monthly in evaluation.monthly:
        assert monthly.unit
        for values_ in (monthly.p05, monthly.p50, monthly.p95, monthly.mean, monthly.baseline):
            assert values_.shape == (len(evaluation.months),)


def test_the_parts_of_the_cost_add_up_to_it(evaluator, essay):
    evaluation = evaluator.evaluate(essay, FEW, full=False)
    total = evaluation.score("leadership_cost").mean
    fronts = sum(evaluation.score(f"leadership_{front}").mean for front in ("compute", "tools", "memory"))
    sides = sum(evaluation.score(f"leadership_{side}").mean for side in ("china_gain", "us_slowed"))
    assert math.isclose(total, fronts, abs_tol=1e-6)
    assert math.isclose(total, sides, abs_tol=1e-6)


def test_the_gap_closed_is_the_gain_over_what_was_open(evaluator, essay):
    evaluation = evaluator.evaluate(essay, FEW, full=False)
    supply = evaluation.score("supply_restored")
    wanted = 100 * (supply.mean - supply.baseline) / (100 - supply.baseline)
    assert math.isclose(evaluation.score("gap_closed").mean, wanted, abs_tol=1e-6)


def test_the_worst_cell_of_each_class_is_the_least_of_its_map(evaluator, essay):
    evaluation = evaluator.evaluate(essay, FEW, full=False)
    assert [cell.klass for cell in evaluation.worst] == ["civil", "dual_use", "military"]
    for cell, heat in zip(evaluation.worst, evaluation.heat, strict=True):
        assert abs(cell.value - np.nanmin(heat.values)) <= 0.1
    movable = evaluation.worst_movable
    assert movable is not None
    assert abs(movable.value - movable.baseline) >= 0.5


def test_observed_months_are_shares_of_2024_beside_the_series_they_belong_to(evaluator):
    evaluation = evaluator.evaluate(package(), FEW, full=False)
    seen = {known.series: dict(zip(known.months, known.values, strict=True)) for known in evaluation.observed}
    assert abs(seen["magnets_us"]["2025-05"] - 0.07) < 0.02
    assert abs(seen["magnets_world"]["2025-05"] - 0.26) < 0.02
    assert all(evaluation.series(id) for id in seen)


def test_a_change_of_a_parameter_changes_scores_and_an_unknown_one_is_ignored(evaluator, catalogue):
    plain = evaluator.evaluate(package(), FEW, full=False)
    strange = (Change(parameter="no_such_parameter", value=1.0),)
    ignored = evaluator.evaluate(package(), dataclasses.replace(FEW, changes=strange), full=False)
    assert same(values(plain), values(ignored))


def test_another_baseline_is_named_and_taken(evaluator, essay):
    other = package("cn_whitelist=most", name="The list")
    evaluation = evaluator.evaluate(essay, dataclasses.replace(FEW, baseline=other), full=False)
    assert evaluation.baseline == "The list"
    alone = evaluator.evaluate(other, FEW, full=False)
    assert evaluation.score("supply_restored").baseline == alone.score("supply_restored").mean


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (Setting(pack="1999-01"), "2025-07"),
        (Setting(worldview="gloomy"), "central"),
        (Setting(draws=0), "0 draws"),
        (Setting(draws=-4), "-4 draws"),
        (Setting(draws=10**9), "100000"),
        (Setting(seed=-1), "seed"),
    ],
)
def test_a_setting_that_cannot_be_served_is_a_sentence(evaluator, setting, words):
    with pytest.raises(DealError, match="nothing was scored") as caught:
        evaluator.evaluate(package(), setting)
    assert words in str(caught.value)


def test_progress_rises_to_one(catalogue, essay):
    told = []
    Evaluator(catalogue).evaluate(essay, FEW, tick=told.append)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1.0


def test_a_cancelled_evaluation_leaves_the_service_sound(catalogue, essay):
    evaluator = Evaluator(catalogue)

    def stop(_done):
        raise Cancelled

    with pytest.raises(Cancelled):
        evaluator.evaluate(essay, FEW, tick=stop)
    fresh = Evaluator(catalogue).evaluate(essay, FEW, full=False)
    assert same(values(evaluator.evaluate(essay, FEW, full=False)), values(fresh))


def test_threads_get_the_same_answers(catalogue, essay):
    evaluator = Evaluator(catalogue)
    answers = {}

    def work(place, of):
        answers[place] = values(evaluator.evaluate(of, FEW, full=False))

    packages = [essay, package("cn_whitelist=most"), package()] * 3
    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(packages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for place, of in enumerate(packages):
        assert same(answers[place], values(Evaluator(catalogue).evaluate(of, FEW, full=False)))


def test_a_single_draw_can_be_scored(evaluator, essay):
    evaluation = evaluator.evaluate(essay, Setting(draws=1), full=False)
    score = evaluation.score("supply_restored")
    assert score.mean == score.p05 == score.p95
    assert math.isnan(score.error)


def test_a_clause_stronger_than_any_precedent_is_marked(evaluator):
    evaluation = evaluator.evaluate(package("cn_access_military=full", "keep_veu=whole_deal"), FEW, full=False)
    assert evaluation.beyond_evidence == ("cn_access_military",)


def test_a_clause_that_is_law_already_is_idle_with_its_reason(evaluator):
    evaluation = evaluator.evaluate(package("lift_eda=lifted", "cn_whitelist=most"), FEW)
    (idle,) = evaluation.idle
    assert idle.measure == "lift_eda"
    assert "already" in idle.reason_en


def test_a_clause_that_starts_late_in_a_lapsed_deal_is_a_contradiction(evaluator):
    evaluation = evaluator.evaluate(package(clause("cn_whitelist=most", start=30)), FEW, full=False)
    assert evaluation.contradictions


def test_a_yardstick_that_the_user_changes_is_the_one_that_is_used(evaluator):
    offer = package("cn_whitelist=most")
    plain = evaluator.evaluate(offer, FEW, full=False).score("capital_share").mean
    envelope = evaluator.catalogue.parameter_by_id["essay_envelope"].value
    twice = dataclasses.replace(FEW, changes=(Change(parameter="essay_envelope", value=2 * envelope),))
    assert evaluator.evaluate(offer, twice, full=False).score("capital_share").mean == pytest.approx(plain / 2)


@pytest.mark.parametrize("change", [{"value": 7}, {"value": 0.9, "low": 0.1, "high": 0.2}, {"value": 0.5, "low": -1}])
def test_an_impossible_assumption_is_refused_with_the_place_to_restore_it(evaluator, change):
    setting = dataclasses.replace(FEW, changes=(Change(parameter="approve_civil", **change),))
    with pytest.raises(DealError, match="approve_civil") as refused:
        evaluator.evaluate(package(), setting)
    assert "restore it under Assumptions" in refused.value.hint


def test_a_very_long_run_keeps_the_months_of_its_first_draws_only(catalogue, monkeypatch):
    """The memory of a run must not grow with its draws; what is kept are the very draws of a shorter run."""
    monkeypatch.setattr(runs, "RECORDED", 64)
    monkeypatch.setattr(evaluate, "RECORDED", 64)
    package = Package(id="p", name="")
    long, short = (Evaluator(catalogue).evaluate(package, Setting(draws=n), full=False) for n in (192, 64))
    assert (long.monthly_draws, short.monthly_draws) == (64, 64)
    assert np.array_equal(long.monthly[0].mean, short.monthly[0].mean)
    assert long.score("supply_restored").mean != short.score("supply_restored").mean
    assert long.score("supply_restored").error < short.score("supply_restored").error
