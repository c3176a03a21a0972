"""What a source card says about each kind of subject."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dealbuilder import paths
from dealbuilder.model.indicator import Indicator, MonthlySeries
from dealbuilder.model.measure import Measure
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.source import Fact, Reference
from dealbuilder.model.text import Language, Text
from dealbuilder.report import fact_words, wording
from dealbuilder.report.method import blocks
from dealbuilder.report.method.parts import BRACKETS, COLON, DISTRIBUTIONS, STOP
from dealbuilder.ui.intents import ShowSource
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.marks import grade_words
from dealbuilder.ui.widgets.side_words import side_titles

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a card: heading, paragraph, rows of label and value, points; `rival` marks a disagreement."""

    heading: str = ""
    text: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    rival: bool = False


Found = tuple[str, str, tuple[Part, ...], tuple[str, ...]]
"""Kind in words, title, parts, and the ids whose facts belong on the card."""


class Words:
    """Looks things up in the state and writes them in its language."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.catalogue = state.catalogue
        self.language: Language = state.language

    def get(self, text: Text | None) -> str:
        """Return a text in the language of the screen; nothing for None."""
        return text.get(self.language) if text is not None else ""

    def number(self, value: float, unit: str, digits: int = 1) -> str:
        """Return a number with its unit."""
        return wording.number(value, unit, self.language, digits)

    def reference(self, reference: Reference) -> str:
        """Return where a figure comes from: title, outlet, date, place in it, grade."""
        source = self.catalogue.source_by_id.get(reference.source)
        if source is None:
            return ", ".join(part for part in (reference.source, reference.locator, reference.date) if part)
        grade = grade_words()[source.grade]
        parts = (source.title, source.outlet, reference.date or source.date, reference.locator, source.address)
        opens, closes = BRACKETS[self.language]
        return f"{', '.join(part for part in parts if part)}{opens}{grade}{closes}"

    def fact(self, fact: Fact) -> str:
        """Return a claim with its value, date, grade and sources."""
        sources = STOP[self.language].join(self.reference(reference) for reference in fact.references)
        told = (fact_words.value(fact, self.language), fact.as_of, fact.grade)
        comma = ", " if self.language == "en" else "，"
        return f"{self.get(fact.claim)} [{comma.join(part for part in told if part)}] {sources}"

    def note(self, text: str) -> str:
        """Return a note of the catalogue, in English where it has no other language."""
        return blocks.words(paths.resources()).notes.get(text, text) if self.language == "zh" else text

    def sources(self, references: tuple[Reference, ...]) -> Part:
        """Return the part that names the sources."""
        return Part(translate("card", "Sources"), points=tuple(self.reference(reference) for reference in references))


def parts_of(show: ShowSource, words: Words) -> Found | None:
    """Return what a card says before its facts, or None if nothing is known of the subject."""
    catalogue, id = words.catalogue, show.id
    match show.kind:
        case "measure" if id in catalogue.measure_by_id:
            return _measure(catalogue.measure_by_id[id], words)
        case "level":
            measure, _, level = id.partition(":")
            known = catalogue.measure_by_id.get(measure)
            return _level(known, level, words) if known else None
        case "indicator" if id in catalogue.indicator_by_id:
            return _indicator(catalogue.indicator_by_id[id], words)
        case "parameter" if id in catalogue.parameter_by_id:
            return _parameter(catalogue.parameter_by_id[id], words)
        case "series":
            found = next((series for series in catalogue.series if series.id == id), None)
            return _series(found, words) if found else None
        case "fact":
            fact = next((fact for fact in catalogue.facts if fact.id == id), None)
            return (translate("card", "Fact"), words.get(fact.claim), (), fact.shown_with or (id,)) if fact else None
        case "cell":
            return _cell(id, words)
        case _:
            return None


def _measure(measure: Measure, words: Words) -> Found:
    instrument = measure.instrument
    rows = [
        (translate("card", "Instrument"), words.get(instrument.name)),
        (translate("card", "Citation"), f"{instrument.citation}, {instrument.date}"),
        (
            translate("card", "Takes full effect"),
            f"{words.number(measure.ramp, 'month', 0)}. {words.get(measure.ramp_note)}",
        ),
        (translate("card", "Can be taken back in"), words.number(measure.reversal, "month", 0)),
        (translate("card", "Evidence"), grade_words()[measure.grade]),
    ]
    rows += [(translate("card", "Asked for by"), words.get(demand.role)) for demand in measure.asked_by]
    notes = (
        (translate("card", "Guardrail"), measure.guardrail_reason),
        (translate("card", "What binds instead"), measure.bound_by),
        (translate("card", "Recorded only"), measure.recorded_only),
    )
    parts = [Part(text=words.get(measure.summary), rows=tuple(rows))]
    parts += [Part(heading, text=words.get(text)) for heading, text in notes if text is not None]
    colon = COLON[words.language]
    points = tuple(f"{words.get(level.label)}{colon}{words.get(level.sentence)}" for level in measure.levels)
    parts.append(Part(translate("card", "Levels"), points=points))
    references = measure.references + tuple(ref for demand in measure.asked_by for ref in demand.references)
    parts.append(words.sources(tuple(dict.fromkeys(references))))
    return side_titles()[measure.side], words.get(measure.title), tuple(parts), (measure.id,)


def _level(measure: Measure, level_id: str, words: Words) -> Found | None:
    level = measure.level(level_id)
    if level is None:
        return None
    channels = {channel.id: channel for channel in words.catalogue.channels}
    rows = tuple(
        (words.get(channels[id].label), words.number(value, channels[id].unit, 2))
        for id, value in level.channels.items()
        if id in channels
    )
    parts = (
        Part(text=words.get(level.sentence)),
        Part(translate("card", "What it sets in the model"), rows=rows),
        words.sources(measure.references),
    )
    return words.get(measure.title), words.get(level.label), parts, (measure.id,)


def _indicator(indicator: Indicator, words: Words) -> Found:
    rows: list[tuple[str, str]] = []
    evaluation = words.state.evaluation
    score = next((s for s in evaluation.scores if s.id == indicator.id), None) if evaluation else None
    if score is not None and evaluation is not None:
        digits = indicator.digits
        band = wording.span(score.p05, score.p95, score.unit, words.language, digits)
        rows = [
            (translate("card", "This package"), words.number(score.mean, score.unit, digits)),
            (translate("card", "Range, 5th to 95th percentile"), band),
            (translate("card", "Baseline"), words.number(score.baseline, score.unit, digits)),
            (translate("card", "Standard error of the mean"), words.number(score.error, score.unit, digits + 1)),
            (translate("card", "Draws"), f"{evaluation.setting.draws:,}"),
            (translate("card", "Catalogue"), evaluation.stamps.catalogue),
        ]
    parts = (
        Part(text=words.get(indicator.explanation), rows=tuple(rows)),
        Part(
            text=translate(
                "card", "A model result, not a forecast. Its inputs stand under View > Assumptions and sources."
            )
        ),
    )
    return translate("card", "Indicator"), words.get(indicator.label), parts, (indicator.id,)


def _parameter(parameter: Parameter, words: Words) -> Found:
    opens, closes = BRACKETS[words.language]
    span = wording.span(parameter.low, parameter.high, parameter.unit, words.language, 3)
    rows = [
        (translate("card", "Value"), words.number(parameter.value, parameter.unit, 3)),
        (translate("card", "Range"), f"{span}{opens}{DISTRIBUTIONS[parameter.distribution][words.language]}{closes}"),
        (translate("card", "Evidence"), grade_words()[parameter.grade]),
    ]
    for change in words.state.document.assumptions.changes:
        if change.parameter == parameter.id:
            rows.append((translate("card", "In this deal"), words.number(change.value, parameter.unit, 3)))
            rows.append(
                (translate("card", "Changed by"), " - ".join(part for part in (change.who, change.reason) if part))
            )
    parts = [Part(text=words.note(parameter.note), rows=tuple(rows))]
    if parameter.references:
        parts.append(words.sources(parameter.references))
    return translate("card", "Assumption"), words.get(parameter.label), tuple(parts), (parameter.id,)


def _series(series: MonthlySeries, words: Words) -> Found:
    evaluation = words.state.evaluation
    seen = [observed for observed in evaluation.observed if observed.series == series.id] if evaluation else []
    unit = wording.unit(series.unit, words.language)
    parts = [
        Part(text=translate("card", "Monthly series of the model, mean and 5th to 95th percentile over the draws."))
    ]
    if unit:
        parts.append(Part(rows=((translate("card", "Unit"), unit),)))
    for observed in seen:
        sources = dict.fromkeys(observed.sources)
        points = tuple(words.reference(Reference(source=id, locator="")) for id in sources)
        parts.append(Part(translate("card", "Observed months"), points=points))
    return translate("card", "Series"), words.get(series.label), tuple(parts), (series.id,)


def _cell(id: str, words: Words) -> Found | None:
    good, _, rest = id.partition(":")
    end_use, _, klass = rest.partition(":")
    try:
        names = [
            words.get(words.catalogue.name(set_id, member).label)
            for set_id, member in (("goods", good), ("end_uses", end_use), ("classes", klass))
        ]
    except KeyError:
        return None
    rows: list[tuple[str, str]] = []
    for heat in words.state.evaluation.heat if words.state.evaluation else ():
        if heat.klass == klass and good in heat.goods and end_use in heat.end_uses:
            place = heat.goods.index(good), heat.end_uses.index(end_use)
            rows = [
                (translate("card", "This package"), words.number(float(heat.values[place]), "%", 0)),
                (translate("card", "Baseline"), words.number(float(heat.baseline[place]), "%", 0)),
            ]
    text = translate(
        "card", "Share of the need of this material, end use and class that is met, mean of months 1 to 60."
    )
    return translate("card", "Cell"), " · ".join(names), (Part(text=text, rows=tuple(rows)),), (good, end_use, id)
