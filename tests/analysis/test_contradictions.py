"""Contradictory clauses: each found once, each said in both languages."""

import re

import pytest

from dealbuilder.analysis.contradictions import contradictions
from tests.analysis.packages import clause, package

CHINESE = re.compile("[\u4e00-\u9fff]")
RENEWED = ("term_renewal=automatic",)


def found(catalogue, *clauses):
    answers = contradictions(catalogue, package(*clauses))
    for answer in answers:
        assert CHINESE.search(answer.text_zh)
        assert not CHINESE.search(answer.text_en)
        assert answer.text_en.endswith(".")
    return answers


def test_an_empty_package_contradicts_nothing(catalogue):
    assert found(catalogue) == ()


def test_two_measures_that_exclude_each_other_are_named_once(catalogue):
    (answer,) = found(catalogue, "suspend_tool_licences=all", "grant_pending=commodity")
    assert set(answer.measures) == {"suspend_tool_licences", "grant_pending"}


def test_a_clause_at_none_excludes_nothing(catalogue):
    assert found(catalogue, "suspend_tool_licences=none", "grant_pending=commodity") == ()


def test_two_clauses_that_pull_one_channel_both_ways_are_told(catalogue):
    (answer,) = found(catalogue, "cn_third_country=free", "cn_new_controls=package")
    assert set(answer.measures) == {"cn_third_country", "cn_new_controls"}


@pytest.mark.parametrize(
    ("timing", "words"),
    [
        ({"start": 6, "end": 6}, "ends in month 6"),
        ({"start": 6, "end": 2}, "ends in month 2"),
        ({"start": 60}, "after the 60 months"),
        ({"start": 599}, "after the 60 months"),
    ],
)
def test_a_clause_out_of_its_time_is_told(catalogue, timing, words):
    (answer,) = found(catalogue, clause("cn_whitelist=most", **timing), *RENEWED)
    assert words in answer.text_en


def test_a_start_after_the_deal_lapses_is_told_unless_it_is_renewed(catalogue):
    late = clause("cn_whitelist=most", start=30)
    (answer,) = found(catalogue, late, "term_length=m24")
    assert "24 months" in answer.text_en
    assert found(catalogue, late, "term_length=m36") == ()
    assert found(catalogue, late, "term_length=m24", *RENEWED) == ()


def test_without_a_clause_on_length_the_usual_twelve_months_count(catalogue):
    (answer,) = found(catalogue, clause("cn_whitelist=most", start=18))
    assert "12 months" in answer.text_en


def test_a_condition_on_what_is_not_signed_is_told(catalogue):
    (answer,) = found(catalogue, clause("cn_whitelist=most", wait="grant_pending=commodity"))
    assert "not in this package" in answer.text_en


def test_a_condition_above_what_is_signed_is_told(catalogue):
    (answer,) = found(
        catalogue, clause("cn_whitelist=most", wait="grant_pending=non_military"), "grant_pending=commodity"
    )
    assert set(answer.measures) == {"cn_whitelist", "grant_pending"}


def test_a_condition_that_is_met_is_no_contradiction(catalogue):
    assert not found(catalogue, clause("cn_whitelist=most", wait="grant_pending=commodity"), "grant_pending=commodity")


def test_clauses_that_wait_for_each_other_are_told_once(catalogue):
    answers = found(
        catalogue,
        clause("cn_whitelist=most", wait="grant_pending=commodity"),
        clause("grant_pending=commodity", wait="cn_whitelist=most"),
    )
    assert len(answers) == 1
    assert "wait for each other" in answers[0].text_en


def test_a_clause_that_waits_for_itself_is_told(catalogue):
    (answer,) = found(catalogue, clause("cn_whitelist=most", wait="cn_whitelist=most"))
    assert "itself" in answer.text_en


def test_two_clauses_on_one_measure_are_told(catalogue):
    (answer,) = found(catalogue, "cn_whitelist=most", "cn_whitelist=pilot")
    assert "2 times" in answer.text_en


def test_an_unknown_measure_contradicts_nothing_by_itself(catalogue):
    assert found(catalogue, "made_up=much") == ()


def test_an_unknown_measure_can_still_be_out_of_time(catalogue):
    (answer,) = found(catalogue, clause("made_up=much", start=70))
    assert "made_up" in answer.text_en
