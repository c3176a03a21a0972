"""The months before signing are run once for all packages, and no number is another for it."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder.engine import run as running
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.opening import silent_until
from dealbuilder.engine.promises import Promises
from dealbuilder.engine.run import opening, run
from dealbuilder.model.package import Package
from tests.engine.deals import CATALOGUE, deal

NOTHING = Package(id="none", name="")
PACKAGES = (NOTHING, deal({"cn_whitelist": 2, "grant_pending": 1}), deal({"cn_customs": 1}))
PACKS = [pack.id for pack in CATALOGUE.packs]


def inputs(pack: str, draws: int = 70):
    return prepare(CATALOGUE, pack, "central", (), draws, 5)


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(("record", "replay", "substeps"), [(True, False, 1), (False, False, 2), (True, True, 1)])
@pytest.mark.parametrize("draws", [1, 70])
def test_a_run_from_signing_on_has_the_bits_of_a_whole_one(pack, record, replay, substeps, draws, monkeypatch):
    monkeypatch.setattr(running, "PAYS", 1)
    kept = inputs(pack, draws)
    ours = run(kept, PACKAGES, record=record, replay=replay, substeps=substeps)
    again = run(kept, PACKAGES[1:2], record=record, replay=replay, substeps=substeps)
    monkeypatch.setattr(running, "MOST", 0)
    whole = inputs(pack, draws)
    theirs = run(whole, PACKAGES, record=record, replay=replay, substeps=substeps)
    assert len(kept.openings) == 1
    assert not whole.openings
    for one, other in ((ours, theirs), (again, run(whole, PACKAGES[1:2], None, replay, record, substeps))):
        assert np.array_equal(one.outputs, other.outputs)
        assert np.array_equal(one.monthly, other.monthly)
        assert np.array_equal(one.cells, other.cells, equal_nan=True)


@pytest.mark.parametrize("pack", PACKS)
def test_every_row_that_is_kept_is_laid_down(pack):
    """They are undefined before."""
    found = opening(inputs(pack), 1, False, True)
    assert np.isfinite(found.states).all()
    assert np.isfinite(found.monthly).all()


def test_few_months_are_not_worth_it():
    kept = inputs("2025-07")
    run(kept, PACKAGES)
    assert not kept.openings


def test_other_inputs_remember_nothing_of_these():
    kept = inputs("2026-11")
    run(kept, PACKAGES)
    other = replace(kept, values=kept.values * 1.0)
    assert kept.openings
    assert not other.openings
    assert not kept.with_columns({"price_start": np.array([60.0, 70.0])}).openings


@pytest.mark.parametrize(("month", "expiry", "silent"), [(None, None, 9), (4, None, 4), (6, 2, 2), (0, None, 0)])
def test_what_somebody_promises_early_is_seen(month, expiry, silent):
    paths, expiries = np.zeros((9, 3)), np.zeros((2, 9))
    paths[:, 2] = 1.0
    if month is not None:
        paths[month:, 1] = -0.5
    if expiry is not None:
        expiries[1, expiry] = 1.0
    # Path 2 is nobody's.
    assert silent_until(Promises(paths, np.array([[0, 0], [0, 1]]), expiries)) == silent


def test_a_package_that_promises_before_signing_is_run_from_the_first_month(monkeypatch):
    kept = inputs("2026-11")
    monkeypatch.setattr(running, "silent_until", lambda signed: kept.signing - 1)
    run(kept, PACKAGES)
    assert not kept.openings
