"""merge: the US side of one table with the Chinese side of another, written as a deal."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.room.merging import PARTS, Merged, Part, merged
from dealbuilder.analysis.room.own import gathered
from dealbuilder.analysis.room.standing import Room, room
from dealbuilder.cli import deals, printing
from dealbuilder.cli.making import ENDING
from dealbuilder.cli.options import AsJson, Draws, Seed, Speech
from dealbuilder.cli.tabling import located, show_sheet
from dealbuilder.document.document import Document
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.new import new_document
from dealbuilder.document.tables import Table, named, read_table
from dealbuilder.errors import DealError
from dealbuilder.model.tabled import Tabled
from dealbuilder.model.text import Language
from dealbuilder.report.room import grid, long
from dealbuilder.report.room import merging as told

Take = Annotated[
    list[str] | None,
    typer.Option("--take", metavar="MEASURE=us|china|rest", help="Take one disputed clause from another table."),
]


def merge(
    us: Annotated[str, typer.Option("--us", metavar="FILE", help="The table of the US side.", show_default=False)],
    china: Annotated[
        str, typer.Option("--china", metavar="FILE", help="The table of China’s side.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .deal file to make.", show_default=False)],
    rest: Annotated[
        str, typer.Option("--rest", metavar="us|china|FILE", help="Whose home programme, terms and agenda count.")
    ] = "us",
    take: Take = None,
    as_json: AsJson = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    draws: Draws = None,
    seed: Seed = None,
    language: Speech = "en",
) -> None:
    """Join the US clauses of one deal with the Chinese clauses of another, and say what no longer holds."""
    if output.suffix.lower() != ENDING:
        raise DealError(
            f"{output} does not end in {ENDING}; nothing was made.",
            f"Name it {output.stem}{ENDING}.",
            zh=f"{output} 不以 {ENDING} 结尾；未生成。",
            zh_hint=f"请命名为 {output.stem}{ENDING}。",
        )
    if deals.there(output) and not force:
        raise DealError(
            f"{output} is already there and stays as it is.",
            "Choose another name, or say --force.",
            zh=f"{output} 已经存在，保持原样。",
            zh_hint="请选择其他名称，或加上 --force。",
        )
    parts = _parts(us, china, rest)
    shipped = deals.catalogue()
    together = gathered(shipped, [table.deal for table in parts.values()])
    catalogue = shipped.with_measures(together.measures)
    tables: dict[Part, Tabled] = dict(zip(parts, together.deals, strict=True))
    made = merged(catalogue, tables["us"], tables["china"], tables["rest"], _choices(take or []), together.measures)
    _all_there(made, take or [])
    document = _document(told.name(made, language), told.note(catalogue, made, language), made)
    setting = deals.setting(document, None, None, draws, seed)
    rows = [tables["us"], tables["china"], Tabled(output.stem, made.package, document.pack, document.assumptions)]
    with printing.progress("scoring") as tick:
        scored = room(Evaluator(catalogue), rows, setting, together.notices, tick=tick)
    deals.written(output, Loaded(History.start(document)), catalogue)
    if as_json:
        printing.as_json(_as_data(scored, made, output, language))
    else:
        _show(scored, made, output, language)


def _parts(us: str, china: str, rest: str) -> dict[Part, Table]:
    """Return the table of each part, under names that tell them apart."""
    files = {"us": us, "china": china}
    places, _ = located([us, china, files.get(rest, rest)], None)
    known = {path: read_table(path) for path in dict.fromkeys(places)}
    tables = dict(zip(known, named(list(known.values())), strict=True))
    return {part: tables[path] for part, path in zip(PARTS, places, strict=True)}


def _choices(typed: list[str]) -> dict[str, Part]:
    choices: dict[str, Part] = {}
    for text in typed:
        measure, _, wanted = text.partition("=")
        part: Part | None = next((one for one in PARTS if one == wanted), None)
        if part is None:
            raise DealError(
                f"“{text}” is not a choice; nothing was made.",
                "Write MEASURE=us, =china or =rest.",
                zh=f"“{text}”不是有效的选择；未生成。",
                zh_hint="请写成 MEASURE=us、=china 或 =rest。",
            )
        choices[measure] = part
    return choices


def _all_there(made: Merged, typed: list[str]) -> None:
    """Raise DealError if something is chosen that there is no choice about."""
    open_ids = [one.line.id for one in made.conflicts] + list(made.left) + [c.measure for c in made.package.clauses]
    for text in typed:
        if text.partition("=")[0] not in open_ids:
            hint = deals.nearest(text.partition("=")[0], open_ids)
            raise DealError(
                f"“{text}”: none of the tables has such a clause; nothing was made.",
                hint.en,
                zh=f"“{text}”：各桌都没有这样的条款；未生成。",
                zh_hint=hint.zh,
            )


def _document(name: str, note: str, made: Merged) -> Document:
    rest = made.tables["rest"]
    empty = new_document(name, package=name, pack=rest.pack)
    package = made.package.model_copy(update={"id": empty.active, "name": name, "note": note})
    fields: dict[str, Any] = {"assumptions": rest.assumptions, "injects": rest.injects, "measures": made.measures}
    return empty.model_copy(update={"packages": (package,), **fields})


def _show(scored: Room, made: Merged, output: Path, language: Language) -> None:
    listed = grid.brief(scored, language)
    show_sheet(listed, range(len(listed.header)))
    for said in (*told.disputes(scored.catalogue, made, language), *told.told(scored.catalogue, made, language)):
        printing.say(said)
    for notice in scored.notices:
        printing.say(notice.get(language))
    printing.say(printing.told("made", file=output))


def _as_data(scored: Room, made: Merged, output: Path, language: Language) -> dict[str, Any]:
    files = (made.tables["us"].name, made.tables["china"].name, str(output))
    return {
        "deal": str(output),
        "parts": {part: table.name for part, table in made.tables.items()},
        "tables": [long.table(scored, one, file, language) for one, file in zip(scored.standings, files, strict=True)],
        "disputed": [{"measure": one.line.id, "taken": one.taken} for one in made.conflicts],
        "lost_conditions": [{"measure": one.measure, "condition": one.condition.measure} for one in made.orphans],
        "told": list(told.told(scored.catalogue, made, language)),
        "notices": [notice.get(language) for notice in scored.notices],
    }
