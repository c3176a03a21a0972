"""When a deal fails, whole: the rule that tells bad worlds, and what every package of the file leaves behind."""

from collections.abc import Sequence
from dataclasses import replace

from dealbuilder.analysis.discovery import WORLDS, discover
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.failing import Failing, Fails
from dealbuilder.analysis.quantity import Quantity
from dealbuilder.analysis.regret import regret
from dealbuilder.analysis.runs import RunStore, Tick, part_of
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package


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
