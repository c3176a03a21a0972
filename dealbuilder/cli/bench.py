"""bench: how fast the program is beside its peers, as ratios measured in one run."""

from typing import Annotated, Any

import typer
from rich.table import Table

from dealbuilder import paths
from dealbuilder.cli import printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.cli.speed import harness, page, rows
from dealbuilder.cli.speed.machine import machine
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language


def bench(
    quick: Annotated[bool, typer.Option("--quick", help="Small cases and few rounds: about half a minute.")] = False,
    wanted: Annotated[str, typer.Option("--rows", help="Only these rows: ids with commas between.")] = "",
    write_page: Annotated[
        bool, typer.Option("--page", help="Write the page of the manual in both languages, in a checkout.")
    ] = False,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Measure the program's speed against its peers: ratios of interleaved rounds, beside their targets."""
    if write_page and (wanted or not harness.has_suite()):
        raise DealError(
            "The page of the manual holds every row, peers included; nothing was measured.",
            "Leave out --rows, in a checkout with the bench extra: pip install -e '.[bench]'",
            zh="手册页面须含全部各行，包括同类程序；未作测量。",
            zh_hint="请去掉 --rows，并在带有 bench 附加组件的源码目录中运行：pip install -e '.[bench]'",
        )
    chosen = rows.chosen(rows.load(paths.resources()), wanted)
    outcomes = harness.measure(chosen, quick, printing.notice)
    results = tuple(zip(chosen, outcomes, strict=True))
    stood = machine()
    if any(outcome.why == harness.EXTRA.model_dump() for outcome in outcomes):
        printing.notice(page.LACKING.get(language))
    if write_page:
        for path in page.write(paths.resources(), results, stood, quick):
            printing.notice(str(path))
    _show(results, stood, quick, language, as_json)
    if any(outcome.why == harness.FAILED.model_dump() for outcome in outcomes):
        raise typer.Exit(1)


def _show(results: page.Results, stood: dict[str, str], quick: bool, language: Language, as_json: bool) -> None:
    if as_json:
        printing.as_json(_plain(results, stood, quick))
    else:
        printing.show(_table(results, language))
        printing.say()
        printing.say(page.described(stood, language))


def _plain(results: page.Results, stood: dict[str, str], quick: bool) -> dict[str, Any]:
    listed = [
        {
            **outcome.plain(),
            "kind": row.kind,
            "unit": row.unit,
            "statistic": row.statistic,
            "target": row.target,
            "sense": row.sense,
        }
        for row, outcome in results
    ]
    return {"machine": stood, "quick": quick, "rows": listed}


def _table(results: page.Results, language: Language) -> Table:
    heads = page.HEADS[language]
    table = printing.plain_table("id", *heads, right=heads[1:5])
    for row, outcome in results:
        table.add_row(row.id, *page.cells(row, outcome, language))
    return table
