"""A deal's issues and outcomes: every measure of its packages is an issue, every level a value of it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dealbuilder.analysis.resolve import known
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package

WHOLE = "package"
"""The one issue of the exact domain, whose values are whole packages."""
BETWEEN, SETS = ";", "="
"""What stands between clauses and between measure and level in the name of a whole package."""

Outcome = tuple[str, ...]
"""A level for each issue, in the order of the issues."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What is negotiated. `base` gives what no issue is about: months, conditions, guardrails, clauses nobody knows."""

    issues: tuple[Measure, ...]
    base: Package

    @property
    def size(self) -> int:
        """Return how many outcomes there are."""
        return math.prod(len(issue.levels) for issue in self.issues)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield every outcome, the last issue changing fastest."""
        yield from product(*([level.id for level in issue.levels] for issue in self.issues))

    def package(self, outcome: Sequence[str]) -> Package:
        """Return the package of an outcome: what it sets to none is no clause, what stays keeps its months."""
        return with_levels(self.base, {issue.id: level for issue, level in zip(self.issues, outcome, strict=True)})

    def outcome(self, package: Package) -> Outcome:
        """Return a package as an outcome; a clause whose level is unknown counts as none."""
        clauses = {clause.measure: clause for clause in package.clauses}
        return tuple(
            clauses[issue.id].level if issue.id in clauses and issue.level(clauses[issue.id].level) else "none"
            for issue in self.issues
        )


def domain(catalogue: Catalogue, packages: Sequence[Package], base: Package) -> Domain:
    """Return the domain of a deal; raise DealError if there is nothing to negotiate.

    Guardrails are not for trade, and the later agenda is nobody's concession: both stay as the base has them.
    """
    issues: dict[str, Measure] = {}
    for clause in (clause for package in (base, *packages) for clause in package.clauses):
        found = known(catalogue, clause)
        if found is not None and negotiable(found.measure):
            issues[found.measure.id] = found.measure
    if not issues:
        raise DealError(
            "This deal has no clause that could be negotiated; no domain was written.",
            "Add clauses to one of its packages; every measure in any package becomes an issue.",
            zh="此协议没有可供谈判的条款；未写入谈判域。",
            zh_hint="请在其中一个方案中添加条款；任一方案中的每项措施都会成为一个议题。",
        )
    order = {measure.id: place for place, measure in enumerate(catalogue.measures)}
    return Domain(tuple(sorted(issues.values(), key=lambda issue: order[issue.id])), base)


def negotiable(measure: Measure) -> bool:
    """Return whether a measure can be an issue."""
    return not measure.guardrail and measure.recorded_only is None


def with_levels(base: Package, levels: Mapping[str, str]) -> Package:
    """Return a package with measures at given levels; none takes a clause out, one that stays keeps all else."""
    wanted = dict(levels)
    clauses: list[Clause] = []
    for clause in base.clauses:
        level = wanted.pop(clause.measure, clause.level)
        if level == clause.level or level != "none":
            clauses.append(clause if level == clause.level else clause.model_copy(update={"level": level}))
    clauses += [Clause(measure=measure, level=level) for measure, level in wanted.items() if level != "none"]
    return base.model_copy(update={"clauses": tuple(clauses)})


def named(issues: Sequence[Measure], outcome: Outcome) -> str:
    """Return the name of a whole package: the clauses it holds, or none."""
    held = [f"{issue.id}{SETS}{level}" for issue, level in zip(issues, outcome, strict=True) if level != "none"]
    return BETWEEN.join(held) or "none"
