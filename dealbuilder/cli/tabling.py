"""tables and merge: the files of a workshop's tables beside one another, and one side of each joined."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.own import gathered
from dealbuilder.analysis.room.standing import Room, room
from dealbuilder.cli import deals, printing
from dealbuilder.cli.endings import ending
from dealbuilder.cli.options import AsJson, Baseline, Draws, Seed, Speech, Worldview
from dealbuilder.document.document import Document
from dealbuilder.document.examples import example
from dealbuilder.document.new import new_document
from dealbuilder.document.tables import Reading, Table, read_tables
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.room import grid, outlets, words

WIDE = 4
"""Most tables whose levels stand beside one another on a terminal; files and JSON hold them all."""

Files = Annotated[
    list[str], typer.Argument(metavar="FILES...", help="The tables’ .deal files or PDFs.", show_default=False)
]
Under = Annotated[
    Path | None,
    typer.Option("--setting", metavar="FILE", help="The deal whose setting counts; what all tables share by default."),
]
Out = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to a file as well: csv, xlsx, md, json, svg or png.")
]
InEach = Annotated[
    str | None, typer.Option("--package", help="Id or name of the package to take; the active one by default.")
]


def show_tables(
    files: Files,
    as_json: AsJson = False,
    under: Under = None,
    output: Out = None,
    package: InEach = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    language: Speech = "en",
) -> None:
    """Score the files of many tables under one setting, clauses side by side; files that hold no deal are skipped."""
    kind = "" if output is None else ending(output, outlets.KINDS)
    found = read_tables(*located(files, package))
    for one in found.skipped:
        printing.notice(printing.told("skipped", file=one.path, reason=one.reason.get(language)))
    if not found.tables:
        raise DealError(
            "None of the files holds a deal; nothing was scored.",
            "Name files that dealbuilder saved.",
            zh="这些文件中都没有协议；未评分。",
            zh_hint="请指定由 dealbuilder 保存的文件。",
        )
    shipped = deals.catalogue()
    document = deals.opened(str(under)).document if under is not None else shared(shipped, found.tables)
    setting = deals.setting(document, worldview, baseline, draws, seed)
    scored = _scored(shipped, found, document, setting)
    told = outlets.Told(scored, tuple(str(table.path) for table in found.tables), found.skipped)
    if as_json:
        printing.as_json(outlets.as_json(told, language))
    else:
        _show(scored, language)
    if output is not None:
        outlets.write(output, kind, told, language)
        printing.notice(printing.told("written", file=output))


def located(files: Sequence[str], package: str | None) -> tuple[list[Path], dict[Path, str]]:
    """Return where the files lie (example:NAME among them), and for each which package is wanted."""
    places = [
        example(paths.resources() / "examples", name.removeprefix(deals.EXAMPLE)).path
        if name.startswith(deals.EXAMPLE)
        else Path(name)
        for name in files
    ]
    return places, {} if package is None else dict.fromkeys(places, package)


def shared(catalogue: Catalogue, tables: Sequence[Table]) -> Document:
    """Return an empty deal under what all tables share, and under the catalogue’s own figures where they differ."""
    found = [table.deal for table in tables]
    first, plain = found[0], Assumptions()
    apart: list[str] = []
    pack, view, changes, injects = first.pack, first.assumptions.worldview, first.assumptions.changes, first.injects
    if any(deal.pack != pack for deal in found):
        pack, apart = catalogue.packs[0].id, [*apart, "apart_pack"]
    if any(deal.assumptions.worldview != view for deal in found):
        view, apart = plain.worldview, [*apart, "apart_worldview"]
    if any(deal.assumptions.changes != changes for deal in found):
        changes, apart = (), [*apart, "apart_assumptions"]
    if any(deal.injects != injects for deal in found):
        injects, apart = (), [*apart, "apart_injects"]
    if apart:
        listed = "、" if printing.spoken() == "zh" else ", "
        printing.notice(printing.told("apart", what=listed.join(printing.told(key) for key in apart)))
    fields = {"assumptions": Assumptions(worldview=view, changes=changes), "injects": injects}
    return new_document(pack=pack).model_copy(update=fields)


def _scored(shipped: Catalogue, found: Reading, document: Document, setting: Setting) -> Room:
    together = gathered(shipped, [table.deal for table in found.tables], document.measures)
    service = Evaluator(shipped.with_measures(together.measures))
    with printing.progress("scoring") as tick:
        return room(service, together.deals, setting, together.notices, tick=tick)


def _show(scored: Room, language: Language) -> None:
    printing.say(words.setting(scored.catalogue, scored.setting, language))
    printing.say()
    listed = grid.brief(scored, language)
    show_sheet(listed, range(len(listed.header)))
    for standing in scored.standings:
        for said in words.remarks(scored, standing, language):
            printing.say(f"{standing.deal.name}: {said}")
    for notice in scored.notices:
        printing.say(notice.get(language))
    printing.say()
    matrix = grid.matrix(scored, language, differing=len(scored.standings) > 1)
    first = len(matrix.header) - len(scored.standings)
    show_sheet(matrix, range(len(matrix.header) if len(scored.standings) <= WIDE else first))
    printing.say(words.rule(language))


def show_sheet(sheet: grid.Sheet, columns: Sequence[int]) -> None:
    """Write some columns of a sheet."""
    rows = [grid.texts(sheet, row) for row in sheet.rows]
    table = printing.plain_table()
    for place in columns:
        number = any(isinstance(row[place], float) for row in sheet.rows)
        table.add_column(sheet.header[place], justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(printing.harmless(row[place]) for place in columns))
    printing.show(table)
