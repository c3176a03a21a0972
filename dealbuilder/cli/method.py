"""method: how the model works, page by page, as plain Markdown."""

from typing import Annotated

import typer

from dealbuilder import paths
from dealbuilder.cli import printing
from dealbuilder.cli.options import Speech
from dealbuilder.errors import NoSuch
from dealbuilder.report.manual import Page, pages


def show_method(
    page: Annotated[str | None, typer.Argument(help="Print this page: licensing, or 30-licensing.")] = None,
    language: Speech = "en",
) -> None:
    """List the pages on how the model works, or print one with its equations, parameters and sources."""
    known = [each for each in pages(paths.resources(), language) if each.group == "model"]
    if page is None:
        table = printing.plain_table(printing.told("page"), printing.told("title"))
        for each in known:
            table.add_row(_short(each), each.title)
        printing.show(table)
        return
    found = next((each for each in known if page in (each.id, _short(each))), None)
    if found is None:
        names = [_short(each) for each in known]
        raise NoSuch(f"The method has no page “{page}”.", f"方法说明中没有“{page}”这一页。", names)
    printing.say(found.text.strip())


def _short(page: Page) -> str:
    """Return a page's name without the number that orders it."""
    return page.id.partition("-")[2] or page.id
