"""What leaves the program as a file: PDF, data, pictures, clean copy, the score as text; all done in a thread."""

from pathlib import Path

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.runs import part_of
from dealbuilder.document import file
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.clean_report import Around, kept_open
from dealbuilder.document.history import History
from dealbuilder.document.private import private_in_file
from dealbuilder.model.lenses_in_force import lenses_in_force
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, content, differing, pdf, sentences, tables
from dealbuilder.report.attachment import clean_deal
from dealbuilder.report.content import Options
from dealbuilder.report.study.findings import gather
from dealbuilder.ui.dialogs.cleaned import Cleaned
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.open_deal import OpenDeal
from dealbuilder.ui.question import Answerer, question
from dealbuilder.ui.state import State

SCORED = 0.15
"""Share of a report's work that is the score, where the study follows."""


def report(answerer: Answerer, state: State, options: Options, path: Path) -> Work:
    """Return the work that scores the active package in full, if it is not yet, and writes its PDF."""
    document = state.document

    def work(tick: Tick) -> Path:
        studied = options.study and not options.term_sheet

        def scoring(done: float) -> None:
            tick(SCORED * done if studied else done)

        evaluation = _final(answerer, state, scoring)
        package = document.package()
        attached = clean_deal(document, package.id, options.language)
        found = None
        if studied:
            asked = question(document)
            roles = lenses_in_force(state.catalogue, document.lenses)
            service, many = answerer.evaluator(asked.measures), options.marking == "delegation"
            found = gather(
                service, document, package, asked.setting, roles, others=many, tick=part_of(tick, SCORED, 1.0)
            )
        built = content.build(state.catalogue, document, package, evaluation, options, attached.name, findings=found)
        tick(1.0)
        pdf.write(path, built, options, attachment=attached)
        return path

    return work


def export(answerer: Answerer, state: State, path: Path, chart: str, theme: str) -> Work:
    """Return the work that writes data or one chart; the ending of the file says which."""
    document = state.document

    def work(tick: Tick) -> Path:
        evaluation = _final(answerer, state, tick)
        kind = path.suffix.lower()
        tables.write(
            path, kind, state.catalogue, document, document.package(), evaluation, state.language, chart, theme
        )
        return path

    return work


def clean(deal: OpenDeal, path: Path, language: Language) -> Work:
    """Return the work that writes a clean copy of the active package, reads it again and says what it left out."""

    def work(tick: Tick) -> Cleaned:
        around = Around(deal.history, deal.versions, deal.session)
        copy, left_out = clean_copy(deal.document, deal.document.active, language, around)
        file.save(path, History.start(copy))
        _, private = private_in_file(path)
        return Cleaned(path, left_out, kept_open(copy, language), tuple(text.get(language) for text in private))

    return work


def score_text(state: State, language: Language) -> str:
    """Return the score on screen in sentences, for the clipboard; empty while there is none."""
    if state.evaluation is None:
        return ""
    title = state.document.title or state.document.package().name
    stamps = state.evaluation.stamps
    lines = sentences.headlines(state.catalogue, state.evaluation, language)
    changed = differing.sentence(state.catalogue, state.evaluation.setting.changes, language)
    befell = befallen.sentence(state.evaluation.setting.injects, language)
    lines = (*lines, *(text for text in (changed, befell) if text))
    versions = f"dealbuilder {stamps.dealbuilder}, {stamps.catalogue}, {stamps.pack}"
    return "\n".join((title, *lines, versions)) + "\n"


def _final(answerer: Answerer, state: State, tick: Tick) -> Evaluation:
    """Return the full answer for the document: the one on screen if it is, else a new one."""
    asked, shown = question(state.document), state.evaluation
    if shown is not None and shown.final and not state.busy and shown.setting == asked.setting:
        return shown
    answer = answerer.work(asked, asked.setting.draws, full=True)(tick)
    assert isinstance(answer, Evaluation)
    return answer
