"""The command line: its commands, its exit codes, and where an error of ours is written down."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dealbuilder import __version__
from dealbuilder.cli import printing
from dealbuilder.cli.doors import DOORS, MARKUP, Commands
from dealbuilder.errors import DealError, reason
from dealbuilder.model.text import Language
from dealbuilder.report.care import shelf
from dealbuilder.report.care.fault import told

MENDABLE, USAGE, OURS = 1, 2, 3
"""Exit codes besides 0: the user can mend it, wrong usage, a fault of ours."""

DEAF = frozenset({errno.ENOSPC, errno.EBADF, errno.EIO})
"""What a place that takes no more output answers."""

root = typer.Typer(
    name="dealbuilder",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=MARKUP,
    pretty_exceptions_enable=False,
    help="Assemble a US-China package offline and see what it restores, costs and whether it holds. "
    "`dealbuilder [FILE]` without a command opens the workbench. Scores are model results.",
)
Tongue = Annotated[Language | None, typer.Option("--language", help="Language of what any command says.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dealbuilder {__version__}")
        raise typer.Exit


@root.callback()
def _options(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Print the version."),
    language: Tongue = None,
) -> None:
    if language is not None:
        context.default_map = {name: {"language": language} for name in DOORS}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; sentences for the user go to stderr."""
    # A stream that the caller closed takes nothing and is no fault.
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe with a small alphabet must not turn Chinese into a crash.
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = printing.speak(arguments)
    try:
        root(args=list(arguments), prog_name="dealbuilder")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MENDABLE if stop.code else 0
    except DealError as error:
        typer.echo(f"dealbuilder: {printing.harmless(error.told(language))}", err=True)
        return MENDABLE
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in DEAF:
            return _unheard(error)
        typer.echo(f"dealbuilder: {printing.told('fault', place=_report(error, arguments))}", err=True)
        return OURS
    return 0


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _unheard(error: OSError) -> int:
    """Say that the result found no room where it was sent; what is still unwritten goes nowhere."""
    with _nowhere() as nowhere:
        os.dup2(nowhere.fileno(), 1)
    typer.echo(f"dealbuilder: {printing.told('unheard', why=reason(error).get(printing.spoken()))}", err=True)
    return MENDABLE


def _report(error: Exception, arguments: Sequence[str]) -> str:
    """Write a report of a fault and return where, or its text if nothing can be written; nothing of a deal is in it.

    Of the arguments only the name of the command is told.
    """
    command = next((word for word in arguments if word in DOORS), "-")
    text = "\n".join((f"at {shelf.now()}", *shelf.about(), f"command: {command}", "", told(error)))
    path = shelf.keep(text, "cli")
    return str(path) if path is not None else f"\n{text}"
