"""What the study finds, on paper: one page in short, then a part for each question."""

from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Paragraph, Section, Table
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.study import accepts, better, compare, fails, hangs, holds, holds_words, why
from dealbuilder.report.study.findings import Findings
from dealbuilder.report.study.why_words import Words


def page(matter: Matter, found: Findings) -> Section:
    """Return the study in short: each question with its answer in a sentence or two."""
    header = (matter.say("study.question"), matter.say("study.answer"))
    table = Table(header, short(matter, found), "ll", (1.3, 6.0))
    return Section("study", matter.say("study.short"), (table, Paragraph(matter.say("study.note"), "quiet")))


def sections(matter: Matter, found: Findings) -> list[Section]:
    """Return a part for each question that was answered."""
    parts: list[tuple[str, list[Block]]] = []
    if found.earned is not None:
        parts.append(("why", why.blocks(matter, found.earned)))
    if found.hangs is not None:
        parts.append(("hangs", hangs.blocks(matter, found.hangs)))
    if found.fails is not None:
        parts.append(("fails", fails.blocks(matter, found.fails)))
    if found.accepts is not None:
        parts.append(("accepts", accepts.blocks(matter, found.accepts)))
    parts.append(("holds", holds.blocks(matter, found.holds)))
    if found.better is not None:
        parts.append(("better", better.blocks(matter, found.better)))
    if found.beside is not None:
        parts.append(("compare", compare.blocks(matter, found.beside)))
    return [
        Section(f"study_{id}", matter.say(f"study.{id}"), tuple(blocks), runs_on=place > 0)
        for place, (id, blocks) in enumerate(parts)
    ]


def short(matter: Matter, found: Findings) -> tuple[tuple[str, str], ...]:
    """Return each question with its answer, in the order of the parts."""
    told: list[tuple[str, str]] = []
    catalogue, language = matter.catalogue, matter.language
    against = matter.evaluation.baseline or matter.say("page.no_baseline")
    if found.earned is not None:
        for id in why.HEADLINES:
            if id in found.earned.indicators:
                words = Words(catalogue, found.earned, id, language)
                told.append((matter.say("study.earned", score=words.label()), _told(words.lead(against), matter)))
        first = Words(catalogue, found.earned, why.HEADLINES[0], language)
        told += [(matter.say("study.pair"), pair) for pair in first.foremost_words()]
    if found.hangs is not None:
        argued = [text for _, text in hangs.argued(catalogue, found.hangs, language)[:1]]
        told.append(
            (matter.say("study.hangs"), _told([hangs.verdict(catalogue, found.hangs, language), *argued], matter))
        )
    if found.fails is not None:
        told.append((matter.say("study.fails"), fails.sentence(catalogue, found.fails.discovery, language)))
    if found.accepts is not None:
        told.append((matter.say("study.accepts"), accepts.words_of(matter).ratification(found.accepts)))
    told.append((matter.say("study.holds"), _told(holds_words.life(found.holds, language)[:2], matter)))
    if found.better is not None:
        told.append((matter.say("study.better"), better.swap_words(catalogue, found.better, language)))
    return tuple(told)


def _told(sentences: list[str], matter: Matter) -> str:
    return wording.joined(sentences, matter.language)
