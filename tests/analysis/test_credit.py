"""Credit of clauses: it sums, it is fair, it is what its definition says, and few draws or orders tell their error."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import credit as entry
from dealbuilder.analysis.credit import credit
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.why.partition import by_side, by_theme
from dealbuilder.document.examples import example
from dealbuilder.document.file import open_any
from dealbuilder.errors import Cancelled, DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from tests.analysis.packages import clause, package
from tests.analysis.why.reference import by_orders, table

SETTING = Setting(draws=8)


@pytest.fixture(scope="module")
def service(catalogue: Catalogue) -> Evaluator:
    return Evaluator(catalogue)


def shipped(id: str) -> Package:
    path = example(paths.resources() / "examples", id).path
    return open_any(path).history.document.package()


def best(catalogue: Catalogue, *measures: str) -> Package:
    """Return clauses on measures at their last level."""
    return package(*(clause(f"{id}={catalogue.measure_by_id[id].levels[-1].id}") for id in measures))


@pytest.fixture(scope="module")
def five(catalogue: Catalogue) -> Package:
    return best(catalogue, "cn_whitelist", "cn_standstill", "us_standstill", "rescind_ai_letters", "term_length")


def test_credit_is_the_mean_over_every_order_of_agreeing(service, catalogue, five):
    found = credit(service, five, SETTING)
    at = [next(i for i, one in enumerate(catalogue.indicators) if one.id == id) for id in found.indicators]
    expected = by_orders(table(service, five, SETTING)[:, at])
    assert found.method == "exact"
    assert found.draws == SETTING.draws
    # The scoreboard puts means of the lead on a grid of 2 to the power of -32.
    np.testing.assert_allclose(found.shapley, expected, atol=1e-9)


def test_every_indicator_but_ratios_and_ranks_is_told(service, catalogue, five):
    found = credit(service, five, SETTING)
    assert {one.id for one in catalogue.indicators} - set(found.indicators) == {"supply_if_alive", "median_life"}
    assert found.units == tuple(catalogue.indicator_by_id[id].unit for id in found.indicators)


@pytest.mark.parametrize("id", ["winter", "busan", "escalation"])
@pytest.mark.parametrize("budget", [1, 1 << 9, 1 << 20])
def test_credits_sum_to_the_change_of_the_shown_score(service, id, budget):
    whole, setting = shipped(id), Setting(draws=40)
    found = credit(service, whole, setting, budget=budget, groups=(by_side(service.catalogue),))
    shown = service.evaluate(whole, setting, full=False)
    for place, indicator in enumerate(found.indicators):
        score = shown.score(indicator)
        assert found.after[place] == score.mean
        assert found.before[place] == score.baseline
        assert found.shapley[:, place].sum() == pytest.approx(score.mean - score.baseline, abs=1e-9)
        assert found.divided[0].values[:, place].sum() == pytest.approx(score.mean - score.baseline, abs=1e-9)


def test_many_clauses_are_sampled_and_still_sum_to_the_score(service):
    whole = shipped("essay_full")
    found = credit(service, whole, SETTING, budget=1)
    assert found.method == "sampled"
    assert found.orders > 0
    np.testing.assert_allclose(found.shapley.sum(axis=0), found.after - found.before, atol=1e-9)


def test_a_clause_that_does_nothing_earns_exactly_nothing(service, catalogue, five):
    # A measure that no catalogue knows, a locked guardrail, and a clause that waits for one that never comes.
    levels = {id: catalogue.measure_by_id[id].levels[-1].id for id in ("cn_customs", "oct22_chips")}
    waiting = clause(f"cn_customs={levels['cn_customs']}", wait="grant_pending=all")
    whole = package(*five.clauses, "no_such_measure=x", f"oct22_chips={levels['oct22_chips']}", waiting)
    for budget in (1 << 7, 1 << 12):
        found = credit(service, whole, SETTING, budget=budget)
        for name in ("no_such_measure", "oct22_chips", "cn_customs"):
            row = found.clauses.index(name)
            for array in (found.shapley, found.first_in, found.leave_one_out, found.errors):
                assert not array[row].any(), name
            assert not np.signbit(found.shapley[row]).any()
        assert found.heard == 6


def test_a_clause_left_out_as_silent_would_have_earned_nothing(service, five, monkeypatch):
    whole = package(*five.clauses, "no_such_measure=x")
    quick = credit(service, whole, SETTING)
    monkeypatch.setattr(entry, "silent", lambda *_: frozenset())
    slow = credit(service, whole, SETTING)
    assert (quick.heard, slow.heard) == (5, 6)
    np.testing.assert_allclose(quick.shapley, slow.shapley, atol=1e-12)
    assert not slow.shapley[-1].any()


def test_a_clause_that_another_waits_for_shares_the_credit(service, catalogue):
    level = catalogue.measure_by_id["agenda_green"].levels[-1].id
    waiting = clause("cn_whitelist=most", wait=f"agenda_green={level}")
    supply = credit(service, package(waiting, f"agenda_green={level}"), SETTING).of("supply_restored")
    whitelist, awaited = supply.shares
    assert whitelist.first_in == 0.0
    assert whitelist.shapley == pytest.approx(whitelist.leave_one_out / 2, abs=1e-9)
    assert awaited.leave_one_out == pytest.approx(supply.change, abs=1e-9)
    assert supply.pairs[0].value == pytest.approx(whitelist.leave_one_out, abs=1e-9)


def test_the_way_from_another_package_credits_what_differs(service, catalogue, five):
    start = package(five.clauses[0], clause("cn_standstill=none"), "keep_veu=none")
    found = credit(service, five, replace(SETTING, baseline=five), start=start)
    assert set(found.clauses) == {"cn_standstill", "us_standstill", "rescind_ai_letters", "term_length", "keep_veu"}
    np.testing.assert_allclose(found.shapley.sum(axis=0), found.after - found.before, atol=1e-9)
    back = credit(service, start, replace(SETTING, baseline=five), start=five)
    swap = [back.clauses.index(clause) for clause in found.clauses]
    np.testing.assert_allclose(back.shapley[swap], -found.shapley, atol=1e-9)


def test_the_baseline_of_the_setting_is_where_the_way_starts(service, five):
    base = package(*five.clauses[:2])
    found = credit(service, five, replace(SETTING, baseline=base))
    assert found.clauses == tuple(one.measure for one in five.clauses[2:])


def test_no_clause_and_equal_packages_have_nothing_to_share_out(service, five):
    for start, whole in ((None, package()), (five, five)):
        found = credit(service, whole, SETTING, start=start, groups=(by_theme(service.catalogue),))
        assert found.clauses == ()
        assert found.of("supply_restored").shares == ()
        assert found.of("supply_restored").change == 0.0


def test_one_clause_earns_all(service, catalogue):
    found = credit(service, best(catalogue, "cn_whitelist"), SETTING)
    np.testing.assert_allclose(found.shapley[0], found.after - found.before, atol=1e-12)
    np.testing.assert_allclose(found.first_in, found.leave_one_out, atol=1e-12)


def test_a_single_draw_tells_no_error(service, five):
    found = credit(service, five, Setting(draws=1))
    assert np.isnan(found.errors).all()
    np.testing.assert_allclose(found.shapley.sum(axis=0), found.after - found.before, atol=1e-9)


def test_the_same_seed_gives_the_same_bits_in_another_session(catalogue):
    one, other = (credit(Evaluator(catalogue), shipped("essay_full"), Setting(draws=4), budget=1) for _ in range(2))
    for name in ("shapley", "errors", "first_in", "leave_one_out", "interactions"):
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes(), name


def test_few_draws_lie_within_their_errors_of_all_draws(service, five):
    setting = Setting(draws=512)
    few, all_ = (credit(service, five, setting, budget=budget) for budget in (1 << 9, 1 << 20))
    assert few.draws == 16
    at = [few.indicators.index(id) for id in ("supply_restored", "leadership_cost", "alive_60", "balance_us")]
    off = np.abs(few.shapley - all_.shapley)[:, at] / np.hypot(few.errors, all_.errors)[:, at]
    assert np.median(off) < 1.0
    assert np.quantile(off, 0.9) < 2.5


def test_sampled_credit_lies_within_its_errors_of_the_exact_one(service, monkeypatch):
    whole, setting = shipped("busan"), Setting(draws=16)
    sides = (by_side(service.catalogue),)
    exact = credit(service, whole, setting, groups=sides)
    monkeypatch.setattr(entry, "EXACT", 0)
    sampled = credit(service, whole, setting, groups=sides, budget=1 << 14)
    assert (exact.method, sampled.method) == ("exact", "sampled")
    at = [
        exact.indicators.index(id) for id in ("supply_restored", "leadership_cost", "balance_china", "china_earnings")
    ]
    for ours, theirs, errors in (
        (sampled.shapley, exact.shapley, sampled.errors),
        (sampled.divided[0].values, exact.divided[0].values, sampled.divided[0].errors),
    ):
        off = np.abs(ours - theirs)[:, at] / errors[:, at]
        assert off.max() < 3.0
    rows = [exact.pairs.index(pair) for pair in sampled.pairs]
    off, at = np.abs(sampled.interactions - exact.interactions[rows]), at[:2]
    assert np.median(off[:, at] / sampled.interaction_errors[:, at]) < 1.5


def test_groups_earn_what_their_clauses_earn_within_them(service, five):
    for way in (by_side(service.catalogue), by_theme(service.catalogue)):
        found = credit(service, five, SETTING, groups=(way,)).of("supply_restored")
        for group in found.grouped(way.id):
            assert sum(group.owen) == pytest.approx(group.value, abs=1e-12)
        assert sum(group.value for group in found.grouped(way.id)) == pytest.approx(found.change, abs=1e-9)


def test_work_that_is_cancelled_ends_at_once(service, five):
    def tick(done: float) -> None:
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        credit(service, five, Setting(draws=64, seed=9), tick=tick)


def test_a_setting_that_the_catalogue_cannot_serve_is_told(service, five):
    with pytest.raises(DealError, match="no worldview"):
        credit(service, five, Setting(worldview="nobody"))
