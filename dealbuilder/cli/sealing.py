"""seal: a role's own values under a passphrase, from the command line."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from dealbuilder.cli import deals, passphrases, printing
from dealbuilder.cli.options import File, Speech
from dealbuilder.cli.typed import refused
from dealbuilder.document.deal_edits import SealValue
from dealbuilder.document.envelope import Sealer, is_envelope
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.own_values import OwnValues, key, opened_text
from dealbuilder.document.reading import read_bytes
from dealbuilder.document.unencrypted import encrypted, unencrypted
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language, Text

STDIN = "-"
SEALED = Text(en="{role} is sealed in {file}.", zh="{role} 的数值已密封于 {file}。")
REMOVED = Text(en="What was sealed for {role} is removed from {file}.", zh="{role} 的密封内容已从 {file} 中移除。")

Role = Annotated[
    str, typer.Argument(metavar="ROLE", help="A role, or the name something is sealed under.", show_default=False)
]
Values = Annotated[
    str | None,
    typer.Argument(
        metavar="[VALUES]",
        help="A JSON file of weights, reservation and note, or - for standard input. Without it what is sealed gets "
        "another passphrase, or its first.",
        show_default=False,
    ),
]
NewFiles = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        help=f"Where the passphrase that replaces another stands; else {passphrases.NEW_VARIABLE}, else it is asked.",
    ),
]


def seal(
    file: File,
    role: Role,
    values: Values = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove what is sealed; this takes no passphrase.")] = False,
    files: passphrases.Files = None,
    new_file: NewFiles = None,
    language: Speech = "en",
) -> None:
    """Seal what a role really weighs under a passphrase, change the passphrase, or remove what is sealed."""
    deal = deals.opened(str(file), language)
    under = _under(deal, role)
    loaded = (
        _removed(deal, under)
        if remove
        else _sealed(deal, role, under, _read(values), files, [new_file] if new_file else None, language)
    )
    deals.saved(deal, loaded)
    printing.say((REMOVED if remove else SEALED).get(language).format(role=role, file=file))


def _under(deal: deals.Opened, role: str) -> str:
    """Return the key that a role seals under; raise DealError if there is no such role and nothing of that name."""
    bare = unencrypted(deal.loaded.history, deal.loaded.versions)
    if role not in deal.catalogue.lens_by_id and role in {*deal.document.sealed, *bare}:
        return role
    if role not in deal.catalogue.lens_by_id and key(role) not in {*deal.document.sealed, *bare}:
        raise DealError(
            f"This catalogue has no role “{role}”; nothing was sealed.",
            deals.nearest(role, list(deal.catalogue.lens_by_id)),
            zh=f"目录中没有角色“{role}”；未密封任何内容。",
            zh_hint=f"可选：{', '.join(deal.catalogue.lens_by_id)}。",
        )
    return key(role)


def _removed(deal: deals.Opened, under: str) -> Loaded:
    loaded = _encrypted(deal.loaded, under, Sealer.forgetting())
    only_before = under not in deal.document.sealed and loaded.history is not deal.loaded.history
    return loaded if only_before else replace(loaded, history=loaded.history.do(SealValue(key=under, value=None)))


def _sealed(
    deal: deals.Opened,
    role: str,
    under: str,
    text: str | None,
    files: Sequence[Path] | None,
    new_files: Sequence[Path] | None,
    language: Language,
) -> Loaded:
    there = deal.document.sealed.get(under)
    bare = under in unencrypted(deal.loaded.history, deal.loaded.versions)
    change = text is None and there is not None and is_envelope(there)
    if change:
        text = opened_text(deal.document, under, passphrases.given(role, files, 0, language))
    elif text is None and not bare:
        raise DealError(
            f"No values are sealed for {role}; nothing was changed.",
            "Name a JSON file of values to seal.",
            zh=f"{role} 没有密封的数值；未作任何改动。",
            zh_hint="请指定要密封的 JSON 数值文件。",
        )
    phrase = passphrases.chosen(role, new_files if change else files, language, anew=change)
    sealer = Sealer.under(phrase)
    loaded = _encrypted(deal.loaded, under, sealer)
    if text is not None:
        edit = SealValue(key=under, value=sealer.seal(text, under, deal.document.id))
        loaded = replace(loaded, history=loaded.history.do(edit))
    sealer.close()
    return loaded


def _encrypted(loaded: Loaded, under: str, sealer: Sealer) -> Loaded:
    history, versions = encrypted(loaded.history, loaded.versions, under, sealer)
    return replace(loaded, history=history, versions=versions)


def _read(values: str | None) -> str | None:
    """Return a role's values as the text that is sealed; raise DealError if the file holds none."""
    if values is None:
        return None
    data = sys.stdin.read().encode() if values == STDIN else read_bytes(Path(values))
    try:
        return OwnValues.model_validate_json(data).model_dump_json()
    except ValidationError as error:
        raise refused(error) from None
