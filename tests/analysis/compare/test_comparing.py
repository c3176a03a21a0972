"""Packages beside one another: paired on the same draws, whatever their order and company."""

import dataclasses
import itertools

import numpy as np
import pytest

from dealbuilder.analysis.compare.comparing import MOST, compare, named
from dealbuilder.analysis.compare.paired import differences, ranks
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Score, Setting
from dealbuilder.analysis.runs import world
from dealbuilder.errors import Cancelled, DealError
from tests.analysis.packages import package

FEW = Setting(draws=48)
PACKAGES = (
    package("cn_whitelist=nearly_all", "rescind_ai_letters=all", name="Bridge"),
    package("cn_whitelist=pilot", "us_standstill=full", name="Draft"),
    package(name="Nothing"),
    package("gone=x", "cn_whitelist=most", name="Lost"),
)


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def found(service):
    return compare(service, PACKAGES, FEW)


def test_a_package_scores_beside_others_as_it_does_alone(service, found):
    for one in found.packages:
        alone = service.evaluate(one.package, FEW)
        assert {id: repr(score) for id, score in one.scores.items()} == {s.id: repr(s) for s in alone.scores}
        for monthly in alone.monthly:
            there = one.monthly[monthly.id]
            for name in ("mean", "p05", "p50", "p95", "baseline"):
                assert np.array_equal(getattr(there, name), getattr(monthly, name))


def test_the_difference_of_two_scores_is_the_mean_of_the_draws_own_differences(service, found):
    a, b = (one.outputs for one in service.store.summaries(world(FEW), PACKAGES[:2], record=False))
    apart = found.pair(0, 1).differences
    assert apart["supply_restored"].value == pytest.approx(np.mean(a["supply"] - b["supply"]), abs=1e-9)
    assert apart["leadership_cost"].value == pytest.approx(np.mean(b["lead"] - a["lead"]), abs=1e-9)
    assert apart["alive_60"].value == pytest.approx(100 * np.mean(a["alive_60"] - b["alive_60"]), abs=1e-9)
    assert apart["supply_restored"].higher == np.mean(a["supply"] - b["supply"] >= 0.05)
    for id, one in apart.items():
        scores = found.outcome(id).scores
        assert one.value == pytest.approx(scores[0].mean - scores[1].mean, abs=1e-9, nan_ok=True)


def test_the_band_of_the_difference_is_narrower_than_the_difference_of_bands(found):
    """Draws of supply go up and down together in all packages: pairing them takes that out."""
    for one, other in itertools.combinations(range(len(PACKAGES)), 2):
        for id in ("supply_restored", "supply_civil", "cutoff_survival"):
            apart = found.pair(one, other).differences[id]
            a, b = found.packages[one].scores[id], found.packages[other].scores[id]
            assert apart.p95 - apart.p05 <= (a.p95 - b.p05) - (a.p05 - b.p95) + 1e-9
    apart, a, b = (
        found.pair(0, 2).months["supply"],
        found.packages[0].monthly["supply"],
        found.packages[2].monthly["supply"],
    )
    assert np.all(apart.p95 - apart.p05 <= (a.p95 - b.p05) - (a.p05 - b.p95) + 1e-9)


