"""Fitting to trade: three paces and what stays unexplained, by an ensemble of walkers (emcee).

Everything with a source of its own stays frozen at its catalogue value; the truce replays every dated act. The priors
are the catalogue's ranges before any fit, normal on the log scale.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.backtest import FREEDOM, REST, US, averages, observed, prior, rest_of, shipped
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.engine.draws import TAIL
from dealbuilder.engine.inputs import middles, prepare
from dealbuilder.engine.run import run
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.customs import Customs
from dealbuilder.model.package import Package

FITTED = ("hold_up", "hold_down", "review_capacity")
"""The three parameters that trade may move: no other source speaks of them."""
REMAINDER = "customs_discrepancy"
SOUGHT = (*FITTED, REMAINDER)

WALKERS = 64
"""As many as the kernel has lanes: one step of the ensemble is one block of runs."""
START = 0.3
"""Standard deviations of the prior within which walkers begin."""

Tick = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Fit:
    """What the walkers found: 5th, 50th and 95th percentile by parameter, before and after.

    `chain` (samples, parameters) in the order of SOUGHT; `correlation` (parameters, parameters) on the log scale;
    `steps_apart` is the autocorrelation time, `accepted` the share of steps taken.
    """

    before: dict[str, tuple[float, float, float]]
    after: dict[str, tuple[float, float, float]]
    chain: FloatArray
    correlation: FloatArray
    steps_apart: float
    accepted: float
    months: int


def calibrate(
    catalogue: Catalogue,
    pack: Pack,
    customs: Customs | None = None,
    *,
    steps: int = 800,
    seed: int = 20250715,
    worldview: str = "central",
    tick: Tick | None = None,
) -> Fit:
    """Return the posterior of the fitted parameters given the months of customs (the pack's own if None)."""
    before = prior(catalogue)
    known = {id: before.parameter_by_id[id] for id in SOUGHT}
    centre = np.log([p.value for p in known.values()])
    width = np.log([p.high / p.low for p in known.values()]) / (2.0 * TAIL)
    prepared = prepare(before, pack.id, worldview, (), 1, seed)
    middle = middles(before, pack.id, worldview)
    kept, _ = observed(before, customs or shipped(pack), prepared.months)
    wanted = [count for count in kept if count.destination in (US, REST)]
    seen = np.array([count.tonnes / averages(before)[count.destination] for count in wanted])
    scatter = np.array(
        [before.parameter_by_id[f"customs_scatter_{count.destination}"].value for count in wanted], dtype=float
    )
    place = [prepared.months.index(count.month) for count in wanted]

    def modelled(walkers: FloatArray) -> FloatArray:
        columns = {id: np.exp(walkers[:, i]) for i, id in enumerate(FITTED)}
        ran = run(middle.with_columns(columns), [Package(id="fit", name="")], replay=True)
        us, world = (ran.monthly[0, ran.series_ids.index(f"magnets_{id}")] for id in (US, "world"))
        path = {US: us, REST: rest_of(before, us, world)}
        return np.array([path[c.destination][m] for c, m in zip(wanted, place, strict=True)]).T

    def plausibility(walkers: FloatArray) -> FloatArray:
        level = modelled(walkers)
        scale = np.hypot(scatter * level, np.exp(walkers[:, -1:]))
        off = ((level - seen) / scale) ** 2
        told = -np.log(scale) - 0.5 * (FREEDOM + 1.0) * np.log1p(off / FREEDOM)
        believed = -0.5 * (((walkers - centre) / width) ** 2)
        return told.sum(axis=1) + believed.sum(axis=1)

    generator = np.random.Generator(np.random.PCG64(seed))
    begin = centre + START * width * generator.standard_normal((WALKERS, len(SOUGHT)))
    # Named, not imported: emcee brings scipy.stats along, and only this command waits for it.
    sampler = importlib.import_module("emcee").EnsembleSampler(WALKERS, len(SOUGHT), plausibility, vectorize=True)
    # emcee steps with the legacy generator; its state is the only randomness left.
    sampler.random_state = np.random.RandomState(seed % 2**32).get_state()
    for done, _ in enumerate(sampler.sample(begin, iterations=steps), start=1):
        if tick is not None:
            tick(done / steps)
    chain = np.asarray(sampler.get_chain(discard=steps // 4, flat=True))
    after = np.exp(np.quantile(chain, (0.05, 0.5, 0.95), axis=0))
    return Fit(
        before={id: (p.low, p.value, p.high) for id, p in known.items()},
        after={id: (low, middle, high) for id, (low, middle, high) in zip(SOUGHT, after.T.tolist(), strict=True)},
        chain=np.exp(chain),
        correlation=np.corrcoef(chain, rowvar=False),
        steps_apart=float(np.max(sampler.get_autocorr_time(quiet=True, tol=0))),
        accepted=float(np.mean(sampler.acceptance_fraction)),
        months=len(wanted),
    )


def posterior_toml(fit: Fit, method: str) -> str:
    """Return the posterior as a file of the catalogue."""
    lines = [f"# {method}", ""]
    for id, (low, value, high) in fit.after.items():
        lines += ["[[posterior]]", f'id = "{id}"', f"value = {value:.3g}", f"low = {low:.3g}", f"high = {high:.3g}", ""]
    return "\n".join(lines)
