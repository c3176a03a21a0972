"""check-catalogue: catalogue files that somebody is writing, held against everything the program reads."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dealbuilder import paths
from dealbuilder.cli import printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.errors import CatalogueProblems, DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.text import Language

KINDS = {
    "measures": ("measures", "措施"),
    "channels": ("channels", "渠道"),
    "parameters": ("parameters", "参数"),
    "indicators": ("indicators", "指标"),
    "sources": ("sources", "来源"),
    "facts": ("facts", "事实"),
    "lenses": ("roles", "角色"),
    "injects": ("injects", "突发事件"),
    "sessions": ("session templates", "研讨模板"),
    "packs": ("starting points", "起点"),
}

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE ...", help="TOML files, read as if they lay in resources/catalogue.", exists=False),
]
Packs = Annotated[list[Path] | None, typer.Option("--pack", help="A starting point, read as if in resources/packs.")]


def check_catalogue(files: Files = None, pack: Packs = None, as_json: AsJson = False, language: Speech = "en") -> None:
    """Read the catalogue with some files more, and name every fault with file and key; nothing is installed."""
    more, packs = tuple(files or ()), tuple(pack or ())
    for path in (*more, *packs):
        if not path.is_file():
            raise DealError(
                f"{path} is not a file; nothing was checked.",
                "Name TOML files.",
                zh=f"{path}不是文件；未作检查。",
                zh_hint="请给出TOML文件。",
            )
    try:
        whole = load_catalogue(paths.resources(), more, packs)
    except CatalogueProblems as error:
        if as_json:
            faults = [{"file": one.file, "key": one.key, "text": one.text} for one in error.problems]
            printing.as_json({"ok": False, "problems": faults})
            raise typer.Exit(1) from None
        raise
    shipped = load_catalogue(paths.resources())
    if as_json:
        printing.as_json({"ok": True, "problems": [], **_added(shipped, whole)})
    else:
        _show(shipped, whole, language)


def _added(shipped: Catalogue, whole: Catalogue) -> dict[str, Any]:
    """Return by kind the ids that the files add."""
    found = {}
    for kind in KINDS:
        before = {one.id for one in getattr(shipped, kind)}
        found[kind] = [one.id for one in getattr(whole, kind) if one.id not in before]
    return found


def _show(shipped: Catalogue, whole: Catalogue, language: Language) -> None:
    place = ("en", "zh").index(language)
    heads = (("kind", "in all", "new"), ("类别", "合计", "新增"))[place]
    table = printing.plain_table(*heads)
    for kind, added in _added(shipped, whole).items():
        table.add_row(KINDS[kind][place], str(len(getattr(whole, kind))), ", ".join(added) or "-")
    printing.show(table)
    printing.say(("Every name, unit, bound and source is in order.", "名称、单位、上下限和来源均无误。")[place])
