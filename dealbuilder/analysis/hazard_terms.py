"""The hazard of rupture taken apart, month by month: what each term of the engine's equation adds to it.

The engine says `hazard = (truce + expiry) x exp(z)` with z a sum of terms, each carried by parameters of its own. A run
in which those parameters are nought lacks that term and nothing else, so the log hazards of two runs differ by the term
itself. From the logarithms to percent a month each term takes its part of the change by the logarithmic mean (Ang's
LMDI), which leaves no rest. An expiry is counted as it is felt, after what calms it: with it less without it. So truce
and terms add up to the hazard in every month of every draw.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.lived import Lived, live
from dealbuilder.engine.inputs import Prepared
from dealbuilder.engine.parameters import P
from dealbuilder.engine.progress import Tick, silent
from dealbuilder.model.package import Package

CARRIED: dict[str, tuple[str, ...]] = {
    "unkept": ("fear_shortfall",),
    "hostile": ("fear_stop", "fear_suspension", "fear_closure"),
    "red_lines": ("fear_red",),
    "lesson": ("lesson",),
    "stakes": ("calm_stakes",),
    "verification": ("calm_verification",),
    "snapback": ("calm_snapback",),
    "tranches": ("calm_tranches",),
    "linkage": ("calm_linkage",),
    "dispute": ("calm_dispute",),
    "goodwill": ("calm_tariffs", "calm_fentanyl", "calm_green"),
    "restraint": ("calm_standstill", "calm_status"),
}
"""Terms of the log hazard and the parameters that carry them; without any of these the log hazard does not move."""

HARDLINERS = {"hardliners_us": "hardliners_us", "hardliners_china": "hardliners_china"}
"""Parts of `unkept`: what hardliners at home keep a side from delivering, by parameter."""

TERMS = ("expiry", "renewal", *HARDLINERS, *CARRIED, "cap", "injects")
"""All terms in order. `renewal` is what a renewal clause takes from expiries, `cap` what the bound on z cuts off."""

REACH, EXPIRY, RENEWAL, TRUCE = "hazard_reach", "expiry_hazard", "renewal_effect", "hazard_truce"
UNBOUND = 50.0
"""A bound on the log hazard that never binds."""
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Split:
    """The hazard and its terms, percent a month, months 1 to 60.

    `hazard`, `low`, `high` (months,): mean, 5th and 95th percentile over draws; `truce` (months,): that of the truce as
    it stands; `terms`: what each adds by id, (months,), below nought where it calms. `rest`: the largest gap, over all
    months and draws, between the hazard and the sum of truce and terms.
    """

    hazard: FloatArray
    low: FloatArray
    high: FloatArray
    truce: FloatArray
    terms: dict[str, FloatArray]
    rest: float


def split(prepared: Prepared, calm: Prepared, package: Package, whole: Lived, tick: Tick = silent) -> Split:
    """Return the split of a package's hazard.

    `calm` is `prepared` without injects (the same where there are none); `whole` is the package lived in `prepared`.
    """
    done, count = 0, len(CARRIED) + len(HARDLINERS) + 5

    def hazard(**values: float) -> FloatArray:
        """Return the hazard (months, draws) without injects, with some parameters at other values."""
        nonlocal done
        done += 1
        found = live(changed(calm, values), package).hazard
        tick(done / count)
        return found

    capped, free = hazard(), hazard(**{REACH: UNBOUND})
    silenced = {id: 0.0 for ids in CARRIED.values() for id in ids}
    standing, sheer = hazard(**silenced), hazard(**silenced, **{RENEWAL: 0.0})
    truce = PERCENT * np.broadcast_to(calm.values[P[TRUCE]], capped.shape)
    logs = {term: _log(free, hazard(**{REACH: UNBOUND}, **dict.fromkeys(ids, 0.0))) for term, ids in CARRIED.items()}
    logs |= _hardliners(free, hazard)
    logs["unkept"] = logs["unkept"] - logs["hardliners_us"] - logs["hardliners_china"]
    z = _log(capped, standing)
    logs["cap"] = z - _log(free, standing)
    felt, mean = np.exp(z), truce * _growth(z)
    parts = {"expiry": felt * (sheer - truce), "renewal": felt * (standing - sheer)}
    parts |= {term: mean * log for term, log in logs.items()}
    parts["injects"] = whole.hazard - capped
    rest = whole.hazard - truce - np.sum([parts[term] for term in TERMS], axis=0)
    low, high = np.quantile(whole.hazard, (0.05, 0.95), axis=1)
    return Split(
        whole.hazard.mean(axis=1),
        low,
        high,
        truce.mean(axis=1),
        {term: parts[term].mean(axis=1) for term in TERMS},
        float(np.abs(rest).max()),
    )


def changed(prepared: Prepared, values: dict[str, float]) -> Prepared:
    """Return the inputs with some parameters at one value in all draws."""
    drawn = prepared.values.copy()
    for id, value in values.items():
        drawn[P[id]] = value
    return replace(prepared, values=drawn)


def _hardliners(free: FloatArray, hazard: Callable[..., FloatArray]) -> dict[str, FloatArray]:
    """Return what hardliners of each side add to the log hazard: both orders of taking them out, averaged."""
    us, china = HARDLINERS.values()
    no_us, no_china = hazard(**{REACH: UNBOUND, us: 0.0}), hazard(**{REACH: UNBOUND, china: 0.0})
    neither = hazard(**{REACH: UNBOUND, us: 0.0, china: 0.0})
    return {
        "hardliners_us": (_log(free, no_us) + _log(no_china, neither)) / 2.0,
        "hardliners_china": (_log(free, no_china) + _log(no_us, neither)) / 2.0,
    }


def _log(more: FloatArray, less: FloatArray) -> FloatArray:
    """Return log(more / less); nought where a hazard is nought, for then all of them are."""
    known = (more > 0.0) & (less > 0.0)
    return np.log(np.where(known, more, 1.0) / np.where(known, less, 1.0))


def _growth(z: FloatArray) -> FloatArray:
    """Return (exp(z) - 1) / z, which is 1 at nought."""
    still = np.abs(z) < 1e-12
    return np.where(still, 1.0, np.expm1(z) / np.where(still, 1.0, z))
