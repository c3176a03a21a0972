"""Will it hold, on paper and as data: blocks for the report, tables for every outlet, JSON."""

from dataclasses import asdict

from dealbuilder.analysis.expiries import Expiry
from dealbuilder.analysis.exposure import Exposure
from dealbuilder.analysis.hazard_terms import TERMS
from dealbuilder.analysis.holding import Holding
from dealbuilder.analysis.staging import Effect
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Bullets, Heading, Paragraph, Picture, Pictures, Section, Table
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.study import holds_words as words
from dealbuilder.report.study.holds_figures import alive_bars, clock_chart, date_spans, hazard_stacks

TALL = 150.0
"""Heights of pictures on paper, points."""
LANE, LEAST = 11.0, 40.0
"""Points that a lane of the time line takes, and what its axis needs."""
SMALL = 0.005
"""Percent a month below which a term is left out of the table."""

Rows = tuple[tuple[str, ...], ...]


def section(matter: Matter, found: Holding) -> Section:
    """Return the part of the report on how a deal holds."""
    return Section("holds", say("holds.heading", matter.language), tuple(blocks(matter, found)))


def blocks(matter: Matter, found: Holding) -> list[Block]:
    """Return what the report says of how a deal holds."""
    language, catalogue = matter.language, matter.catalogue
    exposed = words.exposure(found, language)
    clock, spans = clock_chart(found, exposed, language), date_spans(found, language)
    alive, hazard = Picture(alive_bars(found, language), TALL), Picture(hazard_stacks(found, language), TALL)
    made: list[Block] = [
        Paragraph(say("holds.lead", language), "quiet"),
        Bullets((*words.life(found, language), *words.worth(catalogue, found, language))),
        Pictures((hazard,)),
        Paragraph(say("holds.method", language), "quiet"),
        _table(*term_table(found, language)),
        Pictures((alive, Picture(clock, TALL))),
        Paragraph(wording.joined([say("holds.alive_note", language), clock.note], language), "quiet"),
        Bullets(tuple(exposed)),
        Heading(say("holds.walk_head", language)),
        Bullets(tuple(words.walking(found, language))),
    ]
    if found.clauses:
        header, rows = clause_table(catalogue, found, language)
        made += [
            Heading(say("holds.fig_clauses", language)),
            Paragraph(say("holds.caution", language), "quiet"),
            Table(header, rows, "lrr", (6, 3, 2), dense=True),
        ]
    made.append(Bullets(tuple(words.dates(found, language))))
    if spans.lanes:
        notes = tuple(matter.sources.cite(one.references) for one in _laned(found))
        made += [
            Pictures((Picture(spans, LEAST + LANE * len(spans.lanes)),)),
            Table(spans.header, date_rows(found, language), "llll", (5, 3, 1.4, 3.6), notes, dense=True),
        ]
    return made


def _table(header: tuple[str, ...], rows: Rows) -> Table:
    return Table(header, rows, "l" + "r" * (len(header) - 1), (5, *(2 for _ in header[1:])), dense=True)


def term_table(found: Holding, language: Language) -> tuple[tuple[str, ...], Rows]:
    """Return the hazard's terms in month 1, in the most dangerous month and on the mean; noughts are left out."""
    at = found.danger.month - 1
    header = (
        say("holds.col_term", language),
        say("holds.col_first", language),
        say("holds.col_danger", language, month=found.danger.month),
        say("holds.col_mean", language),
    )
    unit = wording.unit("%/month", language)
    header = (header[0], *(f"{head} ({unit})" if language == "en" else f"{head}（{unit}）" for head in header[1:]))
    parts = {"truce": found.split.truce, **{term: found.split.terms[term] for term in TERMS}}
    rows: list[tuple[str, ...]] = []
    for term, values in parts.items():
        if term != "truce" and abs(values).max() < SMALL:
            continue
        figures = (float(values[0]), float(values[at]), float(values.mean()))
        rows.append((say(f"holds.term_{term}", language), *(wording.plain(f, 2, term != "truce") for f in figures)))
    total = found.split.hazard
    sums = (float(total[0]), float(total[at]), float(total.mean()))
    return header, (*rows, (say("holds.sum", language), *(wording.plain(value, 2) for value in sums)))


