"""edit FILE inject: what befalls the deal, in which month and for how long."""

from collections.abc import Iterable
from typing import Annotated

import typer

from dealbuilder.cli import deals, editing, supposing
from dealbuilder.document.deal_edits import LiftInject, StrikeInject
from dealbuilder.document.edits import Edit
from dealbuilder.errors import DealError


def inject(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="An inject of `dealbuilder injects`, or of the deal.")],
    month: Annotated[int | None, typer.Option("--month", help="Month after signing in which it happens.")] = None,
    months: Annotated[int | None, typer.Option("--months", help="How many months it lasts.")] = None,
    to_the_end: Annotated[bool, typer.Option("--to-the-end", help="It stays to the end of the horizon.")] = False,
    lift: Annotated[bool, typer.Option("--lift", help="It no longer befalls the deal.")] = False,
) -> None:
    """Let an inject befall the deal, in another month or for another time where wanted, or lift it."""
    if lift and (month is not None or months is not None or to_the_end):
        raise DealError(
            "--lift takes no months; nothing was changed.",
            "Say --lift alone, or name months without it.",
            zh="--lift 不带月份；未作更改。",
            zh_hint="请单独使用 --lift，或指定月份而不用它。",
        )
    if to_the_end and months is not None:
        raise DealError(
            "--months and --to-the-end say two things; nothing was changed.",
            "Name one of them.",
            zh="--months 与 --to-the-end 互相矛盾；未作更改。",
            zh_hint="请只用其中一个。",
        )

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        if lift:
            yield LiftInject(id=id)
            return
        found = supposing.named(deal.catalogue, deal.document, id)
        kept = None if to_the_end else found.months if months is None else months
        wanted = supposing.timed(found, month, kept)
        supposing.sound(deal.catalogue, wanted)
        yield StrikeInject(inject=wanted)

    editing.change(context.obj, edits)
