"""The figures of "Will it hold": chances of life, hazard by term, exposure clock, dated expiries, worth of clauses."""

import numpy as np

from dealbuilder.analysis.expiries import Expiry
from dealbuilder.analysis.hazard_terms import Split
from dealbuilder.analysis.holding import Holding
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.figure import Band, Bars, Chart, Line
from dealbuilder.report.figures import month_ticks
from dealbuilder.report.phrases import say
from dealbuilder.report.spans import Lane, Spans
from dealbuilder.report.stacks import FloatArray, Layer, Stacks, Texture

LAYERS: tuple[tuple[str, tuple[str, ...], str, Texture], ...] = (
    ("expiry", ("expiry", "renewal"), "warn", "ruled"),
    ("unkept", ("hardliners_us", "hardliners_china", "unkept"), "target", "lined"),
    ("pressure", ("hostile", "red_lines", "lesson", "cap"), "observed", "open"),
    ("injects", ("injects",), "package", "coarse"),
    ("stakes", ("stakes",), "accent", "solid"),
    ("terms", ("verification", "snapback", "tranches", "linkage", "dispute"), "accent", "lined"),
    ("goodwill", ("goodwill", "restraint"), "accent", "open"),
)
"""Layers of the hazard's picture: name, terms in it, colour and texture."""
SHAPES = {
    "clause": ("square", "package"),
    "renewal": ("diamond", "warn"),
    "law_ends": ("triangle", "observed"),
    "law_begins": ("circle", "observed"),
    "inject": ("star", "accent"),
    "inject_expires": ("cross", "warn"),
}
"""How each kind of date is marked."""
MOST_LANES = 16
SMALL = 1e-9


def alive_bars(found: Holding, language: Language) -> Bars:
    """Return the chance of life at months 12, 36 and 60 with its range over assumptions and the baseline's."""
    title = say("holds.fig_alive", language)
    items = [
        say(
            "holds.alt_alive", language, month=one.month, value=wording.number(one.mean, "%", language),
            range=wording.span(one.low, one.high, "%", language),
            baseline=wording.number(one.baseline, "%", language),
        )
        for one in found.alive
    ]  # fmt: skip
    return Bars(
        title=title,
        unit=wording.unit("%", language),
        labels=tuple(say("holds.month_at", language, month=one.month) for one in found.alive),
        values=tuple(one.mean for one in found.alive),
        low=tuple(one.low for one in found.alive),
        high=tuple(one.high for one in found.alive),
        reference=tuple(one.baseline for one in found.alive),
        alt=say("figure.alt_bars", language, title=title, items=("; " if language == "en" else "；").join(items)),
        note=say("holds.alive_note", language),
        texts=tuple(wording.number(one.mean, "%", language) for one in found.alive),
        key=(say("figure.key_mean", language), say("figure.key_range", language), say("figure.key_baseline", language)),
    )


def hazard_stacks(found: Holding, language: Language) -> Stacks:
    """Return the hazard month by month, stacked by what raises and what calms it; layers of nought are left out."""
    parts, x = found.split, np.arange(1.0, len(found.split.hazard) + 1.0)
    layers = [Layer(say("holds.layer_truce", language), parts.truce, "baseline")]
    for name, terms, role, texture in LAYERS:
        values = _sum(parts, terms)
        if np.abs(values).max() > SMALL:
            layers.append(Layer(say(f"holds.layer_{name}", language), values, role, texture))
    stacked = np.array([layer.values for layer in layers])
    low, high = np.minimum(stacked, 0.0).sum(axis=0).min(), np.maximum(stacked, 0.0).sum(axis=0).max()
    title = say("holds.fig_hazard", language)
    first, last = (wording.month_label(wording.month_after(found.origin, int(at)), language) for at in (x[0], x[-1]))
    told = {
        "start": parts.hazard[0], "worst": parts.hazard[found.danger.month - 1], "end": parts.hazard[-1],
        "truce": parts.truce[0],
    }  # fmt: skip
    places = {key: wording.number(float(value), "%/month", language) for key, value in told.items()}
    return Stacks(
        title=title,
        unit=wording.unit("%/month", language),
        x=x,
        layers=tuple(layers),
        total=parts.hazard,
        total_label=say("holds.total", language),
        ticks=month_ticks(found.origin, (0.0, float(x[-1])), language),
        y_range=axes.nice(min(0.0, float(low)), float(high)),
        origin=found.origin,
        alt=say(
            "holds.alt_hazard", language, title=title, first=first, last=last, danger=found.danger.month, **places
        ),
    )  # fmt: skip


