"""The one chart a scene shows: a monthly series of the package, its baseline and the last reveal."""

from dataclasses import replace

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.indicator import MonthlySeries
from dealbuilder.report import figures, wording
from dealbuilder.report.figure import Chart, Line
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.replaying import mixed_chart, way
from dealbuilder.report.stage.without import without_deal

MOST = 5
"""Series a projected chart may hold."""


def chart(matter: Matter) -> tuple[str, Chart] | None:
    """Return the title that says what the axes are, and the chart; None without an answer or such a series."""
    staging, evaluation = matter.staging, matter.evaluation
    series = next((one for one in matter.catalogue.series if one.id == staging.series), None)
    if series is None or evaluation is None:
        return None
    if staging.baseline_only:
        return _baseline(matter, series, without_deal(evaluation))
    replay = staging.replay
    if replay is not None:
        before, after = _drawn(matter, series, replay.before), _drawn(matter, series, replay.after)
        made = mixed_chart(before, after, way(replay.share, staging.still)) if before and after else after
    else:
        made = _drawn(matter, series, evaluation)
        if made and staging.since is not None and staging.since is not evaluation:
            made = _with_before(matter, made, _drawn(matter, series, staging.since))
    return (_title(matter, series, made, evaluation), made) if made else None


def _baseline(matter: Matter, series: MonthlySeries, evaluation: Evaluation) -> tuple[str, Chart] | None:
    """Return title and chart of the baseline alone, with what was observed: no package and no band."""
    made = _drawn(matter, series, evaluation)
    if made is None:
        return None
    lines = tuple(line for line in made.lines if line.role != "package")
    title = say("stage.without_deal", matter.language, title=_title(matter, series, made, evaluation))
    return title, replace(made, lines=lines, bands=(), alt=title, note="")


def _drawn(matter: Matter, series: MonthlySeries, evaluation: Evaluation) -> Chart | None:
    if all(monthly.id != series.id for monthly in evaluation.monthly):
        return None
    return figures.series_chart(matter.catalogue, evaluation, series.id, matter.language)


def _with_before(matter: Matter, made: Chart, before: Chart | None) -> Chart:
    old = next((line for line in before.lines if line.role == "package"), None) if before else None
    if before is None or old is None or len(made.lines) >= MOST or before.origin != made.origin:
        return made
    line = Line(say("stage.before", matter.language), old.x, old.y, "target", "dotted")
    low, high = zip(made.y_range, before.y_range, strict=True)
    alt = wording.joined([made.alt, say("stage.before_alt", matter.language)], matter.language)
    return replace(made, lines=(line, *made.lines), y_range=(min(low), max(high)), alt=alt)


def _title(matter: Matter, series: MonthlySeries, made: Chart, evaluation: Evaluation) -> str:
    first, last = (wording.month_label(evaluation.months[place], matter.language) for place in (0, -1))
    named = {"series": series.label.get(matter.language), "first": first, "last": last}
    if not made.unit:
        return say("stage.axes_plain", matter.language, **named)
    return say("stage.axes", matter.language, unit=made.unit, **named)
