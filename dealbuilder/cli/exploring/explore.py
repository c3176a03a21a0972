"""explore: ensembles of packages, draws and worldviews into Parquet, here or on a cluster."""

import importlib
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.explore.chunks import RUNS
from dealbuilder.analysis.explore.question import question
from dealbuilder.analysis.explore.running import Place, here
from dealbuilder.analysis.explore.task import Site
from dealbuilder.cli import deals, printing
from dealbuilder.cli.exploring import asked, shown
from dealbuilder.cli.exploring.words import counted, figure
from dealbuilder.cli.options import AsJson, Baseline, Draws, Seed, Speech
from dealbuilder.engine.spread import cores
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report.ensemble import ensemble
from dealbuilder.report.ensemble.ensemble import Ensemble
from dealbuilder.report.ensemble.manifest import MANIFEST, MEMBERS, PARTS, SUMMARY
from dealbuilder.report.phrases import say

MOST_THREADS = 1_000


def explore(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="DEAL", help="A .deal file, a PDF that carries one, or example:NAME.", show_default=False
        ),
    ] = None,
    packages: Annotated[
        list[str] | None,
        typer.Option(
            "--packages",
            help="all, neighbours, factorial:MEASURE,MEASURE, a package of the deal, or a file of packages; "
            "may be given several times. All of the deal's own by default.",
        ),
    ] = None,
    draws: Draws = None,
    worldviews: Annotated[
        str | None, typer.Option("--worldviews", help="Worldviews with commas, or all; the deal's own by default.")
    ] = None,
    seed: Seed = None,
    baseline: Baseline = None,
    executor: Annotated[
        Literal["local", "dask"], typer.Option("--executor", help="Where: threads here, or an existing Dask cluster.")
    ] = "local",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help="Address of the Dask scheduler, such as tcp://host:8786.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The ensemble's folder.")] = None,
    chunk: Annotated[int | None, typer.Option("--chunk", help=f"Runs of a chunk; {RUNS:,} by default.")] = None,
    threads: Annotated[int | None, typer.Option("--threads", help="Threads here; one a core by default.")] = None,
    with_parameters: Annotated[
        bool, typer.Option("--with-parameters", help="With the drawn parameters of every draw.")
    ] = False,
    show: Annotated[Path | None, typer.Option("--show", help="Print the summary of an ensemble's folder.")] = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Run packages x draws x worldviews into a folder of Parquet files; run again, it goes on where it ended."""
    if show is not None:
        shown.show(show, as_json, language)
        return
    if name is None or output is None:
        raise typer.BadParameter("name a DEAL and a folder (-o DIR), or --show DIR")
    if (executor == "dask") != (scheduler is not None):
        raise typer.BadParameter("--scheduler ADDR goes with --executor dask, and with no other")
    if threads is not None and not 1 <= threads <= MOST_THREADS:
        raise DealError(
            f"{threads} threads are no number of threads.",
            f"Ask for 1 to {MOST_THREADS}.",
            zh=f"{threads} 不能作为线程数。",
            zh_hint=f"请设为1至 {MOST_THREADS}。",
        )
    deal = deals.opened(name)
    setting = deals.setting(deal.document, None, baseline, draws, seed)
    views = asked.worldviews(deal.catalogue, deal.document, worldviews)
    evaluator = Evaluator(deal.catalogue)
    for view in views:
        evaluator.pack(ensemble.viewed(setting, view))
    members = asked.members(deal.catalogue, deal.document, packages or ())
    site = Site(deal.catalogue, question(setting, views, deal.document.measures))
    made = ensemble.opened(
        output, deal.document.title or name, site, members, with_parameters=with_parameters, chunk=chunk
    )
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
    _announce(made, executor, language)
    unknown = asked.unknown(deal.catalogue, members)
    if unknown:
        printing.notice(say("explore.unknown", language, clauses=", ".join(unknown)))
    begun = time.monotonic()
    place = _dask(made, scheduler) if scheduler is not None else here(site, threads or cores())
    with printing.progress("running") as tick:
        made.run(place, tick)
    seconds = time.monotonic() - begun
    new = made.new_runs
    if as_json:
        printing.as_json(_as_data(made, executor, new, seconds))
        return
    speed = figure(new / seconds) if new and seconds > 0 else figure(0)
    printing.say(
        say(
            "explore.done", language, runs=counted("runs", made.manifest.runs, language), folder=str(output),
            new=figure(new), seconds=f"{seconds:.1f}", speed=speed,
        )
    )  # fmt: skip
    shown.table(output, deal.catalogue, language)


def _announce(made: Ensemble, executor: str, language: Language) -> None:
    """Say on stderr how much it is before it begins."""
    manifest = made.manifest
    printing.notice(
        say(
            "explore.asked",
            language,
            packages=counted("packages", manifest.packages, language),
            draws=counted("draws", manifest.question.draws, language),
            views=counted("views", len(manifest.question.worldviews), language),
            runs=counted("runs", manifest.runs, language),
            chunks=counted("chunks", len(manifest.parts), language),
            size=figure(manifest.chunk),
        )
    )
    if executor == "dask" and manifest.chunk < RUNS and len(manifest.parts) > 1:
        printing.notice(say("explore.small", language, size=figure(RUNS)))
    for file in made.spoilt:
        printing.notice(say("explore.spoilt", language, file=file))
    if made.reused:
        left = len(manifest.parts) - made.reused
        printing.notice(
            say(
                "explore.taken_up",
                language,
                done=counted("chunks", made.reused, language),
                left=counted("chunks", left, language),
            )
        )


def _dask(made: Ensemble, scheduler: str) -> AbstractContextManager[Place]:
    # Named, not imported: only who asks for a cluster comes near the module that can reach the network (law 9).
    module = importlib.import_module("dealbuilder.analysis.explore.cluster")
    found: Any = module.cluster(scheduler, made.site.question.model_dump_json(), made.manifest.stamps.model_dump_json())
    return found


def _as_data(made: Ensemble, executor: str, new: int, seconds: float) -> dict[str, Any]:
    manifest = made.manifest
    return {
        "deal": manifest.deal,
        "folder": str(made.folder),
        "packages": manifest.packages,
        "worldviews": list(manifest.question.worldviews),
        "draws": manifest.question.draws,
        "seed": manifest.question.seed,
        "runs": manifest.runs,
        "executor": executor,
        "chunks": {"size": manifest.chunk, "total": len(manifest.parts), "reused": made.reused, "done": manifest.done},
        "new_runs": new,
        "seconds": round(seconds, 3),
        "indicators": list(manifest.indicators),
        "files": {"manifest": MANIFEST, "packages": MEMBERS, "summary": SUMMARY, "parts": PARTS},
        "complete": manifest.complete,
        "stamps": manifest.stamps.model_dump(),
    }
