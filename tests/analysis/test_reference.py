"""Reference deals: the hazard taken apart adds up, places follow the lives, agreement counts what can be compared."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest

from dealbuilder.analysis.reference import ranking
from dealbuilder.analysis.reference.hazard import EXPIRY, TERMS, UNCAPPED, YEAR, splits
from dealbuilder.analysis.reference.ranking import agreement, reference
from dealbuilder.analysis.reference.struck import STRUCK
from dealbuilder.cli.comparing import packages
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Package

DRAWS, SEED, PACK = 64, 20250715, "2025-07"
VIEWS = ("central", "essay", "sceptic")
BY_ID = {struck.id: struck for struck in STRUCK}
DEALS = tuple(struck.id for struck in STRUCK if struck.is_deal)


@pytest.fixture(scope="module")
def shipped():
    return packages()


@pytest.fixture(scope="module")
def found(catalogue, shipped):
    return reference(catalogue, shipped, VIEWS, DRAWS, SEED)


def hazards(catalogue, package, *changes, worldview="central"):
    """Return the hazard of the first year, percent a month, (months, draws)."""
    prepared = prepare(catalogue, PACK, worldview, changes, DRAWS, SEED)
    ran = run(prepared, [package])
    return ran.monthly[0, ran.series_ids.index("hazard"), ran.signing + 1 : ran.signing + 1 + YEAR]


def nought(*ids):
    return tuple(Change(parameter=id, value=0.0) for id in ids)


@pytest.mark.parametrize("id", [struck.id for struck in STRUCK] + ["essay_full", "escalation"])
@pytest.mark.parametrize("worldview", ["central", "sceptic"])
def test_the_terms_of_the_hazard_add_up_to_all_that_sets_a_deal_apart_from_the_truce(catalogue, shipped, id, worldview):
    """Without its expiries and without every term a deal has the hazard of the truce as it stands."""
    package = shipped[id][0]
    (split,) = splits(catalogue, PACK, [package], worldview, DRAWS, SEED)
    bare = hazards(catalogue, package, UNCAPPED, *nought(EXPIRY, *sum(TERMS.values(), ())), worldview=worldview)
    truce = hazards(catalogue, Package(id="p", name=""), *nought(EXPIRY), worldview=worldview)
    assert bare == pytest.approx(truce, rel=1e-12)
    steady = hazards(catalogue, package, UNCAPPED, *nought(EXPIRY), worldview=worldview)
    assert sum(split.terms.values()) == pytest.approx(float(np.log(steady / bare).mean()), abs=1e-9)


def test_a_term_that_a_package_does_not_touch_is_nought_and_one_that_it_adds_is_not(catalogue, shipped):
    package = shipped["geneva"][0]
    (split,) = splits(catalogue, PACK, [package], "central", DRAWS, SEED)
    untouched = {id for id, value in split.terms.items() if value == 0.0}
    assert {"stakes", "terms", "hostile", "red_lines"} <= untouched
    assert split.terms["restraint"] < 0
    verified = package.model_copy(
        update={"clauses": (*package.clauses, shipped["essay_full"][0].clause("term_verification"))}
    )
    (other,) = splits(catalogue, PACK, [verified], "central", DRAWS, SEED)
    assert other.terms["terms"] < 0
    assert other.hazard < split.hazard


def test_the_hazard_shown_is_the_engine_s_own_and_short_terms_expire_more(catalogue, shipped):
    both = splits(catalogue, PACK, [shipped["geneva"][0], shipped["busan"][0]], "central", DRAWS, SEED)
    assert both[0].hazard == pytest.approx(hazards(catalogue, shipped["geneva"][0]).mean(), rel=1e-12)
    assert 100 > both[0].expiry > both[1].expiry > 0


def test_every_reference_deal_is_shipped_and_every_source_known(catalogue, shipped):
    assert set(BY_ID) <= shipped.keys()
    assert {"geneva", "london", "london_h20", "stockholm", "busan", "october_rupture"} <= BY_ID.keys()
    for struck in STRUCK:
        assert struck.sources
        assert set(struck.sources) <= catalogue.source_by_id.keys()
        assert struck.ended > struck.begun
        assert any("\u4e00" <= letter <= "\u9fff" for letter in struck.fate.zh)


def test_the_observed_lives_are_those_of_the_calibration():
    """Half a month, about three with London and Stockholm together, and eleven so far."""
    assert BY_ID["geneva"].life == pytest.approx(0.5, abs=0.1)
    assert BY_ID["london"].life == pytest.approx(3, abs=0.5)
    assert BY_ID["busan"].life == pytest.approx(11, abs=0.5)
    assert BY_ID["busan"].alive


def test_busan_is_the_most_durable_deal_and_the_rupture_less_than_any(found):
    place = {deal.struck.id: deal.place for deal in found.deals}
    assert place["busan"] == 1
    assert place["october_rupture"] == len(STRUCK)
    assert sorted(place[id] for id in DEALS) == list(range(1, len(DEALS) + 1))


def test_deals_that_ended_together_share_their_observed_places(found):
    observed = {deal.struck.id: deal.observed for deal in found.deals}
    assert observed == {
        "geneva": (5, 5), "london": (2, 4), "london_h20": (2, 4), "stockholm": (2, 4), "busan": (1, 1),
        "october_rupture": None,
    }  # fmt: skip


def test_what_the_pack_has_as_law_already_gives_london_no_us_side(catalogue, shipped):
    """So the page may say that London's US steps weigh nothing."""
    ran = run(prepare(catalogue, PACK, "central", (), 8, SEED), [shipped["london"][0]])
    assert (ran.outputs[0, ran.output_ids.index("given_us")] == 0).all()


