"""Own measures of many tables: one of an id that all write alike is one measure, others are kept apart and told."""

import itertools

from dealbuilder.analysis.room.own import gathered
from dealbuilder.model.house import Estimate, House
from dealbuilder.model.package import Condition
from dealbuilder.model.tabled import nameless
from tests.analysis.packages import clause
from tests.analysis.room.tabled import table
from tests.document.deals import own_measure

ALIKE, OTHER = own_measure("off_menu"), own_measure("off_menu", ramp=9)


def test_a_measure_that_all_write_alike_is_one(catalogue):
    deals = [table(name, "off_menu=all", own=(ALIKE,)) for name in "AB"]
    together = gathered(catalogue, deals)
    assert together.measures == (ALIKE,)
    assert together.deals == tuple(deals)
    assert not together.notices


def test_measures_of_one_id_that_differ_are_kept_apart_with_a_sentence(catalogue):
    waits = clause("us_standstill=full").model_copy(update={"condition": Condition(measure="off_menu", level="all")})
    one = table("A", "off_menu=all", own=(ALIKE,))
    two = table("B", "off_menu=all", waits, own=(OTHER,))
    together = gathered(catalogue, [one, two])
    ids = [measure.id for measure in together.measures]
    assert len(set(ids)) == 2
    assert "off_menu" not in ids
    by_id = {measure.id: measure for measure in together.measures}
    first, second = (deal.package.clauses[0].measure for deal in together.deals)
    assert (by_id[first].ramp, by_id[second].ramp) == (ALIKE.ramp, OTHER.ramp)
    assert (by_id[first].title.en, by_id[second].title.zh[-3:]) == (f"{ALIKE.title.en} (A)", "（B）")
    assert together.deals[1].package.clauses[1].condition.measure == second
    (notice,) = together.notices
    assert "“off_menu” is not the same everywhere (A, B)" in notice.en
    assert "各版本分别保留" in notice.zh


def test_the_facilitator_s_own_measure_keeps_its_id(catalogue):
    together = gathered(catalogue, [table("A", "off_menu=all", own=(OTHER,))], (ALIKE,))
    assert together.measures[0] == ALIKE
    assert together.deals[0].package.clauses[0].measure == together.measures[1].id != "off_menu"
    assert "this deal" in together.notices[0].en


def test_a_shipped_measure_counts_instead_of_an_own_one_of_its_id(catalogue):
    own = own_measure("us_standstill")
    deals = [table("A", "us_standstill=full", own=(own,))]
    together = gathered(catalogue, deals)
    assert together.measures == ()
    assert together.deals == tuple(deals)
    assert "us_standstill" in together.notices[0].en


def test_the_order_of_tables_changes_no_measure_and_no_notice(catalogue):
    deals = [table(name, "off_menu=all", own=(own,)) for name, own in zip("ABC", (ALIKE, OTHER, ALIKE), strict=True)]
    found = [gathered(catalogue, order) for order in itertools.permutations(deals)]
    assert all(one.measures == found[0].measures and one.notices == found[0].notices for one in found)
    titles = {measure.title.en.removeprefix(ALIKE.title.en) for measure in found[0].measures}
    assert titles == {" (A, C)", " (B)"}


def test_many_tables_of_one_version_are_counted_in_its_title(catalogue):
    deals = [table(name, "off_menu=all", own=(ALIKE,)) for name in "ABC"]
    together = gathered(catalogue, [*deals, table("D", "off_menu=all", own=(OTHER,))])
    assert {measure.title.zh[len(ALIKE.title.zh) :] for measure in together.measures} == {"（3桌）", "（D）"}


def test_who_estimated_it_makes_no_other_measure(catalogue):
    house = House(channel="reviewers", first=(Estimate(who="A", low=1, likely=2, high=3),))
    named = ALIKE.model_copy(update={"house": house})
    together = gathered(catalogue, [table("A", "off_menu=all", own=(nameless(named),))], (named,))
    assert [measure.id for measure in together.measures] == ["off_menu"]
    assert not together.notices
