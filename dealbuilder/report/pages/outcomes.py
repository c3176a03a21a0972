"""Outcomes: by material and class of user, through time, under other worldviews."""

from dealbuilder.model.parties import CLASSES
from dealbuilder.report import figures, sentences, wording
from dealbuilder.report.blocks import Block, Heading, Paragraph, Picture, Pictures, Section, Table
from dealbuilder.report.pages.matter import Matter

ROWS = (
    ("supply_row", ("supply_civil", "supply_dual_use", "supply_military")),
    ("leadership_row", ("lead_compute", "lead_tools", "lead_memory")),
    ("durability_row", ("alive", "cutoff_survival", "noncn_magnet")),
)
OBSERVED = ("magnets_us", "magnets_world")
HEAT, SMALL, BARS = 176.0, 86.0, 106.0


def heat_page(matter: Matter) -> Section:
    """Return the page of heat maps, one a class of users, with the lowest cells named."""
    grids = [figures.heat_grid(matter.catalogue, matter.evaluation, klass, matter.language) for klass in CLASSES]
    lead = wording.joined([matter.say("outcomes.lead"), matter.say("outcomes.ramp")], matter.language)
    blocks: list[Block] = [Paragraph(lead, "quiet")]
    blocks += [Pictures((Picture(grid, HEAT),)) for grid in grids]
    return Section("outcomes", matter.say("outcomes.heading"), (*blocks, *_lowest(matter)))


def time_page(matter: Matter) -> Section:
    """Return the page of monthly charts, supply by source, stages and worldviews."""
    language, evaluation = matter.language, matter.evaluation
    draws = wording.number(evaluation.setting.draws, "draw", language, 0)
    blocks: list[Block] = [Paragraph(matter.say("outcomes.time_lead", draws=draws), "quiet")]
    have = {series.id for series in evaluation.monthly}
    for key, ids in ROWS:
        shown = [figures.series_chart(matter.catalogue, evaluation, id, language) for id in ids if id in have]
        if shown:
            blocks += [Heading(matter.say(f"outcomes.{key}")), Pictures(tuple(Picture(c, SMALL) for c in shown))]
    seen = [id for id in OBSERVED if any(o.series == id and o.months for o in evaluation.observed) and id in have]
    if seen:
        charts = [figures.series_chart(matter.catalogue, evaluation, id, language) for id in seen]
        blocks += [
            Heading(matter.say("outcomes.observed_row")),
            Pictures(tuple(Picture(chart, SMALL + 10) for chart in charts)),
        ]
    bars = (
        figures.source_bars(matter.catalogue, evaluation, language),
        figures.stage_bars(matter.catalogue, evaluation, language),
    )
    blocks.append(Pictures(tuple(Picture(figure, BARS) for figure in bars)))
    blocks += _views(matter)
    return Section("time", matter.say("outcomes.time_heading"), tuple(blocks))


def _lowest(matter: Matter) -> list[Block]:
    cells = [(cell, "") for cell in matter.evaluation.worst]
    if matter.evaluation.worst_movable is not None:
        cells.append((matter.evaluation.worst_movable, matter.say("outcomes.movable")))
    rows: list[tuple[str, ...]] = []
    for cell, mark in cells:
        names = sentences.cell_name(matter.catalogue, cell, matter.language)
        joined = (
            f"{names['material']}, {names['end_use']}"
            if matter.language == "en"
            else f"{names['material']}，{names['end_use']}"
        )
        klass = matter.catalogue.name("classes", cell.klass).label.get(matter.language)
        rows.append(
            (
                f"{mark} ({wording.lowered(klass)})"
                if mark and matter.language == "en"
                else f"{mark}（{klass}）"
                if mark
                else klass,
                joined[:1].upper() + joined[1:],
                wording.number(cell.value, "%", matter.language, 0),
                wording.number(cell.baseline, "%", matter.language, 0),
            )
        )
    header = tuple(matter.say(f"outcomes.{key}") for key in ("klass", "cell", "value", "baseline"))
    return [Heading(matter.say("outcomes.worst")), Table(header, tuple(rows), "llrr", (3, 4, 1.2, 1.2))] if rows else []


def _views(matter: Matter) -> list[Block]:
    if not matter.evaluation.readings:
        return []
    language, known = matter.language, matter.catalogue.indicator_by_id
    ids = ("supply_restored", "leadership_cost", "alive_60")
    rows = tuple(
        (
            matter.catalogue.worldview_by_id[reading.worldview].label.get(language),
            wording.number(reading.supply_restored, known["supply_restored"].unit, language),
            wording.number(reading.leadership_cost, known["leadership_cost"].unit, language),
            wording.number(reading.alive_60, known["alive_60"].unit, language, 0),
        )
        for reading in matter.evaluation.readings
    )
    header = (matter.say("outcomes.view"), *(known[id].label.get(language) for id in ids))
    return [
        Heading(matter.say("outcomes.views")),
        Paragraph(matter.say("outcomes.views_lead"), "quiet"),
        Table(header, rows, "lrrr", (2, 2, 2, 2)),
    ]
