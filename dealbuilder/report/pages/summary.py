"""The first page: both scores beside the main chart, who is least well served, the deal in short."""

from dealbuilder.model.parties import Side
from dealbuilder.report import befallen, clauses, differing, figures, house, sentences, wording
from dealbuilder.report.blocks import Block, Callout, Paragraph, Picture, Pledges, Section, Tile, Tiles
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.pages.terms import heads

CHART = 168.0


def page(matter: Matter) -> Section:
    """Return the first page."""
    language = matter.language
    chart = figures.series_chart(matter.catalogue, matter.evaluation, "supply", language)
    draws = wording.number(matter.evaluation.setting.draws, "draw", language, 0)
    blocks: list[Block] = [
        Tiles((_supply(matter), _cost(matter)), Picture(chart, CHART)),
        Paragraph(matter.say("summary.model", draws=draws), "quiet"),
        Paragraph(sentences.worst(matter.catalogue, matter.evaluation, language)),
        Paragraph(sentences.durability(matter.evaluation, language)),
        Pledges(_pledges(matter, "us"), _pledges(matter, "china"), *heads(matter)),
    ]
    others = [_others(matter, side) for side in ("home", "terms", "agenda")]
    blocks += [Paragraph(text) for text in others if text]
    warnings = _warnings(matter)
    blocks += [Callout(wording.joined(warnings, language), "warn")] if warnings else []
    return Section("summary", "", tuple(blocks), runs_on=True)


def _supply(matter: Matter) -> Tile:
    score, language = matter.evaluation.score("supply_restored"), matter.language
    return Tile(
        label=matter.catalogue.indicator_by_id[score.id].label.get(language),
        value=wording.number(score.mean, score.unit, language),
        range=matter.say("summary.tile_range", range=wording.span(score.p05, score.p95, score.unit, language)),
        baseline=matter.say(
            "summary.tile_baseline",
            baseline=wording.number(score.baseline, score.unit, language),
            delta=wording.plain(score.mean - score.baseline, signed=True),
        ),
    )


def _cost(matter: Matter) -> Tile:
    score, language = matter.evaluation.score("leadership_cost"), matter.language
    return Tile(
        label=matter.catalogue.indicator_by_id[score.id].label.get(language),
        value=wording.number(score.mean, score.unit, language),
        range=matter.say("summary.tile_range", range=wording.span(score.p05, score.p95, score.unit, language)),
        baseline=matter.say("summary.tile_zero"),
    )


def _pledges(matter: Matter, side: Side) -> tuple[str, ...]:
    lines: list[str] = []
    for measure in matter.catalogue.measures:
        clause = matter.package.clause(measure.id)
        if clause is None or measure.side != side:
            continue
        label = clauses.level_label(measure, clause.level, matter.language)
        words = {"title": measure.title.get(matter.language), "level": wording.lowered(label)}
        key = "summary.pledge_timed" if clause.start else "summary.pledge"
        lines.append(wording.ended(matter.say(key, **words, n=clause.start), matter.language))
    return tuple(lines)


def _others(matter: Matter, side: Side) -> str:
    stop = "." if matter.language == "en" else "。"
    items = [wording.lowered(line).rstrip(stop) for line in _pledges(matter, side)]
    glue = "; " if matter.language == "en" else "；"
    return matter.say(f"summary.{side}", items=glue.join(items)) if items else ""


def _warnings(matter: Matter) -> list[str]:
    texts: list[str] = []
    changed = differing.sentence(matter.catalogue, matter.evaluation.setting.changes, matter.language)
    if changed:
        texts.append(matter.say("summary.changed", sentence=changed))
    guessed = house.sentence(matter.catalogue, matter.evaluation, matter.package, matter.language)
    if guessed:
        texts.append(guessed)
    befell = befallen.sentence(matter.evaluation.setting.injects, matter.language)
    if befell:
        texts.append(matter.say("summary.befallen", sentence=befell))
    if matter.evaluation.unknown:
        texts.append(matter.say("summary.lost", count=len(matter.evaluation.unknown)))
    if matter.evaluation.contradictions:
        texts.append(matter.say("summary.warnings", count=len(matter.evaluation.contradictions)))
    return texts
