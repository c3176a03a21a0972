"""Packages side by side: headline scores and the clauses that differ."""

from dealbuilder.model.package import Clause
from dealbuilder.report.clauses import level_label
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.numbers import numbers
from dealbuilder.report.stage.scene import Beside, Differing, Number
from dealbuilder.report.stage.staging import Compared
from dealbuilder.report.stage.strip import package_name
from dealbuilder.report.stage.terms import clause_marks, made_here, title_of

MOST = 3
"""Packages side by side."""


def beside(matter: Matter) -> Beside:
    """Return at most three packages side by side; scores that are kept back are not among what is returned."""
    language, hidden = matter.language, matter.staging.hidden
    shown = matter.staging.compared[:MOST] or (Compared(matter.package, matter.evaluation),)
    rows = _rows(matter, shown)
    note = say("stage.one_alone", language) if len(shown) == 1 else "" if rows else say("stage.alike", language)
    if hidden:
        note = " ".join(filter(None, (note, say("stage.kept_back", language))))
    return Beside(
        names=tuple(package_name(one.package.name, language) for one in shown),
        numbers=tuple(() if hidden else _numbers(matter, one) for one in shown),
        rows=rows,
        note=note,
    )


def _numbers(matter: Matter, one: Compared) -> tuple[Number, ...]:
    if one.evaluation is None:
        return ()
    return numbers(matter.catalogue, one.evaluation, None, matter.language, brief=True)


def _rows(matter: Matter, shown: tuple[Compared, ...]) -> tuple[Differing, ...]:
    catalogue, language = matter.catalogue, matter.language
    named = {clause.measure for one in shown for clause in one.package.clauses}
    known = [measure.id for measure in catalogue.measures if measure.id in named]
    rows = []
    for id in (*known, *sorted(named - set(known))):
        levels = tuple(_level(matter, one.package.clause(id)) for one in shown)
        if len(set(levels)) > 1:
            measure = catalogue.measure_by_id.get(id)
            title = title_of(measure, language) if measure else " ".join(id.split())
            mark = made_here(matter, measure)
            held = tuple(one.package.clause(id) is not None for one in shown)
            rows.append(Differing(measure.side if measure else "agenda", title, levels, held, mark))
    return tuple(rows)


def _level(matter: Matter, clause: Clause | None) -> str:
    if clause is None:
        return say("stage.absent", matter.language)
    measure = matter.catalogue.measure_by_id.get(clause.measure)
    level = level_label(measure, clause.level, matter.language) if measure else clause.level
    comma = ", " if matter.language == "en" else "，"
    return comma.join((" ".join(level.split()), *clause_marks(clause, matter.language)))
