"""backtest: the model's replay beside what customs counted, the shipped months or anybody's."""

from pathlib import Path
from typing import Annotated

import typer

from dealbuilder import paths
from dealbuilder.analysis.backtest import backtest, prior
from dealbuilder.analysis.runs import World
from dealbuilder.cli import printing
from dealbuilder.cli.options import AsJson, Draws, Seed, Speech, Worldview
from dealbuilder.errors import DealError, NoSuch, reason
from dealbuilder.model import customs
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.customs import Customs
from dealbuilder.model.loading import load_catalogue
from dealbuilder.report import backtest as told

DRAWS, SEED, MOST_DRAWS = 2000, 20250715, 100_000
LARGEST_FILE = 5_000_000
"""Bytes of a data file."""

Data = Annotated[
    Path | None,
    typer.Option("--data", help="A CSV with the columns month, destination, tonnes; the shipped months by default."),
]
FromPack = Annotated[str | None, typer.Option("--pack", help="Baseline pack to replay; the latest by default.")]


def run_backtest(
    data: Data = None,
    pack: FromPack = None,
    worldview: Worldview = None,
    draws: Draws = None,
    seed: Seed = None,
    before: Annotated[bool, typer.Option("--prior", help="With the ranges from before the fit to trade.")] = False,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Replay every dated act since April 2025 and compare month by month with customs data."""
    catalogue = load_catalogue(paths.resources())
    chosen, wanted = latest(catalogue, pack), DRAWS if draws is None else draws
    if not 1 <= wanted <= MOST_DRAWS:
        raise DealError(
            f"A replay cannot be made of {wanted} draws.",
            f"Ask for 1 to {MOST_DRAWS} draws.",
            zh=f"回放不能以 {wanted} 次抽样进行。",
            zh_hint=f"请设为1至 {MOST_DRAWS} 次。",
        )
    world = World(chosen.id, worldview or "central", (), wanted, SEED if seed is None else seed)
    found = backtest(prior(catalogue) if before else catalogue, chosen, world, counted(data))
    for text in found.notices:
        printing.notice(text.get(language))
    if as_json:
        printing.as_json(told.as_json(found))
        return
    heads = told.HEADS[language]
    table = printing.plain_table(*heads, right=heads[2:6])
    for row in told.rows(found, language):
        table.add_row(*row)
    printing.show(table)
    for sentence in told.summary(found, language):
        printing.say(sentence)


def latest(catalogue: Catalogue, id: str | None) -> Pack:
    """Return the pack of an id, or the one whose record of dated acts reaches furthest."""
    if id is None:
        return max(catalogue.packs, key=lambda pack: pack.signing)
    if id not in catalogue.pack_by_id:
        raise NoSuch(f"There is no baseline pack “{id}”.", f"没有基准包“{id}”。", catalogue.pack_by_id)
    return catalogue.pack_by_id[id]


def counted(path: Path | None) -> Customs | None:
    """Return the months of a data file; None where none is named."""
    if path is None:
        return None
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise DealError(
                f"{path} is larger than any table of months; nothing was read.",
                "Give a CSV of months.",
                zh=f"{path} 大于任何月度表格；没有读取。",
                zh_hint="请提供月度CSV表格。",
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DealError(
            f"{path} is no text in UTF-8; nothing was read.",
            "Save it as CSV in UTF-8.",
            zh=f"{path} 不是UTF-8文本；没有读取。",
            zh_hint="请以UTF-8编码另存为CSV。",
        ) from error
    except OSError as error:
        raise DealError(
            f"{path} cannot be read: {error.strerror}.",
            "Check its name and your rights.",
            zh=f"{path} 无法读取：{reason(error).zh}。",
            zh_hint="请检查其名称和您的权限。",
        ) from error
    return customs.read(text, path.name)
