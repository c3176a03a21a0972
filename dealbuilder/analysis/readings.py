"""The same package under the other worldviews: essay's and sceptic's values always stand beside the headline."""

from collections.abc import Sequence

from dealbuilder.analysis.evaluation import Reading, Setting
from dealbuilder.analysis.runs import RunStore, Tick, world
from dealbuilder.analysis.scoreboard import Yardsticks, scores
from dealbuilder.model.package import Package

READ = ("supply_restored", "leadership_cost", "alive_60")


def readings(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    measure: Yardsticks,
    ticks: Sequence[Tick | None],
) -> tuple[Reading, ...]:
    """Return the headline scores under every worldview of the catalogue; `ticks` holds one tick a worldview."""
    answers = []
    wanted = tuple(indicator for indicator in store.catalogue.indicators if indicator.id in READ)
    for view, tick in zip(store.catalogue.worldviews, ticks, strict=True):
        ours, theirs = store.summaries(world(setting, view.id), (package, baseline), tick, record=False)
        found = {score.id: score.mean for score in scores(wanted, ours.outputs, theirs.outputs, measure)}
        answers.append(Reading(view.id, *(found[id] for id in READ)))
    return tuple(answers)
