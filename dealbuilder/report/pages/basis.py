"""What the figures rest on: assumptions, injects, contradictions, idle clauses, rival facts, versions, indicators."""

import math

from dealbuilder.model.source import Fact
from dealbuilder.report import fact_words, house, wording
from dealbuilder.report.blocks import Block, Bullets, Callout, Heading, Paragraph, Section, Table
from dealbuilder.report.differing import Differing, differing
from dealbuilder.report.pages import befell
from dealbuilder.report.pages.matter import Matter

SHOWN = 32
"""Characters of a fingerprint that are printed."""

PAIRS = 6
"""Pairs of rival facts that are printed."""


def page(matter: Matter, attachment: str, whole: bool) -> Section:
    """Return the page on what the figures rest on and how to reopen the deal."""
    blocks = [
        *_changed(matter),
        *house.blocks(matter),
        *befell.blocks(matter),
        *_contradictions(matter),
    ]
    blocks += [*_idle(matter), *_facts(matter), *_versions(matter)]
    return Section("basis", matter.say("basis.heading"), (*blocks, reopening(matter, attachment, whole)))


def reopening(matter: Matter, attachment: str, whole: bool) -> Callout:
    """Return what the PDF carries: the attached deal by name, a copy or `whole`, or nothing (empty name)."""
    if not attachment:
        return Callout(matter.say("basis.reopen_none"))
    return Callout(
        matter.say("basis.reopen_whole" if whole else "basis.reopen", name=attachment), "warn" if whole else "info"
    )


def indicators_page(matter: Matter) -> Section:
    """Return the table of every indicator with unit, band and baseline."""
    language = matter.language
    rows: list[tuple[str, ...]] = []
    for indicator in matter.catalogue.indicators:
        score = next((score for score in matter.evaluation.scores if score.id == indicator.id), None)
        if score is None:
            continue
        scale = wording.in_unit(1.0, score.unit, language)
        digits = max(0, indicator.digits - round(math.log10(scale)))
        cells = [wording.plain(v * scale, digits) for v in (score.mean, score.p05, score.p95, score.baseline)]
        rows.append((indicator.label.get(language), wording.unit(score.unit, language), *cells))
    header = tuple(matter.say(f"basis.{key}") for key in ("indicator", "unit", "mean", "low", "high"))
    table = Table(
        (*header, matter.say("outcomes.baseline")), tuple(rows), "llrrrr", (4, 2.3, 1.2, 1.4, 1.6, 1.5), dense=True
    )
    return Section("indicators", matter.say("basis.indicators"), (table,), runs_on=True)


def _changed(matter: Matter) -> list[Block]:
    heading = Heading(matter.say("basis.changed"))
    changes = differing(matter.catalogue, matter.document.assumptions.changes)
    if not changes:
        return [heading, Paragraph(matter.say("basis.changed_none"))]
    header = tuple(matter.say(f"basis.{key}") for key in ("parameter", "catalogue_value", "deal_value", "reason"))
    return [heading, Table(header, tuple(_change(matter, one) for one in changes), "lrrl", (3, 2.4, 2.4, 3))]


def _change(matter: Matter, one: Differing) -> tuple[str, ...]:
    reason, who = one.change.reason, one.change.who
    if matter.confidential and who:
        reason = matter.say("basis.reason_who", reason=reason, who=who) if reason else who
    if one.parameter is None:
        reason = wording.joined([matter.say("changed.unknown"), reason], matter.language)
    language = matter.language
    return one.label(language), one.in_catalogue(language), one.in_deal(language), reason or wording.EN_DASH


def _title(matter: Matter, measure: str) -> str:
    known = matter.catalogue.measure_by_id.get(measure)
    return known.title.get(matter.language) if known else measure


def _contradictions(matter: Matter) -> list[Block]:
    blocks: list[Block] = []
    if matter.evaluation.contradictions:
        texts = [c.text_zh if matter.language == "zh" else c.text_en for c in matter.evaluation.contradictions]
        blocks += [Heading(matter.say("basis.contradictions")), Bullets(tuple(texts))]
    return blocks


