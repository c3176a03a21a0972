"""Where the package went: the state at the end of each round on the map of both headline scores."""

from dealbuilder.analysis.filmstrip import HEADLINES, Headline
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Paragraph, Picture, Pictures
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.figure import Mark, Scatter
from dealbuilder.report.phrases import say
from dealbuilder.report.room.chart import axis_title, baseline, point, rules, span_of
from dealbuilder.report.room.chart import told as told_of
from dealbuilder.report.study.why import FRAME, ROW
from dealbuilder.report.study.why_figures import waterfall
from dealbuilder.report.study.why_words import Words

HEIGHT = 190.0
"""Height of the map on paper, points."""


def blocks(debrief: Debrief, language: Language) -> list[Block]:
    """Return the map and what it shows; nothing where no state was scored."""
    figure = plane(debrief, language)
    if figure is None:
        return []
    return [
        Paragraph(say("debrief.where_lead", language), "quiet"),
        Pictures((Picture(figure, HEIGHT),)),
        *([Paragraph(sentence(debrief, language))] if sentence(debrief, language) else []),
    ]


def earned(debrief: Debrief, language: Language) -> list[Block]:
    """Return who earned the headline scores of the outcome, a picture each; the report of the deal has the tables."""
    found = debrief.earned
    if found is None:
        return []
    made: list[Block] = []
    told = [Words(debrief.catalogue, found, id, language) for id in HEADLINES]
    for words in told:
        made.append(Paragraph(wording.joined(words.lead(say("page.no_baseline", language)), language)))
        if words.earned.shares:
            figure = waterfall(words)
            made.append(Pictures((Picture(figure, ROW * (len(figure.steps) + 2) + FRAME),)))
    if any(words.earned.shares for words in told):
        made.append(Paragraph(wording.joined([*told[0].method(), told[0].say("key")], language), "quiet"))
    return made


def stops(debrief: Debrief) -> tuple[tuple[str, Headline], ...]:
    """Return what each stop on the way is called by its key, and its scores: the start, each round's end, the outcome.

    A key is "start", "end" or the number of a round; states that were not scored are left out.
    """
    scored = [frame for frame in debrief.film.frames if frame.number in debrief.headlines]
    if not scored:
        return ()
    ends = {frame.round: frame for frame in scored if frame.round}
    outcome = debrief.outcome.number
    found = {"start": scored[0].number} | {str(round): frame.number for round, frame in ends.items()}
    if outcome in debrief.headlines:
        # What is the outcome is called so; a round that ended there needs no point of its own.
        found = {key: number for key, number in found.items() if number != outcome or key == "start"}
        found["end"] = outcome
    return tuple((key, debrief.headlines[number]) for key, number in found.items())


def plane(debrief: Debrief, language: Language) -> Scatter | None:
    """Return the map of the session, None where no state was scored."""
    stood = stops(debrief)
    if not stood:
        return None
    marks = [_mark(key, found, language) for key, found in stood]
    last = stood[-1][1]
    marks.append(baseline(last.supply, last.cost, language))
    x, y = (debrief.catalogue.indicator_by_id[id] for id in HEADLINES)
    lines = rules(debrief.document.targets, x, y, language)
    return Scatter(
        title=say("debrief.heading_where", language),
        x_title=axis_title(x, language),
        y_title=axis_title(y, language),
        marks=tuple(marks),
        rules=lines,
        x_range=span_of([v for m in marks for v in (*m.x_span, m.x)] + [r.value for r in lines if r.axis == "x"]),
        y_range=span_of([v for m in marks for v in (*m.y_span, m.y)] + [r.value for r in lines if r.axis == "y"]),
        alt=told_of(marks, x, y, language),
        note=say("room.map_note", language),
        faint=True,
    )


def _mark(key: str, found: Headline, language: Language) -> Mark:
    names = {"start": "debrief.where_start", "end": "debrief.where_end"}
    name = say(names[key], language) if key in names else say("debrief.round", language, round=key)
    role, shape = {"start": ("muted", "dot"), "end": ("accent", "diamond")}.get(key, ("package", "dot"))
    return point(name, name, (found.supply, found.cost), language, role, shape)


def sentence(debrief: Debrief, language: Language) -> str:
    """Return start and outcome in one sentence; empty where there are not two."""
    stood = dict(stops(debrief))
    if "start" not in stood or "end" not in stood:
        return ""
    parts: dict[str, str] = {}
    for key in ("start", "end"):
        for name, score in (("supply", stood[key].supply), ("cost", stood[key].cost)):
            digits = debrief.catalogue.indicator_by_id[score.id].digits
            parts[f"{name}_{key}"] = wording.number(score.mean, score.unit, language, digits)
    return say("debrief.where_told", language, **parts)
