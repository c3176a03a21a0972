"""Every command by its name and where it lies; only the one that is asked for is imported."""

import importlib
from collections.abc import Iterator, MutableMapping
from typing import Any

import typer
import typer.core
import typer.main

DOORS = {
    "examples": "listing:list_examples",
    "catalogue": "listing:list_catalogue",
    "method": "method:show_method",
    "new": "making:make_new",
    "check": "making:check",
    "check-catalogue": "cataloguing:check_catalogue",
    "score": "scoring:score",
    "report": "outlets:report",
    "export": "outlets:export",
    "clean": "cleaning:clean",
    "backtest": "backtest:run_backtest",
    "calibrate": "calibrate:run_calibrate",
    "check-model": "checking:check_model",
    "reference": "comparing:rank_reference",
    "bench": "bench:bench",
    "doctor": "doctor:doctor",
    "debrief": "debrief:debrief",
    "kit": "kit:kit",
    "rehearse": "rehearse:rehearse",
    "injects": "injecting:list_injects",
    "tables": "tabling:show_tables",
    "merge": "merging:merge",
    "explore": "exploring.explore:explore",
    "explain": "explain:explain",
    "accept": "accept:accept",
    "seal": "sealing:seal",
    "compare": "compare:compare_packages",
    "holds": "holding:holds",
    "practise": "practise:practise",
    "sensitivity": "sensing:sensitivity",
    "discover": "sensing:discover",
    "improve": "improving:improve",
    "edit": "changing:edit",
}
"""In the order of `--help`: a module of this folder and what in it is the command, a function or a group."""

MARKUP = "markdown"
"""How the texts of `--help` are marked."""


def behind(name: str) -> Any:
    """Return a command, imported now with all it needs."""
    module, attribute = DOORS[name].split(":")
    found = getattr(importlib.import_module(f"dealbuilder.cli.{module}"), attribute)
    alone = typer.Typer(rich_markup_mode=MARKUP, pretty_exceptions_enable=False)
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=name)
    else:
        alone.command(name)(found)
    return typer.main.get_group(alone).commands[name]


class Doors(MutableMapping[str, Any]):
    """The commands by name: names are known at once, a command is made when somebody asks for it."""

    def __init__(self) -> None:
        """Know every name."""
        self._made: dict[str, Any] = dict.fromkeys(DOORS)

    def __getitem__(self, name: str) -> Any:
        """Return a command."""
        if self._made[name] is None:
            self._made[name] = behind(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        """Return whether a command has this name, without making it."""
        return name in self._made

    def __iter__(self) -> Iterator[str]:
        """Yield the names in their order."""
        return iter(self._made)

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._made)

    def __setitem__(self, name: str, command: Any) -> None:
        """Take a command that is made already."""
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        """Forget a command."""
        del self._made[name]


class Commands(typer.core.TyperGroup):
    """The program: a group of commands none of which is imported before it is asked for."""

    def __init__(self, **settings: Any) -> None:
        """Stand before all doors, whatever commands the library found registered: none are."""
        super().__init__(**settings)
        self.commands = Doors()

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return list(self.commands)
