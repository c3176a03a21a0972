"""When a deal fails, whole: the rule that tells bad worlds, and what every package of the file leaves behind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dealbuilder.analysis.discovery import WORLDS, Discovery, Failing, discover
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.quantity import Quantity
from dealbuilder.analysis.regret import Regret, regret
from dealbuilder.analysis.runs import RunStore, Tick, part_of
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package


@dataclass(frozen=True, slots=True)
class Fails:
    """The rule for the package in front; the regret of all packages, None if it was not asked for."""

    discovery: Discovery
    regret: Regret | None


def fails(
    store: RunStore,
    package: Package,
    packages: Sequence[Package],
    baseline: Package,
    setting: Setting,
    lenses: Sequence[Lens],
    wanted: Quantity,
    failing: Failing | None = None,
    targets: Sequence[tuple[str, bool, float]] = (),
    worlds: int | None = None,
    tick: Tick | None = None,
) -> Fails:
    """Return when a package fails, and the regrets; `worlds` None looks at WORLDS or, if more, the deal's draws."""
    many = replace(setting, draws=max(WORLDS, setting.draws) if worlds is None else worlds)
    found = discover(store, package, baseline, many, wanted, failing, targets, part_of(tick, 0.0, 0.6))
    return Fails(found, regret(store, packages, baseline, setting, lenses, part_of(tick, 0.6, 1.0)))
