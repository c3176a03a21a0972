"""What a report says: one neutral tree of blocks from a deal and its evaluation, laid out by PDF and Markdown alike."""

from dataclasses import dataclass, replace
from typing import Literal

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Content
from dealbuilder.report.pages import basis, outcomes, own, study, summary, terms
from dealbuilder.report.pages.matter import FINGERPRINT, Matter, Sources
from dealbuilder.report.study.findings import Findings


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is made; `marking` says for whom: confidential reports add who changed what and the balance.

    `study` asks for who earned it, what it hangs on, when it fails, who accepts, whether it holds, what is better.
    """

    language: Language = "en"
    paper: Literal["a4", "letter"] = "a4"
    term_sheet: bool = False
    large_print: bool = False
    marking: Literal["public", "delegation"] = "public"
    study: bool = False


def build(
    catalogue: Catalogue,
    document: Document,
    package: Package,
    evaluation: Evaluation,
    options: Options,
    attachment: str = "",
    whole: bool = False,
    findings: Findings | None = None,
) -> Content:
    """Return the report; `attachment` names the deal file that the PDF carries, empty if none, `whole` if not a copy.

    `findings` are what the study found of this package, if it was asked.

    Private notes and sealed values are never read here.
    """
    known = catalogue.with_measures(document.measures)
    confidential = options.marking == "delegation"
    matter = Matter(known, document, package, evaluation, options.language, confidential, Sources(known))
    sections = [terms.page(matter)]
    if options.term_sheet:
        sheet = sections[0]
        sections = [replace(sheet, blocks=(*sheet.blocks, basis.reopening(matter, attachment, whole)))]
    else:
        sections.insert(0, summary.page(matter))
        sections += [outcomes.heat_page(matter), outcomes.time_page(matter)]
        if findings is not None:
            sections.insert(1, study.page(matter, findings))
            sections += study.sections(matter, findings)
        sections += [own.page(matter)] if confidential else []
        sections += [basis.page(matter, attachment, whole), basis.indicators_page(matter)]
    stamps = evaluation.stamps
    return Content(
        language=options.language,
        kind=matter.say("page.term_sheet_only" if options.term_sheet else "page.document"),
        title=document.title.strip() or matter.say("page.untitled"),
        package=package.name.strip() or package.id,
        marking=matter.say(f"page.{options.marking}"),
        confidential=confidential,
        facts=_facts(matter),
        sections=tuple(sections),
        notes=matter.sources.notes(options.language),
        sources_heading=matter.say("basis.sources"),
        footer=matter.say(
            "page.footer",
            dealbuilder=stamps.dealbuilder,
            catalogue=known.version,
            pack=stamps.pack,
            hash=matter.fingerprint()[:FINGERPRINT],
        ),
        page_of=matter.say("page.page_of", n="{n}", total="{total}"),
    )


def _facts(matter: Matter) -> tuple[tuple[str, str], ...]:
    setting = matter.evaluation.setting
    view = matter.catalogue.worldview_by_id.get(setting.worldview)
    signing = wording.month_label(matter.signing, matter.language)
    baseline = matter.evaluation.baseline if setting.baseline else matter.say("page.no_deal", month=signing)
    name = matter.package.name.strip() or matter.package.id
    named = ((matter.say("page.package"), name),) if name != matter.document.title.strip() else ()
    return (
        *named,
        (matter.say("page.baseline"), baseline),
        (matter.say("page.worldview"), view.label.get(matter.language) if view else setting.worldview),
    )
