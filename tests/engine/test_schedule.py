"""From clauses to channel levels by month."""

import numpy as np
import pytest

from dealbuilder.engine import schedule
from dealbuilder.model.package import Condition, Package
from tests.engine.deals import CATALOGUE, clause, deal

PACK = CATALOGUE.pack_by_id["2025-07"]
SIGNING = schedule.signing(PACK)


def level(package, channel):
    return schedule.schedule(CATALOGUE, PACK, [package])[0, CATALOGUE.channel_index[channel]]


def test_nothing_is_delivered_before_or_at_signing():
    assert (level(deal({"cn_whitelist": -1}), "whitelist")[: SIGNING + 1] == 0).all()


def test_a_clause_ramps_over_the_months_of_its_instrument():
    ramp = CATALOGUE.measure_by_id["cn_whitelist"].ramp
    found = level(deal({"cn_whitelist": -1}), "whitelist")[SIGNING:]
    assert found[1] == pytest.approx(0.9 / ramp)
    assert found[int(np.ceil(ramp))] == 0.9
    assert (np.diff(found) >= 0).all()


def test_a_clause_begins_and_ends_when_it_says():
    package = Package(id="p", name="", clauses=(clause("cn_whitelist", -1, start=12, end=24, ramp=0),))
    found = level(package, "whitelist")[SIGNING:]
    assert (found[:13] == 0).all()
    assert (found[13:25] == 0.9).all()
    assert (found[25:] == 0).all()


def test_a_clause_of_its_own_ramp_follows_it():
    package = Package(id="p", name="", clauses=(clause("cn_whitelist", -1, ramp=20),))
    assert level(package, "whitelist")[SIGNING + 10] == pytest.approx(0.45)


def test_a_condition_not_in_the_package_keeps_a_clause_asleep():
    waiting = clause("ease_huawei", -1, condition=Condition(measure="cn_access_military", level="half"))
    assert (level(Package(id="p", name="", clauses=(waiting,)), "ease_huawei") == 0).all()
    weak = clause("cn_access_military", 1)
    assert (level(Package(id="p", name="", clauses=(waiting, weak)), "ease_huawei") == 0).all()


def test_a_condition_wakes_a_clause_when_the_other_is_in_full():
    waiting = clause("ease_huawei", -1, condition=Condition(measure="cn_access_military", level="half"))
    found = level(Package(id="p", name="", clauses=(waiting, clause("cn_access_military", -1))), "ease_huawei")[
        SIGNING:
    ]
    ready = round(CATALOGUE.measure_by_id["cn_access_military"].ramp)
    assert (found[: ready + 1] == 0).all()
    assert found[ready + 1] > 0


def test_clauses_on_one_channel_combine_by_the_rule_of_the_channel():
    assert level(deal({"cn_third_country": 1, "cn_new_controls": -1}), "third_country")[-1] == -0.7
    assert level(deal({"cn_review_clock": -1}), "review_days")[-1] == 10


def test_acts_known_at_signing_are_law_and_later_ones_only_in_a_replay():
    known, replayed = schedule.acts(CATALOGUE, PACK), schedule.acts(CATALOGUE, PACK, replay=True)
    letters = CATALOGUE.channel_index["lift_ai_letters"]
    assert (known[letters] == 0).all()
    assert replayed[letters, -1] > 0
    assert known[CATALOGUE.channel_index["lift_eda"], SIGNING] == 1


def test_a_deal_comes_up_for_renewal_at_the_end_of_each_term():
    flags = schedule.terms(CATALOGUE, PACK, [deal({"term_length": 2}), deal({"term_length": -1})])
    assert list(np.flatnonzero(flags[0]) - SIGNING) == [24, 48]
    assert not flags[1].any()


def test_two_clauses_on_the_length_of_a_deal_are_read_alike_in_any_order():
    shipped = CATALOGUE.measure_by_id["term_length"]
    own = shipped.model_copy(update={"id": "own_length"})
    catalogue = CATALOGUE.with_measures((own,))
    short = clause("term_length", 1)
    long = short.model_copy(update={"measure": "own_length", "level": shipped.levels[-1].id})
    found = [
        schedule.terms(catalogue, PACK, [Package(id="p", name="", clauses=clauses)])
        for clauses in ((short, long), (long, short))
    ]
    assert (found[0] == found[1]).all()
    assert found[0].sum() < schedule.terms(catalogue, PACK, [Package(id="p", name="", clauses=(short,))]).sum()
