"""The row about what a score hangs on: Sobol indices of every uncertain input, from the design to the intervals."""

from collections.abc import Callable

import numpy as np

from dealbuilder.cli.speed import engine
from dealbuilder.cli.speed.rounds import NotHere, Trial, contest
from dealbuilder.model.text import Text

try:
    from SALib.sample import sobol

    from dealbuilder.analysis import saltelli
    from dealbuilder.analysis.evaluate import NO_DEAL
    from dealbuilder.analysis.evaluation import Setting
    from dealbuilder.analysis.global_indices import sobol_indices
    from dealbuilder.analysis.hanging import OTHERS
    from dealbuilder.analysis.quantity import quantity
    from dealbuilder.analysis.uncertain import LUCK, inputs, uncertain
except ImportError:
    sobol = None

POINTS, FEW = 1024, 16
OUTPUTS = (
    "supply_restored", "supply_civil", "supply_dual_use", "supply_military", "alive_60", "cutoff_survival",
    "china_compute", "downtime",
)  # fmt: skip
"""What is analysed: the headline, its classes, durability, and what is left of either side's lead."""


def sobol_end_to_end(quick: bool) -> Trial:
    """Design, runs, indices and intervals against the sampling of the same design by SALib."""
    if sobol is None:
        raise NotHere(Text(en="SALib is not installed.", zh="未安装SALib。"))
    catalogue, setting = engine.catalogue(), Setting()
    package = engine.package()
    wanted = [quantity(catalogue, (), id) for id in OUTPUTS]
    known, lucks = uncertain(catalogue, setting), len(inputs(catalogue, setting, 1).shocks)
    count = len(known.ids)
    problem = {
        "num_vars": count + lucks,
        "names": [*known.ids, *(f"{LUCK}{place}" for place in range(lucks))],
        "groups": [*known.ids, *([LUCK] * lucks)],
        "bounds": [[0.0, 1.0]] * (count + lucks),
    }
    groups = [*([place] for place in range(count)), list(range(count, count + lucks))]

    def ours() -> None:
        found = sobol_indices(catalogue, package, NO_DEAL, setting, wanted, None, POINTS)
        assert len(found) == len(OUTPUTS)
        assert OTHERS not in found[0].names

    def theirs() -> None:
        sobol.sample(problem, POINTS, calc_second_order=False, seed=setting.seed % 2**32)

    def gate() -> None:
        rows = saltelli.length(FEW, len(groups))
        base = saltelli.base_points(FEW, count + lucks, 1)
        sampled = sobol.sample(problem, FEW, calc_second_order=False, seed=1)
        assert np.array_equal(saltelli.rows(base, groups, 0, rows), sampled)

    return Trial(gate, contest(ours, theirs), 1 if quick else 3)


TRIALS: dict[str, Callable[[bool], Trial]] = {"sobol": sobol_end_to_end}
