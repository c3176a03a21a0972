"""When a deal fails, as one sentence, its picture, tables and blocks: for paper, files and the desk alike."""

import math

import numpy as np

from dealbuilder.analysis.failing import FEWEST_WORLDS, Discovery, Fails, Limit
from dealbuilder.analysis.regret import Column, Regret
from dealbuilder.analysis.uncertain import LUCK
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.blocks import Block, Callout, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.cloud import Cloud
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.study import assumed

TEN, HUNDRED = 10, 100
EVEN = 0.5
"""Share of worlds in the box from which on the rule says "mostly"."""
POINTS = 500
"""Worlds that are drawn."""
EDGES = (0.005, 0.995)
"""Quantiles of the worlds drawn between which the axes run."""
TALL = 220.0
"""Height of the picture, in points of paper."""
NOTHING = 1e-9


def sentence(catalogue: Catalogue, found: Discovery, language: Language) -> str:
    """Return when it fails, in one sentence with plain counts."""
    name, tested = assumed.quantity(found.quantity, language), found.tested
    bad = round(found.share * found.worlds)
    places: dict[str, object] = {"name": name, "worlds": f"{found.worlds:,}", "bad": f"{bad:,}"}
    if found.outcome == "few":
        return say("fails.few", language, least=FEWEST_WORLDS, **places)
    if found.outcome in ("never", "always", "rare"):
        return say(f"fails.{found.outcome}", language, **places)
    (failed,) = counts((found.share,), language)
    if found.outcome == "no_rule":
        return say("fails.no_rule", language, name=name, failed=failed)
    manner = "mostly" if tested.density >= EVEN else "often"
    coverage, density, base = counts((tested.coverage, tested.density, tested.hits / tested.all), language)
    return say(
        f"fails.holds_{manner}" if found.turned else f"fails.{manner}",
        language,
        name=name,
        failed=failed,
        limits=(" and " if language == "en" else "，且").join(_limit(catalogue, one, language) for one in found.limits),
        coverage=coverage,
        density=density,
        base=base,
    )


def counts(shares: tuple[float, ...], language: Language) -> tuple[str, ...]:
    """Return shares as plain counts out of ten, or out of a hundred where tens would say none, all or no difference.

    Of three the second is to be told from the third: what is so in the rule, and what is so in all worlds.
    """
    tens = [round(share * TEN) for share in shares]
    coarse = all(0 < ten < TEN for ten in tens) and (len(tens) < 3 or tens[1] != tens[2])
    whole, key = (TEN, "of_ten") if coarse else (HUNDRED, "of_hundred")
    return tuple(say(f"fails.{key}", language, count=round(share * whole)) for share in shares)


def _limit(catalogue: Catalogue, limit: Limit, language: Language) -> str:
    low, high = math.isfinite(limit.low), math.isfinite(limit.high)
    if limit.parameter == LUCK:
        if low and high:
            ends = {"low": wording.plain(limit.low, 0), "high": wording.plain(limit.high, 0)}
            return say("fails.luck_between", language, **ends)
        share = limit.high if high else HUNDRED - limit.low
        return say("fails.luck_early" if high else "fails.luck_late", language, value=wording.plain(share, 0))
    name = assumed.label(catalogue, limit.parameter, language)
    ends = {
        key: assumed.figure(catalogue, limit.parameter, end, language)
        for key, end in (("low", limit.low), ("high", limit.high))
        if math.isfinite(end)
    }
    if low and high:
        return say("fails.between", language, label=name, **ends)
    return say("fails.above" if low else "fails.below", language, label=name, value=ends["low" if low else "high"])


def basis(found: Discovery, language: Language) -> str:
    """Return what counts as failing and in which worlds the counts were made."""
    meant = wording.ended(assumed.failing(found.quantity, found.failing, language), language)
    if found.outcome not in ("rule", "no_rule"):
        return meant
    return wording.joined([meant, say("fails.tested", language, worlds=f"{found.tested.all:,}")], language)


def picture(catalogue: Catalogue, found: Discovery, language: Language) -> Cloud | None:
    """Return the worlds by the two main assumptions with the rule's box; None where there are not two."""
    if len(found.axes) < 2 or not len(found.points):
        return None
    scales = [_scale(catalogue, id, language) for id in found.axes]
    points = found.points[:POINTS] * np.array(scales)
    left, right = np.quantile(points, EDGES, axis=0)
    limits = {limit.parameter: limit for limit in found.limits}
    sides = [
        (limits[id].low * scale, limits[id].high * scale) if id in limits else (-math.inf, math.inf)
        for id, scale in zip(found.axes, scales, strict=True)
    ]
    titles = [_axis(catalogue, id, language) for id in found.axes]
    title = say("fails.title", language, name=assumed.quantity(found.quantity, language))
    notes = [say("fails.note", language, shown=f"{len(points):,}", worlds=f"{len(found.points):,}")]
    notes += [say("fails.note_third", language)] if len(found.limits) > 2 else []
    return Cloud(
        title=title,
        x_title=titles[0],
        y_title=titles[1],
        points=points,
        bad=found.bad[:POINTS],
        box=(*sides[0], *sides[1]) if found.limits else None,
        x_range=axes.nice(float(left[0]), float(right[0])),
        y_range=axes.nice(float(left[1]), float(right[1])),
        key=(say("fails.bad", language), say("fails.good", language), say("fails.box", language)),
        header=tuple(say(f"fails.header_{key}", language) for key in ("where", "bad", "all")),
        counts=_counted(found, language),
        alt=say("fails.alt", language, title=title, x=titles[0], y=titles[1], rule=_told(found, language)),
        note=wording.joined(notes, language),
    )


