"""What only the own delegation reads: its targets, and who gives and receives how much, through time."""

from dataclasses import replace

from dealbuilder.report import figures, wording
from dealbuilder.report.blocks import Block, Heading, Paragraph, Picture, Pictures, Section, Table
from dealbuilder.report.pages.matter import Matter

EXPOSURE = ("exposure_us", "exposure_china")
TALL = 130.0


def page(matter: Matter) -> Section:
    """Return the page for the own delegation."""
    have = {series.id for series in matter.evaluation.monthly}
    charts = [
        figures.series_chart(matter.catalogue, matter.evaluation, id, matter.language) for id in EXPOSURE if id in have
    ]
    if charts:
        # One scale for both: a side must not look more exposed because its axis is shorter.
        shared = (min(chart.y_range[0] for chart in charts), max(chart.y_range[1] for chart in charts))
        charts = [replace(chart, y_range=shared) for chart in charts]
    blocks: list[Block] = [*_targets(matter), *_balance(matter)]
    if charts:
        blocks += [
            Heading(matter.say("own.exposure")),
            Paragraph(matter.say("own.exposure_lead"), "quiet"),
            Pictures(tuple(Picture(chart, TALL) for chart in charts)),
        ]
    return Section("own", matter.say("own.heading"), tuple(blocks))


def _targets(matter: Matter) -> list[Block]:
    """Return what the delegation wants to reach, and whether it does; a target is confidential."""
    rows: list[tuple[str, ...]] = []
    known = {score.id: score for score in matter.evaluation.scores}
    for target in matter.document.targets:
        score = known.get(target.indicator)
        if score is None:
            continue
        indicator, language = matter.catalogue.indicator_by_id[score.id], matter.language
        least = target.sense == "at_least"
        gap = target.value - score.mean if least else score.mean - target.value
        wanted, reached = (
            wording.number(n, score.unit, language, indicator.digits) for n in (target.value, score.mean)
        )
        apart = "percentage points" if score.unit == "%" else score.unit
        missing = wording.number(gap, apart, language, indicator.digits)
        verdict = matter.say("own.is_missed", gap=missing) if gap > 0 else matter.say("own.is_reached")
        said = matter.say("own.at_least" if least else "own.at_most", value=wanted)
        rows.append((indicator.label.get(language), said, reached, verdict))
    keys = ("basis.indicator", "own.target", "basis.mean", "own.reached")
    header = tuple(matter.say(key) for key in keys)
    return [Heading(matter.say("own.targets")), Table(header, tuple(rows), "lrrl", (3, 2, 2, 2))] if rows else []


def _balance(matter: Matter) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    for side in ("us", "china"):
        scores = [matter.evaluation.score(f"{what}_{side}") for what in ("value_given", "value_received", "balance")]
        worded = [wording.number(s.mean, s.unit, matter.language, signed=s.id.startswith("balance")) for s in scores]
        rows.append((matter.say(f"side.{side}"), *worded))
    header = tuple(matter.say(f"own.{key}") for key in ("side", "given", "received", "net"))
    return [Heading(matter.say("own.balance")), Table(header, tuple(rows), "lrrr", (2, 2, 2, 2))]
