"""The part of a page that shows the deck of injects: what each shifts, when, and on what ground."""

from dealbuilder.model.inject import Inject
from dealbuilder.report import befallen
from dealbuilder.report.method.markdown_table import markdown_table
from dealbuilder.report.method.parts import BRACKETS, STOP, TO, Scribe, figure

HEADS = {
    "en": ("Inject", "Whose act", "When", "What it shifts", "Grade", "Source and ground"),
    "zh": ("突发事件", "何方行动", "时间", "改动内容", "等级", "来源与依据"),
}
ORIGINS = {
    "us": {"en": "United States", "zh": "美国"},
    "china": {"en": "China", "zh": "中国"},
    "both": {"en": "both", "zh": "双方"},
    "others": {"en": "neither", "zh": "均非"},
}
BECOMES = {"en": " becomes ", "zh": "改为"}
EXPIRES = {"en": "the truce or the deal runs out", "zh": "休战或协议到期"}


def injects(scribe: Scribe) -> str:
    """Return the deck as a table."""
    return markdown_table(HEADS[scribe.language], [_row(scribe, one) for one in scribe.catalogue.injects])


def _row(scribe: Scribe, inject: Inject) -> tuple[str, ...]:
    language = scribe.language
    ground = [scribe.cited(reference) for reference in inject.references]
    ground += [inject.reason.get(language)] if inject.reason else []
    return (
        f"{inject.title.get(language)} (`{inject.id}`)",
        ORIGINS[inject.origin][language],
        befallen.when(inject, language),
        STOP[language].join(_shifts(scribe, inject)),
        inject.grade,
        STOP[language].join(ground),
    )


def _shifts(scribe: Scribe, inject: Inject) -> list[str]:
    language, (opens, closes) = scribe.language, BRACKETS[scribe.language]
    channels, parameters = scribe.catalogue.channel_by_id, scribe.catalogue.parameter_by_id
    said = []
    for shift in inject.channels:
        unit = scribe.unit(channels[shift.channel].unit)
        said.append(f"`{shift.channel}` {'+' if shift.by > 0 else ''}{figure(shift.by)}{opens}{unit}{closes}")
    for shift in inject.parameters:
        span = figure(shift.low) + TO[language] + figure(shift.high)
        unit = scribe.unit(parameters[shift.parameter].unit)
        named = f"`{parameters[shift.parameter].symbol}`{BECOMES[language]}{figure(shift.value)}"
        said.append(f"{named}{opens}{span}, {unit}{closes}" if language == "en" else f"{named}（{span}，{unit}）")
    return said + ([EXPIRES[language]] if inject.expires else [])
