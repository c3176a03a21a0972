"""What there is to say about packages beside one another, in sentences and in the cells of the clause matrix."""

from collections.abc import Sequence

from dealbuilder.analysis.compare.comparing import Comparison
from dealbuilder.analysis.compare.gap import Gap
from dealbuilder.analysis.compare.rows import Kind, Row
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.standing import Apart
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Language
from dealbuilder.report import clauses, wording
from dealbuilder.report.phrases import say
from dealbuilder.report.read_under import read_under

KINDS: dict[Kind, str] = {
    "there": "compare.kind_there",
    "level": "compare.kind_level",
    "timing": "compare.kind_timing",
    "condition": "compare.kind_condition",
    "snapback": "compare.kind_snapback",
    "lock": "compare.kind_lock",
    "note": "compare.kind_note",
}
"""How each kind of difference is told."""
FULL, EMPTY = "●", "○"


def setting(catalogue: Catalogue, under: Setting, language: Language) -> str:
    """Return under what all packages are scored, as one paragraph."""
    said = read_under("compare.setting", catalogue, under, language)
    if under.injects:
        titles = wording.listed([inject.title.get(language) for inject in under.injects], language)
        said.append(say("compare.setting_injects", language, items=titles))
    return wording.joined([*said, say("compare.model", language)], language)


def missed(deal: str, odd: Apart, language: Language) -> str:
    """Return what of a deal's own setting does not count here; empty if it is read as it reads itself."""
    there = {
        "compare.what_pack": odd.pack,
        "compare.what_view": odd.worldview,
        "compare.what_changes": odd.changed or odd.missed,
        "compare.what_injects": odd.injects,
    }
    items = [say(key, language) for key, found in there.items() if found]
    return say("compare.missed", language, deal=deal, items=wording.listed(items, language)) if items else ""


def first(deal: str, language: Language) -> str:
    """Return whose setting counts."""
    return say("compare.first", language, deal=deal)


def ahead_head(language: Language) -> str:
    """Return the head of a column that says in what share of draws a package is ahead."""
    return say("compare.ahead", language)


def lead(found: Comparison, language: Language) -> tuple[str, ...]:
    """Return what comes first: how much differs, whether anything does, what is unknown."""
    said: list[str] = []
    count = len(found.rows)
    if len(found.packages) < 2:
        said.append(say("compare.alone", language))
    elif found.alike:
        said.append(say("compare.alike_notes" if count else "compare.alike", language))
    else:
        said.append(
            say("compare.clauses_count_one" if count == 1 else "compare.clauses_count_many", language, count=count)
        )
    for one in found.packages:
        if one.unknown:
            items = wording.listed(list(one.unknown), language)
            said.append(say("compare.unknown", language, package=one.name, items=items))
    return tuple(said)


def title(catalogue: Catalogue, id: str, language: Language) -> str:
    """Return the title of a measure, its id if the catalogue does not know it."""
    known = catalogue.measure_by_id.get(id)
    return known.title.get(language) if known else id


def side(catalogue: Catalogue, id: str) -> str:
    """Return whose clause a measure is; empty if the catalogue does not know it."""
    known = catalogue.measure_by_id.get(id)
    return known.side if known else ""


def kinds(row: Row, language: Language) -> str:
    """Return in what the packages differ on one measure."""
    names = [say(KINDS[kind], language) for kind in row.kinds]
    return (", " if language == "en" else "、").join(names)


def cell(catalogue: Catalogue, row: Row, clause: Clause | None, language: Language) -> str:
    """Return one package's clause on a measure: dots, level, and what of its timing and terms is not plain."""
    if clause is None:
        return say("compare.no_clause", language)
    measure = catalogue.measure_by_id.get(clause.measure)
    told = clauses.level_label(measure, clause.level, language) if measure else clause.level
    details = _details(catalogue, measure, clause, row.kinds, language)
    if details:
        glue = "; " if language == "en" else "；"
        told = say("compare.cell", language, level=told, details=glue.join(details))
    return f"{dots(measure, clause)} {told}".strip()