def _scale(catalogue: Catalogue, id: str, language: Language) -> float:
    return 1.0 if id == LUCK else wording.in_unit(1.0, catalogue.parameter_by_id[id].unit, language)


def _axis(catalogue: Catalogue, id: str, language: Language) -> str:
    if id == LUCK:
        return say("fails.luck_axis", language)
    unit = wording.unit(catalogue.parameter_by_id[id].unit, language)
    name = assumed.label(catalogue, id, language)
    return f"{name}, {unit}" if unit and language == "en" else f"{name}（{unit}）" if unit else name


def failing_inside(found: Discovery) -> tuple[int, int, int, int]:
    """Return failing and all worlds inside the rule, then outside it, among those that tested it."""
    tested = found.tested
    inside = tested.inside - tested.hits_inside if found.turned else tested.hits_inside
    bad = tested.all - tested.hits if found.turned else tested.hits
    return inside, tested.inside, bad - inside, tested.all - tested.inside


def _counted(found: Discovery, language: Language) -> tuple[tuple[str | float, ...], ...]:
    inside, held, outside, rest = failing_inside(found)
    whole = (say("fails.all", language), float(inside + outside), float(held + rest))
    if not found.limits:
        return (whole,)
    return (
        (say("fails.inside", language), float(inside), float(held)),
        (say("fails.outside", language), float(outside), float(rest)),
        whole,
    )


def _told(found: Discovery, language: Language) -> str:
    inside, held, outside, rest = failing_inside(found)
    if not found.limits:
        return say("fails.alt_plain", language, bad=inside + outside, all=held + rest)
    return say("fails.alt_inside", language, bad=inside, all=held, bad2=outside, all2=rest)


def count_rows(found: Discovery, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the table beside the picture: where, failing worlds, all worlds."""
    return tuple((str(row[0]), *(f"{int(number):,}" for number in row[1:])) for row in _counted(found, language))


def regret_header(catalogue: Catalogue, found: Regret, language: Language) -> tuple[str, ...]:
    """Return the heads of the table of regrets."""
    return (say("fails.package", language), *(_column(catalogue, column, language) for column in found.columns))


def _column(catalogue: Catalogue, column: Column, language: Language) -> str:
    if column.party is not None:
        return say(f"fails.value_{column.party}", language)
    return catalogue.indicator_by_id[column.id].label.get(language)


def regret_rows(catalogue: Catalogue, found: Regret, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return a row a package: its worst regret by each yardstick, with the worldview; the least one is marked."""
    return tuple(
        (name, *(_regret(catalogue, found, column, place, language) for column in found.columns))
        for place, name in enumerate(found.names)
    )


def _regret(catalogue: Catalogue, found: Regret, column: Column, place: int, language: Language) -> str:
    worst = float(column.worst[place])
    digits = 2 if column.party is not None else catalogue.indicator_by_id[column.id].digits
    if worst <= NOTHING:
        text = say("fails.cell_none", language)
    else:
        view = catalogue.worldview_by_id[found.worst_view(column, place)].label.get(language)
        behind = wording.number(worst, assumed.apart(column.unit), language, digits)
        text = say("fails.cell", language, value=behind, view=view)
    return say("fails.least_mark", language, value=text) if place in column.least else text


def regret_sentence(catalogue: Catalogue, found: Regret, language: Language) -> str:
    """Return which package has the least worst regret by each yardstick."""
    if len(found.packages) < 2:
        return say("fails.regret_one", language)
    items = [
        say(
            "fails.regret_item",
            language,
            names=wording.listed([found.names[place] for place in column.least], language),
            column=wording.lowered(_column(catalogue, column, language)),
        )
        for column in found.columns
    ]
    return say("fails.regret_least", language, items=("; " if language == "en" else "；").join(items))


def regret_lead(found: Regret, language: Language) -> str:
    """Return what the table of regrets shows."""
    return say("fails.regret_lead", language, draws=wording.number(found.draws, "draw", language, 0))


def blocks(matter: Matter, found: Fails) -> list[Block]:
    """Return what paper says of when the deal fails."""
    catalogue, language = matter.catalogue, matter.language
    told = found.discovery
    said: list[Block] = [Callout(sentence(catalogue, told, language)), Paragraph(basis(told, language), "quiet")]
    drawn = picture(catalogue, told, language)
    if drawn is not None:
        said += [Pictures((Picture(drawn, TALL),)), Paragraph(drawn.note, "quiet")]
        said.append(Table(drawn.header, count_rows(told, language), "lrr", (4, 1.5, 1.5)))
    if found.regret is None:
        return said
    said.append(Heading(say("fails.regret", language)))
    if len(found.regret.packages) < 2:
        return [*said, Paragraph(regret_sentence(catalogue, found.regret, language))]
    heads = regret_header(catalogue, found.regret, language)
    table = Table(heads, regret_rows(catalogue, found.regret, language), "l" * len(heads), (2.4, 2, 2, 2, 2))
    summed = Paragraph(regret_sentence(catalogue, found.regret, language))
    return [*said, Paragraph(regret_lead(found.regret, language), "quiet"), table, summed]
