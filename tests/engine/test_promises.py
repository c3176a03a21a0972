"""Packages lifted many at once sign, to the last bit, what each signs alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.engine import schedule
from dealbuilder.engine.inputs import deviations
from dealbuilder.engine.promises import promises
from dealbuilder.model.package import Clause, Condition, Package
from tests.engine.deals import CATALOGUE, EMPTY, ESSAY, deal

PACK = CATALOGUE.pack_by_id["2025-07"]


@st.composite
def clauses(draw, measure) -> Clause:
    start = draw(st.integers(0, 24))
    other = draw(st.sampled_from(CATALOGUE.measures))
    waits = Condition(measure=other.id, level=draw(st.sampled_from(other.levels)).id)
    return Clause(
        measure=measure.id,
        level=draw(st.sampled_from([*(level.id for level in measure.levels), "unheard_of"])),
        start=start,
        end=draw(st.none() | st.integers(start + 1, 60)),
        ramp=draw(st.none() | st.sampled_from([0.0, 2.5, 12.0])),
        condition=draw(st.none() | st.just(waits)),
        unlocked=draw(st.booleans()),
    )


@st.composite
def packages(draw) -> Package:
    measures = draw(st.lists(st.sampled_from(CATALOGUE.measures), unique_by=lambda one: one.id, max_size=12))
    found = [draw(clauses(measure)) for measure in measures]
    # Two clauses on one measure, as a hostile file may hold, and one that no catalogue knows.
    twice = [draw(clauses(measures[0]))] if measures and draw(st.booleans()) else []
    return Package(id="p", name="", clauses=(*found, *twice, Clause(measure="unheard_of", level="all")))


def same_bits(batch) -> None:
    found = promises(CATALOGUE, PACK, batch)
    signed = deviations(CATALOGUE, schedule.schedule(CATALOGUE, PACK, batch))
    lifted = np.ascontiguousarray(np.moveaxis(found.paths[:, found.path_of], 0, 1))
    assert lifted.shape == signed.shape
    assert np.array_equal(lifted.view(np.int64), signed.view(np.int64))
    assert np.array_equal(found.expiries, schedule.terms(CATALOGUE, PACK, batch))


@settings(max_examples=60, deadline=None)
@given(st.lists(packages(), min_size=1, max_size=6))
def test_a_batch_signs_the_very_bits_that_each_package_signs_alone(batch):
    same_bits(batch)


def test_packages_that_share_clauses_share_paths():
    whole = deal(ESSAY)
    halves = [whole.model_copy(update={"clauses": whole.clauses[:place]}) for place in range(len(whole.clauses))]
    same_bits([EMPTY, whole, *halves])
    alone = promises(CATALOGUE, PACK, [whole])
    assert promises(CATALOGUE, PACK, [whole] * 50).paths.shape == alone.paths.shape


def test_no_package_signs_nothing():
    found = promises(CATALOGUE, PACK, [])
    assert found.path_of.shape == (0, len(CATALOGUE.channels))
    assert found.expiries.shape[0] == 0