def _sum(parts: Split, terms: tuple[str, ...]) -> FloatArray:
    return np.sum([parts.terms[term] for term in terms], axis=0)


def clock_chart(found: Holding, sentences: list[str], language: Language) -> Chart:
    """Return both exposures on one scale; `sentences` say in words what it shows."""
    x = np.arange(0.0, len(found.clock.us.mean) + 1.0)
    lines: list[Line] = []
    bands: list[Band] = []
    for seen in (found.clock.us, found.clock.china):
        label = say(f"side.{seen.side}", language)
        mean, low, high = (np.concatenate(([0.0], values)) for values in (seen.mean, seen.low, seen.high))
        lines.append(Line(label, x, mean, seen.side))
        bands.append(Band(label, x, low, high, f"{seen.side}_soft", 0.6))
    ends = np.concatenate([values for band in bands for values in (band.low, band.high)])
    title = say("holds.fig_clock", language)
    return Chart(
        title=title,
        unit=say("holds.exposure_unit", language),
        lines=tuple(lines),
        bands=tuple(bands),
        ticks=month_ticks(found.origin, (0.0, float(x[-1])), language),
        x_range=(0.0, float(x[-1])),
        y_range=axes.nice(min(0.0, float(ends.min())), max(0.0, float(ends.max()))),
        signing=0.0,
        alt=say("holds.alt_clock", language, title=title, items=wording.joined(sentences, language)),
        note=say("holds.clock_note", language, draws=wording.number(found.scored_draws, "draw", language, 0)),
        origin=found.origin,
    )


def date_spans(found: Holding, language: Language, most: int = MOST_LANES) -> Spans:
    """Return the time line of what ends, begins or comes up for renewal by date, renewals on one lane."""
    lanes = [_lane(one, language) for one in found.expiries if one.kind != "renewal"]
    renewals = [one for one in found.expiries if one.kind == "renewal"]
    if renewals:
        months = tuple(float(one.month) for one in renewals)
        shape, role = SHAPES["renewal"]
        lanes.insert(
            0,
            Lane(
                title_of(renewals[0], language), 0.0, months[-1], months, shape, role,
                say("holds.kind_renewal", language), falls_of(renewals[0], language),
            ),
        )  # fmt: skip
    glue = "; " if language == "en" else "；"
    items = [
        say("holds.alt_date", language, label=lane.label, months=", ".join(f"{at:g}" for at in lane.moments))
        for lane in lanes
    ]
    title = say("holds.fig_dates", language)
    heads = ("holds.col_what", "holds.col_kind", "holds.col_month", "holds.col_falls")
    what, kind, month, falls = (say(key, language) for key in heads)
    more = len(lanes) - most
    return Spans(
        title=title,
        unit=say("holds.months_axis", language),
        lanes=tuple(lanes[:most]),
        ticks=month_ticks(found.origin, (0.0, 60.0), language),
        x_range=(0.0, 60.0),
        header=(what, kind, month, falls),
        alt=say("holds.alt_dates", language, title=title, items=glue.join(items) or say("holds.dates_none", language)),
        note=say("holds.more_dates", language, count=more) if more > 0 else "",
    )


def _lane(one: Expiry, language: Language) -> Lane:
    shape, role = SHAPES[one.kind]
    begin, end = (one.month, 60) if one.kind == "law_begins" else (max(one.begin, 0), one.month)
    kind = say(f"holds.kind_{one.kind}", language)
    return Lane(title_of(one, language), begin, end, (float(one.month),), shape, role, kind, falls_of(one, language))


def title_of(one: Expiry, language: Language) -> str:
    """Return what a date is about."""
    if one.title is not None:
        return one.title.get(language)
    return say("holds.renewal_own" if one.own else "holds.renewal_truce", language)


def falls_of(one: Expiry, language: Language) -> str:
    """Return what falls away at a date, or counts from it on."""
    if one.kind in ("renewal", "inject_expires"):
        return say("holds.falls_renewal", language)
    if one.kind == "law_begins" and not one.falls:
        return say("holds.falls_law_begins", language)
    labels = [text.get(language) for text in one.falls]
    return wording.listed(labels, language) if labels else say("holds.falls_none", language)
