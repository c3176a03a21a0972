"""clean: a copy for the other side with a report, and the proof that a file is clean."""

from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Deal, InPackage, Speech
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.clean_report import Around, kept_open
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.private import private_in_file
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language, Text

MADE = Text(en="{file} is made.", zh="已生成 {file}。")
LEFT = Text(en="Left out: {what}", zh="未包含：{what}")
STILL = Text(en="Still in it: {what}", zh="仍包含：{what}")
PRIVATE = Text(en="Private: {what}", zh="非公开：{what}")
CLEAN = Text(
    en="{file} is clean: no journal, version, record, sealed value, private note, plan, target or name is in it.",
    zh="{file} 是净本：不含编辑记录、版本、研讨会记录、密封值、私人备注、安排、目标或姓名。",
)
UNCLEAN = Text(en="{file} is not clean: do not hand it over.", zh="{file} 不是净本：请勿交给对方。")


def clean(
    name: Deal,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write.", show_default=False)
    ] = None,
    package: InPackage = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; tell what private is in the file. Exit 1 if there is any.")
    ] = False,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Write a copy for the other side: one package, without journal, private notes and sealed values."""
    if check:
        _check(name, as_json, language)
        return
    if output is None:
        raise typer.BadParameter("name the file to write with --output, or say --check", param_hint="--output")
    deal = deals.opened(name)
    if deals.there(output) and deal.path.exists() and output.samefile(deal.path):
        raise DealError(
            f"{output} is the deal itself and stays as it is: a clean copy would take its journal and notes.",
            "Choose another name.",
            zh=f"{output} 就是协议本身，保持原样：净本会去掉它的编辑记录和备注。",
            zh_hint="请另选名称。",
        )
    chosen = deals.package(deal.document, package)
    around = Around(deal.loaded.history, deal.loaded.versions, deal.loaded.session)
    document, left_out = clean_copy(deal.document, (chosen.id,), language, around)
    deals.written(output, Loaded(History.start(document)), deal.catalogue)
    still = kept_open(document, language)
    if as_json:
        printing.as_json({"file": str(output), "left_out": list(left_out), "open": list(still)})
        return
    printing.say(MADE.get(language).format(file=output))
    for sentence in left_out:
        printing.say(LEFT.get(language).format(what=sentence))
    for sentence in still:
        printing.say(STILL.get(language).format(what=sentence))


def _check(name: str, as_json: bool, language: Language) -> None:
    loaded, found = private_in_file(deals.path_of(name, language))
    private = [text.get(language) for text in found]
    still = kept_open(loaded.history.document, language)
    if as_json:
        printing.as_json({"deal": name, "clean": not private, "private": private, "open": list(still)})
    else:
        for sentence in private:
            printing.say(PRIVATE.get(language).format(what=sentence))
        for sentence in still:
            printing.say(STILL.get(language).format(what=sentence))
        printing.say((UNCLEAN if private else CLEAN).get(language).format(file=name))
    if private:
        raise typer.Exit(1)
