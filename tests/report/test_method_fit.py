"""What the method says of fitting to trade: the ranges before and after, and what the walkers weigh."""

import emcee
import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import calibration
from dealbuilder.analysis.backtest import REST, US, averages, observed, prior, rest_of, shipped
from dealbuilder.engine.inputs import middles
from dealbuilder.engine.run import run
from dealbuilder.model.package import Package
from dealbuilder.report.manual import explained, pages
from tests.report.bench import text
from tests.report.reading import compute

PACK = "2025-07"


@pytest.mark.parametrize(("language", "said"), [("en", "before the fit to trade"), ("zh", "与贸易数据拟合前")])
def test_what_was_fitted_stands_beside_what_it_was_before_and_nothing_else_does(catalogue, language, said):
    manual = {page.id: page.text for page in pages(paths.resources(), language)}
    marked = set()
    for parameter in catalogue.parameters:
        page, place = explained(paths.resources(), catalogue, "parameter", parameter.id)
        # The last row that begins with the symbol is that of the table of parameters.
        row = [line for line in manual[page].splitlines() if line.startswith(f"| `{place}` |")][-1]
        if said in row:
            marked.add(parameter.id)
            value, low, high = parameter.prior
            for figure in (parameter.value, parameter.low, parameter.high, value, low, high):
                assert f"{figure:.6g}" in row
    assert marked == set(calibration.SOUGHT)


class Caught(Exception):
    """Ends a fit as soon as what its walkers weigh is known."""


def weighed(catalogue, pack, monkeypatch):
    """Return the function that tells the fit how plausible walkers are."""
    found = []

    def sampler(walkers, amount, function, **_):
        found.append(function)
        raise Caught

    monkeypatch.setattr(emcee, "EnsembleSampler", sampler)
    with pytest.raises(Caught):
        calibration.calibrate(catalogue, pack, steps=1)
    return found[0]


def test_walkers_weigh_what_the_page_says(catalogue, monkeypatch):
    pack, before = catalogue.pack_by_id[PACK], prior(catalogue)
    known = [before.parameter_by_id[id] for id in calibration.SOUGHT]
    trial = np.exp(np.random.default_rng(3).normal(0.0, 0.4, (3, len(known)))) * [one.value for one in known]
    told = weighed(catalogue, pack, monkeypatch)(np.log(trial))
    columns = {id: trial[:, i] for i, id in enumerate(calibration.FITTED)}
    ran = run(middles(before, PACK, "central").with_columns(columns), [Package(id="fit", name="")], replay=True)
    us, world = (ran.monthly[0, ran.series_ids.index(f"magnets_{id}")] for id in ("us", "world"))
    path = {US: us, REST: rest_of(before, us, world)}
    counts = [count for count in observed(before, shipped(pack), ran.months)[0] if count.destination in path]
    band = "\n".join(text("90-scoring", "band").splitlines()[1:3])
    written = text("90-scoring", "fit").replace("Σ (ln(scale_b[d])", "total(ln(scale_b[d])")
    written = written.replace("Σ (ln(v_fit / value)", "total((ln(v_fit / value)").replace(
        "3.29)) ^ 2 / 2", "3.29)) ^ 2 / 2)"
    )
    symbols = {parameter.symbol: parameter.value for parameter in before.parameters}
    figures = {name: np.array([getattr(one, name) for one in known]) for name in ("value", "low", "high")}
    for walker, values in enumerate(trial):
        months = [
            compute(
                band,
                symbols
                | {"d": count.destination, "us": US, "σ_rem": values[-1]}
                | {"sim": {count.destination: path[count.destination][ran.months.index(count.month), walker]}},
            )
            for count in counts
        ]
        gathered = {
            name: {"d": np.array([said[name][c.destination] for said, c in zip(months, counts, strict=True)])}
            for name in ("sim", "scale_b")
        }
        gathered["seen"] = {"d": np.array([c.tonnes / averages(before)[c.destination] for c in counts])}
        functions = {"ln": np.log, "total": np.sum, "d": "d", "v_fit": values}
        said = compute(written, gathered | figures | functions)
        assert said["told"] == pytest.approx(told[walker], rel=1e-3)
