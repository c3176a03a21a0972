"""What a package scores if the room's own estimates are all at their lowest, or all at their highest."""

from dealbuilder.analysis.evaluation import HouseRange, Setting
from dealbuilder.analysis.runs import RunStore, Tick, world
from dealbuilder.analysis.scoreboard import Yardsticks, scores
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.off_menu import LEVELS
from dealbuilder.model.package import Package

HEADLINES = ("supply_restored", "leadership_cost")


def estimated(catalogue: Catalogue, package: Package) -> tuple[str, ...]:
    """Return the measures of a package that rest on house estimates and are agreed."""
    known = catalogue.measure_by_id
    return tuple(
        clause.measure
        for clause in package.clauses
        if clause.measure in known and known[clause.measure].house is not None and clause.level in LEVELS
    )


def at(package: Package, measures: tuple[str, ...], level: str) -> Package:
    """Return a package with the clauses on these measures at one level."""
    clauses = tuple(
        clause.model_copy(update={"level": level}) if clause.measure in measures else clause
        for clause in package.clauses
    )
    return package.model_copy(update={"clauses": clauses})


def ends(package: Package, measures: tuple[str, ...]) -> tuple[Package, Package]:
    """Return a package with house estimates at their lowest and at their highest."""
    return at(package, measures, LEVELS[0]), at(package, measures, LEVELS[-1])


def house_range(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    measure: Yardsticks,
    tick: Tick | None = None,
) -> HouseRange | None:
    """Return the headline scores at either end of the room's estimates, on the draws of the score; None without any."""
    measures = estimated(store.catalogue, package)
    if not measures:
        return None
    low, high, base = store.summaries(world(setting), (*ends(package, measures), baseline), tick, record=False)
    wanted = tuple(one for one in store.catalogue.indicators if one.id in HEADLINES)
    found = [{one.id: one.mean for one in scores(wanted, end.outputs, base.outputs, measure)} for end in (low, high)]
    supply, cost = ((found[0][id], found[1][id]) for id in HEADLINES)
    return HouseRange(measures, supply, cost)
