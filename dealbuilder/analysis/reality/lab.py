"""Runs the cases of the checks on the engine; what two checks ask for is run once."""

from collections.abc import Sequence

from dealbuilder.analysis.reality.case import Case, Shipped
from dealbuilder.analysis.reality.check import Check, Finding
from dealbuilder.analysis.reality.checks import CHECKS
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.analysis.resolve import stripped
from dealbuilder.analysis.runs import Tick
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.run import run
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Clause

PACK = "2025-07"
"""The pack whose months and needs the checks speak of."""

Key = tuple[tuple[Clause, ...], tuple[Change, ...], int, bool]


class Lab:
    """The engine under one worldview, with a memory of the cases run."""

    def __init__(self, shipped: Shipped, worldview: str, draws: int, seed: int) -> None:
        self.shipped, self.worldview, self.draws, self.seed = shipped, worldview, draws, seed
        self._prepared: dict[tuple[Change, ...], Prepared] = {}
        self._outcomes: dict[Key, Outcome] = {}

    def find(self, check: Check) -> Finding:
        """Return what a check comes to."""
        return Finding(check, self.worldview, float(check.measure([self.outcome(case) for case in check.cases])))

    def outcome(self, case: Case) -> Outcome:
        """Return what a case comes to."""
        package = stripped(case.package(self.shipped))
        key = (package.clauses, case.changes, case.substeps, case.replay)
        if key not in self._outcomes:
            prepared = self._prepare(case.changes)
            ran = run(prepared, [package], replay=case.replay, substeps=case.substeps)
            self._outcomes[key] = Outcome(
                prepared,
                package,
                dict(zip(ran.output_ids, ran.outputs[0], strict=True)),
                dict(zip(ran.series_ids, ran.monthly[0].mean(axis=-1), strict=True)),
                ran.cells[0],
            )
        return self._outcomes[key]

    def _prepare(self, changes: tuple[Change, ...]) -> Prepared:
        if changes not in self._prepared:
            self._prepared[changes] = prepare(
                self.shipped.catalogue, PACK, self.worldview, changes, self.draws, self.seed
            )
        return self._prepared[changes]


def findings(
    shipped: Shipped, worldviews: Sequence[str], draws: int, seed: int, tick: Tick | None = None
) -> tuple[Finding, ...]:
    """Return every check under every worldview for which it must hold."""
    found = []
    for place, view in enumerate(worldviews):
        lab = Lab(shipped, view, draws, seed)
        wanted = [check for check in CHECKS if check.under(view)]
        for done, check in enumerate(wanted):
            if tick is not None:
                tick((place + done / len(wanted)) / len(worldviews))
            found.append(lab.find(check))
    if tick is not None:
        tick(1.0)
    return tuple(found)
