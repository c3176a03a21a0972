"""--inject: what if something befell the deal; and an inject by its id, in another month where wanted."""

from dataclasses import replace

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.cli import deals
from dealbuilder.cli.typed import typed_timing
from dealbuilder.document.document import Document
from dealbuilder.errors import DealError, Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject, inject_faults
from dealbuilder.model.package import HORIZON
from dealbuilder.report import befallen


def supposed(known: Catalogue, document: Document, setting: Setting, texts: list[str] | None) -> Setting:
    """Return a setting in which ID, ID@MONTH or ID@START-END befall the deal too; the deal stays as it is."""
    for text in texts or ():
        id, at, when = text.partition("@")
        inject = named(known, document, id)
        if at:
            timing = typed_timing(when)
            months = inject.months if timing.end is None else timing.end - timing.start + 1
            inject = timed(inject, timing.start, months)
        sound(known, inject)
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


def timed(inject: Inject, month: int | None, months: int | None) -> Inject:
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


def sound(known: Catalogue, inject: Inject) -> None:
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
