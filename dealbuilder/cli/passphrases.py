"""Passphrases on the command line: out of a file, out of the environment, or typed without an echo."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.cli import deals, printing
from dealbuilder.document.own_values import OwnValues, needs_passphrase, opened
from dealbuilder.document.passphrases import agreed
from dealbuilder.document.reading import read_bytes
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language, Text

VARIABLE, NEW_VARIABLE = "DEALBUILDER_PASSPHRASE", "DEALBUILDER_NEW_PASSPHRASE"
"""Variables that hold a passphrase; every program that the same user runs can read them."""
LONGEST = 4_096
"""Bytes of a file that are read for a passphrase."""

Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="A file whose first line is the passphrase; one for all roles, or one for each in their order. Without "
        f"it {VARIABLE} is taken, else it is asked for without an echo.",
    ),
]

OPEN = Text(en="The values of {role} are not encrypted in this file.", zh="{role} 的数值在此文件中未加密。")
READABLE = Text(
    en="Others on this machine can read the passphrase in {file}; chmod 600 keeps them out.",
    zh="此计算机上的其他用户可以读取 {file} 中的口令；请用 chmod 600 限制。",
)
ASK = Text(en="Passphrase for {role}", zh="{role} 的口令")
ASK_NEW = Text(en="New passphrase for {role}", zh="{role} 的新口令")
ASK_AGAIN = Text(en="The same again", zh="再输入一次")


def own_values(
    deal: deals.Opened, roles: Sequence[str], files: Sequence[Path] | None, language: Language
) -> dict[str, OwnValues]:
    """Return what roles sealed, each opened with its passphrase; raise DealError if one cannot be opened."""
    found: dict[str, OwnValues] = {}
    wanted = tuple(dict.fromkeys(roles))
    locked = [role for role in wanted if needs_passphrase(deal.document, role)]
    for role in wanted:
        if role in locked:
            passphrase = given(role, files, locked.index(role), language)
        else:
            passphrase = ""
            printing.notice(OPEN.get(language).format(role=role))
        values = opened(deal.document, role, passphrase)
        if values is not None:
            found[role] = values
    return found


def given(role: str, files: Sequence[Path] | None, place: int, language: Language) -> str:
    """Return the passphrase that opens what a role sealed, `place` counting the roles from 0."""
    said = _without_asking(files, VARIABLE, place, language)
    return _typed(ASK.get(language).format(role=role), "--passphrase-file", VARIABLE) if said is None else said


def chosen(role: str, files: Sequence[Path] | None, language: Language, *, anew: bool) -> str:
    """Return the passphrase to seal under; `anew`: in place of another one, which has the plain option's name."""
    option, variable = ("--new-passphrase-file", NEW_VARIABLE) if anew else ("--passphrase-file", VARIABLE)
    said = _without_asking(files, variable, 0, language)
    if said is not None:
        return agreed(said, said)
    first = _typed(ASK_NEW.get(language).format(role=role), option, variable)
    return agreed(first, _typed(ASK_AGAIN.get(language), option, variable))


def _without_asking(files: Sequence[Path] | None, variable: str, place: int, language: Language) -> str | None:
    if files:
        return _first_line(files[min(place, len(files) - 1)], language)
    return os.environ.get(variable) or None


def _first_line(path: Path, language: Language) -> str:
    data = read_bytes(path, LONGEST)
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        printing.notice(READABLE.get(language).format(file=path))
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if not lines or not lines[0]:
        raise DealError(
            f"The first line of {path} is empty, so there is no passphrase; nothing was opened.",
            "Write the passphrase into its first line.",
            zh=f"{path} 的第一行是空的，没有口令；未开启任何内容。",
            zh_hint="请将口令写在第一行。",
        )
    return lines[0]


def _typed(label: str, option: str, variable: str) -> str:
    if not sys.stdin.isatty():
        raise DealError(
            "A passphrase is needed and nobody can be asked here; nothing was opened.",
            f"Say {option} FILE, or set {variable}.",
            zh="需要口令，而此处无法询问；未开启任何内容。",
            zh_hint=f"请使用 {option} FILE，或设置 {variable}。",
        )
    return str(typer.prompt(label, hide_input=True, err=True))
