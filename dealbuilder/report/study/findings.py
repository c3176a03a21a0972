"""All that the study can say of one package, gathered in one go for paper."""

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealbuilder.analysis.acceptance import Acceptance, acceptance
from dealbuilder.analysis.coaching import Advice
from dealbuilder.analysis.compare.answer import Answer, answer
from dealbuilder.analysis.credit import credit
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.failing import Fails
from dealbuilder.analysis.hanging import Hangs
from dealbuilder.analysis.holding import Holding, holding
from dealbuilder.analysis.party_value import PARTIES
from dealbuilder.analysis.quantity import lines, quantity
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.analysis.space import Bounds
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.document.document import Document, Target
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

SCORE = "supply_restored"
"""What the deal is asked to hang on and to fail, unless a target says otherwise."""
BATCH = 0.6
"""Share of the tornado's work that is its lows and highs."""
STEPS = 7
MOST = 6
"""Packages beside one another."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Who earned the scores, what they hang on, when the deal fails, who accepts it, whether it holds, what is better.

    A part is None where there was nothing to ask: a package without clauses has none but whether it holds.
    """

    earned: Credit | None
    hangs: Hangs | None
    fails: Fails | None
    accepts: Acceptance | None
    holds: Holding
    better: Advice | None
    beside: Answer | None = None
    """The packages of the file beside one another, where they were asked for."""


def gather(
    service: Evaluator,
    document: Document,
    package: Package,
    setting: Setting,
    lenses: Sequence[Lens],
    *,
    others: bool = False,
    tick: Tick | None = None,
) -> Findings:
    """Return everything the study finds about a package; `lenses` are the roles as the deal sees them.

    `others` asks for the other packages of the file beside it. Sealed values are never read. `tick` is told the share
    done and may raise Cancelled.
    """
    # SciPy and SALib are loaded here, where somebody waits for them, and not at the start of the program.
    hanging, failing, advising = (
        importlib.import_module(f"dealbuilder.analysis.{name}") for name in ("hangs", "fails", "advice")
    )

    def part(step: int, begin: float = 0.0, end: float = 1.0) -> Tick | None:
        return part_of(tick, (step + begin) / STEPS, (step + end) / STEPS)

    service.pack(setting)
    holds = holding(service, package, setting, lenses, part(0))
    if not package.clauses:
        return Findings(None, None, None, None, holds, None)
    baseline, targets = setting.baseline or NO_DEAL, _told(document.targets)
    asked = quantity(service.catalogue, lenses, _asked(document.targets))
    line = lines(asked, targets)[0]
    voices = tuple(lens for lens in lenses if lens.side in PARTIES)
    packages = _abreast(document, package) if others else ()
    ran = hanging.batch(service.store, package, baseline, setting, [asked], part(1, 0.0, BATCH))
    hung = hanging.hangs(service.store, ran, asked, line, full=False, tick=part(1, BATCH))
    return Findings(
        earned=credit(service, package, setting, tick=part(2)),
        hangs=hung,
        fails=failing.fails(
            service.store, package, (package,), baseline, setting, lenses, asked, None, targets, tick=part(3)
        ),
        accepts=acceptance(service, lenses, package, setting, part(4)),
        holds=holds,
        better=advising.advise(service.catalogue, package, setting, voices, Bounds(lines=voices), tick=part(5)),
        beside=answer(service, packages, setting, tick=part(6)) if len(packages) > 1 else None,
    )


def _abreast(document: Document, package: Package) -> tuple[Package, ...]:
    """Return the package and the others of the file, at most six."""
    return (package, *(one for one in document.packages if one.id != package.id))[:MOST]


def _asked(targets: Iterable[Target]) -> str:
    """Return the score in question: the one of the deal's first target on a headline score, else supply."""
    return next((one.indicator for one in targets if one.indicator in (SCORE, "leadership_cost")), SCORE)


def _told(targets: Iterable[Target]) -> tuple[tuple[str, bool, float], ...]:
    return tuple((one.indicator, one.sense == "at_least", one.value) for one in targets)
