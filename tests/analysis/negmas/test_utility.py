"""Utilities are exact where everything can be run, and say how far off they are where it cannot."""

import itertools

import numpy as np
import pytest

from dealbuilder.analysis.counterpart.worth import Worth
from dealbuilder.analysis.negmas import utility
from dealbuilder.analysis.negmas.domain import Domain, domain
from dealbuilder.analysis.negmas.utility import utilities
from dealbuilder.analysis.party_value import reservation
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Package


class Ranked:
    """Values a package by the ranks of its clauses, and by `twist` for each pair of them."""

    def __init__(self, known: Catalogue, twist: float = 0.0) -> None:
        self._known, self._twist = known, twist

    def worths(self, packages, tick=None) -> list[Worth]:
        return [self._worth(package) for package in packages]

    def _worth(self, package: Package) -> Worth:
        ranks = [self._known.measure_by_id[c.measure].rank_by_id[c.level] for c in package.clauses]
        pairs = sum(one * other for one, other in itertools.combinations(ranks, 2))
        return Worth(0.3 + 0.1 * sum(ranks) + self._twist * pairs, -0.05 * sum(ranks) - self._twist * pairs)


def made(catalogue: Catalogue, *ids: str) -> Domain:
    clauses = tuple(Clause(measure=id, level=catalogue.measure_by_id[id].levels[1].id) for id in ids)
    return domain(catalogue, (), Package(id="p", name="P", clauses=clauses))


def total(part: utility.Utility, found: Domain, outcome: tuple[str, ...]) -> float:
    ranks = (issue.rank_by_id[level] for issue, level in zip(found.issues, outcome, strict=True))
    return part.constant + sum(table[rank] for table, rank in zip(part.tables, ranks, strict=True))


def test_a_value_that_adds_up_is_found_exactly(catalogue):
    found = made(catalogue, "cn_whitelist", "ease_hbm", "cn_customs")
    valued = utilities(found, Ranked(catalogue), catalogue.lenses)
    assert len(valued.exact) == found.size
    for outcome, us, china in valued.exact:
        assert total(valued.parts[0], found, outcome) == pytest.approx(us)
        assert total(valued.parts[1], found, outcome) == pytest.approx(china)
    for part in valued.parts:
        assert part.fit.worst_error < 1e-9
        assert part.fit.explained == pytest.approx(1.0)
        assert part.least == reservation(catalogue.lenses, part.party)


def test_what_does_not_add_up_is_met_as_nearly_as_a_sum_can_and_the_error_is_told(catalogue):
    found = made(catalogue, "cn_whitelist", "ease_hbm")
    valued = utilities(found, Ranked(catalogue, twist=0.1), catalogue.lenses)
    errors = np.array([total(valued.parts[0], found, outcome) - us for outcome, us, _ in valued.exact])
    assert valued.parts[0].fit.worst_error == pytest.approx(np.abs(errors).max())
    assert valued.parts[0].fit.mean_error == pytest.approx(np.abs(errors).mean())
    assert np.abs(errors).max() > 0.05
    # Main effects of a full table: the errors at every level of an issue sum to nothing.
    for level in ("none", "most"):
        rows = [error for error, (outcome, *_) in zip(errors, valued.exact, strict=True) if outcome[0] == level]
        assert sum(rows) == pytest.approx(0.0, abs=1e-9)


def test_a_large_space_is_sampled_and_tried_on_other_outcomes(catalogue, monkeypatch):
    monkeypatch.setattr(utility, "SMALL", 10)
    monkeypatch.setattr(utility, "SAMPLED", 80)
    monkeypatch.setattr(utility, "HELD", 40)
    found = made(catalogue, "cn_whitelist", "ease_hbm", "cn_customs", "keep_veu")
    plain = utilities(found, Ranked(catalogue), catalogue.lenses)
    assert plain.exact == ()
    assert plain.parts[0].fit.outcomes == 40
    assert plain.parts[0].fit.worst_error < 1e-9
    twisted = utilities(found, Ranked(catalogue, twist=0.1), catalogue.lenses)
    assert twisted.parts[0].fit.worst_error > 0.01
    assert utilities(found, Ranked(catalogue, twist=0.1), catalogue.lenses) == twisted


def test_one_issue_and_values_that_never_change_are_no_trouble(catalogue):
    class Still:
        def worths(self, packages, tick=None) -> list[Worth]:
            return [Worth(0.0, 0.0) for _ in packages]

    valued = utilities(made(catalogue, "cn_whitelist"), Still(), catalogue.lenses)
    assert [part.fit.explained for part in valued.parts] == [1.0, 1.0]
    assert {value for part in valued.parts for value in part.tables[0]} == {0.0}
