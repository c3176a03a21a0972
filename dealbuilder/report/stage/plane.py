"""The map before the room: packages by both headline scores, the baseline, the deal's targets; a point may move."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Evaluation, Score
from dealbuilder.analysis.room.standing import COST, SUPPLY
from dealbuilder.report import wording
from dealbuilder.report.figure import Mark, Scatter
from dealbuilder.report.phrases import say
from dealbuilder.report.room.chart import axis_title, baseline, point, rules, shortened, span_of, told
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.replaying import between, way
from dealbuilder.report.stage.scene import Content, Picture, Statement
from dealbuilder.report.stage.staging import Compared
from dealbuilder.report.stage.strip import package_name
from dealbuilder.report.stage.terms import lit_clause

MOST = 4
"""Packages on a projected map."""


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    evaluation: Evaluation
    role: str = "package"
    shape: str = "dot"

    def mark(self, language: str) -> Mark:
        scores = (self.evaluation.score(SUPPLY), self.evaluation.score(COST))
        return point(self.name, shortened(self.name), scores, language, self.role, self.shape)  # type: ignore[arg-type]


def plane(matter: Matter) -> Content:
    """Return the map; packages whose scores the room may not see have no point, and are named in the note."""
    language, staging = matter.language, matter.staging
    now = matter.evaluation
    if now is None:
        return Statement((say("stage.working", language),))
    if staging.baseline_only:
        return _picture(matter, (), _scores(now), ())
    shown, absent = _points(matter, now)
    return _picture(matter, shown, _scores(now), absent)


def _scores(evaluation: Evaluation) -> tuple[Score, Score]:
    return evaluation.score(SUPPLY), evaluation.score(COST)


def _points(matter: Matter, now: Evaluation) -> tuple[tuple[_Point, ...], tuple[str, ...]]:
    staging, language = matter.staging, matter.language
    replay, own = staging.replay, package_name(matter.package.name, language)
    staged = staging.compared[:MOST]
    others = [one for one in staged if one.package.id != matter.package.id]
    if replay is not None:
        moving = between(replay.before, replay.after, way(replay.share, staging.still))
        here = [_Point(say("stage.map_before", language), replay.before, "target", "diamond"), _Point(own, moving)]
    else:
        here = [_Point(own, now)]
        if staging.since is not None and staging.since is not now:
            here.insert(0, _Point(say("stage.map_since", language), staging.since, "target", "diamond"))
    known = [_Point(_name(one, language), one.evaluation, "accent") for one in others if one.evaluation is not None]
    absent = tuple(_name(one, language) for one in others if one.evaluation is None)
    return (*known, *here), absent


def _name(one: Compared, language: str) -> str:
    return package_name(one.package.name, language)  # type: ignore[arg-type]


def _picture(
    matter: Matter, shown: tuple[_Point, ...], against: tuple[Score, Score], absent: tuple[str, ...]
) -> Picture:
    language, replay = matter.language, matter.staging.replay
    marks = [one.mark(language) for one in shown]
    marks.append(baseline(*against, language))
    x, y = (matter.catalogue.indicator_by_id[id] for id in (SUPPLY, COST))
    lines = rules(matter.document.targets, x, y, language)
    # The axes hold both ends of a replay, so that only the point is seen to move.
    ends = [_Point("", one).mark(language) for one in (replay.before, replay.after)] if replay else []
    held = [*marks, *ends]
    title = say("stage.map_axes", language)
    figure = Scatter(
        title=title,
        x_title=axis_title(x, language),
        y_title=axis_title(y, language),
        marks=tuple(marks),
        rules=lines,
        x_range=span_of([v for m in held for v in (*m.x_span, m.x)] + [r.value for r in lines if r.axis == "x"]),
        y_range=span_of([v for m in held for v in (*m.y_span, m.y)] + [r.value for r in lines if r.axis == "y"]),
        alt=told(marks, x, y, language),
    )
    note = say("stage.map_absent", language, names=wording.listed(list(absent), language)) if absent else ""
    lit = "" if matter.staging.baseline_only else lit_clause(matter)
    return Picture(title, figure, lit, note)
