"""The last change, part of the way: scores, series and charts between two answers."""

from dataclasses import replace

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, Monthly, Score
from dealbuilder.report.figure import Band, Chart, FloatArray, Line


def way(share: float, still: bool) -> float:
    """Return how far a replay has come: it starts and ends gently, and without motion it is at either end."""
    if still:
        return 0.0 if share < 0.5 else 1.0
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


def between(before: Evaluation, after: Evaluation, share: float) -> Evaluation:
    """Return the answer that lies `share` of the way from one to the other; what cannot be mixed is the later's."""
    if share <= 0.0:
        return before
    if share >= 1.0:
        return after
    old_scores = {score.id: score for score in before.scores}
    old_series = {monthly.id: monthly for monthly in before.monthly}
    scores = tuple(_score(old_scores.get(score.id), score, share) for score in after.scores)
    monthly = tuple(_monthly(old_series.get(one.id), one, share) for one in after.monthly)
    return replace(after, scores=scores, monthly=monthly, by_id={})


def _mixed(before: float, after: float, share: float) -> float:
    mixed = before + (after - before) * share
    return mixed if mixed == mixed else after


def _score(before: Score | None, after: Score, share: float) -> Score:
    if before is None or before.unit != after.unit:
        return after
    names = ("baseline", "mean", "p05", "p50", "p95", "error")
    return replace(after, **{name: _mixed(getattr(before, name), getattr(after, name), share) for name in names})


def _monthly(before: Monthly | None, after: Monthly, share: float) -> Monthly:
    if before is None or before.mean.shape != after.mean.shape:
        return after
    names = ("p05", "p50", "p95", "mean", "baseline")
    return replace(after, **{name: _curve(getattr(before, name), getattr(after, name), share) for name in names})


def _curve(before: FloatArray, after: FloatArray, share: float) -> FloatArray:
    mixed = before + (after - before) * share
    return np.where(np.isfinite(mixed), mixed, after)


def mixed_chart(before: Chart, after: Chart, share: float) -> Chart:
    """Return the chart `share` of the way; its axes hold both ends, so that only what moved is seen to move."""
    y_range = (min(before.y_range[0], after.y_range[0]), max(before.y_range[1], after.y_range[1]))
    old_lines = {(line.label, line.role): line for line in before.lines}
    lines = tuple(_line(old_lines.get((line.label, line.role)), line, share) for line in after.lines)
    bands = after.bands
    if len(before.bands) == len(bands):
        bands = tuple(_band(old, new, share) for old, new in zip(before.bands, bands, strict=True))
    return replace(after, lines=lines, bands=bands, y_range=y_range, alt=before.alt if share < 0.5 else after.alt)


def _line(before: Line | None, after: Line, share: float) -> Line:
    if before is None or before.y.shape != after.y.shape:
        return after
    return replace(after, y=_curve(before.y, after.y, share))


def _band(before: Band, after: Band, share: float) -> Band:
    if before.low.shape != after.low.shape:
        return after
    return replace(after, low=_curve(before.low, after.low, share), high=_curve(before.high, after.high, share))
