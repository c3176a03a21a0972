"""injects, edit FILE inject, and score --inject: what may befall a deal, what does, and what if."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer
from rich.text import Text

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.cli import deals, editing, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.cli.typed import typed_timing
from dealbuilder.document.deal_edits import LiftInject, StrikeInject
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.errors import DealError, Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject, inject_faults
from dealbuilder.model.package import HORIZON, Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, inject_card
from dealbuilder.report.phrases import say

HEADS = {"en": ("inject", "whose act", "when", "what it shifts"), "zh": ("突发事件", "何方行动", "时间", "改动内容")}


def list_injects(
    name: Annotated[
        str | None, typer.Argument(metavar="[DEAL]", help="With a deal: its own injects too, and which befall it.")
    ] = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """List the injects with what each shifts; with a deal, read under its package and mark what befalls it."""
    deal = deals.opened(name, language) if name is not None else None
    known = deal.catalogue if deal is not None else deals.catalogue()
    found = befallen.deck(known, deal.document if deal else None)
    struck = {one.id for one in deal.document.injects} if deal else set()
    if as_json:
        rows = befallen.as_json(known, found, language)
        texts = {one.id: one for one in found}
        for row in rows:
            one = texts[row["id"]]
            row["card"] = one.card.get(language)
            row["reason"] = one.reason.get(language) if one.reason else ""
            row["struck"] = one.id in struck
        printing.as_json({"injects": rows, "notices": befallen.strange(known, found, language)})
        return
    package = deal.document.package() if deal else Package(id="none", name="")
    setting = deals.setting(deal.document, None, None, None, None) if deal else Setting(pack=known.packs[0].id)
    show(known, found, package, setting, language, marked=struck)


def show(
    known: Catalogue,
    injects: Iterable[Inject],
    package: Package,
    setting: Setting,
    language: Language,
    marked: Iterable[str] = (),
) -> None:
    """Print injects as a table, and a sentence for each shift that this catalogue cannot take."""
    injects, marked = tuple(injects), frozenset(marked)
    table = printing.plain_table(*HEADS[language])
    for one in injects:
        told = inject_card.card(known, one, package, setting, language)
        moves = [
            say("inject.move", language, label=shift.label, before=shift.before, after=shift.after)
            for shift in told.shifts
        ]
        mark = "● " if one.id in marked else ""
        # A deal's words are text, never markup or steering of the terminal.
        cells = (f"{mark}{one.id}\n{befallen.title(one, language)}", told.origin, befallen.when(one, language))
        table.add_row(*(Text(printing.harmless(cell)) for cell in (*cells, "\n".join(moves))))
    printing.show(table)
    for text in befallen.strange(known, injects, language):
        printing.notice(text)


def supposed(known: Catalogue, document: Document, setting: Setting, texts: list[str] | None) -> Setting:
    """Return a setting in which ID, ID@MONTH or ID@START-END befall the deal too; the deal stays as it is."""
    for text in texts or ():
        id, at, when = text.partition("@")
        inject = named(known, document, id)
        if at:
            timing = typed_timing(when)
            months = inject.months if timing.end is None else timing.end - timing.start + 1
            inject = _timed(inject, timing.start, months)
        _sound(known, inject)
        others = tuple(one for one in setting.injects if one.id != inject.id)
        setting = replace(setting, injects=(*others, inject))
    return setting


def named(known: Catalogue, document: Document, id: str) -> Inject:
    """Return an inject by its id; raise DealError that names the nearest if there is none."""
    found = {one.id: one for one in befallen.deck(known, document)}
    if id not in found:
        hint = deals.nearest(id, found, Words("`dealbuilder injects`", "`dealbuilder injects` "))
        raise DealError(
            f"There is no inject “{id}”; nothing was changed.",
            hint.en,
            zh=f"没有突发事件“{id}”；未作更改。",
            zh_hint=hint.zh,
        )
    return found[id]


def _timed(inject: Inject, month: int | None, months: int | None) -> Inject:
    """Return the inject in another month, for another time; raise DealError if it would lie beyond the horizon."""
    begin = inject.month if month is None else month
    if not 0 <= begin <= HORIZON or (months is not None and not 1 <= months <= HORIZON):
        raise DealError(
            f"{inject.id} cannot begin in month {begin} and last {months} months; nothing was changed.",
            f"Months from signing go from 0 to {HORIZON}, and it lasts 1 to {HORIZON} months.",
            zh=f"{inject.id} 不能始于第 {begin} 个月并持续 {months} 个月；未作更改。",
            zh_hint=f"月份自签署起由0数到 {HORIZON}，持续1至 {HORIZON} 个月。",
        )
    return inject.model_copy(update={"month": begin, "months": months})


def _sound(known: Catalogue, inject: Inject) -> None:
    """Raise DealError for an inject that holds an impossible value."""
    parameters, channels = known.parameter_by_id, known.channel_by_id
    for key, said in inject_faults(inject, channels, parameters, known.source_by_id):
        if key.startswith(".parameters.") and key.removeprefix(".parameters.") in parameters:
            raise DealError(
                f"inject[{inject.id}]{key}: {said.en}; nothing was changed.",
                "Correct it and try again.",
                zh=f"inject[{inject.id}]{key}：{said.zh}；未作更改。",
                zh_hint="请更正后重试。",
            )


@editing.edit.command("inject")
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
        found = named(deal.catalogue, deal.document, id)
        kept = None if to_the_end else found.months if months is None else months
        wanted = _timed(found, month, kept)
        _sound(deal.catalogue, wanted)
        yield StrikeInject(inject=wanted)

    editing.change(context.obj, edits)
