"""Fitting to trade: it finds what was planted, moves what it may, and writes what the catalogue reads."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.backtest import US, WORLD, averages
from dealbuilder.analysis.calibration import FITTED, SOUGHT, calibrate, posterior_toml
from dealbuilder.engine.inputs import middles
from dealbuilder.engine.run import run
from dealbuilder.model.customs import Count, Customs
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Package

PLANTED = {"hold_up": 2.5, "hold_down": 0.8, "review_capacity": 0.1}
STEPS = 120


@pytest.fixture(scope="module")
def pack(catalogue):
    return catalogue.pack_by_id["2025-07"]


def planted(catalogue, pack) -> Customs:
    """Months that the model itself would give under parameters chosen beforehand."""
    inputs = middles(catalogue, pack.id, "central").with_columns({id: np.array([v]) for id, v in PLANTED.items()})
    ran = run(inputs, [Package(id="truth", name="")], replay=True)
    counts = []
    for destination in (US, WORLD):
        path = ran.monthly[0, ran.series_ids.index(f"magnets_{destination}"), :, 0]
        tonnes = path * averages(catalogue)[destination]
        counts += [Count(ran.months[m], destination, float(tonnes[m])) for m in range(12)]
    return Customs(tuple(counts), ())


@pytest.fixture(scope="module")
def fit(catalogue, pack):
    return calibrate(catalogue, pack, planted(catalogue, pack), steps=STEPS)


def test_what_was_planted_lies_in_the_ranges_found(fit):
    for id, value in PLANTED.items():
        low, _, high = fit.after[id]
        assert low <= value <= high


def test_the_ranges_found_are_narrower_than_those_believed_before(fit):
    for id in FITTED:
        low, _, high = fit.after[id]
        before_low, _, before_high = fit.before[id]
        assert high / low < before_high / before_low


def test_the_same_seed_finds_the_same_to_the_last_bit(catalogue, pack):
    one, other = (calibrate(catalogue, pack, steps=16, seed=7).chain for _ in range(2))
    assert np.array_equal(one, other)
    assert not np.array_equal(one, calibrate(catalogue, pack, steps=16, seed=8).chain)


def test_progress_is_told_and_a_cancelled_fit_stops(catalogue, pack):
    told: list[float] = []

    def tick(done: float) -> None:
        told.append(done)
        if done >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        calibrate(catalogue, pack, steps=16, tick=tick)
    assert told == [step / 16 for step in range(1, 9)]


def test_what_is_written_is_what_the_catalogue_reads(fit, tmp_path, catalogue):
    copied = tmp_path / "resources"
    for folder in ("catalogue", "packs"):
        (copied / folder).mkdir(parents=True)
        for path in (paths.resources() / folder).glob("*.toml"):
            (copied / folder / path.name).write_bytes(path.read_bytes())
    (copied / "catalogue" / "posterior.toml").write_text(posterior_toml(fit, "a test"), encoding="utf-8")
    read = load_catalogue(copied)
    for id in SOUGHT:
        assert read.parameter_by_id[id].value == pytest.approx(fit.after[id][1], rel=5e-3)
        assert read.parameter_by_id[id].prior == catalogue.parameter_by_id[id].prior


def test_the_shipped_ranges_come_from_the_shipped_months(catalogue):
    for id in SOUGHT:
        parameter = catalogue.parameter_by_id[id]
        assert parameter.prior is not None
        assert parameter.prior != (parameter.value, parameter.low, parameter.high)
