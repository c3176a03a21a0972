"""Who earned a headline score, before the room: a waterfall of the largest clauses, bar by bar in a replay."""

import math
from dataclasses import replace

from dealbuilder.report import wording
from dealbuilder.report.figure import Step, Waterfall
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.scene import Content, Picture, Statement
from dealbuilder.report.stage.staging import Replay
from dealbuilder.report.study.why_figures import waterfall
from dealbuilder.report.study.why_words import Words

MOST = 7
"""Bars of clauses that a projected picture may hold; what is smaller becomes one bar."""


def earning(matter: Matter) -> Content:
    """Return who earned the score that the chair has chosen; a sentence until that is known, or where nobody did."""
    staging, language = matter.staging, matter.language
    found = staging.earned
    if found is None:
        empty = not matter.package.clauses and matter.evaluation is not None
        return Statement((say("stage.why_nobody" if empty else "stage.why_working", language),))
    if staging.indicator not in found.indicators:
        return Statement((say("stage.why_untold", language),))
    words = Words(matter.catalogue, found, staging.indicator, language)
    lead = words.lead(say("page.no_baseline", language))
    if not words.earned.shares:
        return Statement(tuple(lead))
    figure = largest(waterfall(words), words)
    pairs = words.noted()[:1]
    note = words.pair(pairs[0]) if pairs else ""
    # The first sentence says from where to where, as the picture does; the second who earned most.
    title = lead[1] if len(lead) > 1 else lead[0]
    if staging.replay is None:
        return Picture(title, figure, note=note)
    return Picture(say("stage.why_replay", language, label=words.label()), built(figure, staging.replay, staging.still))


def largest(figure: Waterfall, words: Words) -> Waterfall:
    """Return the picture with at most seven bars; the small ones are one, for nothing may be left out of a sum."""
    if len(figure.steps) <= MOST:
        return figure
    kept, rest = figure.steps[: MOST - 1], figure.steps[MOST - 1 :]
    value = sum(step.value for step in rest)
    count = len(words.earned.shares) - len(kept)
    lumped = Step(words.say("lumped", count=count), value, wording.plain(value, words.digits, signed=True))
    return replace(figure, steps=(*kept, lumped))


def built(figure: Waterfall, replay: Replay, still: bool) -> Waterfall:
    """Return the picture as far as a replay has built it: one bar after the other, none or all without motion.

    Bars that are still to come keep their places free, so that nothing but the next bar is seen to change.
    """
    share = (0.0 if replay.share < 0.5 else 1.0) if still else replay.share
    count = math.ceil(share * len(figure.steps))
    return replace(figure, steps=(*figure.steps[:count], *(Step("", 0.0, ""),) * (len(figure.steps) - count)))
