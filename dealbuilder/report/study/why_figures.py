"""Who earned it, as a picture: a waterfall by clause, by what would be lost without each, or by group."""

import math
from typing import Literal

from dealbuilder.report import axes, wording
from dealbuilder.report.figure import Step, Waterfall
from dealbuilder.report.study.why_words import Words, clause_side, group_name, group_side, zero_if_nan

MOST = 12
"""Bars of clauses; what is smaller becomes one bar."""

View = Literal["credit", "left", "side", "theme"]
VIEWS: tuple[View, ...] = ("credit", "left", "side", "theme")


def waterfall(words: Words, view: View = "credit") -> Waterfall:
    """Return the way from the baseline to the package; what leave-one-out misses has a bar of its own."""
    steps = _steps(words, view)
    earned, scale = words.earned, wording.in_unit(1.0, words.indicator.unit, words.language)
    kind = {"credit": "title", "left": "title_left"}.get(view, "title_groups")
    title = words.say(kind, indicator=words.label())
    first, last = (words.level(value) for value in (earned.baseline, earned.total))
    items = [f"{step.label} {step.text}" for step in steps]
    return Waterfall(
        title=title,
        unit=wording.unit(words.indicator.unit, words.language),
        first=(words.say("start"), earned.baseline * scale, first),
        steps=steps,
        last=(words.say("total"), earned.total * scale, last),
        x_range=_range(earned.baseline * scale, earned.total * scale, steps),
        alt=words.say("alt", title=title, baseline=first, total=last, items=_listed(items, words)),
        note=words.say("key"),
        key=words.say("key_short") if any(step.error for step in steps) else "",
    )


def _listed(items: list[str], words: Words) -> str:
    return ("; " if words.language == "en" else "；").join(items) or words.say("nobody")


def _steps(words: Words, view: View) -> tuple[Step, ...]:
    if view in ("side", "theme"):
        return _group_steps(words, view)
    left = view == "left"
    shares = words.earned.by_left() if left else words.earned.by_size()
    shown = shares if len(shares) <= MOST else shares[: MOST - 1]
    steps = [
        _step(
            words,
            words.clause(share.clause),
            share.leave_one_out if left else share.shapley,
            0.0 if left else share.error,
            clause_side(words.catalogue, share.clause),
        )
        for share in shown
    ]
    rest = shares[len(shown) :]
    if rest:
        value = sum(share.leave_one_out if left else share.shapley for share in rest)
        steps.append(_step(words, words.say("lumped", count=len(rest)), value))
    if left and len(shares) > 1:
        steps.append(_step(words, words.say("overlap_bar"), words.earned.together))
    return tuple(steps)


def _group_steps(words: Words, view: str) -> tuple[Step, ...]:
    return tuple(
        _step(
            words,
            group_name(words.catalogue, group.id, words.language),
            group.value,
            group.error,
            group_side(words.catalogue, group.id) or "",
        )
        for group in words.earned.groups_by_size(view)
    )


def _step(words: Words, label: str, value: float, error: float = 0.0, side: str = "") -> Step:
    scale = wording.in_unit(1.0, words.indicator.unit, words.language)
    return Step(label, value * scale, words.plain(value), zero_if_nan(error) * scale, side)


def _range(first: float, last: float, steps: tuple[Step, ...]) -> tuple[float, float]:
    """Return a range that holds every bar with its whisker; it need not begin at nought, for ends are no bars."""
    seen, reached = [first, last], first
    for step in steps:
        reached += step.value
        seen += [reached - step.error, reached + step.error]
    low, high = min(seen), max(seen)
    if not math.isfinite(high - low):
        return 0.0, 1.0
    room = 0.03 * (high - low)
    return axes.nice(low - room, high + room, most=8)