def dots(measure: Measure | None, clause: Clause) -> str:
    """Return the place of a level among those above none as filled dots; empty where it is not known."""
    rank = measure.rank_by_id.get(clause.level) if measure else None
    if measure is None or rank is None:
        return ""
    return FULL * rank + EMPTY * (len(measure.levels) - 1 - rank)


def _details(
    catalogue: Catalogue, measure: Measure | None, clause: Clause, differ: Sequence[Kind], language: Language
) -> list[str]:
    said: list[str] = []
    if clause.end is not None:
        said.append(say("compare.months", language, start=clause.start, end=clause.end))
    elif "timing" in differ and not clause.start:
        said.append(say("clause.from_signing", language))
    elif clause.start:
        said.append(say("compare.months_on", language, start=clause.start))
    ramp = clause.ramp if clause.ramp is not None else measure.ramp if measure else None
    if ramp is not None and (clause.ramp is not None or "timing" in differ):
        months = clauses.months(ramp, language)
        said.append(say("compare.ramp" if ramp else "compare.at_once", language, ramp=months))
    if clause.condition is not None:
        said.append(say("compare.waits", language, title=title(catalogue, clause.condition.measure, language)))
    if clause.snapback:
        said.append(say("compare.snapback", language))
    if clause.unlocked:
        said.append(say("compare.unlocked", language))
    return said


def signed(value: float, indicator: Indicator, language: Language) -> str:
    """Return a difference with its sign and unit, true to the digits of its score."""
    return wording.number(value, points(indicator.unit), language, indicator.digits, signed=True)


def points(unit: str) -> str:
    """Return the unit of a difference: of two percentages it is percentage points."""
    return "percentage points" if unit == "%" else unit


def key(found: Comparison, gap: Gap | None, indicator: str, language: Language) -> str:
    """Return how the clause matrix is to be read."""
    said = [say("compare.cell_key", language)]
    if gap is not None and gap.parts(indicator):
        known = found.catalogue.indicator_by_id[indicator]
        places = {"one": found.packages[gap.one].name, "other": found.packages[gap.other].name}
        places |= {"indicator": known.label.get(language), "unit": wording.unit(points(known.unit), language)}
        said.append(say("compare.gap_key" if places["unit"] else "compare.gap_key_bare", language, **places))
        said += [say("compare.most_key", language)] if gap.most(indicator) else []
    return wording.joined(said, language)


def explained(found: Comparison, gap: Gap, indicator: Indicator, language: Language) -> tuple[str, ...]:
    """Return what explains the gap of one indicator: how large it is, which clause explains most, how it was found."""
    one, other = found.packages[gap.one], found.packages[gap.other]
    names = {"one": one.name, "other": other.name}
    value, base = one.scores[indicator.id].mean, other.scores[indicator.id].mean
    written = [wording.number(number, indicator.unit, language, indicator.digits) for number in (value, base)]
    label = indicator.label.get(language)
    said = [
        say(
            "compare.gap_is",
            language,
            indicator=label,
            value=written[0],
            base=written[1],
            gap=signed(value - base, indicator, language),
            **names,
        )
    ]
    parts = gap.parts(indicator.id)
    if indicator.id not in gap.by_indicator:
        return (*said, say("compare.gap_undivided", language))
    if not parts:
        return (*said, say("compare.gap_same", language, **names))
    most = gap.most(indicator.id)
    if most is None:
        return (*said, say("compare.gap_none", language))
    told = title(found.catalogue, most, language)
    said.append(say("compare.gap_most", language, title=told, value=signed(parts[0].value, indicator, language)))
    said.append(say("compare.gap_how", language, **names))
    return (*said, *_caveats(gap, indicator, language))


def _caveats(gap: Gap, indicator: Indicator, language: Language) -> list[str]:
    said: list[str] = []
    if not gap.exact:
        said.append(say("compare.gap_sampled", language))
    if gap.draws < gap.of_draws:
        of = wording.number(gap.of_draws, "draw", language, 0)
        said.append(say("compare.gap_draws", language, draws=wording.plain(gap.draws, 0), of=of))
    error = gap.error(indicator.id)
    if error > 0.0:
        words = wording.number(error, points(indicator.unit), language, indicator.digits + 1)
        said.append(say("compare.gap_error", language, error=words))
    return said
