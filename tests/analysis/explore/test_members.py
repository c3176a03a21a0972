"""Which packages an ensemble is of."""

import json

import pytest

from dealbuilder.analysis.explore.members import Factorial, Member, Members, member, neighbours
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause, Package
from tests.analysis.packages import clause, package


def test_that_neighbours_are_every_package_one_clause_away_and_none_opens_a_guardrail(catalogue):
    base = package("cn_whitelist=most")
    found = list(neighbours(catalogue, base))
    free = [measure for measure in catalogue.measures if not measure.guardrail]
    # Each level but "none" of every measure: the one it stands at gives way to the package without it.
    assert len(found) == sum(len(measure.levels) - 1 for measure in free)
    assert len({one.clauses for one in found}) == len(found)
    for one in found:
        differing = set(one.clauses) ^ set(base.clauses)
        assert len({clause.measure for clause in differing}) == 1
    guarded = {measure.id for measure in catalogue.measures if measure.guardrail}
    assert guarded
    assert not guarded & {clause.measure for one in found for clause in one.clauses}


def test_that_a_guardrail_opened_on_purpose_has_neighbours_too(catalogue):
    guarded = next(measure for measure in catalogue.measures if measure.guardrail)
    opened = package(clause(f"{guarded.id}={guarded.levels[1].id}", unlocked=True))
    assert any(not one.clauses for one in neighbours(catalogue, opened))


def test_that_a_factorial_is_every_combination_of_levels_once_and_keeps_the_rest(catalogue):
    measures = [catalogue.measure_by_id[id] for id in ("cn_whitelist", "cn_customs")]
    found = Factorial(package("cn_whitelist=most", "cn_documents=three"), measures)
    every = list(found)
    assert len(every) == len(found) == len(measures[0].levels) * len(measures[1].levels)
    assert len({one.clauses for one in every}) == len(every)
    assert all(clause("cn_documents=three") in one.clauses for one in every)
    assert every[0].clauses == (clause("cn_documents=three"),)
    assert found[len(found) - 1].name == "cn_whitelist={}, cn_customs={}".format(*(m.levels[-1].id for m in measures))


def test_that_a_factorial_of_a_closed_guardrail_is_refused(catalogue):
    guarded = next(measure for measure in catalogue.measures if measure.guardrail)
    with pytest.raises(DealError, match="guardrail"):
        Factorial(package(), [guarded])


def test_that_more_combinations_than_anybody_can_run_are_refused(catalogue):
    with pytest.raises(DealError, match="combinations are too many"):
        Factorial(package(), [measure for measure in catalogue.measures if not measure.guardrail])


def test_that_members_of_several_sources_follow_one_another_and_ids_are_unique(catalogue):
    grid = Factorial(package(), [catalogue.measure_by_id["cn_whitelist"]])
    both = Members([[member(package("cn_customs=day_1"), "deal")], grid])
    assert [one.id for one in both] == ["p1", *(one.id for one in grid)]
    twice = [member(package(), "deal"), member(package(), "file")]
    with pytest.raises(DealError, match="Two packages"):
        Members([twice])
    with pytest.raises(DealError, match="no package"):
        Members([[]])


def test_that_a_line_says_what_the_package_is_and_holds_no_note():
    whole = Package(
        id="a", name="A", note="n1", private_note="p1",
        clauses=(Clause(measure="cn_customs", level="day_1", start=3, note="n2", private_note="p2"),),
    )  # fmt: skip
    said = json.loads(member(whole, "deal").line())
    assert said == {
        "id": "a", "name": "A", "origin": "deal",
        "clauses": [{"measure": "cn_customs", "level": "day_1", "start": 3}],
    }  # fmt: skip


def test_that_a_million_packages_are_made_only_when_asked_for(catalogue):
    measures = [measure for measure in catalogue.measures if not measure.guardrail and len(measure.levels) >= 4][:10]
    found = Members([Factorial(package(), measures)])
    assert 1_000_000 <= len(found) <= 10_000_000
    assert isinstance(found[999_999], Member)
