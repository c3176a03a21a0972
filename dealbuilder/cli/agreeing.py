"""export --negmas and edit FILE outcome: the deal as a domain for NegMAS, and an agreement back as a package."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.analysis.counterpart.worth import Scorer
from dealbuilder.analysis.evaluate import Evaluator, stamps
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.negmas import outcome
from dealbuilder.analysis.negmas.domain import domain
from dealbuilder.analysis.negmas.utility import utilities
from dealbuilder.cli import deals, editing, printing
from dealbuilder.cli.options import InPackage
from dealbuilder.document.edits import Edit
from dealbuilder.document.new import free_package_id
from dealbuilder.document.package_edits import AddPackage
from dealbuilder.errors import DealError, Words, reason
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import negmas

MOST = 4 * outcome.LONGEST
"""Bytes of an agreement that are read."""


def export_domain(deal: deals.Opened, chosen: Package, setting: Setting, folder: Path, language: Language) -> None:
    """Write the deal's domain and utilities for NegMAS into a folder and print its files."""
    known = deal.catalogue
    found = domain(known, deal.document.packages, chosen)
    scorer = Scorer(Evaluator(known), setting, deal.lenses)
    with printing.progress("scoring") as tick:
        valued = utilities(found, scorer, deal.lenses, setting.seed, tick)
    title = deal.document.title or folder.name
    told = negmas.Exported(title, found, valued, setting, stamps(known, setting), scorer.draws)
    for file in negmas.write(folder, told, language):
        printing.say(str(file))


def take_outcome(
    context: typer.Context,
    agreement: Annotated[
        Path, typer.Argument(metavar="AGREEMENT", help="JSON or YAML: a level by issue.", show_default=False)
    ],
    package: InPackage = None,
    name: Annotated[str, typer.Option("--name", help="Name of the new package.")] = "NegMAS",
) -> None:
    """Add what agents agreed on as a package; months and conditions are those of the package it is taken into."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        base = deals.package(deal.document, package)
        found = domain(deal.catalogue, deal.document.packages, base)
        made = outcome.agreed(deal.catalogue, base, outcome.read(_text(agreement), found))
        fresh = Package(id=free_package_id(deal.document), name=name, clauses=made.clauses)
        yield AddPackage(package=fresh)

    editing.change(context.obj, edits)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MOST).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else Words("it is not text", "不是文本")
        raise DealError(
            f"{path} cannot be read ({why.en}); the deal is as it was.",
            "Name a JSON or YAML file.",
            zh=f"{path} 无法读取（{why.zh}）；协议没有变化。",
            zh_hint="请指定JSON或YAML文件。",
        ) from error
