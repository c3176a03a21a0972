"""One call from a deal to a folder of PDFs: the same for window and command line."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reserve import DRAWS, Reserve, reserve
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.examples import Example, examples
from dealbuilder.report.kit import printing
from dealbuilder.report.kit.codes import shortened
from dealbuilder.report.kit.kit import Options, build
from dealbuilder.report.kit.occasion import Occasion, chosen
from dealbuilder.report.phrases import say

TITLE = 120
"""Characters of a deal's title on the index."""
SCORED = 0.75
"""Share of the work that scoring the reserve pack takes, where it is asked for."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be printed: how, and for which session (a template's id; None: the deal's own plan)."""

    options: Options = field(default_factory=Options)
    session: str | None = None


def occasion(evaluator: Evaluator, document: Document, request: Request) -> Occasion:
    """Return the session that a request is about; raise DealError if there is none."""
    language = request.options.language
    title = shortened(document.title or document.package().name, TITLE) or say("page.untitled", language)
    return chosen(evaluator.catalogue, document.plan, request.session, language, title)


def make(
    evaluator: Evaluator, document: Document, request: Request, folder: Path, tick: Tick | None = None
) -> tuple[Path, ...]:
    """Write a kit into a folder and return its files, the index first; nothing is written unless all of it is made.

    `tick` is told the share done and may raise Cancelled.
    """
    asked = occasion(evaluator, document, request)
    shipped = examples(paths.resources() / "examples")
    found = None
    if "reserve" in request.options.parts:
        found = looked_up(evaluator, document, asked, shipped, part_of(tick, 0.0, SCORED))
    names = {example.id: example.title.get(request.options.language) for example in shipped}
    parts = build(evaluator.catalogue, document, asked, request.options, found, names)
    rest = part_of(tick, SCORED if found else 0.0, 1.0)
    kit = printing.printed(parts, evaluator.catalogue, asked, request.options, rest)
    return printing.write(folder, kit)


def looked_up(
    evaluator: Evaluator, document: Document, asked: Occasion, shipped: tuple[Example, ...], tick: Tick | None = None
) -> Reserve:
    """Return the look-up scores around the deal's active package, in the deal's world."""
    setting = Setting(
        pack=document.pack,
        worldview=document.assumptions.worldview,
        changes=document.assumptions.changes,
        draws=DRAWS,
        seed=document.seed,
        injects=document.injects,
    )
    # One draw says in words whether the catalogue can serve the setting at all.
    evaluator.evaluate(NO_DEAL, replace(setting, draws=1), full=False)
    deals = [
        file.load(example.path).history.document.package().model_copy(update={"id": example.id}) for example in shipped
    ]
    return reserve(evaluator.store, document.package(), setting, deals, asked.deck, tick)
