"""A debrief as a report: the same blocks for PDF and Markdown."""

import json

from dealbuilder.document.film import Film
from dealbuilder.document.session import Began
from dealbuilder.errors import NoSuch
from dealbuilder.model.text import Language
from dealbuilder.report import markdown, pdf
from dealbuilder.report.blocks import Content
from dealbuilder.report.content import Options
from dealbuilder.report.debrief import pages, rest, words
from dealbuilder.report.debrief.data import as_json
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.pages.matter import FINGERPRINT, Matter, Sources
from dealbuilder.report.phrases import say

SEEN = ("public", "after_reveal", "chair")
DATE = len("2026-11-26")
MINUTES = len("2026-11-26T09:30")
KINDS = (".pdf", ".md", ".json")


def build(debrief: Debrief, language: Language) -> Content:
    """Return a scored debrief with every word that will be printed; sealed values and private notes are never read."""
    evaluation = debrief.evaluation
    if evaluation is None:
        raise ValueError("a debrief is scored before it is printed")
    package = debrief.outcome.package
    matter = Matter(
        debrief.catalogue, debrief.document, package, evaluation, language, False, Sources(debrief.catalogue)
    )
    sections = (
        pages.agreed(debrief, matter),
        pages.ledger(debrief, language),
        pages.redlines(debrief, language),
        *pages.outcome(debrief, matter),
        rest.rest(debrief, language),
        rest.silence(language),
        rest.questions(debrief, language),
    )
    return Content(
        language=language,
        kind=matter.say("debrief.kind"),
        title=debrief.document.title.strip() or matter.say("page.untitled"),
        package=package.name.strip() or package.id,
        marking=matter.say("page.public"),
        confidential=False,
        facts=facts(debrief, language),
        sections=sections,
        notes=(),
        sources_heading="",
        footer=matter.say(
            "page.footer",
            dealbuilder=evaluation.stamps.dealbuilder,
            catalogue=debrief.catalogue.version,
            pack=evaluation.stamps.pack,
            hash=matter.fingerprint()[:FINGERPRINT],
        ),
        page_of=matter.say("page.page_of", n="{n}", total="{total}"),
    )


def facts(debrief: Debrief, language: Language) -> tuple[tuple[str, str], ...]:
    """Return which session it is, when it began, how long it lasted and who saw scores."""
    began = debrief.film.entries[0]
    which = say("debrief.session_of", language, number=debrief.number, count=debrief.sessions)
    told = [(say("debrief.session", language), which)] if debrief.sessions > 1 else []
    told.append((say("debrief.began", language), _when(began.at)))
    told.append((say("debrief.lasted", language), words.clock(_last(debrief.film))))
    seen = began.visibility if isinstance(began, Began) else ""
    if seen in SEEN:
        told.append((say("debrief.scores_seen", language), say(f"debrief.seen_{SEEN[SEEN.index(seen)]}", language)))
    return tuple(told)


def exported(debrief: Debrief, kind: str, language: Language, paper: str = "a4") -> bytes:
    """Return what a file of that kind (.pdf, .md or .json) holds."""
    if kind == ".json":
        return (json.dumps(as_json(debrief, language), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    built = build(debrief, language)
    if kind == ".md":
        return markdown.render(built).encode()
    if kind != ".pdf":
        raise NoSuch(f"A debrief cannot be written as {kind}.", f"复盘无法写成 {kind}。", KINDS)
    return pdf.render(built, Options(language=language, paper="letter" if paper == "letter" else "a4"))


def _last(film: Film) -> float:
    return max(entry.seconds for entry in film.entries)


def _when(at: str) -> str:
    """Return an ISO time as date and time to the minute; what is no such time stays as it is, cut short."""
    return words.short(at[:MINUTES].replace("T", " ")) if at[DATE : DATE + 1] == "T" else words.short(at, 40)
