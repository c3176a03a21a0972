"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.model.text import Language

Deal = Annotated[
    str,
    typer.Argument(metavar="DEAL", help="A .deal file, a PDF that carries one, or example:NAME.", show_default=False),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A .deal file.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Speech = Annotated[Language, typer.Option("--language", help="Language of names and texts.")]
InPackage = Annotated[str | None, typer.Option("--package", help="Id or name of a package; the active one by default.")]
Worldview = Annotated[
    str | None, typer.Option("--worldview", help="central, essay or sceptic; the deal's own by default.")
]
Baseline = Annotated[
    str | None,
    typer.Option("--baseline", help="A package of the deal, another deal, or no_deal; the deal's own by default."),
]
Draws = Annotated[
    int | None, typer.Option("--draws", help="Draws of the uncertain parameters; the deal's own by default.")
]
Supposed = Annotated[
    list[str] | None,
    typer.Option("--inject", help="What if: an inject as ID, ID@MONTH or ID@START-END; the deal stays as it is."),
]
Seed = Annotated[int | None, typer.Option("--seed", help="Seed of the draws; the deal's own by default.")]