def _idle(matter: Matter) -> list[Block]:
    blocks: list[Block] = [Heading(matter.say("basis.idle"))]
    rows = tuple(
        (_title(matter, i.measure), i.reason_zh, i.remedy_zh)
        if matter.language == "zh"
        else (_title(matter, i.measure), i.reason_en, i.remedy_en)
        for i in matter.evaluation.idle
    )
    if rows:
        header = tuple(matter.say(f"basis.{key}") for key in ("clause", "reason", "remedy"))
        blocks.append(Table(header, rows, "lll", (3, 4, 4)))
    else:
        blocks.append(Paragraph(matter.say("basis.idle_none")))
    glue = "; " if matter.language == "en" else "；"
    if matter.evaluation.unknown:
        blocks.append(Paragraph(matter.say("basis.unknown", items=glue.join(matter.evaluation.unknown))))
    if matter.evaluation.beyond_evidence:
        titles = [_title(matter, measure) for measure in matter.evaluation.beyond_evidence]
        blocks.append(Paragraph(matter.say("basis.beyond", items=glue.join(titles))))
    return blocks


def rivals(matter: Matter) -> list[tuple[Fact, Fact]]:
    """Return each fact with the latest one that disagrees with it, if they touch this package or a headline score.

    Those nearest to the clauses come first; a pair stands once.
    """
    facts = {fact.id: fact for fact in matter.catalogue.facts}
    clauses = {clause.measure for clause in matter.package.clauses}
    headlines = {indicator.id for indicator in matter.catalogue.indicators if indicator.headline}
    pairs: dict[frozenset[str], tuple[int, Fact, Fact]] = {}
    for fact in matter.catalogue.facts:
        others = [facts[id] for id in fact.disagrees_with if id in facts]
        if not others:
            continue
        other = max(others, key=lambda other: (other.as_of, other.id))
        shown = {*fact.shown_with, *other.shown_with}
        if shown & (clauses | headlines):
            pairs.setdefault(frozenset((fact.id, other.id)), (-len(shown & clauses), fact, other))
    return [(fact, other) for _, fact, other in sorted(pairs.values(), key=lambda pair: pair[0])]


def _facts(matter: Matter) -> list[Block]:
    pairs = rivals(matter)
    if not pairs:
        return []
    shown = pairs[:PAIRS]
    rows = tuple((_fact(matter, fact), _fact(matter, other)) for fact, other in shown)
    notes = tuple(matter.sources.cite((*fact.references[:1], *other.references[:1])) for fact, other in shown)
    lead = wording.joined([matter.say("basis.facts_lead"), matter.say("basis.grades")], matter.language)
    header = (matter.say("basis.claim"), matter.say("basis.other"))
    more = len(pairs) - len(shown)
    return [
        Heading(matter.say("basis.facts")),
        Paragraph(lead, "quiet"),
        Table(header, rows, "ll", (1, 1), notes),
        *([Paragraph(matter.say("basis.facts_more", count=more))] if more else []),
    ]


def _fact(matter: Matter, fact: Fact) -> str:
    claim = wording.ended(fact.claim.get(matter.language), matter.language)
    worded = fact_words.value(fact, matter.language)
    if not worded:
        return matter.say("basis.fact_bare", claim=claim, as_of=fact.as_of, grade=fact.grade)
    return matter.say("basis.fact", claim=claim, value=worded, as_of=fact.as_of, grade=fact.grade)


def _versions(matter: Matter) -> list[Block]:
    stamps, setting = matter.evaluation.stamps, matter.evaluation.setting
    draws = wording.number(setting.draws, "draw", matter.language, 0)
    seed = matter.say("page.draws_value", draws=draws, seed=setting.seed)
    rows = (
        (matter.say("basis.version_dealbuilder"), stamps.dealbuilder),
        (matter.say("basis.version_catalogue"), matter.catalogue.version),
        (matter.say("basis.version_digest"), matter.catalogue.digest[:SHOWN]),
        (matter.say("basis.version_pack"), stamps.pack),
        (matter.say("basis.version_seed"), seed),
        (matter.say("basis.version_package"), matter.fingerprint()[:SHOWN]),
    )
    header = (matter.say("basis.item"), matter.say("basis.versions"))
    return [Heading(matter.say("basis.versions")), Table(header, rows, "ll", (2, 5))]
