"""Every command of the command line, once and quickly: `python -m tests.every_command FOLDER`."""

import contextlib
import io
import sys
from pathlib import Path

import typer.main

from dealbuilder.cli.root import main, root
from dealbuilder.document import embed
from dealbuilder.document.history import History
from tests.document.rooms import played

FEW = ("--draws", "4")
DEAL = "example:busan"
KINDS = ("csv", "xlsx", "md", "json", "svg", "png")
HELP = ("bench", "calibrate", "reference")
"""Commands whose work is that of others and takes a minute: only their door is opened."""


def lines(folder: Path) -> list[tuple[str, ...]]:
    """Return the lines to type, in an order in which each finds what it needs."""

    def at(name: str) -> str:
        return str(folder / name)

    room = played()
    (folder / "room.deal").write_bytes(embed.to_bytes(History.start(room.document), session=tuple(room.entries)))
    return [
        ("examples",),
        ("check-catalogue",),
        ("seal", "--help"),
        ("catalogue",),
        ("method",),
        ("doctor",),
        ("injects",),
        ("new", at("a.deal"), "--from", DEAL),
        ("edit", at("a.deal"), "add", "cn_customs=day_1"),
        ("check", at("a.deal")),
        ("score", at("a.deal"), *FEW),
        ("report", at("a.deal"), "-o", at("a.pdf"), "--no-study", *FEW),
        *(
            ("export", at("a.deal"), "-o", at(f"a.{kind}"), *FEW)
            for kind in ("csv", "xlsx", "md", "json", "svg", "png")
        ),
        ("export", at("a.deal"), "-o", at("domain"), "--negmas", "--draws", "2"),
        ("clean", at("a.deal"), "-o", at("clean.deal")),
        ("check", at("a.pdf")),
        ("backtest", *FEW),
        ("check-model", "--draws", "1", "--worldview", "central"),
        ("tables", at("a.deal"), at("clean.deal"), DEAL, *FEW),
        ("merge", "--us", at("a.deal"), "--china", DEAL, "-o", at("merged.deal"), *FEW),
        ("explore", at("a.deal"), "--draws", "1", "-o", at("ensemble")),
        ("explain", "example:winter", "--draws", "2", "--budget", "16"),
        ("accept", DEAL, *FEW),
        ("compare", DEAL, "example:london", *FEW),
        ("holds", DEAL, *FEW),
        ("practise", DEAL, "--draws", "1", "--rounds", "1"),
        ("sensitivity", DEAL, *FEW, "--quick"),
        ("discover", DEAL, "--draws", "1"),
        ("improve", "--help"),
        ("kit", "--help"),
        ("rehearse", "--help"),
        ("debrief", at("room.deal")),
        *((name, "--help") for name in HELP),
    ]


def unasked(folder: Path) -> set[str]:
    """Return the commands that no line types."""
    return set(typer.main.get_command(root).commands) - {line[0] for line in lines(folder)}


def run(folder: Path) -> int:
    """Type every line; a line that ends otherwise than well is printed."""
    left = unasked(folder)
    failed = 0
    for line in lines(folder):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(line)
        if code not in (0, 1) or (code == 1 and line[0] not in ("check", "doctor", "check-model")):
            failed += 1
            sys.stdout.write(f"{' '.join(line)}: {code}\n{err.getvalue()[:800]}\n")
    sys.stdout.write(f"{len(lines(folder)) - failed} lines, {len(left)} commands unasked {sorted(left)}\n")
    return 1 if failed or left else 0


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