def test_a_pairing_by_draw_is_narrower_than_one_by_chance():
    rng = np.random.default_rng(5)
    shared = rng.normal(size=2000)
    one, other = shared + 0.2 * rng.normal(size=2000), shared + 0.2 * rng.normal(size=2000)
    score = Score("supply_restored", "%", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    widths = []
    for theirs in (other, rng.permutation(other)):
        ids = {"supply_restored": score}
        apart = differences(ids, ids, {"supply_restored": one}, {"supply_restored": theirs}, {"supply_restored": 0.05})[
            "supply_restored"
        ]
        widths.append((apart.p95 - apart.p05, apart.error))
    assert widths[0][0] < 0.5 * widths[1][0]
    assert widths[0][1] < 0.5 * widths[1][1]


def test_a_package_less_itself_is_exactly_nought_with_a_band_of_nought(service):
    pair = compare(service, (PACKAGES[0], PACKAGES[0]), FEW).pair(0, 1)
    for one in pair.differences.values():
        assert one.value == 0.0 or np.isnan(one.value)
        for value in (one.p05, one.p50, one.p95, one.error, one.higher):
            assert value == 0.0 or np.isnan(value)
    assert pair.differences["supply_restored"].equal == 1.0
    assert pair.differences["supply_restored"].p95 == 0.0
    for months in pair.months.values():
        assert not months.mean.any()
        assert not months.p05.any()
        assert not months.p95.any()


def test_b_less_a_is_a_less_b_turned_round(service, found):
    back = compare(service, PACKAGES[::-1], FEW)
    last = len(PACKAGES) - 1
    for one, other in itertools.combinations(range(len(PACKAGES)), 2):
        there, turned = found.pair(one, other), back.pair(last - other, last - one)
        for id, apart in there.differences.items():
            again = turned.differences[id]
            assert again.value == pytest.approx(-apart.value, abs=1e-9, nan_ok=True)
            assert (again.p05, again.p95) == pytest.approx((-apart.p95, -apart.p05), abs=1e-9, nan_ok=True)
            rest = 1 - apart.higher - apart.equal
            assert again.higher == pytest.approx(rest, abs=1e-12, nan_ok=True)
            mirrored = found.pair(other, one).differences[id]
            assert dataclasses.astuple(again)[2:] == pytest.approx(
                dataclasses.astuple(mirrored)[2:], abs=1e-9, nan_ok=True
            )
        assert turned.months["supply"].p05 == pytest.approx(-there.months["supply"].p95, abs=1e-9)


def test_neither_order_nor_company_changes_a_number(catalogue, found):
    order = (2, 0, 3, 1)
    shuffled = compare(Evaluator(catalogue), [PACKAGES[place] for place in order], FEW)
    for new, old in enumerate(order):
        assert {i: repr(s) for i, s in shuffled.packages[new].scores.items()} == {
            i: repr(s) for i, s in found.packages[old].scores.items()
        }
        assert shuffled.packages[new].cloud == found.packages[old].cloud
        for outcome, again in zip(found.outcomes, shuffled.outcomes, strict=True):
            assert outcome.ranks[old] == again.ranks[new]
            assert outcome.material == again.material
    assert {row.measure: row.kinds for row in shuffled.rows} == {row.measure: row.kinds for row in found.rows}


def test_every_draw_is_ahead_behind_or_equal(found):
    for pair in found.pairs.values():
        for one in pair.differences.values():
            if not np.isnan(one.higher):
                assert 0.0 <= one.higher <= 1.0
                assert one.ahead("more") + one.ahead("less") + one.equal == pytest.approx(1.0)
            assert np.isnan(one.ahead("none"))


def test_ranks_follow_the_sense_and_equal_packages_share_one():
    assert ranks([3.0, 1.0, 3.0], "more", 1) == (1, 3, 1)
    assert ranks([3.0, 1.0, 3.0], "less", 1) == (2, 1, 2)
    assert ranks([3.02, 3.04, 2.9], "more", 1) == (1, 1, 3)
    assert ranks([3.0, float("nan")], "more", 1) == (1, None)
    assert ranks([3.0, 1.0], "none", 1) == (None, None)


def test_an_indicator_in_which_packages_are_alike_is_a_trifle(service, found):
    assert found.outcome("supply_restored").material
    alike = compare(service, (PACKAGES[0], PACKAGES[0]), FEW, months=False)
    assert not any(outcome.material for outcome in alike.outcomes)
    assert alike.alike
    assert not found.alike


def test_one_package_one_draw_and_unknown_clauses_are_no_hindrance(service):
    alone = compare(service, PACKAGES[3:], dataclasses.replace(FEW, draws=1))
    assert alone.pairs == {}
    assert alone.packages[0].unknown == ("gone",)
    assert alone.packages[0].cloud.ovals == ()


def test_packages_of_one_name_are_told_apart():
    assert named([PACKAGES[0], PACKAGES[0], PACKAGES[1]]) == ("Bridge", "Bridge (2)", "Draft")


def test_too_many_packages_or_none_are_refused_in_words(service):
    for wrong in ((), PACKAGES[:1] * (MOST + 1)):
        with pytest.raises(DealError, match="cannot be set beside"):
            compare(service, wrong, FEW)


def test_a_comparison_can_be_stopped(service):
    def stop(done: float) -> None:
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(service, PACKAGES, dataclasses.replace(FEW, seed=3), tick=stop)
