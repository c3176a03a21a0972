"""Credits made up for tests of what is said about them."""

import numpy as np

from dealbuilder.analysis.why.earned import Credit, Divided
from dealbuilder.analysis.why.partition import by_side
from dealbuilder.model.catalogue import Catalogue

CLAUSES = ("cn_whitelist", "cn_long_licences", "us_standstill", "rescind_ai_letters")
IDS = ("supply_restored", "leadership_cost")


def credit(
    catalogue: Catalogue,
    shapley: list[list[float]],
    pairs: dict[tuple[int, int], float] | None = None,
    error: float = 0.1,
    clauses: tuple[str, ...] = CLAUSES,
    **more: object,
) -> Credit:
    """Return credits (clauses, supply and cost) from 40 % and 0 points on, with errors alike for all."""
    values = np.array(shapley, dtype=float).reshape(-1, 2)
    clauses = clauses[: len(values)]
    pairs = pairs or {}
    before = np.array([40.0, 0.0])
    way = by_side(catalogue)
    groups = way.groups(clauses)
    sums = np.array([values[[clauses.index(clause) for clause in group.clauses]].sum(axis=0) for group in groups])
    given: dict[str, object] = {
        "clauses": clauses,
        "indicators": IDS,
        "units": ("%", "index points"),
        "before": before,
        "after": before + values.sum(axis=0),
        "shapley": values,
        "errors": np.full(values.shape, error),
        "first_in": values * 0.5,
        "leave_one_out": values * 1.5,
        "pairs": tuple(pairs),
        "interactions": np.array([[value, 0.0] for value in pairs.values()]).reshape(len(pairs), 2),
        "interaction_errors": np.full((len(pairs), 2), error),
        "divided": (Divided(way.id, groups, values, sums.reshape(len(groups), 2), np.full((len(groups), 2), error)),),
        "method": "exact",
        "draws": 8,
        "of_draws": 64,
        "heard": len(clauses),
    }
    return Credit(**{**given, **more})
