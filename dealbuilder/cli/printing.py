"""What goes to stdout and stderr: results, tables, notices, progress."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise
from typing import Any

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from dealbuilder.model.text import STEERING, Language, steady
from dealbuilder.report import phrases

PIPED_WIDTH = 140
"""Columns of a table that no terminal shows."""

_LANGUAGE: ContextVar[Language] = ContextVar("language", default="en")


def speak(arguments: Sequence[str]) -> Language:
    """Settle the language of this command, as `--language` asks wherever it stands; English without it."""
    pairs = pairwise(word for one in arguments for word in one.split("=", 1))
    asked = [value for option, value in pairs if option == "--language"]
    _LANGUAGE.set("zh" if asked and asked[-1] == "zh" else "en")
    return spoken()


def spoken() -> Language:
    """Return the language of this command."""
    return _LANGUAGE.get()


def told(key: str, **values: object) -> str:
    """Return a phrase of the command line in the language of this command."""
    return phrases.say(f"command.{key}", spoken(), **values)


def say(text: str = "") -> None:
    """Write one line of the result."""
    typer.echo(harmless(text))


def notice(text: str) -> None:
    """Write one line beside the result."""
    typer.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    """Return text without controls and overrides of direction: a deal must not steer the terminal that shows it."""
    return steady(text)


def as_json(value: dict[str, Any]) -> None:
    """Write one JSON object; numbers that are not defined are null already."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # Such letters stand only within strings, where JSON has an escape for each of them.
    typer.echo(STEERING.sub(lambda found: json.dumps(found[0])[1:-1], text))


def show(table: Table) -> None:
    """Write a table, as wide as the terminal or as a fixed page when piped."""
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width, soft_wrap=False).print(table)


class PlainTable(Table):
    """A table whose cells are text as it stands: a deal's words are never markup or steering of the terminal."""

    def add_row(self, *cells: RenderableType | None, **style: Any) -> None:
        """Add a row."""
        super().add_row(*(Text(harmless(cell)) if isinstance(cell, str) else cell for cell in cells), **style)

    def add_column(self, header: RenderableType = "", *more: Any, **style: Any) -> None:
        """Add a column; its header is text as well."""
        super().add_column(Text(harmless(header)) if isinstance(header, str) else header, *more, **style)


def plain_table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    """Return an empty table without frames whose columns named in `right` hold numbers."""
    table = PlainTable(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


@contextmanager
def progress(key: str) -> Iterator[Callable[[float], None] | None]:
    """Give a tick that moves a bar on stderr, named by a phrase, or None where no terminal shows it."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(told(key), total=1.0)
        yield lambda done: bar.update(task, completed=done)