def test_figures_are_chances_and_months(found):
    for deal in found.deals:
        assert set(deal.alive_12) == set(VIEWS)
        assert all(0 <= chance <= 100 for chance in deal.alive_12.values())
        middle, low, high = deal.life
        assert 0 <= low <= middle <= high <= 60
        assert 0 <= deal.as_early <= 100
        assert deal.split.hazard > 0


def alive(order):
    """Chances that put these deals in this order, the most durable first."""
    return {id: float(len(order) - place) for place, id in enumerate(order)}


def test_a_perfect_order_agrees_in_every_pair_and_its_mirror_in_none():
    right = ("busan", "london", "london_h20", "stockholm", "geneva")
    best, worst = agreement("central", alive(right)), agreement("central", alive(right[::-1]))
    assert (best.tau, best.wrong) == (1.0, ())
    assert (worst.tau, worst.agreeing) == (-1.0, 0)
    pairs = [1 for one, other in combinations(DEALS, 2) if BY_ID[one].event != BY_ID[other].event]
    assert best.pairs == worst.pairs == len(pairs) == 7


def test_the_order_of_deals_that_ended_together_is_not_counted():
    first = agreement("central", alive(("busan", "london", "london_h20", "stockholm", "geneva")))
    assert agreement("central", alive(("busan", "stockholm", "london_h20", "london", "geneva"))) == first


def test_a_tie_counts_for_neither_side():
    tied = agreement("central", dict.fromkeys(DEALS, 50.0))
    assert (tied.agreeing, tied.disagreeing, tied.tau) == (0, 0, 0.0)


def test_a_pair_in_the_wrong_order_is_named_with_the_longer_lived_first():
    found = agreement("central", alive(("geneva", "busan", "london", "london_h20", "stockholm")))
    assert found.wrong[0] == ("london", "geneva")
    assert {shorter for _, shorter in found.wrong} == {"geneva"}
    assert found.disagreeing == 4


def test_a_deal_still_alive_says_nothing_against_one_that_lived_longer(monkeypatch):
    young = replace(BY_ID["busan"], ended=date(2025, 11, 10))
    monkeypatch.setattr(ranking, "STRUCK", tuple(young if s.id == "busan" else s for s in STRUCK))
    pairs = agreement("central", alive(DEALS)).pairs
    assert pairs == 3


def test_the_same_deals_give_the_same_answer_twice_and_progress_runs_to_the_end(catalogue, shipped, found):
    heard = []
    assert reference(catalogue, shipped, VIEWS, DRAWS, SEED, heard.append) == found
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_a_missing_deal_is_a_sentence(catalogue, shipped):
    with pytest.raises(DealError, match="geneva"):
        reference(catalogue, {id: pair for id, pair in shipped.items() if id != "geneva"}, VIEWS, DRAWS, SEED)
