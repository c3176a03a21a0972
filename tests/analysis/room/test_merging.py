"""One table's US side with another's Chinese side: whole, explicit about disputes, honest about what is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbuilder.analysis.room.merging import merged
from dealbuilder.model.package import Clause, Condition
from tests.analysis.packages import clause
from tests.analysis.room.tabled import table
from tests.document.deals import own_measure

US = table("U", "rescind_ai_letters=all", "cn_whitelist=pilot", "home_capital=bn_25", "term_length=m60", "only_u=x")
CHINA = table("C", "us_standstill=full", "cn_whitelist=nearly_all", "term_length=m24", "agenda_tariffs=removed")
REST = table("R", "home_capital=bn_25", "term_length=m36", "only_r=y")


def levels(found):
    return {one.measure: one.level for one in found.package.clauses}


def any_table(catalogue, name):
    @st.composite
    def build(draw):
        measures = draw(st.lists(st.sampled_from(catalogue.measures), unique_by=lambda m: m.id, max_size=8))
        clauses = [
            Clause(
                measure=measure.id,
                level=draw(st.sampled_from(measure.levels)).id,
                start=draw(st.integers(0, 50)),
                condition=draw(st.none() | st.just(Condition(measure="cn_whitelist", level="most"))),
                note=draw(st.sampled_from(("", "words"))),
            )
            for measure in measures
        ]
        unknown = [Clause(measure="gone", level="x")] if draw(st.booleans()) else []
        return table(name, *clauses, *unknown)

    return build()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_deal_merged_with_itself_is_itself(catalogue, data):
    one = data.draw(any_table(catalogue, "A"))
    found = merged(catalogue, one, one)
    assert found.package == one.package
    assert not found.conflicts
    assert not found.orphans
    assert not found.left


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_each_side_comes_whole_from_its_table_and_nothing_else_comes(catalogue, data):
    us, china, rest = (data.draw(any_table(catalogue, name)) for name in "UCR")
    found = merged(catalogue, us, china, rest)
    for clause_ in found.package.clauses:
        side = catalogue.measure_by_id[clause_.measure].side if clause_.measure in catalogue.measure_by_id else None
        source = {"us": us, "china": china}.get(side, rest)
        assert source.package.clause(clause_.measure) == clause_
    for side, source in (("us", us), ("china", china)):
        wanted = {c.measure for c in source.package.clauses if _side(catalogue, c.measure) == side}
        assert wanted == {c.measure for c in found.package.clauses if _side(catalogue, c.measure) == side}


def _side(catalogue, id):
    known = catalogue.measure_by_id.get(id)
    return known.side if known else None


def test_all_else_comes_from_the_chosen_table(catalogue):
    assert levels(merged(catalogue, US, CHINA)) == {
        "rescind_ai_letters": "all", "cn_whitelist": "nearly_all", "home_capital": "bn_25", "term_length": "m60",
        "only_u": "x",
    }  # fmt: skip
    found = merged(catalogue, US, CHINA, REST)
    assert levels(found)["term_length"] == "m36"
    assert found.left == ("only_u",)


def test_a_dispute_is_shown_and_can_be_decided_otherwise(catalogue):
    found = merged(catalogue, US, CHINA)
    assert [(one.line.id, one.taken) for one in found.conflicts] == [
        ("home_capital", "rest"), ("term_length", "rest"), ("agenda_tariffs", "rest"),
    ]  # fmt: skip
    decided = merged(catalogue, US, CHINA, choices={"term_length": "china", "agenda_tariffs": "china"})
    assert (levels(decided)["term_length"], levels(decided)["agenda_tariffs"]) == ("m24", "removed")
    assert [one.taken for one in decided.conflicts] == ["rest", "china", "china"]


def test_the_two_sides_themselves_are_never_up_for_choice(catalogue):
    found = merged(catalogue, US, CHINA, choices={"cn_whitelist": "us", "us_standstill": "china"})
    assert levels(found)["cn_whitelist"] == "nearly_all"
    assert "us_standstill" not in levels(found)


def test_an_unknown_clause_can_be_taken_along_on_purpose(catalogue):
    found = merged(catalogue, US, CHINA, REST, choices={"only_u": "us"})
    assert levels(found)["only_u"] == "x"
    assert not found.left


@pytest.mark.parametrize("theirs", [(), ("cn_access_dual_use=some",)])
def test_a_condition_that_lost_its_counterpart_is_told_once(catalogue, theirs):
    levels_ = catalogue.measure_by_id["cn_access_dual_use"].levels
    weak = tuple(f"cn_access_dual_use={levels_[1].id}" for _ in theirs)
    waits = clause("ease_huawei=case_by_case", wait="cn_access_dual_use=most")
    us = table("U", waits, "cn_access_dual_use=most")
    found = merged(catalogue, us, table("C", *weak))
    assert [(one.part, one.measure, one.condition.measure) for one in found.orphans] == [
        ("us", "ease_huawei", "cn_access_dual_use")
    ]
    assert not found.contradictions


def test_a_condition_that_was_never_met_is_a_contradiction_and_no_loss(catalogue):
    us = table("U", clause("ease_huawei=case_by_case", wait="cn_access_dual_use=most"))
    found = merged(catalogue, us, table("C"))
    assert not found.orphans
    assert "waits for" in found.contradictions[0].text_en


def test_clauses_of_the_two_sides_that_exclude_each_other_are_told(catalogue):
    us, china = table("U", "suspend_tool_licences=marked"), table("C", "cn_accept_tools=third")
    (found,) = merged(catalogue, us, china).contradictions
    assert "exclude each other" in found.text_en


def test_own_measures_that_the_package_uses_come_along(catalogue):
    own = own_measure("off_menu"), own_measure("unused")
    known = catalogue.with_measures(own)
    found = merged(known, table("U", "off_menu=all", own=own[:1]), table("C"), own=own)
    assert found.measures == own[:1]
