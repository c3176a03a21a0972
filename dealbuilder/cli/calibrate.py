"""calibrate: the paces of trade fitted to what customs counted, before and after."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from dealbuilder import paths
from dealbuilder.analysis.calibration import WALKERS, Fit, calibrate, posterior_toml
from dealbuilder.cli import printing
from dealbuilder.cli.backtest import SEED, Data, FromPack, counted, latest
from dealbuilder.cli.options import AsJson, Seed, Worldview
from dealbuilder.errors import DealError, reason
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue

STEPS, FEWEST, MOST = 800, 8, 100_000
METHOD = "By `dealbuilder calibrate --write`: {steps} steps of {walkers} walkers from seed {seed}, {months} figures."


def run_calibrate(
    data: Data = None,
    pack: FromPack = None,
    worldview: Worldview = None,
    steps: Annotated[int, typer.Option("--steps", min=FEWEST, max=MOST, help="Steps of the ensemble.")] = STEPS,
    seed: Seed = None,
    write: Annotated[
        Path | None, typer.Option("--write", help="Write the ranges found here, as a file of the catalogue.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Fit three paces of trade to customs data with an ensemble of walkers; print ranges before and after."""
    catalogue, sown = load_catalogue(paths.resources()), SEED if seed is None else seed
    chosen, months = latest(catalogue, pack), counted(data)
    with printing.progress("calibrating") as tick:
        fit = calibrate(catalogue, chosen, months, steps=steps, seed=sown, worldview=worldview or "central", tick=tick)
    if write is not None:
        method = METHOD.format(steps=steps, walkers=WALKERS, seed=sown, months=fit.months)
        try:
            write.write_text(posterior_toml(fit, method), encoding="utf-8")
        except OSError as error:
            raise DealError(
                f"{write} could not be written: {error.strerror}.",
                "Choose another place.",
                zh=f"{write} 无法写入：{reason(error).zh}。",
                zh_hint="请选择其他位置。",
            ) from error
        printing.notice(printing.told("written", file=write))
    if as_json:
        printing.as_json(calibrate_json(catalogue, fit))
        return
    printing.show(_table(catalogue, fit))
    apart, accepted = f"{fit.steps_apart:.0f}", f"{100.0 * fit.accepted:.0f}"
    printing.say(printing.told("fit", figures=fit.months, steps=apart, accepted=accepted))


def calibrate_json(catalogue: Catalogue, fit: Fit) -> dict[str, Any]:
    """Return the object that --json prints."""
    keys = ("p05", "p50", "p95")
    return {
        "parameters": [
            {
                "id": id,
                "unit": catalogue.parameter_by_id[id].unit,
                "prior": dict(zip(keys, fit.before[id], strict=True)),
                "posterior": dict(zip(keys, after, strict=True)),
            }
            for id, after in fit.after.items()
        ],
        "correlation": fit.correlation.round(4).tolist(),
        "figures": fit.months,
        "autocorrelation_steps": fit.steps_apart,
        "accepted": fit.accepted,
    }


def _table(catalogue: Catalogue, fit: Fit) -> Table:
    heads = tuple(printing.told(key) for key in ("parameter", "unit", "before", "after"))
    table = printing.plain_table(*heads, right=heads[2:])
    for id, after in fit.after.items():
        unit = catalogue.parameter_by_id[id].unit
        table.add_row(id, unit, *(f"{mid:.3g} ({low:.3g} to {high:.3g})" for low, mid, high in (fit.before[id], after)))
    return table
