"""A party's value is the mean over its roles, one package at a time or many at once."""

import numpy as np
import pytest

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.party_value import PARTIES, party_value, party_values, reservation, roles
from dealbuilder.model.catalogue import Catalogue


def scores(catalogue: Catalogue, shift: float) -> tuple[Score, ...]:
    return tuple(
        Score(one.id, one.unit, 10.0, 10.0 + shift * place, 0.0, 0.0, 0.0, 0.0)
        for place, one in enumerate(catalogue.indicators)
    )


@pytest.mark.parametrize("party", PARTIES)
def test_the_baseline_is_worth_nothing_and_the_least_is_the_mean_of_the_roles(catalogue: Catalogue, party) -> None:
    found = party_value(catalogue.lenses, party, scores(catalogue, 0.0))
    assert found.value == 0.0
    ours = roles(catalogue.lenses, party)
    assert found.reservation == pytest.approx(sum(one.reservation.value for one in ours) / len(ours))
    assert reservation((), party) == 0.0


@pytest.mark.parametrize("party", PARTIES)
def test_many_packages_at_once_are_worth_what_each_is_worth_alone(catalogue: Catalogue, party) -> None:
    shifts = (-0.3, 0.0, 0.7)
    alone = [party_value(catalogue.lenses, party, scores(catalogue, shift)).value for shift in shifts]
    changes = {one.id: np.array(shifts) * place for place, one in enumerate(catalogue.indicators)}
    assert np.allclose(party_values(catalogue.lenses, party, changes), alone, atol=1e-12)


def test_both_parties_have_as_many_roles(catalogue: Catalogue) -> None:
    us, china = (roles(catalogue.lenses, party) for party in PARTIES)
    assert len(us) == len(china) > 0