def clause_table(catalogue: Catalogue, found: Holding, language: Language) -> tuple[tuple[str, ...], Rows]:
    """Return what each clause does for the chance of life at month 36, percentage points."""
    unit = wording.unit("percentage points", language)
    alive = say("holds.col_alive", language)
    alive = f"{alive} ({unit})" if language == "en" else f"{alive}（{unit}）"
    header = (say("holds.col_clause", language), alive, say("holds.col_error", language))
    rows = tuple(
        (
            words.title(catalogue, one, language),
            wording.plain(one.alive, 1, signed=True),
            wording.plain(one.error, 2),
        )
        for one in found.clauses
    )
    return header, rows


def date_header(language: Language) -> tuple[str, str, str, str]:
    """Return the head of the table of dates."""
    what, kind, month, falls = (say(f"holds.col_{key}", language) for key in ("what", "kind", "month", "falls"))
    return what, kind, month, falls


def date_rows(found: Holding, language: Language) -> Rows:
    """Return the dates as rows: what, kind, months, what falls away; all of them, renewals in one row."""
    return date_spans(found, language, most=len(found.expiries) + 1).rows()


def _laned(found: Holding) -> tuple[Expiry, ...]:
    """Return one date for each row of `date_rows`, in their order."""
    renewals = [one for one in found.expiries if one.kind == "renewal"][:1]
    return (*renewals, *(one for one in found.expiries if one.kind != "renewal"))


def as_data(catalogue: Catalogue, found: Holding, language: Language) -> dict[str, object]:
    """Return everything as one JSON object; months count from signing."""
    return {
        "package": found.package.name or found.package.id,
        "worldview": found.setting.worldview,
        "draws": found.scored_draws,
        "lived_draws": found.draws,
        "seed": found.setting.seed,
        "signing": found.origin,
        "alive": [asdict(one) for one in found.alive],
        "median_life": found.median_life,
        "baseline_median_life": found.baseline_life,
        "hazard": {
            "unit": "%/month",
            "mean": found.split.hazard.tolist(),
            "p05": found.split.low.tolist(),
            "p95": found.split.high.tolist(),
            "truce": found.split.truce.tolist(),
            "terms": {term: values.tolist() for term, values in found.split.terms.items()},
        },
        "danger": {
            "month": found.danger.month,
            "hazard": found.danger.hazard,
            "ends": found.danger.ends,
            "reasons": [{"term": term, "value": value} for term, value in found.danger.reasons],
        },
        "exposure": {"unit": "points", "us": _exposure(found.clock.us), "china": _exposure(found.clock.china)},
        "turns": [asdict(turn) for turn in found.clock.turns],
        "clauses": [
            {
                "measure": one.measure,
                "title": words.title(catalogue, one, language),
                "side": one.side,
                "alive_36": one.alive,
                "error": None if one.error != one.error else one.error,
            }
            for one in found.clauses
        ],
        "walking_away": [{**asdict(walk), "reading": walk.reading} for walk in found.walks],
        "dates": [_dated(one, language) for one in found.expiries],
        "unknown": list(found.unknown),
    }


def staging_data(effect: Effect) -> dict[str, object]:
    """Return what a plan shifts and the clauses it would set, as JSON."""
    return {
        "months": list(effect.plan.months),
        "snapback": effect.plan.snapback,
        "shifts": [
            {
                "id": shift.id,
                "unit": shift.unit,
                "before": shift.before,
                "after": shift.after,
                "error": None if shift.error != shift.error else shift.error,
                "months": list(shift.month) if shift.month else None,
            }
            for shift in effect.shifts
        ],
        "clauses": [clause.model_dump(exclude={"note", "private_note"}) for clause in effect.staged.changed],
        "remarks": [{"remark": remark, "measure": measure} for remark, measure in effect.staged.remarks],
    }


def _exposure(seen: Exposure) -> dict[str, object]:
    return {
        "mean": seen.mean.tolist(),
        "p05": seen.low.tolist(),
        "p95": seen.high.tolist(),
        "largest": seen.largest,
        "month": seen.month,
        "largest_p05": seen.span[0],
        "largest_p95": seen.span[1],
        "exposed": seen.exposed,
    }


def _dated(one: Expiry, language: Language) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "month": one.month,
        "begin": one.begin,
        "title": one.title.get(language) if one.title else None,
        "falls": [text.get(language) for text in one.falls],
        "sources": [reference.source for reference in one.references],
    }
