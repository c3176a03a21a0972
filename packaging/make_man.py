"""The manual page of the command and what shells complete, from the command tree itself.

`packaging/make_man.py` renews them below packaging/linux/share; `--check` changes nothing and names what is stale.
The Chinese page has a line a command in packaging/linux/man_zh.toml.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.completion import get_completion_script

from dealbuilder import __version__
from dealbuilder.cli.root import root as commands

ROOT = Path(__file__).resolve().parent.parent
SHARE = ROOT / "packaging" / "linux" / "share"
CHINESE = ROOT / "packaging" / "linux" / "man_zh.toml"
NAME, VARIABLE = "dealbuilder", "_DEALBUILDER_COMPLETE"
SHELLS = {
    "bash": "bash-completion/completions/dealbuilder",
    "zsh": "zsh/vendor-completions/_dealbuilder",
    "fish": "fish/vendor_completions.d/dealbuilder.fish",
}

HELP = {"--help": "Show the usage of the program; after a command, of that command."}
ENGLISH = {
    "name": "NAME",
    "synopsis": "SYNOPSIS",
    "description": "DESCRIPTION",
    "options": "OPTIONS",
    "commands": "COMMANDS",
    "exits": "EXIT STATUS",
    "files": "FILES",
    "environment": "ENVIRONMENT",
    "summary": "assemble and score a US-China package offline",
    "said": "A workbench for negotiators. Without a command it opens its window with FILE: a .deal file or a PDF "
    "that carries a deal. With a command it works without a screen. A deal is a .deal file, such a PDF, or "
    "example:NAME. Scores are model results. The program opens no network connection.",
    "exit": {
        "0": "Done.",
        "1": "You can mend it; one sentence says how.",
        "2": "Wrong usage.",
        "3": "A fault of the program, with the path of a report.",
    },
    "file": {
        "~/.config/dealbuilder": "Preferences.",
        "~/.local/state/dealbuilder": "Copies of unsaved work, locks, reports of faults.",
        "~/.cache/dealbuilder": "What can be made again, the compiled model among it.",
    },
    "variable": {
        "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME": "Move these folders.",
        "QT_QPA_PLATFORM": "How the window reaches the screen: wayland, xcb or offscreen.",
    },
}


def escaped(text: str) -> str:
    """Return a text as roff shows it letter by letter."""
    shown = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in shown.splitlines())


def tree(command: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command below a group with its whole name, in the order the group has."""
    for name, one in getattr(command, "commands", {}).items():
        yield f"{path} {name}".strip(), one
        yield from tree(one, f"{path} {name}".strip())


def _entry(parameter: Any, context: Any) -> str:
    record = parameter.get_help_record(context)
    return "" if record is None else f".TP\n.B {escaped(record[0])}\n{escaped(record[1])}\n"


def _usage(name: str, command: Any) -> str:
    words = command.get_usage(typer.Context(command, info_name=name)).removeprefix("Usage: ")
    return escaped(" ".join(words.split()))


def _parameters(name: str, command: Any) -> str:
    context = typer.Context(command, info_name=name)
    return "".join(_entry(one, context) for one in command.params if not getattr(one, "hidden", False))


def _table(entries: dict[str, str]) -> str:
    return "".join(f".TP\n.B {escaped(key)}\n{escaped(text)}\n" for key, text in entries.items())


def _page(words: dict[str, Any], body: str, options: str) -> str:
    return (
        f'.TH DEALBUILDER 1 "" "dealbuilder {__version__}" ""\n'
        f".SH {words['name']}\n{NAME} \\- {escaped(words['summary'])}\n"
        f".SH {words['synopsis']}\n.B {NAME}\n[\\fIFILE\\fR]\n.br\n.B {NAME}\n\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n"
        f".SH {words['description']}\n{escaped(words['said'])}\n"
        f".SH {words['options']}\n{options}"
        f".SH {words['commands']}\n{body}"
        f".SH {words['exits']}\n{_table(words['exit'])}"
        f".SH {words['files']}\n{_table(words['file'])}"
        f".SH {words['environment']}\n{_table(words['variable'])}"
    )


def english() -> str:
    """Return the page with every command, every argument and every option."""
    tool = typer.main.get_command(commands)
    body = "".join(
        f".SS {escaped(name)}\n{escaped(one.help or '')}\n.PP\n.B {_usage(f'{NAME} {name}', one)}\n"
        f"{_parameters(name, one)}"
        for name, one in tree(tool)
    )
    return _page(ENGLISH, body, _parameters(NAME, tool) + _table(HELP))


def chinese() -> str:
    """Return the page with a line a command; options are told by `--help`."""
    words = tomllib.loads(CHINESE.read_text(encoding="utf-8"))
    tool = typer.main.get_command(commands)
    lines = {name: words["command"].get(name, one.help or "") for name, one in tree(tool)}
    return _page(words, _table(lines), _table(words["option"]))


def files() -> dict[str, str]:
    """Return what belongs in each file below packaging/linux/share."""
    made = {"man/man1/dealbuilder.1": english(), "man/zh_CN/man1/dealbuilder.1": chinese()}
    for shell, path in SHELLS.items():
        made[path] = get_completion_script(prog_name=NAME, complete_var=VARIABLE, shell=shell) + "\n"
    return made


def main() -> int:
    """Write the files, or say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; name what is out of date")
    check = parser.parse_args().check
    stale = []
    for path, text in files().items():
        target = SHARE / path
        if target.exists() and target.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    for path in stale:
        sys.stdout.write(f"{path} {'is out of date' if check else 'renewed'}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
